//! A person's card: every record about them, section by section, and the acts of the journal that touched them.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    AdministratorPost, ClassId, EntryId, Hours, Kinship, Label, LoadLineId, MemberRole, Period, PersonId, Record,
    RecordKey, School, StaffCategory, Step, VerificationState, Workspace, links,
};
use crate::order;
use crate::plan::Index;

use super::route::Route;

/// What the card says of one record; `text` puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A post.
    Position(StaffCategory),
    /// A stay in a class.
    Enrolment,
    /// A child.
    Child(Kinship),
    /// A representative.
    Parent(Kinship),
    /// A class teacher's term.
    Homeroom,
    /// An appointment.
    Appointment(AdministratorPost),
    /// Membership in the staff room or a class.
    Membership(MemberRole),
    /// The state of the status.
    Verification(VerificationState),
    /// A line taught, with its subgroup.
    Line(String, Hours),
    /// A group led.
    Activity(Hours),
    /// Activists the person belongs to.
    Active,
}

/// A record on the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which record.
    pub key: RecordKey,
    /// What it is about: a title, a class, a name; empty for the staff room.
    pub title: String,
    /// Where that has its own page.
    pub route: Option<Route>,
    /// What it says.
    pub fact: Fact,
    /// When it holds.
    pub period: Period,
    /// Whether it held and does no more on the day of the plan.
    pub is_over: bool,
}

/// Everything about one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// Posts, appointments, class teacher's terms.
    pub posts: Vec<Row>,
    /// Stays in classes.
    pub enrolments: Vec<Row>,
    /// Children and representatives.
    pub family: Vec<Row>,
    /// Terms as class teacher.
    pub homerooms: Vec<Row>,
    /// Lines of the year that the person teaches.
    pub lines: Vec<Row>,
    /// Groups led.
    pub groups: Vec<Row>,
    /// Appointments as administrator.
    pub appointments: Vec<Row>,
    /// Memberships and status on the platform.
    pub platform: Vec<Row>,
}

/// Collects the card. One pass over each table: a card is looked at one at a time.
#[must_use]
pub fn card(school: &School, index: &Index, person: PersonId) -> Card {
    let day = index.day;
    let mut card = Card::default();
    for row in school.positions().values().filter(|row| row.person == person) {
        let key = RecordKey::to::<crate::domain::Position>(row.id);
        card.posts.push(dated(key, row.title.clone(), None, Fact::Position(row.category), row.period, day));
    }
    for row in school.enrolments().values().filter(|row| row.student == person) {
        let key = RecordKey::to::<crate::domain::Enrolment>(row.id);
        card.enrolments.push(in_class(school, key, row.class, Fact::Enrolment, row.period, day));
    }
    for row in school.representations().values().filter(|row| row.parent == person || row.child == person) {
        let key = RecordKey::to::<crate::domain::Representation>(row.id);
        let (other, fact) = if row.parent == person {
            (row.child, Fact::Child(row.kinship))
        } else {
            (row.parent, Fact::Parent(row.kinship))
        };
        let route = Some(Route::Person(other));
        card.family.push(dated(key, school.person_name(other), route, fact, Period::default(), day));
    }
    for row in school.homerooms().values().filter(|row| row.teacher == person) {
        let key = RecordKey::to::<crate::domain::HomeroomAssignment>(row.id);
        card.homerooms.push(in_class(school, key, row.class, Fact::Homeroom, row.period, day));
    }
    for id in index.taught.get(&person).into_iter().flatten() {
        card.lines.extend(line(school, *id, day));
    }
    for id in index.led_groups.get(&person).into_iter().flatten() {
        if let Some(row) = school.activities().get(id) {
            let key = RecordKey::to::<crate::domain::ActivityGroup>(row.id);
            let route = Some(Route::Activity(row.id));
            card.groups.push(dated(key, row.name.clone(), route, Fact::Activity(row.hours), Period::default(), day));
        }
    }
    for row in school.appointments().values().filter(|row| row.person == person) {
        let key = RecordKey::to::<crate::domain::Appointment>(row.id);
        card.appointments.push(dated(key, String::new(), None, Fact::Appointment(row.post), row.period, day));
    }
    for row in school.memberships().values().filter(|row| row.person == person) {
        let key = RecordKey::to::<crate::domain::Membership>(row.id);
        card.platform.push(in_class(school, key, row.class, Fact::Membership(row.role), row.period, day));
    }
    for row in school.verifications().values().filter(|row| row.person == person) {
        let key = RecordKey::to::<crate::domain::Verification>(row.id);
        let fact = Fact::Verification(row.state.clone());
        card.platform.push(dated(key, String::new(), None, fact, Period::default(), day));
    }
    for row in school.active_groups().values().filter(|row| row.members.contains(&person)) {
        let key = RecordKey::to::<crate::domain::ActiveGroup>(row.id);
        let title = row.class.map(|class| school.class_name(class)).unwrap_or_default();
        card.groups.push(dated(key, title, Some(Route::Load), Fact::Active, Period::default(), day));
    }
    for rows in [&mut card.posts, &mut card.enrolments, &mut card.homerooms, &mut card.appointments] {
        // What holds now first, then the newest of what is over.
        order::by_key(rows, |row| (row.is_over, std::cmp::Reverse(row.period.from)));
    }
    card
}

fn dated(key: RecordKey, title: String, route: Option<Route>, fact: Fact, period: Period, day: NaiveDate) -> Row {
    Row { key, title, route, fact, period, is_over: period.is_over(day) }
}

fn in_class(school: &School, key: RecordKey, class: ClassId, fact: Fact, period: Period, day: NaiveDate) -> Row {
    dated(key, school.class_name(class), Some(Route::Class(class)), fact, period, day)
}

fn line(school: &School, id: LoadLineId, day: NaiveDate) -> Option<Row> {
    let row = school.load().get(&id)?;
    let subject = school.subjects().get(&row.subject).map(|subject| subject.name.as_str()).unwrap_or_default();
    let title = format!("{subject}, {}", school.class_name(row.class));
    let key = RecordKey::to::<crate::domain::LoadLine>(id);
    Some(dated(key, title, None, Fact::Line(row.group.clone(), row.hours), Period::default(), day))
}

/// An act of the journal that touched a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Which entry.
    pub id: EntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// What it is called.
    pub label: Label,
    /// Whether it took something back or did it again.
    pub step: Step,
}

/// Most acts of a history.
const MAX_ACTS: usize = 30;

/// The newest acts that touched the person or a record that points to them.
#[must_use]
pub fn history(workspace: &Workspace, person: PersonId) -> Vec<Act> {
    let key = RecordKey::to::<crate::domain::Person>(person);
    let touches = |record: &Record| {
        let mut is_touched = record.key() == key;
        links(record, &mut |to, _| is_touched = is_touched || to == key);
        is_touched
    };
    let entries = workspace.journal().entries().iter().rev();
    entries
        .filter(|entry| {
            entry.changes.iter().any(|change| change.before().into_iter().chain(change.after()).any(&touches))
        })
        .take(MAX_ACTS)
        .map(|entry| Act {
            id: entry.id,
            at: entry.at,
            author: entry.author.name.clone(),
            label: entry.label.clone(),
            step: entry.step,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Card, Row, card, history};
    use crate::domain::PersonId;
    use crate::domain::sample::{Sample, day};
    use crate::plan::Index;

    fn titles(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(|row| row.title.as_str()).collect()
    }

    fn card_of(sample: &Sample, person: PersonId) -> Card {
        let school = sample.workspace.school();
        card(school, &Index::of(school, day(10)), person)
    }

    #[test]
    fn a_teacher_has_posts_a_class_and_lines() {
        let sample = Sample::new();
        let card = card_of(&sample, sample.baranov);
        assert_eq!(titles(&card.posts), ["Учитель математики"]);
        assert_eq!(titles(&card.homerooms), ["7А"]);
        assert_eq!(titles(&card.lines), ["Математика, 7А"]);
        assert!(card.enrolments.is_empty() && card.family.is_empty());
    }

    #[test]
    fn a_family_is_seen_from_both_sides() {
        let sample = Sample::new();
        assert_eq!(titles(&card_of(&sample, sample.zueva).family), ["Зуева Ольга Петровна"]);
        assert_eq!(titles(&card_of(&sample, sample.zueva_mother).family), ["Зуева Ева Марковна"]);
        assert_eq!(titles(&card_of(&sample, sample.zueva).enrolments), ["7А"]);
    }

    #[test]
    fn history_holds_what_touched_the_person() {
        let sample = Sample::new();
        let subjects = |person| {
            let acts = history(&sample.workspace, person);
            acts.into_iter().map(|act| act.label.subject).collect::<Vec<_>>()
        };
        assert_eq!(
            subjects(sample.zueva_mother),
            ["Зуева Ольга Петровна · Зуева Ева Марковна", "Зуева Ольга Петровна"]
        );
        assert_eq!(subjects(sample.lugova), ["Лугова Вера Петровна · Секретарь", "Лугова Вера Петровна"]);
    }
}

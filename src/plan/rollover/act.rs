//! Carrying the change of the year out: the records of a proposal, and putting away the chats of years that are over.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{ClassRow, Proposal, classes_of, key, own_classes, stays, terms, this_year};
use crate::clause;
use crate::domain::words::fold;
use crate::domain::{
    Act, Chat, ChatId, ChatScope, ChatState, Class, ClassId, ClassKind, ClauseId, Context, Draft, Enrolment,
    HomeroomAssignment, IdSource, LoadLine, Membership, Movement, MovementKind, Period, PersonId, Record, RecordKind,
    Refusal, School, SchoolYear, SchoolYearId, Verb,
};
use crate::plan::Index;

/// Moves the school to the next year (2.1/11). One step of undo, whatever its size.
#[derive(Debug)]
pub struct Rollover {
    label: String,
    records: Vec<Record>,
}

impl Act for Rollover {
    fn clause(&self) -> ClauseId {
        clause!("2.1/11")
    }

    fn verb(&self) -> Verb {
        Verb::Rollover
    }

    fn kind(&self) -> RecordKind {
        RecordKind::SchoolYear
    }

    fn subject(&self, _: &School) -> String {
        self.label.clone()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        self.records.iter().for_each(|record| draft.put(record.clone()));
        Ok(())
    }
}

/// What the records are written with.
struct Pen<'a> {
    school: &'a School,
    index: &'a Index,
    proposal: &'a Proposal,
    ids: &'a mut IdSource,
    records: Vec<Record>,
    /// The last day of the old year's stays.
    close: NaiveDate,
    /// The last day of those who leave.
    graduation: NaiveDate,
    /// The classes of the next year by label.
    targets: BTreeMap<(u8, String), ClassId>,
}

impl Rollover {
    /// Writes the records of a proposal.
    #[must_use]
    pub fn new(school: &School, index: &Index, proposal: &Proposal, today: NaiveDate, ids: &mut IdSource) -> Self {
        let choices = &proposal.choices;
        let close = choices.from.pred_opt().unwrap_or(choices.from);
        let graduation = this_year(school, index).map_or(close, |year| year.to.min(close));
        let targets = classes_of(school, proposal.year);
        let records = Vec::new();
        let mut pen = Pen { school, index, proposal, ids, records, close, graduation, targets };
        let label = pen.year();
        pen.close_classes();
        let places = pen.students();
        pen.homerooms();
        if choices.copies_load {
            pen.load(&places);
        }
        pen.members(&places);
        if close <= today {
            let old = index.year.map(|year| chats_of(school, year)).unwrap_or_default();
            pen.records.extend(old.into_iter().filter_map(|id| archived(school, id, today)));
        }
        Self { label, records: pen.records }
    }
}

impl Pen<'_> {
    /// The next year with its classes; gives its name.
    fn year(&mut self) -> String {
        let choices = &self.proposal.choices;
        let id = self.proposal.year.unwrap_or_else(|| self.ids.fresh());
        let there = self.school.years().get(&id).map(|year| year.as_ref().clone());
        let year = there.unwrap_or(SchoolYear { id, from: choices.from, to: choices.to });
        let label = year.label();
        if self.proposal.year.is_none() {
            self.records.push(Record::new(year));
        }
        for row in &self.proposal.rows {
            let Some(to) = &row.to else { continue };
            if self.targets.contains_key(&key(to)) {
                continue;
            }
            let new: ClassId = self.ids.fresh();
            self.targets.insert(key(to), new);
            let profile = row.from.and_then(|id| self.school.classes().get(&id)).map(|class| class.profile.clone());
            let kind = ClassKind::Class { label: to.clone(), year: id };
            let profile = profile.unwrap_or_default();
            self.records.push(Record::new(Class { id: new, kind, profile, archived: None }));
        }
        label
    }

    fn target(&self, row: &ClassRow) -> Option<ClassId> {
        row.to.as_ref().and_then(|label| self.targets.get(&key(label))).copied()
    }

    /// The class of the next year for a student who repeats: the same letter, or the first of the grade.
    fn repeated(&self, class: ClassId) -> Option<ClassId> {
        let label = self.school.classes().get(&class)?.label()?;
        let same = self.targets.get(&key(label)).copied();
        same.or_else(|| self.targets.iter().find(|((grade, _), _)| *grade == label.grade()).map(|(_, id)| *id))
    }

    fn close_classes(&mut self) {
        let on = Some(self.proposal.choices.from);
        let closed = own_classes(self.school, self.index).map(|class| Class { archived: on, ..class.clone() });
        self.records.extend(closed.map(Record::new));
    }

    /// Ends the stays, begins the next ones, writes a movement for each; gives where everybody is.
    fn students(&mut self) -> BTreeMap<PersonId, ClassId> {
        let mut places = BTreeMap::new();
        let stays = stays(self.school, self.index);
        let order = self.proposal.choices.order;
        for row in &self.proposal.rows {
            let Some(from) = row.from else { continue };
            let (next, same) = (self.target(row), self.repeated(from));
            let groups = [
                (&row.moving, MovementKind::Promote, next),
                (&row.repeating, MovementKind::Repeat, same),
                (&row.leaving, MovementKind::Graduate, None),
            ];
            for (people, kind, to) in groups {
                for person in people {
                    let last = if to.is_some() { self.close } else { self.graduation };
                    if let Some(stay) = stays.get(person) {
                        let last = stay.period.from.map_or(last, |from| last.max(from));
                        self.records
                            .push(Record::new(Enrolment { period: ended(stay.period, last), ..(*stay).clone() }));
                    }
                    let on = last.succ_opt().unwrap_or(last);
                    if let Some(class) = to {
                        places.insert(*person, class);
                        let (id, period) = (self.ids.fresh(), Period::since(self.proposal.choices.from));
                        self.records.push(Record::new(Enrolment { id, student: *person, class, period, order }));
                    }
                    self.records.push(Record::new(Movement {
                        id: self.ids.fresh(),
                        kind,
                        person: *person,
                        on,
                        order,
                        from: Some(from),
                        to,
                        place: String::new(),
                        steps: Vec::new(),
                        note: String::new(),
                    }));
                }
            }
        }
        places
    }

    fn homerooms(&mut self) {
        let rows: BTreeMap<ClassId, &ClassRow> =
            self.proposal.rows.iter().filter_map(|row| row.from.map(|id| (id, row))).collect();
        let mut led: BTreeSet<ClassId> = self
            .school
            .homerooms()
            .values()
            .filter(|term| term.period.contains(self.proposal.choices.from))
            .map(|term| term.class)
            .collect();
        for term in terms(self.school, self.index) {
            let Some(row) = rows.get(&term.class) else { continue };
            let period = ended(term.period, self.close);
            self.records.push(Record::new(HomeroomAssignment { period, ..term.clone() }));
            let (Some(teacher), Some(class)) = (row.teacher, self.target(row)) else { continue };
            // 2.1/8: two classes that become one keep one class teacher, and an approved list is followed.
            let approved = self
                .school
                .distributions()
                .values()
                .find(|list| Some(list.year) == self.proposal.year && list.order.is_some());
            let fits = approved.is_none_or(|list| list.rows.get(&class) == Some(&teacher));
            if fits && led.insert(class) {
                let (id, period) = (self.ids.fresh(), Period::since(self.proposal.choices.from));
                self.records.push(Record::new(HomeroomAssignment { id, class, teacher, period, order: None }));
            }
        }
    }

    /// The lines of a class go on with it; members of subgroups who went elsewhere are left out.
    fn load(&mut self, places: &BTreeMap<PersonId, ClassId>) {
        let targets: BTreeMap<ClassId, ClassId> =
            self.proposal.rows.iter().filter_map(|row| Some((row.from?, self.target(row)?))).collect();
        let mut seen: BTreeSet<_> =
            self.school.load().values().map(|line| (line.class, line.subject, fold(&line.group))).collect();
        for line in self.school.load().values() {
            let Some(class) = targets.get(&line.class).copied() else { continue };
            if !seen.insert((class, line.subject, fold(&line.group))) {
                continue;
            }
            let stays = |id: &&PersonId| places.get(*id) == Some(&class);
            let members = line.members.iter().filter(stays).copied().collect();
            let (id, teacher) = (self.ids.fresh(), line.teacher);
            let (subject, group, hours) = (line.subject, line.group.clone(), line.hours);
            self.records.push(Record::new(LoadLine { id, class, subject, group, members, teacher, hours }));
        }
    }

    /// Memberships end with the old class; where the platform renames classes, members are in the next one.
    fn members(&mut self, places: &BTreeMap<PersonId, ClassId>) {
        let rows: BTreeMap<ClassId, Option<ClassId>> =
            self.proposal.rows.iter().filter_map(|row| Some((row.from?, self.target(row)))).collect();
        let day = self.index.day;
        // Who belongs into no class (2.7/1) is left to the audit: a mistake of before does not stop the year.
        let belongs = |person: PersonId| self.index.is_staff(person) || self.index.class_of.contains_key(&person);
        let now = |row: &&std::sync::Arc<Membership>| row.period.contains(day) && belongs(row.person);
        for row in self.school.memberships().values().filter(now) {
            let Some(target) = rows.get(&row.class) else { continue };
            let period = ended(row.period, self.close);
            self.records.push(Record::new(Membership { period, ..row.as_ref().clone() }));
            let class = match row.role {
                crate::domain::MemberRole::Student => {
                    places.get(&row.person).copied().filter(|class| Some(*class) == *target)
                }
                crate::domain::MemberRole::Teacher => *target,
            };
            if let Some(class) = class.filter(|_| self.proposal.choices.keeps_members) {
                let (id, period) = (self.ids.fresh(), Period::since(self.proposal.choices.from));
                self.records.push(Record::new(Membership { id, class, period, ..row.as_ref().clone() }));
            }
        }
    }
}

/// The period, over on a day at the latest.
fn ended(period: Period, last: NaiveDate) -> Period {
    Period { to: Some(period.to.map_or(last, |to| to.min(last))), ..period }
}

/// The chats of a year's classes and groups that are still in use.
pub fn chats_of(school: &School, year: SchoolYearId) -> Vec<ChatId> {
    let is_own = |class: ClassId| school.classes().get(&class).is_some_and(|class| class.year() == Some(year));
    let belongs = |scope: &ChatScope| match scope {
        ChatScope::School => false,
        ChatScope::Class(class) | ChatScope::Subject { class, .. } => is_own(*class),
        ChatScope::Activity(id) => school.activities().get(id).is_some_and(|group| group.year == year),
    };
    let live = school.chats().values().filter(|chat| chat.state.is_live() && belongs(&chat.scope));
    live.map(|chat| chat.id).collect()
}

/// The chats of years that are over, still in use: to be put away.
#[must_use]
pub fn chats_of_past_years(school: &School, today: NaiveDate) -> Vec<ChatId> {
    let over = school.years().values().filter(|year| year.to < today);
    // In the summer the chats of the last year go on until the next one begins.
    let last = school.years().values().map(|year| year.from).filter(|from| *from <= today).max();
    over.filter(|year| last.is_some_and(|last| year.from < last)).flat_map(|year| chats_of(school, year.id)).collect()
}

fn archived(school: &School, id: ChatId, on: NaiveDate) -> Option<Record> {
    let chat = school.chats().get(&id)?.as_ref().clone();
    Some(Record::new(Chat { state: ChatState::Archived { on }, ..chat }))
}

/// Puts the chats of years that are over away.
#[derive(Debug)]
pub struct ArchiveChats(pub Vec<ChatId>);

impl Act for ArchiveChats {
    fn clause(&self) -> ClauseId {
        clause!("2.1/11")
    }

    fn verb(&self) -> Verb {
        Verb::CloseChats
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }

    fn subject(&self, _: &School) -> String {
        self.0.len().to_string()
    }

    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        let school = draft.before();
        let rows: Vec<Record> = self.0.iter().filter_map(|id| archived(school, *id, context.today)).collect();
        for row in rows {
            draft.put(row);
        }
        Ok(())
    }
}

//! Each lint by case: a school that has the defect, and one that has not.

mod chat;
mod compliance;
mod invite;
mod law;
mod office;
mod people;
mod staff;

use std::collections::BTreeSet;
use std::sync::Arc;

use expect_test::Expect;

use super::{Finding, Lint, audit};
use crate::clause;
use crate::domain::sample::{Sample, context, day};
use crate::domain::{
    Appointment, Change, Changes, ConsentState, Context, Draft, HomeroomDistribution, LocalAct, LocalActId,
    LocalActKind, MemberRole, Membership, Nomenclature, Participation, Period, Person, PersonId, PersonName, Record,
    RegulationEdition, School, Verification, VerificationState,
};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::{self, Lang};

/// A school with records beyond what the rules would let in.
fn with(school: &School, records: impl IntoIterator<Item = Record>) -> School {
    let mut draft = Draft::new(school);
    for record in records {
        draft.put(record);
    }
    let changes = draft.finish().unwrap();
    let mut school = school.clone();
    school.apply(&changes).unwrap();
    school
}

fn review(school: &School, context: &Context) -> Vec<Finding> {
    let index = Index::of(school, context.today);
    let regulation = Regulation::bundled();
    audit(school, &index, &Plan::of(school, &index, regulation), regulation, context)
}

/// What the findings of a lint say in Russian, a line each.
fn lines(school: &School, lint: Lint, context: &Context) -> String {
    let found = review(school, context).into_iter().filter(|finding| finding.lint == lint);
    let lines = found.map(|finding| {
        let severity = finding.severity.code();
        format!("{severity} {} {}", finding.clause, text::audit::sentence(Lang::Ru, school, &finding))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The sample with a change, and with records that no command would let in.
#[track_caller]
fn check(lint: Lint, change: impl FnOnce(&mut Sample) -> Vec<Record>, expected: &Expect) {
    check_on(lint, &context(), change, expected);
}

/// The same, reviewed on a day of 2026.
#[track_caller]
fn check_later(lint: Lint, date: &str, change: impl FnOnce(&mut Sample) -> Vec<Record>, expected: &Expect) {
    check_on(lint, &Context { today: date.parse().unwrap(), ..context() }, change, expected);
}

#[track_caller]
fn check_on(lint: Lint, on: &Context, change: impl FnOnce(&mut Sample) -> Vec<Record>, expected: &Expect) {
    let mut sample = Sample::new();
    let raw = change(&mut sample);
    let school = with(sample.workspace.school(), raw);
    expected.assert_eq(&lines(&school, lint, on));
}

/// An act of the school.
fn act(sample: &mut Sample, kind: LocalActKind, number: &str, on: u32, title: &str) -> LocalActId {
    let id = sample.ids.fresh();
    let signer = (kind == LocalActKind::Order).then_some(sample.orlova);
    sample.save(LocalAct { id, kind, number: number.into(), date: day(on), title: title.into(), signer });
    id
}

/// Lets somebody of the staff into the staff room since a day of September.
fn join(sample: &mut Sample, person: PersonId, since: u32) {
    let id = sample.ids.fresh();
    let (class, role) = (sample.staff_room, MemberRole::Teacher);
    sample.save(Membership { id, person, class, role, period: Period::since(day(since)) });
}

/// Says how far a status is.
fn status(sample: &mut Sample, person: PersonId, state: VerificationState) {
    let id = sample.ids.fresh();
    sample.save(Verification { id, person, state });
}

/// An edition in force by protocol and order.
fn edition(sample: &mut Sample) -> RegulationEdition {
    let protocol = Some(act(sample, LocalActKind::Protocol, "1", 1, "Педагогический совет"));
    let order = Some(act(sample, LocalActKind::Order, "101", 2, "Об утверждении Положения"));
    RegulationEdition {
        id: sample.ids.fresh(),
        edition: "gymnasium-44".into(),
        title: "Положение".into(),
        version: "2026".into(),
        protocol,
        order,
        from: Some(day(2)),
        to: None,
        amends: None,
        changes: String::new(),
        text: String::new(),
        data: String::new(),
    }
}

/// The codes are those of SPEC's table, each once.
#[test]
fn lints_have_their_codes() {
    let codes: Vec<&str> = Lint::ALL.iter().map(|lint| lint.code()).collect();
    let expected: Vec<String> = (1..=28).map(|number| format!("L{number:02}")).collect();
    assert_eq!(codes, expected);
    assert!(Lint::ALL.iter().all(|lint| Lint::from_code(lint.code()) == Some(*lint)));
}

#[test]
fn an_empty_school_is_reviewed_too() {
    let found = review(&School::default(), &context());
    assert!(found.iter().any(|finding| finding.touches(clause!("2.1/4"))));
}

#[test]
fn every_finding_speaks_both_languages_and_has_a_key_of_its_own() {
    let sample = Sample::new().with_office();
    let school = sample.workspace.school();
    let found = review(school, &context());
    let mut keys: Vec<String> = found.iter().map(Finding::key).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), found.len());
    for finding in &found {
        let [ru, en] = [Lang::Ru, Lang::En].map(|lang| text::audit::sentence(lang, school, finding));
        assert!(!ru.is_empty() && !en.is_empty() && ru != en, "{ru} {en}");
    }
}

/// What a session keeps from edit to edit.
#[derive(Default)]
struct Kept {
    index: Index,
    plan: Arc<Plan>,
    memo: super::Memo,
}

impl Kept {
    /// Follows a school to its next state, and compares with what begins anew there.
    #[track_caller]
    fn follow(&mut self, school: &School, on: &Context, what: &str) {
        let regulation = Regulation::bundled();
        self.index = Index::after(&self.index, school, on.today);
        self.plan = Plan::after(&self.plan, school, &self.index, regulation);
        let found = self.memo.audit(school, &self.index, &self.plan, regulation, on);
        let index = Index::of(school, on.today);
        let plan = Plan::of(school, &index, regulation);
        assert!(self.index == index, "the index {what}");
        assert!(*self.plan == plan, "the plan {what}");
        assert_eq!(found, audit(school, &index, &plan, regulation, on), "the findings {what}");
    }
}

/// Takes one record after the other out, whatever then points to nothing: a review never fails, and what remembers says
/// the same as what begins anew.
#[test]
fn what_is_remembered_is_what_a_new_review_finds() {
    let sample = Sample::new().with_office();
    let school = sample.workspace.school();
    let mut kept = Kept::default();
    kept.follow(school, &context(), "of the sample");
    for record in school.records() {
        let gone = Change::new(Some(record.clone()), None).into_iter().collect::<Changes>();
        let mut without = school.clone();
        without.apply(&gone).unwrap();
        kept.follow(&without, &context(), &format!("without {:?}", record.key()));
        kept.follow(school, &context(), &format!("with {:?}", record.key()));
    }
}

/// The same in a whole school, from each of whose tables a record goes, one after the other.
#[test]
fn what_is_remembered_holds_in_a_whole_school() {
    let (mut school, on) = demo();
    let mut kept = Kept::default();
    kept.follow(&school, &on, "of the demo school");
    let mut kinds = BTreeSet::new();
    let first: Vec<Record> = school.records().filter(|record| kinds.insert(record.key().kind)).collect();
    assert!(first.len() > 30, "{}", first.len());
    for record in first {
        let key = record.key();
        school.apply(&Change::new(Some(record), None).into_iter().collect()).unwrap();
        kept.follow(&school, &on, &format!("without {key:?}"));
    }
}

/// The same where a whole table goes and comes back: what a rule reads beside its own records shows then.
#[test]
fn what_is_remembered_follows_whole_tables() {
    let (school, on) = demo();
    let mut kept = Kept::default();
    kept.follow(&school, &on, "of the demo school");
    for kind in crate::domain::RecordKind::ALL {
        let rows = school.records().filter(|record| record.key().kind == *kind);
        let gone = rows.flat_map(|record| Change::new(Some(record), None)).collect::<Changes>();
        let mut without = school.clone();
        without.apply(&gone).unwrap();
        kept.follow(&without, &on, &format!("without any {kind:?}"));
        kept.follow(&school, &on, &format!("with {kind:?} again"));
    }
}

/// An edit of a person.
type Edit = fn(&mut Person);

/// Fields of people are followed one by one: each of those that something follows from, of students, a representative,
/// one of the staff, and somebody of whom each lint speaks.
#[test]
fn what_is_remembered_follows_the_fields_of_people() {
    let (mut school, on) = demo();
    // Nobody has signed anything yet: who is expected to counts then.
    let unsigned = school.sheets().values().flat_map(|row| {
        let mut after = row.as_ref().clone();
        after.people.values_mut().for_each(|on| *on = None);
        Change::new(Some(Record::AcknowledgementSheet(row.clone())), Some(after.into()))
    });
    let unsigned = unsigned.collect::<Changes>();
    school.apply(&unsigned).unwrap();
    let mut kept = Kept::default();
    kept.follow(&school, &on, "of the demo school");
    let index = Index::of(&school, on.today);
    // Two of a class become namesakes, whom birth dates tell apart.
    let [one, other, ..] = index.students_of(index.classes[0]) else { panic!("a class of two") };
    let mut people = vec![*one, *other, index.parents[one][0].0, *index.positions.keys().next().unwrap()];
    let mut lints = BTreeSet::new();
    let found = review(&school, &on).into_iter().filter(|finding| lints.insert((finding.lint, finding.clause)));
    people.extend(found.filter_map(|finding| finding.people.first().copied()));
    people.sort();
    people.dedup();
    assert!(people.len() > 12, "{}", people.len());
    let fields: [(&str, Edit); 8] = [
        ("birth date", |person| person.birth_date = Some(day(2))),
        ("name", |person| person.name = PersonName::parse("Яшина Tамара Ивановна").unwrap()),
        ("birth date taken away", |person| person.birth_date = None),
        ("birth date given again", |person| person.birth_date = Some(day(1))),
        ("phone", |person| person.phone = Some("+7 (000) 000-00-01".parse().unwrap())),
        ("participation", |person| person.participation = Participation::Refused),
        ("consent", |person| person.consent.state = ConsentState::Withdrawn),
        ("note", |person| person.note = "заметка".into()),
    ];
    for person in people {
        for (name, edit) in fields {
            let before = school.people()[&person].as_ref().clone();
            let mut after = before.clone();
            edit(&mut after);
            school.apply(&Change::new(Some(before.into()), Some(after.into())).into_iter().collect()).unwrap();
            kept.follow(&school, &on, &format!("after the {name} of {person:?}"));
        }
    }
}

/// A record takes over all that another of its kind says, and so moves from whom it was about to somebody else: of each
/// kind a few, one after the other.
#[test]
fn what_is_remembered_follows_what_moves() {
    let (mut school, on) = demo();
    let mut kept = Kept::default();
    kept.follow(&school, &on, "of the demo school");
    for kind in crate::domain::RecordKind::ALL {
        let rows: Vec<Record> = school.records().filter(|record| record.key().kind == *kind).collect();
        let (third, last) = (rows.len() / 3, rows.len().saturating_sub(1));
        for (to, from) in [(0, last), (third, 0), (last, third), (2 * third, last)] {
            let (Some(to), Some(from)) = (rows.get(to), rows.get(from)) else { continue };
            if to.key() == from.key() {
                continue;
            }
            let mut moved = serde_json::to_value(from).unwrap();
            let fields = moved.as_object_mut().and_then(|kind| kind.values_mut().next()).unwrap();
            fields["id"] = serde_json::to_value(to.key().id).unwrap();
            let (before, after) = (school.record(to.key()), serde_json::from_value(moved).unwrap());
            school.apply(&Change::new(before, Some(after)).into_iter().collect()).unwrap();
            kept.follow(&school, &on, &format!("where {:?} is as {:?}", to.key(), from.key()));
        }
    }
}

/// A mother whose consent nobody knows is told in the first of her children's classes: where that child leaves it, in the
/// other's, whom no altered record names.
#[test]
fn what_is_remembered_reaches_brothers_and_sisters() {
    let mut sample = Sample::new();
    let brother = sample.ids.fresh();
    sample.save(Person { id: brother, ..sample.workspace.school().people()[&sample.zueva].as_ref().clone() });
    let school = sample.workspace.school();
    let stay = Arc::clone(school.enrolments().values().next().unwrap());
    let link = Arc::clone(school.representations().values().next().unwrap());
    let (id, class) = (sample.ids.fresh(), sample.class_7b);
    sample.save(crate::domain::Enrolment { id, student: brother, class, ..stay.as_ref().clone() });
    let id = sample.ids.fresh();
    sample.save(crate::domain::Representation { id, child: brother, ..link.as_ref().clone() });
    let mut kept = Kept::default();
    kept.follow(sample.workspace.school(), &context(), "of the sample");
    let gone = Change::new(Some(Record::Enrolment(stay)), None).into_iter().collect();
    let mut school = sample.workspace.school().clone();
    school.apply(&gone).unwrap();
    kept.follow(&school, &context(), "where the sister has left");
}

/// An earlier plan serves another day as little as another edition.
#[test]
fn what_is_remembered_knows_its_day() {
    let (school, on) = demo();
    let mut kept = Kept::default();
    for today in [on.today, day(1), on.today] {
        kept.follow(&school, &Context { today, ..on.clone() }, &format!("on {today}"));
    }
}

/// The demo school on its day.
fn demo() -> (School, Context) {
    use crate::demo::{DAY, Scale, school};
    let school = school(Scale::Gymnasium, &mut crate::domain::IdSource::new(1_788_000_000_000, [44; 10])).unwrap();
    (school, Context { today: DAY, ..context() })
}

/// The settled school: nothing of it is an error.
fn settle(sample: &mut Sample) {
    let edition = edition(sample);
    sample.save(edition);
    act(sample, LocalActKind::Order, "103", 3, "Об использовании учебного профиля");
    for person in [sample.orlova, sample.vetrova, sample.baranov] {
        join(sample, person, 3);
        let by = Some(if person == sample.orlova { sample.vetrova } else { sample.orlova });
        status(sample, person, VerificationState::Confirmed { on: day(5), by });
    }
    let (person, order) = (sample.baranov, Some(sample.order));
    let id = sample.ids.fresh();
    let post = crate::domain::AdministratorPost::Platform;
    sample.save(Appointment {
        id,
        person,
        post,
        period: Period::since(day(1)),
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    });
    let id = sample.ids.fresh();
    let labels = ["7А", "7Б"].map(|label| label.parse().unwrap()).to_vec();
    sample.save(Nomenclature { id, year: sample.year, order, classes: labels });
    let id = sample.ids.fresh();
    let rows = std::collections::BTreeMap::from([(sample.class_7a, sample.baranov)]);
    sample.save(HomeroomDistribution { id, year: sample.year, order, rows });
}

//! Each lint by case: a school that has the defect, and one that has not.

mod chat;
mod compliance;
mod invite;
mod law;
mod office;
mod people;
mod staff;

use expect_test::Expect;

use super::{Finding, Lint, audit};
use crate::clause;
use crate::domain::sample::{Sample, context, day};
use crate::domain::{
    Appointment, Context, Draft, HomeroomDistribution, LocalAct, LocalActId, LocalActKind, MemberRole, Membership,
    Nomenclature, Period, PersonId, Record, RegulationEdition, School, Verification, VerificationState,
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

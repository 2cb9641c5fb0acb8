//! The files of a whole school, read and proposed: what EXPECTED.json of the fixtures says.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::library_decoder::LibraryDecoder;
use super::proposal::{Choice, CountOf, ImportOptions, Proposal, propose};
use super::read::{ReadFile, ReadOptions, read_file};
use super::{ProblemKind, Severity};
use crate::domain::{Author, Class, Command, Context, IdSource, RecordKind, School, StaffCategory, Workspace};

mod hostile;
mod plan;
mod quirks;

/// The day of the tests.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 10).unwrap()
}

fn context() -> Context {
    Context { now: "2026-09-10T09:00:00Z".parse().unwrap(), today: today(), author: Author::default() }
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/gymnasium/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn read(name: &str) -> ReadFile {
    read_file(name, &fixture(name), &LibraryDecoder, &ReadOptions::default()).unwrap()
}

/// Imports out of order, as files are dropped.
const CSV: [&str; 5] = ["load.csv", "parents.csv", "students.csv", "extracurricular.csv", "staff.xlsx"];

fn files(names: &[&str]) -> Vec<ReadFile> {
    names.iter().map(|name| read(name)).collect()
}

/// A plan with the source of its identities.
struct Plan {
    workspace: Workspace,
    ids: IdSource,
}

impl Plan {
    fn new() -> Self {
        Self { workspace: Workspace::default(), ids: IdSource::new(1_788_000_000_000, [5; 10]) }
    }

    fn school(&self) -> &School {
        self.workspace.school()
    }

    fn propose(&mut self, files: &[ReadFile], adjust: impl Fn(&mut ImportOptions)) -> Proposal {
        let mut options = ImportOptions::usual(self.workspace.school(), today());
        adjust(&mut options);
        propose(self.workspace.school(), files, &options, &mut self.ids, &mut |_, _| ControlFlow::Continue(())).unwrap()
    }

    #[track_caller]
    fn take(&mut self, proposal: Proposal) {
        let command = proposal.into_command("files".to_owned());
        let id = self.ids.fresh();
        self.workspace.dispatch(id, &command, &context()).unwrap_or_else(|refusal| panic!("{refusal}"));
    }
}

fn allow(options: &mut ImportOptions, choice: Choice) {
    options.choices.insert(choice);
}

/// The name of a problem's kind, as the exchange with the worker writes it.
fn kind_of(problem: &super::Problem) -> String {
    match serde_json::to_value(&problem.kind).unwrap() {
        serde_json::Value::String(kind) => kind,
        serde_json::Value::Object(kind) => kind.keys().next().cloned().unwrap_or_default(),
        other => panic!("{other}"),
    }
}

/// The problems as `file:line kind`.
fn told(proposal: &Proposal) -> Vec<String> {
    let line = |problem: &super::Problem| {
        let kind = kind_of(problem);
        format!("{}:{} {:?} {kind}", problem.place.file, problem.place.line, problem.severity)
    };
    proposal.problems.iter().map(line).collect()
}

#[test]
fn the_files_of_the_gymnasium_are_taken_as_expected() {
    let mut plan = Plan::new();
    let files = files(&CSV);
    let proposal = plan.propose(&files, |_| {});
    let created = |of| (proposal.count(of).created, proposal.count(of).total());
    assert_eq!(created(CountOf::Classes), (31, 31));
    assert_eq!(created(CountOf::Students), (778, 778));
    assert_eq!(created(CountOf::Staff), (62, 62));
    assert_eq!(created(CountOf::Homerooms), (30, 30));
    assert_eq!(created(CountOf::Parents), (1130, 1130));
    assert_eq!(created(CountOf::Load), (403, 403));
    assert_eq!(created(CountOf::Activities), (10, 10));
    expect_test::expect![[r"
        load.csv:405 Error teacherNotOnStaff
        parents.csv:1249 Error childNotOnRoster
        students.csv:1 Note droppedColumn
        students.csv:777 Error missingGivenName
        students.csv:778 Error impossibleDate
        students.csv:779 Note exactDuplicate
        students.csv:781 Warning possibleDuplicate
        students.csv:782 Note latinInClass
        students.csv:783 Note subtotal
        staff.xlsx:0 Warning classWithoutTeacher
        staff.xlsx:67 Note subtotal
        staff.xlsx:0 Note sheetWithoutTable"]]
    .assert_eq(&told(&proposal).join("\n"));
    let without = proposal.problems.iter().find_map(|problem| match &problem.kind {
        ProblemKind::ClassWithoutTeacher { label } => Some(label.to_string()),
        _ => None,
    });
    assert_eq!(without.as_deref(), Some("6В"));
    plan.take(proposal);
    let school = plan.school();
    assert_eq!(school.classes().len(), 31);
    assert_eq!(school.people().len(), 778 + 62 + 1130);
    assert_eq!(school.representations().len(), 1247);
    assert_eq!(school.count(RecordKind::LoadLine), 403);
    assert_eq!(school.homerooms().len(), 30);
    // The first row of the workbook: a phone stored as a number, a date as a count of days.
    let head = school.positions().values().find(|post| post.category == StaffCategory::Head).unwrap();
    assert_eq!((head.title.as_str(), head.period.from), ("Директор", NaiveDate::from_ymd_opt(2010, 8, 25)));
    let phone = school.people()[&head.person].phone.map(crate::domain::Phone::compact);
    assert_eq!(phone.as_deref(), Some("+70002193258"));
}

#[test]
fn a_row_with_an_impossible_date_is_taken_without_it_when_asked() {
    let mut plan = Plan::new();
    let proposal = plan.propose(&files(&CSV), |options| allow(options, Choice::TakeWithoutDate));
    assert_eq!(proposal.count(CountOf::Students).created, 779);
    assert!(told(&proposal).contains(&"students.csv:778 Warning impossibleDate".to_owned()));
    plan.take(proposal);
    let impossible = plan.school().people().values().find(|person| person.name.family() == "Невозможный").cloned();
    assert_eq!(impossible.and_then(|person| person.birth_date), None);
}

#[test]
fn the_same_files_again_propose_nothing() {
    let mut plan = Plan::new();
    let files = files(&CSV);
    let first = plan.propose(&files, |_| {});
    plan.take(first);
    let again = plan.propose(&files, |_| {});
    assert_eq!(again.records, []);
    assert_eq!(again.count(CountOf::Students).unchanged, 778);
    assert_eq!(again.count(CountOf::Parents).unchanged, 1130);
    assert_eq!(again.absent, []);
}

#[test]
fn files_one_by_one_give_the_same_school() {
    let mut at_once = Plan::new();
    let all = files(&CSV);
    let proposal = at_once.propose(&all, |_| {});
    at_once.take(proposal);
    let mut one_by_one = Plan::new();
    for name in ["staff.xlsx", "students.csv", "parents.csv", "load.csv", "extracurricular.csv"] {
        let proposal = one_by_one.propose(&[read(name)], |_| {});
        one_by_one.take(proposal);
    }
    for kind in RecordKind::ALL {
        assert_eq!(at_once.school().count(*kind), one_by_one.school().count(*kind), "{kind:?}");
    }
    assert!(one_by_one.propose(&all, |_| {}).is_empty());
}

#[test]
fn one_undo_takes_the_import_back() {
    let mut plan = Plan::new();
    let proposal = plan.propose(&files(&CSV), |_| {});
    plan.take(proposal);
    let id = plan.ids.fresh();
    plan.workspace.undo(id, &context()).unwrap();
    assert_eq!(*plan.school(), School::default());
}

#[test]
fn nothing_more_is_kept_than_needed() {
    let mut plan = Plan::new();
    let proposal = plan.propose(&files(&CSV), |_| {});
    let json = serde_json::to_string(&proposal.records).unwrap();
    // An insurance number of the first row, a personal file, and every word of a dropped column.
    for gone in ["118-209-256", "Б-405", "НИЛС", "2019-01-08"] {
        assert!(!json.contains(gone), "{gone}");
    }
    plan.take(proposal);
    let people = plan.school().people();
    let with_date: BTreeSet<String> =
        people.values().filter(|person| person.birth_date.is_some()).map(|person| person.name.key()).collect();
    assert!(with_date.contains("елкина алена олеговна"));
    for key in with_date {
        let students = plan.school().enrolments().values().filter(|row| people[&row.student].name.key() == key);
        assert!(students.count() > 1, "{key} has no homonym");
    }
    let whole = files(&["students.csv"]);
    let whole = serde_json::to_string(&whole).unwrap();
    assert!(!whole.contains("118-209-256"), "the number does not even leave the reader");
}

#[test]
fn class_7a_is_whole() {
    let mut plan = Plan::new();
    let proposal = plan.propose(&files(&CSV), |_| {});
    plan.take(proposal);
    let school = plan.school();
    let named = |row: &&std::sync::Arc<Class>| row.label().is_some_and(|label| label.to_string() == "7А");
    let class = school.classes().values().find(named).unwrap().id;
    assert_eq!(school.enrolments().values().filter(|row| row.class == class).count(), 26);
    let teacher = school.homerooms().values().find(|row| row.class == class).unwrap().teacher;
    assert_eq!(school.people()[&teacher].name.to_string(), "Евсеева Оксана Владимировна");
}

#[test]
fn one_roster_alone_gives_the_plain_rows() {
    let mut plan = Plan::new();
    let proposal = plan.propose(&files(&["oneroster.zip"]), |_| {});
    let counts = [CountOf::Classes, CountOf::Students, CountOf::Staff, CountOf::Parents, CountOf::Homerooms];
    assert_eq!(counts.map(|of| proposal.count(of).created), [31, 775, 62, 1130, 30]);
    let grave: Vec<String> = told(&proposal).into_iter().filter(|line| line.contains("Error")).collect();
    assert_eq!(grave, [""; 0]);
    plan.take(proposal);
    assert!(plan.propose(&files(&["oneroster.zip"]), |_| {}).is_empty());
    // The tables after the archive add what only they know, and nobody twice.
    let proposal = plan.propose(&files(&CSV), |_| {});
    let counts = [CountOf::Classes, CountOf::Students, CountOf::Staff, CountOf::Parents, CountOf::Homerooms];
    assert_eq!(counts.map(|of| proposal.count(of).created), [0, 3, 0, 0, 0]);
    plan.take(proposal);
    assert_eq!(plan.school().people().len(), 778 + 62 + 1130);
}

#[test]
fn one_roster_after_the_tables_changes_nothing() {
    let mut plan = Plan::new();
    let proposal = plan.propose(&files(&CSV), |_| {});
    plan.take(proposal);
    let proposal = plan.propose(&files(&["oneroster.zip"]), |_| {});
    assert_eq!(proposal.records, []);
    // And all six at once add nobody twice either.
    let mut plan = Plan::new();
    let mut names = CSV.to_vec();
    names.push("oneroster.zip");
    let proposal = plan.propose(&files(&names), |_| {});
    assert_eq!(
        [CountOf::Students, CountOf::Staff, CountOf::Parents].map(|of| proposal.count(of).created),
        [778, 62, 1130]
    );
}

#[test]
fn every_planted_problem_is_of_its_severity() {
    let mut plan = Plan::new();
    let proposal = plan.propose(&files(&CSV), |options| allow(options, Choice::KeepWithoutTeacher));
    assert_eq!(proposal.count(CountOf::Load).created, 404);
    let errors = proposal.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    assert_eq!(errors, 3);
}

#[test]
fn work_stops_when_asked() {
    let mut plan = Plan::new();
    let files = files(&CSV);
    let options = ImportOptions::usual(plan.school(), today());
    let mut heard = Vec::new();
    let mut progress = |done: usize, total: usize| {
        heard.push((done, total));
        if done >= 500 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let stopped = propose(plan.workspace.school(), &files, &options, &mut plan.ids, &mut progress);
    assert!(stopped.is_err());
    assert_eq!(heard.last().map(|(done, _)| *done), Some(500));
    assert!(heard.iter().all(|(done, total)| done < total));
}

#[test]
fn the_members_of_a_chat_are_read() {
    let file = read("chat-members-7a.csv");
    let super::rows::Rows::ChatMembers(rows) = &file.lists[0].rows else { panic!("a list of members") };
    assert_eq!((rows.len(), rows[0].name.as_str(), rows[0].roles.join("+").as_str()), (24, "Илья Пахомов", "Учитель"));
    assert!(Plan::new().propose(&[file], |_| {}).is_empty());
}

#[test]
fn a_proposal_goes_to_the_worker_and_back() {
    let proposal = Plan::new().propose(&files(&CSV), |_| {});
    let text = serde_json::to_string(&proposal).unwrap();
    assert_eq!(serde_json::from_str::<Proposal>(&text).unwrap(), proposal);
    let command = proposal.into_command("x".to_owned());
    assert!(matches!(command, Command::ImportRoster { .. }));
}

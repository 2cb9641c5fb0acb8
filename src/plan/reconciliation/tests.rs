//! Lists of real members: of the fixtures, of the named people, and nonsense.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::{Expectation, Reconciliation, read, reconcile};
use crate::domain::sample::{Sample, context, day};
use crate::domain::{
    ChatScope, ConsentState, Enrolment, IdSource, Participation, Period, Person, PersonId, PersonName, School,
    Workspace,
};
use crate::plan::{Index, Plan, Seat};
use crate::regulation::Regulation;
use crate::roster::library_decoder::LibraryDecoder;
use crate::roster::{ImportOptions, ReadOptions, propose, read_file};

fn plan(school: &School) -> (Index, Plan) {
    let index = Index::of(school, day(10));
    let plan = Plan::of(school, &index, Regulation::bundled());
    (index, plan)
}

fn compare(
    school: &School,
    seats: &BTreeMap<PersonId, Seat>,
    owner: Option<PersonId>,
    decided: &BTreeMap<u32, PersonId>,
    text: &str,
) -> Reconciliation {
    let index = Index::of(school, day(10));
    let list = read(text).unwrap_or_else(|error| panic!("{error}"));
    reconcile(&Expectation { school, index: &index, seats, owner, decided }, &list)
}

fn names(school: &School, people: impl IntoIterator<Item = PersonId>) -> Vec<String> {
    people.into_iter().map(|id| school.person_name(id)).collect()
}

/// What a list says of the chat of 7А's students, in short.
#[track_caller]
fn check_with(sample: &Sample, decided: &BTreeMap<u32, PersonId>, text: &str, expected: &[&str]) {
    let school = sample.workspace.school();
    let (_, plan) = plan(school);
    let chat = plan.of_scope(&"class-students".into(), &ChatScope::Class(sample.class_7a)).unwrap();
    let found = compare(school, &plan.derived(chat), Some(sample.baranov), decided, text);
    let mut shown: Vec<String> = names(school, found.present.clone()).iter().map(|name| format!("+ {name}")).collect();
    shown.extend(names(school, found.missing.clone()).iter().map(|name| format!("- {name}")));
    for extra in &found.extra {
        let left = if extra.has_left { " left" } else { "" };
        shown.push(format!("{}: extra {}{left}", extra.line, school.person_name(extra.person)));
    }
    for wrong in &found.misroled {
        shown.push(format!("{}: {} as {}", wrong.line, school.person_name(wrong.person), wrong.found));
    }
    for homonym in &found.homonyms {
        shown.push(format!("{}: {}? {}", homonym.member.line, homonym.member.name, homonym.candidates.len()));
    }
    shown.extend(found.strangers.iter().map(|member| format!("{}: stranger {}", member.line, member.name)));
    shown.extend(found.repeated.iter().map(|member| format!("{}: repeated {}", member.line, member.name)));
    assert_eq!(shown, expected);
}

#[track_caller]
fn check(sample: &Sample, text: &str, expected: &[&str]) {
    check_with(sample, &BTreeMap::new(), text, expected);
}

fn student(sample: &mut Sample, name: &str) -> PersonId {
    let id = sample.ids.fresh();
    sample.save(Person::new(id, PersonName::parse(name).unwrap()));
    let (stay, class) = (sample.ids.fresh(), sample.class_7a);
    sample.save(Enrolment { id: stay, student: id, class, period: Period::since(day(1)), order: None });
    id
}

#[test]
fn the_fixture_says_what_is_expected() {
    let path = |name: &str| format!("{}/tests/fixtures/gymnasium/{name}", env!("CARGO_MANIFEST_DIR"));
    // The archive holds the valid rows only, as EXPECTED.json counts them.
    let bytes = std::fs::read(path("oneroster.zip")).unwrap();
    let file = read_file("oneroster.zip", &bytes, &LibraryDecoder, &ReadOptions::default()).unwrap();
    let (mut workspace, mut ids) = (Workspace::default(), IdSource::new(1_788_000_000_000, [5; 10]));
    let options = ImportOptions::usual(workspace.school(), day(10));
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let proposal = propose(workspace.school(), &[file], &options, &mut ids, go_on).unwrap();
    let id = ids.fresh();
    workspace.dispatch(id, &proposal.into_command("files".into()), &context()).unwrap();
    let school = workspace.school();
    let (index, plan) = plan(school);
    let class = index.classes.iter().find(|class| school.class_name(**class) == "7А").copied().unwrap();
    let chat = plan.of_scope(&"class-students".into(), &ChatScope::Class(class)).unwrap();
    let text = std::fs::read_to_string(path("chat-members-7a.csv")).unwrap();
    // The class teacher owns the chat; the platform's list leaves the owner out.
    let found = compare(school, &plan.derived(chat), index.homeroom.get(&class).copied(), &BTreeMap::new(), &text);

    let expected: serde_json::Value = serde_json::from_slice(&std::fs::read(path("EXPECTED.json")).unwrap()).unwrap();
    let expected = |key: &str| -> BTreeSet<String> {
        let rows = expected["chat-members"][key].as_array().unwrap();
        rows.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let missing: BTreeSet<String> = names(school, found.missing).into_iter().collect();
    let misroled: BTreeSet<String> =
        names(school, found.misroled.iter().map(|wrong| wrong.person)).into_iter().collect();
    let strangers: BTreeSet<String> = found.strangers.iter().map(|member| member.name.clone()).collect();
    assert_eq!(missing, expected("missing"));
    assert_eq!(misroled, expected("wrong_role"));
    assert_eq!(strangers, expected("extra"));
    assert!(found.extra.is_empty() && found.homonyms.is_empty() && found.repeated.is_empty());
}

#[test]
fn a_pasted_list_of_names() {
    let sample = Sample::new();
    check(&sample, "Ева Зуева", &["+ Зуева Ева Марковна"]);
    check(&sample, "• ЗУЕВА  ЕВА МАРКОВНА\n", &["+ Зуева Ева Марковна"]);
    check(&sample, "1\tЗуева Ева\tУченик", &["+ Зуева Ева Марковна"]);
    check(&sample, "Зуева Ева ученик\nБаранов Глеб учитель", &["+ Баранов Глеб Олегович", "+ Зуева Ева Марковна"]);
    check(
        &sample,
        "Зуевa Еvа\nПётр Посторонний",
        &["- Зуева Ева Марковна", "1: stranger Зуевa Еvа", "2: stranger Пётр Посторонний"],
    );
}

#[test]
fn roles_that_differ() {
    let sample = Sample::new();
    let list = "id,ФИО,Учебные заведения,Роли\n1,Ева Зуева,Гимназия,Родитель\n2,Глеб Баранов,Гимназия,Администратор\n";
    check(&sample, list, &["+ Баранов Глеб Олегович", "+ Зуева Ева Марковна", "2: Зуева Ева Марковна as Родитель"]);
    let unknown = "ФИО;Роли\nЕва Зуева;Герой\n";
    check(&sample, unknown, &["+ Зуева Ева Марковна"]);
}

#[test]
fn people_of_the_school_who_do_not_belong() {
    let mut sample = Sample::new();
    let gone = sample.ids.fresh();
    sample.save(Person::new(gone, PersonName::parse("Уваров Лев Ильич").unwrap()));
    check(
        &sample,
        "Ева Зуева\nОльга Зуева\nЛев Уваров\n",
        &["+ Зуева Ева Марковна", "2: extra Зуева Ольга Петровна", "3: extra Уваров Лев Ильич left"],
    );
}

#[test]
fn homonyms_are_decided_by_hand() {
    let mut sample = Sample::new();
    let first = student(&mut sample, "Ким Ева Львовна");
    let second = student(&mut sample, "Ким Ева Ильинична");
    let zueva = "+ Зуева Ева Марковна";
    check(&sample, "Ева Зуева\nЕва Ким\n", &[zueva, "2: Ева Ким? 2"]);
    // As many rows as people: everybody is there.
    check(&sample, "Ева Зуева\nЕва Ким\nЕва Ким\n", &[zueva, "+ Ким Ева Львовна", "+ Ким Ева Ильинична"]);
    check(
        &sample,
        "Ева Зуева\nЕва Ким\nЕва Ким\nЕва Ким\n",
        &[zueva, "+ Ким Ева Львовна", "+ Ким Ева Ильинична", "4: repeated Ева Ким"],
    );
    // The patronymic tells them apart.
    check(&sample, "Ева Зуева\nКим Ева Ильинична\n", &[zueva, "+ Ким Ева Ильинична", "- Ким Ева Львовна"]);
    let decided = BTreeMap::from([(2, first)]);
    check_with(&sample, &decided, "Ева Зуева\nЕва Ким\n", &[zueva, "+ Ким Ева Львовна", "- Ким Ева Ильинична"]);
    let decided = BTreeMap::from([(2, second), (3, second)]);
    check_with(
        &sample,
        &decided,
        "Ева Зуева\nЕва Ким\nЕва Ким\n",
        &[zueva, "+ Ким Ева Ильинична", "- Ким Ева Львовна", "3: repeated Ева Ким"],
    );
}

#[test]
fn who_stands_apart_is_never_missing() {
    let mut sample = Sample::new();
    for edit in [
        |person: &mut Person| person.participation = Participation::OffPlatform,
        |person: &mut Person| person.participation = Participation::Refused,
        |person: &mut Person| person.consent.state = ConsentState::Withdrawn,
    ] {
        let mut zueva = (*sample.workspace.school().people()[&sample.zueva]).clone();
        edit(&mut zueva);
        sample.save(zueva);
        check(&sample, "Глеб Баранов", &["+ Баранов Глеб Олегович"]);
    }
}

#[track_caller]
fn check_unreadable(text: &str, expected: &str) {
    assert_eq!(read(text).map_err(|error| error.to_string()), Err(expected.to_owned()));
}

#[test]
fn nonsense_is_refused() {
    check_unreadable("", "the file is empty");
    check_unreadable(" \n\t\n", "the file is empty");
    check_unreadable("\0\0\0", "binary data, not a table");
    check_unreadable("123;456\n", "no known columns");
    check_unreadable("ФИО;Роли\n;Ученик\n", "no known columns");
    check_unreadable(&"я".repeat(1_000_001), "2000002 bytes are over the limit of 2000000");
}

#[test]
fn lines_without_a_name_are_told() {
    let list = read("ФИО;Роли\nЕва Зуева;Ученик\n;Ученик\nИтого 1\nzueva@example.org;\n").unwrap();
    assert_eq!(list.members.len(), 1);
    let lines: Vec<u32> = list.skipped.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [3, 4, 5]);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,300}") {
        if let Ok(list) = read(&text) {
            proptest::prop_assert!(!list.members.is_empty());
        }
    }
}

//! Required chats of the named people's school: who belongs where, and which record stands for what.

use std::collections::{BTreeMap, BTreeSet};

use super::{Apart, Plan, Unrequired};
use crate::domain::sample::{Sample, day};
use crate::domain::{
    ActiveGroup, ActiveGroupKind, ActivityGroup, ActivityGroupId, Chat, ChatScope, ChatState, ClassId, Enrolment,
    Hours, InviteRole, Kinship, LoadLine, Participation, Period, Person, PersonId, PersonName, Position, Record,
    Representation, Settings, StaffCategory, SubjectId,
};
use crate::plan::Index;
use crate::regulation::Regulation;

const LIVE: ChatState = ChatState::Active { since: day_one() };

const fn day_one() -> chrono::NaiveDate {
    match chrono::NaiveDate::from_ymd_opt(2026, 9, 1) {
        Some(day) => day,
        None => panic!("no such day"),
    }
}

fn plan(sample: &Sample) -> Plan {
    let school = sample.workspace.school();
    Plan::of(school, &Index::of(school, day(10)), Regulation::bundled())
}

/// The family names of a chat's members, in the order of identities.
fn names(sample: &Sample, people: impl IntoIterator<Item = PersonId>) -> Vec<String> {
    let person = |id| sample.workspace.school().people()[&id].name.short().replace('\u{a0}', " ");
    people.into_iter().map(person).collect()
}

#[track_caller]
fn check_members(sample: &Sample, rule: &str, scope: &ChatScope, expected: &[&str]) {
    let plan = plan(sample);
    let chat = plan.of_scope(&rule.into(), scope).expect("required");
    assert_eq!(names(sample, plan.derived(chat).into_keys()), expected);
    assert_eq!(chat.size + chat.apart, expected.len());
}

#[track_caller]
fn check_required(sample: &Sample, expected: &[&str]) {
    let found: Vec<String> =
        plan(sample).required().iter().map(|chat| format!("{} {}", chat.rule.0, chat.name.ru)).collect();
    assert_eq!(found, expected);
}

fn person(sample: &mut Sample, name: &str) -> PersonId {
    let id = sample.ids.fresh();
    sample.save(Person::new(id, PersonName::parse(name).unwrap()));
    id
}

fn student(sample: &mut Sample, name: &str, class: ClassId, parent: PersonId) -> PersonId {
    let student = person(sample, name);
    let id = sample.ids.fresh();
    sample.save(Enrolment { id, student, class, period: Period::since(day(1)), order: None });
    let id = sample.ids.fresh();
    sample.save(Representation { id, parent, child: student, kinship: Kinship::Mother });
    student
}

fn teacher(sample: &mut Sample, name: &str) -> PersonId {
    let (person, id) = (person(sample, name), sample.ids.fresh());
    let (title, category) = ("Учитель".into(), StaffCategory::Teacher);
    sample.save(Position { id, person, title, category, period: Period::default(), order: None });
    person
}

fn math(sample: &Sample) -> SubjectId {
    sample.workspace.school().load()[&sample.math_7a].subject
}

fn activity(sample: &mut Sample, leader: PersonId, classes: BTreeSet<ClassId>) -> ActivityGroupId {
    let (id, year) = (sample.ids.fresh(), sample.year);
    let (name, members) = ("Хор".into(), BTreeSet::new());
    sample.save(ActivityGroup { id, name, year, leader: Some(leader), classes, members, hours: Hours(100) });
    id
}

fn settings(sample: &mut Sample, choose: impl FnOnce(&mut Settings)) {
    let mut settings = Settings::default();
    choose(&mut settings);
    sample.save(settings);
}

#[test]
fn four_of_the_school_three_of_a_class_one_of_a_line() {
    check_required(
        &Sample::new(),
        &[
            "deputies Администрация",
            "pedagogues Педагогический коллектив",
            "parent-activists Родительский актив",
            "student-activists Ученический актив",
            "class-students 7А · ученики",
            "class-students 7Б · ученики",
            "class-parents 7А · родители",
            "class-parents 7Б · родители",
            "class-teachers 7А · педагоги",
            "class-teachers 7Б · педагоги",
            "subject 7А · Математика",
        ],
    );
}

#[test]
fn members_of_each_rule() {
    let mut sample = Sample::new();
    let (a, b) = (sample.class_7a, sample.class_7b);
    let belova = teacher(&mut sample, "Белова Яна Львовна");
    let choir = activity(&mut sample, belova, BTreeSet::from([a, b]));
    for (kind, member) in [(ActiveGroupKind::Parents, sample.zueva_mother), (ActiveGroupKind::Students, sample.zueva)] {
        let id = sample.ids.fresh();
        sample.save(ActiveGroup { id, kind, class: Some(a), members: BTreeSet::from([member]) });
    }
    let subject = ChatScope::Subject { class: a, subject: math(&sample), group: String::new() };
    check_members(&sample, "deputies", &ChatScope::School, &["Орлова Н. А.", "Ветрова А. И."]);
    check_members(&sample, "pedagogues", &ChatScope::School, &["Орлова Н. А.", "Баранов Г. О.", "Белова Я. Л."]);
    check_members(&sample, "parent-activists", &ChatScope::School, &["Орлова Н. А.", "Зуева О. П."]);
    check_members(&sample, "student-activists", &ChatScope::School, &["Орлова Н. А.", "Зуева Е. М."]);
    check_members(&sample, "class-students", &ChatScope::Class(a), &["Баранов Г. О.", "Зуева Е. М."]);
    check_members(&sample, "class-parents", &ChatScope::Class(a), &["Баранов Г. О.", "Зуева О. П."]);
    check_members(&sample, "class-teachers", &ChatScope::Class(a), &["Баранов Г. О.", "Белова Я. Л."]);
    check_members(&sample, "class-teachers", &ChatScope::Class(b), &["Белова Я. Л."]);
    check_members(&sample, "subject", &subject, &["Баранов Г. О.", "Зуева Е. М."]);
    check_members(&sample, "activity", &ChatScope::Activity(choir), &["Зуева Е. М.", "Белова Я. Л."]);
}

#[test]
fn a_parent_of_two_stands_in_a_chat_once() {
    let mut sample = Sample::new();
    let (a, mother) = (sample.class_7a, sample.zueva_mother);
    student(&mut sample, "Зуев Лев Маркович", a, mother);
    check_members(&sample, "class-parents", &ChatScope::Class(a), &["Баранов Г. О.", "Зуева О. П."]);
}

#[test]
fn subgroups_share_a_chat_or_have_their_own() {
    let mut sample = Sample::new();
    let (a, mother) = (sample.class_7a, sample.zueva_mother);
    let lev = student(&mut sample, "Зуев Лев Маркович", a, mother);
    let belova = teacher(&mut sample, "Белова Яна Львовна");
    sample.run(&crate::domain::Command::Remove(crate::domain::RecordKey::to::<LoadLine>(sample.math_7a)));
    let subject = sample.workspace.school().subjects().keys().next().copied().unwrap();
    for (group, teacher, member) in [("1", sample.baranov, sample.zueva), ("2", belova, lev)] {
        let (id, members) = (sample.ids.fresh(), BTreeSet::from([member]));
        let (group, teacher) = (group.into(), Some(teacher));
        sample.save(LoadLine { id, class: a, subject, group, members, teacher, hours: Hours(200) });
    }
    let scope = |group: &str| ChatScope::Subject { class: a, subject, group: group.into() };
    check_members(&sample, "subject", &scope(""), &["Баранов Г. О.", "Зуева Е. М.", "Зуев Л. М.", "Белова Я. Л."]);
    settings(&mut sample, |settings| settings.splits_subgroup_chats = true);
    check_members(&sample, "subject", &scope("1"), &["Баранов Г. О.", "Зуева Е. М."]);
    check_members(&sample, "subject", &scope("2"), &["Зуев Л. М.", "Белова Я. Л."]);
    let plan = plan(&sample);
    assert!(plan.of_scope(&"subject".into(), &scope("")).is_none());
    assert_eq!(plan.of_scope(&"subject".into(), &scope("2")).unwrap().name.ru, "7А · Математика 2");
}

#[test]
fn own_subjects_of_a_primary_teacher_collapse() {
    let mut sample = Sample::new();
    let kind = crate::domain::ClassKind::Class { label: "3А".parse().unwrap(), year: sample.year };
    let class: ClassId = sample.ids.fresh();
    sample.save(crate::domain::Class { id: class, kind, profile: String::new(), archived: None });
    let belova = teacher(&mut sample, "Белова Яна Львовна");
    let (id, period) = (sample.ids.fresh(), Period::since(day(1)));
    sample.save(crate::domain::HomeroomAssignment { id, class, teacher: belova, period, order: None });
    let (id, subject) = (sample.ids.fresh(), math(&sample));
    let (group, members) = (String::new(), BTreeSet::new());
    sample.save(LoadLine { id, class, subject, group, members, teacher: Some(belova), hours: Hours(400) });
    let lines = |sample: &Sample| plan(sample).required().iter().filter(|chat| chat.rule.0 == "subject").count();
    assert_eq!((lines(&sample), plan(&sample).collapsed().len()), (2, 0));
    settings(&mut sample, |settings| settings.collapses_primary_chats = true);
    // The line of 7А stays: its class is no primary one, though its class teacher teaches it.
    assert_eq!((lines(&sample), plan(&sample).collapsed().len()), (1, 1));
}

#[test]
fn who_is_off_the_platform_stands_apart() {
    let mut sample = Sample::new();
    let mut mother = Person::clone(&sample.workspace.school().people()[&sample.zueva_mother]);
    mother.participation = Participation::OffPlatform;
    sample.save(mother);
    let plan = plan(&sample);
    let scope = ChatScope::Class(sample.class_7a);
    let chat = plan.of_scope(&"class-parents".into(), &scope).unwrap();
    assert_eq!((chat.size, chat.apart), (1, 1));
    assert_eq!(plan.derived(chat)[&sample.zueva_mother].apart, Some(Apart::OffPlatform));
    let mut record = chat_of(&mut sample, "class-parents", scope);
    record.missing = BTreeSet::from([sample.zueva_mother]);
    sample.save(record.clone());
    let plan = self::plan(&sample);
    assert!(plan.difference(&record).add.is_empty(), "never called missing");
    let row = plan.coverage(sample.workspace.school()).into_iter().find(|row| row.rule == record.rule).unwrap();
    assert_eq!((row.seats, row.apart, row.missing), (1, 1, 0));
}

fn chat_of(sample: &mut Sample, rule: &str, scope: ChatScope) -> Chat {
    let id = sample.ids.fresh();
    Chat { name: "Чат".into(), ..Chat::new(id, rule.into(), scope, LIVE) }
}

#[test]
fn a_person_has_the_chats_of_all_hats() {
    let sample = Sample::new();
    let plan = plan(&sample);
    let rules = |person| plan.of_person(person).iter().map(|chat| chat.name.ru.clone()).collect::<Vec<_>>();
    assert_eq!(rules(sample.zueva), ["7А · ученики", "7А · Математика"]);
    assert_eq!(rules(sample.zueva_mother), ["7А · родители"]);
    assert_eq!(
        rules(sample.baranov),
        ["Педагогический коллектив", "7А · ученики", "7А · родители", "7А · педагоги", "7А · Математика"]
    );
    assert!(rules(sample.lugova).is_empty());
}

#[test]
fn owners_are_those_of_the_clause() {
    let sample = Sample::new();
    let plan = plan(&sample);
    let owner = |rule: &str, scope: ChatScope| plan.of_scope(&rule.into(), &scope).and_then(|chat| chat.owner);
    assert_eq!(owner("deputies", ChatScope::School), Some(sample.orlova));
    assert_eq!(owner("class-parents", ChatScope::Class(sample.class_7a)), Some(sample.baranov));
    assert_eq!(owner("class-parents", ChatScope::Class(sample.class_7b)), None);
    let deputies = plan.of_scope(&"deputies".into(), &ChatScope::School).unwrap();
    assert_eq!(plan.owners(deputies), [sample.orlova, sample.vetrova]);
}

#[test]
fn members_are_the_rule_with_its_exceptions() {
    let mut sample = Sample::new();
    let (a, b) = (sample.class_7a, sample.class_7b);
    let (zueva, vetrova, baranov) = (sample.zueva, sample.vetrova, sample.baranov);
    let mut record = chat_of(&mut sample, "class-students", ChatScope::Class(a));
    record.include = BTreeMap::from([(vetrova, "курирует".into())]);
    record.exclude = BTreeMap::from([(zueva, "заменено".into())]);
    sample.save(record.clone());
    let plan = plan(&sample);
    let seats = plan.expected(&record);
    assert_eq!(seats.keys().copied().collect::<Vec<_>>(), [vetrova, baranov]);
    assert_eq!((seats[&vetrova].role, seats[&vetrova].set), (InviteRole::Teacher, None));
    // Known to be missing, known to be there besides; what was known of others does not matter any more.
    record.missing = BTreeSet::from([vetrova, zueva]);
    record.extra = BTreeSet::from([zueva, baranov]);
    let difference = plan.difference(&record);
    assert_eq!((difference.add, difference.remove), (BTreeSet::from([vetrova]), BTreeSet::from([zueva])));
    assert_eq!(plan.recorded(&record), BTreeSet::from([baranov, zueva]));
    let other = chat_of(&mut sample, "class-other", ChatScope::Class(b));
    assert!(plan.expected(&other).is_empty());
}

#[test]
fn one_record_stands_for_a_chat() {
    let mut sample = Sample::new();
    let scope = ChatScope::Class(sample.class_7a);
    let first = chat_of(&mut sample, "class-students", scope.clone());
    let second = chat_of(&mut sample, "class-students", scope.clone());
    let mut read_only = chat_of(&mut sample, "class-students", scope.clone());
    read_only.state = ChatState::ReadOnly { on: day(2) };
    let mut past = chat_of(&mut sample, "unknown-rule", ChatScope::School);
    past.owner = Some(sample.orlova);
    let other = chat_of(&mut sample, "class-other", scope.clone());
    let mut gone = chat_of(&mut sample, "class-students", scope.clone());
    gone.state = ChatState::Archived { on: day(3) };
    // Whatever a file brings is shown, also what the rules of a command would refuse.
    let mut records = crate::domain::Records::from(sample.workspace.school());
    records.chats =
        [&read_only, &first, &second, &past, &other, &gone].map(|chat| std::sync::Arc::new(chat.clone())).to_vec();
    let school = records.into_school().unwrap();
    let plan = Plan::of(&school, &Index::of(&school, day(10)), Regulation::bundled());
    assert_eq!(plan.of_scope(&"class-students".into(), &scope).and_then(|chat| chat.record), Some(first.id));
    let mut expected = [
        (second.id, Unrequired::Duplicate(first.id)),
        (read_only.id, Unrequired::Duplicate(first.id)),
        (past.id, Unrequired::Past),
        (other.id, Unrequired::Other),
    ];
    expected.sort_unstable();
    assert_eq!(plan.unrequired(), expected);
    assert!(plan.difference(&second).archive && plan.difference(&past).archive);
    assert!(!plan.difference(&other).archive && !plan.difference(&first).archive);
    let row = plan.coverage(&school).into_iter().find(|row| row.rule.0 == "class-students").unwrap();
    assert_eq!((row.required, row.live, row.to_create(), row.archive), (2, 1, 1, 2));
}

#[test]
fn a_difference_of_name_and_owner() {
    let mut sample = Sample::new();
    let scope = ChatScope::Class(sample.class_7a);
    let mut record = chat_of(&mut sample, "class-students", scope);
    sample.save(Record::from(record.clone()));
    let plan = plan(&sample);
    let mut check = |name: &str, owner, expected: (bool, bool)| {
        (record.name, record.owner) = (name.into(), owner);
        let difference = plan.difference(&record);
        assert_eq!((difference.rename, difference.change_owner), expected, "{name}");
    };
    check("7А · ученики", Some(sample.baranov), (false, false));
    check("7а ученики", Some(sample.vetrova), (false, true));
    check("7А · students", None, (false, true));
    check("Семиклассники", Some(sample.baranov), (true, false));
}

#[test]
fn the_circle_of_an_other_chat() {
    let sample = Sample::new();
    let plan = plan(&sample);
    let rule = Regulation::bundled().chat_rule(&"class-other".into()).unwrap();
    let circle = plan.circle(&rule.members, &ChatScope::Class(sample.class_7a));
    assert_eq!(circle, BTreeSet::from([sample.baranov, sample.zueva, sample.zueva_mother]));
}

#[test]
fn another_edition_asks_for_other_chats() {
    let mut edition = Regulation::bundled().edition().clone();
    edition.chat_rules.retain(|rule| rule.id.0 == "class-students");
    edition.chat_rules[0].members.push(crate::regulation::MemberSet::ClassParents);
    let regulation = Regulation::try_from(edition).unwrap();
    let sample = Sample::new();
    let school = sample.workspace.school();
    let plan = Plan::of(school, &Index::of(school, day(10)), &regulation);
    let sizes: Vec<usize> = plan.required().iter().map(|chat| chat.size).collect();
    assert_eq!(sizes, [3, 0]);
}

#[test]
fn a_school_without_records_needs_the_chats_of_the_school() {
    let school = crate::domain::School::default();
    let plan = Plan::of(&school, &Index::of(&school, day(10)), Regulation::bundled());
    assert_eq!(plan.required().len(), 4);
    assert!(plan.required().iter().all(|chat| chat.owner.is_none() && chat.size == 0));
}

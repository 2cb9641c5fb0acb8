//! A school that already has people, and lists that agree with it, add to it, or contradict it.

use super::super::ReadFile;
use super::super::proposal::{Choice, CountOf, Outcome};
use super::super::read::{ReadOptions, read_text};
use super::{ImportOptions, Plan, allow, told};
use crate::domain::{Command, Enrolment, Person, Record};

fn list(name: &str, text: &str) -> ReadFile {
    read_text(name, text, &ReadOptions::default()).unwrap()
}

/// A plan that took lists one after another.
fn plan_of(lists: &[&str]) -> Plan {
    let mut plan = Plan::new();
    for text in lists {
        let proposal = plan.propose(&[list("before", text)], |_| {});
        plan.take(proposal);
    }
    plan
}

/// Takes lists one after another, then proposes the last; shows what changes and what is told.
#[track_caller]
fn check_with(before: &[&str], last: &str, adjust: impl Fn(&mut ImportOptions), expected: &[&str]) -> Plan {
    let mut plan = plan_of(before);
    let proposal = plan.propose(&[list("x", last)], adjust);
    let mut shown: Vec<String> = proposal
        .items
        .iter()
        .filter(|item| item.outcome != Outcome::Unchanged && item.of != CountOf::Years)
        .map(|item| format!("{:?} {:?} {}", item.outcome, item.of, item.caption))
        .collect();
    shown.extend(told(&proposal));
    assert_eq!(shown, expected);
    plan.take(proposal);
    let again = plan.propose(&[list("x", last)], |_| {});
    assert!(again.is_empty(), "the same list again proposes nothing: {:?}", again.records);
    plan
}

#[track_caller]
fn check(before: &[&str], last: &str, expected: &[&str]) -> Plan {
    check_with(before, last, |_| {}, expected)
}

fn person(plan: &Plan, name: &str) -> Person {
    let found = plan.school().people().values().find(|person| person.name.to_string() == name);
    (**found.unwrap_or_else(|| panic!("{name} is in the plan"))).clone()
}

#[test]
fn a_list_of_students_makes_the_classes() {
    let plan = check(
        &[],
        "ФИО;Класс\nКим Ева;7А\nКим Ян;7Б\n",
        &["Created Classes 7А", "Created Students Ким Ева", "Created Classes 7Б", "Created Students Ким Ян"],
    );
    assert_eq!(plan.school().years().values().map(|year| year.label()).collect::<Vec<_>>(), ["2026/27"]);
}

#[test]
fn one_person_in_two_lists_of_different_completeness() {
    let plan = check(
        &["ФИО;Класс\nКим Ева;7А\n"],
        "ФИО;Класс;Пол\nКИМ ЕВА ЛЬВОВНА;7-а;ж\n",
        &["Updated Students Ким Ева Львовна"],
    );
    assert!(person(&plan, "Ким Ева Львовна").gender.is_some());
    check(&["ФИО;Класс;Пол\nКим Ева Львовна;7А;ж\n"], "ФИО;Класс;Пол\nКим Ева;7А;\n", &[]);
    check(&["ФИО;Класс\nЁлкина Алёна;7А\n"], "ФИО;Класс\nЕлкина Алена;7А\n", &[]);
}

#[test]
fn absence_is_told_and_nothing_more() {
    let mut plan = plan_of(&["ФИО;Класс\nКим Ева;7А\nКим Ян;7А\nКим Лев;8А\n"]);
    let proposal = plan.propose(&[list("x", "ФИО;Класс\nКим Ева;7А\n")], |_| {});
    assert!(proposal.is_empty());
    let absent: Vec<&str> = proposal.absent.iter().map(|absent| absent.name.as_str()).collect();
    assert_eq!(absent, ["Ким Ян"]);
}

#[test]
fn a_move_is_recorded_not_imported() {
    let before = "ФИО;Класс\nКим Ева;7А\nКим Ян;7А\nКим Лев;7Б\n";
    check(&[before], "ФИО;Класс\nКим Ян;7А\nКим Лев;7Б\nКим Ева;7Б\n", &["x:4 Error inAnotherClass"]);
    // A list of the other class alone cannot tell a move from a namesake.
    check(
        &[before],
        "ФИО;Класс\nКим Лев;7Б\nКим Ева;7Б\n",
        &["Created Students Ким Ева", "x:3 Warning namesakeInAnotherClass"],
    );
    // Both stand in the list: two persons.
    check(&[before], "ФИО;Класс\nКим Ева;7А\nКим Ева;7Б\n", &["Created Students Ким Ева"]);
}

#[test]
fn homonyms_keep_their_birth_dates() {
    let text = "ФИО;Класс;Дата рождения\nКим Ева;7А;05.04.2013\nКим Ева;7А;06.04.2013\nКим Ян;7А;07.04.2013\n";
    let plan = check(
        &[],
        text,
        &[
            "Created Classes 7А",
            "Created Students Ким Ева",
            "Created Students Ким Ева",
            "Created Students Ким Ян",
            "x:3 Note homonyms",
        ],
    );
    let dates = plan.school().people().values().filter(|person| person.birth_date.is_some()).count();
    assert_eq!(dates, 2);
    let plan = check_with(
        &[],
        "ФИО;Класс;Дата рождения\nКим Ян;7А;07.04.2013\n",
        |options| allow(options, Choice::KeepBirthDates),
        &["Created Classes 7А", "Created Students Ким Ян"],
    );
    assert!(person(&plan, "Ким Ян").birth_date.is_some());
}

#[test]
fn personal_files_and_contacts_only_when_asked() {
    let text = "ФИО;Класс;№ личного дела;Телефон\nКим Ян;7А;К-1;70002193258\n";
    let created = ["Created Classes 7А", "Created Students Ким Ян"];
    let plan = check(&[], text, &created);
    assert_eq!((person(&plan, "Ким Ян").file_number.as_str(), person(&plan, "Ким Ян").phone), ("", None));
    let all = |options: &mut ImportOptions| {
        allow(options, Choice::KeepFileNumbers);
        allow(options, Choice::KeepStudentContacts);
    };
    let plan = check_with(&[], text, all, &created);
    assert_eq!((person(&plan, "Ким Ян").file_number.as_str(), person(&plan, "Ким Ян").phone.is_some()), ("К-1", true));
}

const STUDENTS: &str = "ФИО;Класс\nКим Ева;7А\nКим Ян;8А\nИванов Лев Ильич;7А\n";

#[test]
fn a_parent_of_two_is_one_person() {
    let plan = check(
        &[STUDENTS],
        "ФИО родителя;ФИО ребёнка;Класс;Телефон\nКим Анна;Ким Ева;7А;70002193258\nКим Анна;Ким Ян;8А;+7 000 219-32-58\nКим Анна;Иванов Лев;7А;70002193259\n",
        &["Created Parents Ким Анна", "Created Parents Ким Анна"],
    );
    assert_eq!(plan.school().representations().len(), 3);
}

#[test]
fn a_child_in_another_class_is_not_on_the_roster() {
    check(
        &[STUDENTS],
        "ФИО родителя;ФИО ребёнка;Класс\nКим Анна;Ким Ева;8А\nКим Анна;Ким Ева;9А\nКим Анна;Нет Такого;7А\n",
        &["x:2 Error childNotOnRoster", "x:3 Error childNotOnRoster", "x:4 Error childNotOnRoster"],
    );
}

#[test]
fn parents_beside_students_and_a_pupil_in_two_rows() {
    let plan = check(
        &[],
        "ФИО;Класс;Родитель;Телефон\nКим Ева;7А;Ким Анна;70002193258\nКим Ева;7А;Ким Олег;\n",
        &["Created Classes 7А", "Created Students Ким Ева", "Created Parents Ким Анна", "Created Parents Ким Олег"],
    );
    assert_eq!((plan.school().people().len(), plan.school().representations().len()), (3, 2));
}

const STAFF: &str = "ФИО;Должность;Классное руководство;Телефон\nОрлова Нина Андреевна;Директор;;70002193250\nБаранов Глеб Олегович;Учитель;7А;70002193251\n";

#[test]
fn a_parent_who_works_here_is_one_person() {
    let plan = check(
        &[STAFF, STUDENTS],
        "ФИО родителя;ФИО ребёнка;Телефон\nБаранов Глеб Олегович;Ким Ева;8 000 219 32 51\n",
        &["Created Parents Баранов Глеб Олегович"],
    );
    assert_eq!(plan.school().people().len(), 5);
}

#[test]
fn a_post_is_replaced_and_a_second_one_added() {
    let plan = check(
        &[STAFF],
        "ФИО;Должность\nБаранов Глеб;Заместитель директора\n",
        &["Updated Staff Баранов Глеб Олегович"],
    );
    assert_eq!(plan.school().positions().len(), 2);
    let two = "ФИО;Должность\nБаранов Глеб Олегович;Учитель\nБаранов Глеб Олегович;Педагог доп. образования\n";
    let plan = check(&[STAFF], two, &["Updated Staff Баранов Глеб Олегович"]);
    assert_eq!(plan.school().positions().len(), 3);
}

#[test]
fn a_class_has_one_class_teacher() {
    check(
        &[STAFF],
        "ФИО;Должность;Классное руководство\nОрлова Нина Андреевна;Директор;7А\n",
        &["x:2 Warning homeroomTaken"],
    );
}

#[test]
fn load_finds_teachers_by_initials_and_subjects_by_name() {
    let plan = check(
        &[STAFF, STUDENTS],
        "Предмет;Класс;Подгруппа;Учитель;Часы\nАлгебра;7А;;Баранов Г. О.;3\nАЛГЕБРА;8А;1;Баранов Г.О.;3\nАлгебра;7А;;Орлова Н.А.;2\nХимия;9А;;Баранов Г.О.;1\nХимия;8А;;вакансия;1\n",
        &[
            "Created Subjects Алгебра",
            "Created Load 7А Алгебра",
            "Created Load 8А Алгебра",
            "Created Subjects Химия",
            "Created Load 8А Химия",
            "x:4 Error loadLineTwice",
            "x:5 Error classNotInSchool",
            "x:6 Warning missingTeacher",
        ],
    );
    assert_eq!(plan.school().load().len(), 3);
}

#[test]
fn a_teacher_changes_in_the_load() {
    let before = "Предмет;Класс;Учитель;Часы\nАлгебра;7А;Баранов Г.О.;3\n";
    check(&[STAFF, STUDENTS, before], "Предмет;Класс;Учитель\nАлгебра;7А;Орлова Н.А.\n", &["Updated Load 7А Алгебра"]);
    check(&[STAFF, STUDENTS, before], "Предмет;Класс;Учитель;Часы\nАлгебра;7А;Баранов Г.О.;\n", &[]);
}

#[test]
fn activities_of_one_name_are_apart() {
    let plan = check(
        &[STAFF, STUDENTS],
        "Название;Руководитель;Классы\nРазговоры о важном;Баранов Г.О.;7А\nРазговоры о важном;Орлова Н.А.;8А\nРазговоры о важном;Орлова Н.А.;8А\nХор;;9В\n",
        &[
            "Created Activities Разговоры о важном",
            "Created Activities Разговоры о важном",
            "x:4 Note exactDuplicate",
            "x:5 Error activityWithoutClasses",
            "x:5 Warning classNotInSchool",
        ],
    );
    assert_eq!(plan.school().activities().len(), 2);
}

#[test]
fn a_student_of_last_year_goes_on() {
    let mut plan = plan_of(&["ФИО;Класс\nКим Ева;7А\n"]);
    let next = |options: &mut ImportOptions| options.year = super::super::proposal::TargetYear::of(2027);
    let proposal = plan.propose(&[list("x", "ФИО;Класс\nКим Ева;8А\nКим Ян;1А\n")], next);
    assert_eq!((proposal.count(CountOf::Students).created, proposal.count(CountOf::Students).updated), (1, 1));
    plan.take(proposal);
    let stays: Vec<Option<chrono::NaiveDate>> = plan.school().enrolments().values().map(|row| row.period.to).collect();
    assert_eq!(stays.iter().flatten().map(ToString::to_string).collect::<Vec<_>>(), ["2027-08-31"]);
    assert!(plan.propose(&[list("x", "ФИО;Класс\nКим Ева;8А\n")], next).is_empty());
}

#[test]
fn who_left_within_the_year_is_not_brought_back() {
    let mut plan = plan_of(&["ФИО;Класс\nКим Ева;7А\n"]);
    let stay = plan.school().enrolments().values().next().unwrap().clone();
    let mut ended = Enrolment::clone(&stay);
    ended.period.to = chrono::NaiveDate::from_ymd_opt(2026, 9, 5);
    let id = plan.ids.fresh();
    plan.workspace.dispatch(id, &Command::Save(Record::from(ended)), &super::context()).unwrap();
    let proposal = plan.propose(&[list("x", "ФИО;Класс\nКим Ева;7А\n")], |_| {});
    assert!(proposal.is_empty());
    assert_eq!(told(&proposal), ["x:2 Error stayEnded"]);
}

#[test]
fn a_list_of_another_year_is_told() {
    let mut plan = Plan::new();
    let proposal = plan.propose(&[list("x", "Список на 2025/26 учебный год;;\nФИО;Класс;Пол\nКим Ева;7А;ж\n")], |_| {});
    assert_eq!(told(&proposal), ["x:0 Warning otherSchoolYear"]);
}

/// The samples that the app gives away: each is imported without a word.
#[test]
fn the_samples_are_imported_without_a_problem() {
    use super::super::sample;
    let mut plan = Plan::new();
    for kind in sample::KINDS {
        let file = list("sample", sample::text(kind).trim_start_matches('\u{feff}'));
        let kinds: Vec<_> = file.lists.iter().map(|list| list.layout.kind).collect();
        assert_eq!(kinds, [Some(kind)]);
        let proposal = plan.propose(&[file], |_| {});
        assert_eq!(told(&proposal), Vec::<String>::new(), "{kind:?}");
        assert!(!proposal.is_empty(), "{kind:?}");
        plan.take(proposal);
    }
    let school = plan.school();
    assert_eq!(school.people().len(), 17);
    assert!(
        school
            .people()
            .values()
            .all(|person| person.phone.is_none_or(|phone| phone.to_string().starts_with("+7 (000)")))
    );
    assert_eq!(school.homerooms().len(), 2);
}

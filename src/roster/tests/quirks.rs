//! The quirks of real files that SPEC section 6 lists, each a line: text in, rows and problems out.

use super::super::read::{ReadOptions, read_file, read_text};
use super::super::rows::{Guardian, Rows};
use super::super::{ReadFile, Unreadable};
use super::LibraryDecoder;
use crate::roster::header::ListKind;
use crate::roster::write;

/// Shows a row the way a test expects it: line, name, then what the row has.
fn show(file: &ReadFile) -> Vec<String> {
    let join = |parts: Vec<String>| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ");
    let contact = |guardian: &Guardian| {
        let phone = guardian.phone.map(crate::domain::Phone::compact).unwrap_or_default();
        format!("{} {:?} {phone}", guardian.name, guardian.kinship).trim().to_owned()
    };
    let mut shown = Vec::new();
    for list in &file.lists {
        match &list.rows {
            Rows::Students(rows) => shown.extend(rows.iter().map(|row| {
                let birth = row.birth_date.day().map(|day| day.to_string()).unwrap_or_default();
                let gender = row.gender.map(|gender| format!("{gender:?}")).unwrap_or_default();
                let parents = row.parents.iter().map(contact).collect::<Vec<_>>().join(" + ");
                let phone = row.phone.map(crate::domain::Phone::compact).unwrap_or_default();
                join(vec![
                    format!("{} {}", row.line, row.name),
                    row.class.to_string(),
                    birth,
                    gender,
                    row.file_number.clone(),
                    phone,
                    parents,
                ])
            })),
            Rows::Staff(rows) => shown.extend(rows.iter().map(|row| {
                let classes = row.homeroom_of.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
                let phone = row.phone.map(crate::domain::Phone::compact).unwrap_or_default();
                join(vec![format!("{} {}", row.line, row.name), format!("{:?}", row.category), classes, phone])
            })),
            Rows::Parents(rows) => shown.extend(rows.iter().map(|row| {
                let class = row.class.as_ref().map(ToString::to_string).unwrap_or_default();
                join(vec![format!("{} {}", row.line, contact(&row.parent)), row.child.to_string(), class])
            })),
            Rows::Load(rows) => shown.extend(rows.iter().map(|row| {
                let hours = format!("{}", row.hours.0);
                join(vec![
                    format!("{} {}", row.line, row.subject),
                    row.class.to_string(),
                    row.group.clone(),
                    row.teacher.clone(),
                    hours,
                ])
            })),
            Rows::Activities(rows) => shown.extend(rows.iter().map(|row| {
                let classes = row.classes.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
                join(vec![format!("{} {}", row.line, row.title), row.leader.clone(), classes])
            })),
            Rows::ChatMembers(rows) => shown.extend(rows.iter().map(|row| format!("{} {}", row.line, row.name))),
            Rows::Unknown => shown.push("unknown kind".to_owned()),
        }
    }
    for problem in &file.problems {
        let kind = super::kind_of(problem);
        shown.push(format!("{} {:?} {kind}", problem.place.line, problem.severity));
    }
    shown
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_bytes(text.as_bytes(), expected);
}

#[track_caller]
fn check_bytes(bytes: &[u8], expected: &[&str]) {
    let file = read_file("list.csv", bytes, &LibraryDecoder, &ReadOptions::default()).unwrap();
    assert_eq!(show(&file), expected);
}

#[test]
fn windows_1251_with_semicolons_and_crlf() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("ФИО;Класс\r\nЁлкина Алёна;7Б\r\n");
    check_bytes(&bytes, &["2 Ёлкина Алёна | 7Б"]);
}

#[test]
fn koi8_and_dos() {
    let (koi, _, _) = encoding_rs::KOI8_R.encode("Фамилия;Имя;Класс\nИванов;Лев;7Б\n");
    check_bytes(&koi, &["2 Иванов Лев | 7Б"]);
    let (dos, _, _) = encoding_rs::IBM866.encode("Фамилия;Имя;Класс\nИванов;Лев;7Б\n");
    check_bytes(&dos, &["2 Иванов Лев | 7Б"]);
}

#[test]
fn a_mark_does_not_stick_to_the_first_header() {
    check("\u{feff}ФИО;Класс\nКим Ева;7А\n", &["2 Ким Ева | 7А"]);
}

#[test]
fn a_paste_from_a_spreadsheet() {
    let file = read_text("", "ФИО\tКласс\tДата рождения\nКим Ева\t7А\t41369\n", &ReadOptions::default()).unwrap();
    assert_eq!(show(&file), ["2 Ким Ева | 7А | 2013-04-05"]);
    let file = read_text("", "Ким Ева\t7А\nИванов Лев\t7Б", &ReadOptions::default()).unwrap();
    assert_eq!(show(&file), ["1 Ким Ева | 7А", "2 Иванов Лев | 7Б"]);
}

#[test]
fn phantom_columns_and_quotes() {
    check("ФИО;Класс;\n\"Ким \nЕва\";\"7 «А»\";\nИванов Лев;7-б;\n", &["2 Ким Ева | 7А", "4 Иванов Лев | 7Б"]);
}

#[test]
fn dates_of_every_spelling() {
    check(
        "ФИО;Класс;Дата рождения\nКим Ева;7А;05.04.2013\nКим Ян;7А;5.4.13\nКим Лев;7А;05/04/2013\nКим Мир;7А;2013-04-05\nКим Ия;7А;вчера\n",
        &[
            "2 Ким Ева | 7А | 2013-04-05",
            "3 Ким Ян | 7А | 2013-04-05",
            "4 Ким Лев | 7А | 2013-04-05",
            "5 Ким Мир | 7А | 2013-04-05",
            "6 Ким Ия | 7А",
            "6 Warning notADate",
        ],
    );
}

#[test]
fn classes_of_every_spelling() {
    check(
        "ФИО;Класс\nКим Ева;7A\nКим Ян;10B\nКим Лев;7 «А»\nКим Мир;10 Гум\nКим Ия;12А\nКим Ада;\n",
        &[
            "2 Ким Ева | 7А",
            "3 Ким Ян | 10В",
            "4 Ким Лев | 7А",
            "5 Ким Мир | 10Гум",
            "2 Note latinInClass",
            "3 Note latinInClass",
            "6 Error notAClass",
            "7 Error missingClass",
        ],
    );
    check(
        "Фамилия;Имя;Параллель;Литера\nКим;Ева;7;A\nКим;Ян;11;Ё\n",
        &["2 Ким Ева | 7А", "3 Ким Ян | 11Ё", "2 Note latinInClass"],
    );
}

#[test]
fn names_of_every_spelling() {
    check(
        "ФИО;Класс\nФЁДОРОВ  ПЁТР\u{a0}ИЛЬИЧ;7А\nКим Ева;7А\nСидоров;7А\n;7А\nИвaнов Лев;7А\n'Ким Ян;7А\n",
        &[
            "2 Фёдоров Пётр Ильич | 7А",
            "3 Ким Ева | 7А",
            "6 Иванов Лев | 7А".replace("Иванов", "Ивaнов").as_str(),
            "7 Ким Ян | 7А",
            "4 Error missingGivenName",
            "6 Warning mixedAlphabets",
        ],
    );
    check("Фамилия;Имя;Отчество;Класс\nСидоров;;;9В\nКим;Ева;;9В\n", &["3 Ким Ева | 9В", "2 Error missingGivenName"]);
}

#[test]
fn lines_are_real_below_titles_and_empty_lines() {
    check(
        "Гимназия\nСписок учащихся\n\n№;ФИО;Класс\n1;Ким Ева;7А\n\n2;Сидоров;7А\n",
        &["5 Ким Ева | 7А", "7 Error missingGivenName"],
    );
}

#[test]
fn blocks_of_classes_sums_and_closing_words() {
    check(
        "№;ФИО;Пол\n7А;;\n1;Ким Ева;ж\nИтого:;1;\n7 «Б» класс;;\n1;Иванов Лев;м\n2;;\nВсего 2;;\nСписок верен. Директор гимназии ____ Орлова;;\n",
        &[
            "3 Ким Ева | 7А | Female",
            "6 Иванов Лев | 7Б | Male",
            "4 Note subtotal",
            "8 Note subtotal",
            "9 Note notARow",
        ],
    );
    check(
        "Список учащихся 7А класса\nФИО;Дата рождения\nКим Ева;05.04.2013\nИванов Лев;06.04.2013\n",
        &["3 Ким Ева | 7А | 2013-04-05", "4 Иванов Лев | 7А | 2013-04-06"],
    );
}

#[test]
fn parents_beside_the_student() {
    check(
        "ФИО;Класс;Дата рождения;Пол;Родитель;Телефон;Адрес\nКим Ева;7А;05.04.2013;ж;Ким Анна Львовна;8 (000) 219-32-58;Тверь\n",
        &["2 Ким Ева | 7А | 2013-04-05 | Female | Ким Анна Львовна Unknown +70002193258"],
    );
    check(
        "ФИО;Класс;Мать;Телефон;Отец;Телефон\nКим Ева;7А;Ким Анна;0002193258;Ким Олег;70002193259\n",
        &["2 Ким Ева | 7А | Ким Анна Mother +70002193258 + Ким Олег Father +70002193259"],
    );
    check(
        "ФИО;Класс;Родители;Телефоны родителей\nКим Ева;7А;Ким Анна, Ким Олег;\n",
        &["2 Ким Ева | 7А | Ким Анна Unknown + Ким Олег Unknown"],
    );
}

#[test]
fn lists_of_parents() {
    check(
        "ФИО родителя;Степень родства;ФИО ребёнка;Класс;Телефон\nКим Анна;мать;Ким Ева;7А;+7 (000) 219-32-58\nКим Олег;сосед;Ким Ева;7А;123\n",
        &[
            "2 Ким Анна Mother +70002193258 | Ким Ева | 7А",
            "3 Ким Олег Unknown | Ким Ева | 7А",
            "3 Note unknownKinship",
            "3 Warning notAPhone",
        ],
    );
    check(
        "ФИО ученика;Класс;ФИО родителя;Степень родства\nКим Ева;7А;Ким Анна;мать\nКим Ева;7А;Ким Олег;отец\n",
        &["2 Ким Анна Mother | Ким Ева | 7А", "3 Ким Олег Father | Ким Ева | 7А"],
    );
}

#[test]
fn staff_with_a_class() {
    check(
        "ФИО;Должность;Класс\nОрлова Нина;Директор;\nБаранов Глеб;Учитель математики;7А, 7Б\nЛугова Вера;Фея;\n",
        &[
            "2 Орлова Нина | Head",
            "3 Баранов Глеб | Teacher | 7А+7Б",
            "4 Лугова Вера | NonTeaching",
            "4 Warning unknownPost",
        ],
    );
}

#[test]
fn load_and_activities() {
    check(
        "Предмет;Класс;Подгруппа;Учитель;Часы\nАлгебра;7А;1 группа;Баранов Г. О.;3,5\nХимия;8А;;вакансия;2 ч\n;8А;;;1\n",
        &["2 Алгебра | 7А | 1 группа | Баранов Г. О. | 350", "3 Химия | 8А | 200", "4 Error missingSubject"],
    );
    check(
        "Название;Руководитель;Классы\nХор;Баранов Глеб;\"1А, 1B; 2\"\n",
        &["2 Хор | Баранов Глеб | 1А+1В", "2 Note latinInClass", "2 Warning notAClass"],
    );
}

#[test]
fn columns_that_are_never_kept() {
    check(
        "Фамилия;Имя;Отчество;СНИЛС;ИНН;Серия паспорта;Номер паспорта;Номер телефона;Логин;Пароль;Класс\nКим;Ева;;1;2;3;4;0002193258;l;p;7А\n",
        &[
            "2 Ким Ева | 7А | +70002193258",
            "1 Note droppedColumn",
            "1 Note droppedColumn",
            "1 Note droppedColumn",
            "1 Note droppedColumn",
            "1 Note droppedColumn",
            "1 Note droppedColumn",
        ],
    );
}

#[test]
fn a_personal_file_of_letter_and_number() {
    check("ФИО;Класс;Буква личного дела;Номер личного дела\nКим Ева;7А;К;405\n", &["2 Ким Ева | 7А | К-405"]);
}

#[test]
fn who_left_is_not_taken() {
    check(
        "ФИО;Класс;Статус\nКим Ева;7А;выбыла\nКим Ян;7А;выпускник\nКим Лев;7А;учится\n",
        &["4 Ким Лев | 7А", "2 Note leftSchool", "3 Note leftSchool"],
    );
}

#[test]
fn a_header_repeated_between_pages_is_no_row() {
    check("ФИО;Класс\nКим Ева;7А\nФИО;Класс\nКим Ян;7А\n", &["2 Ким Ева | 7А", "4 Ким Ян | 7А"]);
}

#[test]
fn the_kind_that_nobody_knows_is_asked_for() {
    check("ФИО\temail\nКим Ева\ta@example.org\n", &["unknown kind"]);
    let mut options = ReadOptions::default();
    options.corrections.kind = Some(ListKind::Staff);
    let file = read_text("", "ФИО\temail\nКим Ева\ta@example.org\n", &options).unwrap();
    assert_eq!(show(&file), ["2 Ким Ева | NonTeaching", "2 Warning missingPost"]);
}

#[test]
fn a_list_of_another_kind_is_refused() {
    let options = ReadOptions { expect: Some(ListKind::Students), ..ReadOptions::default() };
    let read = read_text("", "ФИО;Должность;Телефон\nОрлова Нина;Директор;\n", &options);
    assert_eq!(read, Err(Unreadable::WrongKind { expected: ListKind::Students, found: ListKind::Staff }));
}

#[test]
fn what_we_write_is_read_back() {
    let rows = [["ФИО", "Класс", "Телефон", "Дата рождения"], ["Ким Ева", "7А", "+70002193258", "05.04.2013"]];
    check(&write::csv(rows), &["2 Ким Ева | 7А | 2013-04-05 | +70002193258"]);
}

#[test]
fn the_year_of_a_title_is_known() {
    let file =
        read_text("", "Список на 2026–2027 учебный год\nФИО;Класс\nКим Ева;7А\n", &ReadOptions::default()).unwrap();
    assert_eq!(file.lists[0].school_year, Some(2026));
}

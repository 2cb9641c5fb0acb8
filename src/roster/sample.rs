//! Lists to learn from: in the columns that the import recognizes, about persons that nobody is.

use super::header::ListKind;
use super::write::csv;

/// The lists that there is a sample of, in the order in which a school brings them in.
pub const KINDS: [ListKind; 3] = [ListKind::Staff, ListKind::Students, ListKind::Parents];

const STAFF: &[[&str; 5]] = &[
    ["ФИО", "Должность", "Классное руководство", "Телефон", "E-mail"],
    ["Орлова Нина Андреевна", "Директор", "", "+7 (000) 000-00-01", "orlova@example.org"],
    ["Ветров Илья Сергеевич", "Заместитель директора", "", "+7 (000) 000-00-02", "vetrov@example.org"],
    ["Баранов Глеб Олегович", "Учитель математики", "5А", "+7 (000) 000-00-03", "baranov@example.org"],
    ["Лугова Вера Петровна", "Учитель русского языка и литературы", "5Б", "+7 (000) 000-00-04", "lugova@example.org"],
    ["Тихонова Алла Юрьевна", "Педагог-психолог", "", "", ""],
];

const STUDENTS: &[[&str; 2]] = &[
    ["ФИО", "Класс"],
    ["Зуева Ева Марковна", "5А"],
    ["Ким Лев Антонович", "5А"],
    ["Серова Анна Ильинична", "5А"],
    ["Ясенев Марк Денисович", "5Б"],
    ["Рощина Дарья Олеговна", "5Б"],
    ["Горин Тимур Павлович", "5Б"],
];

const PARENTS: &[[&str; 6]] = &[
    ["ФИО родителя", "Степень родства", "ФИО ученика", "Класс", "Телефон", "E-mail"],
    ["Зуева Ольга Петровна", "мать", "Зуева Ева Марковна", "5А", "+7 (000) 000-01-01", "zueva@example.org"],
    ["Ким Антон Юрьевич", "отец", "Ким Лев Антонович", "5А", "+7 (000) 000-01-02", ""],
    ["Серова Мария Львовна", "мать", "Серова Анна Ильинична", "5А", "+7 (000) 000-01-03", ""],
    ["Ясенев Денис Игоревич", "отец", "Ясенев Марк Денисович", "5Б", "+7 (000) 000-01-04", ""],
    ["Рощина Юлия Андреевна", "мать", "Рощина Дарья Олеговна", "5Б", "+7 (000) 000-01-05", ""],
    ["Горина Инна Семёновна", "мать", "Горин Тимур Павлович", "5Б", "+7 (000) 000-01-06", ""],
];

/// A sample as a table for Excel; empty for a kind without one.
#[must_use]
pub fn text(kind: ListKind) -> String {
    match kind {
        ListKind::Staff => write(STAFF),
        ListKind::Students => write(STUDENTS),
        ListKind::Parents => write(PARENTS),
        _ => String::new(),
    }
}

fn write<const N: usize>(rows: &[[&str; N]]) -> String {
    csv(rows.iter().map(|row| row.iter().copied()))
}

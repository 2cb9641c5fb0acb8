//! Where the header of a table is, what its columns are, and what kind of list it makes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Field, ListKind, alias, infer};
use crate::order;
use crate::roster::table::{Row, Sheet};

/// How many rows from the top may be titles.
const TITLE_ROWS: usize = 30;

/// One column of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The header as written; empty where there is none.
    pub header: String,
    /// What it holds; none where nobody knows.
    pub field: Option<Field>,
}

/// How a table is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The kind of list; none where a person has to tell it.
    pub kind: Option<ListKind>,
    /// The line of the header; none where the table has no header.
    pub header_line: Option<u32>,
    /// The columns.
    pub columns: Vec<Column>,
}

/// What a person or a saved profile says about a table, over what is recognized.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Corrections {
    /// The kind of the list.
    pub kind: Option<ListKind>,
    /// The fields of columns by their normalized header, or `#3` for the third column of a table without header;
    /// none where a column is to be left out.
    pub columns: BTreeMap<String, Option<Field>>,
}

impl Layout {
    /// The place of a field among the columns.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// Whether one of the fields has a column.
    pub fn has(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.column(*field).is_some())
    }

    /// Whether names are there, whole or in parts.
    pub fn has_name(&self) -> bool {
        self.has(&[Field::FullName, Field::LastName])
    }
}

/// The key by which corrections and profiles know a column.
pub fn column_key(header: &str, column: usize) -> String {
    let key = alias::normal(header);
    if key.is_empty() { format!("#{}", column + 1) } else { key }
}

/// Recognizes the layout of a table; `None` where neither headers nor content tell anything.
pub fn recognize(sheet: &Sheet, corrections: &Corrections) -> Option<Layout> {
    let mut layout = by_header(sheet, corrections).or_else(|| by_content(sheet))?;
    correct(&mut layout, corrections);
    neighbors(&mut layout.columns);
    layout.kind = corrections.kind.or_else(|| kind(&layout));
    if let Some(kind) = layout.kind {
        adapt(&mut layout, kind, corrections);
    }
    only_first(&mut layout.columns);
    Some(layout)
}

fn by_header(sheet: &Sheet, corrections: &Corrections) -> Option<Layout> {
    let candidates = sheet.rows.iter().take(TITLE_ROWS).enumerate();
    let scored = candidates.map(|(index, row)| {
        // A title is one text; the upper row of a header has several.
        let above =
            index.checked_sub(1).and_then(|above| sheet.rows.get(above)).filter(|above| above.single().is_none());
        let columns = columns(row, above, corrections);
        let mut fields: Vec<Field> = columns.iter().filter_map(|column| column.field).collect();
        order::natural(&mut fields);
        fields.dedup();
        (fields.len(), index, columns, row)
    });
    // The first of the best rows: a repeated header lower down is a repetition.
    let (score, _, columns, row) = scored.max_by_key(|(score, index, ..)| (*score, usize::MAX - index))?;
    let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    // One known word is a header only where most of the row is known, or the row is one cell.
    let enough = score >= 2 || (score == 1 && filled == 1 && sheet.width() <= 2);
    enough.then_some(Layout { kind: None, header_line: Some(row.line), columns })
}

fn columns(row: &Row, above: Option<&Row>, corrections: &Corrections) -> Vec<Column> {
    let column = |(index, header): (usize, &String)| {
        let header = header.trim();
        // A header of two rows: «Мать» over «Телефон».
        let over = above.map(|above| above.cell(index).trim()).filter(|over| !over.is_empty() && *over != header);
        let both = over.and_then(|over| alias::field(&format!("{over} {header}")));
        let key = column_key(header, index);
        let chosen = corrections.columns.get(&key).copied().flatten();
        Column { header: header.to_owned(), field: chosen.or(both).or_else(|| alias::field(header)) }
    };
    row.cells.iter().enumerate().map(column).collect()
}

fn by_content(sheet: &Sheet) -> Option<Layout> {
    let fields = infer::fields(sheet);
    if fields.is_empty() {
        return None;
    }
    let columns = fields.into_iter().map(|field| Column { header: String::new(), field }).collect();
    Some(Layout { kind: None, header_line: None, columns })
}

fn correct(layout: &mut Layout, corrections: &Corrections) {
    for (index, column) in layout.columns.iter_mut().enumerate() {
        if let Some(field) = corrections.columns.get(&column_key(&column.header, index)) {
            column.field = *field;
        }
    }
}

/// A phone or an e-mail right after a parent's column is that parent's.
fn neighbors(columns: &mut [Column]) {
    let mut owner = None;
    for column in columns {
        let (phone, email) = match owner {
            Some(Field::Parent) => (Field::ParentPhone, Field::ParentEmail),
            Some(Field::SecondParent) => (Field::SecondParentPhone, Field::SecondParentEmail),
            Some(Field::Mother) => (Field::MotherPhone, Field::MotherEmail),
            Some(Field::Father) => (Field::FatherPhone, Field::FatherEmail),
            _ => (Field::Phone, Field::Email),
        };
        match column.field {
            Some(Field::Phone) => column.field = Some(phone),
            Some(Field::Email) => column.field = Some(email),
            Some(Field::Kinship) | None => {}
            field => owner = field,
        }
    }
}

/// Decides the kind of a list by the fields it has.
fn kind(layout: &Layout) -> Option<ListKind> {
    let has = |field| layout.has(&[field]);
    let named = layout.has_name();
    let classed = layout.has(&[Field::Class, Field::Grade]);
    let parent = layout.has(&[Field::Parent, Field::Mother, Field::Father]);
    if has(Field::MemberSchools) || (has(Field::MemberRoles) && named) || (has(Field::MemberId) && named && !classed) {
        return Some(ListKind::ChatMembers);
    }
    if has(Field::Child) || (parent && has(Field::Kinship)) {
        return Some(ListKind::Parents);
    }
    let staff = layout.has(&[Field::Position, Field::HomeroomOf, Field::HireDate]);
    let pupil = layout.has(&[Field::BirthDate, Field::FileNumber, Field::Letter]) || parent;
    if has(Field::Subject)
        && (classed || has(Field::Classes))
        && !has(Field::HomeroomOf)
        && (layout.has(&[Field::Teacher, Field::Hours]) || named)
    {
        return Some(ListKind::Load);
    }
    if has(Field::Title) && layout.has(&[Field::Leader, Field::Classes, Field::Hours, Field::Teacher, Field::Class]) {
        return Some(ListKind::Activities);
    }
    if staff && (named || has(Field::Teacher)) && !has(Field::Letter) {
        return Some(ListKind::Staff);
    }
    if named && (classed || has(Field::Group) || pupil || has(Field::Gender)) {
        return Some(ListKind::Students);
    }
    (has(Field::Teacher) && has(Field::Subject)).then_some(ListKind::Staff)
}

/// Reads ambiguous headers the way the kind of list means them.
fn adapt(layout: &mut Layout, kind: ListKind, corrections: &Corrections) {
    let has = |field| layout.has(&[field]);
    let renames: Vec<(Field, Field)> = match kind {
        ListKind::Staff if has(Field::HomeroomOf) => vec![(Field::Teacher, Field::FullName)],
        ListKind::Staff => vec![
            (Field::Teacher, Field::FullName),
            (Field::Class, Field::HomeroomOf),
            (Field::Classes, Field::HomeroomOf),
        ],
        ListKind::Students if !layout.has(&[Field::Class, Field::Grade]) => vec![(Field::Group, Field::Class)],
        ListKind::Parents if !has(Field::Child) => {
            vec![
                (Field::FullName, Field::Child),
                (Field::Phone, Field::ParentPhone),
                (Field::Email, Field::ParentEmail),
            ]
        }
        ListKind::Parents if !layout.has(&[Field::Parent, Field::Mother, Field::Father]) => {
            vec![
                (Field::FullName, Field::Parent),
                (Field::Phone, Field::ParentPhone),
                (Field::Email, Field::ParentEmail),
            ]
        }
        ListKind::Parents => vec![(Field::Phone, Field::ParentPhone), (Field::Email, Field::ParentEmail)],
        ListKind::Load => {
            vec![(Field::FullName, Field::Teacher), (Field::Leader, Field::Teacher), (Field::Classes, Field::Class)]
        }
        ListKind::Activities => {
            vec![(Field::Teacher, Field::Leader), (Field::FullName, Field::Leader), (Field::Class, Field::Classes)]
        }
        _ => Vec::new(),
    };
    for (index, column) in layout.columns.iter_mut().enumerate() {
        let chosen = corrections.columns.contains_key(&column_key(&column.header, index));
        if let Some((_, field)) = renames.iter().find(|(from, _)| column.field == Some(*from) && !chosen) {
            column.field = Some(*field);
        }
    }
}

fn only_first(columns: &mut [Column]) {
    let mut seen = std::collections::BTreeSet::new();
    for column in columns {
        if let Some(field) = column.field.filter(|field| !field.is_dropped() && *field != Field::Other)
            && !seen.insert(field)
        {
            column.field = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::table::csv;

    #[track_caller]
    fn check(text: &str, kind: Option<ListKind>, fields: &str) {
        let layout = recognize(&csv::read(text).unwrap(), &Corrections::default()).unwrap_or_default();
        let found: Vec<&str> = layout.columns.iter().map(|column| column.field.map_or("-", Field::code)).collect();
        assert_eq!((layout.kind, found.join(" ")), (kind, fields.to_owned()), "{text}");
    }

    #[test]
    fn simple_formats_of_school_tools() {
        use ListKind::{Parents, Staff, Students};
        check("ФИО;Класс\nКим Ева;7А", Some(Students), "fullName class");
        check("Фамилия;Имя;Отчество;Класс\nКим;Ева;;7А", Some(Students), "lastName firstName middleName class");
        check("ФИО;Класс;Дата рождения\nКим Ева;7А;05.04.2013", Some(Students), "fullName class birthDate");
        check(
            "ФИО;Класс;Дата рождения;Пол;Родитель;Телефон;Адрес\n;;;;;;",
            Some(Students),
            "fullName class birthDate gender parent parentPhone other",
        );
        check("ФИО\temail\nКим Ева\ta@example.org", None, "fullName email");
        check("ФИО;Должность;Класс\nКим Ева;Учитель;7А", Some(Staff), "fullName position homeroomOf");
        check(
            "Фамилия;Имя;Отчество;СНИЛС;ИНН;Серия паспорта;Номер паспорта;Номер телефона;Логин;Пароль;Класс\n",
            Some(Students),
            "lastName firstName middleName snils inn passport passport phone login password class",
        );
        check(
            "ФИО;Степень родства;ФИО ребёнка;Класс;Телефон\n",
            Some(Parents),
            "parent kinship child class parentPhone",
        );
        check(
            "ФИО ученика;Класс;ФИО родителя;Степень родства;Телефон\n",
            Some(Parents),
            "child class parent kinship parentPhone",
        );
    }

    #[test]
    fn lists_of_the_school() {
        use ListKind::{Activities, ChatMembers, Load, Staff};
        check("Предмет;Класс;Подгруппа;Учитель;Часов в неделю\n", Some(Load), "subject class group teacher hours");
        check("Название;Руководитель;Классы;Часы\n", Some(Activities), "title leader classes hours");
        check("id,ФИО,Учебные заведения,Роли\n", Some(ChatMembers), "memberId fullName memberSchools memberRoles");
        check(
            "№;ФИО;Должность;Предмет;Классное руководство;Телефон\n",
            Some(Staff),
            "rowNumber fullName position subject homeroomOf phone",
        );
        check("Учитель;Должность;Предмет\n", Some(Staff), "fullName position subject");
    }

    #[test]
    fn titles_stand_above_the_header() {
        let text = "Список учащихся\nна 2026/27 уч. год\n\n№;ФИО;Класс\n1;Ким Ева;7А\n";
        let layout = recognize(&csv::read(text).unwrap(), &Corrections::default()).unwrap();
        assert_eq!((layout.header_line, layout.kind), (Some(4), Some(ListKind::Students)));
    }

    #[test]
    fn headers_of_two_rows() {
        check(
            "Ученик;Класс;Мать;Мать;Отец;Отец\nФИО;Класс;ФИО;Телефон;ФИО;Телефон\n",
            Some(ListKind::Students),
            "fullName class mother motherPhone father fatherPhone",
        );
    }

    #[test]
    fn tables_without_a_header() {
        check("Ким Ева;7А\nИванов Лев Ильич;7Б", Some(ListKind::Students), "fullName class");
        check(
            "Ким;Ева;Львовна;7А;м\nИванов;Лев;Ильич;7Б;ж",
            Some(ListKind::Students),
            "lastName firstName middleName class gender",
        );
        check("Ким Ева\ta@example.org\nИванов Лев\tb@example.org", None, "fullName email");
        check("1;2;3\n4;5;6", None, "");
    }

    #[test]
    fn corrections_decide() {
        let sheet = csv::read("Кто;Где;Класс\nКим Ева;7А;x").unwrap();
        let columns = [("кто", Some(Field::FullName)), ("где", Some(Field::Class)), ("класс", None)];
        let columns = columns.map(|(key, field)| (key.to_owned(), field)).into();
        let layout = recognize(&sheet, &Corrections { kind: None, columns }).unwrap();
        assert_eq!((layout.kind, layout.column(Field::Class)), (Some(ListKind::Students), Some(1)));
    }
}

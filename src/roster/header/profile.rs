//! Saved mappings: what a person corrected once is known the next time a list with the same headers comes.

use std::collections::BTreeMap;

use super::recognize::{Corrections, Layout, column_key};
use super::{Field, ListKind};
use crate::domain::{ImportProfile, ImportProfileId};
use crate::roster::table::Sheet;

/// Makes a profile of a layout as a person left it.
#[must_use]
pub fn of_layout(id: ImportProfileId, name: &str, layout: &Layout) -> ImportProfile {
    let key = |(index, column): (usize, &super::Column)| {
        (column_key(&column.header, index), column.field.map_or(String::new(), |field| field.code().to_owned()))
    };
    ImportProfile {
        id,
        name: name.to_owned(),
        kind: layout.kind.map_or(String::new(), |kind| kind.code().to_owned()),
        columns: layout.columns.iter().enumerate().filter(|(_, column)| !column.header.is_empty()).map(key).collect(),
    }
}

/// What a profile says; fields that this version does not know are left to recognition.
#[must_use]
pub fn corrections(profile: &ImportProfile) -> Corrections {
    let field = |(header, code): (&String, &String)| {
        let field = Field::of_code(code);
        (code.is_empty() || field.is_some()).then(|| (header.clone(), field))
    };
    Corrections { kind: ListKind::of_code(&profile.kind), columns: profile.columns.iter().filter_map(field).collect() }
}

/// Adds to what a person said the profile that suits a table: the largest one whose headers all stand in one row.
#[must_use]
pub fn with_profile(sheet: &Sheet, said: &Corrections, profiles: &[ImportProfile]) -> Corrections {
    let rows: Vec<Vec<String>> = sheet
        .rows
        .iter()
        .take(30)
        .map(|row| row.cells.iter().enumerate().map(|(index, cell)| column_key(cell, index)).collect())
        .collect();
    let suits = |profile: &&ImportProfile| {
        profile.columns.len() > 1 && rows.iter().any(|row| profile.columns.keys().all(|header| row.contains(header)))
    };
    let Some(profile) = profiles.iter().filter(suits).max_by_key(|profile| profile.columns.len()) else {
        return said.clone();
    };
    let known = corrections(profile);
    let mut columns: BTreeMap<String, Option<Field>> = known.columns;
    columns.extend(said.columns.clone());
    Corrections { kind: said.kind.or(known.kind), columns }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::header::recognize;
    use crate::roster::table::csv;

    #[track_caller]
    fn check(text: &str, profiles: &[ImportProfile], kind: Option<ListKind>, fields: &str) {
        let sheet = csv::read(text).unwrap();
        let layout = recognize(&sheet, &with_profile(&sheet, &Corrections::default(), profiles)).unwrap_or_default();
        let found: Vec<&str> = layout.columns.iter().map(|column| column.field.map_or("-", Field::code)).collect();
        assert_eq!((layout.kind, found.join(" ")), (kind, fields.to_owned()));
    }

    #[test]
    fn a_saved_mapping_is_known_again() {
        let mut layout = Layout::default();
        let columns = [("Кто", None), ("ФИО", Some(Field::FullName)), ("Где", Some(Field::Class))];
        layout.columns =
            columns.map(|(header, field)| super::super::Column { header: header.to_owned(), field }).into();
        layout.kind = Some(ListKind::Students);
        let profile = of_layout(uuid::Uuid::nil().into(), "наша выгрузка", &layout);
        let known = Some(ListKind::Students);
        check("Кто;ФИО;Где\nx;Ким Ян;7Б\n", std::slice::from_ref(&profile), known, "- fullName class");
        check("Заголовок\nФИО ;КТО;Где;Пол\nКим Ян;x;7Б;м\n", &[profile], known, "fullName - class gender");
    }
}

//! The mapping of a list: each column with its samples and its field, and the saved mapping that suits it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{ImportProfile, ImportProfileId};
use crate::order;
use crate::roster::header::recognize::column_key;
use crate::roster::header::{Field, ListKind, profile};
use crate::roster::{ReadFile, ReadList};

/// One column of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ColumnRow {
    /// The key by which a correction knows it.
    pub key: String,
    /// Its number, from 1.
    pub number: usize,
    /// Its header as written; empty where there is none.
    pub header: String,
    /// What it holds.
    pub field: Option<Field>,
    /// Its first values; none where they are not shown on purpose.
    pub samples: Vec<String>,
}

/// How many values of a column are shown.
const SAMPLES: usize = 3;
/// How much of a value is shown, in characters.
const SAMPLE_CHARS: usize = 40;

/// The columns of a list that have a header or hold something.
#[must_use]
pub fn columns(list: &ReadList) -> Vec<ColumnRow> {
    let row = |(index, column): (usize, &crate::roster::header::Column)| {
        let values = list.sample.iter().filter_map(|row| row.get(index)).map(|text| text.trim());
        let samples = values.filter(|text| !text.is_empty()).take(SAMPLES).map(shortened).collect();
        ColumnRow {
            key: column_key(&column.header, index),
            number: index + 1,
            header: column.header.clone(),
            field: column.field,
            samples,
        }
    };
    let rows = list.layout.columns.iter().enumerate().map(row);
    rows.filter(|row| !(row.header.is_empty() && row.samples.is_empty() && row.field.is_none())).collect()
}

fn shortened(text: &str) -> String {
    let text = text.replace('\n', " ");
    let mut chars = text.char_indices();
    match chars.nth(SAMPLE_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(&text)),
        None => text,
    }
}

/// The fields that a person chooses among for a kind of list, in their order.
#[must_use]
pub fn fields(kind: Option<ListKind>) -> Vec<Field> {
    use Field as F;
    let is_fit = |field: Field| match kind {
        Some(ListKind::Staff) => matches!(field, F::Position | F::HomeroomOf | F::HireDate) || is_person(field),
        Some(ListKind::Students) => {
            matches!(field, F::FileNumber | F::FileLetter) || is_class(field) || is_parent(field) || is_person(field)
        }
        Some(ListKind::Parents) => {
            matches!(field, F::Child | F::Kinship) || is_class(field) || is_parent(field) || is_person(field)
        }
        Some(ListKind::Load) => {
            matches!(field, F::Subject | F::Teacher | F::Hours | F::Group) || is_class(field) || is_any(field)
        }
        Some(ListKind::Activities) => {
            matches!(field, F::Title | F::Leader | F::Classes | F::Hours | F::Class) || is_any(field)
        }
        Some(ListKind::ChatMembers) => {
            matches!(field, F::MemberId | F::MemberRoles | F::MemberSchools) || is_person(field)
        }
        Some(ListKind::OneRoster) | None => true,
    };
    Field::ALL.iter().copied().filter(|field| is_fit(*field)).collect()
}

fn is_class(field: Field) -> bool {
    matches!(field, Field::Class | Field::Grade | Field::Letter)
}

fn is_person(field: Field) -> bool {
    use Field as F;
    let own =
        [F::FullName, F::LastName, F::FirstName, F::MiddleName, F::BirthDate, F::Gender, F::Phone, F::Email, F::Status];
    own.contains(&field) || is_any(field)
}

fn is_parent(field: Field) -> bool {
    use Field as F;
    let parents = [
        F::Parent,
        F::ParentPhone,
        F::ParentEmail,
        F::SecondParent,
        F::SecondParentPhone,
        F::SecondParentEmail,
        F::Mother,
        F::MotherPhone,
        F::MotherEmail,
        F::Father,
        F::FatherPhone,
        F::FatherEmail,
    ];
    parents.contains(&field)
}

fn is_any(field: Field) -> bool {
    matches!(field, Field::RowNumber | Field::Other) || field.is_dropped()
}

/// The headers of the columns that are never kept, over all lists of a file.
#[must_use]
pub fn dropped(file: &ReadFile) -> Vec<String> {
    let columns = file.lists.iter().flat_map(|list| &list.layout.columns);
    columns.filter(|column| column.field.is_some_and(Field::is_dropped)).map(|column| column.header.clone()).collect()
}

/// The saved mapping that a list was read by: the largest one whose headers all stand in it.
#[must_use]
pub fn profile_of<'a>(list: &ReadList, profiles: &'a [Arc<ImportProfile>]) -> Option<&'a Arc<ImportProfile>> {
    let columns = list.layout.columns.iter().enumerate();
    let keys: BTreeSet<String> = order::set(columns.map(|(index, column)| column_key(&column.header, index)));
    let suits = |profile: &&Arc<ImportProfile>| {
        profile.columns.len() > 1 && profile.columns.keys().all(|header| keys.contains(header))
    };
    profiles.iter().filter(suits).max_by_key(|profile| profile.columns.len())
}

/// Whether the mapping of a list can be saved: headers are what it is known by.
#[must_use]
pub fn can_be_saved(list: &ReadList) -> bool {
    list.layout.columns.iter().filter(|column| !column.header.is_empty()).count() > 1
}

/// The mapping of a list as a record.
#[must_use]
pub fn saved(id: ImportProfileId, name: &str, list: &ReadList) -> ImportProfile {
    profile::of_layout(id, name.trim(), &list.layout)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{ReadOptions, read_text};

    fn list(text: &str) -> ReadList {
        read_text("a.csv", text, &ReadOptions::default()).unwrap().lists.remove(0)
    }

    /// The columns as `number key field samples`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let line = |row: ColumnRow| {
            let field = row.field.map_or("-", Field::code);
            format!("{} {} {field} {}", row.number, row.key, row.samples.join("|"))
        };
        let found: Vec<String> = columns(&list(text)).into_iter().map(line).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn columns_have_their_samples() {
        check(
            "ФИО;Класс;Где\nКим Ева;7А;x\nКим Ян;;y\n",
            &["1 фио fullName Ким Ева|Ким Ян", "2 класс class 7А", "3 где - x|y"],
        );
    }

    #[test]
    fn what_is_never_kept_is_not_shown() {
        check(
            "ФИО;Класс;СНИЛС\nКим Ева;7А;118-209-256 77\n",
            &["1 фио fullName Ким Ева", "2 класс class 7А", "3 снилс snils "],
        );
        let file = read_text("a.csv", "ФИО;Класс;СНИЛС\nКим Ева;7А;1\n", &ReadOptions::default()).unwrap();
        assert_eq!(dropped(&file), ["СНИЛС"]);
    }

    #[test]
    fn long_values_are_cut_between_characters() {
        assert_eq!(shortened(&"ё".repeat(41)), format!("{}…", "ё".repeat(40)));
        assert_eq!(shortened("a\nb"), "a b");
    }

    #[test]
    fn every_field_can_be_chosen_somewhere() {
        for kind in [ListKind::Staff, ListKind::Students, ListKind::Parents, ListKind::Load, ListKind::Activities] {
            assert!(fields(Some(kind)).len() < Field::ALL.len(), "{kind:?}");
        }
        assert_eq!(fields(None), Field::ALL);
        assert!(fields(Some(ListKind::Load)).contains(&Field::Hours));
        assert!(!fields(Some(ListKind::Load)).contains(&Field::Mother));
    }

    #[test]
    fn a_saved_mapping_is_found_by_its_headers() {
        let text = "ФИО;Класс;Где\nКим Ева;7А;x\n";
        let id = ImportProfileId::from(uuid::Uuid::nil());
        let profiles = [Arc::new(saved(id, " наша ", &list(text)))];
        assert_eq!(profiles[0].name, "наша");
        assert_eq!(profile_of(&list(text), &profiles), profiles.first());
        assert_eq!(profile_of(&list("ФИО;Класс\nКим Ева;7А\n"), &profiles), None);
        assert!(can_be_saved(&list(text)));
    }
}

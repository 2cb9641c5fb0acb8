//! Snapshots in words: why a file does not open, what it is to the plan, what to beware of.

use crate::snapshot::{Age, Encoding, Relation, Unreadable, Warning};

use super::{Lang, kind, msg};

/// Why a file does not open, and what to do.
#[must_use]
pub fn unreadable(lang: Lang, error: &Unreadable) -> String {
    match error {
        Unreadable::Empty => msg::unopened_empty(lang).to_owned(),
        Unreadable::TooBig { bytes, limit } => {
            msg::unopened_too_big(lang, &super::number::grouped(lang, *bytes), &super::number::grouped(lang, *limit))
        }
        Unreadable::Encoding { guess: Encoding::Utf16, .. } => msg::unopened_utf16(lang).to_owned(),
        Unreadable::Encoding { guess: Encoding::OneByte, .. } => msg::unopened_one_byte(lang).to_owned(),
        Unreadable::Encoding { at, guess: Encoding::Damaged } => msg::unopened_damaged(lang, &at.to_string()),
        Unreadable::NotJson { line, column } => msg::unopened_not_json(lang, &column.to_string(), &line.to_string()),
        Unreadable::CutOff { line, column } => msg::unopened_cut_off(lang, &column.to_string(), &line.to_string()),
        Unreadable::TooDeep { line, .. } => msg::unopened_too_deep(lang, &line.to_string()),
        Unreadable::Foreign => msg::unopened_foreign(lang).to_owned(),
        Unreadable::Newer { file, app, written_by } if written_by.is_empty() => {
            msg::unopened_newer_nameless(lang, &file.to_string(), &app.to_string())
        }
        Unreadable::Newer { file, app, written_by } => {
            msg::unopened_newer(lang, written_by, &file.to_string(), &app.to_string())
        }
        Unreadable::Structure { line, path, message, .. } => {
            msg::unopened_structure(lang, &line.to_string(), path, message)
        }
        Unreadable::Twice(key) => msg::unopened_twice(lang, kind::one(lang, key.kind)),
        Unreadable::Altered(_) => msg::unopened_altered(lang).to_owned(),
        Unreadable::Dangling(opened) => msg::unopened_dangling(lang, opened.dangling.len() as u64),
        Unreadable::NotWhatWasWritten => msg::unopened_not_what_was_written(lang).to_owned(),
    }
}

/// What a file is to the open plan.
#[must_use]
pub fn relation(lang: Lang, relation: Relation) -> &'static str {
    match relation {
        Relation::IntoEmpty => msg::relation_into_empty(lang),
        Relation::SamePlan(Age::Same) => msg::relation_same(lang),
        Relation::SamePlan(Age::Older) => msg::relation_older(lang),
        Relation::SamePlan(Age::Newer) => msg::relation_newer(lang),
        Relation::SamePlan(Age::Diverged) => msg::relation_diverged(lang),
        Relation::SamePlan(Age::Unknown) => msg::relation_unknown(lang),
        Relation::SameSchoolOtherLineage => msg::relation_same_school(lang),
        Relation::OtherSchool => msg::relation_other_school(lang),
    }
}

/// What to beware of.
#[must_use]
pub fn warning(lang: Lang, warning: &Warning) -> String {
    match warning {
        Warning::OtherSchool => msg::warning_other_school(lang).to_owned(),
        Warning::Older => msg::warning_older(lang).to_owned(),
        Warning::Diverged => msg::warning_diverged(lang).to_owned(),
        Warning::RemovesPeople { removed, of } => msg::warning_removes_people(lang, *removed as u64, *of as u64),
        Warning::Altered => msg::warning_altered(lang).to_owned(),
        Warning::Dangling(links) => {
            let told = msg::unopened_dangling(lang, links.len() as u64);
            format!("{told} {}", msg::preview_dangling_stop(lang))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{relation, unreadable};
    use crate::domain::{RecordKey, RecordKind};
    use crate::snapshot::{Age, Encoding, Relation, Unreadable};
    use crate::text::Lang;

    #[track_caller]
    fn check(error: &Unreadable, ru: &str) {
        let told = unreadable(Lang::Ru, error);
        assert!(told.contains(ru), "{told}");
        assert!(!unreadable(Lang::En, error).contains(|c: char| ('а'..='я').contains(&c)));
    }

    #[test]
    fn numbers_and_names_stand_in_their_places() {
        check(&Unreadable::TooBig { bytes: 200_000_000, limit: 100 }, "200\u{a0}000\u{a0}000 байт, предел 100");
        check(&Unreadable::NotJson { line: 3, column: 7 }, "в строке 3, на месте 7");
        check(&Unreadable::CutOff { line: 3, column: 7 }, "в строке 3, на месте 7");
        let newer = |written_by: &str| Unreadable::Newer { file: 4, app: 1, written_by: written_by.to_owned() };
        check(&newer("2.0.0"), "(2.0.0), схема 4; эта версия читает схему 1");
        check(&newer(""), "схема 4; эта версия читает схему 1");
        let (path, message) = ("records.people[12].phone".to_owned(), "no phone".to_owned());
        check(&Unreadable::Structure { line: 9, column: 2, path, message }, "строка 9, records.people[12].phone");
        check(&Unreadable::Twice(RecordKey::of(RecordKind::Person, uuid::Uuid::nil())), "(человек)");
    }

    #[test]
    fn each_reason_has_its_own_sentence() {
        let encodings = [Encoding::Utf16, Encoding::OneByte, Encoding::Damaged];
        let mut errors: Vec<Unreadable> =
            encodings.into_iter().map(|guess| Unreadable::Encoding { at: 5, guess }).collect();
        errors.extend([
            Unreadable::Empty,
            Unreadable::TooBig { bytes: 1, limit: 1 },
            Unreadable::NotJson { line: 1, column: 1 },
            Unreadable::CutOff { line: 1, column: 1 },
            Unreadable::TooDeep { line: 1, column: 1 },
            Unreadable::Foreign,
            Unreadable::Newer { file: 2, app: 1, written_by: String::new() },
            Unreadable::NotWhatWasWritten,
        ]);
        for lang in Lang::ALL {
            let told: BTreeSet<String> = errors.iter().map(|error| unreadable(lang, error)).collect();
            assert_eq!(told.len(), errors.len());
        }
    }

    #[test]
    fn each_relation_has_its_own_sentence() {
        let ages = [Age::Same, Age::Older, Age::Newer, Age::Diverged, Age::Unknown];
        let mut relations: Vec<Relation> = ages.into_iter().map(Relation::SamePlan).collect();
        relations.extend([Relation::IntoEmpty, Relation::SameSchoolOtherLineage, Relation::OtherSchool]);
        for lang in Lang::ALL {
            let told: BTreeSet<&str> = relations.iter().map(|other| relation(lang, *other)).collect();
            assert_eq!(told.len(), relations.len());
        }
    }
}

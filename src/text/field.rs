//! Fields of records and their values, as the journal and the comparison of snapshots show them.

use crate::view::difference::{Field, Shown, Way};

use super::{Lang, date, msg};

/// What a field is called; a field nobody named yet by its path.
#[must_use]
pub fn name(lang: Lang, path: &str) -> String {
    if let Some(column) = path.strip_prefix("columns.") {
        return msg::field_column(lang, column);
    }
    // An entry of a map stands under the identity of a record: the map has the name.
    let is_named = |part: &&str| uuid::Uuid::parse_str(part).is_err();
    let parts: Vec<&str> = path.split('.').filter(is_named).collect();
    msg::field_name(lang, &parts.join("-").replace('_', "-"))
}

/// A value in words.
#[must_use]
pub fn value(lang: Lang, shown: &Shown) -> String {
    match shown {
        Shown::Absent => msg::field_absent(lang).to_owned(),
        Shown::Text(text) if text.is_empty() => msg::field_absent(lang).to_owned(),
        Shown::Text(text) => text.clone(),
        // The name of a message's default cannot be a name of its own.
        Shown::Code(code) if code == "other" => msg::field_code_other(lang).to_owned(),
        Shown::Code(code) => msg::field_code(lang, code),
        Shown::Day(day) => date::short(*day),
        Shown::Flag(true) => msg::field_yes(lang).to_owned(),
        Shown::Flag(false) => msg::field_no(lang).to_owned(),
        Shown::Hours(hundredths) => hours(lang, *hundredths),
        Shown::List(items) => items.iter().map(|item| value(lang, item)).collect::<Vec<_>>().join(", "),
    }
}

fn hours(lang: Lang, hundredths: u64) -> String {
    let point = if lang == Lang::Ru { ',' } else { '.' };
    let (whole, part) = (hundredths / 100, hundredths % 100);
    if part == 0 { whole.to_string() } else { format!("{whole}{point}{part:02}").trim_end_matches('0').to_owned() }
}

/// What happened to a field of a record that comes, changes or goes: one value, or the old and the new one.
#[must_use]
pub fn change(lang: Lang, way: Way, field: &Field) -> String {
    match way {
        Way::Added => value(lang, &field.after),
        Way::Removed => value(lang, &field.before),
        Way::Changed => msg::field_before_after(lang, &value(lang, &field.after), &value(lang, &field.before)),
    }
}

/// What happens to a record.
#[must_use]
pub fn way(lang: Lang, way: Way) -> &'static str {
    match way {
        Way::Added => msg::way_added(lang),
        Way::Changed => msg::way_changed(lang),
        Way::Removed => msg::way_removed(lang),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{change, name, value};
    use crate::demo::{self, Scale};
    use crate::domain::{IdSource, School};
    use crate::snapshot::Difference;
    use crate::text::Lang;
    use crate::view::difference::{Field, Shown, Way, rows};

    #[track_caller]
    fn check(shown: &Shown, ru: &str, en: &str) {
        assert_eq!((value(Lang::Ru, shown).as_str(), value(Lang::En, shown).as_str()), (ru, en));
    }

    #[test]
    fn values() {
        check(&Shown::Absent, "нет", "none");
        check(&Shown::Text(String::new()), "нет", "none");
        check(&Shown::Code("on-platform".into()), "на платформе", "on the platform");
        check(&Shown::Code("later".into()), "later", "later");
        check(&Shown::Hours(400), "4", "4");
        check(&Shown::Hours(50), "0,5", "0.5");
        check(&Shown::Hours(1025), "10,25", "10.25");
        check(&Shown::List(vec![Shown::Flag(true), Shown::Text("7А".into())]), "да, 7А", "yes, 7А");
    }

    #[test]
    fn old_comes_before_new() {
        let field = Field {
            path: "period.from".into(),
            before: Shown::Day("2026-09-01".parse().unwrap()),
            after: Shown::Day("2026-10-01".parse().unwrap()),
        };
        assert_eq!(name(Lang::Ru, &field.path), "С");
        assert_eq!(change(Lang::Ru, Way::Changed, &field), "01.09.2026 → 01.10.2026");
        assert_eq!(change(Lang::Ru, Way::Added, &field), "01.10.2026");
        assert_eq!(change(Lang::Ru, Way::Removed, &field), "01.09.2026");
    }

    #[test]
    fn every_field_and_code_of_the_demo_school_has_a_name() {
        let school = demo::school(Scale::Gymnasium, &mut IdSource::new(1_788_000_000_000, [3; 10])).unwrap();
        let empty = School::default();
        let difference = Difference::between(&empty, &school);
        let mut nameless = BTreeSet::new();
        for row in rows(difference.records.iter().map(|row| &row.change), &empty, &school) {
            for field in row.fields {
                let key = field.path.replace(['.', '_'], "-");
                if is_bare(&name(Lang::Ru, &field.path)) {
                    nameless.insert(format!("{:?}: {key}", row.kind));
                }
                if let Shown::Code(code) = &field.after
                    && value(Lang::Ru, &field.after).is_ascii()
                {
                    nameless.insert(format!("{:?}: {key} = {code}", row.kind));
                }
            }
        }
        // A merge asks about a field whole: a consent, not its day.
        for record in school.records() {
            let whole = crate::json::to_value(&record);
            for field in
                whole.as_object().into_iter().flat_map(|kinds| kinds.values()).filter_map(|row| row.as_object())
            {
                let bare = field.keys().filter(|path| *path != "id" && is_bare(&name(Lang::Ru, path)));
                nameless.extend(bare.map(|path| format!("{:?}: {path}", record.key().kind)));
            }
        }
        assert_eq!(nameless, BTreeSet::new());
    }

    /// What has no name is called by its path, without a space and in Latin letters.
    fn is_bare(text: &str) -> bool {
        text.is_ascii() && text.contains(|c: char| c.is_ascii_lowercase())
    }
}

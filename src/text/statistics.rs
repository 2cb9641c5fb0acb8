//! Figures of use in words, and the text of the report to the head (2.1/17).

use crate::domain::words::fold;
use crate::domain::{Figure, School, StatAccess, StatReport};
use crate::plan::coverage::Measure;

use super::{Lang, msg, number};

/// What is counted.
#[must_use]
pub const fn measure(lang: Lang, measure: Measure) -> &'static str {
    match measure {
        Measure::JoinedStaff => msg::statistics_joined_staff(lang),
        Measure::ConfirmedStaff => msg::statistics_confirmed_staff(lang),
        Measure::JoinedStudents => msg::statistics_joined_students(lang),
        Measure::ReachedParents => msg::statistics_reached_parents(lang),
        Measure::LedClasses => msg::statistics_led_classes(lang),
        Measure::LiveChats => msg::statistics_live_chats(lang),
        Measure::CoveredClasses => msg::statistics_covered_classes(lang),
    }
}

/// The name of a figure: of what the plan counts by its key, else as the school wrote it.
#[must_use]
pub fn name(lang: Lang, key: &str) -> String {
    Measure::of_key(key).map_or_else(|| key.to_owned(), |known| measure(lang, known).to_owned())
}

/// The key of a figure by its name in either language; a name of the school's own is its key.
#[must_use]
pub fn key(name: &str) -> String {
    let wanted = fold(name);
    let is_meant = |known: &Measure| {
        fold(known.key()) == wanted || Lang::ALL.into_iter().any(|lang| fold(measure(lang, *known)) == wanted)
    };
    Measure::ALL
        .into_iter()
        .find(is_meant)
        .map_or_else(|| crate::domain::words::tidy(name), |known| known.key().to_owned())
}

/// A figure with its whole and share: `52 из 56 (92 %)`.
#[must_use]
pub fn figure(lang: Lang, figure: Figure) -> String {
    let value = number::grouped(lang, figure.value);
    match figure.of {
        None => value,
        Some(of) => {
            let share = percent(figure).map(|share| share.to_string());
            let of = number::grouped(lang, of);
            match share {
                Some(share) => msg::statistics_share(lang, &of, &share, &value),
                None => msg::statistics_of(lang, &of, &value),
            }
        }
    }
}

/// The share in whole percent, rounded down, so that "all" is only said of all; none without a whole.
#[must_use]
pub fn percent(figure: Figure) -> Option<u64> {
    let of = figure.of.filter(|of| *of > 0)?;
    figure.value.checked_mul(100).map(|hundredfold| hundredfold / of)
}

/// Whether the platform shows its statistics.
#[must_use]
pub const fn access(lang: Lang, access: StatAccess) -> &'static str {
    match access {
        StatAccess::Available => msg::statistics_available(lang),
        StatAccess::NoAccess => msg::statistics_no_access(lang),
    }
}

/// The text of the report to the head.
#[must_use]
pub fn report(lang: Lang, school: &School, report: &StatReport) -> Vec<String> {
    let organisation = school.organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default();
    let mut lines = vec![msg::statistics_report_head(lang, &organisation, &report.caption())];
    if report.access == StatAccess::NoAccess {
        lines.push(msg::statistics_report_no_access(lang).to_owned());
    }
    lines.extend(report.figures.iter().map(|(key, value)| format!("{}: {}.", name(lang, key), figure(lang, *value))));
    if !report.note.is_empty() {
        lines.push(report.note.clone());
    }
    if let Some(author) = report.author {
        lines.push(msg::statistics_report_author(lang, &school.person_name(author)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{figure, key, name, percent};
    use crate::domain::Figure;
    use crate::plan::coverage::Measure;
    use crate::text::Lang;

    #[track_caller]
    fn check(value: u64, of: Option<u64>, ru: &str) {
        assert_eq!(figure(Lang::Ru, Figure { value, of }), ru);
    }

    #[test]
    fn figures_with_their_whole() {
        check(52, Some(56), "52 из 56 (92\u{a0}%)");
        check(1130, None, "1\u{a0}130");
        check(0, Some(0), "0 из 0");
        assert_eq!(percent(Figure { value: 999, of: Some(1000) }), Some(99), "nearly all is not all");
    }

    #[test]
    fn a_name_leads_to_its_key_and_back() {
        for measure in Measure::ALL {
            for lang in Lang::ALL {
                assert_eq!(key(&name(lang, measure.key())), measure.key());
            }
        }
        assert_eq!(key("  Сообщений за  месяц"), "Сообщений за месяц");
    }
}

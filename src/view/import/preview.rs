//! What a proposal shows: counts with examples, classes to be created, problems in pages.

use crate::roster::proposal::{CountOf, Item, Outcome};
use crate::roster::{Problem, Proposal, Severity};

/// How many names are shown as examples.
const EXAMPLES: usize = 5;
/// Problems on a page.
pub const PAGE: usize = 100;

/// A line of the table of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRow {
    /// What is counted.
    pub of: CountOf,
    /// New ones.
    pub created: usize,
    /// Changed ones.
    pub changed: usize,
    /// Unchanged ones.
    pub same: usize,
    /// Names of new ones, or of changed ones where none is new.
    pub examples: Vec<String>,
}

/// The word for a kind in test ids.
#[must_use]
pub const fn code(of: CountOf) -> &'static str {
    match of {
        CountOf::Years => "years",
        CountOf::Classes => "classes",
        CountOf::Staff => "staff",
        CountOf::Homerooms => "homerooms",
        CountOf::Students => "students",
        CountOf::Parents => "parents",
        CountOf::Subjects => "subjects",
        CountOf::Load => "load",
        CountOf::Activities => "activities",
    }
}

/// The counts of what the files speak of.
#[must_use]
pub fn counts(proposal: &Proposal) -> Vec<CountRow> {
    let spoken = proposal.counts.iter().filter(|(_, count)| count.total() > 0);
    let row = |(of, count): (&CountOf, &crate::roster::proposal::Count)| CountRow {
        of: *of,
        created: count.created,
        changed: count.updated,
        same: count.unchanged,
        examples: examples(proposal, *of),
    };
    spoken.map(row).collect()
}

fn examples(proposal: &Proposal, of: CountOf) -> Vec<String> {
    let of_outcome = |outcome| {
        let is_meant = move |item: &&Item| item.of == of && item.outcome == outcome;
        proposal.items.iter().filter(is_meant).take(EXAMPLES).map(|item| item.caption.clone()).collect::<Vec<_>>()
    };
    let created = of_outcome(Outcome::Created);
    if created.is_empty() { of_outcome(Outcome::Updated) } else { created }
}

/// The classes that the import would create.
#[must_use]
pub fn new_classes(proposal: &Proposal) -> Vec<String> {
    let is_new = |item: &&Item| item.of == CountOf::Classes && item.outcome == Outcome::Created;
    proposal.items.iter().filter(is_new).map(|item| item.caption.clone()).collect()
}

/// How many problems there are of each severity: errors, warnings, notes.
#[must_use]
pub fn severities(problems: &[Problem]) -> [(Severity, usize); 3] {
    [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| (severity, problems.iter().filter(|problem| problem.severity == severity).count()))
}

/// The problems of a severity, or all; one page of them, and how many there are.
#[must_use]
pub fn problems(problems: &[Problem], only: Option<Severity>, (page, size): (usize, usize)) -> (Vec<Problem>, usize) {
    let chosen = || problems.iter().filter(|problem| only.is_none_or(|severity| problem.severity == severity));
    let total = chosen().count();
    let last = total.div_ceil(size).saturating_sub(1);
    (chosen().skip(page.min(last) * size).take(size).cloned().collect(), total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{IdSource, School};
    use crate::roster::{ImportOptions, ReadOptions, propose, read_text};
    use std::ops::ControlFlow;

    fn proposal(text: &str) -> Proposal {
        let file = read_text("a.csv", text, &ReadOptions::default()).unwrap();
        let options = ImportOptions::usual(&School::default(), "2026-09-10".parse().unwrap());
        let mut ids = IdSource::new(1, [1; 10]);
        propose(&School::default(), &[file], &options, &mut ids, &mut |_, _| ControlFlow::Continue(())).unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let line = |row: CountRow| {
            format!("{} {}/{}/{} {}", code(row.of), row.created, row.changed, row.same, row.examples.join(", "))
        };
        let found: Vec<String> = counts(&proposal(text)).into_iter().map(line).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn counts_have_examples() {
        check(
            "ФИО;Класс\nКим Ева;7А\nЛи Ян;7Б\n",
            &["years 1/0/0 2026/27", "classes 2/0/0 7А, 7Б", "students 2/0/0 Ким Ева, Ли Ян"],
        );
        let many = (0..9).map(|n| format!("Ким Ев{};7А", "а".repeat(n + 1))).collect::<Vec<_>>().join("\n");
        let rows = counts(&proposal(&format!("ФИО;Класс\n{many}")));
        assert!(rows.iter().all(|row| row.examples.len() <= 5));
    }

    #[test]
    fn classes_to_be_created_are_named() {
        assert_eq!(new_classes(&proposal("ФИО;Класс\nКим Ева;7А\nЛи Ян;10Б\n")), ["7А", "10Б"]);
    }

    #[test]
    fn problems_come_in_pages() {
        let rows: String = (0..250).map(|_| "Ким Ева;нет\n").collect();
        let proposal = proposal(&format!("ФИО;Класс\nЛи Ян;7A\n{rows}"));
        let [(_, errors), (_, warnings), (_, notes)] = severities(&proposal.problems);
        assert_eq!((errors, errors + warnings + notes), (250, proposal.problems.len()));
        let page = |only, page| {
            let (rows, total) = problems(&proposal.problems, only, (page, PAGE));
            (rows.len(), total)
        };
        assert_eq!(page(Some(Severity::Error), 0), (100, 250));
        assert_eq!(page(Some(Severity::Error), 2), (50, 250));
        assert_eq!(page(Some(Severity::Error), 9), (50, 250), "the last page stands in for those behind it");
        assert_eq!(page(Some(Severity::Note), 0), (notes, notes));
        assert_eq!(page(None, 0).1, proposal.problems.len());
    }
}

//! Reading the rows of teaching: lines of the curriculum, extracurricular groups.

use super::super::header::{Field, Layout};
use super::super::problem::{ProblemKind, Report};
use super::super::table::Sheet;
use super::super::value;
use super::cells::{Cells, each};
use super::people::classes;
use super::{ActivityRow, LoadRow};
use crate::domain::Hours;
use crate::domain::words::fold;

/// Reads a list of load.
pub fn load(sheet: &Sheet, layout: &Layout, report: &mut Report) -> Vec<LoadRow> {
    let mut rows = Vec::new();
    each(sheet, layout, report, |cells, report| match load_row(cells, report) {
        Ok(found) => rows.extend(found),
        Err(kind) => report.error(cells.line(), kind),
    });
    rows
}

fn load_row(cells: &Cells<'_>, report: &mut Report) -> Result<Vec<LoadRow>, ProblemKind> {
    let subject = cells.text(Field::Subject);
    if subject.is_empty() {
        return Err(ProblemKind::MissingSubject);
    }
    // A cell may name several classes that one teacher has in the subject.
    let labels = match cells.class(report) {
        Ok(label) => vec![label],
        Err(kind) => match classes(cells, Field::Class, report) {
            labels if labels.len() > 1 => labels,
            _ => return Err(kind),
        },
    };
    let row = |class| LoadRow {
        line: cells.line(),
        class,
        subject: subject.clone(),
        group: cells.text(Field::Group),
        teacher: leader(cells, Field::Teacher),
        hours: Hours::default(),
    };
    let hours = hours(cells, report);
    Ok(labels.into_iter().map(row).map(|row| LoadRow { hours, ..row }).collect())
}

fn hours(cells: &Cells<'_>, report: &mut Report) -> Hours {
    let text = cells.text(Field::Hours);
    if text.is_empty() {
        return Hours::default();
    }
    value::hours(&text).unwrap_or_else(|| {
        report.warning(cells.line(), ProblemKind::NotHours { text });
        Hours::default()
    })
}

/// The person who leads; a vacancy is nobody.
fn leader(cells: &Cells<'_>, field: Field) -> String {
    let text = cells.text(field);
    let vacant = fold(&text).starts_with("вакан") || !text.chars().any(char::is_alphabetic);
    if vacant { String::new() } else { text }
}

/// Reads a list of extracurricular groups.
pub fn activities(sheet: &Sheet, layout: &Layout, report: &mut Report) -> Vec<ActivityRow> {
    let mut rows = Vec::new();
    each(sheet, layout, report, |cells, report| {
        let title = cells.text(Field::Title);
        if title.is_empty() {
            report.error(cells.line(), ProblemKind::MissingTitle);
            return;
        }
        let mut labels = classes(cells, Field::Classes, report);
        if labels.is_empty() {
            labels.extend(cells.block.cloned());
        }
        let (leader, hours) = (leader(cells, Field::Leader), hours(cells, report));
        rows.push(ActivityRow { line: cells.line(), title, leader, classes: labels, hours });
    });
    rows
}

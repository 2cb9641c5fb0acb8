//! The lists of the screens that are drawn by hand, as files: each as it is shown, filtered and sorted, but whole.

use chrono::NaiveDateTime;

use crate::domain::PersonId;
use crate::regulation::{Area, Regulation, RoleId};
use crate::roster::workbook::{List, Value};
use crate::text::{self, Lang, msg};

use super::journal;
use super::load::{ActiveRow, GroupRow, LineRow, Matrix};
use super::matrix::Row;
use super::people::PersonRow;
use super::structure::Tree;

fn list(name: &str, heads: &[&str], rows: impl Iterator<Item = Vec<Value>>) -> List {
    List { name: name.to_owned(), heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows: rows.collect() }
}

fn words(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn number(number: usize) -> Value {
    Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn name(person: Option<&(PersonId, String)>) -> Value {
    words(person.map(|(_, name)| name.clone()).unwrap_or_default())
}

/// Names one after the other.
fn names<Id>(all: &[(Id, String)]) -> Value {
    words(all.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", "))
}

/// Everybody who was found.
#[must_use]
pub fn people(lang: Lang, rows: &[PersonRow]) -> List {
    let heads = [
        msg::people_name(lang),
        msg::people_class(lang),
        msg::people_role(lang),
        msg::people_phone(lang),
        msg::people_participation(lang),
    ];
    let row = |row: &PersonRow| {
        [row.name.clone(), row.class.clone(), row.roles(lang), row.phone.clone(), row.participation(lang).to_owned()]
            .into_iter()
            .map(words)
            .collect()
    };
    list(msg::people_title(lang), &heads, rows.iter().map(row))
}

/// The permission matrix.
#[must_use]
pub fn matrix(lang: Lang, regulation: &Regulation, roles: &[RoleId], rows: &[(Area, Row)]) -> List {
    let named: Vec<String> = roles.iter().map(|role| text::decision::role_title(lang, regulation, role)).collect();
    let first = ["№", msg::roles_action_column(lang), msg::roles_filter_area(lang)];
    let heads: Vec<&str> = first.into_iter().chain(named.iter().map(String::as_str)).collect();
    let row = |(area, row): &(Area, Row)| {
        let action = text::decision::action_name(lang, regulation, row.action);
        let first = [Value::Number(i64::from(row.action.0)), words(action), words(text::decision::area(lang, *area))];
        let cells = row.cells.iter().map(|cell| {
            let clauses = text::decision::clause_list(&cell.clauses);
            let answer = cell.words(lang);
            words(if clauses.is_empty() { answer } else { format!("{answer} ({clauses})") })
        });
        first.into_iter().chain(cells).collect()
    };
    list(msg::roles_file(lang), &heads, rows.iter().map(row))
}

/// Lines of the load.
#[must_use]
pub fn lines(lang: Lang, rows: &[LineRow]) -> List {
    let heads = [
        msg::form_class(lang),
        msg::form_subject(lang),
        msg::line_group(lang),
        msg::line_teacher(lang),
        msg::form_hours(lang),
    ];
    let row = |row: &LineRow| {
        let teacher = row.teacher.as_ref().map_or_else(|| msg::load_vacant(lang).to_owned(), |(_, name)| name.clone());
        let hours = text::people::hours(lang, row.hours);
        [row.class.1.clone(), row.subject.clone(), row.group.clone(), teacher, hours].into_iter().map(words).collect()
    };
    list(msg::load_tab_lines(lang), &heads, rows.iter().map(row))
}

/// The load with classes across and subjects down.
#[must_use]
pub fn load_matrix(lang: Lang, matrix: &Matrix) -> List {
    let classes = matrix.classes.iter().map(|(_, label)| label.as_str());
    let heads: Vec<&str> = std::iter::once(msg::form_subject(lang)).chain(classes).collect();
    let row = |row: &super::load::MatrixRow| {
        let cells = row.cells.iter().map(|lines| {
            let lines = lines.iter().map(|line| {
                let teacher = if line.teacher.is_empty() { msg::load_vacant(lang) } else { &line.teacher };
                let parts =
                    [line.group.as_str(), teacher, &text::people::hours(lang, line.hours)].map(ToOwned::to_owned);
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            });
            words(lines.collect::<Vec<_>>().join("; "))
        });
        std::iter::once(words(row.name.clone())).chain(cells).collect()
    };
    list(msg::load_title(lang), &heads, matrix.rows.iter().map(row))
}

/// Extracurricular groups.
#[must_use]
pub fn groups(lang: Lang, rows: &[GroupRow]) -> List {
    let heads = [
        msg::form_name(lang),
        msg::activity_leader(lang),
        msg::activity_classes(lang),
        msg::activity_members(lang),
        msg::form_hours(lang),
    ];
    let row = |row: &GroupRow| {
        let members = if row.members.is_empty() { words(msg::load_whole_classes(lang)) } else { names(&row.members) };
        let hours = words(text::people::hours(lang, row.hours));
        vec![words(row.name.clone()), name(row.leader.as_ref()), names(&row.classes), members, hours]
    };
    list(msg::load_tab_groups(lang), &heads, rows.iter().map(row))
}

/// Activists.
#[must_use]
pub fn activists(lang: Lang, rows: &[ActiveRow]) -> List {
    let heads = [msg::active_kind(lang), msg::form_class(lang), msg::active_members(lang)];
    let row = |row: &ActiveRow| {
        let place = if row.class.is_empty() { msg::active_whole_school(lang) } else { &row.class };
        vec![words(text::people::active(lang, row.kind)), words(place), names(&row.members)]
    };
    list(msg::load_tab_active(lang), &heads, rows.iter().map(row))
}

/// Sums of hours of teachers or of classes, in hundredths.
#[must_use]
pub fn hours(lang: Lang, title: &str, head: &str, rows: &[(String, u32)]) -> List {
    let row = |(name, sum): &(String, u32)| vec![words(name.clone()), words(text::people::sum(lang, *sum))];
    list(title, &[head, msg::form_hours(lang)], rows.iter().map(row))
}

/// The classes of a year.
#[must_use]
pub fn classes(lang: Lang, tree: &Tree) -> List {
    let heads = [
        msg::structure_parallel(lang),
        msg::structure_class(lang),
        msg::structure_profile(lang),
        msg::structure_students(lang),
        msg::structure_teacher(lang),
    ];
    let parallels = tree.levels.iter().flat_map(|level| &level.parallels);
    let rows = parallels.flat_map(|parallel| parallel.classes.iter().map(|class| (parallel.grade, class)));
    let row = |(grade, class): (u8, &super::structure::ClassRow)| {
        vec![
            Value::Number(i64::from(grade)),
            words(class.label.clone()),
            words(class.profile.clone()),
            number(class.students),
            name(class.teacher.as_ref()),
        ]
    };
    list(msg::nav_structure(lang), &heads, rows.map(row))
}

/// Entries of the journal; `local` is the moment on the clock of the wall.
#[must_use]
pub fn journal(
    lang: Lang,
    regulation: &Regulation,
    rows: &[journal::Row],
    local: impl Fn(chrono::DateTime<chrono::Utc>) -> NaiveDateTime,
) -> List {
    let heads = [
        msg::journal_when(lang),
        msg::journal_what(lang),
        msg::journal_author(lang),
        msg::journal_device(lang),
        msg::journal_clause(lang),
        msg::journal_records(lang),
    ];
    let row = |row: &journal::Row| {
        let undone = (row.state == journal::State::Undone).then(|| msg::journal_undone(lang));
        let act = text::act::name(lang, regulation, &row.label.0);
        let notes: Vec<&str> = row.step.note(lang).into_iter().chain(undone).collect();
        let act = if notes.is_empty() { act } else { format!("{act} ({})", notes.join(", ")) };
        vec![
            words(text::date::short_time(local(row.at))),
            words(act),
            words(row.author(lang)),
            words(row.device.clone()),
            words(row.clause.to_string()),
            number(row.records),
        ]
    };
    list(msg::nav_journal(lang), &heads, rows.iter().map(row))
}

#[cfg(test)]
mod tests;

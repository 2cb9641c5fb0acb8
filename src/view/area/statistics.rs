//! Figures of use by period, coverage with honest denominators, the report to the head (2.1/17).

mod ask;
mod chart;
mod paste;

use std::collections::BTreeSet;

use super::{Doing, kit};
use crate::clause;
use crate::domain::{Command, RecordKey, Refusal, StatAccess, StatReport, StatReportId, WithdrawReport};
use crate::plan::coverage::{self, Share};
use crate::text::{self, msg};
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Does, Figure, Filter, FilterKind, Page, Row, Section, Table, Tone,
};
use crate::view::room::{Making, Room};
use crate::view::route::Route;
use crate::view::school::settings;

pub use ask::Ask;

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Takes a report back from the head.
    Withdraw(StatReportId),
    /// Removes the figures of a period.
    Remove(StatReportId),
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let (filters, sections) = match room.query.get("tab") {
        "compare" => (compare_filters(room), compare(room)),
        "report" => (report_filter(room), report(room)),
        _ => (Vec::new(), figures(room)),
    };
    let tabs = [
        ("", msg::statistics_tab_figures(lang)),
        ("compare", msg::statistics_tab_compare(lang)),
        ("report", msg::statistics_tab_report(lang)),
    ];
    Page {
        title: msg::statistics_title(lang).to_owned(),
        lead: msg::statistics_lead(lang).to_owned(),
        clause: Some(clause!("2.1/17")),
        acts: vec![Button::new("report-add", msg::statistics_add(lang), Ask::Report(None)).primary()],
        tabs: tabs.into_iter().map(|(tab, label)| kit::tab(room, Route::Statistics, tab, label, None)).collect(),
        filters,
        sections,
        ..Page::default()
    }
}

/// The reports, the latest first.
fn sorted<'a>(room: &Room<'a>) -> Vec<&'a StatReport> {
    let mut rows: Vec<&StatReport> = room.school.reports().values().map(AsRef::as_ref).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.period.to, row.period.from, row.id)));
    rows
}

fn figures(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let shares = coverage::coverage(room.school, room.index, room.plan);
    let mut sections = vec![reminder(room)];
    sections.push(
        Section::new(
            "coverage",
            msg::statistics_coverage(lang),
            Body::Figures(shares.iter().map(|share| share_figure(room, share)).collect()),
        )
        .note(msg::statistics_coverage_note(lang)),
    );
    sections.extend(chart::sections(room));
    let rows = sorted(room);
    let body = if rows.is_empty() {
        Body::Empty {
            title: msg::statistics_none(lang).to_owned(),
            text: msg::statistics_none_text(lang).to_owned(),
            acts: vec![Button::new("report-first", msg::statistics_add(lang), Ask::Report(None))],
        }
    } else {
        Body::Table(table(room, &rows))
    };
    sections.push(Section::new("reports", msg::statistics_reports(lang), body).clause(clause!("2.1/17")));
    sections
}

/// Whether a report is due: the days since the end of the last one that the head has.
fn reminder(room: &Room) -> Section {
    let lang = room.lang;
    let days = i64::from(settings(room.school).report_days);
    let given = room.school.reports().values().filter(|row| row.submitted.is_some()).filter_map(|row| row.period.to);
    let last = given.max();
    let (tone, text) = match last {
        None => (Tone::Warning, msg::statistics_never(lang).to_owned()),
        Some(last) => {
            let passed = (room.context.today - last).num_days();
            let day = text::date::short(last);
            if passed > days {
                (Tone::Warning, msg::statistics_overdue(lang, &day, &days.to_string()))
            } else {
                (Tone::Success, msg::statistics_in_time(lang, &day))
            }
        }
    };
    Section::new("reminder", "", Body::Notice(tone, text)).clause(clause!("2.1/17"))
}

fn share_figure(room: &Room, share: &Share) -> Figure {
    let of = share.figure.of;
    let is_whole = of == Some(share.figure.value);
    Figure {
        label: text::statistics::measure(room.lang, share.measure).to_owned(),
        value: share.figure.value,
        of,
        note: text::audience::apart(room.lang, share.apart),
        href: None,
        tone: if is_whole { Tone::Success } else { Tone::Plain },
    }
}

fn column(label: &str, kind: ColumnKind) -> Column {
    Column { label: label.to_owned(), kind }
}

fn table(room: &Room, rows: &[&StatReport]) -> Table {
    let lang = room.lang;
    Table {
        name: msg::statistics_file(lang).to_owned(),
        columns: vec![
            column(msg::statistics_period(lang), ColumnKind::Day),
            column(msg::statistics_access(lang), ColumnKind::Text),
            column(msg::statistics_count(lang), ColumnKind::Number),
            column(msg::statistics_author(lang), ColumnKind::Text),
            column(msg::statistics_submitted(lang), ColumnKind::Day),
            column(msg::statistics_to(lang), ColumnKind::Text),
        ],
        rows: rows.iter().map(|row| line(room, row)).collect(),
        bulk: Vec::new(),
        empty: msg::statistics_none(lang).to_owned(),
    }
}

fn line(room: &Room, row: &StatReport) -> Row {
    let lang = room.lang;
    let address =
        |tab: &str| room.query.with("tab", tab).with("report", &row.id.to_string()).address(&Route::Statistics);
    let access = match row.access {
        StatAccess::Available => Cell::text(text::statistics::access(lang, row.access)),
        StatAccess::NoAccess => Cell::badge(text::statistics::access(lang, row.access), Tone::Info),
    };
    let submitted = row.submitted;
    Row {
        key: row.id.to_string(),
        cells: vec![
            Cell { text: row.caption(), href: Some(address("report")), ..Cell::day(row.period.from) },
            access.note(row.note.clone()),
            Cell::number(row.figures.len() as u64),
            kit::person(room, row.author),
            Cell::day(submitted.map(|submission| submission.on)),
            kit::person(room, submitted.and_then(|submission| submission.to)),
        ],
        acts: acts(room, row),
    }
}

fn acts(room: &Room, row: &StatReport) -> Vec<Button> {
    let lang = room.lang;
    let about = || row.caption();
    let why = row.submitted.is_some().then(|| msg::statistics_withdraw_first(lang).to_owned());
    let edit = Button::new("report-edit", msg::edit(lang), Ask::Report(Some(row.id))).about(about()).refused(why);
    let give = if row.submitted.is_some() {
        Button::new("report-withdraw", msg::statistics_withdraw(lang), Deed::Withdraw(row.id))
    } else {
        Button::new("report-submit", msg::statistics_submit(lang), Ask::Submit(row.id))
    };
    let remove = Button::new("report-remove", msg::delete(lang), Deed::Remove(row.id)).danger();
    vec![edit, give.about(about()), remove.about(about())]
}

/// The report of a parameter; the latest where there is none.
fn chosen<'a>(room: &Room<'a>, param: &str) -> Option<&'a StatReport> {
    let asked = room.query.get(param).parse().ok().and_then(|id| room.school.reports().get(&id));
    asked.map(AsRef::as_ref)
}

fn choices(room: &Room) -> Vec<(String, String)> {
    sorted(room).into_iter().map(|row| (row.id.to_string(), row.caption())).collect()
}

/// The period that is shown: the chosen one, else the latest.
fn shown<'a>(room: &Room<'a>) -> Option<&'a StatReport> {
    chosen(room, "report").or_else(|| sorted(room).into_iter().next())
}

/// The period to compare with: the chosen one, else the one before.
fn other<'a>(room: &Room<'a>, shown: &StatReport) -> Option<&'a StatReport> {
    let before = || sorted(room).into_iter().find(|row| row.id != shown.id && row.period.to <= shown.period.to);
    chosen(room, "with").or_else(before)
}

fn report_filter(room: &Room) -> Vec<Filter> {
    let value = shown(room).map(|row| row.id.to_string()).unwrap_or_default();
    let label = msg::statistics_period(room.lang).to_owned();
    vec![Filter { id: "report", label, kind: FilterKind::Choice(choices(room)), value }]
}

fn compare_filters(room: &Room) -> Vec<Filter> {
    let mut filters = report_filter(room);
    let with = shown(room).and_then(|row| other(room, row)).map(|row| row.id.to_string()).unwrap_or_default();
    let label = msg::statistics_with(room.lang).to_owned();
    filters.push(Filter { id: "with", label, kind: FilterKind::Choice(choices(room)), value: with });
    filters
}

fn none(room: &Room, id: &'static str) -> Vec<Section> {
    let lang = room.lang;
    let body = Body::Empty {
        title: msg::statistics_none(lang).to_owned(),
        text: msg::statistics_none_text(lang).to_owned(),
        acts: Vec::new(),
    };
    vec![Section::new(id, "", body)]
}

/// The figures of two periods side by side.
fn compare(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let Some(now) = shown(room) else { return none(room, "comparison") };
    let Some(before) = other(room, now) else {
        let notice = Body::Notice(Tone::Info, msg::statistics_one_period(lang).to_owned());
        return vec![Section::new("comparison", "", notice)];
    };
    let keys: BTreeSet<&String> = now.figures.keys().chain(before.figures.keys()).collect();
    let cell = |figure: Option<&crate::domain::Figure>| match figure {
        None => Cell::text(msg::statistics_absent(lang)),
        Some(figure) => {
            Cell { sort: i64::try_from(figure.value).ok(), ..Cell::text(text::statistics::figure(lang, *figure)) }
        }
    };
    let rows = keys.into_iter().map(|key| {
        let (old, new) = (before.figures.get(key), now.figures.get(key));
        Row {
            key: key.clone(),
            cells: vec![Cell::text(text::statistics::name(lang, key)), cell(old), cell(new), difference(old, new)],
            acts: Vec::new(),
        }
    });
    let table = Table {
        name: msg::statistics_file(lang).to_owned(),
        columns: vec![
            column(msg::statistics_figure(lang), ColumnKind::Text),
            column(&before.caption(), ColumnKind::Number),
            column(&now.caption(), ColumnKind::Number),
            column(msg::statistics_difference(lang), ColumnKind::Number),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::statistics_none(lang).to_owned(),
    };
    vec![Section::new("comparison", msg::statistics_tab_compare(lang), Body::Table(table))]
}

/// By how much a figure changed; empty where one of them is not there.
fn difference(old: Option<&crate::domain::Figure>, new: Option<&crate::domain::Figure>) -> Cell {
    let (Some(old), Some(new)) = (old, new) else { return Cell::default() };
    let by = i128::from(new.value) - i128::from(old.value);
    let (sign, tone) = match by {
        1.. => ("+", Tone::Success),
        0 => ("", Tone::Plain),
        _ => ("−", Tone::Warning),
    };
    Cell { sort: i64::try_from(by).ok(), ..Cell::badge(format!("{sign}{}", by.unsigned_abs()), tone) }
}

/// The text of the report to the head, and whether it was given.
fn report(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let Some(row) = shown(room) else { return none(room, "report") };
    let lines = text::statistics::report(lang, room.school, row);
    let notice = match row.submitted {
        None => (Tone::Warning, msg::statistics_not_submitted(lang).to_owned()),
        Some(submission) => {
            let to = submission.to.map(|to| room.school.person_name(to)).unwrap_or_default();
            (Tone::Success, msg::statistics_submitted_to(lang, &text::date::short(submission.on), &to))
        }
    };
    let copy = Button::new("report-copy", msg::statistics_copy(lang), Does::Copy(lines.join("\n")));
    let print = Button::new("report-print", msg::statistics_print(lang), Does::Print);
    let bars = row.figures.iter().filter(|(_, figure)| figure.of.is_some()).map(|(key, figure)| Figure {
        label: text::statistics::name(lang, key),
        value: figure.value,
        of: figure.of,
        note: String::new(),
        href: None,
        tone: Tone::Plain,
    });
    let bars: Vec<Figure> = bars.collect();
    let mut sections = vec![
        Section::new("report-state", "", Body::Notice(notice.0, notice.1)).acts(acts(room, row)),
        Section::new("report", msg::statistics_tab_report(lang), Body::Prose(lines))
            .clause(clause!("2.1/17"))
            .acts(vec![copy, print]),
    ];
    if !bars.is_empty() {
        sections.push(Section::new("report-figures", msg::statistics_shares(lang), Body::Figures(bars)));
    }
    sections
}

impl Doing for Deed {
    fn command(&self, _room: &Room, _making: &mut Making) -> Result<Command, Refusal> {
        Ok(match self {
            Self::Withdraw(id) => WithdrawReport { id: *id }.into(),
            Self::Remove(id) => Command::Remove(RecordKey::to::<StatReport>(*id)),
        })
    }
}

#[cfg(test)]
mod tests;

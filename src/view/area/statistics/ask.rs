//! The forms of figures and of the report to the head.

use super::{StatReport, StatReportId, kit, paste, sorted};
use crate::clause;
use crate::domain::{Command, EnterStatistics, Leave, Period, PersonId, StaffCategory, StatAccess, SubmitReport};
use crate::plan::coverage;
use crate::plan::leave::{Question, REPORT};
use crate::text::{self, msg};
use crate::view::area::Asking;
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Cell, Fact, Section};
use crate::view::room::{Making, Room};

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The figures of a period, new or edited.
    Report(Option<StatReportId>),
    /// That a report was given to the head.
    Submit(StatReportId),
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Report(id) => report_form(room, id.and_then(|id| row(room, id)), values),
            Self::Submit(id) => submit_form(room, row(room, *id)),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Report(id) => read_report(room, *id, values, making),
            Self::Submit(id) => {
                let mut reader = Reader::default();
                let on = reader.needed_day("on", values.get("on"));
                let to = reader.needed("to", values.get("to"), Problem::Choice);
                let leave = author_leave(room, row(room, *id).and_then(|row| row.author));
                reader.finish(on.zip(to).map(|(on, to)| SubmitReport { id: *id, on, to, leave }.into()))
            }
        }
    }
}

fn row<'a>(room: &Room<'a>, id: StatReportId) -> Option<&'a StatReport> {
    room.school.reports().get(&id).map(AsRef::as_ref)
}

/// Whether somebody may report statistics (2.1/17); nothing stands against one who is not named yet.
fn author_leave(room: &Room, author: Option<PersonId>) -> Leave {
    author.map_or(Ok(()), |author| Question::new(author, REPORT, room.index.day).ask(room.school, room.regulation))
}

/// The days of the next report: from the day after the last one to today.
fn next_period(room: &Room) -> Period {
    let last = sorted(room).first().and_then(|row| row.period.to);
    let year = room.index.year.and_then(|id| room.school.years().get(&id)).map(|year| year.from);
    let from = last.and_then(|day| day.succ_opt()).or(year).filter(|from| *from <= room.context.today);
    Period { from, to: Some(room.context.today) }
}

fn report_form(room: &Room, row: Option<&StatReport>, values: &Values) -> Form {
    let (lang, school, index) = (room.lang, room.school, room.index);
    let period = row.map_or_else(|| next_period(room), |row| row.period);
    let access = row.map_or(StatAccess::Available, |row| row.access);
    let author = row.map_or_else(|| kit::administrator(room), |row| row.author);
    let answers = [StatAccess::Available, StatAccess::NoAccess]
        .map(|answer| (code(answer).to_owned(), text::statistics::access(lang, answer).to_owned()));
    let mut form = Form {
        title: (if row.is_some() { msg::edit(lang) } else { msg::statistics_add(lang) }).to_owned(),
        clause: Some(clause!("2.1/17")),
        fields: vec![
            Field::new("from", msg::statistics_from(lang), FieldKind::Day).required().maybe(period.from),
            Field::new("to-day", msg::statistics_until(lang), FieldKind::Day).required().maybe(period.to),
            Field::new("access", msg::statistics_access(lang), FieldKind::Choice(answers.into()))
                .hint(msg::statistics_access_hint(lang))
                .value(code(access)),
            Field::new("coverage", msg::statistics_take_coverage(lang), FieldKind::Flag).value(if row.is_none() {
                "yes"
            } else {
                ""
            }),
            Field::new("figures", msg::statistics_figures(lang), FieldKind::Long)
                .hint(msg::statistics_figures_hint(lang))
                .maybe(row.map(|row| paste::write(lang, &row.figures))),
            Field::new("file", msg::statistics_from_file(lang), FieldKind::File(".csv,.txt")),
            Field::new(
                "author",
                msg::statistics_author(lang),
                FieldKind::Search(choice::staff(school, index, |_| true)),
            )
            .maybe(author),
            Field::new("note", msg::statistics_note(lang), FieldKind::Long).maybe(row.map(|row| row.note.clone())),
        ],
        ..Form::default()
    };
    let whole = values.over(&form);
    form.refused = kit::refused(room, &author_leave(room, whole.parsed("author")));
    if let Ok(figures) = gathered(room, &whole) {
        let facts = figures.iter().map(|(key, figure)| {
            Fact::new(text::statistics::name(lang, key), Cell::text(text::statistics::figure(lang, *figure)))
        });
        let facts: Vec<Fact> = facts.collect();
        if !facts.is_empty() {
            form.preview = vec![Section::new("report-preview", msg::statistics_will_be(lang), Body::Facts(facts))];
        }
    }
    form
}

const fn code(access: StatAccess) -> &'static str {
    match access {
        StatAccess::Available => "available",
        StatAccess::NoAccess => "no-access",
    }
}

type Figures = std::collections::BTreeMap<String, crate::domain::Figure>;

/// The figures of a form: the plan's where they are wanted, those of the file, those that were typed; the later wins.
fn gathered(room: &Room, values: &Values) -> Result<Figures, Fault> {
    let mut figures = Figures::new();
    if values.is("coverage") {
        figures.extend(coverage::figures(&coverage::coverage(room.school, room.index, room.plan)));
    }
    for field in ["file", "figures"] {
        let read = paste::read(values.get(field));
        figures.extend(read.map_err(|line| Fault { field, problem: Problem::Line(line) })?);
    }
    Ok(figures)
}

fn read_report(
    room: &Room,
    id: Option<StatReportId>,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let from = reader.needed_day("from", values.get("from"));
    let to = reader.needed_day("to-day", values.get("to-day"));
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        reader.fault("to-day", Problem::Backwards);
    }
    let author = reader.optional("author", values.get("author"), Problem::Choice);
    let figures = gathered(room, values).unwrap_or_else(|fault| {
        reader.fault(fault.field, fault.problem);
        Figures::new()
    });
    let old = id.and_then(|id| row(room, id));
    let report = StatReport {
        id: id.unwrap_or_else(|| making.ids.fresh()),
        period: Period { from, to },
        access: if values.get("access") == "no-access" { StatAccess::NoAccess } else { StatAccess::Available },
        figures,
        author,
        note: Reader::lines(values.get("note")),
        submitted: old.and_then(|row| row.submitted),
    };
    let leave = author_leave(room, author);
    reader.finish(Some(EnterStatistics { report, leave }.into()))
}

fn submit_form(room: &Room, row: Option<&StatReport>) -> Form {
    let lang = room.lang;
    let heads = choice::staff(room.school, room.index, |category| category == StaffCategory::Head);
    let head = heads.first().map(|(id, _)| id.clone());
    let lines = row.map(|row| text::statistics::report(lang, room.school, row)).unwrap_or_default();
    let leave = author_leave(room, row.and_then(|row| row.author));
    Form {
        title: row.map(StatReport::caption).unwrap_or_default(),
        clause: Some(clause!("2.1/17")),
        submit: msg::statistics_submit(lang).to_owned(),
        fields: vec![
            kit::day_field(room, "on", msg::statistics_on(lang)),
            Field::new("to", msg::statistics_to(lang), FieldKind::Choice(heads)).required().maybe(head),
        ],
        preview: vec![Section::new("report-preview", msg::statistics_tab_report(lang), Body::Prose(lines))],
        refused: kit::refused(room, &leave),
        ..Form::default()
    }
}

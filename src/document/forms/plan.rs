//! The plans of publications, of broadcasts and meetings, and the list of trainings (2.1/13, 2.1/14, 3.4).

use crate::domain::{Event, EventKind, PersonId, Publication};
use crate::order;
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg};

use super::super::sheet::Sheet;
use super::super::{Column, Desk, Document, Line, Missing, Stamp, Subject, Table};
use super::{Form, within};

/// The plan of publications in the system channels.
pub(super) fn publications(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_plan_publications_name(lang), &words::days(lang, subject.period));
    let mut rows: Vec<&Publication> = desk
        .school
        .publications()
        .values()
        .map(AsRef::as_ref)
        .filter(|row| within(subject.period, row.planned_on))
        .collect();
    order::by_key(&mut rows, |row| (row.planned_on, row.id));
    let cells = rows.iter().map(|row| {
        let channel = desk.school.channels().get(&row.channel);
        let material = row.material.and_then(|id| desk.school.materials().get(&id));
        let source = material.map(|material| {
            let author = material.author.map(|id| sheet.short(id, Case::Nominative)).unwrap_or_default();
            let parts = [material.title.as_str(), author.as_str()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        });
        let editor = channel.and_then(|channel| channel.editor);
        vec![
            Line::from(date::short(row.planned_on)),
            channel.map(|channel| channel.name.clone()).unwrap_or_default().into(),
            row.title.as_str().into(),
            source.unwrap_or_default().into(),
            editor.map(|id| sheet.short(id, Case::Nominative)).unwrap_or_default().into(),
            words::publication_state(lang, &row.state).into(),
        ]
    });
    let columns = [
        Column::mark(msg::paper_date(lang)),
        Column::medium(msg::paper_channel(lang)),
        Column::wide(msg::paper_subject(lang)),
        Column::medium(msg::paper_material(lang)),
        Column::medium(msg::paper_editor(lang)),
        Column::medium(msg::paper_state(lang)),
    ];
    let table = Table::counted(lang, columns, cells);
    sheet.table(table, msg::doc_plan_publications_none(lang));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::PublicationPlan))
}

/// The plan of broadcasts, meetings and other events.
pub(super) fn events(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_plan_events_name(lang), &words::days(lang, subject.period));
    let rows = of_period(desk, subject, |kind| kind != EventKind::Lesson);
    let mut cells = Vec::new();
    for row in &rows {
        let host = match row.host {
            Some(id) => sheet.short(id, Case::Nominative),
            None => sheet.gap(Missing::Host),
        };
        cells.push(vec![
            Line::from(words::when(row)),
            words::event_kind(lang, row.kind).into(),
            row.title.as_str().into(),
            words::event_format(lang, row.format).into(),
            words::audience(lang, desk.school, &row.audience).into(),
            host.into(),
            words::event_state(lang, &row.state).into(),
        ]);
    }
    let columns = [
        Column::mark(msg::paper_date(lang)),
        Column::medium(msg::paper_what(lang)),
        Column::wide(msg::paper_subject(lang)),
        Column::mark(msg::paper_format(lang)),
        Column::medium(msg::paper_audience(lang)),
        Column::medium(msg::paper_host(lang)),
        Column::medium(msg::paper_state(lang)),
    ];
    sheet.table(Table::counted(lang, columns, cells), msg::doc_plan_events_none(lang));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::EventPlan))
}

/// The list of seminars and webinars with those who attended.
pub(super) fn trainings(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_list_training_name(lang), &words::days(lang, subject.period));
    let rows = of_period(desk, subject, |kind| kind == EventKind::Webinar);
    let cells = rows.iter().map(|row| {
        let mut people: Vec<PersonId> = row.attended.iter().copied().collect();
        sheet.sort_by_name(&mut people);
        let names: Vec<String> = people.iter().map(|id| sheet.short(*id, Case::Nominative)).collect();
        vec![Line::from(words::when(row)), row.title.as_str().into(), names.join(", ").into()]
    });
    let columns = [
        Column::mark(msg::paper_date(lang)),
        Column::wide(msg::paper_subject(lang)),
        Column::wide(msg::paper_attended(lang)),
    ];
    let table = Table::counted(lang, columns, cells);
    sheet.table(table, msg::doc_list_training_none(lang));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::TrainingList))
}

fn of_period<'a>(desk: &Desk<'a>, subject: &Subject, is_meant: impl Fn(EventKind) -> bool) -> Vec<&'a Event> {
    let mut rows: Vec<&Event> = desk
        .school
        .events()
        .values()
        .map(AsRef::as_ref)
        .filter(|row| is_meant(row.kind) && within(subject.period, row.on))
        .collect();
    order::by_key(&mut rows, |row| (row.on, row.start, row.id));
    rows
}

//! The report on statistics to the head (2.1/17) and the act of a control check (2.2/7).

use crate::domain::{ControlCheck, ControlScope, Figure, StatAccess, StatReport};
use crate::text::decision::said;
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg, number, statistics};

use super::super::sheet::{Sheet, raised};
use super::super::{Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table};
use super::Form;

/// The report «Справка о статистике использования».
pub(super) fn usage(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let report: Option<&StatReport> =
        subject.record.and_then(|id| desk.school.reports().get(&id.into())).map(AsRef::as_ref);
    let to = match report.and_then(|row| row.submitted.as_ref()).and_then(|row| row.to).or_else(|| sheet.head()) {
        Some(id) => raised(&sheet.post_with_name(id, Case::Dative)),
        None => sheet.gap(Missing::Head),
    };
    let by = match sheet.administrator() {
        Some(row) => sheet.short(row.person, Case::Genitive),
        None => sheet.gap(Missing::Administrator),
    };
    sheet.push(Block::Aside(vec![to.into(), msg::doc_report_statistics_by(lang, &by).into()]));
    let platform = sheet.platform_name();
    let days = report.map(|row| words::days(lang, row.period)).unwrap_or_default();
    sheet.title(msg::doc_report_statistics_name(lang), &msg::doc_report_statistics_subject(lang, &days, &platform));
    sheet.requisites();
    match report {
        None => {
            let gap = sheet.gap(Missing::Statistics);
            sheet.paragraph(gap);
        }
        Some(row) => {
            match row.access {
                StatAccess::Available => sheet.paragraph(msg::doc_report_statistics_access(lang)),
                // 2.1/17: only where the statistics are open to the administrator.
                StatAccess::NoAccess => sheet.paragraph(msg::doc_report_statistics_no_access(lang)),
            }
            let rows = row.figures.iter().map(|(key, figure)| figure_row(&sheet, key, *figure));
            let columns = [
                Column::wide(msg::paper_figure(lang)),
                Column::figure(msg::paper_value(lang)),
                Column::figure(msg::paper_of_total(lang)),
                Column::figure(msg::paper_share(lang)),
            ];
            let table = Table::counted(lang, columns, rows);
            sheet.table(table, msg::doc_report_statistics_none(lang));
            if !row.note.trim().is_empty() {
                sheet.paragraph(row.note.as_str());
            }
        }
    }
    sheet.administrator_signature();
    let head = sheet.head();
    sheet.acknowledged(msg::doc_report_statistics_read(lang), head);
    sheet.finish(words::form(lang, Form::StatisticsReport))
}

/// A figure with its whole and its share; a figure without a whole has no share.
fn figure_row(sheet: &Sheet<'_>, key: &str, figure: Figure) -> Vec<Line> {
    let lang = sheet.lang();
    let whole = figure.of.map(|of| number::grouped(lang, of)).unwrap_or_default();
    let share = figure.of.filter(|of| *of > 0).map(|of| format!("{}%", figure.value.saturating_mul(100) / of));
    vec![
        Line::from(statistics::name(lang, key)),
        number::grouped(lang, figure.value).into(),
        whole.into(),
        share.unwrap_or_default().into(),
    ]
}

/// The act of a check with what was found.
pub(super) fn control(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let check: Option<&ControlCheck> =
        subject.record.and_then(|id| desk.school.checks().get(&id.into())).map(AsRef::as_ref);
    sheet.letterhead();
    let platform = sheet.platform_name();
    sheet.title(msg::doc_act_control_name(lang), &msg::doc_act_control_subject(lang, &platform));
    sheet.requisites();
    let Some(check) = check else {
        let gap = sheet.gap(Missing::Check);
        sheet.paragraph(gap);
        return sheet.finish(words::form(lang, Form::ControlAct));
    };
    let checker = match check.checker {
        Some(id) => sheet.full_with_post(id, Case::Instrumental),
        None => sheet.gap(Missing::Checker),
    };
    let scope = scope_words(&sheet, check.scope);
    sheet.paragraph(msg::doc_act_control_text(lang, &checker, &date::long(lang, check.on), &scope));
    if !check.summary.trim().is_empty() {
        sheet.heading(msg::doc_act_control_summary(lang));
        sheet.paragraph(check.summary.as_str());
    }
    sheet.heading(msg::doc_act_control_findings(lang));
    let rows = check.findings.iter().map(|row| {
        vec![
            Line::from(row.text.as_str()),
            row.clause.to_string().into(),
            row.responsible.map(|id| sheet.short(id, Case::Nominative)).unwrap_or_default().into(),
            row.deadline.map(date::short).unwrap_or_default().into(),
            words::finding_state(lang, &row.state).into(),
        ]
    });
    let columns = [
        Column::wide(msg::paper_finding(lang)),
        Column::mark(msg::paper_clause(lang)),
        Column::medium(msg::paper_responsible(lang)),
        Column::mark(msg::paper_term(lang)),
        Column::medium(msg::paper_state(lang)),
    ];
    let table = Table::counted(lang, columns, rows);
    sheet.table(table, msg::doc_act_control_none(lang));
    match check.checker {
        Some(id) => sheet.signature(id),
        None => sheet.head_signature(),
    }
    let responsible: Vec<_> = check.findings.iter().filter_map(|row| row.responsible).collect();
    sheet.acknowledged(msg::doc_act_control_read(lang), responsible);
    sheet.finish(words::form(lang, Form::ControlAct))
}

/// What was checked, in the words that follow «предмет проверки:».
fn scope_words(sheet: &Sheet<'_>, scope: ControlScope) -> String {
    let (lang, school) = (sheet.lang(), sheet.desk.school);
    match scope {
        ControlScope::School => msg::doc_control_scope_school(lang).to_owned(),
        ControlScope::Class(id) => msg::doc_control_scope_class(lang, &sheet.class_name(id)),
        ControlScope::Chat(id) => {
            let name = school.chats().get(&id).map(|row| row.name.clone()).unwrap_or_default();
            msg::doc_control_scope_chat(lang, &name)
        }
        ControlScope::Event(id) => {
            let name = school.events().get(&id).map(|row| row.title.clone()).unwrap_or_default();
            msg::doc_control_scope_event(lang, &name)
        }
        ControlScope::Person(id) => msg::doc_control_scope_person(lang, &sheet.full(id, Case::Genitive)),
        ControlScope::Clause(id) => {
            let text = sheet.desk.regulation.clause(id).map(|(_, clause)| said(lang, &clause.text).to_owned());
            msg::doc_control_scope_clause(lang, &id.to_string(), &text.unwrap_or_default())
        }
    }
}

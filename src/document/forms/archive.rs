//! The cover sheet of an archived snapshot with its inventory (1.7).

use crate::domain::RecordKind;
use crate::snapshot::seal::ArchiveEntry;
use crate::text::decision::{capitalized, said};
use crate::text::{Lang, date, document as words, kind, msg, number};

use super::super::sheet::Sheet;
use super::super::{Align, Block, Column, Desk, Document, Line, Missing, Stamp, Table, Width};
use super::Form;

/// The cover of a sealed file; without one, of the plan as it stands, with gaps for what the seal will tell.
pub fn cover(desk: &Desk<'_>, sealed: Option<&ArchiveEntry>, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_cover_name(lang), msg::doc_cover_subject(lang));
    let year = match sealed {
        Some(entry) => entry.contents.year.clone(),
        None => sheet.year_label(),
    };
    let organisation = match sealed {
        Some(entry) => entry.contents.organisation.clone(),
        None => sheet.short_organisation(),
    };
    let regulation = said(lang, &desk.regulation.edition().title).to_owned();
    let mut facts = vec![
        (msg::paper_organisation_short(lang), organisation),
        (msg::doc_cover_year(lang), year),
        (msg::doc_cover_regulation(lang), regulation),
    ];
    let form = sealed.map(|entry| &entry.form);
    let written = |text: Option<&String>| text.cloned().unwrap_or_default();
    let case_index = sheet.or_gap(&written(form.map(|form| &form.case_index)), Missing::CaseIndex);
    let retention = sheet.or_gap(&written(form.map(|form| &form.retention)), Missing::Retention);
    let digest = sheet.or_gap(&written(sealed.map(|entry| &entry.sha256)), Missing::Seal);
    facts.push((msg::doc_cover_case(lang), case_index));
    facts.push((msg::doc_cover_retention(lang), retention));
    if let Some(entry) = sealed {
        let when = |at: chrono::DateTime<chrono::Utc>| format!("{} UTC", date::short_time(at.naive_utc()));
        facts.push((msg::doc_cover_file(lang), entry.form.file.clone()));
        facts.push((msg::doc_cover_bytes(lang), number::grouped(lang, entry.bytes)));
        facts.push((msg::doc_cover_exported(lang), when(entry.contents.at)));
        facts.push((msg::doc_cover_author(lang), entry.form.author.name.clone()));
        facts.push((msg::doc_cover_sealed(lang), when(entry.form.at)));
    }
    facts.push((msg::doc_cover_digest(lang), digest));
    let columns = vec![
        Column { head: msg::paper_fact(lang).into(), align: Align::Left, width: Width::Medium },
        Column::wide(msg::paper_value(lang)),
    ];
    let rows = facts.into_iter().map(|(name, value)| vec![name.into(), value.into()]).collect();
    sheet.push(Block::Table(Table { columns, rows }));
    sheet.heading(msg::doc_cover_inventory(lang));
    let counts = match sealed {
        Some(entry) => entry.contents.counts.clone(),
        None => counts(desk),
    };
    sheet.push(Block::Table(inventory(lang, &counts)));
    sheet.push(Block::Note(msg::doc_cover_note(lang).into()));
    sheet.administrator_signature();
    sheet.head_signature();
    sheet.finish(words::form(lang, Form::ArchiveCover))
}

fn counts(desk: &Desk<'_>) -> Vec<(RecordKind, u64)> {
    let count = |kind: &RecordKind| (*kind, desk.school.count(*kind) as u64);
    RecordKind::ALL.iter().map(count).filter(|(_, count)| *count > 0).collect()
}

fn inventory(lang: Lang, counts: &[(RecordKind, u64)]) -> Table {
    let rows = counts.iter().map(|(what, count)| {
        vec![Line::from(capitalized(kind::one(lang, *what))), number::grouped(lang, *count).into()]
    });
    Table::counted(lang, [Column::wide(msg::doc_cover_what(lang)), Column::figure(msg::doc_cover_count(lang))], rows)
}

//! The cover sheet of an archived snapshot with its inventory (1.7).

use std::collections::BTreeMap;

use crate::domain::{RecordKind, SealedFile};
use crate::snapshot::sign::fingerprint;
use crate::text::decision::{capitalized, said};
use crate::text::{Lang, date, document as words, kind, msg, number};

use super::super::sheet::Sheet;
use super::super::{Align, Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table, Width};
use super::Form;

/// The cover of a sealed file; without one, of the plan as it stands, with gaps for what the seal will tell.
pub(super) fn cover(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let sealed: Option<&SealedFile> =
        subject.record.and_then(|id| desk.school.sealed_files().get(&id.into())).map(AsRef::as_ref);
    sheet.letterhead();
    sheet.title(msg::doc_cover_name(lang), msg::doc_cover_subject(lang));
    let year = sealed.map_or_else(|| sheet.year_label(), |row| row.year.clone());
    // Of an edition that is no longer at work only its name in files is known.
    let edition = desk.regulation.edition();
    let regulation = match sealed.map(|row| row.regulation.as_str()) {
        Some(other) if !other.is_empty() && other != edition.id => other.to_owned(),
        _ => said(lang, &edition.title).to_owned(),
    };
    let mut facts = vec![
        (msg::paper_organisation_short(lang), sheet.short_organisation()),
        (msg::doc_cover_year(lang), year),
        (msg::doc_cover_regulation(lang), regulation),
    ];
    let written = |of: fn(&SealedFile) -> &String| sealed.map(|row| of(row).clone()).unwrap_or_default();
    let case_index = sheet.or_gap(&written(|row| &row.case_index), Missing::CaseIndex);
    let retention = sheet.or_gap(&written(|row| &row.retention), Missing::Retention);
    let digest = sheet.or_gap(&written(|row| &row.sha256), Missing::Seal);
    facts.push((msg::doc_cover_case(lang), case_index));
    facts.push((msg::doc_cover_retention(lang), retention));
    if let Some(row) = sealed {
        let sealed_at = format!("{} UTC", date::short_time(row.at.naive_utc()));
        facts.push((msg::doc_cover_file(lang), row.file.clone()));
        facts.push((msg::doc_cover_bytes(lang), number::grouped(lang, row.bytes)));
        facts.push((msg::doc_cover_revision(lang), number::grouped(lang, row.revision)));
        facts.push((msg::doc_cover_author(lang), row.author.name.clone()));
        facts.push((msg::doc_cover_sealed(lang), sealed_at));
        if !row.signed_by.is_empty() {
            let key = format!("{} ({})", fingerprint(&row.signed_by), row.signed_by);
            facts.push((msg::doc_cover_signed(lang), key));
        }
        if !row.note.is_empty() {
            facts.push((msg::doc_cover_remark(lang), row.note.clone()));
        }
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
        Some(row) => row.counts.clone(),
        None => counts(desk),
    };
    sheet.push(Block::Table(inventory(lang, &counts)));
    sheet.push(Block::Note(msg::doc_cover_note(lang).into()));
    sheet.administrator_signature();
    sheet.head_signature();
    sheet.finish(words::form(lang, Form::ArchiveCover))
}

fn counts(desk: &Desk<'_>) -> BTreeMap<RecordKind, u64> {
    let count = |kind: &RecordKind| (*kind, desk.school.count(*kind) as u64);
    RecordKind::ALL.iter().map(count).filter(|(_, count)| *count > 0).collect()
}

fn inventory(lang: Lang, counts: &BTreeMap<RecordKind, u64>) -> Table {
    let rows = counts.iter().map(|(what, count)| {
        vec![Line::from(capitalized(kind::one(lang, *what))), number::grouped(lang, *count).into()]
    });
    Table::counted(lang, [Column::wide(msg::doc_cover_what(lang)), Column::figure(msg::doc_cover_count(lang))], rows)
}

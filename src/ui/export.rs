//! Lists and papers as files of office programs. What writes them comes when the first file is asked for.

use leptos::task::spawn_local;

use super::dom;
use super::part::load_writers;
use super::session::Session;
use crate::document::{Document, docx};
use crate::roster::header::ListKind;
use crate::roster::workbook::{self, List};
use crate::text::msg;

/// Offers a list for Excel as text.
pub fn csv(session: Session, list: &List) {
    offer(session, &format!("{}.csv", list.name), "text/csv", list.csv().as_bytes());
}

/// Offers a list as a workbook.
pub fn xlsx(session: Session, list: List) {
    spawn_local(async move {
        let Ok(writers) = load_writers().await else { return missing(session) };
        match (writers.xlsx)(&list) {
            Some(bytes) => offer(session, &format!("{}.xlsx", list.name), workbook::MIME, &bytes),
            None => session.warn(msg::export_too_large(session.lang()).to_owned()),
        }
    });
}

/// Offers a paper for a word processor.
pub fn word(session: Session, document: Document) {
    spawn_local(async move {
        let Ok(writers) = load_writers().await else { return missing(session) };
        match (writers.docx)(&document) {
            Ok(bytes) => offer(session, &format!("{}.docx", document.title), docx::MIME, &bytes),
            Err(_) => session.warn(msg::export_too_large(session.lang()).to_owned()),
        }
    });
}

/// Offers a sample of a list for the import.
pub fn sample(session: Session, kind: ListKind, name: &'static str) {
    spawn_local(async move {
        let Ok(writers) = load_writers().await else { return missing(session) };
        offer(session, &format!("{name}.csv"), "text/csv", (writers.sample)(kind).as_bytes());
    });
}

fn missing(session: Session) {
    session.warn(msg::part_missing(session.lang()).to_owned());
}

fn offer(session: Session, name: &str, mime: &str, bytes: &[u8]) {
    if !dom::download(name, mime, bytes) {
        session.warn(msg::export_blocked(session.lang()).to_owned());
    }
}

//! The list of chats and channels (2.2/6, 2.3/3, 2.4/3, 2.1/13) and the list of activists.

use crate::domain::{ActiveGroup, Chat, ChatScope, ChatState, PersonId};
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg, people};

use super::super::sheet::Sheet;
use super::super::{Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table};
use super::Form;

/// The list of activists, group by group.
pub(super) fn activists(desk: &Desk<'_>, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    let year = sheet.year_label();
    sheet.title(msg::doc_list_activists_name(lang), &msg::paper_for_year(lang, &year));
    let mut groups: Vec<&ActiveGroup> = desk.school.active_groups().values().map(AsRef::as_ref).collect();
    groups.sort_by_key(|group| (group.kind, group.class.and_then(|id| sheet.class(id)).and_then(|class| class.label().cloned())));
    if groups.iter().all(|group| group.members.is_empty()) {
        let gap = sheet.gap(Missing::Activists);
        sheet.paragraph(gap);
    }
    for group in groups.into_iter().filter(|group| !group.members.is_empty()) {
        let class = group.class.map_or_else(|| msg::paper_whole_school(lang).to_owned(), |id| sheet.class_name(id));
        sheet.heading(format!("{} · {class}", people::active(lang, group.kind)));
        let mut members: Vec<PersonId> = group.members.iter().copied().collect();
        sheet.sort_by_name(&mut members);
        let rows = members.iter().map(|id| vec![Line::from(sheet.full(*id, Case::Nominative))]);
        let table = Table::counted(lang, [Column::wide(msg::paper_full_name(lang))], rows);
        sheet.push(Block::Table(table));
    }
    sheet.head_signature();
    sheet.finish(words::form(lang, Form::ActivistList))
}

//! The list of chats and channels (2.2/6, 2.3/3, 2.4/3, 2.1/13) and the list of activists.

use crate::domain::{ActiveGroup, Chat, ChatScope, ChatState, ClassId, ClassLabel, PersonId};
use crate::order;
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg, people};

use super::super::sheet::Sheet;
use super::super::{Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table};
use super::Form;

/// The list of chats and channels; of one class where a class is chosen.
pub(super) fn list(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    let day = date::long(lang, sheet.day());
    sheet.title(msg::doc_list_chats_name(lang), &msg::paper_as_of(lang, &day));
    if let Some(class) = subject.class {
        let class = sheet.class_name(class);
        sheet.paragraph(msg::doc_sheet_class(lang, &class));
    }
    let mut chats: Vec<&Chat> = desk
        .school
        .chats()
        .values()
        .map(AsRef::as_ref)
        .filter(|chat| subject.class.is_none_or(|class| class_of(&chat.scope) == Some(class)))
        .collect();
    order::by_key(&mut chats, |chat| (place(&sheet, &chat.scope), chat.name.clone(), chat.id));
    let mut rows = Vec::new();
    for chat in &chats {
        let owner = match chat.owner {
            Some(id) => sheet.short(id, Case::Nominative),
            None if matches!(chat.state, ChatState::NotRequired { .. }) => String::new(),
            None => sheet.gap(Missing::Owner),
        };
        let name = if chat.name.is_empty() { msg::doc_list_chats_unnamed(lang) } else { &chat.name };
        rows.push(vec![
            Line::from(name),
            place(&sheet, &chat.scope).1.into(),
            owner.into(),
            words::chat_state(lang, &chat.state).into(),
        ]);
    }
    let columns = [
        Column::wide(msg::paper_chat(lang)),
        Column::medium(msg::paper_audience(lang)),
        Column::medium(msg::paper_owner(lang)),
        Column::medium(msg::paper_state(lang)),
    ];
    sheet.table(Table::counted(lang, columns, rows), msg::doc_list_chats_none(lang));
    let created = chats.iter().filter(|chat| chat.state.is_live()).count();
    let mut counts = (chats.len(), created);
    if subject.class.is_none() {
        let (all, made) = channels(&mut sheet);
        counts = (counts.0 + all, counts.1 + made);
    }
    sheet.paragraph(msg::doc_list_chats_total(lang, counts.0 as u64, &counts.1.to_string()));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::ChatList))
}

/// The system channels; tells how many there are and how many were created.
fn channels(sheet: &mut Sheet<'_>) -> (usize, usize) {
    let (lang, school) = (sheet.lang(), sheet.desk.school);
    let mut created = 0;
    let mut rows = Vec::new();
    for channel in school.channels().values().filter(|channel| channel.archived_on.is_none()) {
        created += usize::from(channel.created_on.is_some());
        let state = channel.created_on.map_or_else(
            || msg::doc_list_chats_planned(lang).to_owned(),
            |on| words::chat_state(lang, &ChatState::Created { on }),
        );
        let editor = match channel.editor {
            Some(id) => sheet.short(id, Case::Nominative),
            None => sheet.gap(Missing::Editor),
        };
        rows.push(vec![
            Line::from(channel.name.as_str()),
            words::audience_groups(lang, &channel.audience).into(),
            editor.into(),
            state.into(),
        ]);
    }
    let count = rows.len();
    if count > 0 {
        let columns = [
            Column::wide(msg::paper_channel(lang)),
            Column::medium(msg::paper_audience(lang)),
            Column::medium(msg::paper_editor(lang)),
            Column::medium(msg::paper_state(lang)),
        ];
        sheet.heading(msg::doc_list_channels(lang));
        sheet.push(Block::Table(Table::counted(lang, columns, rows)));
    }
    (count, created)
}

const fn class_of(scope: &ChatScope) -> Option<ClassId> {
    match scope {
        ChatScope::Class(class) | ChatScope::Subject { class, .. } => Some(*class),
        ChatScope::School | ChatScope::Activity(_) => None,
    }
}

/// Where a chat belongs, as lists sort it and say it: the school first, then class by class.
fn place(sheet: &Sheet<'_>, scope: &ChatScope) -> (Option<ClassLabel>, String) {
    let school = sheet.desk.school;
    let label = |class: ClassId| sheet.class(class).and_then(|class| class.label().cloned());
    match scope {
        ChatScope::School => (None, msg::paper_whole_school(sheet.lang()).to_owned()),
        ChatScope::Class(class) => (label(*class), sheet.class_name(*class)),
        ChatScope::Subject { class, subject, group } => {
            let subject = school.subjects().get(subject).map(|row| row.name.clone()).unwrap_or_default();
            let parts = [sheet.class_name(*class), subject, group.clone()];
            let words: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            (label(*class), words.join(" · "))
        }
        ChatScope::Activity(id) => (None, school.activities().get(id).map(|row| row.name.clone()).unwrap_or_default()),
    }
}

/// The list of activists, group by group.
pub(super) fn activists(desk: &Desk<'_>, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    let year = sheet.year_label();
    sheet.title(msg::doc_list_activists_name(lang), &msg::paper_for_year(lang, &year));
    let mut groups: Vec<&ActiveGroup> = desk.school.active_groups().values().map(AsRef::as_ref).collect();
    order::by_key(&mut groups, |group| {
        (group.kind, group.class.and_then(|id| sheet.class(id)).and_then(|class| class.label().cloned()))
    });
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

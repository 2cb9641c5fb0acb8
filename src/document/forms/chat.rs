//! The list of chats and channels (2.2/6, 2.3/3, 2.4/3, 2.1/13) and the list of activists.

use crate::domain::{ActiveGroup, ChatScope, ChatState, ClassId, ClauseId, PersonId};
use crate::order;
use crate::text::decision::said;
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
    let mut rows = Vec::new();
    let mut created = 0;
    for row in rows_of(desk, subject.class) {
        created += usize::from(row.state.is_some_and(ChatState::is_live));
        let owner = match row.owner {
            Some(id) => sheet.short(id, Case::Nominative),
            None if matches!(row.state, Some(ChatState::NotRequired { .. })) => String::new(),
            None => sheet.gap(Missing::Owner),
        };
        let name = if row.name.is_empty() { msg::doc_list_chats_unnamed(lang) } else { row.name };
        let state = row.state.map(|state| words::chat_state(lang, state));
        rows.push(vec![
            Line::from(name),
            place(&sheet, row.scope).into(),
            row.clause.map(|clause| clause.to_string()).unwrap_or_default().into(),
            owner.into(),
            row.members.to_string().into(),
            state.unwrap_or_else(|| msg::doc_list_chats_planned(lang).to_owned()).into(),
        ]);
    }
    let columns = [
        Column::wide(msg::paper_chat(lang)),
        Column::medium(msg::paper_audience(lang)),
        Column::mark(msg::paper_clause(lang)),
        Column::medium(msg::paper_owner(lang)),
        Column::figure(msg::paper_members(lang)),
        Column::medium(msg::paper_state(lang)),
    ];
    let count = rows.len();
    sheet.table(Table::counted(lang, columns, rows), msg::doc_list_chats_none(lang));
    let mut counts = (count, created);
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

/// A chat of the list: one that a rule requires, with its record where there is one, or another that was recorded.
struct Row<'a> {
    name: &'a str,
    scope: &'a ChatScope,
    clause: Option<ClauseId>,
    owner: Option<PersonId>,
    members: usize,
    /// None while it is still to be created.
    state: Option<&'a ChatState>,
}

/// The required chats in the order of the rules, then the others that are in use.
fn rows_of<'a>(desk: &Desk<'a>, class: Option<ClassId>) -> Vec<Row<'a>> {
    let chats = desk.school.chats();
    let required = desk.plan.required().iter().filter(|chat| class.is_none_or(|class| chat.class == Some(class)));
    let mut rows: Vec<Row<'a>> = required
        .map(|chat| {
            let record = chat.record.and_then(|id| chats.get(&id));
            let name = record.map(|record| record.name.as_str()).filter(|name| !name.is_empty());
            Row {
                name: name.unwrap_or_else(|| said(desk.lang, &chat.name)),
                scope: &chat.scope,
                clause: Some(chat.clause),
                owner: record.and_then(|record| record.owner).or(chat.owner),
                members: chat.size,
                state: record.map(|record| &record.state),
            }
        })
        .collect();
    let others = desk.plan.unrequired().iter().filter_map(|(id, _)| chats.get(id));
    rows.extend(others.filter(|chat| class.is_none_or(|class| class_of(&chat.scope) == Some(class))).map(|chat| Row {
        name: &chat.name,
        scope: &chat.scope,
        clause: None,
        owner: chat.owner,
        members: desk.plan.expected(chat).len(),
        state: Some(&chat.state),
    }));
    rows
}

const fn class_of(scope: &ChatScope) -> Option<ClassId> {
    match scope {
        ChatScope::Class(class) | ChatScope::Subject { class, .. } => Some(*class),
        ChatScope::School | ChatScope::Activity(_) => None,
    }
}

/// Where a chat belongs, in words.
fn place(sheet: &Sheet<'_>, scope: &ChatScope) -> String {
    let school = sheet.desk.school;
    match scope {
        ChatScope::School => msg::paper_whole_school(sheet.lang()).to_owned(),
        ChatScope::Class(class) => sheet.class_name(*class),
        ChatScope::Subject { class, subject, group } => {
            let subject = school.subjects().get(subject).map(|row| row.name.clone()).unwrap_or_default();
            let parts = [sheet.class_name(*class), subject, group.clone()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        ChatScope::Activity(id) => school.activities().get(id).map(|row| row.name.clone()).unwrap_or_default(),
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

//! A chat: what is written down about it, its members, its known differences, its exceptions.

use super::{Ask, Deed, exception, person, row};
use crate::domain::{Chat, ChatId, ChatState, InviteRole};
use crate::plan::chat::{ChatTurn, clause_of};
use crate::text::decision::said;
use crate::text::{self, msg};
use crate::view::form::clock;
use crate::view::page::{Body, Button, Cell, Does, Fact, Page, Row, Section, Step, StepState, Table, Tone};
use crate::view::room::{Query, Room};
use crate::view::route::Route;
use crate::view::school::settings;

/// The page of a chat.
#[must_use]
pub fn card(room: &Room, id: ChatId) -> Page {
    let lang = room.lang;
    let up = Some((Route::Chats.to_string(), msg::chats_title(lang).to_owned()));
    let Some(chat) = room.school.chats().get(&id) else {
        let (title, text) = (msg::chats_gone_title(lang).to_owned(), msg::chats_gone_text(lang).to_owned());
        let acts = vec![Button::new("to-chats", msg::chats_title(lang), Route::Chats)];
        let sections = vec![Section::new("gone", "", Body::Empty { title, text, acts })];
        return Page { title: msg::chats_gone_title(lang).to_owned(), up, sections, ..Page::default() };
    };
    let mut sections = vec![facts(room, chat)];
    if chat.state.is_live() || room.plan.is_past(chat.id) {
        sections.push(checklist(room, chat));
    }
    if !matches!(chat.state, ChatState::NotRequired { .. }) {
        sections.push(members(room, chat));
    }
    if !chat.include.is_empty() || !chat.exclude.is_empty() {
        sections.push(exception::of_chat(room, chat));
    }
    Page {
        title: row::title(room, chat),
        lead: chat.purpose.clone(),
        clause: Some(clause_of(room.regulation, chat)),
        up,
        acts: acts(room, chat),
        sections,
        ..Page::default()
    }
}

fn acts(room: &Room, chat: &Chat) -> Vec<Button> {
    let lang = room.lang;
    let mut acts = Vec::new();
    if matches!(chat.state, ChatState::NotRequired { .. }) {
        acts.push(Button::new("require", msg::chats_require(lang), Deed::Require(chat.id)));
        if let Some(required) = room.plan.of_chat(chat.id) {
            let ask = Ask::Create(required.rule.clone(), required.scope.clone());
            acts.push(Button::new("create", msg::chats_create(lang), ask).primary());
        }
        return acts;
    }
    if chat.state.is_live() {
        acts.push(Button::new("reconcile", msg::chats_reconcile(lang), Ask::Reconcile(chat.id)).primary());
    }
    acts.push(Button::new("change", msg::chats_change(lang), Ask::Change(chat.id)));
    for (id, turn) in [("use", ChatTurn::Use), ("read-only", ChatTurn::ReadOnly), ("archive", ChatTurn::Archive)] {
        if turn.is_possible(&chat.state) {
            acts.push(Button::new(id, text::chat::turn(lang, turn), Ask::Turn(chat.id, turn)));
        }
    }
    if !chat.link.is_empty() {
        acts.push(Button::new("copy", msg::chats_copy_link(lang), Does::Copy(chat.link.clone())));
    }
    acts.push(Button::new("remove", msg::chats_remove(lang), Deed::Remove(chat.id)).danger());
    acts
}

fn facts(room: &Room, chat: &Chat) -> Section {
    let lang = room.lang;
    let required = room.plan.of_chat(chat.id);
    let settings = settings(room.school);
    let rule = room.regulation.chat_rule(&chat.rule).map_or(chat.rule.0.as_str(), |rule| said(lang, &rule.title));
    let owner = row::person(room, chat.owner);
    let by_rule = required.and_then(|required| required.owner).filter(|owner| Some(*owner) != chat.owner);
    let owner = match by_rule {
        Some(by_rule) => owner.note(msg::chats_owner_by_rule(lang, &room.school.person_name(by_rule))),
        None => owner,
    };
    let own = chat.quiet.or(settings.chat_quiet);
    let quiet = own.map_or_else(
        || msg::chats_quiet_none(lang).to_owned(),
        |quiet| msg::chats_quiet_hours(lang, &clock(quiet.from), &clock(quiet.to)),
    );
    let default = |is_own: bool| if is_own { "" } else { msg::chats_by_default(lang) };
    let rules = [&chat.rules, &settings.chat_rules].into_iter().find(|text| !text.is_empty());
    let rules = rules.map_or(msg::chats_rules_none(lang), String::as_str);
    let mut facts = vec![
        Fact::new(msg::chats_column_state(lang), row::state(room, Some(chat))),
        Fact::new(msg::chats_column_rule(lang), Cell::text(rule)),
        Fact::new(msg::chats_column_class(lang), row::place(room, &chat.scope)),
        Fact::new(msg::chats_column_owner(lang), owner),
        Fact::new(msg::chats_field_moderator(lang), moderator(room, chat)),
        Fact::new(msg::chats_field_quiet(lang), Cell::text(quiet).note(default(chat.quiet.is_some()))),
        Fact::new(msg::chats_field_rules(lang), Cell::text(rules).note(default(!chat.rules.is_empty()))),
        Fact::new(msg::chats_field_link(lang), Cell::text(&chat.link)),
    ];
    if let Some(required) = required.filter(|required| !required.is_named(&chat.name)) {
        facts.push(Fact::new(msg::chats_name_by_rule(lang), Cell::text(row::name(room, required))));
    }
    if chat.state.is_live() {
        let checked = match chat.checked {
            None => Cell::badge(msg::chats_never_checked(lang), Tone::Warning),
            on => Cell::day(on),
        };
        facts.push(Fact::new(msg::chats_column_checked_on(lang), checked));
    }
    Section::new("facts", "", Body::Facts(facts))
}

fn moderator(room: &Room, chat: &Chat) -> Cell {
    match chat.moderator {
        None => Cell::badge(msg::chats_no_moderator(room.lang), Tone::Warning),
        some => row::person(room, some),
    }
}

fn checklist(room: &Room, chat: &Chat) -> Section {
    let lang = room.lang;
    let steps = row::steps(room, chat);
    if steps.is_empty() {
        let (tone, text) = match chat.checked {
            Some(_) => (Tone::Success, msg::chats_agrees(lang)),
            None => (Tone::Info, msg::chats_unknown_members(lang)),
        };
        return Section::new("checklist", msg::chats_checklist(lang), Body::Notice(tone, text.to_owned()));
    }
    let several = steps.len() > 1;
    let clause = clause_of(room.regulation, chat);
    let steps = steps.into_iter().map(|step| Step {
        title: row::step(room, &step),
        text: String::new(),
        state: StepState::Open,
        clause: Some(clause),
        acts: vec![
            Button::new("tick", msg::chats_tick(lang), Deed::Tick(chat.id, step.clone())).about(row::step(room, &step)),
        ],
    });
    let section = Section::new("checklist", msg::chats_checklist(lang), Body::Checklist(steps.collect()));
    if !several {
        return section;
    }
    section.acts(vec![Button::new("tick-all", msg::chats_tick_all(lang), Deed::TickAll(chat.id))])
}

fn members(room: &Room, chat: &Chat) -> Section {
    let lang = room.lang;
    let seats = room.plan.expected(chat);
    let mut rows: Vec<(String, Row)> = Vec::with_capacity(seats.len());
    for (id, seat) in &seats {
        let why = match (seat.set, chat.include.get(id)) {
            (Some(set), _) => text::chat::set(lang, set).to_owned(),
            (None, Some(reason)) if !reason.is_empty() => reason.clone(),
            (None, Some(_)) => msg::chats_why_chosen(lang).to_owned(),
            (None, None) => msg::chats_why_owner(lang).to_owned(),
        };
        rows.push(member(room, chat, *id, seat.role, why, true));
    }
    for id in chat.extra.iter().filter(|id| !seats.contains_key(id)) {
        let why = chat.exclude.get(id).cloned().unwrap_or_else(|| msg::chats_why_nothing(lang).to_owned());
        rows.push(member(room, chat, *id, room.plan.role_of(*id), why, false));
    }
    rows.sort_by_cached_key(|(name, _)| name.chars().map(crate::domain::words::russian_rank).collect::<Vec<u32>>());
    let apart = seats.values().filter(|seat| seat.apart.is_some()).count();
    let mut acts = Vec::new();
    if chat.state.is_live() {
        acts.push(Button::new("include", msg::chats_include(lang), Ask::Include(chat.id)));
        acts.push(Button::new("exclude", msg::chats_exclude(lang), Ask::Exclude(chat.id)));
    }
    let table = Table {
        name: msg::chats_file_members(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_person(lang)),
            row::words(msg::chats_column_role(lang)),
            row::words(msg::chats_column_why(lang)),
            row::words(msg::chats_column_known(lang)),
        ],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        bulk: Vec::new(),
        empty: msg::chats_members_none(lang).to_owned(),
    };
    let strangers: Vec<&str> = chat.strangers.iter().map(String::as_str).collect();
    let note = if strangers.is_empty() {
        msg::chats_members_note(lang, &apart.to_string(), (seats.len() - apart) as u64)
    } else {
        msg::chats_strangers_note(lang, &strangers.join(", "))
    };
    Section::new("members", msg::chats_members(lang), Body::Table(table)).note(note).acts(acts)
}

fn member(
    room: &Room,
    chat: &Chat,
    id: crate::domain::PersonId,
    role: InviteRole,
    why: String,
    belongs: bool,
) -> (String, Row) {
    let name = room.school.person_name(id);
    let chats = Query::default().with("person", &id.to_string()).address(&Route::Chats);
    let cells = vec![
        row::person(room, Some(id)),
        Cell::text(text::chat::role(room.lang, role)),
        Cell::text(why),
        person::known(room, id, chat, belongs),
    ];
    let acts = vec![Button::new("chats", msg::chats_person_chats(room.lang), Does::Go(chats)).about(&name)];
    (name, Row { key: id.to_string(), cells, acts })
}

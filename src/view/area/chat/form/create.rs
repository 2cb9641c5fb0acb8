//! Forms of required chats: created, or not needed.

use std::collections::BTreeMap;

use super::{day_field, link_field, moderator_field, owner_field, quiet, quiet_fields, rules_field, typed};
use crate::clause;
use crate::domain::{ChatRuleId, ChatScope, Command, PersonId};
use crate::plan::RequiredChat;
use crate::plan::chat::{CreateChats, ExcuseChats, NewChat};
use crate::text::decision::said;
use crate::text::msg;
use crate::view::area::chat::{deed, row};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Cell, Fact, Section, Tone};
use crate::view::room::{Making, Room};

/// One chat, with everything that is known of it.
pub fn one(room: &Room, rule: &ChatRuleId, scope: &ChatScope) -> Form {
    let lang = room.lang;
    let Some(required) = room.plan.of_scope(rule, scope) else {
        let text = msg::chats_not_asked(lang).to_owned();
        return Form { title: msg::chats_create(lang).to_owned(), refused: Some(text), ..Form::default() };
    };
    let name = row::name(room, required);
    let mut fields = vec![
        Field::new("name", msg::chats_field_name(lang), FieldKind::Text).value(name).required(),
        owner_field(room, room.plan.owners(required), required.owner),
        moderator_field(room, required.owner),
        day_field(room, msg::chats_field_created(lang)),
        link_field(room, ""),
    ];
    fields.extend(quiet_fields(room, None));
    fields.push(rules_field(room, ""));
    Form {
        title: msg::chats_create_title(lang, name),
        lead: msg::chats_create_lead(lang).to_owned(),
        clause: Some(required.clause),
        submit: msg::chats_create_submit(lang).to_owned(),
        fields,
        preview: vec![who(room, required)],
        refused: None,
    }
}

/// Who is to be in it.
fn who(room: &Room, required: &RequiredChat) -> Section {
    let lang = room.lang;
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for seat in room.plan.derived(required).values().filter(|seat| seat.apart.is_none()) {
        *counts.entry(crate::text::chat::role(lang, seat.role)).or_default() += 1;
    }
    let mut facts: Vec<Fact> = counts.into_iter().map(|(role, count)| Fact::new(role, Cell::number(count))).collect();
    if required.apart > 0 {
        facts.push(Fact::new(msg::chats_figure_apart(lang), Cell::number(required.apart as u64)));
    }
    Section::new("who", msg::chats_members(lang), Body::Facts(facts))
}

pub fn read_one(
    room: &Room,
    rule: &ChatRuleId,
    scope: &ChatScope,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let new = NewChat {
        id: making.ids.fresh(),
        rule: rule.clone(),
        scope: scope.clone(),
        name: reader.required("name", values.get("name")),
        owner: reader.needed("owner", values.get("owner"), Problem::Choice),
        moderator: values.parsed("moderator"),
        link: crate::domain::words::tidy(values.get("link")),
        quiet: quiet(&mut reader, values),
        rules: values.get("rules").trim().to_owned(),
    };
    let on = reader.needed_day("on", values.get("on"));
    let on = reader.finish(on)?;
    Ok(Command::from(CreateChats { regulation: room.regulation.clone(), chats: vec![new], on }))
}

/// The chosen chats: names and owners by their rules.
pub fn chosen(room: &Room, values: &Values) -> Form {
    let lang = room.lang;
    let (chats, vacant) = deed::creatable(room);
    let choices = vec![
        ("owner".to_owned(), msg::chats_moderator_owner(lang).to_owned()),
        ("none".to_owned(), msg::chats_moderator_none(lang).to_owned()),
        ("person".to_owned(), msg::chats_moderator_person(lang).to_owned()),
    ];
    let mut fields = vec![
        day_field(room, msg::chats_field_created(lang)),
        Field::new("how", msg::chats_field_moderator(lang), FieldKind::Choice(choices)).value("owner").required(),
    ];
    if typed(values, "how", "owner") == "person" {
        fields.push(moderator_field(room, None).required());
    }
    fields.extend(quiet_fields(room, None));
    fields.push(rules_field(room, ""));
    let mut counts: BTreeMap<&ChatRuleId, u64> = BTreeMap::new();
    for chat in &chats {
        *counts.entry(&chat.rule).or_default() += 1;
    }
    // In the order of the edition.
    let rules = room.regulation.chat_rules().iter();
    let facts = rules.filter_map(|rule| Some(Fact::new(said(lang, &rule.title), Cell::number(*counts.get(&rule.id)?))));
    let mut preview = vec![Section::new("to-create", msg::chats_to_create(lang), Body::Facts(facts.collect()))];
    if vacant > 0 {
        let text = msg::chats_vacant_skipped(lang, vacant as u64);
        preview.push(Section::new("vacant", "", Body::Notice(Tone::Warning, text)));
    }
    Form {
        title: msg::chats_create_chosen(lang).to_owned(),
        lead: msg::chats_create_lead(lang).to_owned(),
        clause: Some(clause!("1.6")),
        submit: msg::chats_create_submit(lang).to_owned(),
        fields,
        preview,
        refused: chats.is_empty().then(|| msg::chats_nothing_to_create(lang).to_owned()),
    }
}

pub fn read_chosen(room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    let how = values.get("how");
    let moderator: Option<PersonId> =
        if how == "person" { reader.needed("moderator", values.get("moderator"), Problem::Choice) } else { None };
    let quiet = quiet(&mut reader, values);
    let rules = values.get("rules").trim();
    let on = reader.finish(on)?;
    let (chats, _) = deed::creatable(room);
    let new = |required: &RequiredChat| NewChat {
        moderator: if how == "owner" { required.owner } else { moderator },
        quiet,
        rules: rules.to_owned(),
        ..NewChat::of(making.ids.fresh(), required, row::name(room, required).to_owned())
    };
    let chats = chats.into_iter().map(new).collect();
    Ok(Command::from(CreateChats { regulation: room.regulation.clone(), chats, on }))
}

/// Chats that the school does without.
pub fn excuse(room: &Room, chats: Vec<&RequiredChat>) -> Form {
    let lang = room.lang;
    let names: Vec<String> = chats.iter().map(|chat| row::name(room, chat).to_owned()).take(20).collect();
    let more = chats.len().saturating_sub(names.len());
    let more = (more > 0).then(|| msg::chats_and_more(lang, more as u64));
    let body = Body::Prose(names.into_iter().chain(more).collect());
    Form {
        title: msg::chats_excuse_title(lang).to_owned(),
        lead: msg::chats_excuse_lead(lang).to_owned(),
        clause: chats.first().map(|chat| chat.clause),
        submit: msg::chats_excuse(lang).to_owned(),
        fields: vec![
            Field::new("reason", msg::chats_field_reason(lang), FieldKind::Text).required(),
            Field::new("by", msg::chats_field_by(lang), FieldKind::Text).value(&room.context.author.name).required(),
        ],
        preview: vec![Section::new("excused", "", body)],
        refused: chats.is_empty().then(|| msg::chats_nothing_chosen(lang).to_owned()),
    }
}

pub fn read_excuse(
    room: &Room,
    chats: &[&RequiredChat],
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let reason = reader.required("reason", values.get("reason"));
    let by = reader.required("by", values.get("by"));
    reader.finish(Some(()))?;
    let new = |required: &&RequiredChat| NewChat {
        owner: None,
        moderator: None,
        ..NewChat::of(making.ids.fresh(), required, row::name(room, required).to_owned())
    };
    let chats = chats.iter().map(new).collect();
    Ok(Command::from(ExcuseChats { regulation: room.regulation.clone(), chats, reason, by }))
}

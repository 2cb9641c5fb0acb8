//! The form of a chat that a rule allows (2.2/6e, 2.3/3d, 2.4/3b).

use super::change::purpose_field;
use super::{day_field, link_field, moderator_field, owner_field, people, quiet, quiet_fields, rules_field, typed};
use crate::domain::words::tidy;
use crate::domain::{Chat, ChatRuleId, ChatScope, ChatState, ClassId, Command, PersonId};
use crate::plan::chat::OpenOther;
use crate::regulation::{ChatEach, ChatRule, MemberSet};
use crate::text::decision::said;
use crate::text::msg;
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::room::{Making, Room};

/// What it is for, who owns it, who is in it.
pub fn form(room: &Room, rule: &ChatRuleId, values: &Values) -> Form {
    let lang = room.lang;
    let Some(rule) = room.regulation.chat_rule(rule) else {
        let text = msg::chats_not_asked(lang).to_owned();
        return Form { title: msg::chats_other(lang).to_owned(), refused: Some(text), ..Form::default() };
    };
    let begins = room.query.get("class").to_owned();
    let class: Option<ClassId> = typed(values, "class", &begins).parse().ok();
    let scope = scope(rule, class);
    let mut fields = Vec::new();
    if rule.each == ChatEach::Class {
        let kind = FieldKind::Search(choice::classes(room.school, room.index));
        fields.push(Field::new("class", msg::chats_column_class(lang), kind).value(begins.clone()).required());
    }
    let owners: Vec<PersonId> =
        scope.as_ref().map(|scope| room.plan.circle(&[rule.owner], scope).into_iter().collect()).unwrap_or_default();
    let owner = owners.first().copied().filter(|_| rule.owner == MemberSet::Homeroom);
    fields.extend([
        Field::new("name", msg::chats_field_name(lang), FieldKind::Text).required(),
        purpose_field(room, ""),
        owner_field(room, &owners, owner),
        moderator_field(room, None),
        members(room, rule, scope.as_ref()),
        day_field(room, msg::chats_field_created(lang)),
        link_field(room, ""),
    ]);
    fields.extend(quiet_fields(room, None));
    fields.push(rules_field(room, ""));
    Form {
        title: said(lang, &rule.title).to_owned(),
        lead: msg::chats_other_lead(lang).to_owned(),
        clause: Some(rule.clause),
        submit: msg::chats_create_submit(lang).to_owned(),
        fields,
        ..Form::default()
    }
}

/// Whom it may have: the circle of the class, or everybody who is here.
fn members(room: &Room, rule: &ChatRule, scope: Option<&ChatScope>) -> Field {
    let choices = if rule.members.is_empty() {
        let staff = room.index.positions.keys().copied();
        let families = room.index.parents.iter().filter(|(child, _)| room.index.class_of.contains_key(child));
        let parents = families.flat_map(|(_, parents)| parents.iter().map(|(parent, _)| *parent));
        people(room, staff.chain(room.index.class_of.keys().copied()).chain(parents))
    } else {
        scope.map(|scope| people(room, room.plan.circle(&rule.members, scope).into_iter())).unwrap_or_default()
    };
    let field = Field::new("members", msg::chats_field_members(room.lang), FieldKind::Many(choices)).required();
    if rule.members.is_empty() { field } else { field.hint(msg::chats_field_circle_hint(room.lang)) }
}

fn scope(rule: &ChatRule, class: Option<ClassId>) -> Option<ChatScope> {
    match rule.each {
        ChatEach::Class => class.map(ChatScope::Class),
        _ => Some(ChatScope::School),
    }
}

pub fn read(room: &Room, rule: &ChatRuleId, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let asks_class = room.regulation.chat_rule(rule).is_some_and(|rule| rule.each == ChatEach::Class);
    let class = if asks_class { reader.needed("class", values.get("class"), Problem::Choice) } else { None };
    let scope = class.map_or(ChatScope::School, ChatScope::Class);
    let on = reader.needed_day("on", values.get("on"));
    let members: Vec<PersonId> = values.many("members").collect();
    if members.is_empty() {
        reader.fault("members", Problem::Choice);
    }
    let owner: Option<PersonId> = reader.needed("owner", values.get("owner"), Problem::Choice);
    let chat = on.map(|on| Chat {
        name: reader.required("name", values.get("name")),
        purpose: reader.required("purpose", values.get("purpose")),
        owner,
        moderator: values.parsed("moderator"),
        link: tidy(values.get("link")),
        quiet: quiet(&mut reader, values),
        rules: values.get("rules").trim().to_owned(),
        include: members.into_iter().filter(|person| Some(*person) != owner).map(|id| (id, String::new())).collect(),
        ..Chat::new(making.ids.fresh(), rule.clone(), scope, ChatState::Created { on })
    });
    let chat = reader.finish(chat)?;
    Ok(Command::from(OpenOther { regulation: room.regulation.clone(), chat }))
}

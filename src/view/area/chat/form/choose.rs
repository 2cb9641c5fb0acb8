//! The form of the school's choices on chats, with what they change in the plan.

use std::collections::BTreeSet;

use super::{quiet, quiet_fields, rules_field};
use crate::clause;
use crate::domain::{ChatRuleId, ChatScope, Command};
use crate::plan::Plan;
use crate::plan::chat::ChooseChats;
use crate::text::decision::said;
use crate::text::msg;
use crate::view::fault::{Fault, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Section, Tone};
use crate::view::room::Room;
use crate::view::school::settings;

/// How many names a list of the preview has.
const SHOWN: usize = 12;

pub fn form(room: &Room, values: &Values) -> Form {
    let lang = room.lang;
    let now = settings(room.school);
    let flag = |flag: bool| if flag { "yes" } else { "" };
    let mut fields = vec![
        Field::new("subgroups", msg::chats_setting_subgroups_yes(lang), FieldKind::Flag)
            .value(flag(now.splits_subgroup_chats))
            .hint(msg::chats_setting_subgroups_no(lang)),
        Field::new("primary", msg::chats_setting_primary_yes(lang), FieldKind::Flag)
            .value(flag(now.collapses_primary_chats))
            .hint(msg::chats_setting_primary_no(lang)),
    ];
    fields.extend(quiet_fields(room, now.chat_quiet));
    fields.push(rules_field(room, &now.chat_rules));
    let chosen = |id: &str, now: bool| values.typed(id).map_or(now, |value| value == "yes");
    let choice = ChooseChats {
        splits_subgroup_chats: chosen("subgroups", now.splits_subgroup_chats),
        collapses_primary_chats: chosen("primary", now.collapses_primary_chats),
        quiet: now.chat_quiet,
        rules: now.chat_rules.clone(),
    };
    let is_same = choice.splits_subgroup_chats == now.splits_subgroup_chats
        && choice.collapses_primary_chats == now.collapses_primary_chats;
    let preview = if is_same { Vec::new() } else { preview(room, &choice) };
    Form {
        title: msg::chats_settings(lang).to_owned(),
        lead: msg::chats_settings_note(lang).to_owned(),
        clause: Some(clause!("2.4/3a")),
        fields,
        preview,
        ..Form::default()
    }
}

/// Which chats would be required that are not, and the other way round.
fn preview(room: &Room, choice: &ChooseChats) -> Vec<Section> {
    let lang = room.lang;
    let then = Plan::with_settings(room.school, room.index, room.regulation, &choice.on(room.school));
    let keys = |plan: &Plan| -> BTreeSet<(ChatRuleId, ChatScope)> {
        plan.required().iter().map(|chat| (chat.rule.clone(), chat.scope.clone())).collect()
    };
    let (before, after) = (keys(room.plan), keys(&then));
    let names = |plan: &Plan, keys: Vec<&(ChatRuleId, ChatScope)>| {
        let name = |(rule, scope): &&(ChatRuleId, ChatScope)| {
            plan.of_scope(rule, scope).map(|chat| said(lang, &chat.name).to_owned())
        };
        let more = keys.len().saturating_sub(SHOWN);
        let mut names: Vec<String> = keys.iter().take(SHOWN).filter_map(name).collect();
        names.extend((more > 0).then(|| msg::chats_and_more(lang, more as u64)));
        Body::Prose(names)
    };
    let added: Vec<_> = after.difference(&before).collect();
    let dropped: Vec<_> = before.difference(&after).collect();
    let recorded = dropped.iter().filter(|(rule, scope)| {
        let record = room.plan.of_scope(rule, scope).and_then(|chat| chat.record);
        record.and_then(|id| room.school.chats().get(&id)).is_some_and(|chat| chat.state.is_live())
    });
    let recorded = recorded.count() as u64;
    let counts = msg::chats_choose_counts(lang, &added.len().to_string(), &dropped.len().to_string());
    let mut sections = vec![Section::new("counts", "", Body::Notice(Tone::Info, counts))];
    if recorded > 0 {
        let text = msg::chats_choose_recorded(lang, recorded);
        sections.push(Section::new("recorded", "", Body::Notice(Tone::Warning, text)));
    }
    if !added.is_empty() {
        sections.push(Section::new("added", msg::chats_choose_added(lang), names(&then, added)));
    }
    if !dropped.is_empty() {
        sections.push(Section::new("dropped", msg::chats_choose_dropped(lang), names(room.plan, dropped)));
    }
    sections
}

pub fn read(values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let quiet = quiet(&mut reader, values);
    reader.finish(Some(()))?;
    Ok(Command::from(ChooseChats {
        splits_subgroup_chats: values.is("subgroups"),
        collapses_primary_chats: values.is("primary"),
        quiet,
        rules: values.get("rules").trim().to_owned(),
    }))
}

//! What the school knows of its platform and of the next one: facts, and unknown as an answer.

use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{Command, NextPlatform, PlatformProfile};
use crate::text::{Lang, date, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Fact, Section, Table};
use crate::view::page::{Column, ColumnKind, Row};
use crate::view::room::Room;
use crate::view::school::platform;

use super::{Ask, Deed, next};

/// The platform that is used, the next one, and both side by side.
pub(super) fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let now = platform(room.school);
    let edit = |id: &'static str, ask: Ask| Button::new(id, msg::edit(lang), ask);
    let mut sections = vec![
        Section::new("platform", msg::school_platform(lang), Body::Facts(facts(lang, &now)))
            .note(msg::school_platform_text(lang))
            .clause(clause!("1.5"))
            .acts(vec![edit("platform-edit", Ask::Platform).about(&now.name)]),
    ];
    match next(room) {
        None => sections.push(Section::new(
            "next",
            msg::migration_next(lang),
            Body::Empty {
                title: msg::migration_next_none(lang).into(),
                text: msg::migration_next_none_text(lang).into(),
                acts: vec![Button::new("next-choose", msg::migration_next_choose(lang), Ask::Next).primary()],
            },
        )),
        Some(next) => {
            let mut rows = facts(lang, &next.profile);
            let on = next.switch_on.map_or_else(|| msg::school_unknown(lang).to_owned(), date::short);
            rows.push(Fact::new(msg::migration_switch_on(lang), Cell::text(on)));
            let acts = vec![
                edit("next-edit", Ask::Next).about(&next.profile.name),
                Button::new("next-give-up", msg::migration_give_up(lang), Deed::GiveUp).danger(),
            ];
            sections.push(Section::new("next", msg::migration_next(lang), Body::Facts(rows)).acts(acts));
            sections.push(Section::new("compare", msg::migration_compare(lang), compare(lang, &now, &next.profile)));
        }
    }
    sections
}

/// The facts of a profile: name and value, unknown said as such.
pub fn facts(lang: Lang, profile: &PlatformProfile) -> Vec<Fact> {
    said(lang, profile)
        .into_iter()
        .map(|(name, value)| {
            let value = if value.is_empty() { msg::school_unknown(lang).to_owned() } else { value };
            Fact::new(name, Cell::text(value))
        })
        .collect()
}

fn said(lang: Lang, row: &PlatformProfile) -> Vec<(&'static str, String)> {
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let answer = |answer: Option<bool>| match answer {
        Some(true) => msg::school_yes(lang).to_owned(),
        Some(false) => msg::school_no(lang).to_owned(),
        None => String::new(),
    };
    vec![
        (msg::school_platform_name(lang), row.name.clone()),
        (msg::school_platform_email(lang), row.support_email.as_ref().map(ToString::to_string).unwrap_or_default()),
        (msg::school_platform_help(lang), row.help_site.clone()),
        (msg::school_platform_chat_limit(lang), number(row.chat_limit)),
        (msg::school_platform_call_limit(lang), number(row.call_limit)),
        (msg::school_platform_link_days(lang), number(row.link_days.map(u32::from))),
        (msg::school_platform_teacher_term(lang), row.teacher_term.clone()),
        (msg::school_platform_student_term(lang), row.student_term.clone()),
        (msg::migration_parent_term(lang), row.parent_term.clone()),
        (msg::migration_has_calls(lang), answer(row.has_calls)),
        (msg::migration_has_files(lang), answer(row.has_files)),
        (msg::migration_has_polls(lang), answer(row.has_polls)),
        (msg::school_platform_journal(lang), answer(row.has_journal)),
    ]
}

/// Both platforms side by side, what differs first.
fn compare(lang: Lang, now: &PlatformProfile, next: &PlatformProfile) -> Body {
    let unknown = |text: String| if text.is_empty() { msg::school_unknown(lang).to_owned() } else { text };
    let mut pairs: Vec<_> = said(lang, now)
        .into_iter()
        .zip(said(lang, next))
        .map(|((name, before), (_, after))| (before == after, name, before, after))
        .collect();
    pairs.sort_by_key(|(is_same, ..)| *is_same);
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    Body::Table(Table {
        name: msg::migration_compare(lang).into(),
        columns: vec![column(msg::migration_fact(lang)), column(&now.name), column(&next.name)],
        rows: pairs
            .into_iter()
            .map(|(_, name, before, after)| Row {
                key: name.to_owned(),
                cells: vec![Cell::text(name), Cell::text(unknown(before)), Cell::text(unknown(after))],
                acts: Vec::new(),
            })
            .collect(),
        bulk: Vec::new(),
        empty: String::new(),
    })
}

fn answers(lang: Lang) -> Vec<Choice> {
    [("", msg::school_unknown(lang)), ("yes", msg::school_yes(lang)), ("no", msg::school_no(lang))]
        .map(|(value, name)| (value.to_owned(), name.to_owned()))
        .to_vec()
}

const fn answer(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

/// The form of the platform or of the next one. A bundled profile fills the fields.
pub(super) fn form(room: &Room, values: &Values, is_next: bool) -> Form {
    let lang = room.lang;
    let bundled = PlatformProfile::bundled();
    let known = next(room);
    let chosen = bundled.iter().find(|profile| profile.name == values.get("from"));
    let begin = match (chosen, is_next) {
        (Some(chosen), _) => chosen.clone(),
        (None, true) => known.map(|next| next.profile.clone()).unwrap_or_default(),
        (None, false) => platform(room.school),
    };
    let mut from: Vec<Choice> = vec![(String::new(), msg::migration_from_none(lang).to_owned())];
    from.extend(bundled.iter().map(|profile| (profile.name.clone(), profile.name.clone())));
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    let text = |id, label: &str, value: &str| Field::new(id, label, FieldKind::Text).value(value);
    let mut fields = vec![
        Field::new("from", msg::migration_from(lang), FieldKind::Choice(from)).hint(msg::migration_from_hint(lang)),
        text("name", msg::school_platform_name(lang), &begin.name).required(),
        Field::new("email", msg::school_platform_email(lang), FieldKind::Email).maybe(begin.support_email),
        text("help-site", msg::school_platform_help(lang), &begin.help_site),
        Field::new("chat-limit", msg::school_platform_chat_limit(lang), FieldKind::Number)
            .maybe(number(begin.chat_limit)),
        Field::new("call-limit", msg::school_platform_call_limit(lang), FieldKind::Number)
            .maybe(number(begin.call_limit)),
        Field::new("link-days", msg::school_platform_link_days(lang), FieldKind::Number).maybe(begin.link_days),
        text("teacher-term", msg::school_platform_teacher_term(lang), &begin.teacher_term),
        text("student-term", msg::school_platform_student_term(lang), &begin.student_term),
        text("parent-term", msg::migration_parent_term(lang), &begin.parent_term),
    ];
    fields.extend(
        [
            ("calls", msg::migration_has_calls(lang), begin.has_calls),
            ("files", msg::migration_has_files(lang), begin.has_files),
            ("polls", msg::migration_has_polls(lang), begin.has_polls),
            ("journal", msg::school_platform_journal(lang), begin.has_journal),
        ]
        .map(|(id, label, value)| Field::new(id, label, FieldKind::Choice(answers(lang))).value(answer(value))),
    );
    if is_next {
        let on = known.and_then(|next| next.switch_on);
        fields.push(Field::new("switch-on", msg::migration_switch_on(lang), FieldKind::Day).maybe(on));
    }
    let title = if is_next { msg::migration_next(lang) } else { msg::school_platform(lang) };
    Form {
        title: title.into(),
        lead: msg::school_platform_text(lang).into(),
        clause: Some(clause!("1.5")),
        fields,
        ..Form::default()
    }
}

/// Reads the form.
pub(super) fn command(values: &Values, is_next: bool) -> Result<Command, Vec<Fault>> {
    const MOST: u32 = 1_000_000;
    let mut reader = Reader::default();
    let yes = |id: &str| match values.get(id) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let profile = PlatformProfile {
        name: reader.required("name", values.get("name")),
        support_email: reader.optional("email", values.get("email"), Problem::Email),
        help_site: tidy(values.get("help-site")),
        chat_limit: reader.number("chat-limit", values.get("chat-limit"), 1, MOST),
        call_limit: reader.number("call-limit", values.get("call-limit"), 1, MOST),
        link_days: reader
            .number("link-days", values.get("link-days"), 1, 3650)
            .and_then(|days| u16::try_from(days).ok()),
        teacher_term: tidy(values.get("teacher-term")),
        student_term: tidy(values.get("student-term")),
        parent_term: tidy(values.get("parent-term")),
        has_calls: yes("calls"),
        has_files: yes("files"),
        has_polls: yes("polls"),
        has_journal: yes("journal"),
    };
    let switch_on = reader.day("switch-on", values.get("switch-on"));
    let record = if is_next { NextPlatform { profile, switch_on }.into() } else { profile.into() };
    reader.finish(Some(Command::Save(record)))
}

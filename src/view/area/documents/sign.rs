//! The form that keeps a paper as signed.

use super::desk;
use crate::clause;
use crate::document::{Form as Paper, Look, Stamp, Subject, forms};
use crate::domain::words::tidy;
use crate::domain::{Command, IssuedDocument, LocalAct, LocalActId, LocalActKind, PersonId, SignDocument};
use crate::order;
use crate::text::{Lang, document as words, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Section, Tone};
use crate::view::room::{Making, Room};
use crate::view::school::signers;

const ACT: &str = "doc-act";
const NUMBER: &str = "doc-number";
const DATE: &str = "doc-date";
const SIGNER: &str = "doc-signer";

/// What is asked: the act of the register or a number, the date, who signed.
pub(super) fn form(room: &Room, values: &Values, paper: Paper, subject: &Subject) -> Form {
    let lang = room.lang;
    let mut fields = Vec::new();
    if let Some(kind) = paper.act() {
        let none = (String::new(), msg::documents_sign_existing_none(lang).to_owned());
        let choices = std::iter::once(none).chain(acts(room, kind)).collect();
        fields.push(
            Field::new(ACT, msg::documents_sign_existing(lang), FieldKind::Choice(choices))
                .hint(msg::documents_sign_act_hint(lang)),
        );
    }
    // The number and the day of an act that is in the register are its own.
    if values.get(ACT).is_empty() {
        let number = Field::new(NUMBER, msg::documents_sign_number(lang), FieldKind::Text);
        fields.push(if paper.act().is_some() { number.required() } else { number });
        fields.push(
            Field::new(DATE, msg::documents_sign_date(lang), FieldKind::Day).value(room.context.today).required(),
        );
        let kind = paper.act().unwrap_or(LocalActKind::Protocol);
        let day = values.day(DATE).unwrap_or(room.context.today);
        let none = (String::new(), msg::documents_sign_signer_none(lang).to_owned());
        let named = signers(room.school, kind, day);
        let named = named.into_iter().map(|one| (one.person.to_string(), format!("{} · {}", one.name, one.post)));
        let signer = FieldKind::Choice(std::iter::once(none).chain(named).collect());
        fields.push(Field::new(SIGNER, msg::documents_sign_signer(lang), signer));
    }
    let document = forms::write(paper, &desk(room, Lang::Ru), subject, None);
    let mut preview = Vec::new();
    if document.has(Look::Missing) {
        let gaps: Vec<String> =
            document.missing.iter().map(|missing| words::missing(lang, room.school, *missing)).collect();
        let notice = format!("{}: {}", msg::documents_missing(lang), gaps.join(", "));
        preview.push(Section::new("gaps", "", Body::Notice(Tone::Warning, notice)));
    }
    Form {
        title: words::form(lang, paper).to_owned(),
        lead: msg::documents_sign_lead(lang).to_owned(),
        clause: Some(clause!("2.2/1")),
        submit: msg::documents_sign_submit(lang).to_owned(),
        fields,
        preview,
        refused: None,
    }
}

/// The acts of a kind that no signed document became yet, the latest first.
fn acts(room: &Room, kind: LocalActKind) -> Vec<Choice> {
    let taken: std::collections::BTreeSet<LocalActId> =
        room.school.documents().values().filter_map(|row| row.act).collect();
    let mut acts: Vec<&LocalAct> = room
        .school
        .acts()
        .values()
        .map(AsRef::as_ref)
        .filter(|act| act.kind == kind && !taken.contains(&act.id))
        .collect();
    order::by(&mut acts, |a, b| b.date.cmp(&a.date).then_with(|| b.number.cmp(&a.number)));
    acts.into_iter().map(|act| (act.id.to_string(), format!("№ {} · {}", act.number, act.title))).collect()
}

/// Keeps the paper with the text it has now, in Russian whatever the page speaks.
pub(super) fn command(
    room: &Room,
    values: &Values,
    making: &mut Making,
    paper: Paper,
    subject: &Subject,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let chosen: Option<LocalActId> = values.parsed(ACT);
    let known = chosen.and_then(|id| room.school.acts().get(&id));
    let (number, on, signer) = match known {
        Some(act) => (act.number.clone(), Some(act.date), act.signer),
        None => {
            let number = if paper.act().is_some() {
                reader.required(NUMBER, values.get(NUMBER))
            } else {
                tidy(values.get(NUMBER))
            };
            let on = reader.needed_day(DATE, values.get(DATE));
            let signer: Option<PersonId> = reader.optional(SIGNER, values.get(SIGNER), Problem::Choice);
            (number, on, signer)
        }
    };
    let on = reader.finish(on)?;
    let desk = desk(room, Lang::Ru);
    let subject = subject.resolved(paper, &desk);
    let stamp = Stamp { number: number.clone(), on };
    let document = forms::write(paper, &desk, &subject, Some(&stamp));
    let new = paper.act().filter(|_| known.is_none()).map(|kind| LocalAct {
        id: making.ids.fresh(),
        kind,
        number: number.clone(),
        date: on,
        title: act_title(&document),
        signer,
    });
    let of_record = (paper == Paper::RevocationAct).then_some(subject.record).flatten().map(Into::into);
    let document = IssuedDocument {
        id: making.ids.fresh(),
        form: paper.key().to_owned(),
        subject: subject.to_map(),
        number,
        on,
        act: known.map(|act| act.id).or(new.as_ref().map(|act| act.id)).or(of_record),
        signer,
        lines: document.plain(),
    };
    Ok(Command::from(SignDocument { document, act: new }))
}

/// The title of the act in the register: what the paper is about.
fn act_title(document: &crate::document::Document) -> String {
    use crate::document::Block;
    let subject = document.blocks.iter().find_map(|block| match block {
        Block::Title { subject: Some(subject), .. } => Some(subject.plain()),
        _ => None,
    });
    subject.unwrap_or_else(|| document.title.clone())
}

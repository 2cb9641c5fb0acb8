//! Channels, materials and publications (2.1/13, 2.2/5).

mod ask;
mod material;
mod publication;

use crate::clause;
use crate::domain::{
    Channel, ChannelId, ChannelKind, MaterialId, MaterialStep, MoveMaterial, MovePublication, PersonId, PublicationId,
    PublicationStep, Reason, RecordKey, RecordKind, Refusal,
};
use crate::domain::{Command, Leave};
use crate::plan::audience::{self, Reach};
use crate::plan::leave::{PUBLISH, Question};
use crate::text::{self, date, msg};
use crate::view::page::{Body, Button, Card, Page, Section, Step, StepState, Tone};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

use super::{Doing, kit};

pub use ask::Ask;

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Accepts a material.
    Accept(MaterialId),
    /// Lets a publication go out.
    Ready(PublicationId),
    /// Takes a cancelled publication up again.
    Reopen(PublicationId),
    /// Notes that somebody who does not belong into a channel is out of it.
    Outside(ChannelId, PersonId),
    /// Takes a channel out of the archive.
    Restore(ChannelId),
    /// Removes a record of this area.
    Remove(RecordKey),
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let tab = room.query.get("tab");
    let (acts, sections) = match tab {
        "materials" => {
            (vec![add("material-add", msg::channels_material_add(lang), Ask::Material(None))], material::sections(room))
        }
        "publications" => (publication_acts(room), publication::board(room)),
        "calendar" => (publication_acts(room), publication::calendar(room)),
        "plan" => (publication_acts(room), publication::plan(room)),
        _ => {
            (vec![add("channel-add", msg::channels_add(lang), Ask::Channel(None, ChannelKind::Other))], channels(room))
        }
    };
    let count = |n: usize| Some(n as u64);
    let tabs = [
        ("", msg::channels_tab_channels(lang), count(room.school.channels().len())),
        ("materials", msg::channels_tab_materials(lang), count(room.school.materials().len())),
        ("publications", msg::channels_tab_publications(lang), count(room.school.publications().len())),
        ("calendar", msg::channels_tab_calendar(lang), None),
        ("plan", msg::channels_tab_plan(lang), None),
    ];
    Page {
        title: msg::channels_title(lang).to_owned(),
        lead: msg::channels_lead(lang).to_owned(),
        clause: Some(clause!("2.1/13")),
        acts,
        tabs: tabs.into_iter().map(|(tab, label, count)| kit::tab(room, Route::Channels, tab, label, count)).collect(),
        filters: if matches!(tab, "plan" | "publications" | "calendar") {
            publication::filters(room)
        } else {
            Vec::new()
        },
        sections,
        ..Page::default()
    }
}

fn add(id: &'static str, label: &str, ask: Ask) -> Button {
    Button::new(id, label, ask).primary()
}

fn publication_acts(room: &Room) -> Vec<Button> {
    vec![add("publication-add", msg::channels_publication_add(room.lang), Ask::Publication(None, None))]
}

fn channels(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let named = Section::new("named", msg::channels_named(lang), Body::Checklist(named_steps(room)))
        .clause(clause!("2.1/13"))
        .note(msg::channels_named_note(lang));
    let mut sections = vec![named];
    let outsiders = outsiders(room);
    if !outsiders.is_empty() {
        sections.push(
            Section::new("outsiders", msg::channels_outsiders(lang), Body::Checklist(outsiders))
                .note(msg::channels_outsiders_note(lang)),
        );
    }
    let cards: Vec<Card> = sorted(room).into_iter().map(|channel| card(room, channel)).collect();
    let body = if cards.is_empty() {
        Body::Empty {
            title: msg::channels_none(lang).to_owned(),
            text: msg::channels_none_text(lang).to_owned(),
            acts: Vec::new(),
        }
    } else {
        Body::Cards(cards)
    };
    sections.push(Section::new("channels", msg::channels_tab_channels(lang), body));
    sections
}

/// Channels: those in use first, the named ones before the others.
fn sorted<'a>(room: &Room<'a>) -> Vec<&'a Channel> {
    let mut rows: Vec<&Channel> = room.school.channels().values().map(AsRef::as_ref).collect();
    rows.sort_by(|a, b| (a.archived_on, a.kind, &a.name).cmp(&(b.archived_on, b.kind, &b.name)));
    rows
}

/// 2.1/13: the two channels that the regulation names.
fn named_steps(room: &Room) -> Vec<Step> {
    let lang = room.lang;
    let step = |kind: ChannelKind, id: &'static str| {
        let found = room.school.channels().values().find(|row| row.kind == kind && row.archived_on.is_none());
        let (state, text, acts) = match found {
            None => (
                StepState::Current,
                msg::channels_named_missing(lang).to_owned(),
                vec![
                    Button::new(id, msg::channels_add(lang), Ask::Channel(None, kind))
                        .about(text::channel::kind(lang, kind)),
                ],
            ),
            Some(channel) if channel.created_on.is_none() => {
                (StepState::Current, msg::channels_named_planned(lang, &channel.name), Vec::new())
            }
            Some(channel) => (StepState::Done, channel.name.clone(), Vec::new()),
        };
        Step { title: text::channel::kind(lang, kind).to_owned(), text, state, clause: Some(clause!("2.1/13")), acts }
    };
    vec![step(ChannelKind::General, "channel-general"), step(ChannelKind::Staff, "channel-staff")]
}

fn outsiders(room: &Room) -> Vec<Step> {
    let lang = room.lang;
    let of = |channel: &Channel| {
        let rows: Vec<Step> = channel
            .extra
            .iter()
            .map(|person| {
                let name = room.school.person_name(*person);
                let out =
                    Button::new("outsider-out", msg::channels_outsider_out(lang), Deed::Outside(channel.id, *person));
                Step {
                    title: name.clone(),
                    text: msg::channels_outsider_text(lang, &channel.name),
                    state: StepState::Open,
                    clause: Some(clause!("2.1/13")),
                    acts: vec![out.about(name)],
                }
            })
            .collect();
        rows
    };
    sorted(room).into_iter().filter(|channel| channel.archived_on.is_none()).flat_map(of).collect()
}

/// Whether the editor of a channel may publish (2.1/13); nothing stands against a channel without one.
pub(super) fn editor_leave(room: &Room, editor: Option<PersonId>) -> Leave {
    editor.map_or(Ok(()), |editor| Question::new(editor, PUBLISH, room.index.day).ask(room.school, room.regulation))
}

fn card(room: &Room, channel: &Channel) -> Card {
    let lang = room.lang;
    let people = audience::of_groups(room.school, room.index, &channel.audience);
    let groups: Vec<&str> = channel.audience.iter().map(|group| text::audience::group(lang, *group)).collect();
    let mut lines = vec![text::channel::kind(lang, channel.kind).to_owned()];
    lines.push(if groups.is_empty() {
        msg::channels_no_audience(lang).to_owned()
    } else {
        let reach = text::audience::reach(lang, Reach::of(room.school, people));
        msg::channels_audience(lang, &groups.join(", "), &reach)
    });
    lines.push(match channel.editor {
        None => msg::channels_no_editor(lang).to_owned(),
        Some(editor) => match kit::refused(room, &editor_leave(room, Some(editor))) {
            None => msg::channels_editor(lang, &room.school.person_name(editor)),
            Some(why) => why,
        },
    });
    if !channel.link.is_empty() {
        lines.push(channel.link.clone());
    }
    let badge = match (channel.created_on, channel.archived_on) {
        (_, Some(on)) => (msg::channels_archived(lang, &date::short(on)), Tone::Plain),
        (Some(on), None) => (msg::channels_created(lang, &date::short(on)), Tone::Success),
        (None, None) => (msg::channels_planned(lang).to_owned(), Tone::Warning),
    };
    let about = || channel.name.clone();
    let button = |id, label: &str, ask: Ask| Button::new(id, label, ask).about(about());
    let mut acts = vec![button("channel-edit", msg::edit(lang), Ask::Channel(Some(channel.id), channel.kind))];
    if channel.archived_on.is_none() {
        if channel.created_on.is_none() {
            acts.push(button("channel-created", msg::channels_mark_created(lang), Ask::Created(channel.id)));
        }
        acts.push(button("channel-outsiders", msg::channels_note_outsiders(lang), Ask::Outsiders(channel.id)));
        acts.push(button("channel-archive", msg::channels_archive(lang), Ask::Archive(channel.id)));
    } else {
        acts.push(
            Button::new("channel-restore", msg::channels_restore(lang), Deed::Restore(channel.id)).about(about()),
        );
    }
    acts.push(remove(room, RecordKey::to::<Channel>(channel.id), "channel-remove").about(about()));
    Card { title: channel.name.clone(), href: None, badge: Some(badge), lines, clause: Some(clause!("2.1/13")), acts }
}

/// The button that removes a record; it can be undone.
fn remove(room: &Room, key: RecordKey, id: &'static str) -> Button {
    Button::new(id, msg::delete(room.lang), Deed::Remove(key)).danger()
}

fn channel_name(room: &Room, id: Option<ChannelId>) -> String {
    id.and_then(|id| room.school.channels().get(&id)).map(|channel| channel.name.clone()).unwrap_or_default()
}

impl Doing for Deed {
    fn command(&self, room: &Room, _making: &mut Making) -> Result<Command, Refusal> {
        let missing = |kind: RecordKind| Refusal::new(clause!("2.1/13"), Reason::MissingRecord { kind });
        let channel = |id: &ChannelId| {
            let row = room.school.channels().get(id).ok_or_else(|| missing(RecordKind::Channel))?;
            Ok::<Channel, Refusal>(row.as_ref().clone())
        };
        let on = room.context.today;
        Ok(match self {
            Self::Accept(id) => MoveMaterial { id: *id, step: MaterialStep::Accept { on }, leave: Ok(()) }.into(),
            Self::Ready(id) => MovePublication { id: *id, step: PublicationStep::Ready, leave: Ok(()) }.into(),
            Self::Reopen(id) => MovePublication { id: *id, step: PublicationStep::Reopen, leave: Ok(()) }.into(),
            Self::Outside(id, person) => {
                let mut channel = channel(id)?;
                channel.extra.remove(person);
                Command::Save(channel.into())
            }
            Self::Restore(id) => Command::Save(Channel { archived_on: None, ..channel(id)? }.into()),
            Self::Remove(key) => Command::Remove(*key),
        })
    }
}

#[cfg(test)]
mod tests;

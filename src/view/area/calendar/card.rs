//! Events as cards: the board by state, and what overlaps.

use super::{Ask, Deed, Known, overlap_lines, tone};
use crate::domain::{Event, EventState};
use crate::plan::audience::Fit;
use crate::plan::overlap::Overlap;
use crate::text::{self, msg};
use crate::view::page::{Button, Card, Lane, Tone};
use crate::view::room::Room;

/// Whether a state belongs into a lane.
type Fits = fn(&EventState) -> bool;

/// The lanes of the board.
pub fn lanes(room: &Room, rows: &[&Event], known: &Known) -> Vec<Lane> {
    let lang = room.lang;
    let states: [(&str, Fits); 4] = [
        (msg::events_lane_planned(lang), |state| matches!(state, EventState::Planned)),
        (msg::events_lane_rehearsed(lang), |state| matches!(state, EventState::Rehearsed { .. })),
        (msg::events_lane_held(lang), |state| matches!(state, EventState::Held { .. })),
        (msg::events_lane_cancelled(lang), |state| matches!(state, EventState::Cancelled { .. })),
    ];
    let column = |(title, fits): (&str, Fits)| {
        let mut fitting: Vec<&Event> = rows.iter().copied().filter(|row| fits(&row.state)).collect();
        if fitting.first().is_some_and(|row| !row.state.is_open()) {
            // Of what is over, the latest first.
            fitting.reverse();
        }
        Lane::of(title, fitting, |row| card(room, row, known))
    };
    states.into_iter().map(column).collect()
}

fn card(room: &Room, event: &Event, known: &Known) -> Card {
    let lang = room.lang;
    let mut lines = vec![format!("{} · {}", text::event::kind(lang, event.kind), text::event::when(event))];
    lines.push(match event.host {
        Some(host) => msg::events_host_of(lang, &room.school.person_name(host)),
        None => msg::events_no_host(lang).to_owned(),
    });
    let summary = text::audience::summary(lang, room.school, &event.audience);
    if summary.is_empty() {
        lines.push(msg::events_no_audience(lang).to_owned());
    } else {
        let reach = known.reach(event.id);
        lines.push(msg::events_audience_of(lang, &summary));
        lines.push(text::audience::reach(lang, reach));
        if let fit @ Fit::TooMany { .. } = Fit::of(room.school, reach.on_platform) {
            lines.push(text::audience::fit(lang, fit));
        }
    }
    if !event.place.is_empty() {
        lines.push(event.place.clone());
    }
    if !event.attended.is_empty() {
        lines.push(msg::events_attended_count(lang, event.attended.len() as u64));
    }
    let found = known.overlaps(event.id);
    lines.extend(overlap_lines(room, event.id, found));
    let tone = if found.is_empty() { tone(room, event) } else { Tone::Error };
    Card {
        title: event.title.clone(),
        href: None,
        badge: Some((text::event::state(lang, &event.state), tone)),
        lines,
        clause: Some(event.kind.clause()),
        acts: acts(room, event),
    }
}

/// What can be done with an event.
pub fn acts(room: &Room, event: &Event) -> Vec<Button> {
    let lang = room.lang;
    let about = || event.title.clone();
    let button = |id, label: &str, ask: Ask| Button::new(id, label, ask).about(about());
    let mut acts = Vec::new();
    if event.state == EventState::Planned {
        acts.push(button("event-rehearse", msg::events_rehearse(lang), Ask::Rehearse(event.id)));
    }
    if event.state.is_open() {
        acts.push(button("event-hold", msg::events_hold(lang), Ask::Hold(event.id)));
        acts.push(button("event-cancel", msg::events_cancel(lang), Ask::Cancel(event.id)));
    } else {
        acts.push(Button::new("event-reopen", msg::events_reopen(lang), Deed::Reopen(event.id)).about(about()));
    }
    acts.push(button("event-edit", msg::edit(lang), Ask::Edit(event.id)));
    acts.push(button("event-copy", msg::events_copy(lang), Ask::Copy(event.id)));
    acts.push(Button::new("event-remove", msg::delete(lang), Deed::Remove(event.id)).danger().about(about()));
    acts
}

/// Two events that overlap.
pub fn overlap(room: &Room, found: &Overlap) -> Option<Card> {
    let events = room.school.events();
    let (first, second) = (events.get(&found.first)?, events.get(&found.second)?);
    let lang = room.lang;
    let shared = found.shared.iter().map(|shared| text::event::shared(lang, room.school, shared));
    let lines = [first, second].map(|event| format!("{} · {}", event.title, text::event::when(event)));
    let edit = |id: &'static str, event: &Event| {
        Button::new(id, msg::edit(lang), Ask::Edit(event.id)).about(event.title.clone())
    };
    Some(Card {
        title: msg::events_overlap_title(lang, &first.title, &second.title),
        href: None,
        badge: Some((msg::events_overlap_badge(lang).to_owned(), Tone::Error)),
        lines: lines.into_iter().chain(shared).collect(),
        clause: Some(second.kind.clause()),
        acts: vec![edit("overlap-first", first), edit("overlap-second", second)],
    })
}

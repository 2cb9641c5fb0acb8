//! Materials of the administration by how far they are (2.2/5).

use super::{Ask, Deed, channel_name, remove};
use crate::clause;
use crate::domain::{Material, MaterialState, RecordKey};
use crate::text::{self, date, msg};
use crate::view::page::{Body, Button, Card, Lane, Section, Tone};
use crate::view::room::Room;

/// Whether a state belongs into a lane.
type Fits = fn(&MaterialState) -> bool;

/// The board of materials.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let mut rows: Vec<&Material> = room.school.materials().values().map(AsRef::as_ref).collect();
    if rows.is_empty() {
        let body = Body::Empty {
            title: msg::channels_materials_none(lang).to_owned(),
            text: msg::channels_materials_none_text(lang).to_owned(),
            acts: vec![Button::new("material-first", msg::channels_material_add(lang), Ask::Material(None))],
        };
        return vec![Section::new("materials", "", body).clause(clause!("2.2/5"))];
    }
    rows.sort_by_key(|row| (row.due.is_none(), row.due, row.id));
    let lanes: [(&str, Fits); 4] = [
        (msg::channels_lane_requested(lang), |state| matches!(state, MaterialState::Requested)),
        (msg::channels_lane_submitted(lang), |state| matches!(state, MaterialState::Submitted { .. })),
        (msg::channels_lane_returned(lang), |state| matches!(state, MaterialState::Returned { .. })),
        (msg::channels_lane_accepted(lang), |state| matches!(state, MaterialState::Accepted { .. })),
    ];
    let board = lanes.into_iter().map(|(title, fits)| {
        let fitting: Vec<&Material> = rows.iter().copied().filter(|row| fits(&row.state)).collect();
        Lane::of(title, fitting, |row| card(room, row))
    });
    vec![Section::new("materials", "", Body::Board(board.collect())).clause(clause!("2.2/5"))]
}

fn card(room: &Room, row: &Material) -> Card {
    let lang = room.lang;
    let is_open = !matches!(row.state, MaterialState::Accepted { .. });
    let is_late = is_open && row.due.is_some_and(|due| due < room.context.today);
    let mut lines = Vec::new();
    let channel = channel_name(room, row.channel);
    lines.extend((!channel.is_empty()).then_some(channel));
    lines.push(match row.author {
        Some(author) => msg::channels_author(lang, &room.school.person_name(author)),
        None => msg::channels_no_author(lang).to_owned(),
    });
    if let Some(due) = row.due {
        let due = date::short(due);
        lines.push(if is_late { msg::channels_overdue(lang, &due) } else { msg::channels_due(lang, &due) });
    }
    if let MaterialState::Returned { reason, .. } = &row.state {
        lines.push(reason.clone());
    }
    let tone = match row.state {
        _ if is_late => Tone::Error,
        MaterialState::Requested => Tone::Plain,
        MaterialState::Submitted { .. } => Tone::Info,
        MaterialState::Returned { .. } => Tone::Warning,
        MaterialState::Accepted { .. } => Tone::Success,
    };
    Card {
        title: row.title.clone(),
        href: None,
        badge: Some((text::channel::material(lang, &row.state), tone)),
        lines,
        clause: Some(clause!("2.2/5")),
        acts: acts(room, row),
    }
}

fn acts(room: &Room, row: &Material) -> Vec<Button> {
    let lang = room.lang;
    let about = || row.title.clone();
    let button = |id, label: &str, ask: Ask| Button::new(id, label, ask).about(about());
    let submit = || button("material-submit", msg::channels_submit(lang), Ask::Submit(row.id));
    let hand_back = || button("material-return", msg::channels_return(lang), Ask::Return(row.id));
    let mut acts = match row.state {
        MaterialState::Requested | MaterialState::Returned { .. } => vec![submit()],
        MaterialState::Submitted { .. } => vec![
            Button::new("material-accept", msg::channels_accept(lang), Deed::Accept(row.id)).about(about()),
            hand_back(),
        ],
        MaterialState::Accepted { .. } => {
            let is_used = room.school.publications().values().any(|publication| publication.material == Some(row.id));
            let plan = (!is_used).then(|| {
                button("material-publish", msg::channels_publication_of(lang), Ask::Publication(None, Some(row.id)))
            });
            plan.into_iter().chain([hand_back()]).collect()
        }
    };
    acts.push(button("material-edit", msg::edit(lang), Ask::Material(Some(row.id))));
    acts.push(remove(room, RecordKey::to::<Material>(row.id), "material-remove").about(about()));
    acts
}

//! Channels, materials and publications in words.

use crate::domain::{ChannelKind, MaterialState, PublicationState};

use super::{Lang, date, msg};

/// Which channel it is.
#[must_use]
pub const fn kind(lang: Lang, kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::General => msg::channels_kind_general(lang),
        ChannelKind::Staff => msg::channels_kind_staff(lang),
        ChannelKind::Other => msg::channels_kind_other(lang),
    }
}

/// How far a material is.
#[must_use]
pub fn material(lang: Lang, state: &MaterialState) -> String {
    match state {
        MaterialState::Requested => msg::channels_material_requested(lang).to_owned(),
        MaterialState::Submitted { on } => msg::channels_material_submitted(lang, &date::short(*on)),
        MaterialState::Returned { on, reason } => msg::channels_material_returned(lang, &date::short(*on), reason),
        MaterialState::Accepted { on } => msg::channels_material_accepted(lang, &date::short(*on)),
    }
}

/// How far a publication is.
#[must_use]
pub fn publication(lang: Lang, state: &PublicationState) -> String {
    match state {
        PublicationState::Idea => msg::channels_publication_idea(lang).to_owned(),
        PublicationState::Material => msg::channels_publication_material(lang).to_owned(),
        PublicationState::Ready => msg::channels_publication_ready(lang).to_owned(),
        PublicationState::Published { on } => msg::channels_publication_published(lang, &date::short(*on)),
        PublicationState::Cancelled { reason } => msg::channels_publication_cancelled(lang, reason),
    }
}

//! Rules of channels, materials and publications (2.1/13, 2.2/5).

use chrono::NaiveDate;

use super::{Verdict, bounded, refuse, required, text};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::refusal::Reason;
use crate::domain::{Channel, ChannelKind, Material, MaterialState, Publication, PublicationState};

/// 2.1/13: the two channels that the regulation names are there once, and that of the staff is for the staff.
pub fn channels(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Channel>() {
        required(&row.name)?;
        bounded(&row.link)?;
        if row.created_on.zip(row.archived_on).is_some_and(|(from, to)| to < from) {
            return refuse(clause!("2.1/13"), Reason::PeriodBackwards);
        }
        if row.kind == ChannelKind::Staff && !row.audience.iter().all(|group| group.is_staff()) {
            return refuse(clause!("2.1/13"), Reason::OutsidersInStaffChannel);
        }
        let is_twin = |other: &&Channel| {
            other.id != row.id && other.kind == row.kind && other.archived_on.is_none() && row.archived_on.is_none()
        };
        if row.kind != ChannelKind::Other
            && let Some(twin) = draft.rows::<Channel>().find(is_twin)
        {
            return refuse(clause!("2.1/13"), Reason::ChannelTwice { name: twin.name.clone() });
        }
    }
    Ok(())
}

/// 2.2/5: a material has a title.
pub fn materials(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Material>() {
        required(&row.title)?;
        text(&row.text)?;
        if let MaterialState::Returned { reason, .. } = &row.state {
            bounded(reason)?;
        }
    }
    Ok(())
}

/// 2.1/13, 2.2/5: what is ready to go out rests on an accepted material. What is out stays out.
pub fn publications(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Publication>() {
        required(&row.title)?;
        let title = || row.title.clone();
        if let PublicationState::Cancelled { reason } = &row.state {
            bounded(reason)?;
        }
        if !matches!(row.state, PublicationState::Material | PublicationState::Ready) {
            continue;
        }
        let Some(material) = row.material.and_then(|id| draft.get::<Material>(id)) else {
            return refuse(clause!("2.2/5"), Reason::NoMaterial { title: title() });
        };
        if row.state == PublicationState::Ready && !matches!(material.state, MaterialState::Accepted { .. }) {
            return refuse(clause!("2.2/5"), Reason::MaterialNotAccepted { title: title() });
        }
    }
    Ok(())
}

//! L15: the named channels are there, have an editor, publish what they were given, and keep to their audience.

use std::collections::BTreeSet;

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{AudienceGroup, Channel, ChannelKind, PersonId, Publication, PublicationState};

pub(super) fn review(ground: &Ground, found: &mut Vec<Finding>) {
    let is_live = |row: &&Channel| row.archived_on.is_none_or(|on| on > ground.day);
    let channels: Vec<&Channel> = ground.school.channels().values().map(AsRef::as_ref).filter(is_live).collect();
    // 2.1/13: the two channels that the text names exist on the platform.
    for kind in [ChannelKind::General, ChannelKind::Staff] {
        if !channels.iter().any(|row| row.kind == kind && row.created_on.is_some_and(|on| on <= ground.day)) {
            let issue = Issue::NoChannel { kind };
            found.push(Finding::error(Lint::Channel, clause!("2.1/13"), issue, Remedy::Channels));
        }
    }
    for row in &channels {
        let channel = row.id;
        let mut say = |finding: Finding, people: &BTreeSet<PersonId>| {
            found.push(finding.people(people.iter().copied()).shown_by::<Channel>(channel));
        };
        let nobody = BTreeSet::new();
        // 2.1/13: somebody of the staff runs it.
        if row.editor.is_none_or(|editor| !ground.index.is_staff(editor)) {
            say(
                Finding::warning(Lint::Channel, clause!("2.1/13"), Issue::NoEditor { channel }, Remedy::Channels),
                &nobody,
            );
        }
        if row.kind != ChannelKind::Staff {
            continue;
        }
        // 2.1/13: the channel of the staff is read by the staff.
        let outsiders: BTreeSet<PersonId> =
            row.extra.iter().copied().filter(|person| !ground.index.is_staff(*person)).collect();
        if !outsiders.is_empty() {
            let issue = Issue::StaffChannelOutsiders { channel, count: outsiders.len() };
            say(Finding::error(Lint::Channel, clause!("2.1/13"), issue, Remedy::Channels), &outsiders);
        }
        if row.audience.iter().any(|group| matches!(group, AudienceGroup::Students | AudienceGroup::Parents)) {
            let issue = Issue::StaffChannelAudience { channel };
            say(Finding::error(Lint::Channel, clause!("2.1/13"), issue, Remedy::Channels), &nobody);
        }
    }
    // 2.2/5: what is published was supplied by the administration.
    for row in ground.school.publications().values() {
        let is_going = matches!(row.state, PublicationState::Ready | PublicationState::Published { .. });
        if is_going && row.material.is_none() {
            let issue = Issue::PostWithoutMaterial { publication: row.id };
            let finding = Finding::warning(Lint::Channel, clause!("2.2/5"), issue, Remedy::Publications);
            found.push(finding.shown_by::<Publication>(row.id));
        }
    }
}

//! What a request to join keeps: a decision stays, and whoever is let in is somebody of the roster (2.1/9, 2.7/1).

use chrono::NaiveDate;

use super::{Verdict, bounded, has_post, person_name, refuse, required};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::{Enrolment, InviteRole, JoinRequest, Period, PersonId, Reason, RequestState};

/// Checks the requests that were written or would go.
pub(super) fn requests(draft: &Draft, _: NaiveDate) -> Verdict {
    if draft.removed_rows::<JoinRequest>().any(|row| !row.state.is_open()) {
        return refuse(clause!("2.1/9"), Reason::RequestKept);
    }
    for row in draft.written_rows::<JoinRequest>() {
        required(&row.name)?;
        bounded(&row.note)?;
        let before = draft.before().requests().get(&row.id).map(|before| &before.state);
        if let Some(before) = before.filter(|before| !before.is_open()) {
            if std::mem::discriminant(before) != std::mem::discriminant(&row.state) {
                return refuse(clause!("2.1/9"), Reason::RequestDecided);
            }
            continue;
        }
        if let RequestState::Approved { on, person, .. } = row.state {
            approval(draft, row, on, person)?;
        }
    }
    Ok(())
}

fn approval(draft: &Draft, row: &JoinRequest, on: NaiveDate, person: Option<PersonId>) -> Verdict {
    // 2.7/1: parents come by links into chats.
    if row.role == InviteRole::Parent {
        return refuse(clause!("2.7/1"), Reason::ParentBelongsInChats);
    }
    let Some(person) = person else { return refuse(clause!("2.1/9"), Reason::NobodyMatched) };
    let day = Period { from: Some(on), to: Some(on) };
    let fits = match row.role {
        InviteRole::Teacher => has_post(draft, person, day, |_| true),
        InviteRole::Student => draft.rows::<Enrolment>().any(|stay| {
            stay.student == person && stay.period.contains(on) && row.class.is_none_or(|class| class == stay.class)
        }),
        InviteRole::Parent => false,
    };
    if fits { Ok(()) } else { refuse(clause!("2.1/9"), Reason::RequestMismatch { person: person_name(draft, person) }) }
}

//! L11: requests to join are decided in time, against the roster, and never for a representative.

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{InviteRole, JoinRequest, RequestState};

pub(super) fn review(ground: &Ground, found: &mut Vec<Finding>) {
    for row in ground.school.requests().values() {
        let request = row.id;
        let mut say = |finding: Finding, people: Option<_>| {
            found.push(finding.people(people).classes(row.class).shown_by::<JoinRequest>(request));
        };
        match &row.state {
            // 2.1/9: considered within the days that the school gives itself.
            RequestState::New | RequestState::Asked { .. } => {
                let days = ground.age(row.on);
                if days > i64::from(ground.settings.request_days) {
                    let issue = Issue::RequestWaits { request, days };
                    say(Finding::warning(Lint::Request, clause!("2.1/9"), issue, Remedy::Requests), None);
                }
            }
            // 2.1/9, 2.7/1: a representative does not join the organisation.
            RequestState::Approved { person, .. } if row.role == InviteRole::Parent => {
                let issue = Issue::ParentApproved { request };
                let finding = Finding::error(Lint::Request, clause!("2.7/1"), issue, Remedy::Requests);
                say(finding.also(clause!("2.1/9")), *person);
            }
            // 2.1/9: accepted as somebody of the roster.
            RequestState::Approved { person, .. } => {
                if person.is_none_or(|person| !ground.school.people().contains_key(&person)) {
                    let issue = Issue::RequestUnmatched { request };
                    say(Finding::error(Lint::Request, clause!("2.1/9"), issue, Remedy::Requests), *person);
                }
            }
            RequestState::Declined { .. } | RequestState::Withdrawn { .. } => {}
        }
    }
}

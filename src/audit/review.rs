//! The whole review, and a memo that goes through only the families whose records changed.

use super::finding::Finding;
use super::ground::Ground;
use super::{
    administrator, channel, chat, event, invite, movement, people, regulation, request, staff, structure, support,
};
use crate::domain::{Context, School};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

type Family = fn(&Ground, &mut Vec<Finding>);

/// The families, in the order of their findings.
const FAMILIES: [Family; 12] = [
    regulation::review,
    administrator::review,
    structure::review,
    staff::review,
    invite::review,
    request::review,
    movement::review,
    channel::review,
    event::review,
    support::review,
    chat::review,
    people::review,
];

/// Reviews the whole plan. A bad plan is data, not an error. The gravest findings come first, then by lint.
#[must_use]
pub fn audit(school: &School, index: &Index, plan: &Plan, regulation: &Regulation, context: &Context) -> Vec<Finding> {
    let ground = Ground::new(school, index, plan, regulation, context.today);
    let mut found = Vec::new();
    for family in FAMILIES {
        family(&ground, &mut found);
    }
    found.sort_by_key(|finding| (finding.severity, finding.lint));
    found
}

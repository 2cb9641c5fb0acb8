//! Acts on chats: what the school writes down about what it did on the platform (2.2/6, 2.3/3, 2.4/3).
//!
//! They look at the plan, because who belongs into a chat and who may own it follows from rules; the rules that any
//! record of a chat keeps are in the domain.

mod change;
mod choose;
mod create;
mod keeper;
mod member;
mod other;
mod reconcile;
mod tick;
mod turn;

pub use change::{ChangeChat, ChatDetails, EquipChats, ModeratorChoice};
pub use choose::ChooseChats;
pub use create::{CreateChats, ExcuseChats, NewChat};
pub use keeper::Keepers;
pub use member::{ExceptMembers, ExceptionKind, Progress, WithdrawException};
pub use other::OpenOther;
pub use reconcile::{ReconcileChat, ReconcileClass};
pub use tick::{ChatStep, ChatTick, TickChats};
pub use turn::{ChatTurn, TurnChats};

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Index, Plan, planning_day};
use crate::clause;
use crate::domain::{Chat, ChatId, ClauseId, Draft, Reason, RecordKind, Refusal, School};
use crate::regulation::Regulation;

/// The clause on which a chat rests: that of its rule, or the one that leaves it open.
#[must_use]
pub fn clause_of(regulation: &Regulation, chat: &Chat) -> ClauseId {
    regulation.chat_rule(&chat.rule).map_or(clause!("4.3"), |rule| rule.clause)
}

/// What follows from the school as it is when an act comes.
fn derive(school: &School, regulation: &Regulation, today: NaiveDate) -> Plan {
    Plan::of(school, &Index::of(school, today), regulation)
}

/// The day for which rights are asked: that of the plan, so that one plans in summer for autumn.
fn day_of(school: &School, today: NaiveDate) -> NaiveDate {
    planning_day(school, today)
}

/// The chat, or the refusal that it is gone.
fn existing(draft: &Draft, chat: ChatId) -> Result<Arc<Chat>, Refusal> {
    let missing = || Refusal::new(clause!("4.3"), Reason::MissingRecord { kind: RecordKind::Chat });
    draft.before().chats().get(&chat).cloned().ok_or_else(missing)
}

/// The names of a few chats, for the journal.
fn caption<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.take(4).collect();
    match names.as_slice() {
        [a, b, c, _] => [a, b, c, "…"].join(", "),
        names => names.join(", "),
    }
}

/// The names of recorded chats, for the journal.
fn captions(school: &School, chats: impl Iterator<Item = ChatId>) -> String {
    caption(chats.filter_map(|id| school.chats().get(&id)).map(|chat| chat.name.as_str()))
}

#[cfg(test)]
mod tests;

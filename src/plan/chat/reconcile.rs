//! What a list of real members says, written down: known differences of a chat, and who joined a class.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{captions, existing};
use crate::clause;
use crate::domain::{
    Act, Chat, ChatId, ChatState, ClassId, ClauseId, Context, Draft, MemberRole, Membership, MembershipId, Period,
    PersonId, Reason, RecordKey, RecordKind, Refusal, School, Verb,
};

/// Writes down how the real members of a chat differ from the plan.
#[derive(Debug, Clone)]
pub struct ReconcileChat {
    /// The clause of the chat.
    pub clause: ClauseId,
    /// Which chat.
    pub chat: ChatId,
    /// When the list was taken.
    pub on: NaiveDate,
    /// Who belongs there and is not there.
    pub missing: BTreeSet<PersonId>,
    /// Who is there and does not belong.
    pub extra: BTreeSet<PersonId>,
    /// Who is there in a wrong role.
    pub misroled: BTreeSet<PersonId>,
    /// Names that fit nobody.
    pub strangers: BTreeSet<String>,
}

impl Act for ReconcileChat {
    fn clause(&self) -> ClauseId {
        self.clause
    }
    fn verb(&self) -> Verb {
        Verb::Reconcile
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, school: &School) -> String {
        captions(school, std::iter::once(self.chat))
    }
    fn write(&self, draft: &mut Draft, _context: &Context) -> Result<(), Refusal> {
        let chat = existing(draft, self.chat)?;
        // A list of its members shows that the chat is in use.
        let state = match chat.state {
            ChatState::Created { .. } => ChatState::Active { since: self.on },
            ref state if state.is_live() => state.clone(),
            _ => return Err(Refusal::new(self.clause, Reason::ChatState { chat: chat.name.clone() })),
        };
        draft.save(Chat {
            state,
            checked: Some(self.on),
            missing: self.missing.clone(),
            extra: self.extra.clone(),
            misroled: self.misroled.clone(),
            strangers: self.strangers.clone(),
            ..(*chat).clone()
        });
        Ok(())
    }
}

/// Writes down who is in a class or the staff room: who joined, and who is there no more (2.1/4, 2.1/6).
#[derive(Debug, Clone)]
pub struct ReconcileClass {
    /// Which class.
    pub class: ClassId,
    /// When the list was taken.
    pub on: NaiveDate,
    /// Who is there and was not written down, with the identity of the new record.
    pub joined: BTreeMap<PersonId, (MembershipId, MemberRole)>,
    /// Who was written down and is not there.
    pub left: BTreeSet<PersonId>,
}

impl Act for ReconcileClass {
    fn clause(&self) -> ClauseId {
        clause!("2.1/6")
    }
    fn verb(&self) -> Verb {
        Verb::Reconcile
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Class
    }
    fn subject(&self, school: &School) -> String {
        school.class_name(self.class)
    }
    fn write(&self, draft: &mut Draft, _context: &Context) -> Result<(), Refusal> {
        let school = draft.before();
        let rows =
            school.memberships().values().filter(|row| row.class == self.class && self.left.contains(&row.person));
        for row in rows.filter(|row| row.period.contains(self.on)) {
            if row.period.from == Some(self.on) {
                draft.remove(RecordKey::to::<Membership>(row.id));
            } else {
                let period = Period { to: self.on.pred_opt(), ..row.period };
                draft.save(Membership { period, ..(**row).clone() });
            }
        }
        for (person, (id, role)) in &self.joined {
            let (class, period) = (self.class, Period::since(self.on));
            draft.save(Membership { id: *id, person: *person, class, role: *role, period });
        }
        Ok(())
    }
}

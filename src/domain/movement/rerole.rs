//! Mending a wrong role or a wrong class: the platform changes neither, so one leaves and joins anew (SPEC section 2).

use super::{Movement, MovementKind, MovementStep, StepAction};
use crate::clause;
use crate::domain::act::Act;
use crate::domain::clause::ClauseId;
use crate::domain::command::{Context, end_before};
use crate::domain::draft::Draft;
use crate::domain::id::{InviteId, MembershipId, MovementId};
use crate::domain::label::Verb;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};
use crate::domain::staff::Membership;
use crate::domain::{Invite, InviteRole, InviteState, InviteTarget};

/// Ends a membership, revokes its link, prepares a new one, and asks for both on the platform.
#[derive(Debug, Clone, PartialEq)]
pub struct ReRole {
    /// Identity of the movement.
    pub id: MovementId,
    /// The membership that is wrong.
    pub membership: MembershipId,
    /// The new link, a draft until the platform has given it.
    pub invite: InviteId,
    /// Where it leads.
    pub target: InviteTarget,
    /// In which role.
    pub role: InviteRole,
    /// The school's own note.
    pub note: String,
}

impl Act for ReRole {
    fn clause(&self) -> ClauseId {
        clause!("2.1/11")
    }

    fn verb(&self) -> Verb {
        Verb::ReRole
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Movement
    }

    fn subject(&self, school: &School) -> String {
        school.memberships().get(&self.membership).map(|row| school.person_name(row.person)).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        let gone = || Refusal::new(clause!("4.3"), Reason::MissingRecord { kind: RecordKind::Membership });
        let wrong = draft.get::<Membership>(self.membership).ok_or_else(gone)?.clone();
        let person = wrong.person;
        // 2.7/1: a parent enters a chat, never a class or the staff room.
        if self.role == InviteRole::Parent && matches!(self.target, InviteTarget::Class(_)) {
            return Err(Refusal::new(clause!("2.7/1"), Reason::ParentBelongsInChats));
        }
        end_before(draft, context.today, |row: &Membership| row.id == self.membership, |row| &mut row.period);
        let mut steps = vec![StepAction::LeaveClass(wrong.class)];
        let is_old = |row: &Invite| {
            row.target == InviteTarget::Class(wrong.class)
                && row.state.is_open()
                && row.addressees.len() == 1
                && row.addressees.contains(&person)
        };
        let old: Vec<Invite> = draft.rows::<Invite>().filter(|row| is_old(row)).cloned().collect();
        for mut invite in old {
            steps.push(StepAction::RevokeInvite(invite.id));
            invite.state = InviteState::Superseded { on: context.today, by: Some(self.invite) };
            draft.save(invite);
        }
        draft.save(Invite {
            id: self.invite,
            target: self.target,
            role: self.role,
            addressees: [person].into(),
            link: String::new(),
            issued_by: None,
            issued_on: None,
            expires_on: None,
            max_uses: Some(1),
            sent: Vec::new(),
            uses: Vec::new(),
            state: InviteState::Draft,
            note: String::new(),
        });
        let to = match self.target {
            InviteTarget::Class(id) => {
                steps.push(StepAction::JoinClass(id));
                Some(id)
            }
            InviteTarget::Chat(id) => {
                steps.push(StepAction::JoinChat(id));
                None
            }
        };
        let steps = steps.into_iter().map(|action| MovementStep { action, person: None, done: None }).collect();
        draft.save(Movement {
            id: self.id,
            kind: MovementKind::ReRole,
            person,
            on: context.today,
            order: None,
            from: Some(wrong.class),
            to,
            place: String::new(),
            steps,
            note: self.note.clone(),
        });
        Ok(())
    }
}

//! Acts on invites that need somebody's right: issuing, revoking, the sweep (2.1/6, 2.1/12, 2.5/1, 2.7/1).

use chrono::NaiveDate;

use crate::clause;
use crate::domain::invite_act::{about, issued};
use crate::domain::{
    Act, ClauseId, Context, Draft, Invite, InviteId, InviteRole, InviteState, InviteTarget, Leave, LocalAct,
    LocalActKind, Reason, RecordKind, Refusal, School, Verb,
};

/// Issues invites, as plans that wait for their links or with their links.
#[derive(Debug)]
pub struct IssueInvites {
    /// Whether the issuer may.
    pub leave: Leave,
    /// The new invites: drafts, or issued where the link is known.
    pub invites: Vec<Invite>,
}

impl Act for IssueInvites {
    fn clause(&self) -> ClauseId {
        // 2.7/1 parents, 2.5/1 students into chats, 2.1/6 into classes and the staff room.
        match self.invites.first().map(|invite| (invite.role, invite.target)) {
            Some((InviteRole::Parent, _)) => clause!("2.7/1"),
            Some((InviteRole::Student, InviteTarget::Chat(_))) => clause!("2.5/1"),
            _ => clause!("2.1/6"),
        }
    }
    fn verb(&self) -> Verb {
        Verb::IssueInvites
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        self.invites.first().map(|invite| school.target_name(invite.target)).unwrap_or_default()
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        self.leave.clone()?;
        if self.invites.is_empty() {
            return Err(Refusal::new(self.clause(), Reason::NothingChosen));
        }
        for invite in &self.invites {
            draft.save(invite.clone());
        }
        Ok(())
    }
}

/// Revokes one invite with a reason (2.1/12).
#[derive(Debug)]
pub struct RevokeInvite {
    /// Whether the person who revokes may.
    pub leave: Leave,
    /// Which.
    pub id: InviteId,
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

impl Act for RevokeInvite {
    fn clause(&self) -> ClauseId {
        clause!("2.1/12")
    }
    fn verb(&self) -> Verb {
        Verb::RevokeInvite
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Invite
    }
    fn subject(&self, school: &School) -> String {
        about(school, [self.id])
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        self.leave.clone()?;
        if self.reason.trim().is_empty() {
            return Err(Refusal::new(clause!("2.1/12"), Reason::EmptyField));
        }
        let invite = issued(draft, self.id)?;
        let state = InviteState::Revoked { on: self.on, reason: self.reason.clone(), act: None };
        draft.save(Invite { state, ..invite });
        Ok(())
    }
}

/// Revokes unclaimed invites by one act with a number (2.1/12).
#[derive(Debug)]
pub struct SweepInvites {
    /// Whether the person who signs may, for the places that are swept.
    pub leaves: Vec<Leave>,
    /// The act: its number, day, title and who signs.
    pub act: LocalAct,
    /// Which invites, each with its reason in words.
    pub rows: Vec<(InviteId, String)>,
}

impl Act for SweepInvites {
    fn clause(&self) -> ClauseId {
        clause!("2.1/12")
    }
    fn verb(&self) -> Verb {
        Verb::SweepInvites
    }
    fn kind(&self) -> RecordKind {
        RecordKind::LocalAct
    }
    fn subject(&self, _: &School) -> String {
        format!("№ {} · {}", self.act.number, self.rows.len())
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        self.leaves.iter().try_for_each(Clone::clone)?;
        if self.rows.is_empty() {
            return Err(Refusal::new(clause!("2.1/12"), Reason::NothingChosen));
        }
        draft.save(LocalAct { kind: LocalActKind::Act, ..self.act.clone() });
        for (id, reason) in &self.rows {
            let invite = issued(draft, *id)?;
            // 2.1/12: only what nobody used; the rest is closed, expired or revoked one by one.
            if !invite.uses.is_empty() {
                return Err(Refusal::new(clause!("2.1/12"), Reason::InviteClaimed));
            }
            let state = InviteState::Revoked { on: self.act.date, reason: reason.clone(), act: Some(self.act.id) };
            draft.save(Invite { state, ..invite });
        }
        Ok(())
    }
}

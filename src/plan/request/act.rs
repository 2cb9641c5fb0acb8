//! Decisions on requests to join (2.1/9).

use chrono::NaiveDate;

use crate::clause;
use crate::domain::{
    Act, Class, ClauseId, Context, Draft, InviteRole, JoinRequest, JoinRequestId, Leave, MemberRole, Membership,
    MembershipId, Period, PersonId, Reason, RecordKind, Refusal, RequestState, School, Verb,
};

fn open(draft: &Draft, id: JoinRequestId) -> Result<JoinRequest, Refusal> {
    let missing = || Refusal::new(clause!("2.1/9"), Reason::MissingRecord { kind: RecordKind::JoinRequest });
    let request = draft.get::<JoinRequest>(id).cloned().ok_or_else(missing)?;
    if request.state.is_open() { Ok(request) } else { Err(Refusal::new(clause!("2.1/9"), Reason::RequestDecided)) }
}

fn name(school: &School, id: JoinRequestId) -> String {
    school.requests().get(&id).map(|request| request.name.clone()).unwrap_or_default()
}

/// Lets somebody of the roster in, who becomes a member of the class or the staff room.
#[derive(Debug)]
pub struct ApproveRequest {
    /// Whether the person who decides may.
    pub leave: Leave,
    /// Which.
    pub id: JoinRequestId,
    /// As whom.
    pub person: PersonId,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub on: NaiveDate,
    /// Identity of the membership that follows.
    pub membership: MembershipId,
}

impl Act for ApproveRequest {
    fn clause(&self) -> ClauseId {
        clause!("2.1/9")
    }
    fn verb(&self) -> Verb {
        Verb::ApproveRequest
    }
    fn kind(&self) -> RecordKind {
        RecordKind::JoinRequest
    }
    fn subject(&self, school: &School) -> String {
        name(school, self.id)
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let request = open(draft, self.id)?;
        // 2.7/1: a parent enters chats by a link; there is no request to approve.
        if request.role == InviteRole::Parent {
            return Err(Refusal::new(clause!("2.7/1"), Reason::ParentBelongsInChats));
        }
        self.leave.clone()?;
        if let Some(class) = request.class {
            let is_member = draft.rows::<Membership>().any(|row| {
                row.person == self.person && row.class == class && row.period.to.is_none_or(|to| to >= self.on)
            });
            if !is_member && draft.get::<Class>(class).is_some() {
                let role = if request.role == InviteRole::Student { MemberRole::Student } else { MemberRole::Teacher };
                let (person, period) = (self.person, Period::since(self.on));
                draft.save(Membership { id: self.membership, person, class, role, period });
            }
        }
        let state = RequestState::Approved { on: self.on, person: Some(self.person), by: Some(self.by) };
        draft.save(JoinRequest { state, ..request });
        Ok(())
    }
}

/// Declines requests with a reason.
#[derive(Debug)]
pub struct DeclineRequests {
    /// Whether the person who decides may.
    pub leave: Leave,
    /// Which.
    pub ids: Vec<JoinRequestId>,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub on: NaiveDate,
}

impl Act for DeclineRequests {
    fn clause(&self) -> ClauseId {
        clause!("2.1/9")
    }
    fn verb(&self) -> Verb {
        Verb::DeclineRequest
    }
    fn kind(&self) -> RecordKind {
        RecordKind::JoinRequest
    }
    fn subject(&self, school: &School) -> String {
        let names: Vec<String> = self.ids.iter().take(3).map(|id| name(school, *id)).collect();
        names.join(", ")
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        self.leave.clone()?;
        if self.ids.is_empty() {
            return Err(Refusal::new(clause!("2.1/9"), Reason::NothingChosen));
        }
        if self.reason.trim().is_empty() {
            return Err(Refusal::new(clause!("2.1/9"), Reason::EmptyField));
        }
        for id in &self.ids {
            let request = open(draft, *id)?;
            let state = RequestState::Declined { on: self.on, reason: self.reason.clone(), by: Some(self.by) };
            draft.save(JoinRequest { state, ..request });
        }
        Ok(())
    }
}

/// Asks the person for more.
#[derive(Debug)]
pub struct AskRequest {
    /// Which.
    pub id: JoinRequestId,
    /// What.
    pub question: String,
    /// When.
    pub on: NaiveDate,
}

impl Act for AskRequest {
    fn clause(&self) -> ClauseId {
        clause!("2.1/9")
    }
    fn verb(&self) -> Verb {
        Verb::AskRequest
    }
    fn kind(&self) -> RecordKind {
        RecordKind::JoinRequest
    }
    fn subject(&self, school: &School) -> String {
        name(school, self.id)
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        if self.question.trim().is_empty() {
            return Err(Refusal::new(clause!("2.1/9"), Reason::EmptyField));
        }
        let request = open(draft, self.id)?;
        let state = RequestState::Asked { on: self.on, question: self.question.clone() };
        draft.save(JoinRequest { state, ..request });
        Ok(())
    }
}

/// Writes down that the person took the request back.
#[derive(Debug)]
pub struct WithdrawRequest {
    /// Which.
    pub id: JoinRequestId,
    /// When.
    pub on: NaiveDate,
}

impl Act for WithdrawRequest {
    fn clause(&self) -> ClauseId {
        clause!("2.1/9")
    }
    fn verb(&self) -> Verb {
        Verb::WithdrawRequest
    }
    fn kind(&self) -> RecordKind {
        RecordKind::JoinRequest
    }
    fn subject(&self, school: &School) -> String {
        name(school, self.id)
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let request = open(draft, self.id)?;
        draft.save(JoinRequest { state: RequestState::Withdrawn { on: self.on }, ..request });
        Ok(())
    }
}

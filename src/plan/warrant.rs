//! That somebody was asked about before an act: the answer of the regulation, carried into the act that rests on it.

use chrono::NaiveDate;

use super::Index;
use crate::clause;
use crate::domain::{
    Chat, ChatScope, InviteRole, InviteTarget, LoadLineId, PersonId, Reason, RecordKind, Refusal, School,
};
use crate::regulation::{ActionId, Object, Regulation, decide};

/// Rows of the matrix that acts of the office rest on (SPEC section 3).
pub mod row {
    use crate::regulation::ActionId;

    /// Appoint the administrator of the platform (2.1/0).
    pub const APPOINT_ADMINISTRATOR: ActionId = ActionId(4);
    /// Invite to the staff room or a class as «учитель» (2.1/6).
    pub const INVITE_TEACHER: ActionId = ActionId(11);
    /// Invite to a class as «ученик» (2.1/6).
    pub const INVITE_STUDENT: ActionId = ActionId(12);
    /// Invite a student to a chat (2.5/1).
    pub const INVITE_STUDENT_TO_CHAT: ActionId = ActionId(13);
    /// Invite a parent to a chat (2.7/1).
    pub const INVITE_PARENT_TO_CHAT: ActionId = ActionId(14);
    /// Invite a parent to a class: nobody may (2.7/1).
    pub const INVITE_PARENT_TO_CLASS: ActionId = ActionId(15);
    /// Appoint an additional administrator (2.1/7).
    pub const APPOINT_ADDITIONAL: ActionId = ActionId(19);
    /// Decide on requests to join (2.1/9).
    pub const DECIDE_REQUEST: ActionId = ActionId(21);
    /// Confirm somebody's status (2.1/10).
    pub const CONFIRM_STATUS: ActionId = ActionId(22);
    /// Revoke unclaimed invites to the organisation (2.1/12).
    pub const REVOKE_INVITES: ActionId = ActionId(26);
    /// Revoke own unclaimed links to a chat (2.1/12, read widely).
    pub const REVOKE_CHAT_LINKS: ActionId = ActionId(27);
    /// Talk to the teachers of the own class (2.3/3c).
    pub const TEACHERS_CHAT: ActionId = ActionId(40);
}

/// Whether a person may do what an act does, as [`decide`] answered for the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warrant(Option<Refusal>);

impl Warrant {
    /// Asks the regulation. An edition without such a row leaves the act to the school (4.3).
    #[must_use]
    pub fn ask(
        school: &School,
        regulation: &Regulation,
        person: PersonId,
        action: ActionId,
        object: Object,
        on: NaiveDate,
    ) -> Self {
        let decision = decide(school, regulation, person, action, object, on);
        if decision.is_none_or(|decision| decision.permitted) {
            return Self(None);
        }
        let clause = regulation.action(action).and_then(|row| row.clauses.first().copied()).unwrap_or(clause!("4.3"));
        Self(Some(Refusal::new(clause, Reason::NoRight { person: school.person_name(person) })))
    }

    /// Asks whether a person may issue an invite (2.1/6, 2.5/1, 2.7/1).
    #[must_use]
    pub fn to_invite(
        school: &School,
        index: &Index,
        regulation: &Regulation,
        person: PersonId,
        role: InviteRole,
        target: InviteTarget,
    ) -> Self {
        let ask = |action, object| Self::ask(school, regulation, person, action, object, index.day);
        match (target, role) {
            (InviteTarget::Class(class), InviteRole::Teacher) => ask(row::INVITE_TEACHER, Object::Class(class)),
            (InviteTarget::Class(class), InviteRole::Student) => ask(row::INVITE_STUDENT, Object::Class(class)),
            (InviteTarget::Class(class), InviteRole::Parent) => ask(row::INVITE_PARENT_TO_CLASS, Object::Class(class)),
            (InviteTarget::Chat(id), role) => {
                let Some(chat) = school.chats().get(&id) else {
                    return Self(Some(Refusal::new(
                        clause!("2.5/1"),
                        Reason::MissingRecord { kind: RecordKind::Chat },
                    )));
                };
                let is_administration = is_administration(school, index, person);
                // 2.2/6: chats of the whole school belong to the administration, or to whom it made their owner.
                let clause = if role == InviteRole::Parent { clause!("2.7/1") } else { clause!("2.5/1") };
                if chat.scope == ChatScope::School && !is_administration && chat.owner != Some(person) {
                    return Self(Some(Refusal::new(clause, Reason::NoRight { person: school.person_name(person) })));
                }
                let object = object_of(school, chat, person);
                match role {
                    // 2.2/6b, 2.3/3c: colleagues are invited by the owner, the class teacher or the administration.
                    InviteRole::Teacher if is_administration || chat.owner == Some(person) => Self(None),
                    InviteRole::Teacher => ask(row::TEACHERS_CHAT, object),
                    InviteRole::Student => ask(row::INVITE_STUDENT_TO_CHAT, object),
                    InviteRole::Parent => ask(row::INVITE_PARENT_TO_CHAT, object),
                }
            }
        }
    }

    /// Asks whether a person may revoke an invite to a place (2.1/12).
    #[must_use]
    pub fn to_revoke(
        school: &School,
        regulation: &Regulation,
        person: PersonId,
        target: InviteTarget,
        on: NaiveDate,
    ) -> Self {
        match target {
            InviteTarget::Class(_) => Self::ask(school, regulation, person, row::REVOKE_INVITES, Object::None, on),
            InviteTarget::Chat(id) => {
                let object = school.chats().get(&id).map(|chat| object_of(school, chat, person)).unwrap_or_default();
                Self::ask(school, regulation, person, row::REVOKE_CHAT_LINKS, object, on)
            }
        }
    }

    /// Asks whether a person may finish the confirmation of another's status (2.1/10).
    ///
    /// Who is an administrator is confirmed by another administrator or by the head: separation of duties.
    #[must_use]
    pub fn to_confirm(
        school: &School,
        index: &Index,
        regulation: &Regulation,
        person: PersonId,
        whose: PersonId,
    ) -> Self {
        let is_administrator =
            school.appointments().values().any(|row| row.person == whose && row.period.contains(index.day));
        if is_administrator && is_administration(school, index, person) {
            return Self(None);
        }
        Self::ask(school, regulation, person, row::CONFIRM_STATUS, Object::Person(whose), index.day)
    }

    /// A warrant that needs nobody: the act is the person's own, such as withdrawing.
    #[must_use]
    pub const fn free() -> Self {
        Self(None)
    }

    /// Passes, or refuses with the clause.
    ///
    /// # Errors
    /// No clause gives the person the right.
    pub fn check(&self) -> Result<(), Refusal> {
        self.0.clone().map_or(Ok(()), Err)
    }

    /// Why it does not pass.
    #[must_use]
    pub const fn refusal(&self) -> Option<&Refusal> {
        self.0.as_ref()
    }
}

/// Whether somebody belongs to the administration on the planning day (2.2).
#[must_use]
pub fn is_administration(school: &School, index: &Index, person: PersonId) -> bool {
    let held = index.positions.get(&person).map_or(&[][..], Vec::as_slice);
    held.iter().filter_map(|id| school.positions().get(id)).any(|row| row.category.is_administration())
}

/// What a chat is for, as the regulation asks: the person's own line where the chat is about a subject.
fn object_of(school: &School, chat: &Chat, person: PersonId) -> Object {
    match &chat.scope {
        ChatScope::School => Object::None,
        ChatScope::Class(class) => Object::Class(*class),
        ChatScope::Activity(id) => Object::Activity(*id),
        ChatScope::Subject { class, subject, group } => {
            let mut lines = school
                .load()
                .values()
                .filter(|line| line.class == *class && line.subject == *subject)
                .filter(|line| group.is_empty() || line.group == *group);
            let own: Option<LoadLineId> = lines.find(|line| line.teacher == Some(person)).map(|line| line.id);
            own.map_or(Object::Class(*class), Object::LoadLine)
        }
    }
}

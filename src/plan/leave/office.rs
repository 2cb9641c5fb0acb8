//! What the acts of the office ask the regulation: who may invite, revoke, decide, confirm, appoint.

use chrono::NaiveDate;

use super::Question;
use crate::clause;
use crate::domain::{
    Chat, ChatScope, InviteRole, InviteTarget, Leave, LoadLineId, PersonId, Reason, RecordKind, Refusal, School,
};
use crate::plan::Index;
use crate::regulation::{ActionId, Object, Regulation};

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

/// Asks the regulation about an object. An edition without such a row leaves the act to the school (4.3).
pub fn ask(
    school: &School,
    regulation: &Regulation,
    person: PersonId,
    action: ActionId,
    object: Object,
    on: NaiveDate,
) -> Leave {
    Question { object, ..Question::new(person, action, on) }.ask(school, regulation)
}

/// Whether a person may issue an invite (2.1/6, 2.5/1, 2.7/1).
pub fn to_invite(
    school: &School,
    index: &Index,
    regulation: &Regulation,
    person: PersonId,
    role: InviteRole,
    target: InviteTarget,
) -> Leave {
    let ask = |action, object| ask(school, regulation, person, action, object, index.day);
    match (target, role) {
        (InviteTarget::Class(class), InviteRole::Teacher) => ask(INVITE_TEACHER, Object::Class(class)),
        (InviteTarget::Class(class), InviteRole::Student) => ask(INVITE_STUDENT, Object::Class(class)),
        (InviteTarget::Class(class), InviteRole::Parent) => ask(INVITE_PARENT_TO_CLASS, Object::Class(class)),
        (InviteTarget::Chat(id), role) => {
            let missing = || Refusal::new(clause!("2.5/1"), Reason::MissingRecord { kind: RecordKind::Chat });
            let chat = school.chats().get(&id).ok_or_else(missing)?;
            let is_owner = is_administration(school, index, person) || chat.owner == Some(person);
            let action = match role {
                // 2.2/6b, 2.3/3c: colleagues are invited by the owner, the class teacher or the administration.
                InviteRole::Teacher if is_owner => return Ok(()),
                InviteRole::Teacher => TEACHERS_CHAT,
                InviteRole::Student => INVITE_STUDENT_TO_CHAT,
                InviteRole::Parent => INVITE_PARENT_TO_CHAT,
            };
            // 2.2/6: chats of the whole school belong to the administration, or to whom it made their owner.
            if chat.scope == ChatScope::School && !is_owner {
                let clause = if role == InviteRole::Parent { clause!("2.7/1") } else { clause!("2.2/6") };
                let (person, action) = (school.person_name(person), action.0);
                return Err(Refusal::new(clause, Reason::NotGranted { person, action, instead: Vec::new() }));
            }
            ask(action, object_of(school, chat, person))
        }
    }
}

/// Whether a person may revoke an invite to a place (2.1/12).
pub fn to_revoke(
    school: &School,
    regulation: &Regulation,
    person: PersonId,
    target: InviteTarget,
    on: NaiveDate,
) -> Leave {
    match target {
        InviteTarget::Class(_) => ask(school, regulation, person, REVOKE_INVITES, Object::None, on),
        InviteTarget::Chat(id) => {
            let object = school.chats().get(&id).map(|chat| object_of(school, chat, person)).unwrap_or_default();
            ask(school, regulation, person, REVOKE_CHAT_LINKS, object, on)
        }
    }
}

/// Whether a person may finish the confirmation of another's status (2.1/10).
///
/// Who is an administrator is confirmed by another administrator or by the administration: separation of duties.
pub fn to_confirm(school: &School, index: &Index, regulation: &Regulation, person: PersonId, whose: PersonId) -> Leave {
    let is_administrator =
        school.appointments().values().any(|row| row.person == whose && row.period.contains(index.day));
    if is_administrator && is_administration(school, index, person) {
        return Ok(());
    }
    ask(school, regulation, person, CONFIRM_STATUS, Object::Person(whose), index.day)
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

//! What an invite keeps, whoever writes it: role and place, addressees, uses, final states (2.1/6, 2.1/12, 2.5/1, 2.7/1).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Verdict, bounded, class_name, person_name, refuse};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::{
    ActiveGroup, ActiveGroupKind, ActivityGroup, Chat, ChatScope, Class, ClassId, Enrolment, Invite, InviteRole,
    InviteState, InviteTarget, Only, PersonId, Position, Reason, Representation, Settings,
};

/// Checks the invites that were written or would go.
pub(super) fn invites(draft: &Draft, _: NaiveDate) -> Verdict {
    // 2.1/12: what was issued is kept for ever; only a draft is deleted.
    if draft.removed_rows::<Invite>().any(|row| row.state != InviteState::Draft) {
        return refuse(clause!("2.1/12"), Reason::InviteKept);
    }
    let mut school = None;
    for row in draft.written_rows::<Invite>() {
        bounded(&row.link)?;
        bounded(&row.note)?;
        place(draft, row)?;
        end(draft, row)?;
        // 2.1/6: a link lets in no more people than it was made for.
        if row.max_uses.is_some_and(|most| usize::try_from(most).is_ok_and(|most| row.uses.len() > most)) {
            return refuse(clause!("2.1/6"), Reason::InviteSpent { most: row.max_uses.unwrap_or_default() });
        }
        if row.state.is_open() {
            let known = draft.before().invites().get(&row.id).map(|before| &before.addressees);
            let mut new = row.addressees.iter().filter(|id| known.is_none_or(|known| !known.contains(id))).peekable();
            if new.peek().is_some() {
                let circles = school.get_or_insert_with(|| Circles::of(draft));
                new.try_for_each(|person| circles.check(draft, row, *person))?;
            }
        }
    }
    once(draft)?;
    links(draft)
}

/// 2.1/6: the role «учитель» for the staff room and classes, «ученик» for classes; 2.7/1: a parent enters chats only.
fn place(draft: &Draft, row: &Invite) -> Verdict {
    let InviteTarget::Class(class) = row.target else { return Ok(()) };
    let is_staff_room = draft.get::<Class>(class).is_some_and(Class::is_staff_room);
    match row.role {
        InviteRole::Parent => refuse(clause!("2.7/1"), Reason::ParentBelongsInChats),
        InviteRole::Student if is_staff_room => refuse(clause!("2.1/6"), Reason::RoleMisfit),
        _ => Ok(()),
    }
}

/// A final state stays what it is: used up is not revoked, and revoked is not expired (2.1/12).
fn end(draft: &Draft, row: &Invite) -> Verdict {
    let Some(before) = draft.before().invites().get(&row.id).map(|before| &before.state) else { return has_link(row) };
    let is_same = std::mem::discriminant(before) == std::mem::discriminant(&row.state);
    match before {
        InviteState::Draft => has_link(row),
        // A link that exists does not become a plan again.
        InviteState::Issued | InviteState::Sent if row.state == InviteState::Draft => {
            refuse(clause!("2.1/12"), Reason::InviteKept)
        }
        InviteState::Issued | InviteState::Sent => has_link(row),
        _ if is_same && day(before) == day(&row.state) => Ok(()),
        _ => refuse(clause!("2.1/12"), Reason::InviteFinal),
    }
}

/// Issued is what has a link.
fn has_link(row: &Invite) -> Verdict {
    let needs_link = matches!(row.state, InviteState::Issued | InviteState::Sent);
    if needs_link && row.link.trim().is_empty() { refuse(clause!("2.1/6"), Reason::NoLink) } else { Ok(()) }
}

fn day(state: &InviteState) -> Option<NaiveDate> {
    match state {
        InviteState::Draft | InviteState::Issued | InviteState::Sent => None,
        InviteState::Closed { on }
        | InviteState::Expired { on }
        | InviteState::Revoked { on, .. }
        | InviteState::Superseded { on, .. } => Some(*on),
    }
}

/// 2.1/6: a person has at most one open invite to a place.
fn once(draft: &Draft) -> Verdict {
    let open = |row: &&Invite| row.state.is_open();
    let mut found: BTreeMap<(InviteTarget, PersonId), u32> = draft
        .written_rows::<Invite>()
        .filter(open)
        .flat_map(|row| row.waiting().map(|person| ((row.target, person), 0)))
        .collect();
    if found.is_empty() {
        return Ok(());
    }
    for row in draft.rows::<Invite>().filter(open) {
        for person in row.waiting() {
            let Some(count) = found.get_mut(&(row.target, person)) else { continue };
            *count += 1;
            if *count > 1 {
                return refuse(clause!("2.1/6"), Reason::InviteTwice { person: person_name(draft, person) });
            }
        }
    }
    Ok(())
}

/// A link belongs to one open invite.
fn links(draft: &Draft) -> Verdict {
    let open = |row: &&Invite| row.state.is_open() && !row.link.is_empty();
    let mut found: BTreeMap<&str, u32> =
        draft.written_rows::<Invite>().filter(open).map(|row| (row.link.as_str(), 0)).collect();
    if found.is_empty() {
        return Ok(());
    }
    for row in draft.rows::<Invite>().filter(open) {
        if let Some(count) = found.get_mut(row.link.as_str()) {
            *count += 1;
            if *count > 1 {
                return refuse(clause!("2.1/6"), Reason::LinkTwice { link: row.link.clone() });
            }
        }
    }
    Ok(())
}

/// Who is what at the school, gathered once for all addressees.
struct Circles {
    staff: BTreeSet<PersonId>,
    classes: BTreeMap<PersonId, BTreeSet<ClassId>>,
    children: BTreeMap<PersonId, Vec<PersonId>>,
    lowest: u8,
}

impl Circles {
    fn of(draft: &Draft) -> Self {
        let mut classes: BTreeMap<PersonId, BTreeSet<ClassId>> = BTreeMap::new();
        for row in draft.rows::<Enrolment>() {
            classes.entry(row.student).or_default().insert(row.class);
        }
        let mut children: BTreeMap<PersonId, Vec<PersonId>> = BTreeMap::new();
        for row in draft.rows::<Representation>() {
            children.entry(row.parent).or_default().push(row.child);
        }
        let staff = draft.rows::<Position>().map(|row| row.person).collect();
        let lowest = draft.get::<Settings>(Only).map_or(1, |row| row.student_invite_grade);
        Self { staff, classes, children, lowest }
    }

    fn check(&self, draft: &Draft, row: &Invite, person: PersonId) -> Verdict {
        let name = || person_name(draft, person);
        match row.role {
            InviteRole::Teacher if !self.staff.contains(&person) => {
                refuse(clause!("2.1/6"), Reason::NotStaff { person: name() })
            }
            InviteRole::Teacher => Ok(()),
            InviteRole::Student => self.student(draft, row, person),
            InviteRole::Parent => {
                let InviteTarget::Chat(chat) = row.target else { return Ok(()) };
                // 2.7/1: through a child of the class, or as an activist (2.2/6c).
                let has_child = draft.get::<Chat>(chat).is_some_and(|chat| {
                    let children = self.children.get(&person).map_or(&[][..], Vec::as_slice);
                    chat.include.contains_key(&person)
                        || is_activist(draft, person, chat)
                        || children.iter().any(|child| self.is_within(draft, *child, chat))
                });
                if has_child { Ok(()) } else { refuse(clause!("2.7/1"), Reason::NoChildThere { person: name() }) }
            }
        }
    }

    fn student(&self, draft: &Draft, row: &Invite, person: PersonId) -> Verdict {
        let own = self.classes.get(&person);
        let is_there = match row.target {
            InviteTarget::Class(class) => own.is_some_and(|own| own.contains(&class)),
            InviteTarget::Chat(chat) => draft.get::<Chat>(chat).is_some_and(|chat| {
                chat.include.contains_key(&person)
                    || (own.is_some() && chat.scope == ChatScope::School)
                    || self.is_within(draft, person, chat)
            }),
        };
        if !is_there {
            // 2.1/6: into the right class; 2.5/1: into the chats of the own class.
            let (clause, place) = match row.target {
                InviteTarget::Class(class) => (clause!("2.1/6"), class_name(draft, class)),
                InviteTarget::Chat(id) => {
                    (clause!("2.5/1"), draft.get::<Chat>(id).map(|chat| chat.name.clone()).unwrap_or_default())
                }
            };
            return refuse(clause, Reason::NotOfPlace { person: person_name(draft, person), place });
        }
        // 2.1/6 «при необходимости»: the school says from which grade on.
        let grade = own.into_iter().flatten().filter_map(|id| Some(draft.get::<Class>(*id)?.label()?.grade())).max();
        if grade.is_some_and(|grade| grade < self.lowest) {
            return refuse(clause!("2.1/6"), Reason::BelowGrade { grade: self.lowest });
        }
        Ok(())
    }

    /// Whether a student belongs to what a chat is for.
    fn is_within(&self, draft: &Draft, student: PersonId, chat: &Chat) -> bool {
        let Some(own) = self.classes.get(&student) else { return false };
        match &chat.scope {
            ChatScope::School => false,
            ChatScope::Class(class) | ChatScope::Subject { class, .. } => own.contains(class),
            ChatScope::Activity(id) => draft.get::<ActivityGroup>(*id).is_some_and(|group| {
                group.members.contains(&student) || own.iter().any(|class| group.classes.contains(class))
            }),
        }
    }
}

fn is_activist(draft: &Draft, person: PersonId, chat: &Chat) -> bool {
    draft.rows::<ActiveGroup>().any(|group| {
        group.kind == ActiveGroupKind::Parents
            && group.members.contains(&person)
            && match &chat.scope {
                ChatScope::School => true,
                ChatScope::Class(class) | ChatScope::Subject { class, .. } => group.class.is_none_or(|of| of == *class),
                ChatScope::Activity(_) => false,
            }
    })
}

#[cfg(test)]
mod tests;

//! L13: every student is in one class, and who left is nowhere any more.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{
    Appointment, Chat, ChatScope, ClassId, ClauseId, Enrolment, HomeroomAssignment, Invite, LoadLine, MemberRole,
    Membership, Movement, MovementKind, PersonId,
};

const CLAUSE: ClauseId = clause!("2.1/11");

/// 2.1/11: a student is in one class at a time.
pub(super) fn stays(ground: &Ground, found: &mut Vec<Finding>) {
    // Who left by a movement has no class any more; whose stay just ended, without one, is lost.
    let movements = ground.school.movements().values().filter(|row| ground.asks(row.person));
    let leaves = movements.filter(|row| matches!(row.kind, MovementKind::Leave | MovementKind::Graduate));
    let left: BTreeSet<PersonId> = leaves.map(|row| row.person).collect();
    let year = ground.year.map(|year| year.from);
    for rows in ground.stays().chunk_by(|a, b| a.student == b.student) {
        let Some(person) = rows.first().map(|row| row.student) else { continue };
        let current = || rows.iter().filter(|row| row.period.contains(ground.day));
        let is_coming = || rows.iter().any(|row| !row.period.contains(ground.day) && !row.period.is_over(ground.day));
        match current().count() {
            0 if is_coming() || left.contains(&person) => {}
            0 => {
                // The last to end; of several, the first.
                let ended = rows.iter().rev().max_by_key(|row| row.period.to);
                let of_year = |to: NaiveDate| year.is_some_and(|from| to >= from);
                let Some(row) = ended.filter(|row| row.period.to.is_some_and(of_year)) else { continue };
                let issue = Issue::NoClass { person };
                let finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Movements);
                found.push(finding.people([person]).classes([row.class]).shown_by::<Enrolment>(row.id));
            }
            1 => {}
            _ => {
                let issue = Issue::TwoClasses { person };
                let finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Person(person));
                let mut finding = finding.people([person]);
                for row in current() {
                    finding = finding.classes([row.class]).shown_by::<Enrolment>(row.id);
                }
                found.push(finding);
            }
        }
    }
    // A child whom somebody represents and who never was in a class.
    for child in ground.represented() {
        if !ground.ever_studied(child) && !left.contains(&child) && !ground.posts.contains_key(&child) {
            let issue = Issue::NoClass { person: child };
            found.push(Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Person(child)).people([child]));
        }
    }
}

pub(super) fn memberships(ground: &Ground, found: &mut Vec<Finding>) {
    let mut gone: BTreeMap<PersonId, (NaiveDate, Vec<&Membership>)> = BTreeMap::new();
    for row in ground.memberships().iter().copied().filter(|row| row.period.contains(ground.day)) {
        let person = row.person;
        let is_staff_room = Some(row.class) == ground.index.staff_room;
        // 2.1/11: who left, leaves the organisation; who left the staff, the staff room.
        let since = ground.gone_since(person).or_else(|| is_staff_room.then(|| ground.post_ended(person)).flatten());
        if let Some(since) = since {
            gone.entry(person).or_insert_with(|| (since, Vec::new())).1.push(row);
            continue;
        }
        // 2.1/11: who changed the class, leaves the one before.
        let own = ground.index.class_of.get(&person);
        if row.role == MemberRole::Student && own.is_some_and(|own| *own != row.class) && !is_staff_room {
            let issue = Issue::StillInOldClass { person, class: row.class };
            let finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Person(person));
            found.push(finding.people([person]).classes([row.class]).shown_by::<Membership>(row.id));
        }
    }
    for (person, (since, rows)) in gone {
        let issue = Issue::GoneStillMember { person, since };
        let mut finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Person(person)).people([person]);
        for row in rows {
            let class = Some(row.class).filter(|class| Some(*class) != ground.index.staff_room);
            finding = finding.classes(class).shown_by::<Membership>(row.id);
        }
        found.push(finding);
    }
}

/// 2.1/11: who left, or changed the class, leaves the chats.
pub(super) fn chats(ground: &Ground, found: &mut Vec<Finding>) {
    for person in ground.people_in_chats() {
        let chats = ground.chats_with(person);
        let (issue, chats): (_, Vec<&Chat>) = if is_gone(ground, person) {
            (Issue::GoneStillInChats { person, count: chats.len() }, chats.to_vec())
        } else if let Some(own) = ground.index.class_of.get(&person) {
            let left = left_classes(ground, person, *own);
            let is_old = |chat: &&Chat| {
                chat.extra.contains(&person) && class_of_chat(chat).is_some_and(|class| left.contains(&class))
            };
            let chats: Vec<&Chat> = chats.iter().copied().filter(is_old).collect();
            (Issue::MovedStillInChats { person, count: chats.len() }, chats)
        } else {
            continue;
        };
        let Some(first) = chats.first() else { continue };
        let mut finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Chat(first.id)).people([person]);
        let classes: BTreeSet<ClassId> = chats.iter().filter_map(|chat| class_of_chat(chat)).collect();
        finding = finding.classes(classes);
        for chat in chats {
            finding = finding.shown_by::<Chat>(chat.id);
        }
        found.push(finding);
    }
}

/// Whether somebody who is in a chat against its rule has left the school or its class: L13 speaks of them.
pub(super) fn has_left(ground: &Ground, person: PersonId, chat: &Chat) -> bool {
    is_gone(ground, person)
        || ground.index.class_of.get(&person).is_some_and(|own| {
            class_of_chat(chat).is_some_and(|class| left_classes(ground, person, *own).contains(&class))
        })
}

/// Whether somebody has no part at the school any more; a parent who left the staff stays in chats of parents.
fn is_gone(ground: &Ground, person: PersonId) -> bool {
    ground.gone_since(person).is_some()
}

/// The classes of this year that a student was in before the own one.
fn left_classes(ground: &Ground, person: PersonId, own: ClassId) -> BTreeSet<ClassId> {
    let rows = ground.index.stays_of(ground.school, person);
    rows.filter(|row| row.class != own && row.period.is_over(ground.day)).map(|row| row.class).collect()
}

fn class_of_chat(chat: &Chat) -> Option<ClassId> {
    match chat.scope {
        ChatScope::Class(class) | ChatScope::Subject { class, .. } => Some(class),
        ChatScope::School | ChatScope::Activity(_) => None,
    }
}

pub(super) fn invites(ground: &Ground, found: &mut Vec<Finding>) {
    for row in ground.invites().iter().filter(|row| row.state.is_open()) {
        for person in row.addressees.iter().copied().filter(|person| ground.gone_since(*person).is_some()) {
            let issue = Issue::GoneInvited { invite: row.id, person };
            let finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Invite(row.id));
            found.push(finding.also(clause!("2.1/12")).people([person]).shown_by::<Invite>(row.id));
        }
    }
}

/// 2.1/11: lines, classes and rights go over to somebody else when a pedagogue leaves.
pub(super) fn posts(ground: &Ground, found: &mut Vec<Finding>) {
    for (person, lines) in ground.index.taught.iter() {
        if ground.post_ended(*person).is_none() {
            continue;
        }
        let classes: BTreeSet<ClassId> =
            lines.iter().filter_map(|line| ground.school.load().get(line)).map(|line| line.class).collect();
        let Some(first) = classes.first().copied() else { continue };
        let issue = Issue::GoneTeaches { person: *person, count: lines.len() };
        let mut finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Load(first));
        finding = finding.also(clause!("1.6")).people([*person]).classes(classes);
        for line in lines {
            finding = finding.shown_by::<LoadLine>(*line);
        }
        found.push(finding);
    }
    let led = ground.school.homerooms().values().filter(|row| row.period.contains(ground.day));
    for row in led.filter(|row| ground.post_ended(row.teacher).is_some()) {
        let issue = Issue::GoneLeads { person: row.teacher, class: row.class };
        let finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Class(row.class));
        let finding = finding.also(clause!("2.1/8")).people([row.teacher]).classes([row.class]);
        found.push(finding.shown_by::<HomeroomAssignment>(row.id));
    }
    let held = ground.school.appointments().values().filter(|row| row.period.contains(ground.day));
    for row in held.filter(|row| ground.post_ended(row.person).is_some()) {
        let issue = Issue::GoneAdministers { person: row.person };
        let finding = Finding::error(Lint::Movement, CLAUSE, issue, Remedy::Administrators);
        found.push(finding.also(clause!("2.1/7")).people([row.person]).shown_by::<Appointment>(row.id));
    }
}

/// 2.1/11: what a movement asks for on the platform is done.
pub(super) fn steps(ground: &Ground, found: &mut Vec<Finding>) {
    for row in ground.school.movements().values().filter(|row| row.on <= ground.day) {
        let count = row.steps.iter().filter(|step| step.done.is_none()).count();
        if count > 0 {
            let issue = Issue::StepsOpen { person: row.person, kind: row.kind, count, since: row.on };
            let finding = Finding::warning(Lint::Movement, CLAUSE, issue, Remedy::Movement(row.id));
            let classes = row.from.into_iter().chain(row.to);
            found.push(finding.people([row.person]).classes(classes).shown_by::<Movement>(row.id));
        }
    }
}

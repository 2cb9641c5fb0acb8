//! The scope predicates: whether an object lies within a hat.

use super::hat::{Hat, HatScope};
use super::object::{learns_in_activity, learns_in_line};
use super::{Object, Outcome, Predicate, Standing, Target};
use crate::domain::School;

/// Checks `predicate` between a hat of `standing` and the target.
pub(super) fn check(school: &School, standing: &Standing, hat: &Hat, predicate: Predicate, target: &Target) -> Outcome {
    let object = target.object();
    match predicate {
        // These two ask about the person alone.
        Predicate::Pedagogue => outcome(standing.active_hats().any(|hat| hat.basis.is_pedagogue())),
        Predicate::Administration => outcome(standing.active_hats().any(|hat| hat.basis.is_administration())),
        Predicate::OwnProfile => match object {
            Object::None => Outcome::NotAsked,
            object => outcome(object == Object::Person(standing.person)),
        },
        Predicate::ActiveGroup => active_group(school, standing, object),
        Predicate::ChatIssuer => match hat.scope {
            // A management chat belongs to no class, line or group (2.2/6).
            HatScope::School if hat.basis.is_pedagogue() => Outcome::Fails,
            HatScope::School if object == Object::None => Outcome::NotAsked,
            HatScope::School | HatScope::Child { .. } => Outcome::Fails,
            HatScope::Class(_) | HatScope::Line { .. } | HatScope::Activity(_) => within(school, hat.scope, target),
        },
        Predicate::Homeroom if matches!(hat.scope, HatScope::Class(_)) => within(school, hat.scope, target),
        Predicate::Line if matches!(hat.scope, HatScope::Line { .. }) => within(school, hat.scope, target),
        Predicate::Activity if matches!(hat.scope, HatScope::Activity(_)) => within(school, hat.scope, target),
        Predicate::Representative if matches!(hat.scope, HatScope::Child { .. }) => within(school, hat.scope, target),
        Predicate::Enrolled => enrolled(school, standing, hat, object),
        // The hat has no such scope: a teacher without a line, say.
        Predicate::Homeroom | Predicate::Line | Predicate::Activity | Predicate::Representative => Outcome::Fails,
    }
}

const fn outcome(holds: bool) -> Outcome {
    if holds { Outcome::Holds } else { Outcome::Fails }
}

/// Whether the target lies within the scope of a hat.
fn within(school: &School, scope: HatScope, target: &Target) -> Outcome {
    let object = target.object();
    if object == Object::None {
        return Outcome::NotAsked;
    }
    outcome(match (scope, object) {
        (HatScope::Class(own), Object::Person(_)) => target.has_student_of(own),
        (HatScope::Line { line, .. }, Object::LoadLine(asked)) => line == asked,
        (HatScope::Class(own) | HatScope::Line { class: own, .. }, Object::Class(class)) => own == class,
        (HatScope::Line { line, .. }, Object::Person(_)) => {
            school.load().get(&line).is_some_and(|line| target.has_student_in_line(line))
        }
        (HatScope::Activity(group), Object::Activity(asked)) => group == asked,
        (HatScope::Activity(group), Object::Class(class)) => {
            school.activities().get(&group).is_some_and(|group| group.classes.contains(&class))
        }
        (HatScope::Activity(group), Object::Person(_)) => {
            school.activities().get(&group).is_some_and(|group| target.has_student_in_activity(group))
        }
        (HatScope::Child { child, .. }, Object::Person(person)) => child == person,
        (HatScope::Child { class: own, .. }, Object::Class(class)) => own == Some(class),
        _ => false,
    })
}

/// 2.5/2: a student takes part in the chats of the own class, its lines and the own groups.
fn enrolled(school: &School, standing: &Standing, hat: &Hat, object: Object) -> Outcome {
    let HatScope::Class(own) = hat.scope else { return Outcome::Fails };
    match object {
        Object::None => Outcome::NotAsked,
        Object::Class(class) => outcome(own == class),
        Object::LoadLine(line) => {
            outcome(school.load().get(&line).is_some_and(|line| learns_in_line(line, standing.person, own)))
        }
        Object::Activity(group) => outcome(
            school.activities().get(&group).is_some_and(|group| learns_in_activity(group, standing.person, own)),
        ),
        Object::Person(_) => Outcome::Fails,
    }
}

/// 2.2/6c, 2.2/6d: activists of a class, or of the whole school.
fn active_group(school: &School, standing: &Standing, object: Object) -> Outcome {
    let mut own = school.active_groups().values().filter(|group| group.members.contains(&standing.person));
    match object {
        Object::None if own.next().is_some() => Outcome::NotAsked,
        Object::Class(class) => outcome(own.any(|group| group.class.is_none_or(|of| of == class))),
        _ => Outcome::Fails,
    }
}

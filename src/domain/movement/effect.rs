//! The records that follow from a movement, kind by kind.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::act::RecordMovement;
use super::{Movement, MovementKind, StepAction};
use crate::clause;
use crate::domain::class::{Class, Enrolment, HomeroomAssignment};
use crate::domain::command::end_before;
use crate::domain::draft::Draft;
use crate::domain::id::{ClassId, LoadLineId, PersonId};
use crate::domain::period::Period;
use crate::domain::person::Person;
use crate::domain::record::Row;
use crate::domain::refusal::{Reason, Refusal};
use crate::domain::staff::{Appointment, Membership, Position};
use crate::domain::study::{ActiveGroup, ActivityGroup, LoadLine};

/// What becomes of the work of somebody who leaves or is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Handover {
    /// Who takes the lines and groups; nobody where they become vacant.
    pub teacher: Option<PersonId>,
    /// Who takes the classes that the person leads.
    pub homeroom: Option<PersonId>,
    /// Whether lines and groups are given up; always where the person leaves.
    pub gives_lines: bool,
    /// Whether the classes are given up; always where the person leaves.
    pub gives_homeroom: bool,
    /// Whether the rights of an administrator end; always where the person leaves.
    pub ends_administration: bool,
}

impl Handover {
    /// What holds for a movement: who leaves gives up everything.
    #[must_use]
    pub fn of(self, kind: MovementKind) -> Self {
        match kind {
            MovementKind::Dismiss => {
                Self { gives_lines: true, gives_homeroom: true, ends_administration: true, ..self }
            }
            _ => self,
        }
    }
}

/// Writes what follows from the movement.
pub fn write(act: &RecordMovement, draft: &mut Draft) -> Result<(), Refusal> {
    if let Some(person) = &act.person {
        draft.save(person.clone());
    }
    let movement = &act.movement;
    match movement.kind {
        MovementKind::Enrol => enrol(act, draft),
        MovementKind::ClassChange | MovementKind::Promote | MovementKind::Repeat => change_class(act, draft),
        MovementKind::Graduate | MovementKind::Leave => leave(movement, draft),
        MovementKind::Hire => {
            act.post.iter().for_each(|post| draft.save(post.clone()));
            Ok(())
        }
        MovementKind::Dismiss => dismiss(act, draft),
        MovementKind::Absence => absence(act, draft),
        MovementKind::Return => come_back(act, draft),
        MovementKind::ReRole => Ok(()),
    }
}

fn refuse(reason: Reason) -> Refusal {
    Refusal::new(clause!("2.1/11"), reason)
}

fn name(draft: &Draft, person: PersonId) -> String {
    draft.get::<Person>(person).map(|person| person.name.to_string()).unwrap_or_default()
}

/// The stay of a student that holds on a day.
pub fn stay<'a>(draft: &'a Draft, student: PersonId, day: NaiveDate) -> Option<&'a Enrolment> {
    draft.rows::<Enrolment>().find(|row| row.student == student && row.period.contains(day))
}

fn target(movement: &Movement) -> Result<ClassId, Refusal> {
    movement.to.ok_or_else(|| refuse(Reason::EmptyField))
}

/// 2.1/11: a student comes into a class; the rules refuse a second stay on those days.
fn enrol(act: &RecordMovement, draft: &mut Draft) -> Result<(), Refusal> {
    let movement = &act.movement;
    let class = target(movement)?;
    begin_stay(act, draft, class);
    Ok(())
}

fn begin_stay(act: &RecordMovement, draft: &mut Draft, class: ClassId) {
    let (student, order) = (act.movement.person, act.movement.order);
    let period = Period::since(act.movement.on);
    draft.save(Enrolment { id: act.stay, student, class, period, order });
    for id in &act.lines {
        if let Some(mut line) = draft.get::<LoadLine>(*id).filter(|line| line.class == class).cloned() {
            line.members.insert(student);
            draft.save(line);
        }
    }
}

/// 2.1/11: the stay in the old class ends the day before the one in the new class begins.
fn change_class(act: &RecordMovement, draft: &mut Draft) -> Result<(), Refusal> {
    let movement = &act.movement;
    let class = target(movement)?;
    let student = || name(draft, movement.person);
    let Some(old) = stay(draft, movement.person, movement.on).map(|stay| stay.class) else {
        return Err(refuse(Reason::NotEnrolled { student: student(), day: movement.on }));
    };
    let label = |id| draft.get::<Class>(id).and_then(Class::label);
    let class_name = || label(class).map(ToString::to_string).unwrap_or_default();
    if old == class {
        return Err(refuse(Reason::SameClass { student: student(), class: class_name() }));
    }
    if let (Some(from), Some(to)) = (label(old), label(class)) {
        let fits = match movement.kind {
            MovementKind::Promote => to.grade() > from.grade(),
            MovementKind::Repeat => to.grade() == from.grade(),
            _ => true,
        };
        if !fits {
            return Err(refuse(Reason::GradeMisfit { class: class_name() }));
        }
    }
    end_stay(draft, movement);
    forget_groups(draft, movement.person, Some(class));
    begin_stay(act, draft, class);
    Ok(())
}

fn leave(movement: &Movement, draft: &mut Draft) -> Result<(), Refusal> {
    if stay(draft, movement.person, movement.on).is_none() {
        let student = name(draft, movement.person);
        return Err(refuse(Reason::NotEnrolled { student, day: movement.on }));
    }
    end_stay(draft, movement);
    forget_groups(draft, movement.person, None);
    Ok(())
}

/// Ends the stay, and the membership in the class on the platform with it.
fn end_stay(draft: &mut Draft, movement: &Movement) {
    let (student, on) = (movement.person, movement.on);
    end_before(draft, on, |row: &Enrolment| row.student == student, |row| &mut row.period);
    end_before(draft, on, |row: &Membership| row.person == student, |row| &mut row.period);
}

/// Edits the rows of a type that need it.
fn edit<T: Row>(draft: &mut Draft, is_meant: impl Fn(&T) -> bool, change: impl Fn(&mut T)) {
    let meant: Vec<T> = draft.rows::<T>().filter(|row| is_meant(row)).cloned().collect();
    for mut row in meant {
        change(&mut row);
        draft.save(row);
    }
}

/// Takes a student out of subgroups, extracurricular groups and activists of what is left.
fn forget_groups(draft: &mut Draft, student: PersonId, stays_in: Option<ClassId>) {
    let years: BTreeSet<_> = stays_in.and_then(|id| draft.get::<Class>(id)).and_then(Class::year).into_iter().collect();
    edit::<LoadLine>(
        draft,
        |row| row.members.contains(&student) && Some(row.class) != stays_in,
        |row| {
            row.members.remove(&student);
        },
    );
    let keeps_group =
        |row: &ActivityGroup| years.contains(&row.year) && stays_in.is_some_and(|class| row.classes.contains(&class));
    edit::<ActivityGroup>(
        draft,
        |row| row.members.contains(&student) && !keeps_group(row),
        |row| {
            row.members.remove(&student);
        },
    );
    let keeps_active = |row: &ActiveGroup| stays_in.is_some() && (row.class.is_none() || row.class == stays_in);
    edit::<ActiveGroup>(
        draft,
        |row| row.members.contains(&student) && !keeps_active(row),
        |row| {
            row.members.remove(&student);
        },
    );
}

fn has_post(draft: &Draft, person: PersonId, day: NaiveDate) -> bool {
    draft.rows::<Position>().any(|row| row.person == person && row.period.contains(day))
}

/// 2.1/11: somebody of the staff leaves; posts, classes, rights, lines and the staff room end with it.
fn dismiss(act: &RecordMovement, draft: &mut Draft) -> Result<(), Refusal> {
    let (person, on) = (act.movement.person, act.movement.on);
    if !has_post(draft, person, on) {
        return Err(refuse(Reason::NotStaff { person: name(draft, person) }));
    }
    hand_over(act, draft);
    end_before(draft, on, |row: &Position| row.person == person, |row| &mut row.period);
    end_before(draft, on, |row: &Membership| row.person == person, |row| &mut row.period);
    Ok(())
}

/// Whether the last movement of the staff left the person away.
fn is_away(draft: &Draft, person: PersonId, day: NaiveDate) -> bool {
    let moves = draft.rows::<Movement>().filter(|row| row.person == person && row.kind.is_of_staff() && row.on <= day);
    moves.max_by_key(|row| (row.on, row.id)).is_some_and(|row| row.kind == MovementKind::Absence)
}

fn absence(act: &RecordMovement, draft: &mut Draft) -> Result<(), Refusal> {
    let (person, on) = (act.movement.person, act.movement.on);
    if !has_post(draft, person, on) {
        return Err(refuse(Reason::NotStaff { person: name(draft, person) }));
    }
    if is_away(draft, person, on) {
        return Err(refuse(Reason::AwayAlready { person: name(draft, person) }));
    }
    hand_over(act, draft);
    Ok(())
}

/// Somebody who was away takes lines, groups and classes back.
fn come_back(act: &RecordMovement, draft: &mut Draft) -> Result<(), Refusal> {
    let (person, on) = (act.movement.person, act.movement.on);
    if !is_away(draft, person, on) {
        return Err(refuse(Reason::NotAway { person: name(draft, person) }));
    }
    for id in &act.lines {
        if let Some(mut line) = draft.get::<LoadLine>(*id).cloned() {
            line.teacher = Some(person);
            draft.save(line);
        }
    }
    if act.handover.gives_homeroom {
        let classes: Vec<ClassId> = given_classes(draft, person);
        lead(act, draft, &classes, Some(person));
    }
    Ok(())
}

/// The classes that were given up when the person went away.
fn given_classes(draft: &Draft, person: PersonId) -> Vec<ClassId> {
    let last = draft
        .rows::<Movement>()
        .filter(|row| row.person == person && row.kind == MovementKind::Absence)
        .max_by_key(|row| (row.on, row.id));
    let steps = last.map(|row| row.steps.as_slice()).unwrap_or_default();
    steps
        .iter()
        .filter_map(|step| match step.action {
            StepAction::ReplaceHomeroom(class) => Some(class),
            _ => None,
        })
        .collect()
}

/// Gives the work away, as far as the handover says.
fn hand_over(act: &RecordMovement, draft: &mut Draft) {
    let (person, on) = (act.movement.person, act.movement.on);
    let handover = act.handover.of(act.movement.kind);
    if handover.gives_lines {
        // 2.4/3a: a line of a class that is over keeps the name of who taught it.
        let lines: BTreeSet<LoadLineId> = draft
            .rows::<LoadLine>()
            .filter(|row| row.teacher == Some(person) && !is_over(draft, row.class, on))
            .map(|row| row.id)
            .collect();
        edit::<LoadLine>(draft, |row| lines.contains(&row.id), |row| row.teacher = handover.teacher);
        edit::<ActivityGroup>(draft, |row| row.leader == Some(person), |row| row.leader = handover.teacher);
    }
    if handover.gives_homeroom {
        let classes: Vec<ClassId> = draft
            .rows::<HomeroomAssignment>()
            .filter(|row| row.teacher == person && row.period.contains(on))
            .map(|row| row.class)
            .collect();
        lead(act, draft, &classes, handover.homeroom);
    }
    if handover.ends_administration {
        end_before(draft, on, |row: &Appointment| row.person == person, |row| &mut row.period);
    }
}

fn is_over(draft: &Draft, class: ClassId, day: NaiveDate) -> bool {
    draft.get::<Class>(class).is_some_and(|class| class.archived.is_some_and(|on| on <= day))
}

/// Ends the terms of classes and gives each another class teacher, where there is one (2.1/8).
fn lead(act: &RecordMovement, draft: &mut Draft, classes: &[ClassId], teacher: Option<PersonId>) {
    let (on, order) = (act.movement.on, act.movement.order);
    for (at, class) in classes.iter().enumerate() {
        end_before(draft, on, |row: &HomeroomAssignment| row.class == *class, |row| &mut row.period);
        if let (Some(teacher), Some(id)) = (teacher, act.terms.get(at).copied()) {
            draft.save(HomeroomAssignment { id, class: *class, teacher, period: Period::since(on), order });
        }
    }
}

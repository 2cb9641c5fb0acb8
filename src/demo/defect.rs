//! The defects planted on purpose (SPEC section 12): what the audit must find.
//!
//! Waiting for their kinds of records: the administrator's phone that is not the application's; 17 unclaimed links;
//! the chats of the dismissed teacher (here: the staff room and the lines) and of the transferred student (here: the
//! classes); no subject chat for «Вероятность и статистика» in 9В; a student in the staff channel; a chat without
//! moderator; a broadcast without host; another version of the regulation. Not records at all: the Latin letter in «7A»
//! (a label reads it as Cyrillic; it lives in the import files) and the snapshot of a future schema (a file).

use std::collections::BTreeSet;
use std::sync::Arc;

use super::family::Students;
use super::frame::{Frame, LEFT};
use super::platform::join;
use super::sketch::Sketch;
use super::staff::Staff;
use super::{DAY, Unmade, day};
use crate::domain::{
    Class, ConsentState, Enrolment, HomeroomAssignment, LoadLine, MemberRole, Membership, Period, Person,
};

/// A defect of the demo school, found by its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Defect {
    /// Class 6В has had no class teacher since hers left.
    NoHomeroom,
    /// The class teacher of 8Б does not rest on the order of the distribution.
    HomeroomWithoutOrder,
    /// A teacher joined 41 days ago, and the status is not confirmed.
    UnverifiedTeacher,
    /// A parent is a member of a class; breaks a rule (2.7/1).
    ParentInClass,
    /// The teacher who left is still in the staff room.
    DismissedInStaffRoom,
    /// A line still names the teacher who left; five of them.
    DismissedTeaches,
    /// A student who changed the class is still a member of the old one.
    TransferredInBoth,
    /// «Ёлкина Алёна» and «Елкина Алена» with one birth date; the second of them.
    NearHomonym,
    /// A student without a representative.
    NoParent,
    /// A parent of three children in three classes: counted once.
    ThreeClasses,
    /// An additional administrator never joined the staff room; breaks a rule (2.1/7).
    AdministratorNeverJoined,
    /// A parent withdrew consent.
    ConsentWithdrawn,
}

impl Defect {
    /// Every defect.
    pub const ALL: [Self; 12] = [
        Self::NoHomeroom,
        Self::HomeroomWithoutOrder,
        Self::UnverifiedTeacher,
        Self::ParentInClass,
        Self::DismissedInStaffRoom,
        Self::DismissedTeaches,
        Self::TransferredInBoth,
        Self::NearHomonym,
        Self::NoParent,
        Self::ThreeClasses,
        Self::AdministratorNeverJoined,
        Self::ConsentWithdrawn,
    ];

    /// Whether its record breaks a rule of the domain: it comes in with a whole plan, never through a command.
    #[must_use]
    pub fn breaks_a_rule(self) -> bool {
        matches!(self, Self::ParentInClass | Self::AdministratorNeverJoined)
    }
}

/// Lines that still name the teacher who left.
const LEFT_LINES: usize = 5;
/// The first day of the transferred student in the new class.
const TRANSFER: chrono::NaiveDate = day(2026, 10, 1);

/// Plants what the generator has not planted on its way.
pub fn plant(sketch: &mut Sketch, staff: &Staff, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    let room = |label: &str| Ok::<_, Unmade>(frame.rooms.get(frame.at(label)?).ok_or(Unmade::Missing("class"))?.id);
    let list = |label: &str| {
        let at = frame.at(label)?;
        students.of_class.get(at).zip(students.parents_of.get(at)).ok_or(Unmade::Missing("class list"))
    };
    sketch.plant::<Class>(Defect::NoHomeroom, room("6В")?);
    let class_8b = room("8Б")?;
    let term = sketch.records.homerooms.iter_mut().find(|row| row.class == class_8b).ok_or(Unmade::Missing("term"))?;
    Arc::make_mut(term).order = None;
    let term = term.id;
    sketch.plant::<HomeroomAssignment>(Defect::HomeroomWithoutOrder, term);

    dismiss(sketch, staff, frame)?;
    transfer(sketch, frame, students)?;

    let twin = sketch.records.people.iter().find(|person| person.name.to_string() == "Елкина Алена Петровна");
    let twin = twin.ok_or(Unmade::Missing("near homonym"))?.id;
    sketch.plant::<Person>(Defect::NearHomonym, twin);

    let staff_ids: BTreeSet<_> = sketch.records.positions.iter().map(|row| row.person).collect();
    let outsider = |label: &str| {
        let found = list(label)?.1.iter().rev().find(|id| !staff_ids.contains(id));
        found.copied().ok_or(Unmade::Missing("parent"))
    };
    let parent = outsider("5А")?;
    let withdrawn = outsider("1Б")?;
    let id = join(sketch, parent, room("5А")?, MemberRole::Student, day(2026, 9, 14));
    sketch.plant::<Membership>(Defect::ParentInClass, id);
    sketch.edit_person(withdrawn, |person| {
        person.consent.state = ConsentState::Withdrawn;
        person.consent.on = Some(DAY);
    })?;
    sketch.plant::<Person>(Defect::ConsentWithdrawn, withdrawn);
    Ok(())
}

/// The teacher of geography leaves; the staff room and five lines do not know.
fn dismiss(sketch: &mut Sketch, staff: &Staff, frame: &Frame) -> Result<(), Unmade> {
    let left = staff.left.id;
    let post = sketch.records.positions.iter_mut().find(|row| row.person == left).ok_or(Unmade::Missing("post"))?;
    Arc::make_mut(post).period.to = Some(LEFT);
    let id = join(sketch, left, frame.staff_room, MemberRole::Teacher, day(2026, 8, 31));
    sketch.plant::<Membership>(Defect::DismissedInStaffRoom, id);
    let subject = sketch.records.subjects.iter().find(|row| row.name == "География").map(|row| row.id);
    let classes: BTreeSet<_> = [5, 6].into_iter().flat_map(|grade| frame.of_grade(grade).take(3)).collect();
    let classes: BTreeSet<_> = classes.into_iter().filter_map(|at| frame.rooms.get(at)).map(|room| room.id).collect();
    let is_meant = |line: &LoadLine| Some(line.subject) == subject && classes.contains(&line.class);
    let lines = sketch.records.load.iter().enumerate().rev().filter(|(_, line)| is_meant(line));
    let lines: Vec<usize> = lines.map(|(at, _)| at).take(LEFT_LINES).collect();
    for at in lines {
        let id = sketch.edit_line(at, |line| line.teacher = Some(left))?;
        sketch.plant::<LoadLine>(Defect::DismissedTeaches, id);
    }
    Ok(())
}

/// A student of 6Б was in 6А in September, and still is on the platform.
fn transfer(sketch: &mut Sketch, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    let (from, to) = (frame.at("6А")?, frame.at("6Б")?);
    let id_of = |at: usize| frame.rooms.get(at).map(|room| room.id).ok_or(Unmade::Missing("class"));
    let (from, class) = (id_of(from)?, id_of(to)?);
    let (student, _) =
        students.of_class.get(to).and_then(|list| list.get(6)).copied().ok_or(Unmade::Missing("student"))?;
    let stay = sketch.records.enrolments.iter_mut().find(|row| row.student == student && row.class == class);
    let stay = Arc::make_mut(stay.ok_or(Unmade::Missing("stay"))?);
    stay.class = from;
    let began = stay.period.from;
    stay.period.to = TRANSFER.pred_opt();
    let (id, period, order) = (sketch.ids.fresh(), Period::since(TRANSFER), Some(frame.acts.transfer));
    sketch.records.enrolments.push(Arc::new(Enrolment { id, student, class, period, order }));
    // The membership in the new class is there from the general round or not; both are made certain.
    sketch.records.memberships.retain(|row| row.person != student);
    let old = join(sketch, student, from, MemberRole::Student, began.unwrap_or(TRANSFER));
    join(sketch, student, class, MemberRole::Student, TRANSFER);
    sketch.plant::<Membership>(Defect::TransferredInBoth, old);
    Ok(())
}

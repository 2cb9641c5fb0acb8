//! The defects planted on purpose (SPEC section 12), each with the lint that finds it: the audit must find every one of
//! them and nothing else that is an error.
//!
//! Not a record at all, and so not here: the snapshot of a future schema (a file of the tests).

mod late;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::family::Students;
use super::frame::{Frame, LEFT};
use super::platform::join;
use super::sketch::Sketch;
use super::staff::Staff;
use super::{DAY, Unmade, day};
use crate::domain::{Class, ConsentState, Enrolment, LoadLine, MemberRole, Membership, Period, Person};

/// A defect of the demo school, found by its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Defect {
    /// Class 6В has had no class teacher since hers left.
    NoHomeroom,
    /// The class teacher of 8Б is not the one of the order, and no order of its own says so; breaks a rule (2.1/8).
    HomeroomMismatch,
    /// The administrator registered with another phone than the application names.
    PhoneMismatch,
    /// A teacher joined, and the status has waited for 41 days.
    UnverifiedTeacher,
    /// A link that nobody used for more than thirty days; seventeen of them.
    UnclaimedLink,
    /// A parent is a member of a class; breaks a rule (2.7/1).
    ParentInClass,
    /// The teacher who left is still in the staff room.
    DismissedInStaffRoom,
    /// A line still names the teacher who left; five of them.
    DismissedTeaches,
    /// A chat that the teacher who left still owns; five of them.
    DismissedInChat,
    /// A student who changed the class is still a member of the old one.
    TransferredInBoth,
    /// A chat of the old class in which that student still is.
    TransferredInChat,
    /// «Ёлкина Алёна» and «Елкина Алена» with one birth date; the second of them.
    NearHomonym,
    /// A family name with a Latin letter that looks Cyrillic, in 7А.
    LatinLetter,
    /// A student without a representative.
    NoParent,
    /// A parent of three children in three classes: counted once. No defect of the plan, but of who counts.
    ThreeClasses,
    /// 9В has no chat for «Вероятность и статистика»; its line.
    NoSubjectChat,
    /// A student reads the channel of the staff.
    StudentInStaffChannel,
    /// An additional administrator never joined the staff room; breaks a rule (2.1/7).
    AdministratorNeverJoined,
    /// A chat without a moderator.
    NoModerator,
    /// A broadcast without a host.
    NoHost,
    /// A sheet asks people to know an edition that is in force no more.
    SupersededEdition,
    /// A parent withdrew consent.
    ConsentWithdrawn,
}

impl Defect {
    /// Every defect.
    pub const ALL: [Self; 22] = [
        Self::NoHomeroom,
        Self::HomeroomMismatch,
        Self::PhoneMismatch,
        Self::UnverifiedTeacher,
        Self::UnclaimedLink,
        Self::ParentInClass,
        Self::DismissedInStaffRoom,
        Self::DismissedTeaches,
        Self::DismissedInChat,
        Self::TransferredInBoth,
        Self::TransferredInChat,
        Self::NearHomonym,
        Self::LatinLetter,
        Self::NoParent,
        Self::ThreeClasses,
        Self::NoSubjectChat,
        Self::StudentInStaffChannel,
        Self::AdministratorNeverJoined,
        Self::NoModerator,
        Self::NoHost,
        Self::SupersededEdition,
        Self::ConsentWithdrawn,
    ];

    /// The code of the lint that finds it; none where there is nothing to find.
    #[must_use]
    pub fn lint(self) -> Option<&'static str> {
        Some(match self {
            Self::PhoneMismatch => "L03",
            Self::ParentInClass => "L07",
            Self::AdministratorNeverJoined => "L09",
            Self::NoHomeroom | Self::HomeroomMismatch => "L10",
            Self::UnverifiedTeacher => "L12",
            Self::DismissedInStaffRoom
            | Self::DismissedTeaches
            | Self::DismissedInChat
            | Self::TransferredInBoth
            | Self::TransferredInChat => "L13",
            Self::UnclaimedLink => "L14",
            Self::StudentInStaffChannel => "L15",
            Self::NoHost => "L16",
            Self::NoSubjectChat => "L23",
            Self::NoParent => "L24",
            Self::NoModerator | Self::ConsentWithdrawn => "L26",
            Self::NearHomonym | Self::LatinLetter => "L27",
            Self::SupersededEdition => "L28",
            Self::ThreeClasses => return None,
        })
    }

    /// Whether its record breaks a rule of the domain: it comes in with a whole plan, never through a command.
    #[must_use]
    pub fn breaks_a_rule(self) -> bool {
        matches!(self, Self::ParentInClass | Self::AdministratorNeverJoined | Self::HomeroomMismatch)
    }
}

/// Lines that still name the teacher who left.
const LEFT_LINES: usize = 5;
/// Since this day links lie unclaimed.
const GROWN: chrono::NaiveDate = day(2026, 10, 5);
/// The first day of the transferred student in the new class.
const TRANSFER: chrono::NaiveDate = day(2026, 10, 1);

/// Plants what the records of people and classes carry, before the office knows of it.
pub fn plant(sketch: &mut Sketch, staff: &Staff, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    let room = |label: &str| Ok::<_, Unmade>(frame.rooms.get(frame.at(label)?).ok_or(Unmade::Missing("class"))?.id);
    let list = |label: &str| {
        let at = frame.at(label)?;
        students.of_class.get(at).zip(students.parents_of.get(at)).ok_or(Unmade::Missing("class list"))
    };
    sketch.plant::<Class>(Defect::NoHomeroom, room("6В")?);
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

/// Plants what the office of the year leaves wrong.
pub fn plant_late(sketch: &mut Sketch, staff: &Staff, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    late::plant(sketch, staff, frame, students)
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

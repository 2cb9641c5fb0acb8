//! What movements, their steps and the problems of a change of the year are called.

use crate::domain::{MovementKind, School};
use crate::plan::rollover::Problem;

use super::{Lang, msg};

/// The kind of a movement: «зачисление».
#[must_use]
pub fn kind(lang: Lang, kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Enrol => msg::movement_kind_enrol(lang),
        MovementKind::ClassChange => msg::movement_kind_class_change(lang),
        MovementKind::Promote => msg::movement_kind_promote(lang),
        MovementKind::Repeat => msg::movement_kind_repeat(lang),
        MovementKind::Graduate => msg::movement_kind_graduate(lang),
        MovementKind::Leave => msg::movement_kind_leave(lang),
        MovementKind::Hire => msg::movement_kind_hire(lang),
        MovementKind::Dismiss => msg::movement_kind_dismiss(lang),
        MovementKind::Absence => msg::movement_kind_absence(lang),
        MovementKind::Return => msg::movement_kind_return(lang),
        MovementKind::ReRole => msg::movement_kind_re_role(lang),
    }
}

/// What a button that records it says: «Зачислить».
#[must_use]
pub fn verb(lang: Lang, kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Enrol => msg::movement_do_enrol(lang),
        MovementKind::ClassChange => msg::movement_do_class_change(lang),
        MovementKind::Promote => msg::movement_do_promote(lang),
        MovementKind::Repeat => msg::movement_do_repeat(lang),
        MovementKind::Graduate => msg::movement_do_graduate(lang),
        MovementKind::Leave => msg::movement_do_leave(lang),
        MovementKind::Hire => msg::movement_do_hire(lang),
        MovementKind::Dismiss => msg::movement_do_dismiss(lang),
        MovementKind::Absence => msg::movement_do_absence(lang),
        MovementKind::Return => msg::movement_do_return(lang),
        MovementKind::ReRole => msg::movement_do_re_role(lang),
    }
}

/// What the form of a kind says above its fields.
#[must_use]
pub fn lead(lang: Lang, kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Enrol => msg::movement_lead_enrol(lang),
        MovementKind::ClassChange | MovementKind::Promote | MovementKind::Repeat => msg::movement_lead_change(lang),
        MovementKind::Graduate | MovementKind::Leave => msg::movement_lead_leave(lang),
        MovementKind::Hire => msg::movement_lead_hire(lang),
        MovementKind::Dismiss => msg::movement_lead_dismiss(lang),
        MovementKind::Absence => msg::movement_lead_absence(lang),
        MovementKind::Return => msg::movement_lead_return(lang),
        MovementKind::ReRole => msg::movement_rerole_lead(lang),
    }
}

/// What its day is: the first in the class or at work, or the first without.
#[must_use]
pub fn day(lang: Lang, kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Graduate | MovementKind::Leave | MovementKind::Dismiss => msg::movement_day_after(lang),
        _ => msg::movement_day_first(lang),
    }
}

/// A problem of the change of the year.
#[must_use]
pub fn problem(lang: Lang, school: &School, problem: &Problem) -> String {
    let class = |id| school.class_name(id);
    match problem {
        Problem::NoYear => msg::rollover_no_year(lang).to_owned(),
        Problem::Days => msg::rollover_problem_days(lang).to_owned(),
        Problem::NoSuccessor(id, students) => msg::rollover_problem_successor(lang, &class(*id), *students as u64),
        Problem::GradeMisfit(id, to) => msg::rollover_problem_grade(lang, &class(*id), &to.to_string()),
        Problem::NoClassForRepeater(person, grade) => {
            msg::rollover_problem_repeater(lang, &grade.to_string(), &school.person_name(*person))
        }
        Problem::Merged(to) => msg::rollover_problem_merged(lang, &to.to_string()),
        Problem::Exists(to) => msg::rollover_problem_exists(lang, &to.to_string()),
    }
}

//! The part of `#/settings` about storage: what the two copies are.

use crate::store::PlaceError;
use crate::store::boot::{Trouble, Which};
use crate::store::saver::{NotSaved, SaveState};

/// What a copy of the plan is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copy {
    /// There is no plan yet.
    Empty,
    /// It holds the plan as it is open.
    Whole,
    /// It is being written.
    Behind,
    /// It was damaged or old when the page opened; it is mended by the tab that writes.
    ToMend,
    /// It did not take the plan.
    Failed(PlaceError),
    /// It did not take the plan for a reason beyond the place.
    Refused(NotSaved),
}

/// The states of the durable copy and of the boot copy.
#[must_use]
pub fn copies(state: &SaveState, trouble: &Trouble, has_plan: bool) -> [Copy; 2] {
    [Which::Durable, Which::Boot].map(|which| copy(which, state, trouble, has_plan))
}

fn copy(which: Which, state: &SaveState, trouble: &Trouble, has_plan: bool) -> Copy {
    match (state, which) {
        // What the last save says is newer than what the start saw.
        (SaveState::Saved { warning: Some(error), .. }, Which::Boot)
        | (SaveState::NotSaved { reason: NotSaved::Place(error), .. }, Which::Durable) => Copy::Failed(error.clone()),
        (SaveState::NotSaved { reason, .. }, Which::Durable) => Copy::Refused(reason.clone()),
        (SaveState::Saved { .. }, _) | (SaveState::NotSaved { in_boot_copy: true, .. }, Which::Boot) => Copy::Whole,
        (SaveState::Changed | SaveState::NotSaved { .. }, _) => Copy::Behind,
        (SaveState::Untouched, _) => at_start(which, trouble, has_plan),
    }
}

fn at_start(which: Which, trouble: &Trouble, has_plan: bool) -> Copy {
    if let Some((_, error)) = trouble.unreadable.iter().find(|(other, _)| *other == which) {
        Copy::Failed(error.clone())
    } else if trouble.needs_mending.contains(&which) || trouble.damaged.iter().any(|(other, _)| *other == which) {
        Copy::ToMend
    } else if has_plan {
        Copy::Whole
    } else {
        Copy::Empty
    }
}

/// Whether something was wrong with the copies when the page opened.
#[must_use]
pub fn is_in_trouble(trouble: &Trouble) -> bool {
    !trouble.unreadable.is_empty()
        || !trouble.needs_mending.is_empty()
        || !trouble.damaged.is_empty()
        || trouble.strays > 0
}

#[cfg(test)]
mod tests {
    use super::{Copy, copies, is_in_trouble};
    use crate::store::PlaceError;
    use crate::store::boot::{Trouble, Which};
    use crate::store::saver::{NotSaved, SaveState};

    #[track_caller]
    fn check(state: &SaveState, trouble: &Trouble, expected: [Copy; 2]) {
        assert_eq!(copies(state, trouble, true), expected);
    }

    #[test]
    fn the_last_save_tells() {
        let fine = Trouble::default();
        check(&SaveState::Saved { revision: 3, warning: None }, &fine, [Copy::Whole, Copy::Whole]);
        let once = SaveState::Saved { revision: 3, warning: Some(PlaceError::Full) };
        check(&once, &fine, [Copy::Whole, Copy::Failed(PlaceError::Full)]);
        check(&SaveState::Changed, &fine, [Copy::Behind, Copy::Behind]);
        let failed = NotSaved::Place(PlaceError::Blocked);
        let state = SaveState::NotSaved { reason: failed, in_boot_copy: true };
        check(&state, &fine, [Copy::Failed(PlaceError::Blocked), Copy::Whole]);
        let state = SaveState::NotSaved { reason: NotSaved::ReadOnly, in_boot_copy: false };
        check(&state, &fine, [Copy::Refused(NotSaved::ReadOnly), Copy::Behind]);
    }

    #[test]
    fn before_the_first_save_the_start_tells() {
        check(&SaveState::Untouched, &Trouble::default(), [Copy::Whole, Copy::Whole]);
        let mend = Trouble { needs_mending: vec![Which::Boot], ..Trouble::default() };
        check(&SaveState::Untouched, &mend, [Copy::Whole, Copy::ToMend]);
        let blocked = Trouble { unreadable: vec![(Which::Durable, PlaceError::Blocked)], ..Trouble::default() };
        check(&SaveState::Untouched, &blocked, [Copy::Failed(PlaceError::Blocked), Copy::Whole]);
        assert_eq!(copies(&SaveState::Untouched, &Trouble::default(), false), [Copy::Empty, Copy::Empty]);
        assert!(is_in_trouble(&mend) && is_in_trouble(&blocked) && !is_in_trouble(&Trouble::default()));
    }
}

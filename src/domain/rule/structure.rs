//! Rules of the approved distribution of class teachers (2.1/8).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Verdict, class_name, person_name, refuse};
use crate::clause;
use crate::domain::class::{Class, HomeroomAssignment};
use crate::domain::distribution::HomeroomDistribution;
use crate::domain::draft::Draft;
use crate::domain::id::PersonId;
use crate::domain::refusal::Reason;
use crate::domain::staff::Position;

/// 2.1/8: the list names somebody of the staff for classes of its year.
pub fn distributions(draft: &Draft, _: NaiveDate) -> Verdict {
    let staff: BTreeSet<PersonId> = draft.rows::<Position>().map(|row| row.person).collect();
    for row in draft.written_rows::<HomeroomDistribution>() {
        if let Some(teacher) = row.rows.values().find(|teacher| !staff.contains(teacher)) {
            return refuse(clause!("2.1/8"), Reason::NotStaff { person: person_name(draft, *teacher) });
        }
    }
    Ok(())
}

/// 2.1/8: a new term follows the approved distribution of its year, unless an order of its own says otherwise.
pub fn keeps_distribution(draft: &Draft) -> Verdict {
    let approved: Vec<&HomeroomDistribution> =
        draft.rows::<HomeroomDistribution>().filter(|row| row.order.is_some()).collect();
    if approved.is_empty() {
        return Ok(());
    }
    for row in draft.written_rows::<HomeroomAssignment>() {
        let before = draft.before().homerooms().get(&row.id);
        let is_told =
            before.is_some_and(|old| (old.class, old.teacher, old.order) == (row.class, row.teacher, row.order));
        let year = draft.get::<Class>(row.class).and_then(Class::year);
        let Some(list) = approved.iter().find(|list| Some(list.year) == year && !is_told) else { continue };
        let has_own_order = row.order.is_some() && row.order != list.order;
        let teacher = list.rows.get(&row.class);
        if teacher != Some(&row.teacher) && !has_own_order {
            let approved = teacher.map(|id| person_name(draft, *id)).unwrap_or_default();
            return refuse(
                clause!("2.1/8"),
                Reason::NotInDistribution { class: class_name(draft, row.class), approved },
            );
        }
    }
    Ok(())
}

//! L04, L06, L10: the staff room, the classes against the approved list, the class teachers against the distribution.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::words::{cyrillic_twin, fold};
use crate::domain::{
    Class, ClassId, ClassLabel, HomeroomAssignment, HomeroomDistribution, Membership, Nomenclature, PersonId,
};

pub(super) fn staff_room(ground: &Ground, found: &mut Vec<Finding>) {
    let rooms: BTreeSet<ClassId> =
        ground.school.classes().values().filter(|class| class.is_staff_room()).map(|class| class.id).collect();
    // 2.1/4: exactly one.
    if rooms.is_empty() {
        found.push(Finding::error(Lint::StaffRoom, clause!("2.1/4"), Issue::NoStaffRoom, Remedy::Structure));
    }
    if rooms.len() > 1 {
        let issue = Issue::StaffRooms { count: rooms.len() };
        found.push(Finding::error(Lint::StaffRoom, clause!("2.1/4"), issue, Remedy::Structure).classes(rooms.clone()));
    }
    // 2.1/4, 2.7/1: for pedagogues; a student or a representative is never in it.
    for row in ground.memberships() {
        let is_outsider =
            rooms.contains(&row.class) && row.period.contains(ground.day) && !ground.posts.contains_key(&row.person);
        if is_outsider {
            let person = row.person;
            let issue = Issue::OutsiderInStaffRoom { person };
            let finding = Finding::error(Lint::StaffRoom, clause!("2.1/4"), issue, Remedy::Person(person));
            found.push(finding.people([person]).shown_by::<Membership>(row.id));
        }
    }
}

/// A label under which look-alike letters meet.
fn look(label: &ClassLabel) -> (u8, String) {
    let letters: String = label.letter().chars().map(|c| cyrillic_twin(c).unwrap_or(c)).collect();
    (label.grade(), fold(&letters))
}

pub(super) fn classes(ground: &Ground, found: &mut Vec<Finding>) {
    let mut seen: BTreeMap<(u8, String), ClassId> = BTreeMap::new();
    for class in ground.index.classes.iter() {
        let Some(label) = ground.school.classes().get(class).and_then(|row| row.label()) else { continue };
        // 2.1/5: a grade and a letter once, be the letter Latin or Cyrillic.
        if let Some(twin) = seen.insert(look(label), *class) {
            let issue = Issue::ClassTwice { class: *class, twin };
            let finding = Finding::error(Lint::Nomenclature, clause!("2.1/5"), issue, Remedy::Class(*class));
            found.push(finding.classes([twin, *class]).shown_by::<Class>(*class));
        }
    }
    if seen.is_empty() {
        return;
    }
    let lists: Vec<_> =
        ground.school.nomenclatures().values().filter(|row| Some(row.year) == ground.index.year).collect();
    if lists.is_empty() {
        let issue = Issue::NoNomenclature;
        found.push(Finding::warning(Lint::Nomenclature, clause!("2.1/5"), issue, Remedy::StructureOrders));
        return;
    }
    for list in &lists {
        if list.order.is_none() {
            let issue = Issue::NomenclatureWithoutOrder;
            let finding = Finding::warning(Lint::Nomenclature, clause!("2.1/5"), issue, Remedy::StructureOrders);
            found.push(finding.shown_by::<Nomenclature>(list.id));
        }
    }
    // 2.1/5: the classes are those of the approved list.
    let approved: BTreeMap<(u8, String), &ClassLabel> =
        lists.iter().flat_map(|list| &list.classes).map(|label| (look(label), label)).collect();
    for (key, class) in &seen {
        if !approved.contains_key(key) {
            let issue = Issue::ClassNotApproved { class: *class };
            let finding = Finding::warning(Lint::Nomenclature, clause!("2.1/5"), issue, Remedy::StructureOrders);
            found.push(finding.classes([*class]).shown_by::<Class>(*class));
        }
    }
    for (key, label) in approved {
        if !seen.contains_key(&key) {
            let issue = Issue::ClassNotCreated { label: label.clone() };
            found.push(Finding::warning(Lint::Nomenclature, clause!("2.1/5"), issue, Remedy::Structure));
        }
    }
}

pub(super) fn homerooms(ground: &Ground, found: &mut Vec<Finding>) {
    let lists: Vec<&HomeroomDistribution> = ground
        .school
        .distributions()
        .values()
        .map(AsRef::as_ref)
        .filter(|row| Some(row.year) == ground.index.year)
        .collect();
    let approved: BTreeMap<ClassId, PersonId> =
        lists.iter().flat_map(|list| list.rows.iter().map(|(class, teacher)| (*class, *teacher))).collect();
    let orders: BTreeSet<_> = lists.iter().filter_map(|list| list.order).collect();
    let terms: BTreeMap<ClassId, &HomeroomAssignment> = ground
        .school
        .homerooms()
        .values()
        .filter(|row| row.period.contains(ground.day))
        .map(|row| (row.class, row.as_ref()))
        .collect();
    for class in ground.index.classes.iter() {
        let class = *class;
        // 2.1/8, 2.3: a class has a class teacher.
        let Some(term) = terms.get(&class) else {
            let issue = Issue::NoHomeroom { class };
            let finding = Finding::error(Lint::Homeroom, clause!("2.1/8"), issue, Remedy::Class(class));
            found.push(finding.classes([class]).shown_by::<Class>(class));
            continue;
        };
        let teacher = term.teacher;
        // 2.1/8: by the approved distribution; an order of its own replaces a row of it.
        let has_own_order = term.order.is_some_and(|order| !orders.contains(&order));
        let issue = match approved.get(&class) {
            Some(approved) if *approved == teacher => continue,
            Some(approved) if !has_own_order => Issue::HomeroomMismatch { class, teacher, approved: *approved },
            None if !has_own_order => Issue::HomeroomWithoutOrder { class, teacher },
            _ => continue,
        };
        let finding = Finding::error(Lint::Homeroom, clause!("2.1/8"), issue, Remedy::StructureOrders);
        let finding = finding.classes([class]).people([teacher]).shown_by::<HomeroomAssignment>(term.id);
        found.push(match lists.first() {
            Some(list) => finding.shown_by::<HomeroomDistribution>(list.id),
            None => finding,
        });
    }
    if lists.is_empty() && !terms.is_empty() {
        let issue = Issue::NoDistribution;
        found.push(Finding::warning(Lint::Homeroom, clause!("2.1/8"), issue, Remedy::StructureOrders));
    }
    for (person, led) in ground.index.led_classes.iter() {
        if led.len() > usize::from(ground.settings.homeroom_classes) {
            let issue = Issue::TooManyClasses { person: *person, count: led.len() };
            let finding = Finding::warning(Lint::Homeroom, clause!("2.1/8"), issue, Remedy::Person(*person));
            found.push(finding.people([*person]).classes(led.iter().copied()));
        }
    }
}

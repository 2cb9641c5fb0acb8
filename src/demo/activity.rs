//! Extracurricular groups, some of one class, some of several, and the groups of activists.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Unmade;
use super::family::Students;
use super::frame::Frame;
use super::sketch::Sketch;
use super::staff::Staff;
use crate::domain::{ActiveGroup, ActiveGroupKind, ActivityGroup, ClassId, Hours, PersonId};

/// Clubs with their first and last grade; their students come from several classes (2.4/3b).
const CLUBS: [(&str, u8, u8); 9] = [
    ("Функциональная грамотность", 5, 9),
    ("Шахматы", 2, 7),
    ("Юный эколог Верхневолжья", 5, 8),
    ("Театр «Сова»", 3, 9),
    ("Робототехника", 5, 9),
    ("Волейбол", 7, 11),
    ("Хор", 2, 6),
    ("Школьный медиацентр", 7, 11),
    ("Основы проектной деятельности", 8, 10),
];

/// Writes the groups.
pub fn gather(
    sketch: &mut Sketch,
    staff: &Staff,
    frame: &Frame,
    students: &Students,
    homerooms: &[Option<PersonId>],
) -> Result<(), Unmade> {
    for (room, teacher) in frame.rooms.iter().zip(homerooms) {
        group(sketch, frame, "Разговоры о важном".to_owned(), *teacher, BTreeSet::from([room.id]), BTreeSet::new());
    }
    let classes =
        |first: u8, last: u8| -> Vec<usize> { (first..=last).flat_map(|grade| frame.of_grade(grade)).collect() };
    let ids = |chosen: &[usize]| -> BTreeSet<ClassId> {
        chosen.iter().filter_map(|at| frame.rooms.get(*at)).map(|room| room.id).collect()
    };
    for (name, first, last) in [
        ("Орлята России", 1, 1),
        ("Орлята России", 2, 2),
        ("Орлята России", 3, 3),
        ("Орлята России", 4, 4),
        ("Россия — мои горизонты", 6, 7),
        ("Россия — мои горизонты", 8, 8),
        ("Россия — мои горизонты", 9, 9),
        ("Россия — мои горизонты", 10, 11),
    ] {
        let chosen = classes(first, last);
        let leader = chosen.iter().find_map(|at| homerooms.get(*at).copied().flatten());
        group(sketch, frame, name.to_owned(), leader, ids(&chosen), BTreeSet::new());
    }
    let clubs = sketch.size.activities.saturating_sub(sketch.records.activities.len());
    let mut leaders = staff.educators.iter().chain(&staff.specialists).cycle();
    for (number, (name, first, last)) in CLUBS.iter().cycle().take(clubs).enumerate() {
        let round = number / CLUBS.len();
        let name = if round == 0 { (*name).to_owned() } else { format!("{name}, группа {}", round + 1) };
        let mut chosen = classes(*first, *last);
        sketch.dice.shuffle(&mut chosen);
        chosen.truncate(4 + sketch.dice.below(4));
        let mut members = BTreeSet::new();
        for at in &chosen {
            let list = students.of_class.get(*at).map(Vec::as_slice).unwrap_or_default();
            for _ in 0..3 {
                members.extend(sketch.dice.pick(list).map(|(id, _)| id));
            }
        }
        let leader = leaders.next().map(|worker| worker.id).ok_or(Unmade::Missing("leader"))?;
        group(sketch, frame, name, Some(leader), ids(&chosen), members);
    }
    activists(sketch, frame, students);
    Ok(())
}

fn group(
    sketch: &mut Sketch,
    frame: &Frame,
    name: String,
    leader: Option<PersonId>,
    classes: BTreeSet<ClassId>,
    members: BTreeSet<PersonId>,
) {
    let (id, year, hours) = (sketch.ids.fresh(), frame.year, Hours(100));
    sketch.records.activities.push(Arc::new(ActivityGroup { id, name, year, leader, classes, members, hours }));
}

/// Two parents of each class, two students of each class from grade 5 on (2.2/6c, 2.2/6d).
fn activists(sketch: &mut Sketch, frame: &Frame, students: &Students) {
    for (at, room) in frame.rooms.iter().enumerate() {
        let parents = students.parents_of.get(at).map(Vec::as_slice).unwrap_or_default();
        let list = students.of_class.get(at).map(Vec::as_slice).unwrap_or_default();
        let parents = [parents.get(2), parents.get(9)].into_iter().flatten().copied().collect();
        let pupils = [list.get(4), list.get(11)].into_iter().flatten().map(|(id, _)| *id).collect();
        let mut add = |kind, members| {
            let (id, class) = (sketch.ids.fresh(), Some(room.id));
            sketch.records.active_groups.push(Arc::new(ActiveGroup { id, kind, class, members }));
        };
        add(ActiveGroupKind::Parents, parents);
        if room.label.grade() > 4 {
            add(ActiveGroupKind::Students, pupils);
        }
    }
}

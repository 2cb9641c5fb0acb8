//! The matrix, the list of lines, groups and sums.

use std::collections::BTreeSet;

use super::{
    LineFilter, active, found, grades, group_row, groups, hours_by_class, hours_by_teacher, line_row, matrix, subjects,
    teachers,
};
use crate::domain::sample::{Sample, day};
use crate::domain::{ActiveGroup, ActiveGroupKind, ActivityGroup, Hours, LoadLine};
use crate::plan::Index;

/// The sample with a vacant line of a subgroup in 7Б, a group over both classes and parent activists of 7А.
fn school() -> Sample {
    let mut sample = Sample::new();
    let subject = *sample.workspace.school().subjects().keys().next().unwrap();
    let (line, group, active) = (sample.ids.fresh(), sample.ids.fresh(), sample.ids.fresh());
    let (class, year, leader) = (sample.class_7b, sample.year, sample.baranov);
    sample.save(LoadLine {
        id: line,
        class,
        subject,
        group: "1 группа".into(),
        members: BTreeSet::new(),
        teacher: None,
        hours: Hours(250),
    });
    let classes = BTreeSet::from([sample.class_7a, sample.class_7b]);
    let members = BTreeSet::from([sample.zueva]);
    sample.save(ActivityGroup {
        id: group,
        name: "Шахматы".into(),
        year,
        leader: Some(leader),
        classes,
        members,
        hours: Hours(150),
    });
    let members = BTreeSet::from([sample.zueva_mother]);
    sample.save(ActiveGroup { id: active, kind: ActiveGroupKind::Parents, class: Some(sample.class_7a), members });
    sample
}

fn with<T>(read: impl FnOnce(&Sample, &crate::domain::School, &Index) -> T) -> T {
    let sample = school();
    let index = Index::of(sample.workspace.school(), day(10));
    read(&sample, sample.workspace.school(), &index)
}

#[track_caller]
fn check_matrix(grade: Option<u8>, expected: &[&str]) {
    let matrix = with(|_, school, index| matrix(school, index, grade));
    let mut cells = Vec::new();
    for row in &matrix.rows {
        for ((_, class), lines) in matrix.classes.iter().zip(&row.cells) {
            let lines: Vec<String> =
                lines.iter().map(|line| format!("{}{} {}", line.group, line.teacher, line.hours.0)).collect();
            cells.push(format!("{} {class}: {}", row.name, lines.join(", ")).replace('\u{a0}', " "));
        }
    }
    assert_eq!(cells, expected);
}

#[test]
fn a_cell_holds_its_lines() {
    let both = ["Математика 7А: Баранов Г. О. 500", "Математика 7Б: 1 группа 250"];
    check_matrix(None, &both);
    check_matrix(Some(7), &both);
    check_matrix(Some(8), &[]);
    assert_eq!(with(|_, school, index| grades(school, index)), [7]);
}

#[track_caller]
fn check_lines(filter: impl FnOnce(&Sample) -> LineFilter, expected: &[&str]) {
    let rows = with(|sample, school, index| {
        let ids = found(school, index, filter(sample));
        ids.into_iter()
            .filter_map(|id| line_row(school, id))
            .map(|row| format!("{} {}", row.class.1, row.subject))
            .collect::<Vec<_>>()
    });
    assert_eq!(rows, expected);
}

#[test]
fn lines_by_class_teacher_and_vacancy() {
    let all = LineFilter::default();
    check_lines(|_| all, &["7А Математика", "7Б Математика"]);
    check_lines(|sample| LineFilter { class: Some(sample.class_7b), ..all }, &["7Б Математика"]);
    check_lines(|sample| LineFilter { teacher: Some(sample.baranov), ..all }, &["7А Математика"]);
    check_lines(|sample| LineFilter { teacher: Some(sample.vetrova), ..all }, &[]);
    check_lines(|_| LineFilter { is_vacant: true, ..all }, &["7Б Математика"]);
}

#[test]
fn groups_and_activists() {
    with(|sample, school, index| {
        let rows = groups(school, index);
        let labels: Vec<&str> = rows[0].classes.iter().map(|(_, label)| label.as_str()).collect();
        assert_eq!((rows.len(), rows[0].name.as_str(), labels), (1, "Шахматы", vec!["7А", "7Б"]));
        assert_eq!(rows[0].members, [(sample.zueva, "Зуева Ева Марковна".to_owned())]);
        assert_eq!(group_row(school, index, rows[0].id).as_ref(), Some(&rows[0]));
        let active = active(school, index);
        assert_eq!((active[0].class.as_str(), active[0].members.len()), ("7А", 1));
    });
}

#[test]
fn sums_count_lines_and_groups() {
    with(|sample, school, index| {
        assert_eq!(hours_by_teacher(school, index), [(sample.baranov, "Баранов Глеб Олегович".to_owned(), 650)]);
        let classes: Vec<u32> = hours_by_class(school, index).into_iter().map(|(_, _, sum)| sum).collect();
        assert_eq!(classes, [500, 250]);
        assert_eq!(subjects(school)[0].2, 2);
        assert_eq!(teachers(school, index)[0].1, "Баранов Глеб Олегович");
    });
}

//! Each list holds what is on screen, whole and in its order.

use super::*;
use crate::domain::sample::{Sample, day};
use crate::domain::{Hours, LoadLine};
use crate::plan::Index;
use crate::regulation::Interpretations;
use crate::view::directory::{Column, Directory, Filter};
use crate::view::load::{self, LineFilter};
use crate::view::{matrix as cells, people as everybody, structure};

/// The lines of a list as text.
fn lines_of(list: &List) -> Vec<String> {
    let row = |row: &Vec<Value>| row.iter().map(Value::text).collect::<Vec<_>>().join("|");
    std::iter::once(list.heads.join("|")).chain(list.rows.iter().map(row)).collect()
}

fn with<T>(sample: &Sample, look: impl FnOnce(&crate::domain::School, &Index) -> T) -> T {
    let school = sample.workspace.school();
    look(school, &Index::of(school, day(10)))
}

/// The rows of people in an order.
fn found(sample: &Sample, is_descending: bool) -> Vec<PersonRow> {
    with(sample, |school, index| {
        let directory = Directory::of(school, index, None);
        let found = directory.find(&Filter::default(), Column::Name, None);
        everybody::rows(school, index, &directory, &found, is_descending, 0, found.len())
    })
}

#[test]
fn people_come_whole_and_in_the_order_of_the_screen() {
    let sample = Sample::new();
    let up = lines_of(&people(Lang::Ru, &found(&sample, false)));
    let mut down = lines_of(&people(Lang::Ru, &found(&sample, true)));
    assert_eq!(up.len(), sample.workspace.school().people().len() + 1);
    assert_eq!(up[0], "Фамилия, имя, отчество|Класс|Роль|Телефон|Участие на платформе");
    assert!(up.iter().any(|line| line.starts_with("Баранов")), "{up:#?}");
    let mut turned = vec![down.remove(0)];
    turned.extend(down.into_iter().rev());
    assert_eq!(turned, up);
}

#[test]
fn the_matrix_has_a_column_for_each_shown_role() {
    let sample = Sample::new();
    let list = with(&sample, |school, index| {
        let regulation = crate::regulation::in_force(school, index.day);
        let filter = cells::Filter { role: Some("subject-teacher".into()), ..cells::Filter::default() };
        let rows = cells::rows(&regulation, &Interpretations::of(school, index.day), &filter);
        matrix(Lang::Ru, &regulation, &cells::roles(&regulation, &filter), &rows)
    });
    assert_eq!((list.heads.len(), list.rows.len()), (4, 57));
    assert!(list.rows.iter().all(|row| row.len() == 4 && !row[3].text().is_empty()));
    assert!(list.rows.iter().any(|row| row[3].text().contains("(2.4/")), "the clause of a cell comes along");
}

#[test]
fn the_load_comes_as_lines_and_as_a_matrix() {
    let mut sample = Sample::new();
    let (line, class) = (sample.ids.fresh(), sample.class_7b);
    let subject = *sample.workspace.school().subjects().keys().next().unwrap();
    let group = "=1+1".to_owned();
    let members = std::collections::BTreeSet::new();
    sample.save(LoadLine { id: line, class, subject, group, members, teacher: None, hours: Hours(250) });
    with(&sample, |school, index| {
        let ids = load::found(school, index, LineFilter { is_vacant: true, ..LineFilter::default() });
        let rows: Vec<LineRow> = ids.iter().filter_map(|id| load::line_row(school, *id)).collect();
        let list = lines(Lang::Ru, &rows);
        let told = lines_of(&list);
        assert_eq!(told.len(), 2, "{told:#?}");
        assert!(told[1].starts_with("7Б|") && told[1].ends_with("|=1+1|вакансия|2,5"), "{told:#?}");
        // A spreadsheet must not count what a person typed.
        assert!(list.csv().contains("'=1+1"), "{}", list.csv());
        let across = lines_of(&load_matrix(Lang::Ru, &load::matrix(school, index, Some(7))));
        assert_eq!(across[0], "Предмет|7А|7Б");
        assert!(across.iter().any(|row| row.contains("=1+1, вакансия, 2,5")), "{across:#?}");
    });
}

#[test]
fn classes_come_with_their_teacher() {
    let sample = Sample::new();
    let tree = with(&sample, |school, index| structure::tree(school, index, sample.year));
    let told = lines_of(&classes(Lang::Ru, &tree));
    assert_eq!(told.len(), tree.classes + 1);
    assert!(told[1].starts_with("7|7А|"), "{told:#?}");
}

#[test]
fn the_journal_tells_who_did_what() {
    let sample = Sample::new();
    let workspace = &sample.workspace;
    let page = crate::view::journal::page(
        workspace.journal(),
        workspace.school(),
        &crate::view::journal::Filter::default(),
        (0, usize::MAX),
        |_| String::new(),
    );
    let list = journal(Lang::Ru, crate::regulation::Regulation::bundled(), &page.rows, |at| at.naive_utc());
    assert_eq!(list.rows.len(), workspace.journal().entries().len());
    assert!(list.rows.iter().all(|row| row.len() == list.heads.len()));
}

//! The matrix on screen: what filters leave, what a school's choice changes, where the keys lead.

use super::{Filter, Line, MatrixCell, Move, lines, rows};
use crate::regulation::{ActionId, Area, CellId, Interpretations, Regulation, RoleId, Stance, Verdict};

fn numbers(filter: &Filter) -> Vec<u16> {
    rows(Regulation::bundled(), &Interpretations::default(), filter).iter().map(|(_, row)| row.action.0).collect()
}

#[track_caller]
fn check(filter: &Filter, expected: &[u16]) {
    assert_eq!(numbers(filter), expected);
}

fn text(text: &str) -> Filter {
    Filter { text: text.into(), ..Filter::default() }
}

#[test]
fn everything_without_a_filter() {
    let regulation = Regulation::bundled();
    let all = rows(regulation, &Interpretations::default(), &Filter::default());
    assert_eq!(all.len(), regulation.actions().len());
    assert!(all.iter().all(|(_, row)| row.cells.len() == regulation.roles().len()));
    let headings = lines(&all).iter().filter(|line| matches!(line, Line::Area(..))).count();
    let areas: std::collections::BTreeSet<Area> = regulation.actions().iter().map(|action| action.area).collect();
    assert_eq!(headings, areas.len(), "each area once");
}

#[test]
fn filters() {
    check(&text("15"), &[15]);
    check(&text("утверд положение приказом"), &[1]);
    check(&text("approve regulation"), &[1]);
    check(&text("2.3/3a"), &[38]);
    check(&text("нет такого действия"), &[]);
    check(&Filter { area: Some(Area::Statistics), ..Filter::default() }, &[56]);
    check(&Filter { clause: Some(crate::clause!("2.7/2")), ..Filter::default() }, &[47]);
    let role = Some(RoleId::from("parent"));
    check(&Filter { role: role.clone(), verdict: Some(Verdict::Duty), ..Filter::default() }, &[18, 47]);
    check(&Filter { role, verdict: Some(Verdict::Right), ..Filter::default() }, &[52, 53, 54]);
}

#[test]
fn a_choice_of_the_school_shows_in_its_cell_only() {
    let regulation = Regulation::bundled();
    let role = RoleId::from("class-teacher");
    let action = regulation.action(ActionId(12)).unwrap();
    let cell = |interpretations: &Interpretations| MatrixCell::of(regulation, interpretations, action, &role).unwrap();
    let before = cell(&Interpretations::default());
    assert_eq!((before.verdict, before.is_permitted, before.choice), (Verdict::Unsettled, false, None));
    let chosen: Interpretations =
        [(CellId { action: ActionId(12), role: role.clone() }, Stance::Allow)].into_iter().collect();
    let after = cell(&chosen);
    assert_eq!((after.verdict, after.is_permitted, after.choice), (Verdict::Allowed, true, Some(Stance::Allow)));
    let changed = rows(regulation, &Interpretations::default(), &Filter::default())
        .into_iter()
        .zip(rows(regulation, &chosen, &Filter::default()))
        .flat_map(|((_, a), (_, b))| a.cells.into_iter().zip(b.cells))
        .filter(|(a, b)| a != b)
        .count();
    assert_eq!(changed, 1);
}

#[track_caller]
fn check_move(key: &str, has_ctrl: bool, at: (usize, usize), expected: (usize, usize)) {
    assert_eq!(Move::of(key, has_ctrl).unwrap().from(at, (57, 9)), expected);
}

#[test]
fn keys_lead_through_the_cells_and_stop_at_the_edges() {
    check_move("ArrowLeft", false, (3, 0), (3, 0));
    check_move("ArrowRight", false, (3, 4), (3, 5));
    check_move("ArrowRight", false, (3, 8), (3, 8));
    check_move("ArrowUp", false, (0, 4), (0, 4));
    check_move("ArrowDown", false, (56, 4), (56, 4));
    check_move("Home", false, (5, 4), (5, 0));
    check_move("End", false, (5, 4), (5, 8));
    check_move("PageDown", false, (50, 4), (56, 4));
    check_move("PageUp", false, (50, 4), (40, 4));
    check_move("Home", true, (5, 4), (0, 0));
    check_move("End", true, (5, 4), (56, 8));
    assert_eq!(Move::of("Enter", false), None);
    assert_eq!(Move::of("ArrowLeft", true), None);
}

#[test]
fn two_roles_are_compared() {
    let role = |id: &str| Some(RoleId::from(id));
    let both = Filter { role: role("class-teacher"), other: role("subject-teacher"), ..Filter::default() };
    let regulation = Regulation::bundled();
    let none = Interpretations::default();
    let all = rows(regulation, &none, &both);
    assert_eq!(all.len(), 57);
    assert!(all.iter().all(|(_, row)| row.cells.len() == 2));
    let differing = rows(regulation, &none, &Filter { is_differing: true, ..both });
    let numbers: Vec<u16> = differing.iter().map(|(_, row)| row.action.0).collect();
    // 2.3/3 is the class teacher's, 2.4/3 the subject teacher's; writing to support is everybody's.
    assert!(numbers.contains(&38) && numbers.contains(&42) && !numbers.contains(&52), "{numbers:?}");
    let itself = Filter { role: role("parent"), other: role("parent"), is_differing: true, ..Filter::default() };
    assert_eq!(rows(regulation, &none, &itself).len(), 57, "one column has nothing to differ from");
}

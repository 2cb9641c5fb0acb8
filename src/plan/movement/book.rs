//! The movement book (книга движения): who was there, came, left, in each class in a period, and every movement.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{ClassId, Movement, MovementId, MovementKind, PersonId, School};

/// A class in a period. At the beginning and those who came, without those who left, are those at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BookRow {
    /// Students on the first day.
    pub begin: usize,
    /// Who came from outside after it.
    pub came: usize,
    /// Who came from another class.
    pub moved_in: usize,
    /// Who left the school before the last day.
    pub left: usize,
    /// Who went to another class.
    pub moved_out: usize,
    /// Students on the last day.
    pub end: usize,
}

impl BookRow {
    fn add(&mut self, other: Self) {
        self.begin += other.begin;
        self.came += other.came;
        self.moved_in += other.moved_in;
        self.left += other.left;
        self.moved_out += other.moved_out;
        self.end += other.end;
    }
}

/// A movement of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookEntry {
    /// Which.
    pub id: MovementId,
    /// When.
    pub on: NaiveDate,
}

/// What narrows the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Narrowing {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Only movements of this kind.
    pub kind: Option<MovementKind>,
    /// Only this class.
    pub class: Option<ClassId>,
}

/// The book of a period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    /// By class, for classes that had students in the period.
    pub rows: BTreeMap<ClassId, BookRow>,
    /// All of them together.
    pub total: BookRow,
    /// The movements, the newest first.
    pub entries: Vec<BookEntry>,
}

/// Opens the book. One pass over the stays, one over the movements.
#[must_use]
pub fn book(school: &School, narrowing: Narrowing) -> Book {
    let Narrowing { from, to, kind, class } = narrowing;
    let mut book = Book::default();
    // The days on which each student's stays begin and end: a stay that goes on the next day is a move, not a coming.
    let mut begins: BTreeSet<(PersonId, NaiveDate)> = BTreeSet::new();
    let mut ends: BTreeSet<(PersonId, NaiveDate)> = BTreeSet::new();
    for row in school.enrolments().values() {
        begins.extend(row.period.from.map(|day| (row.student, day)));
        ends.extend(row.period.to.map(|day| (row.student, day)));
    }
    for stay in school.enrolments().values().filter(|stay| class.is_none_or(|class| class == stay.class)) {
        let (first, last) = (stay.period.from, stay.period.to);
        let mut row = BookRow::default();
        if stay.period.contains(from) {
            row.begin = 1;
        } else if let Some(first) = first.filter(|day| *day > from && *day <= to) {
            let is_move = first.pred_opt().is_some_and(|day| ends.contains(&(stay.student, day)));
            *(if is_move { &mut row.moved_in } else { &mut row.came }) = 1;
        } else {
            continue;
        }
        if let Some(last) = last.filter(|day| *day < to) {
            let is_move = last.succ_opt().is_some_and(|day| begins.contains(&(stay.student, day)));
            *(if is_move { &mut row.moved_out } else { &mut row.left }) = 1;
        } else {
            row.end = 1;
        }
        book.rows.entry(stay.class).or_default().add(row);
        book.total.add(row);
    }
    let is_meant = |row: &&Movement| {
        (from..=to).contains(&row.on)
            && kind.is_none_or(|kind| kind == row.kind)
            && class.is_none_or(|class| row.from == Some(class) || row.to == Some(class))
    };
    let meant = school.movements().values().map(AsRef::as_ref).filter(is_meant);
    book.entries = meant.map(|row| BookEntry { id: row.id, on: row.on }).collect();
    book.entries.sort_by_key(|entry| std::cmp::Reverse((entry.on, entry.id)));
    book
}

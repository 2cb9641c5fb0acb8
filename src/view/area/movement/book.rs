//! The movement book (книга движения): totals by class, and every movement of a period.

use chrono::NaiveDate;

use super::preview::class_name;
use super::{Ask, Deed, record};
use crate::domain::{Movement, MovementKind};
use crate::plan::movement::{Book, BookRow, Narrowing, book};
use crate::text::{movement as words, msg};
use crate::view::choice;
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Does, Filter, FilterKind, Row, Section, Table};
use crate::view::room::Room;
use crate::view::route::Route;

/// Most movements shown beside the forms.
const LATEST: usize = 10;

fn narrowing(room: &Room) -> Narrowing {
    let year = room.index.year.and_then(|id| room.school.years().get(&id));
    let first = year.map_or(room.index.day, |year| year.from);
    let parsed = |id: &str, default: NaiveDate| room.query.get(id).parse().unwrap_or(default);
    let kind = room.query.get("kind");
    Narrowing {
        from: parsed("from", first),
        to: parsed("to", room.index.day),
        kind: MovementKind::ALL.into_iter().find(|other| record::button(*other) == kind),
        class: room.query.get("class").parse().ok(),
    }
}

/// The period, the kind and the class.
pub fn filters(room: &Room) -> Vec<Filter> {
    let lang = room.lang;
    let own = narrowing(room);
    let mut kinds = vec![(String::new(), msg::movement_every_kind(lang).to_owned())];
    kinds.extend(MovementKind::ALL.map(|kind| (record::button(kind).to_owned(), words::kind(lang, kind).to_owned())));
    let mut classes = choice::classes(room.school, room.index);
    classes.insert(0, (String::new(), msg::movement_every_class(lang).to_owned()));
    let filter = |id, label: &str, kind, value: String| Filter { id, label: label.to_owned(), kind, value };
    vec![
        filter("from", msg::movement_from(lang), FilterKind::Day, own.from.to_string()),
        filter("to", msg::movement_until(lang), FilterKind::Day, own.to.to_string()),
        filter("kind", msg::movement_kind(lang), FilterKind::Choice(kinds), room.query.get("kind").to_owned()),
        filter("class", msg::movement_class(lang), FilterKind::Choice(classes), room.query.get("class").to_owned()),
    ]
}

/// Totals and movements of the period.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let book = book(room.school, narrowing(room));
    let movements = book.entries.iter().filter_map(|entry| room.school.movements().get(&entry.id)).map(AsRef::as_ref);
    let entries = entries(room, movements.collect());
    let print = Button::new("print", msg::movement_print(lang), Does::Print);
    vec![
        Section::new("totals", msg::movement_totals(lang), Body::Table(totals(room, &book)))
            .note(msg::movement_totals_note(lang))
            .acts(vec![print]),
        Section::new("entries", msg::movement_entries(lang), entries),
    ]
}

/// The last movements, for who has just recorded one; those of the change of the year are in the book.
pub fn latest(room: &Room) -> Section {
    let mut movements: Vec<&Movement> = room.school.movements().values().map(AsRef::as_ref).collect();
    movements.sort_by_key(|row| std::cmp::Reverse((row.on, row.id)));
    movements.truncate(LATEST);
    Section::new("latest", msg::movement_latest(room.lang), entries(room, movements))
}

fn totals(room: &Room, book: &Book) -> Table {
    let lang = room.lang;
    let number = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Number };
    let cells = |name: Cell, row: &BookRow| {
        let numbers = [row.begin, row.came, row.moved_in, row.left, row.moved_out, row.end];
        std::iter::once(name).chain(numbers.map(|number| Cell::number(number as u64))).collect()
    };
    let mut classes: Vec<_> = book.rows.iter().collect();
    classes.sort_by_cached_key(|(id, _)| {
        let class = room.school.classes().get(id);
        (class.and_then(|class| class.label().cloned()), class.and_then(|class| class.year()))
    });
    let mut rows: Vec<Row> = classes
        .into_iter()
        .map(|(id, row)| Row {
            key: id.to_string(),
            cells: cells(Cell::link(room.school.class_name(*id), Route::Class(*id)), row),
            acts: Vec::new(),
        })
        .collect();
    if !rows.is_empty() {
        rows.push(Row {
            key: "total".to_owned(),
            cells: cells(Cell::text(msg::movement_total(lang)), &book.total),
            acts: Vec::new(),
        });
    }
    Table {
        name: msg::movement_totals(lang).to_owned(),
        columns: vec![
            Column { label: msg::movement_class(lang).to_owned(), kind: ColumnKind::Text },
            number(msg::movement_begin(lang)),
            number(msg::movement_came(lang)),
            number(msg::movement_moved_in(lang)),
            number(msg::movement_left(lang)),
            number(msg::movement_moved_out(lang)),
            number(msg::movement_end(lang)),
        ],
        rows,
        bulk: Vec::new(),
        empty: msg::movement_totals_empty(lang).to_owned(),
    }
}

fn entries(room: &Room, movements: Vec<&Movement>) -> Body {
    let lang = room.lang;
    if room.school.movements().is_empty() {
        let kind = MovementKind::Enrol;
        return Body::Empty {
            title: msg::movement_none(lang).to_owned(),
            text: msg::movement_none_text(lang).to_owned(),
            acts: vec![Button::new("first", words::verb(lang, kind), Ask::Record(kind)).primary()],
        };
    }
    let text = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    Body::Table(Table {
        name: msg::movement_entries(lang).to_owned(),
        columns: vec![
            Column { label: msg::movement_day(lang).to_owned(), kind: ColumnKind::Day },
            text(msg::movement_person(lang)),
            text(msg::movement_kind(lang)),
            text(msg::movement_where(lang)),
            text(msg::movement_order(lang)),
            text(msg::movement_steps(lang)),
        ],
        rows: movements.into_iter().map(|movement| entry(room, movement)).collect(),
        bulk: Vec::new(),
        empty: msg::movement_entries_empty(lang).to_owned(),
    })
}

fn entry(room: &Room, movement: &Movement) -> Row {
    let lang = room.lang;
    let name = room.school.person_name(movement.person);
    let order = movement.order.and_then(|id| room.school.acts().get(&id));
    let done = movement.steps.iter().filter(|step| step.done.is_some()).count();
    let steps = if movement.steps.is_empty() {
        Cell::default()
    } else {
        Cell::text(msg::movement_done_of(lang, &done.to_string(), movement.steps.len() as u64))
    };
    Row {
        key: movement.id.to_string(),
        cells: vec![
            Cell::day(Some(movement.on)),
            Cell::link(name.clone(), Route::Person(movement.person)).note(movement.note.clone()),
            Cell::text(words::kind(lang, movement.kind)),
            Cell::text(places(room, movement)),
            Cell::text(order.map(|act| format!("№ {}", act.number)).unwrap_or_default()),
            steps,
        ],
        acts: vec![
            Button::new("edit", msg::edit(lang), Ask::Edit(movement.id)).about(name.clone()),
            Button::new("remove", msg::delete(lang), Deed::Remove(movement.id)).danger().about(name),
        ],
    }
}

/// From where to where.
fn places(room: &Room, movement: &Movement) -> String {
    let class = |id| class_name(room.lang, room.school, id);
    let place = Some(movement.place.clone()).filter(|place| !place.is_empty());
    let from = movement.from.map(class);
    let to = movement.to.map(class);
    let (from, to) = if movement.kind == MovementKind::Enrol { (from.or(place), to) } else { (from, to.or(place)) };
    [from, to].into_iter().flatten().collect::<Vec<_>>().join(" → ")
}

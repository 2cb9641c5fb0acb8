//! `#/roles/compare`: two people side by side, a person on two days, and what would change if the school decided an open
//! question, adopted another edition or appointed somebody: answers, duties, required chats. Nothing is adopted here.

mod planned;
mod profile;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{PersonId, School};
use crate::plan::{Index, Plan};
use crate::regulation::{Basis, CellId, Changed, Interpretations, Regulation, Stance, changed, in_force, of_record};
use crate::text::{Lang, date, decision, msg};
use crate::view::area::kit;
use crate::view::choice;
use crate::view::form::Choice;
use crate::view::page::{Body, Cell, Column, ColumnKind, Filter, FilterKind, Page, Row, Section, Tab, Table, Tone};
use crate::view::preview::roles_of;
use crate::view::room::{Query, Room};
use crate::view::route::Route;
use crate::view::why::row_address;

pub use planned::Planned;
pub use profile::{Answer, Differences, Due, Profile, Seat, Side};

/// The parts of the screen, by the parameter `kind` of the address.
const KINDS: [&str; 5] = ["", "days", "choice", "edition", "appointment"];
/// Most people offered when one is looked for by name.
const MOST: usize = 30;

/// The page.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let asked = room.query.get("kind");
    let here = if KINDS.contains(&asked) { asked } else { "" };
    let (filters, sections) = match here {
        "days" => days(room),
        "choice" => choice_of_school(room),
        "edition" => edition(room),
        "appointment" => appointment(room),
        _ => people(room),
    };
    Page {
        title: msg::compare_title(lang).to_owned(),
        lead: msg::compare_lead(lang).to_owned(),
        up: Some((Route::Roles.to_string(), msg::nav_roles(lang).to_owned())),
        tabs: KINDS.iter().map(|kind| tab(lang, kind, here)).collect(),
        filters,
        sections,
        ..Page::default()
    }
}

fn tab(lang: Lang, kind: &'static str, here: &str) -> Tab {
    let label = match kind {
        "days" => msg::compare_days(lang),
        "choice" => msg::compare_choice(lang),
        "edition" => msg::compare_edition(lang),
        "appointment" => msg::compare_appointment(lang),
        _ => msg::compare_people(lang),
    };
    let href = Query::from([("kind", kind)]).address(&Route::RolesCompare);
    Tab { label: label.to_owned(), href, is_here: kind == here, count: None }
}

type Shown = (Vec<Filter>, Vec<Section>);

/// A person of the address.
fn person(room: &Room, parameter: &str) -> Option<PersonId> {
    let id: PersonId = room.query.get(parameter).parse().ok()?;
    room.school.people().contains_key(&id).then_some(id)
}

fn day(room: &Room, parameter: &str) -> Option<NaiveDate> {
    room.query.get(parameter).parse().ok()
}

/// The staff, and whoever the address names besides.
fn people_filter(room: &Room, id: &'static str, label: &str) -> Filter {
    let mut rows = choice::staff(room.school, room.index, |_| true);
    let value = room.query.get(id).to_owned();
    if let Some(person) = person(room, id).filter(|_| rows.iter().all(|(own, _)| *own != value)) {
        rows.insert(0, (value, room.school.person_name(person)));
    }
    kit::filter(room, id, label, choice::or_none(msg::compare_nobody(room.lang), rows))
}

fn day_filter(room: &Room, id: &'static str, label: &str, value: NaiveDate) -> Filter {
    Filter { id, label: label.to_owned(), kind: FilterKind::Day, value: day(room, id).unwrap_or(value).to_string() }
}

/// Looks for people beyond the staff: each found one can take either place.
fn search(room: &Room, places: &[(&'static str, &str)]) -> (Filter, Option<Section>) {
    let lang = room.lang;
    let typed = room.query.get("name");
    let filter = Filter {
        id: "name",
        label: msg::compare_name(lang).to_owned(),
        kind: FilterKind::Text,
        value: typed.to_owned(),
    };
    if typed.trim().is_empty() {
        return (filter, None);
    }
    let rows =
        crate::view::search::people(room.school, room.index, typed).into_iter().take(MOST).map(|(id, name, note)| {
            let link = |(parameter, label): &(&'static str, &str)| {
                let query = room.query.with("name", "").with(parameter, &id.to_string());
                Cell::link(*label, query.address(&Route::RolesCompare))
            };
            let cells = std::iter::once(Cell::text(name).note(note)).chain(places.iter().map(link));
            Row { key: id.to_string(), cells: cells.collect(), acts: Vec::new() }
        });
    let mut columns = vec![words(msg::compare_person(lang))];
    columns.extend(places.iter().map(|_| words(msg::compare_take(lang))));
    let table = Table {
        name: msg::compare_name(lang).to_owned(),
        columns,
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::nothing_found(lang).to_owned(),
    };
    (filter, Some(Section::new("found", msg::compare_name(lang), Body::Table(table))))
}

fn words(label: &str) -> Column {
    Column { label: label.to_owned(), kind: ColumnKind::Text }
}

/// Asks for what is missing in the address.
fn hint(lang: Lang, text: &str) -> Section {
    let body = Body::Empty { title: msg::compare_choose(lang).to_owned(), text: text.to_owned(), acts: Vec::new() };
    Section::new("choose", "", body)
}

/// The school as it is.
fn now<'a>(room: &'a Room, interpretations: &'a Interpretations) -> Side<'a> {
    Side { school: room.school, index: room.index, plan: room.plan, regulation: room.regulation, interpretations }
}

fn people(room: &Room) -> Shown {
    let lang = room.lang;
    let places = [("a", msg::compare_first(lang)), ("b", msg::compare_second(lang))];
    let (name, found) = search(room, &places);
    let filters = vec![
        people_filter(room, "a", msg::compare_first(lang)),
        people_filter(room, "b", msg::compare_second(lang)),
        name,
    ];
    let mut sections: Vec<Section> = found.into_iter().collect();
    let (Some(a), Some(b)) = (person(room, "a"), person(room, "b")) else {
        sections.push(hint(lang, msg::compare_people_text(lang)));
        return (filters, sections);
    };
    let interpretations = Interpretations::of(room.school, room.index.day);
    let side = now(room, &interpretations);
    let heads = (room.school.person_name(a), room.school.person_name(b));
    let found = Profile::of(&side, a).differences(Profile::of(&side, b));
    sections.extend(differences(room, room.regulation, Some(a), &heads, &found));
    (filters, sections)
}

fn days(room: &Room) -> Shown {
    let lang = room.lang;
    let (name, found) = search(room, &[("person", msg::compare_person(lang))]);
    let today = room.index.day;
    let filters = vec![
        people_filter(room, "person", msg::compare_person(lang)),
        day_filter(room, "on", msg::compare_on(lang), today),
        name,
    ];
    let mut sections: Vec<Section> = found.into_iter().collect();
    let (Some(who), Some(on)) = (person(room, "person"), day(room, "on")) else {
        sections.push(hint(lang, msg::compare_days_text(lang)));
        return (filters, sections);
    };
    let own = Interpretations::of(room.school, today);
    let before = Profile::of(&now(room, &own), who);
    let other = Whole::of(room.school, on);
    let found = before.differences(Profile::of(&other.side(room.school), who));
    let heads = (date::short(today), date::short(on));
    sections.extend(differences(room, &other.regulation, Some(who), &heads, &found));
    (filters, sections)
}

/// What follows from records on a day.
struct Whole {
    index: Index,
    plan: Plan,
    regulation: Arc<Regulation>,
    interpretations: Interpretations,
}

impl Whole {
    fn of(school: &School, on: NaiveDate) -> Self {
        Self::under(school, Index::as_of(school, on), in_force(school, on))
    }

    fn under(school: &School, index: Index, regulation: Arc<Regulation>) -> Self {
        let plan = Plan::of(school, &index, &regulation);
        let interpretations = Interpretations::of(school, index.day);
        Self { index, plan, regulation, interpretations }
    }

    fn side<'a>(&'a self, school: &'a School) -> Side<'a> {
        Side {
            school,
            index: &self.index,
            plan: &self.plan,
            regulation: &self.regulation,
            interpretations: &self.interpretations,
        }
    }
}

fn choice_of_school(room: &Room) -> Shown {
    let lang = room.lang;
    let open = room.regulation.actions().iter().flat_map(|action| {
        action.cells.iter().filter(|cell| cell.is_open()).map(|cell| {
            let role = decision::role_name(lang, room.regulation, &cell.role);
            let name = format!("{}. {}: {role}", action.number, decision::said(lang, &action.name));
            (format!("{}:{}", action.number, cell.role), name)
        })
    });
    let cells: Vec<Choice> = choice::or_none(msg::compare_nothing(lang), open.collect());
    let stances = [Stance::Allow, Stance::Deny]
        .map(|stance| (stance.choice().to_owned(), decision::stance(lang, stance).to_owned()));
    let filters = vec![
        kit::filter(room, "cell", msg::compare_cell(lang), cells),
        kit::filter(
            room,
            "stance",
            msg::choice_answer(lang),
            choice::or_none(msg::compare_nothing(lang), stances.into()),
        ),
    ];
    let cell = CellId::from_question(&format!("cell:{}", room.query.get("cell")));
    let (Some(cell), Some(stance)) = (cell, Stance::from_choice(room.query.get("stance"))) else {
        return (filters, vec![hint(lang, msg::compare_choice_text(lang))]);
    };
    let before = Interpretations::of(room.school, room.index.day);
    let mut after = before.clone();
    after.choose(cell.clone(), stance);
    let (a, b) = (now(room, &before), now(room, &after));
    let heads = (msg::compare_now(lang).to_owned(), msg::compare_then(lang).to_owned());
    let mut sections = whole(room, room.regulation, &a, &b, &heads);
    sections.push(affected(room, &cell, &before, &after));
    (filters, sections)
}

/// The people whose own answer would change with an interpretation.
fn affected(room: &Room, cell: &CellId, before: &Interpretations, after: &Interpretations) -> Section {
    use crate::regulation::{Authority, Object, Standing};
    let lang = room.lang;
    let day = room.index.day;
    let (a, b) = (
        Authority::with(room.school, room.regulation, before.clone(), day),
        Authority::with(room.school, room.regulation, after.clone(), day),
    );
    let target = a.target(Object::None);
    let action = room.regulation.action(cell.action);
    let changed = action.into_iter().flat_map(|action| {
        Standing::of_all(room.school, day)
            .into_iter()
            .filter_map(|standing| {
                let (before, after) = (a.decide(&standing, action, &target), b.decide(&standing, action, &target));
                ((before.verdict, before.permitted) != (after.verdict, after.permitted)).then_some((
                    standing.person,
                    before.verdict,
                    after.verdict,
                ))
            })
            .collect::<Vec<_>>()
    });
    let rows = changed.map(|(person, before, after)| Row {
        key: person.to_string(),
        cells: vec![
            Cell::link(room.school.person_name(person), row_address(person, cell.action)),
            Cell::text(decision::verdict(lang, before)),
            Cell::text(decision::verdict(lang, after)),
        ],
        acts: Vec::new(),
    });
    let heads = (msg::compare_now(lang).to_owned(), msg::compare_then(lang).to_owned());
    section(lang, "affected", msg::compare_affected(lang), msg::compare_person(lang), &heads, rows.collect())
}

fn edition(room: &Room) -> Shown {
    let lang = room.lang;
    let title =
        |row: &crate::domain::RegulationEdition| [row.title.as_str(), row.version.as_str()].join(" ").trim().to_owned();
    let mut rows: Vec<Choice> = room.school.editions().values().map(|row| (row.id.to_string(), title(row))).collect();
    rows.push(("bundled".to_owned(), decision::said(lang, &Regulation::bundled().edition().title).to_owned()));
    let filters = vec![kit::filter(
        room,
        "edition",
        msg::compare_edition(lang),
        choice::or_none(msg::compare_nothing(lang), rows),
    )];
    let asked = room.query.get("edition");
    let other = if asked == "bundled" {
        Some(Regulation::shared())
    } else {
        let row = asked.parse().ok().and_then(|id| room.school.editions().get(&id));
        row.and_then(|row| of_record(row).ok())
    };
    let Some(regulation) = other else { return (filters, vec![hint(lang, msg::compare_edition_text(lang))]) };
    let before = Interpretations::of(room.school, room.index.day);
    let other = Whole::under(room.school, room.index.clone(), regulation);
    let (a, b) = (now(room, &before), other.side(room.school));
    let heads = (msg::compare_now(lang).to_owned(), msg::compare_then(lang).to_owned());
    (filters, whole(room, &other.regulation, &a, &b, &heads))
}

fn appointment(room: &Room) -> Shown {
    let lang = room.lang;
    let posts = Basis::ALL.into_iter().filter(|basis| !matches!(basis, Basis::Student | Basis::Parent));
    let posts = posts.map(|basis| {
        (basis.code().to_owned(), decision::role_list(lang, room.regulation, &roles_of(room.regulation, basis)))
    });
    let basis = Basis::of_code(room.query.get("role"));
    let places = match basis {
        Some(Basis::ClassTeacher) => Some(choice::classes(room.school, room.index)),
        Some(Basis::SubjectTeacher) => Some(choice::lines(room.school, room.index)),
        Some(Basis::ExtraEducator) => Some(choice::activities(room.school, room.index)),
        _ => None,
    };
    let today = room.index.day;
    let mut filters = vec![
        people_filter(room, "person", msg::compare_person(lang)),
        kit::filter(
            room,
            "role",
            msg::roles_filter_role(lang),
            choice::or_none(msg::compare_nothing(lang), posts.collect()),
        ),
    ];
    if let Some(places) = places {
        let places = choice::or_none(msg::compare_nothing(lang), places);
        filters.push(kit::filter(room, "place", msg::compare_place(lang), places));
    }
    filters.push(day_filter(room, "from", msg::compare_from(lang), today));
    let planned = basis.and_then(|basis| Planned::of(basis, room.query.get("place")));
    let (Some(who), Some(planned)) = (person(room, "person"), planned) else {
        return (filters, vec![hint(lang, msg::compare_appointment_text(lang))]);
    };
    let from = day(room, "from").unwrap_or(today);
    let Some(school) = planned.carried_out(room.school, who, from) else {
        return (filters, vec![hint(lang, msg::compare_appointment_text(lang))]);
    };
    let (a, b) = (Whole::of(room.school, from), Whole::of(&school, from));
    let (before, after) = (a.side(room.school), b.side(&school));
    let heads = (msg::compare_now(lang).to_owned(), msg::compare_then(lang).to_owned());
    let mut sections = Vec::new();
    let replaced = planned.before(room.school, from).filter(|other| *other != who);
    for person in std::iter::once(who).chain(replaced) {
        let found = Profile::of(&before, person).differences(Profile::of(&after, person));
        let name = room.school.person_name(person);
        let (title, own) = if person == who {
            (msg::compare_gets(lang, &name), differences(room, &b.regulation, Some(person), &heads, &found))
        } else {
            (msg::compare_loses(lang, &name), replaced_sections(room, &b.regulation, person, &heads, &found))
        };
        let id = if person == who { "of-holder" } else { "of-replaced" };
        sections.push(Section::new(id, title, Body::Prose(vec![summary(lang, &found)])));
        sections.extend(own);
    }
    (filters, sections)
}

/// The sections of the one who is replaced, under identities of their own.
fn replaced_sections(
    room: &Room,
    regulation: &Regulation,
    person: PersonId,
    heads: &(String, String),
    found: &Differences,
) -> Vec<Section> {
    let rename = |section: Section| {
        let id = match section.id {
            "answers" => "replaced-answers",
            "duties" => "replaced-duties",
            "chats" => "replaced-chats",
            other => other,
        };
        Section { id, ..section }
    };
    differences(room, regulation, Some(person), heads, found).into_iter().map(rename).collect()
}

/// How much changes, in a sentence.
fn summary(lang: Lang, found: &Differences) -> String {
    let count = |n: usize| n.to_string();
    msg::compare_summary(lang, &count(found.answers.len()), &count(found.chats.len()), &count(found.duties.len()))
}

/// The sections of what differs for a person; says so where nothing does.
fn differences(
    room: &Room,
    regulation: &Regulation,
    person: Option<PersonId>,
    heads: &(String, String),
    found: &Differences,
) -> Vec<Section> {
    let lang = room.lang;
    if found.is_empty() {
        return vec![Section::new("same", "", Body::Notice(Tone::Info, msg::compare_same(lang).to_owned()))];
    }
    let answers = found.answers.iter().map(|row| {
        let name = format!("{}. {}", row.key, decision::action_name(lang, regulation, row.key));
        let name = Cell { href: person.map(|person| row_address(person, row.key)), ..Cell::text(name) };
        line(
            row.key.to_string(),
            name,
            answer(lang, regulation, row.before.as_ref()),
            answer(lang, regulation, row.after.as_ref()),
        )
    });
    vec![
        section(lang, "answers", msg::compare_answers(lang), msg::roles_action_column(lang), heads, answers.collect()),
        section(
            lang,
            "duties",
            msg::compare_duties(lang),
            msg::duties_what(lang),
            heads,
            due_rows(lang, &found.duties),
        ),
        section(
            lang,
            "chats",
            msg::compare_chats(lang),
            msg::chats_column_chat(lang),
            heads,
            chat_rows(lang, &found.chats),
        ),
    ]
}

/// The sections of what changes for the whole school.
fn whole(room: &Room, regulation: &Regulation, a: &Side, b: &Side, heads: &(String, String)) -> Vec<Section> {
    let lang = room.lang;
    let cells = changed(profile::cells(a), profile::cells(b));
    let (duties, chats) =
        (changed(profile::duties(a), profile::duties(b)), changed(profile::chats(a), profile::chats(b)));
    let rows = cells.iter().map(|row| {
        let (action, role) = (row.key.action, &row.key.role);
        let of = if regulation.role(role).is_some() { regulation } else { room.regulation };
        let name = format!("{action}. {}", decision::action_name(lang, of, action));
        let name =
            Cell::link(name, crate::view::why::cell_address(action, role)).note(decision::role_name(lang, of, role));
        line(
            format!("{action}:{role}"),
            name,
            answer(lang, of, row.before.as_ref()),
            answer(lang, of, row.after.as_ref()),
        )
    });
    vec![
        section(lang, "cells", msg::compare_cells(lang), msg::roles_action_column(lang), heads, rows.collect()),
        section(lang, "duties", msg::compare_duties(lang), msg::duties_what(lang), heads, due_rows(lang, &duties)),
        section(lang, "chats", msg::compare_chats(lang), msg::chats_column_chat(lang), heads, chat_rows(lang, &chats)),
    ]
}

fn due_rows<K: Clone + std::fmt::Debug>(lang: Lang, rows: &[Changed<K, Due>]) -> Vec<Row> {
    rows.iter()
        .filter_map(|row| {
            let known = row.after.as_ref().or(row.before.as_ref())?;
            let name = Cell::text(decision::said(lang, &known.title)).note(known.clause.to_string());
            let cell = |due: Option<&Due>| due.map(|due| Cell::day(Some(due.to)));
            Some(line(format!("{:?}", row.key), name, cell(row.before.as_ref()), cell(row.after.as_ref())))
        })
        .collect()
}

fn chat_rows<K: Clone + std::fmt::Debug>(lang: Lang, rows: &[Changed<K, Seat>]) -> Vec<Row> {
    rows.iter()
        .filter_map(|row| {
            let known = row.after.as_ref().or(row.before.as_ref())?;
            let name = Cell::text(decision::said(lang, &known.name)).note(known.clause.to_string());
            let cell = |seat: Option<&Seat>| {
                seat.map(|seat| {
                    Cell::text(if seat.owns { msg::eyes_chat_keeps(lang) } else { msg::eyes_chat_belongs(lang) })
                })
            };
            Some(line(format!("{:?}", row.key), name, cell(row.before.as_ref()), cell(row.after.as_ref())))
        })
        .collect()
}

/// An answer in words, with its clauses and what is missing below.
fn answer(lang: Lang, regulation: &Regulation, answer: Option<&Answer>) -> Option<Cell> {
    let answer = answer?;
    let mut note: Vec<String> = Vec::new();
    if !answer.clauses.is_empty() {
        note.push(msg::eyes_clause(lang, &decision::clause_list(&answer.clauses)));
    }
    note.extend(answer.missing.iter().map(|fact| decision::missing(lang, regulation, fact)));
    let tone = crate::view::preview::tone_of(answer.verdict);
    Some(Cell::badge(decision::verdict(lang, answer.verdict), tone).note(note.join("; ")))
}

fn line(key: String, name: Cell, before: Option<Cell>, after: Option<Cell>) -> Row {
    let cells = vec![name, before.unwrap_or_else(|| Cell::text("—")), after.unwrap_or_else(|| Cell::text("—"))];
    Row { key, cells, acts: Vec::new() }
}

fn section(
    lang: Lang,
    id: &'static str,
    title: &str,
    what: &str,
    (before, after): &(String, String),
    rows: Vec<Row>,
) -> Section {
    let note = msg::compare_count(lang, rows.len() as u64);
    let table = Table {
        name: title.to_owned(),
        columns: vec![words(what), words(before), words(after)],
        rows,
        bulk: Vec::new(),
        empty: msg::compare_none(lang).to_owned(),
    };
    Section::new(id, title, Body::Table(table)).note(note)
}

#[cfg(test)]
mod tests;

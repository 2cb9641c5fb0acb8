//! One clause: our short wording beside the school's own, what rests on it, what is odd about it, its neighbours.

use super::register::{actors, editions_tab};
use super::{Ask, Deed};
use crate::domain::ClauseId;
use crate::regulation::{own_text, record_in_force};
use crate::text::{decision, msg};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Fact, Page, Row, Section, Table, Tone};
use crate::view::register::{Citing, ClausePage};
use crate::view::room::Room;
use crate::view::route::Route;

/// The page of a clause; of a number that the register lacks, the way back.
#[must_use]
pub fn clause(room: &Room, id: ClauseId) -> Page {
    let lang = room.lang;
    let up = Some((Route::Regulation.to_string(), msg::clause_to_register(lang).to_owned()));
    let Some(found) = crate::view::register::page(room.regulation, id) else {
        let acts = vec![Button::new("register", msg::clause_to_register(lang), Route::Regulation).primary()];
        let text = msg::clause_unknown_text(lang, &id.to_string());
        let body = Body::Empty { title: msg::clause_unknown(lang).into(), text, acts };
        let title = msg::clause_unknown(lang).into();
        return Page { title, up, sections: vec![Section::new("clause", "", body)], ..Page::default() };
    };
    let next = |id: &'static str, clause: Option<ClauseId>, label: fn(crate::text::Lang, &str) -> String| {
        clause.map(|clause| Button::new(id, label(lang, &clause.to_string()), Route::Clause(clause)))
    };
    let acts = next("clause-previous", found.previous, msg::clause_previous).into_iter().chain(next(
        "clause-next",
        found.next,
        msg::clause_next,
    ));
    let mut sections = vec![
        Section::new(
            "wording",
            msg::register_wording(lang),
            Body::Prose(vec![decision::said(lang, &found.entry.text).to_owned()]),
        ),
        own(room, id),
        Section::new("clause", "", Body::Facts(facts(room, &found))),
        Section::new("actions", msg::clause_actions(lang), actions(room, &found.actions)),
    ];
    if !found.oddities.is_empty() {
        let cards = found.oddities.iter().map(|oddity| super::choice::oddity_card(room, oddity)).collect();
        sections.push(Section::new("oddities", msg::register_oddities(lang), Body::Cards(cards)));
    }
    let open = open_cells(room, id);
    if !open.is_empty() {
        sections.push(Section::new("cells", msg::register_cells(lang), Body::Table(super::choice::table(room, &open))));
    }
    let words: Vec<Fact> = room
        .regulation
        .glossary()
        .iter()
        .filter(|term| term.clauses.contains(&id))
        .map(|term| Fact::new(decision::said(lang, &term.term), Cell::text(decision::said(lang, &term.meaning))))
        .collect();
    if !words.is_empty() {
        sections.push(Section::new("words", msg::register_words(lang), Body::Facts(words)));
    }
    let mut title = msg::clause_title(lang, &id.to_string());
    if found.entry.absent {
        title = format!("{title}: {}", msg::clause_absent(lang));
    }
    Page { title, up, acts: acts.collect(), sections, ..Page::default() }
}

/// The school's own words of the clause.
fn own(room: &Room, id: ClauseId) -> Section {
    let lang = room.lang;
    let text = record_in_force(room.school, room.index.day).map(|row| row.text.as_str()).unwrap_or_default();
    if text.is_empty() {
        let load =
            Button::new("load-text", msg::register_load_text(lang), crate::view::page::Does::Go(editions_tab("text")));
        return Section::new(
            "own",
            msg::register_own_text(lang),
            Body::Prose(vec![msg::register_no_text(lang).into()]),
        )
        .acts(vec![load]);
    }
    let own = own_text::split(text, room.regulation);
    let body = match own.clauses.get(&id).or_else(|| own.intros.get(&id)) {
        Some(words) => Body::Verbatim(words.clone()),
        None => Body::Notice(Tone::Warning, msg::register_text_missing_long(lang).into()),
    };
    Section::new("own", msg::register_own_text(lang), body)
}

fn facts(room: &Room, found: &ClausePage) -> Vec<Fact> {
    let lang = room.lang;
    let title = decision::said(lang, &found.title);
    let mut facts =
        vec![Fact::new(msg::clause_in_section(lang), Cell::text(msg::regulation_section(lang, &found.section, title)))];
    if !found.entry.absent {
        let who = decision::capitalized(&actors(lang, room.regulation, &found.entry));
        let condition =
            found.entry.condition.map_or(msg::condition_none(lang), |condition| decision::condition(lang, condition));
        facts.push(Fact::new(msg::regulation_actors(lang), Cell::text(who)));
        facts.push(Fact::new(msg::regulation_condition(lang), Cell::text(decision::capitalized(condition))));
        facts.push(Fact::new(msg::clause_area(lang), Cell::text(decision::area(lang, found.entry.area))));
    }
    if !found.roles.is_empty() {
        let roles = decision::capitalized(&decision::role_list(lang, room.regulation, &found.roles));
        facts.push(Fact::new(msg::clause_roles_by(lang), Cell::text(roles)));
    }
    facts
}

fn actions(room: &Room, actions: &[Citing]) -> Body {
    let lang = room.lang;
    if actions.is_empty() {
        return Body::Prose(vec![msg::clause_no_actions(lang).into()]);
    }
    let rows = actions.iter().map(|citing| {
        let name = decision::action_name(lang, room.regulation, citing.action);
        let cells: Vec<String> = citing
            .cells
            .iter()
            .map(|(role, verdict)| {
                let role = decision::role_title(lang, room.regulation, role);
                format!("{role}: {}", decision::verdict(lang, *verdict))
            })
            .collect();
        let cells = if cells.is_empty() { msg::clause_row_only(lang).to_owned() } else { cells.join("; ") };
        Row {
            key: citing.action.to_string(),
            cells: vec![
                Cell { sort: Some(i64::from(citing.action.0)), ..Cell::text(format!("{}. {name}", citing.action)) },
                Cell::text(cells),
            ],
            acts: Vec::new(),
        }
    });
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    Body::Table(Table {
        name: msg::clause_actions(lang).into(),
        columns: vec![column(msg::clause_action_column(lang)), column(msg::clause_cells_column(lang))],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: String::new(),
    })
}

/// The open cells that rest on a clause.
fn open_cells(room: &Room, id: ClauseId) -> Vec<crate::regulation::CellId> {
    let rests = |cell: &crate::regulation::CellId| {
        room.regulation.cell(cell.action, &cell.role).is_some_and(|cell| cell.clauses.contains(&id))
    };
    crate::plan::register::open_cells(room.regulation).filter(rests).collect()
}

/// The buttons of a question that the school may decide.
pub(super) fn deciding(room: &Room, ask: Ask, questions: Vec<String>, about: &str) -> Vec<Button> {
    let lang = room.lang;
    let decided: std::collections::BTreeSet<String> = questions
        .into_iter()
        .filter(|question| room.school.interpretations().values().any(|row| row.question == *question))
        .collect();
    let label = if decided.is_empty() { msg::choice_edit(lang) } else { msg::choice_change(lang) };
    let mut acts = vec![Button::new("decide", label, ask).about(about)];
    if !decided.is_empty() {
        acts.push(Button::new("undecide", msg::choice_remove(lang), Deed::Undecide(decided)).about(about).danger());
    }
    acts
}

//! Two editions side by side: clauses in our words and in the school's, roles, cells of the matrix, chats.

use std::collections::BTreeMap;

use super::edition::looked_at;
use super::register::editions_tab;
use crate::domain::{ChatRuleId, ClauseId, RegulationEdition};
use crate::plan::Plan;
use crate::regulation::own_text::split;
use crate::regulation::{
    Bilingual, Cell as MatrixCell, Changed, ChatRule, EditionDifference, Regulation, changed, of_record,
};
use crate::text::{Lang, decision, msg};
use crate::view::form::Choice;
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Does, Filter, FilterKind, Page, Row, Section, Table, Tone,
};
use crate::view::room::Room;
use crate::view::route::Route;

/// What one edition changes of another.
pub(super) fn difference(before: &Regulation, after: &Regulation) -> EditionDifference {
    EditionDifference::between(before, after)
}

/// Fills the page with a comparison of two editions of the register.
pub(super) fn fill(room: &Room, page: &mut Page) {
    let lang = room.lang;
    let choices: Vec<Choice> =
        std::iter::once((String::new(), msg::register_state_in_force(lang).to_owned()))
            .chain(room.school.editions().values().map(|row| {
                (row.id.to_string(), [row.title.as_str(), row.version.as_str()].join(" ").trim().to_owned())
            }))
            .collect();
    let filter = |id: &'static str, label: &str| Filter {
        id,
        label: label.to_owned(),
        kind: FilterKind::Choice(choices.clone()),
        value: room.query.get(id).to_owned(),
    };
    page.filters = vec![filter("a", msg::register_before(lang)), filter("b", msg::register_after(lang))];
    let (Some(a), Some(b)) = (looked_at(room, "a"), looked_at(room, "b")) else {
        page.sections = vec![empty(lang)];
        return;
    };
    if a.id == b.id {
        page.sections = vec![empty(lang)];
        return;
    }
    let read = |row| of_record(row).unwrap_or_else(|_| Regulation::shared());
    let (before, after) = (read(a), read(b));
    let found = difference(&before, &after);
    let mut sections = changes(lang, &before, &after, &found);
    sections.extend(words(lang, a, b, &before, &after));
    if sections.is_empty() {
        let notice = Body::Notice(Tone::Info, msg::register_changes_nothing(lang).into());
        sections.push(Section::new("nothing", "", notice));
    }
    page.sections = sections;
}

fn empty(lang: Lang) -> Section {
    let go = Button::new("to-editions", msg::register_editions(lang), Does::Go(editions_tab("")));
    Section::new(
        "nothing",
        "",
        Body::Empty {
            title: msg::register_compare(lang).into(),
            text: msg::register_compare_text(lang).into(),
            acts: vec![go],
        },
    )
}

/// The school's own words clause by clause, where both editions have a text.
fn words(
    lang: Lang,
    a: &RegulationEdition,
    b: &RegulationEdition,
    before: &Regulation,
    after: &Regulation,
) -> Option<Section> {
    if a.text.is_empty() || b.text.is_empty() {
        return None;
    }
    let (a, b): (BTreeMap<ClauseId, String>, _) = (split(&a.text, before).clauses, split(&b.text, after).clauses);
    let rows: Vec<Row> = changed(a, b)
        .into_iter()
        .map(|row| line(lang, row.key.to_string(), Some(Route::Clause(row.key)), row.before, row.after))
        .collect();
    (!rows.is_empty()).then(|| section(lang, "words", msg::register_own_text(lang), rows))
}

/// The sections of a difference; a kind without changes is left out.
pub(super) fn changes(lang: Lang, before: &Regulation, after: &Regulation, found: &EditionDifference) -> Vec<Section> {
    let named =
        |rows: &[Changed<String, Bilingual>]| -> Vec<Row> { rows.iter().map(|row| texts(lang, None, row)).collect() };
    let clauses: Vec<Row> = found
        .clauses
        .iter()
        .map(|row| {
            let route = Some(Route::Clause(row.key)).filter(|_| before.clause(row.key).is_some());
            texts(lang, route, row)
        })
        .collect();
    let roles: Vec<Row> = found.roles.iter().map(|row| texts(lang, None, row)).collect();
    let actions: Vec<Row> = found.actions.iter().map(|row| texts(lang, None, row)).collect();
    let cells: Vec<Row> = found
        .cells
        .iter()
        .map(|row| {
            let action = decision::action_name(lang, after, row.key.action);
            let role = decision::role_title(lang, after, &row.key.role);
            let cell = |cell: &Option<MatrixCell>| cell.as_ref().map(|cell| cell_words(lang, cell));
            line(lang, format!("{}. {action}: {role}", row.key.action), None, cell(&row.before), cell(&row.after))
        })
        .collect();
    let chats: Vec<Row> = found
        .chats
        .iter()
        .map(|row| {
            line(
                lang,
                row.key.0.clone(),
                None,
                chat_words(lang, row.before.as_ref()),
                chat_words(lang, row.after.as_ref()),
            )
        })
        .collect();
    [
        ("clauses", msg::register_clauses(lang), clauses),
        ("roles", msg::register_roles(lang), roles),
        ("actions", msg::register_actions(lang), actions),
        ("cells", msg::register_matrix(lang), cells),
        ("chats", msg::register_chats(lang), chats),
        ("terms", msg::register_words(lang), named(&found.terms)),
    ]
    .into_iter()
    .filter(|(_, _, rows)| !rows.is_empty())
    .map(|(id, title, rows)| section(lang, id, title, rows))
    .collect()
}

/// How many chats the school has to have, rule by rule, and how many it would have to.
pub(super) fn plan_changes(room: &Room, after: &Regulation, plan: &Plan) -> Option<Section> {
    let lang = room.lang;
    let count = |plan: &Plan| -> BTreeMap<ChatRuleId, u64> {
        let mut counts = BTreeMap::new();
        for chat in plan.required() {
            *counts.entry(chat.rule.clone()).or_default() += 1;
        }
        counts
    };
    let title = |rule: &ChatRuleId| {
        let rule = after.chat_rule(rule).or_else(|| room.regulation.chat_rule(rule));
        rule.map(|rule| decision::said(lang, &rule.title).to_owned()).unwrap_or_default()
    };
    let text = |count: Option<u64>| Some(count.unwrap_or_default().to_string());
    let rows: Vec<Row> = changed(count(room.plan), count(plan))
        .into_iter()
        .map(|row| line(lang, title(&row.key), None, text(row.before), text(row.after)))
        .collect();
    (!rows.is_empty()).then(|| section(lang, "required", msg::register_required_chats(lang), rows))
}

/// A rule of chats in words: what it is for, the pattern of names, whether the chat must be there.
fn chat_words(lang: Lang, rule: Option<&ChatRule>) -> Option<String> {
    let rule = rule?;
    let duty = if rule.is_required { msg::register_chat_required(lang) } else { msg::register_chat_allowed(lang) };
    Some(format!("{}: «{}», {duty}", decision::said(lang, &rule.title), decision::said(lang, &rule.name)))
}

/// The line of a text that changed.
fn texts<K: ToString>(lang: Lang, route: Option<Route>, row: &Changed<K, Bilingual>) -> Row {
    line(lang, row.key.to_string(), route, said(lang, row.before.as_ref()), said(lang, row.after.as_ref()))
}

fn said(lang: Lang, text: Option<&Bilingual>) -> Option<String> {
    text.map(|text| decision::said(lang, text).to_owned())
}

/// An answer of the matrix with its clauses: «обязанность, п. 2.1/6».
fn cell_words(lang: Lang, cell: &MatrixCell) -> String {
    let mut words = decision::verdict(lang, cell.verdict).to_owned();
    if cell.is_own_scope() {
        words = format!("{words}, {}", msg::cell_own_scope(lang));
    }
    if cell.clauses.is_empty() { words } else { format!("{words} ({})", decision::clause_list(&cell.clauses)) }
}

fn section(lang: Lang, id: &'static str, title: &str, rows: Vec<Row>) -> Section {
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let note = msg::register_changed(lang, rows.len() as u64);
    Section::new(
        id,
        title,
        Body::Table(Table {
            name: title.to_owned(),
            columns: vec![
                column(msg::register_what(lang)),
                column(msg::register_before(lang)),
                column(msg::register_after(lang)),
            ],
            rows,
            bulk: Vec::new(),
            empty: String::new(),
        }),
    )
    .note(note)
}

fn line(lang: Lang, name: String, route: Option<Route>, before: Option<String>, after: Option<String>) -> Row {
    let cell =
        |text: Option<String>| text.map_or_else(|| Cell::badge(msg::register_none(lang), Tone::Warning), Cell::text);
    Row {
        key: name.clone(),
        cells: vec![Cell { href: route.map(|route| route.to_string()), ..Cell::text(name) }, cell(before), cell(after)],
        acts: Vec::new(),
    }
}

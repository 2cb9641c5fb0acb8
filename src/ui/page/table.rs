//! A table of a page: searched as one types, sorted, in pages of a hundred rows, exported as it is shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::control::{self, Wire};
use super::section::cell;
use super::{Chosen, Scene, button};
use crate::domain::words::{fold, russian_rank};
use crate::order;
use crate::roster::workbook::{List, Value};
use crate::text::msg;
use crate::ui::component::pager;
use crate::ui::component::{List, ListFiles, Pager, TableRegion};
use crate::ui::session::lang;
use crate::view::page::{Cell, Column, ColumnKind, Row, Table};

/// From how many letters on a cell is a sentence, and wants room.
const LONG: usize = 60;
/// From how many rows on a table offers a search.
const SEARCHED: usize = 8;

/// A table without its rows.
pub fn frame(table: &Table) -> Table {
    Table {
        name: table.name.clone(),
        columns: table.columns.clone(),
        rows: Vec::new(),
        bulk: table.bulk.clone(),
        empty: table.empty.clone(),
    }
}

/// The state of a table that a person changes.
#[derive(Clone, Copy)]
struct State {
    text: RwSignal<String>,
    sort: RwSignal<Option<(usize, bool)>>,
    page: RwSignal<usize>,
    chosen: RwSignal<Chosen>,
}

/// A whole table.
pub fn table(scene: Scene, id: &'static str, frame: Table, rows: Memo<Option<Arc<Vec<Row>>>>) -> AnyView {
    let lang = lang();
    let state = State {
        text: RwSignal::new(String::new()),
        sort: RwSignal::new(None),
        page: RwSignal::new(0),
        chosen: RwSignal::new(Chosen::new()),
    };
    let kinds: Vec<ColumnKind> = frame.columns.iter().map(|column| column.kind).collect();
    let found = Memo::new(move |_| {
        let text = state.text.with(|text| fold(text));
        let sort = state.sort.get();
        rows.with(|rows| rows.as_ref().map(|rows| places(rows, &text, sort, &kinds)).unwrap_or_default())
    });
    Effect::watch(move || state.text.with(|_| state.sort.get()), move |_, _, _| state.page.set(0), false);
    let total = Memo::new(move |_| found.with(Vec::len));
    let shown = Memo::new(move |_| {
        let (from, size) = pager::span(state.page, total.get());
        rows.with(|rows| {
            let Some(rows) = rows else { return Vec::new() };
            found.with(|found| {
                found.iter().skip(from).take(size).filter_map(|place| rows.get(*place).cloned()).collect::<Vec<_>>()
            })
        })
    });
    let all = Memo::new(move |_| rows.with(|rows| rows.as_ref().map_or(0, |rows| rows.len())));
    let has_choice = !frame.bulk.is_empty();
    // What is gone cannot stay chosen.
    Effect::new(move || {
        if has_choice && state.chosen.with_untracked(|chosen| !chosen.is_empty()) {
            let here: BTreeSet<String> =
                rows.with(|rows| rows.iter().flat_map(|rows| rows.iter()).map(|row| row.key.clone()).collect());
            state.chosen.update(|chosen| chosen.retain(|key| here.contains(key)));
        }
    });
    let export = {
        let (name, heads) = (frame.name.clone(), frame.columns.clone());
        move || {
            let rows = rows.with_untracked(Clone::clone).unwrap_or_default();
            let shown = |found: &Vec<usize>| {
                found.iter().filter_map(|place| rows.get(*place)).map(|row| values(row, &heads)).collect()
            };
            let labels = heads.iter().map(|column| column.label.clone()).collect();
            List { name: name.clone(), heads: labels, rows: found.with_untracked(shown) }
        }
    };
    let tools = tools(scene, id, &frame, state, all, total, found, rows, Callback::new(move |()| export()));
    let empty = frame.empty.clone();
    let columns = frame.columns.clone();
    let heads: Vec<AnyView> =
        columns.iter().enumerate().map(|(at, column)| head(at, column.label.clone(), column.kind, state)).collect();
    let caption = if frame.name.is_empty() { id.to_owned() } else { frame.name.clone() };
    view! {
        {tools}
        <TableRegion caption=caption>
            <table class="table" data-testid=format!("table-{id}") aria-rowcount=move || total.get()>
                <thead>
                    <tr>
                        {has_choice.then(|| view! { <th scope="col" class="table__choice"><span class="visually-hidden">{msg::table_choose(lang)}</span></th> })}
                        {heads}
                        <th scope="col" class="table__actions no-print"><span class="visually-hidden">{msg::table_acts(lang)}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <List each=move || shown.get() key=Row::clone let:row>
                        {row_view(scene, row, has_choice.then_some(state.chosen), &columns.iter().map(|column| column.kind).collect::<Vec<_>>())}
                    </List>
                </tbody>
            </table>
        </TableRegion>
        <Show when=move || total.get() == 0>
            <p class="muted table__empty">
                {if all.get() == 0 { empty.clone() } else { msg::table_nothing(lang).to_owned() }}
            </p>
        </Show>
        <Pager page=state.page total />
    }
    .into_any()
}

#[allow(clippy::too_many_arguments, reason = "the tools stand above one table and read all of it")]
fn tools(
    scene: Scene,
    id: &'static str,
    frame: &Table,
    state: State,
    all: Memo<usize>,
    total: Memo<usize>,
    found: Memo<Vec<usize>>,
    rows: Memo<Option<Arc<Vec<Row>>>>,
    export: Callback<(), List>,
) -> AnyView {
    let lang = lang();
    let chosen = state.chosen;
    let bulk = frame.bulk.clone();
    let has_choice = !bulk.is_empty();
    let search_id = format!("search-{id}");
    let search = move || {
        (all.get() >= SEARCHED).then(|| {
            let value = Signal::derive(move || state.text.get());
            let write = Callback::new(move |text| state.text.set(text));
            let field = control::input(Wire::plain(search_id.clone(), value, write), "search");
            view! {
                <div class="field is-narrow">
                    <label class="field__label" for=search_id.clone()>{msg::table_search(lang)}</label>
                    {field}
                </div>
            }
        })
    };
    let choose_all = move || {
        let keys: BTreeSet<String> = rows.with_untracked(|rows| {
            let rows = rows.clone().unwrap_or_default();
            found.with_untracked(|found| {
                found.iter().filter_map(|place| rows.get(*place)).map(|row| row.key.clone()).collect()
            })
        });
        chosen.update(|chosen| if chosen.len() == keys.len() { chosen.clear() } else { *chosen = keys });
    };
    let choice = has_choice.then(|| {
        let buttons: Vec<AnyView> = bulk.into_iter().map(|one| button::one(scene, button::Size::Normal, one, chosen.into())).collect();
        view! {
            <div class="cluster">
                <button type="button" class="button" data-testid="choose-all" on:click=move |_| choose_all()>
                    {msg::table_choose_all(lang)}
                </button>
                {buttons}
                <span class="muted" role="status">{move || msg::table_chosen(lang, chosen.with(BTreeSet::len) as u64)}</span>
            </div>
        }
    });
    view! {
        <div class="table-tools no-print" hidden=move || all.get() == 0>
            {search}
            {choice}
            <span class="cluster table-tools__end">
                <span class="muted" role="status" data-testid=format!("count-{id}") data-n=move || total.get()>
                    {move || msg::table_rows(lang, total.get() as u64)}
                </span>
                <ListFiles id list=export />
            </span>
        </div>
    }
    .into_any()
}

fn head(at: usize, label: String, kind: ColumnKind, state: State) -> AnyView {
    let sorted = move || match state.sort.get() {
        Some((column, is_down)) if column == at => {
            if is_down {
                "descending"
            } else {
                "ascending"
            }
        }
        _ => "none",
    };
    view! {
        <th scope="col" aria-sort=sorted class:table__number=kind == ColumnKind::Number>
            <button
                type="button"
                class="table__sort"
                on:click=move |_| {
                    state.sort.update(|sort| {
                        *sort = Some((at, matches!(sort, Some((column, false)) if *column == at)));
                    });
                }
            >
                {label}
            </button>
        </th>
    }
    .into_any()
}

/// A row.
fn row_view(scene: Scene, row: Row, chosen: Option<RwSignal<Chosen>>, kinds: &[ColumnKind]) -> AnyView {
    let Row { key, cells, acts } = row;
    let name = cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
    let cells: Vec<AnyView> = cells
        .into_iter()
        .enumerate()
        .map(|(at, one)| {
            let is_number = kinds.get(at) == Some(&ColumnKind::Number);
            let is_long = one.text.chars().count() > LONG;
            if at == 0 {
                view! { <th scope="row" class:table__long=is_long>{cell(one)}</th> }.into_any()
            } else {
                view! { <td class:table__number=is_number class:table__long=is_long>{cell(one)}</td> }.into_any()
            }
        })
        .collect();
    let choice = chosen.map(|chosen| {
        let (own, other) = (key.clone(), key.clone());
        view! {
            <td class="table__choice">
                <input
                    type="checkbox"
                    aria-label=name.clone()
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&own))
                    on:change:target=move |event| {
                        let is_on = event.target().checked();
                        chosen.update(|chosen| {
                            if is_on {
                                chosen.insert(other.clone());
                            } else {
                                chosen.remove(&other);
                            }
                        });
                    }
                />
            </td>
        }
    });
    let acts: Vec<_> =
        acts.into_iter().map(|act| if act.about.is_empty() { act.about(name.clone()) } else { act }).collect();
    view! {
        <tr data-key=key>
            {choice}
            {cells}
            <td class="table__actions no-print"><span class="cluster">{button::buttons(scene, button::Size::Small, acts)}</span></td>
        </tr>
    }
    .into_any()
}

/// A table in the preview of a form: as it stands.
pub fn plain(scene: Scene, table: Table) -> AnyView {
    let kinds: Vec<ColumnKind> = table.columns.iter().map(|column| column.kind).collect();
    let heads: Vec<AnyView> =
        table.columns.into_iter().map(|column| view! { <th scope="col">{column.label}</th> }.into_any()).collect();
    if table.rows.is_empty() {
        return view! { <p class="muted">{table.empty}</p> }.into_any();
    }
    let more = table.rows.len().saturating_sub(pager::PAGE_ROWS) as u64;
    let rows: Vec<AnyView> =
        table.rows.into_iter().take(pager::PAGE_ROWS).map(|row| row_view(scene, row, None, &kinds)).collect();
    view! {
        <TableRegion caption=table.name>
            <table class="table is-dense">
                <thead><tr>{heads}<th scope="col" class="table__actions"></th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </TableRegion>
        {(more > 0).then(|| view! { <p class="muted">{msg::board_more(lang(), more)}</p> })}
    }
    .into_any()
}

/// The cells of a row as a spreadsheet has them: numbers and days stay what they are.
fn values(row: &Row, columns: &[Column]) -> Vec<Value> {
    let value = |(at, cell): (usize, &Cell)| match (columns.get(at).map(|column| column.kind), cell.sort) {
        (Some(ColumnKind::Number), Some(number)) if cell.note.is_empty() => Value::Number(number),
        (Some(ColumnKind::Day), Some(days)) if cell.note.is_empty() => i32::try_from(days)
            .ok()
            .and_then(NaiveDate::from_num_days_from_ce_opt)
            .map_or_else(|| Value::Text(cell.text.clone()), Value::Day),
        _ if cell.note.is_empty() => Value::Text(cell.text.clone()),
        _ => Value::Text(format!("{} ({})", cell.text, cell.note)),
    };
    row.cells.iter().enumerate().map(value).collect()
}

/// The places of the rows that are shown, in their order.
fn places(rows: &[Row], text: &str, sort: Option<(usize, bool)>, kinds: &[ColumnKind]) -> Vec<usize> {
    let fits = |row: &Row| {
        text.is_empty()
            || row.cells.iter().any(|cell| fold(&cell.text).contains(text) || fold(&cell.note).contains(text))
    };
    let mut found: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(at, _)| at).collect();
    if let Some((column, is_down)) = sort {
        let is_text = kinds.get(column).is_none_or(|kind| *kind == ColumnKind::Text);
        let key = |place: &usize| {
            let cell = rows.get(*place).and_then(|row| row.cells.get(column));
            let number = cell.and_then(|cell| cell.sort).filter(|_| !is_text).unwrap_or(i64::MIN);
            let words: Vec<u32> = cell
                .filter(|_| is_text)
                .map(|cell| cell.text.to_lowercase().chars().map(russian_rank).collect())
                .unwrap_or_default();
            (number, words)
        };
        order::by_cached_key(&mut found, key);
        if is_down {
            found.reverse();
        }
    }
    found
}

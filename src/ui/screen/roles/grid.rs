//! The table of the matrix: one stop of the tab key, arrows inside.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::regulation::{Area, CellId, Regulation, RoleId};
use crate::text::{self, Lang, msg};
use crate::ui::component::verdict::{marks, verdict_class};
use crate::ui::component::{List, TableRegion};
use crate::ui::dom;
use crate::ui::session::{Session, lang};
use crate::view::matrix::{self, Line, MatrixCell, Move, Row};

/// The identity of a cell's button.
pub fn cell_element(cell: &CellId) -> String {
    format!("role-cell-{}-{}", cell.action, cell.role)
}

/// The table.
#[component]
pub fn Grid(
    rows: Memo<Vec<(Area, Row)>>,
    roles: Memo<Vec<RoleId>>,
    /// The cell whose explanation is open.
    opened: ReadSignal<Option<CellId>>,
    on_open: impl Fn(CellId) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = lang();
    let session = Session::expect();
    let focused = RwSignal::new(None::<CellId>);
    let tab_stop = Memo::new(move |_| {
        let focused = focused.get();
        rows.with(|rows| {
            let is_shown = |cell: &CellId| {
                rows.iter()
                    .any(|(_, row)| row.action == cell.action && row.cells.iter().any(|shown| shown.role == cell.role))
            };
            focused.filter(is_shown).or_else(|| {
                let (_, row) = rows.first()?;
                Some(CellId { action: row.action, role: row.cells.first()?.role.clone() })
            })
        })
    });
    let on_keydown = move |event: KeyboardEvent| {
        let Some(step) = Move::of(&event.key(), event.ctrl_key()) else { return };
        let Some(target) = tab_stop.get_untracked().and_then(|at| rows.with_untracked(|rows| led(rows, &at, step)))
        else {
            return;
        };
        event.prevent_default();
        dom::focus(&cell_element(&target));
        focused.set(Some(target));
    };
    let head = move |role: RoleId| {
        view! { <th scope="col">{text::decision::role_title(lang, &session.regulation(), &role)}</th> }
    };
    let line = move |line: Line| {
        match line {
        Line::Area(area, columns) => view! {
            <tr class="matrix__group"><th scope="rowgroup" colspan=columns.to_string()><span>{text::decision::area(lang, area)}</span></th></tr>
        }
        .into_any(),
        Line::Action(row) => view! { <ActionLine row tab_stop focused opened on_open /> }.into_any(),
    }
    };
    view! {
        <p class="muted" id="roles-matrix-keys">{msg::roles_matrix_keys(lang)}</p>
        <TableRegion caption=msg::roles_matrix_name(lang) is_tall=true>
            <table
                class="matrix"
                role="grid"
                data-testid="roles-matrix"
                aria-label=msg::roles_matrix_name(lang)
                aria-describedby="roles-matrix-keys"
            >
                <thead>
                    <tr>
                        <th scope="col">{msg::roles_action_column(lang)}</th>
                        <List each=move || roles.get() key=RoleId::clone children=head />
                    </tr>
                </thead>
                <tbody on:keydown=on_keydown>
                    <List each=move || rows.with(|rows| matrix::lines(rows)) key=Line::clone children=line />
                </tbody>
            </table>
        </TableRegion>
    }
}

/// The cell to which a movement leads.
fn led(rows: &[(Area, Row)], at: &CellId, step: Move) -> Option<CellId> {
    let row = rows.iter().position(|(_, row)| row.action == at.action)?;
    let cells = &rows.get(row)?.1.cells;
    let column = cells.iter().position(|cell| cell.role == at.role)?;
    let (row, column) = step.from((row, column), (rows.len(), cells.len()));
    let (_, row) = rows.get(row)?;
    Some(CellId { action: row.action, role: row.cells.get(column)?.role.clone() })
}

#[component]
fn ActionLine(
    row: Row,
    tab_stop: Memo<Option<CellId>>,
    focused: RwSignal<Option<CellId>>,
    opened: ReadSignal<Option<CellId>>,
    on_open: impl Fn(CellId) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = lang();
    let regulation = Session::expect().regulation();
    let name = text::decision::action_name(lang, &regulation, row.action);
    let cells = row
        .cells
        .into_iter()
        .map(|cell| {
            let id = StoredValue::new(CellId { action: row.action, role: cell.role.clone() });
            let element = id.with_value(cell_element);
            let is = move |other: &Option<CellId>| id.with_value(|id| other.as_ref() == Some(id));
            let label = accessible_name(lang, &regulation, &name, &cell);
            let title = label.clone();
            let sign = marks(lang, &cell);
            view! {
                <td class:is-current=move || opened.with(is)>
                    <button
                        type="button"
                        id=element.clone()
                        class=verdict_class(cell.verdict, cell.is_if_access)
                        data-testid=element
                        title=title
                        aria-haspopup="dialog"
                        tabindex=move || if tab_stop.with(is) { "0" } else { "-1" }
                        on:focus=move |_| focused.set(Some(id.get_value()))
                        on:click=move |_| on_open(id.get_value())
                    >
                        <span class="visually-hidden">{label}</span>
                        <span aria-hidden="true">{text::decision::letter(lang, cell.verdict)}</span>
                        {(!sign.is_empty()).then(|| view! { <span class="verdict__mark" aria-hidden="true">{sign}</span> })}
                    </button>
                </td>
            }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                {format!("{}. {name} ", row.action)}
                <span class="matrix__clause">{text::decision::clause_list(&row.clauses)}</span>
            </th>
            {cells}
        </tr>
    }
}

/// «Руководитель: утвердить Положение приказом: обязанность, п. 1.3».
fn accessible_name(lang: Lang, regulation: &Regulation, action: &str, cell: &MatrixCell) -> String {
    let role = text::decision::role_title(lang, regulation, &cell.role);
    let (action, words) = (text::decision::lowered(action), cell.words(lang));
    if cell.clauses.is_empty() {
        msg::cell_name(lang, &action, &role, &words)
    } else {
        msg::cell_name_clauses(lang, &action, &text::decision::clause_list(&cell.clauses), &role, &words)
    }
}

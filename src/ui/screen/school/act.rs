//! The register of local acts (2.2/1).

use leptos::prelude::*;

use crate::clause;
use crate::domain::{LocalActId, LocalActKind};
use crate::text::{Lang, date, msg};
use crate::ui::component::{Button, ClauseLink, Dialog, EmptyState, List, TableRegion};
use crate::ui::screen::part::{Subject, person_link};
use crate::ui::session::Session;
use crate::view::school::{self, ActRow};

use super::act_form::ActFields;

/// The register.
#[component]
pub fn Acts() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let rows = Memo::new(move |_| session.school(|school, _| school::act_rows(school)));
    let editing = Subject::<LocalActId>::new();
    let is_open = editing.is_open;
    view! {
        <section class="card is-flush" data-testid="school-acts">
            <header class="card__header">
                <div>
                    <h2 class="card__title">{msg::school_acts(lang)}</h2>
                    <p class="muted">{msg::school_acts_text(lang)}</p>
                </div>
                <span class="cluster">
                    <Button
                        label=msg::school_act_add(lang)
                        test_id="school-act-add"
                        on_click=move || editing.open(None)
                    />
                    <ClauseLink clause=clause!("2.2/1") />
                </span>
            </header>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=move || {
                    view! {
                        <EmptyState title=msg::school_acts_none(lang) text=msg::school_acts_none_text(lang) />
                    }
                }
            >
                <ActTable rows editing />
            </Show>
        </section>
        <Dialog title=msg::school_act_add(lang) is_open>
            <ActFields subject=editing />
        </Dialog>
    }
}

#[component]
fn ActTable(rows: Memo<Vec<ActRow>>, editing: Subject<LocalActId>) -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <TableRegion caption=msg::school_acts(lang)>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{msg::school_act_number(lang)}</th>
                        <th scope="col">{msg::school_act_date(lang)}</th>
                        <th scope="col">{msg::school_act_kind(lang)}</th>
                        <th scope="col">{msg::school_act_title(lang)}</th>
                        <th scope="col">{msg::school_act_signer(lang)}</th>
                        <th scope="col" class="table__number">{msg::school_act_used(lang)}</th>
                        <th scope="col" class="table__actions">
                            <span class="visually-hidden">{msg::school_acts_column(lang)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <List each=move || rows.get() key=ActRow::clone let:row>
                        {act_row(lang, row, editing)}
                    </List>
                </tbody>
            </table>
        </TableRegion>
    }
}

fn act_row(lang: Lang, row: ActRow, editing: Subject<LocalActId>) -> impl IntoView {
    let (id, name) = (row.id, row.title.clone());
    view! {
        <tr>
            <th scope="row" class="nowrap">{row.number}</th>
            <td class="nowrap">{date::short(row.date)}</td>
            <td>{kind_name(lang, row.kind)}</td>
            <td>{row.title}</td>
            <td>{row.signer.as_ref().map(person_link)}</td>
            <td class="table__number">{row.used}</td>
            <td class="table__actions">
                <button type="button" class="button is-small" on:click=move |_| editing.open(Some(id))>
                    {msg::edit(lang)}
                    <span class="visually-hidden">": "{name}</span>
                </button>
            </td>
        </tr>
    }
}

/// What a kind of act is called.
pub fn kind_name(lang: Lang, kind: LocalActKind) -> &'static str {
    match kind {
        LocalActKind::Order => msg::school_act_order(lang),
        LocalActKind::Directive => msg::school_act_directive(lang),
        LocalActKind::Protocol => msg::school_act_protocol(lang),
        LocalActKind::Act => msg::school_act_act(lang),
    }
}

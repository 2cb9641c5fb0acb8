//! Records before and after, field by field: in the journal and in the preview of a file.

use leptos::prelude::*;

use crate::text::{self, Lang, msg};
use crate::ui::session::lang;
use crate::view::difference::{Row, Way};

use super::pager::Pager;
use super::table::TableRegion;
use super::told::spoken;

/// A page of changed records with its pager.
#[component]
pub fn RecordChanges(
    #[prop(into)] caption: String,
    /// The rows of the page.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    page: RwSignal<usize>,
    /// How many rows all pages have.
    #[prop(into)]
    total: Signal<usize>,
) -> impl IntoView {
    let lang = lang();
    let name = caption.clone();
    view! {
        <div class="stack">
            <TableRegion caption=name is_tall=true>
                <table class="table is-dense">
                    <caption class="visually-hidden">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{msg::field_record(lang)}</th>
                            <th scope="col">{msg::field_way(lang)}</th>
                            <th scope="col">{msg::field_changes(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{move || rows.get().into_iter().map(|row| record(lang, row)).collect_view()}</tbody>
                </table>
            </TableRegion>
            <Pager page total />
        </div>
    }
}

fn record(lang: Lang, row: Row) -> impl IntoView {
    let class = match row.way {
        Way::Added => "is-new",
        Way::Changed => "is-changed",
        Way::Removed => "is-removed",
    };
    let kind = text::kind::one(lang, row.kind);
    let (name, note) = if row.caption.is_empty() { (kind.to_owned(), "") } else { (row.caption, kind) };
    let way = row.way;
    let fields = row
        .fields
        .into_iter()
        .map(|field| {
            view! {
                <div>
                    <dt>{text::field::name(lang, &field.path)}</dt>
                    <dd>{text::field::change(lang, way, &field)}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <tr class=class data-testid="record-change">
            <th scope="row">
                {spoken(name)}
                {(!note.is_empty()).then(|| view! { <span class="table__note">{note}</span> })}
            </th>
            <td>{text::field::way(lang, way)}</td>
            <td><dl class="definition-list">{fields}</dl></td>
        </tr>
    }
}

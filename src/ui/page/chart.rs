//! A chart: its drawing, the table of the same figures, and the picture as a file.

use leptos::prelude::*;

use super::Scene;
use crate::roster::workbook::{List, Value};
use crate::text::msg;
use crate::ui::component::{TableRegion, spoken};
use crate::ui::session::lang;
use crate::ui::{dom, export};
use crate::view::chart::Chart;

/// What a browser calls such a file.
const SVG: &str = "image/svg+xml";
/// Points of a picture for each unit of the drawing: sharp on paper.
const SCALE: u32 = 2;

/// A chart.
pub fn chart(scene: Scene, chart: Chart) -> AnyView {
    let lang = lang();
    let svg = chart.svg();
    let chart = StoredValue::new(chart);
    let drawing = StoredValue::new(svg.clone());
    let name = move |end: &str| chart.with_value(|chart| format!("{}.{end}", chart.name));
    let save_svg = move |_| {
        if !drawing.with_value(|svg| dom::download(&name("svg"), SVG, svg.as_bytes())) {
            scene.session.warn(msg::export_blocked(lang).to_owned());
        }
    };
    let save_png = move |_| drawing.with_value(|svg| dom::download_picture(&name("png"), svg, SCALE));
    view! {
        <figure class="chart">
            <div class="chart__drawing" inner_html=svg></div>
            <figcaption class="chart__tools no-print">
                <details>
                    <summary>{msg::chart_table(lang)}</summary>
                    {move || chart.with_value(table)}
                    <button type="button" class="button is-small" on:click=move |_| export::xlsx(scene.session, chart.with_value(list))>
                        {msg::table_xlsx(lang)}
                    </button>
                </details>
                <span class="cluster">
                    <button type="button" class="button is-small" data-testid="chart-svg" on:click=save_svg>"SVG"</button>
                    <button type="button" class="button is-small" data-testid="chart-png" on:click=save_png>"PNG"</button>
                </span>
            </figcaption>
        </figure>
    }
    .into_any()
}

fn table(chart: &Chart) -> AnyView {
    let list = list(chart);
    let heads: Vec<AnyView> =
        list.heads.into_iter().map(|head| view! { <th scope="col">{spoken(head)}</th> }.into_any()).collect();
    let rows: Vec<AnyView> = list
        .rows
        .into_iter()
        .map(|row| {
            let cells: Vec<AnyView> = row
                .into_iter()
                .map(|value| match value {
                    Value::Number(number) => view! { <td class="table__number">{number}</td> }.into_any(),
                    other => view! { <th scope="row">{spoken(other.text())}</th> }.into_any(),
                })
                .collect();
            view! { <tr>{cells}</tr> }.into_any()
        })
        .collect();
    view! {
        <TableRegion caption=list.name>
            <table class="table is-dense"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </TableRegion>
    }
    .into_any()
}

/// The figures of a chart as a list.
fn list(chart: &Chart) -> List {
    let heads = std::iter::once(chart.head.clone()).chain(chart.series.iter().map(|series| series.name.clone()));
    let row = |(at, name): (usize, &String)| {
        let value =
            |values: &Vec<u64>| values.get(at).copied().and_then(|value| i64::try_from(value).ok()).unwrap_or(0);
        let numbers = chart.series.iter().map(|series| Value::Number(value(&series.values)));
        std::iter::once(Value::Text(name.clone())).chain(numbers).collect()
    };
    List {
        name: chart.name.clone(),
        heads: heads.collect(),
        rows: chart.categories.iter().enumerate().map(row).collect(),
    }
}

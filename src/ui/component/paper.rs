//! A paper of the school as it is printed on A4: draws the tree of a document, whatever its form.

use leptos::prelude::*;

use super::told::spoken;
use crate::document::{Align, Block, Document, Line, Look, Point, Signature, Table, Width, qr};
use crate::text::{Lang, msg};

/// A paper.
#[component]
pub fn Paper(document: Document) -> impl IntoView {
    let lang = document.lang;
    let blocks: Vec<AnyView> = document.blocks.into_iter().map(|block| draw(lang, block)).collect();
    view! {
        <article class="paper" lang=lang.code() data-testid="paper">
            {blocks}
        </article>
    }
}

fn draw(lang: Lang, block: Block) -> AnyView {
    match block {
        Block::Letterhead(lines) => view! { <div class="paper__letterhead">{paragraphs(lines)}</div> }.into_any(),
        Block::Aside(lines) => view! { <div class="paper__aside">{paragraphs(lines)}</div> }.into_any(),
        Block::Title { name, subject } => view! {
            <header class="paper__title">
                <p class="paper__name">{line(&name)}</p>
                {subject.map(|subject| view! { <p class="paper__subject">{line(&subject)}</p> })}
            </header>
        }
        .into_any(),
        Block::Requisites { date, number, place } => view! {
            <div class="paper__requisites">
                <span>{line(&date)}</span>
                {place.map(|place| view! { <span>{line(&place)}</span> })}
                <span>{line(&number)}</span>
            </div>
        }
        .into_any(),
        Block::Heading(text) => view! { <p class="paper__heading">{line(&text)}</p> }.into_any(),
        Block::Paragraph(text) => view! { <p class="paper__paragraph">{line(&text)}</p> }.into_any(),
        Block::Points(points) => {
            view! { <ol class="paper__points">{points.into_iter().map(point).collect_view()}</ol> }.into_any()
        }
        Block::Bullets(lines) => {
            let items = lines.iter().map(|text| view! { <li>{line(text)}</li> }).collect_view();
            view! { <ul class="paper__bullets">{items}</ul> }.into_any()
        }
        Block::Table(table) => draw_table(lang, table).into_any(),
        Block::Signatures(signatures) => signatures.into_iter().map(signature).collect_view().into_any(),
        Block::Acknowledged { lead, names } => acknowledged(lang, &lead, &names).into_any(),
        Block::Qr(code) => draw_code(code).into_any(),
        Block::PageBreak => view! { <hr class="paper__break" /> }.into_any(),
        Block::Note(text) => view! { <p class="paper__note">{line(&text)}</p> }.into_any(),
    }
}

/// The stretches of a line: a gap and a guess look different, so that nobody signs them unseen.
fn line(line: &Line) -> Vec<AnyView> {
    let runs = line.runs().iter().map(|run| {
        let text = run.text.clone();
        match run.look {
            Look::Plain => spoken(text),
            Look::Bold => view! { <strong>{spoken(text)}</strong> }.into_any(),
            Look::Missing => view! { <span class="paper__missing">{text}</span> }.into_any(),
            Look::Doubtful => view! { <span class="paper__doubtful">{text}</span> }.into_any(),
        }
    });
    runs.collect()
}

fn paragraphs(lines: Vec<Line>) -> impl IntoView {
    lines.iter().map(|text| view! { <p>{line(text)}</p> }).collect_view()
}

fn point(point: Point) -> AnyView {
    let under: Vec<AnyView> = point.points.into_iter().map(self::point).collect();
    view! {
        <li class="paper__point">
            <span class="paper__number">{point.number}</span>
            <div>
                <p>{line(&point.text)}</p>
                {(!under.is_empty()).then(|| view! { <ol class="paper__points">{under}</ol> })}
            </div>
        </li>
    }
    .into_any()
}

fn draw_table(lang: Lang, table: Table) -> impl IntoView {
    let classes: Vec<String> =
        table.columns.iter().map(|column| format!("{} {}", align(column.align), width(column.width))).collect();
    let heads = table.columns.iter().zip(&classes);
    let heads = heads.map(|(column, class)| view! { <th scope="col" class=class.clone()>{line(&column.head)}</th> });
    let rows = table.rows.iter().map(|cells| {
        let cells = classes.iter().enumerate().map(|(at, class)| {
            view! { <td class=class.clone()>{cells.get(at).map(line)}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="paper__region" role="region" tabindex="0" aria-label=msg::documents_table(lang)>
            <table class="paper__table">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

const fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Center => "is-center",
        Align::Right => "is-right",
    }
}

const fn width(width: Width) -> &'static str {
    match width {
        Width::Narrow => "is-narrow",
        Width::Medium => "",
        Width::Wide => "is-wide",
    }
}

fn signature(signature: Signature) -> impl IntoView {
    view! {
        <div class="paper__signature">
            <span>{line(&signature.post)}</span>
            <span class="paper__blank"></span>
            <span>{line(&signature.name)}</span>
        </div>
    }
}

fn acknowledged(lang: Lang, lead: &Line, names: &[Line]) -> impl IntoView {
    let names = names.iter().map(|name| {
        view! {
            <div class="paper__signature">
                <span>{line(name)}</span>
                <span class="paper__blank"></span>
                <span>{msg::paper_blank_date(lang)}</span>
            </div>
        }
    });
    view! {
        <div class="paper__acknowledged">
            <p>{line(lead)}</p>
            {names.collect_view()}
        </div>
    }
}

fn draw_code(code: qr::Code) -> impl IntoView {
    let side = code.modules.outer();
    let path = code.modules.path();
    view! {
        <figure class="paper__code">
            <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=code.text.clone() data-testid="paper-code">
                <path d=path />
            </svg>
            <figcaption>
                {line(&code.caption)}
                <span class="paper__link">{code.text}</span>
            </figcaption>
        </figure>
    }
}

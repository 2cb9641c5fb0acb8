//! Cards, alone and in the columns of a board.

use leptos::prelude::*;

use super::section::tone_class;
use super::{Scene, button};
use crate::text::msg;
use crate::ui::component::{ClauseLink, spoken};
use crate::view::page::{Card, Lane};

/// Cards of a column at first; the rest is counted.
const SHOWN: usize = 12;
/// How many more come at a press: a column of a large school has thousands.
const MORE: usize = 200;

/// Cards, one below the other.
pub fn cards(scene: Scene, cards: Vec<Card>) -> AnyView {
    let items: Vec<AnyView> = cards.into_iter().map(|card| one(scene, card)).collect();
    view! { <ul class="board__cards">{items}</ul> }.into_any()
}

/// A board: columns of cards, one below the other on a phone.
pub fn board(scene: Scene, lanes: Vec<Lane>) -> AnyView {
    let lang = crate::ui::session::lang();
    let lanes: Vec<AnyView> = lanes
        .into_iter()
        .map(|lane| {
            let all = StoredValue::new(lane.cards);
            let room = RwSignal::new(SHOWN);
            let shown = move || all.with_value(|all| all.iter().take(room.get()).cloned().collect::<Vec<Card>>());
            let hidden = move || all.with_value(Vec::len).saturating_sub(room.get()) as u64;
            // What the page did not bring along is in the table of the same screen.
            let beyond = lane.count.saturating_sub(all.with_value(Vec::len) as u64);
            let show = move || room.update(|room| *room += MORE);
            view! {
                <section class="board__lane">
                    <h3 class="board__title">{lane.title} " " <span class="tabs__count">{lane.count}</span></h3>
                    {move || cards(scene, shown())}
                    {move || (hidden() > 0).then(|| view! {
                        <p>
                            <button type="button" class="link-button" data-testid="board-more" on:click=move |_| show()>
                                {msg::board_show(lang, hidden())}
                            </button>
                        </p>
                    })}
                    {(beyond > 0).then(|| view! { <p class="muted">{msg::board_more(lang, beyond)}</p> })}
                </section>
            }
            .into_any()
        })
        .collect();
    view! { <div class="board" tabindex="0" role="group">{lanes}</div> }.into_any()
}

fn one(scene: Scene, card: Card) -> AnyView {
    let title = spoken(card.title);
    let title = match card.href {
        Some(href) => view! { <a class="table__link" href=href>{title}</a> }.into_any(),
        None => title,
    };
    let line = |line: String| view! { <p class="board__line">{spoken(line)}</p> }.into_any();
    let lines: Vec<AnyView> = card.lines.into_iter().map(line).collect();
    let has_acts = !card.acts.is_empty();
    view! {
        <li class="board__card">
            <p class="board__name">
                {title}
                " "
                {card.badge.map(|(text, tone)| view! { <span class=format!("badge {}", tone_class(tone))>{text}</span> })}
                " "
                {card.clause.map(|clause| view! { <ClauseLink clause /> })}
            </p>
            {lines}
            {has_acts.then(|| view! { <p class="cluster no-print">{button::buttons(scene, button::Size::Small, card.acts)}</p> })}
        </li>
    }
    .into_any()
}

//! A calendar: a table of weeks, so that it is read and printed as one.

use std::collections::BTreeSet;

use chrono::Datelike;
use leptos::prelude::*;

use crate::ui::component::spoken;

use super::section::tone_class;
use super::{Scene, button};
use crate::text::date;
use crate::view::page::{Calendar, CalendarDay};

/// The weeks of a calendar.
pub fn calendar(scene: Scene, calendar: Calendar) -> AnyView {
    let lang = crate::ui::session::lang();
    let heads: Vec<AnyView> = calendar
        .days
        .iter()
        .take(7)
        .map(|day| view! { <th scope="col">{date::weekday(lang, day.day.weekday())}</th> }.into_any())
        .collect();
    let weeks: Vec<AnyView> = calendar
        .days
        .chunks(7)
        .map(|week| {
            let days: Vec<AnyView> = week.iter().cloned().map(|day| one(scene, day)).collect();
            view! { <tr>{days}</tr> }.into_any()
        })
        .collect();
    let label = calendar.title.clone();
    view! {
        <div class="table-region" role="region" tabindex="0" aria-label=label>
            <table class="calendar">
                <caption class="visually-hidden">{calendar.title}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{weeks}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn one(scene: Scene, day: CalendarDay) -> AnyView {
    let entries: Vec<AnyView> = day
        .entries
        .into_iter()
        .map(|entry| {
            let class = format!("calendar__entry badge {}", tone_class(entry.tone));
            let does = entry.does;
            view! {
                <li>
                    <button type="button" class=class on:click=move |_| button::act(scene, &does, BTreeSet::new())>
                        {spoken(entry.text)}
                    </button>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <td class="calendar__day" class:is-outside=!day.is_within aria-current=day.is_today.then_some("date")>
            <time class="calendar__number" datetime=day.day.to_string()>{day.day.day()}</time>
            <ul class="calendar__entries">{entries}</ul>
        </td>
    }
    .into_any()
}

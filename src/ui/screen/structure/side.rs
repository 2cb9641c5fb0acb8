//! What stands beside the tree: the staff room and the closed classes.

use leptos::prelude::*;

use crate::clause;
use crate::domain::{Class, ClassKind, Command, SchoolYearId};
use crate::text::{date, msg, number};
use crate::ui::component::{ClauseLink, CommandButton, spoken};
use crate::ui::session::Session;
use crate::view::route::Route;
use crate::view::structure;

/// The staff room (2.1/4): how many joined; created here where it is missing.
#[component]
pub fn StaffRoomCard() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let line = Memo::new(move |_| session.school(structure::staff_room_line));
    let id = session.fresh();
    let create =
        move || Command::Save(Class { id, kind: ClassKind::StaffRoom, profile: String::new(), archived: None }.into());
    view! {
        <section class="card" data-testid="structure-staff-room">
            <header class="card__header">
                <h2 class="card__title">{msg::structure_staff_room(lang)}</h2>
                <ClauseLink clause=clause!("2.1/4") />
            </header>
            {move || {
                let line = line.get();
                let Some(id) = line.id else {
                    return view! {
                        <p class="muted">{msg::structure_staff_room_none(lang)}</p>
                        <div class="cluster">
                            <CommandButton
                                label=msg::structure_staff_room_create(lang)
                                test_id="structure-create-staff-room"
                                command=create
                            />
                        </div>
                    }
                        .into_any();
                };
                view! {
                    <dl class="definition-list">
                        <div>
                            <dt>{msg::structure_staff_room_joined(lang)}</dt>
                            <dd class="number">{number::grouped(lang, line.joined as u64)}</dd>
                        </div>
                        <div>
                            <dt>{msg::structure_staff_room_missing(lang)}</dt>
                            <dd class="number">{number::grouped(lang, line.missing as u64)}</dd>
                        </div>
                    </dl>
                    <div class="cluster">
                        <a class="button" href=Route::Class(id).to_string() data-testid="structure-open-staff-room">
                            {msg::structure_staff_room_open(lang)}
                        </a>
                    </div>
                }
                    .into_any()
            }}
        </section>
    }
}

/// The closed classes of the year; nothing where there are none.
#[component]
pub fn ArchivedCard(year: Memo<Option<SchoolYearId>>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let archived = Memo::new(move |_| {
        let year = year.get();
        session
            .school(|school, index| year.map(|year| structure::tree(school, index, year).archived).unwrap_or_default())
    });
    view! {
        <Show when=move || archived.with(|rows| !rows.is_empty())>
            <section class="card">
                <h2 class="card__title">{msg::structure_archived(lang)}</h2>
                <ul>
                    {move || {
                        archived
                            .get()
                            .into_iter()
                            .map(|class| {
                                let on = class.archived.map(|on| msg::structure_archived_on(lang, &date::short(on)));
                                view! {
                                    <li>
                                        <a href=Route::Class(class.id).to_string()>{spoken(class.label)}</a>
                                        " "
                                        <span class="muted">{on}</span>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </section>
        </Show>
    }
}

//! Buttons of a page.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{Chosen, Scene};
use crate::text::msg;
use crate::ui::dom;
use crate::ui::form::unique_id;
use crate::ui::router::Router;
use crate::ui::session::Session;
use crate::view::page::{Button, Does, Look};

/// The buttons of a place, which act on nothing that is chosen.
pub fn buttons(scene: Scene, buttons: Vec<Button>) -> Vec<AnyView> {
    let nothing = StoredValue::new(Chosen::new());
    buttons.into_iter().map(|button| one(scene, button, Signal::derive(move || nothing.get_value()))).collect()
}

/// A button that acts on what is chosen.
pub fn one(scene: Scene, button: Button, chosen: Signal<Chosen>) -> AnyView {
    let class = match button.look {
        Look::Plain => "button",
        Look::Primary => "button is-primary",
        Look::Danger => "button is-danger",
    };
    let test_id = format!("act-{}", button.id);
    let about =
        (!button.about.is_empty()).then(|| view! { <span class="visually-hidden">": " {button.about.clone()}</span> });
    if button.refused.is_none() {
        match &button.does {
            Does::Go(href) | Does::Mail(href) => {
                return view! { <a class=class href=href.clone() data-testid=test_id>{button.label} {about}</a> }
                    .into_any();
            }
            _ => {}
        }
    }
    let id = unique_id("why");
    let refused = button.refused.clone();
    let why = refused.clone().map(|text| view! { <span id=id.clone() class="visually-hidden">{text}</span> });
    let (described_by, title) = (refused.is_some().then_some(id), refused.clone());
    let does = button.does;
    view! {
        <button
            type="button"
            class=class
            data-testid=test_id
            aria-disabled=refused.is_some().then_some("true")
            aria-describedby=described_by
            title=title
            on:click=move |_| match &refused {
                Some(text) => Session::expect().warn(text.clone()),
                None => act(scene, &does, chosen.get_untracked()),
            }
        >
            {button.label}
            {about}
            {why}
        </button>
    }
    .into_any()
}

/// Carries out what a button does.
pub fn act(scene: Scene, does: &Does, chosen: BTreeSet<String>) {
    let session = Session::expect();
    let lang = session.lang();
    match does {
        Does::Go(href) | Does::Mail(href) => drop(window().location().set_href(href)),
        Does::Ask(ask) => scene.asked.set(Some((ask.clone(), chosen))),
        Does::Do(deed) => {
            let query = Router::expect().query().get_untracked();
            if session.do_deed(deed, &query, &chosen) {
                request_animation_frame(dom::focus_title_if_lost);
            }
        }
        Does::Copy(text) => {
            if dom::copy(text) {
                session.say(msg::page_copied(lang).to_owned());
            } else {
                session.warn(msg::page_not_copied(lang).to_owned());
            }
        }
        Does::Print => drop(window().print()),
        Does::Save { name, mime, text } => {
            if !dom::download(name, mime, text.as_bytes()) {
                session.warn(msg::export_blocked(lang).to_owned());
            }
        }
    }
}

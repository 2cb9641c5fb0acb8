//! Buttons of a page.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::ui::component::spoken;

use super::{Chosen, Scene};
use crate::clause;
use crate::text::msg;
use crate::ui::dom;
use crate::ui::export;
use crate::ui::form::unique_id;
use crate::ui::printing::print;
use crate::view::form::Values;
use crate::view::page::{Button, Does, Look};
use crate::view::why::cited;

/// How much room buttons take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Of a page or a section.
    Normal,
    /// Of a row or a card, of which there are many.
    Small,
}

/// The buttons of a place, which act on nothing that is chosen.
pub fn buttons(scene: Scene, size: Size, buttons: Vec<Button>) -> Vec<AnyView> {
    let nothing = Signal::stored(Chosen::new());
    buttons.into_iter().map(|button| one(scene, size, button, nothing)).collect()
}

/// A button that acts on what is chosen.
pub fn one(scene: Scene, size: Size, button: Button, chosen: Signal<Chosen>) -> AnyView {
    let class = match (button.look, size) {
        (Look::Plain, Size::Normal) => "button",
        (Look::Primary, Size::Normal) => "button is-primary",
        (Look::Danger, Size::Normal) => "button is-danger",
        (Look::Primary, Size::Small) => "button is-small is-primary",
        // A red button in every row would shout.
        (Look::Plain | Look::Danger, Size::Small) => "button is-small",
    };
    let test_id = format!("act-{}", button.id);
    let about = (!button.about.is_empty())
        .then(|| view! { <span class="visually-hidden">": " {spoken(button.about.clone())}</span> });
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
    let why = refused.clone().map(|text| view! { <span id=id.clone() class="visually-hidden">{spoken(text)}</span> });
    let (described_by, title) = (refused.is_some().then_some(id), refused.clone());
    let does = button.does;
    let page_clause = move || scene.page.with_untracked(|page| page.clause);
    view! {
        <button
            type="button"
            class=class
            data-testid=test_id
            aria-disabled=refused.is_some().then_some("true")
            aria-describedby=described_by
            title=title
            on:click=move |_| match &refused {
                Some(text) => {
                    // A gate that is shut says nothing about the act itself: the clause of the page does.
                    let cited = cited(text).filter(|clause| *clause != clause!("4.3"));
                    scene.session.refuse_by(text.clone(), cited.or_else(page_clause));
                }
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
    let session = scene.session;
    let lang = session.lang();
    match does {
        Does::Go(href) | Does::Mail(href) => drop(window().location().set_href(href)),
        Does::Ask(ask) => scene.asked.set(Some((ask.clone(), chosen))),
        Does::Do(deed) => {
            let query = scene.router.query().get_untracked();
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
        Does::Tell(word) => {
            if let Some(tells) = scene.tells {
                tells.get_value().tell.run((word.clone(), Values::default(), chosen));
            }
        }
        Does::Fill(form, word) => {
            if let Some(tells) = scene.tells {
                tells.get_value().fill.set(Some(((**form).clone(), word.clone(), chosen)));
            }
        }
        Does::Word(document) => export::word(session, (**document).clone()),
        Does::Print => print(),
        Does::Save { name, mime, text } => {
            if !dom::download(name, mime, text.as_bytes()) {
                session.warn(msg::export_blocked(lang).to_owned());
            }
        }
    }
}

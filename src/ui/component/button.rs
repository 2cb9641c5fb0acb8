//! Buttons. A refused act stays reachable and says why, with its clause.

use leptos::prelude::*;

use crate::domain::{Command, Refusal};
use crate::text;
use crate::ui::form::unique_id;
use crate::ui::session::{Session, lang};

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// One of several.
    #[default]
    Secondary,
    /// The main act of a page or dialog.
    Primary,
    /// Beside others, without a frame.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Secondary => "button",
            Self::Primary => "button is-primary",
            Self::Quiet => "button is-quiet",
            Self::Danger => "button is-danger",
        }
    }
}

/// A button; with a refusal it stays reachable, does nothing and says why.
#[component]
pub fn Button(
    #[prop(into)] label: String,
    on_click: impl Fn() + 'static,
    #[prop(optional)] look: Look,
    /// Why the act is not possible now.
    #[prop(optional, into)]
    refused: MaybeProp<Refusal>,
    /// For tests and shortcuts.
    #[prop(optional)]
    test_id: &'static str,
) -> impl IntoView {
    button(label, Box::new(on_click), look, refused, test_id)
}

/// The button, compiled once for whatever it does.
fn button(
    label: String,
    on_click: Box<dyn Fn()>,
    look: Look,
    refused: MaybeProp<Refusal>,
    test_id: &'static str,
) -> AnyView {
    let id = unique_id("why");
    let described_by = id.clone();
    let is_refused = move || refused.with(Option::is_some);
    let why = move || refused.get().map(|refusal| text::refusal::sentence(lang_now(), &refusal));
    view! {
        <button
            type="button"
            class=look.class()
            data-testid=(!test_id.is_empty()).then_some(test_id)
            aria-disabled=move || is_refused().then_some("true")
            aria-describedby=move || is_refused().then(|| described_by.clone())
            title=why
            on:click=move |_| {
                if let Some(refusal) = refused.get_untracked() {
                    if let Some(session) = use_context::<Session>() {
                        session.refuse(&refusal);
                    }
                } else {
                    on_click();
                }
            }
        >
            {label}
            <Show when=is_refused>
                <span id=id.clone() class="visually-hidden">{why}</span>
            </Show>
        </button>
    }
    .into_any()
}

fn lang_now() -> text::Lang {
    lang()
}

/// A button that sends a command; it knows by itself whether the command would be refused, and why.
#[component]
pub fn CommandButton(
    #[prop(into)] label: String,
    /// The command as it would be sent now.
    command: impl Fn() -> Command + Copy + Send + Sync + 'static,
    #[prop(optional)] look: Look,
    #[prop(optional)] test_id: &'static str,
) -> impl IntoView {
    let session = Session::expect();
    let refused = Signal::derive(move || session.refusal_of(&command()));
    let on_click = move || drop(session.dispatch(&command()));
    view! { <Button label look refused test_id on_click /> }
}

//! Buttons. A refused act stays reachable and says why, with its clause.

use leptos::prelude::*;

use crate::clause;
use crate::domain::{ClauseId, Command, Refusal};
use crate::text;
use crate::ui::form::unique_id;
use crate::ui::router::Router;
use crate::ui::session::{Session, lang};
use crate::view::help;

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
    Face { label, look, test_id, ..Face::default() }.view(Box::new(on_click), refused)
}

/// A button that changes the plan, or opens a form that does: off, with the reason, while nothing can be changed.
#[component]
pub fn ActButton(
    #[prop(into)] label: String,
    on_click: impl Fn() + 'static,
    /// The whole name, where the label alone does not say what it is about.
    #[prop(optional, into)]
    about: String,
    #[prop(optional)] look: Look,
    /// Of a row or a card, of which there are many.
    #[prop(optional)]
    is_small: bool,
    /// `submit` in a form, which listens by itself.
    #[prop(default = "button")]
    kind: &'static str,
    #[prop(optional)] test_id: &'static str,
) -> impl IntoView {
    let session = Session::expect();
    let refused = Signal::derive(move || session.shut());
    Face { label, about, look, is_small, kind, test_id }.view(Box::new(on_click), refused.into())
}

/// What a button looks like and is called.
struct Face {
    label: String,
    about: String,
    look: Look,
    is_small: bool,
    kind: &'static str,
    test_id: &'static str,
}

impl Default for Face {
    fn default() -> Self {
        let (label, about) = (String::new(), String::new());
        Self { label, about, look: Look::default(), is_small: false, kind: "button", test_id: "" }
    }
}

impl Face {
    /// The button, compiled once for whatever it does.
    fn view(self, on_click: Box<dyn Fn()>, refused: MaybeProp<Refusal>) -> AnyView {
        let Self { label, about, look, is_small, kind, test_id } = self;
        let id = unique_id("why");
        let described_by = id.clone();
        let router = use_context::<Router>();
        let is_refused = move || refused.with(Option::is_some);
        let why = move || refused.get().map(|refusal| text::refusal::sentence(lang_now(), &refusal));
        view! {
            <button
                type=kind
                class=look.class()
                class:is-small=is_small
                data-testid=(!test_id.is_empty()).then_some(test_id)
                aria-label=(!about.is_empty()).then_some(about)
                aria-disabled=move || is_refused().then_some("true")
                aria-describedby=move || is_refused().then(|| described_by.clone())
                title=why
                on:click=move |event| {
                    if let Some(refusal) = refused.get_untracked() {
                        // A form must not hear of it.
                        event.prevent_default();
                        if let Some(session) = use_context::<Session>() {
                            let text = text::refusal::sentence(lang_now(), &refusal);
                            session.refuse_by(text, Some(clause_of(router, &refusal)));
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
}

/// A gate that is shut says nothing about the act itself: the clause of the screen does.
fn clause_of(router: Option<Router>, refusal: &Refusal) -> ClauseId {
    let of_screen = router.and_then(|router| untrack(|| router.route())).and_then(help::clause);
    of_screen.filter(|_| refusal.clause == clause!("4.3")).unwrap_or(refusal.clause)
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

//! A short state in words, and the address of a clause.

use leptos::prelude::*;

use crate::domain::ClauseId;
use crate::view::route::Route;

/// What a badge or a notice is about; color only repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Worth knowing.
    Info,
    /// Done, in order.
    Success,
    /// To be looked at.
    Warning,
    /// Wrong.
    Error,
}

impl Tone {
    /// The class that styles add.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Info => "is-info",
            Self::Success => "is-success",
            Self::Warning => "is-warning",
            Self::Error => "is-error",
        }
    }
}

/// A short state in words.
#[component]
pub fn Badge(#[prop(into)] text: String, #[prop(optional)] tone: Tone) -> impl IntoView {
    view! { <span class=format!("badge {}", tone.class())>{text}</span> }
}

/// The address of a clause, leading to the register.
#[component]
pub fn ClauseLink(clause: ClauseId) -> impl IntoView {
    view! { <a class="clause" href=Route::Clause(clause).to_string()>{clause.to_string()}</a> }
}

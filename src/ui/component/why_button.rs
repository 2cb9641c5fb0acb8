//! The way from a refusal to its explanation: clause, rows of the matrix, who can.

use leptos::prelude::*;

use crate::domain::ClauseId;
use crate::text::msg;
use crate::ui::session::{Session, Why, lang};
use crate::view::why::cited;

/// A button that explains a sentence by the clause it cites, or by another one; none where there is no clause.
pub fn why_button(text: &str, clause: Option<ClauseId>) -> Option<AnyView> {
    let session = use_context::<Session>()?;
    let clause = cited(text).or(clause)?;
    let text = text.to_owned();
    let ask = move |_| session.asked_why().set(Some(Why { text: text.clone(), clause }));
    Some(
        view! {
            <button type="button" class="link-button" data-testid="why" on:click=ask>{msg::why_ask(lang())}</button>
        }
        .into_any(),
    )
}

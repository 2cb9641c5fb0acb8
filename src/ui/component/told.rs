//! A text of the regulation with the words of its glossary: each opens what it means.

use leptos::prelude::*;

use super::verdict::ClauseLinks;
use crate::regulation::Regulation;
use crate::text::decision;
use crate::ui::form::unique_id;
use crate::ui::session::{Session, lang};
use crate::view::glossary::{Piece, pieces};

/// Draws a text of the program: the Russian words of an English sentence say their language, so that a screen reader
/// speaks them in Russian.
pub fn spoken(text: String) -> AnyView {
    let pieces = lang().pieces(&text);
    if let [(None, _)] = pieces.as_slice() {
        return text.into_any();
    }
    let one = |(lang, piece)| match lang {
        Some(lang) => view! { <span lang=lang>{piece}</span> }.into_any(),
        None => String::into_any(piece),
    };
    pieces.into_iter().map(one).collect::<Vec<AnyView>>().into_any()
}

/// Draws a text; the browser's own popover opens beside a word, closes by Escape or a click elsewhere, and is no part of
/// what is printed.
pub fn told(text: &str) -> AnyView {
    let Some(session) = use_context::<Session>() else { return spoken(text.to_owned()) };
    let regulation = untrack(|| session.regulation());
    let pieces = pieces(lang(), regulation.glossary(), text);
    pieces.into_iter().map(|piece| one(&regulation, piece)).collect::<Vec<_>>().into_any()
}

fn one(regulation: &Regulation, piece: Piece) -> AnyView {
    let (text, at) = match piece {
        Piece::Plain(text) => return spoken(text),
        Piece::Term { text, at } => (text, at),
    };
    let Some(term) = regulation.glossary().get(at) else { return text.into_any() };
    let lang = lang();
    let (name, meaning) = (decision::said(lang, &term.term), decision::said(lang, &term.meaning));
    let id = unique_id("term");
    let target = id.clone();
    view! {
        <button type="button" class="term" popovertarget=target data-testid="term">{text}</button>
        <span id=id popover="auto" class="term__meaning" role="note">
            <strong>{decision::capitalized(name)}</strong>
            " — "
            {meaning.to_owned()}
            " "
            <ClauseLinks clauses=term.clauses.clone() />
        </span>
    }
    .into_any()
}

//! An answer of the regulation: its letter with its words, and the clauses it rests on.

use leptos::prelude::*;

use crate::domain::ClauseId;
use crate::regulation::Verdict;
use crate::text::{self, Lang, msg};
use crate::ui::session::{Session, lang};
use crate::view::matrix::MatrixCell;

use super::ClauseLink;
use super::told::told;

/// The class that styles an answer.
pub fn verdict_class(verdict: Verdict, is_if_access: bool) -> &'static str {
    match verdict {
        Verdict::Duty | Verdict::Allowed if is_if_access => "verdict is-conditional",
        Verdict::Duty => "verdict is-duty",
        Verdict::DutyIfNeeded => "verdict is-if-needed",
        Verdict::Allowed => "verdict is-allowed",
        Verdict::Right => "verdict is-right",
        Verdict::NotGranted => "verdict is-not-granted",
        Verdict::Unsettled => "verdict is-unsettled",
    }
}

/// The signs behind the letter of a cell.
pub fn marks(lang: Lang, cell: &MatrixCell) -> String {
    let default = match (cell.verdict, cell.is_permitted) {
        (Verdict::Unsettled, true) => Some(msg::mark_default_allow(lang)),
        (Verdict::Unsettled, false) => Some(msg::mark_default_deny(lang)),
        _ => None,
    };
    [
        default,
        cell.is_own_scope.then(|| msg::mark_scope(lang)),
        (cell.is_inherited && cell.choice.is_none()).then(|| msg::mark_inherited(lang)),
        cell.is_if_access.then(|| msg::mark_access(lang)),
        cell.choice.is_some().then(|| msg::mark_school(lang)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// An answer: the letter for the eye, the words for everybody.
#[component]
pub fn VerdictWord(verdict: Verdict) -> impl IntoView {
    let lang = lang();
    view! {
        <span class="verdict-word">
            <span class=verdict_class(verdict, false) aria-hidden="true">{text::decision::letter(lang, verdict)}</span>
            " "
            {text::decision::verdict(lang, verdict)}
        </span>
    }
}

/// Links to clauses in a line.
#[component]
pub fn ClauseLinks(clauses: Vec<ClauseId>) -> impl IntoView {
    let last = clauses.len().saturating_sub(1);
    clauses
        .into_iter()
        .enumerate()
        .map(|(at, clause)| {
            let comma = (at < last).then_some(",");
            view! { <span class="nowrap"><ClauseLink clause />{comma}</span> " " }
        })
        .collect_view()
}

/// Clauses with what they say.
#[component]
pub fn ClauseList(clauses: Vec<ClauseId>) -> impl IntoView {
    let lang = lang();
    let regulation = Session::expect().regulation();
    let items = clauses
        .into_iter()
        .map(|clause| {
            let entry = regulation.clause(clause).map(|(_, entry)| entry);
            let said = entry.map(|entry| text::decision::said(lang, &entry.text).to_owned());
            let condition = entry.and_then(|entry| entry.condition);
            let condition = condition.map(|condition| text::decision::condition(lang, condition));
            view! {
                <li>
                    <ClauseLink clause />
                    " "
                    {said.map(|said| told(&said))}
                    {condition.map(|condition| view! { " " <span class="muted">"(" {condition} ")"</span> })}
                </li>
            }
        })
        .collect_view();
    view! { <ul>{items}</ul> }
}

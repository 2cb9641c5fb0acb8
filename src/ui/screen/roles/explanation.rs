//! Why a cell answers as it does: clauses, limits, who settled it, who can.

use leptos::prelude::*;

use crate::regulation::{ActionId, CellId, Oddity, RoleId, Verdict};
use crate::text::{self, msg};
use crate::ui::component::verdict::verdict_class;
use crate::ui::component::{ClauseList, told};
use crate::ui::session::{Session, lang};
use crate::view::explanation::{self, Explanation};
use crate::view::route::Route;

use super::choice::SchoolChoice;

/// The explanation of a cell.
#[component]
pub fn Why(cell: CellId) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let regulation = session.regulation();
    let asked = cell.clone();
    let why = Memo::new(move |_| {
        let regulation = session.regulation();
        session.school(|school, index| explanation::explain(school, &regulation, &asked, index.day))
    });
    let role = text::decision::role_title(lang, &regulation, &cell.role);
    let action = text::decision::lowered(&text::decision::action_name(lang, &regulation, cell.action));
    let is_open = why.with_untracked(|why| why.as_ref().is_some_and(|why| why.is_open));
    let number = cell.action;
    view! {
        <div class="dialog__body" data-testid="role-why">
            <h3>{role} ": " {action}</h3>
            {move || why.get().map(|why| view! { <Answer why /> })}
            {is_open.then(|| view! { <SchoolChoice cell=cell.clone() /> })}
            {move || {
                why.get().map(|why| {
                    let is_instead = !why.cell.is_permitted;
                    view! { <WhoCan action=number roles=why.capable is_instead level=4 /> }
                })
            }}
        </div>
    }
}

#[component]
fn Answer(why: Explanation) -> impl IntoView {
    let lang = lang();
    let cell = why.cell;
    let is_silent = cell.verdict == Verdict::NotGranted && cell.choice.is_none();
    let nothing = is_silent.then(|| {
        let role = text::decision::role_name(lang, &Session::expect().regulation(), &cell.role);
        view! { <p>{msg::why_nothing(lang, &role)}</p> }
    });
    let settled = text::decision::settled(lang, why.settled, cell.is_inherited);
    let (title, clauses) = if cell.clauses.is_empty() {
        (msg::why_related(lang), why.related)
    } else {
        (msg::why_clauses(lang), cell.clauses.clone())
    };
    let limits =
        why.limits.into_iter().map(|limit| view! { <li>{text::decision::predicate(lang, limit)}</li> }).collect_view();
    let note = why.note.map(|note| {
        view! { <section><h4>{msg::why_note(lang)}</h4><p>{told(text::decision::said(lang, &note))}</p></section> }
    });
    let has_limits = !limits.is_empty();
    view! {
        <p data-testid="role-why-verdict">
            <span class=verdict_class(cell.verdict, cell.is_if_access) aria-hidden="true">
                {text::decision::letter(lang, cell.verdict)}
            </span>
            " "
            <strong>{cell.words(lang)}</strong>
        </p>
        {nothing}
        {settled.map(|settled| view! { <p>{settled}</p> })}
        <section><h4>{title}</h4><ClauseList clauses /></section>
        {has_limits.then(|| view! { <section><h4>{msg::why_scope(lang)}</h4><ul>{limits}</ul></section> })}
        {note}
        <Oddities oddities=why.oddities level=4 />
    }
}

/// A heading of a level of the page: 2 to 4.
fn heading(level: u8, text: &'static str) -> AnyView {
    match level {
        2 => view! { <h2>{text}</h2> }.into_any(),
        3 => view! { <h3>{text}</h3> }.into_any(),
        _ => view! { <h4>{text}</h4> }.into_any(),
    }
}

/// What is odd in the text about an answer, and how the app reads it.
#[component]
pub fn Oddities(
    oddities: Vec<Oddity>,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let lang = lang();
    let items = oddities
        .iter()
        .map(|oddity| {
            let (text, reading) = (&oddity.text, &oddity.interpretation);
            view! {
                <li>
                    {msg::oddity_text(lang, &oddity.number.to_string(), text::decision::said(lang, text))}
                    " "
                    <span class="muted">{msg::oddity_reading(lang, text::decision::said(lang, reading))}</span>
                </li>
            }
        })
        .collect_view();
    (!oddities.is_empty())
        .then(|| view! { <section>{heading(level, msg::why_oddities(lang))}<ul>{items}</ul></section> })
}

/// The roles and the people of this school who can take an action.
#[component]
pub fn WhoCan(
    action: ActionId,
    roles: Vec<RoleId>,
    /// Whether the question is who can instead of somebody.
    is_instead: bool,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let holders = Memo::new(move |_| {
        let regulation = session.regulation();
        session.school(|school, index| explanation::holders(school, &regulation, action, index.day))
    });
    let title = if is_instead { msg::why_who_instead(lang) } else { msg::why_who_can(lang) };
    let people = move || {
        let (holders, regulation) = (holders.get(), session.regulation());
        let more =
            (holders.more > 0).then(|| view! { <li class="muted">{msg::why_more(lang, holders.more as u64)}</li> });
        let named = holders
            .named
            .into_iter()
            .map(|holder| {
                view! {
                    <li>
                        <a href=Route::RolesOf(holder.person).to_string()>{holder.name}</a>
                        " "
                        <span class="muted">
                            {text::decision::role_list(lang, &regulation, &holder.roles)}
                            {(!holder.is_ready).then(|| format!("; {}", msg::why_not_ready(lang)))}
                        </span>
                    </li>
                }
            })
            .collect_view();
        if named.is_empty() {
            view! { <p>{msg::why_no_holder(lang)}</p> }.into_any()
        } else {
            view! { <ul>{named} {more}</ul> }.into_any()
        }
    };
    let content = if roles.is_empty() {
        view! { <p>{msg::why_nobody(lang)}</p> }.into_any()
    } else {
        view! { <p>{msg::why_roles(lang, &text::decision::role_list(lang, &session.regulation(), &roles))}</p> {people} }
            .into_any()
    };
    view! { <section>{heading(level, title)}{content}</section> }
}

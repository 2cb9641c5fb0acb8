//! The roles of a person, each with where it holds, for how long and by which document.

use leptos::prelude::*;

use crate::domain::Period;
use crate::regulation::HatState;
use crate::text::{self, Lang, msg};
use crate::ui::component::{Badge, ClauseLink, TableRegion, Tone};
use crate::ui::session::{Session, lang};
use crate::view::rights::{HatRow, Scope};

/// The table of roles.
#[component]
pub fn Hats(hats: Memo<Vec<HatRow>>) -> impl IntoView {
    let lang = lang();
    let rows = move || hats.get().into_iter().map(|hat| view! { <HatLine hat /> }).collect_view();
    view! {
        <section class="stack is-tight">
            <h2>{msg::rights_hats(lang)}</h2>
            <Show
                when=move || hats.with(|hats| !hats.is_empty())
                fallback=move || {
                    view! {
                        <div class="notice is-warning"><p class="notice__body">{msg::rights_no_hats(lang)}</p></div>
                    }
                }
            >
                <TableRegion caption=msg::rights_hats(lang)>
                    <table class="table is-dense" data-testid="rights-hats">
                        <thead>
                            <tr>
                                <th scope="col">{msg::rights_hat_role(lang)}</th>
                                <th scope="col">{msg::rights_hat_scope(lang)}</th>
                                <th scope="col">{msg::rights_hat_term(lang)}</th>
                                <th scope="col">{msg::rights_hat_ground(lang)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </TableRegion>
            </Show>
        </section>
    }
}

#[component]
fn HatLine(hat: HatRow) -> impl IntoView {
    let lang = lang();
    let regulation = Session::expect().regulation();
    let role = hat.role.map(|role| text::decision::role_title(lang, &regulation, &role)).unwrap_or_default();
    let state = match hat.state {
        HatState::Active => None,
        HatState::NotBegun(_) => Some((msg::hat_not_begun(lang), Tone::Info)),
        HatState::Ended(_) => Some((msg::hat_ended(lang), Tone::Plain)),
    };
    let last = hat.scopes.len().saturating_sub(1);
    let scopes = hat
        .scopes
        .into_iter()
        .enumerate()
        .map(|(at, scope)| view! { <Where scope /> {(at < last).then_some(", ")} })
        .collect_view();
    let needs_document = hat.needs_document;
    let order = hat.order.map_or_else(
        || if needs_document { msg::order_none(lang).to_owned() } else { String::new() },
        |(kind, number, date)| {
            msg::order_named(lang, &text::date::short(date), text::decision::document(lang, kind), &number)
        },
    );
    view! {
        <tr class:is-muted=state.is_some()>
            <th scope="row">{role} " " {hat.clause.map(|clause| view! { <ClauseLink clause /> })}</th>
            <td>{scopes}</td>
            <td>{term(lang, hat.period)} " " {state.map(|(text, tone)| view! { <Badge text tone /> })}</td>
            <td>{order}</td>
        </tr>
    }
}

/// Where a role holds, with a link to the class, group or child.
#[component]
pub fn Where(scope: Scope) -> impl IntoView {
    match scope {
        Scope::School => msg::scope_school(lang()).into_any(),
        Scope::Own => msg::scope_own(lang()).into_any(),
        Scope::Place(name, route) => {
            view! { <a href=route.to_string() lang=crate::ui::session::lang().of_text(&name)>{name.clone()}</a> }
                .into_any()
        }
        Scope::Child(name, class, route) => {
            let name = if class.is_empty() { name } else { msg::scope_child(lang(), &class, &name) };
            view! { <a href=route.to_string() lang=crate::ui::session::lang().of_text(&name)>{name.clone()}</a> }
                .into_any()
        }
    }
}

/// Where a role holds, in words alone.
pub fn scope_name(lang: Lang, scope: &Scope) -> String {
    match scope {
        Scope::School => msg::scope_school(lang).to_owned(),
        Scope::Own => msg::scope_own(lang).to_owned(),
        Scope::Place(name, _) => name.clone(),
        Scope::Child(name, class, _) if class.is_empty() => name.clone(),
        Scope::Child(name, class, _) => msg::scope_child(lang, class, name),
    }
}

fn term(lang: Lang, period: Period) -> String {
    match (period.from.map(text::date::short), period.to.map(text::date::short)) {
        (None, None) => msg::term_open(lang).to_owned(),
        (Some(from), None) => msg::term_from(lang, &from),
        (None, Some(to)) => msg::term_to(lang, &to),
        (Some(from), Some(to)) => msg::term_both(lang, &from, &to),
    }
}

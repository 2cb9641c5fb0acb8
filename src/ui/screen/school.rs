//! The page of the school: the organisation, its platform, its own rules, its years.

mod organisation;
mod platform;
mod setting;
mod year;

use leptos::prelude::*;

use crate::text::msg;
use crate::ui::component::{PageHeader, spoken};
use crate::ui::form::{FieldError, error_at};

use organisation::OrganisationCard;
use platform::PlatformCard;
use setting::SettingsCard;
use year::Years;

/// The page of the school.
#[component]
pub fn School() -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <PageHeader title=msg::nav_school(lang) lead=msg::school_lead(lang) />
        <div class="split">
            <div class="stack">
                <OrganisationCard />
                <PlatformCard />
            </div>
            <SettingsCard />
        </div>
        <Years />
    }
}

/// What is wrong with a field, for the field.
fn error(errors: RwSignal<Vec<FieldError>>, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || errors.with(|errors| error_at(errors, field)))
}

/// A fact of a definition list; says so where it was not entered.
fn fact(name: &'static str, value: String, unknown: &'static str) -> impl IntoView {
    let value = if value.is_empty() {
        view! { <dd class="muted">{unknown}</dd> }.into_any()
    } else {
        view! { <dd>{spoken(value)}</dd> }.into_any()
    };
    view! { <div><dt>{name}</dt>{value}</div> }
}

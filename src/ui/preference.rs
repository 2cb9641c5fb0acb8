//! The choices of language and theme: in the top bar, and in the settings for screens too narrow for it.

use leptos::prelude::*;

use crate::text::{Lang, msg};

use super::device::Theme;
use super::session::Session;

/// Chooses the language; the page is made anew in it.
#[component]
pub fn LanguageSelect(#[prop(optional)] test_id: &'static str) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    view! {
        <select
            class="select"
            data-testid=(!test_id.is_empty()).then_some(test_id)
            aria-label=msg::language_label(lang)
            on:change:target=move |event| {
                let code = event.target().value();
                session.set_device(|device| device.language = code);
            }
        >
            {Lang::ALL
                .into_iter()
                .map(|other| {
                    view! {
                        <option value=other.code() lang=other.code() selected=other == lang>{msg::language_name(other)}</option>
                    }
                })
                .collect_view()}
        </select>
    }
}

/// Chooses how the page looks.
#[component]
pub fn ThemeSelect(#[prop(optional)] test_id: &'static str) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    view! {
        <select
            class="select"
            data-testid=(!test_id.is_empty()).then_some(test_id)
            aria-label=msg::theme_label(lang)
            on:change:target=move |event| {
                let code = event.target().value();
                let theme = Theme::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or_default();
                session.set_device(|device| device.theme = theme);
            }
        >
            {Theme::ALL
                .into_iter()
                .map(|theme| {
                    view! {
                        <option value=theme.code() prop:selected=move || session.theme() == theme>{theme_name(lang, theme)}</option>
                    }
                })
                .collect_view()}
        </select>
    }
}

fn theme_name(lang: Lang, theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => msg::theme_auto(lang),
        Theme::Light => msg::theme_light(lang),
        Theme::Dark => msg::theme_dark(lang),
        Theme::Contrast => msg::theme_contrast(lang),
    }
}

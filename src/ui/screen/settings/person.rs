//! Who is at the keyboard, and how the page looks.

use leptos::prelude::*;

use crate::text::{Lang, msg};
use crate::ui::device::{Device, Theme};
use crate::ui::form::unique_id;
use crate::ui::session::{Session, lang};
use crate::ui::shell::theme_name;

/// Name and device; kept as they are typed.
#[component]
pub fn PersonCard() -> impl IntoView {
    let lang = lang();
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::settings_person(lang)}</h2></div>
            <div class="card__body stack">
                <p>{msg::settings_person_text(lang)}</p>
                <div class="fields">
                    <Line
                        label=msg::settings_author(lang)
                        test_id="settings-author"
                        of=|device| &device.author.name
                        set=|device, text| device.author.name = text
                    />
                    <Line
                        label=msg::settings_device(lang)
                        hint=msg::settings_device_hint(lang)
                        test_id="settings-device"
                        of=|device| &device.author.device
                        set=|device, text| device.author.device = text
                    />
                </div>
                <p class="muted prose">{msg::settings_roles_note(lang)}</p>
            </div>
        </section>
    }
}

/// A line of text of the device's settings.
#[component]
fn Line(
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    test_id: &'static str,
    of: fn(&Device) -> &String,
    set: fn(&mut Device, String),
) -> impl IntoView {
    let session = Session::expect();
    let (id, hint_id) = (unique_id("line"), unique_id("hint"));
    let (own, described_by) = (id.clone(), hint_id.clone());
    let has_hint = !hint.is_empty();
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            {has_hint.then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <input
                id=own
                class="input"
                type="text"
                autocomplete="off"
                maxlength="100"
                data-testid=test_id
                aria-describedby=has_hint.then_some(described_by)
                prop:value=move || session.device().with(|device| of(device).clone())
                on:change:target=move |event| {
                    let text = crate::domain::words::tidy(&event.target().value());
                    session.set_device(|device| set(device, text));
                }
            />
        </div>
    }
}

/// Language and theme; the same as in the top bar, which has no room for them on small screens.
#[component]
pub fn LookCard() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let (language_id, theme_id) = (unique_id("language"), unique_id("theme"));
    let (language, theme) = (language_id.clone(), theme_id.clone());
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::settings_look(lang)}</h2></div>
            <div class="card__body fields">
                <div class="field is-narrow">
                    <label class="field__label" for=language_id>{msg::language_label(lang)}</label>
                    <select
                        class="select"
                        id=language
                        data-testid="settings-language"
                        on:change:target=move |event| {
                            let code = event.target().value();
                            session.set_device(|device| device.language = code);
                        }
                    >
                        {Lang::ALL
                            .into_iter()
                            .map(|other| {
                                view! {
                                    <option value=other.code() lang=other.code() selected=other == lang>
                                        {msg::language_name(other)}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </div>
                <div class="field is-narrow">
                    <label class="field__label" for=theme_id>{msg::theme_label(lang)}</label>
                    <select
                        class="select"
                        id=theme
                        data-testid="settings-theme"
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
                                    <option value=theme.code() prop:selected=move || session.theme() == theme>
                                        {theme_name(lang, theme)}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </div>
            </div>
        </section>
    }
}

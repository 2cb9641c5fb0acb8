//! Who is at the keyboard, and how the page looks.

use leptos::prelude::*;

use crate::text::msg;
use crate::ui::device::Device;
use crate::ui::form::unique_id;
use crate::ui::preference::{LanguageSelect, ThemeSelect};
use crate::ui::session::{Session, lang};

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
    let lang = lang();
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::settings_look(lang)}</h2></div>
            <div class="card__body fields">
                <div class="field is-narrow">
                    <span class="field__label" aria-hidden="true">{msg::language_label(lang)}</span>
                    <LanguageSelect test_id="settings-language" />
                </div>
                <div class="field is-narrow">
                    <span class="field__label" aria-hidden="true">{msg::theme_label(lang)}</span>
                    <ThemeSelect test_id="settings-theme" />
                </div>
            </div>
        </section>
    }
}

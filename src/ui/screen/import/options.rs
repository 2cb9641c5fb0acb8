//! What a person decides: the school year, and what is taken beyond the usual.

use leptos::prelude::*;

use crate::roster::proposal::Choice;
use crate::text::{self, msg};
use crate::ui::clock;
use crate::ui::component::ChoiceList;
use crate::ui::import_desk::ImportDesk;
use crate::ui::session::{Session, lang};
use crate::view::import::target;

/// The options; every change is compared anew.
#[component]
pub fn Options() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let desk = ImportDesk::expect();
    let years = Memo::new(move |_| {
        let files = desk.intake.with(crate::view::import::Intake::files);
        session.read(|workspace| target::choices(workspace.school(), files.iter().map(AsRef::as_ref), clock::today()))
    });
    let value = Signal::derive(move || target::key(desk.options().year));
    let options = Signal::derive(move || {
        let name = |year: target::YearChoice| {
            let label = if year.is_new { msg::import_year_new(lang, &year.label) } else { year.label };
            (year.key, label)
        };
        years.get().into_iter().map(name).collect::<Vec<_>>()
    });
    let choose_year = move |key: String| {
        let chosen = years.with_untracked(|years| years.iter().find(|year| year.key == key).map(|year| year.target));
        desk.year.set(chosen);
    };
    let choice = |choice: Choice| {
        let (label, hint) = text::roster::choice(lang, choice);
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || desk.choices.with(|choices| choices.contains(&choice))
                    on:change:target=move |event| {
                        let is_chosen = event.target().checked();
                        desk.choices.update(|choices| {
                            if is_chosen { choices.insert(choice) } else { choices.remove(&choice) };
                        });
                    }
                />
                <span>{label}</span>
                <span class="choice__hint">{hint}</span>
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby="import-options-title">
            <div class="card__header"><h2 class="card__title" id="import-options-title">{msg::import_options(lang)}</h2></div>
            <div class="card__body stack">
                <div class="field">
                    <span class="field__label" aria-hidden="true">{msg::import_year(lang)}</span>
                    <ChoiceList name=msg::import_year(lang) value options on_choose=choose_year test_id="import-year" />
                </div>
                {Choice::ALL.map(choice).collect_view()}
                <p class="field__hint">{msg::import_absence_hint(lang)}</p>
            </div>
        </section>
    }
}

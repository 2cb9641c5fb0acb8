//! Creation of classes by pattern, with a preview of what would be created, what is there, what is wrong.

use leptos::ev;
use leptos::prelude::*;

use crate::clause;
use crate::domain::{ClassLabel, Command, SchoolYearId};
use crate::text::{Lang, msg};
use crate::ui::component::{ActButton, ClauseLink, Look, TextField};
use crate::ui::dom;
use crate::ui::session::Session;
use crate::view::structure::{self, PatternFault, Preview, Why};

const FIELD: &str = "structure-pattern";

/// Creates classes by pattern, as one step.
#[component]
pub fn BulkCreate(year: Memo<Option<SchoolYearId>>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let preview = Memo::new(move |_| {
        let (year, text) = (year.get(), text.get());
        session.school(|school, _| year.map(|year| structure::preview(school, year, &text)).unwrap_or_default())
    });
    // What was wrong is no longer told once the text changes.
    Effect::watch(move || text.track(), move |(), _, _: Option<()>| error.set(None), false);
    let create = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let preview = preview.get_untracked();
        let wrong = refusal(lang, &preview);
        if let (None, Some(year)) = (&wrong, year.get_untracked()) {
            let classes = preview.new.into_iter().map(|label| (session.fresh(), label)).collect();
            if session.dispatch(&Command::CreateClasses { year, classes }).is_ok() {
                text.set(String::new());
            }
        } else {
            dom::focus(FIELD);
        }
        error.set(wrong);
    };
    view! {
        <section class="card">
            <header class="card__header">
                <h2 class="card__title">{msg::structure_bulk(lang)}</h2>
                <ClauseLink clause=clause!("2.1/5") />
            </header>
            <p class="muted">{msg::structure_bulk_text(lang)}</p>
            <form class="stack" novalidate on:submit=create>
                <TextField
                    label=msg::structure_pattern(lang)
                    hint=msg::structure_pattern_hint(lang)
                    id=FIELD
                    value=text
                    error=error
                    test_id=FIELD
                />
                <div class="stack is-tight" role="status">{move || preview.with(|preview| preview_view(lang, preview))}</div>
                <div class="cluster">
                    <ActButton
                        label=msg::structure_create(lang)
                        look=Look::Primary
                        kind="submit"
                        test_id="structure-create"
                        on_click=|| ()
                    />
                </div>
            </form>
        </section>
    }
}

/// Why nothing can be created now.
fn refusal(lang: Lang, preview: &Preview) -> Option<String> {
    if !preview.faults.is_empty() {
        let parts: Vec<&str> = preview.faults.iter().map(|fault| fault.part.as_str()).collect();
        return Some(msg::structure_pattern_faults(lang, &parts.join("; ")));
    }
    match (preview.new.is_empty(), preview.existing.is_empty()) {
        (false, _) => None,
        (true, true) => Some(msg::structure_pattern_empty(lang).to_owned()),
        (true, false) => Some(msg::structure_pattern_all_there(lang).to_owned()),
    }
}

fn preview_view(lang: Lang, preview: &Preview) -> impl IntoView + use<> {
    let line = |labels: &[ClassLabel], name: fn(Lang, u64) -> String, class: &'static str| {
        (!labels.is_empty()).then(|| {
            let name = name(lang, labels.len() as u64);
            view! { <p><span class=class>{name}</span>" "{labels_text(labels)}</p> }
        })
    };
    view! {
        {line(&preview.new, msg::structure_will_create, "strong")}
        {line(&preview.existing, msg::structure_existing, "muted")}
        {line(&preview.unlisted, msg::structure_unlisted, "badge is-warning")}
        {preview.has_latin.then(|| view! { <p class="muted">{msg::structure_latin(lang)}</p> })}
        {preview.faults.iter().map(|fault| view! { <p class="field__error">{fault_text(lang, fault)}</p> }).collect_view()}
    }
}

/// Labels in one line.
pub fn labels_text(labels: &[ClassLabel]) -> String {
    labels.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// What is wrong with a part of a pattern.
pub fn fault_text(lang: Lang, fault: &PatternFault) -> String {
    let why = match fault.why {
        Why::Grade => msg::structure_why_grade(lang),
        Why::NoLetter => msg::structure_why_no_letter(lang),
        Why::Letter => msg::structure_why_letter(lang),
        Why::Backwards => msg::structure_why_backwards(lang),
    };
    msg::structure_fault(lang, &fault.part, why)
}

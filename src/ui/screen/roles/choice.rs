//! The school's choice where the text does not answer: recorded with day and author, undone like everything else.

use leptos::prelude::*;

use crate::domain::{Command, Interpretation, RecordKey};
use crate::regulation::{CellId, Stance};
use crate::text::{self, msg};
use crate::ui::component::{ActButton, Button, DateField, ErrorSummary, Look, TextArea, TextField};
use crate::ui::dom;
use crate::ui::form::{FieldError, day, day_text, error_at, unique_id};
use crate::ui::session::{Session, lang};
use crate::view::explanation::{effect, record_of};

/// What the school chose for a cell, and the form to choose.
#[component]
pub fn SchoolChoice(cell: CellId) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let cell = StoredValue::new(cell);
    let record = Memo::new(move |_| session.school(|school, _| cell.with_value(|cell| record_of(school, cell))));
    let is_editing = RwSignal::new(false);
    let made = move || {
        record.get().map_or_else(
            || msg::choice_none(lang).to_owned(),
            |record| {
                let stance = Stance::from_choice(&record.choice)
                    .map_or_else(|| record.choice.clone(), |stance| text::decision::stance(lang, stance).to_owned());
                let (stance, on) = (text::decision::lowered(&stance), text::date::short(record.decided_on));
                if record.decided_by.is_empty() {
                    msg::choice_made(lang, &on, &stance)
                } else {
                    msg::choice_made_by(lang, &record.decided_by, &on, &stance)
                }
            },
        )
    };
    // The button goes and the form comes, and the other way round: the focus goes with them.
    let open = move || {
        is_editing.set(true);
        request_animation_frame(|| dom::focus("choice-allow"));
    };
    let note = move || record.get().map(|record| record.note.clone()).filter(|note| !note.is_empty());
    let remove = move || {
        if let Some(record) = record.get_untracked() {
            request_animation_frame(|| dom::focus("choice-title"));
            drop(session.dispatch(&Command::Remove(RecordKey::to::<Interpretation>(record.id))));
        }
    };
    view! {
        <section class="stack is-tight" data-testid="role-choice">
            <h4 id="choice-title" tabindex="-1">{msg::choice_title(lang)}</h4>
            <p role="status">{made}</p>
            {move || note().map(|note| view! { <p class="muted">{note}</p> })}
            <Show
                when=move || is_editing.get()
                fallback=move || {
                    let label =
                        if record.get().is_some() { msg::choice_change(lang) } else { msg::choice_edit(lang) };
                    view! {
                        <div class="cluster">
                            <ActButton label on_click=open test_id="choice-edit" />
                            {record.get().map(|_| {
                                view! {
                                    <ActButton
                                        label=msg::choice_remove(lang)
                                        look=Look::Quiet
                                        on_click=remove
                                        test_id="choice-remove"
                                    />
                                }
                            })}
                        </div>
                    }
                }
            >
                <ChoiceForm cell=cell.get_value() is_editing />
            </Show>
        </section>
    }
}

#[component]
fn ChoiceForm(cell: CellId, is_editing: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let cell = StoredValue::new(cell);
    let before = session.peek(|workspace| cell.with_value(|cell| record_of(workspace.school(), cell)));
    let shown_on = untrack(|| session.school(|_, index| index.day));
    let context = session.context();
    let stance =
        RwSignal::new(before.as_ref().and_then(|record| Stance::from_choice(&record.choice)).unwrap_or(Stance::Allow));
    // A choice of a later day would not show: outside of a school year the plan is not shown as of today.
    let decided_on = before.as_ref().map_or(context.today.min(shown_on), |record| record.decided_on);
    let on = RwSignal::new(day_text(Some(decided_on)));
    let by = RwSignal::new(before.as_ref().map_or(context.author.name, |record| record.decided_by.clone()));
    let note = RwSignal::new(before.as_ref().map(|record| record.note.clone()).unwrap_or_default());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let (on_id, group) = (unique_id("choice-on"), unique_id("choice"));
    let field = on_id.clone();
    let on_error = Signal::derive(move || errors.with(|errors| error_at(errors, &field)));
    let would = move || {
        let (stance, regulation) = (stance.get(), session.regulation());
        let (now, then) = session
            .school(|school, index| cell.with_value(|cell| effect(school, &regulation, cell, stance, index.day)))?;
        Some(if now == then {
            msg::choice_effect_same(lang).to_owned()
        } else {
            msg::choice_effect(lang, text::decision::verdict(lang, then))
        })
    };
    let is_later = move || day(&on.get()).is_some_and(|on| on > shown_on);
    let id = before.as_ref().map(|record| record.id);
    let close = move || {
        is_editing.set(false);
        request_animation_frame(|| dom::focus("choice-title"));
    };
    let target = on_id.clone();
    let save = move || {
        let Some(decided_on) = day(&on.get_untracked()) else {
            errors.set(vec![FieldError::new(target.clone(), msg::choice_on_error(lang))]);
            return;
        };
        let record = Interpretation {
            id: id.unwrap_or_else(|| session.fresh()),
            question: cell.with_value(CellId::question),
            choice: stance.get_untracked().choice().to_owned(),
            decided_on,
            decided_by: by.get_untracked().trim().to_owned(),
            note: note.get_untracked().trim().to_owned(),
        };
        match session.dispatch(&Command::Save(record.into())) {
            Ok(()) => close(),
            Err(refusal) => errors.set(vec![FieldError::new("", text::refusal::sentence(lang, &refusal))]),
        }
    };
    let radios = [Stance::Allow, Stance::Deny]
        .into_iter()
        .map(|option| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        id=format!("choice-{}", option.choice())
                        name=group.clone()
                        data-testid=format!("choice-{}", option.choice())
                        prop:checked=move || stance.get() == option
                        on:change=move |_| stance.set(option)
                    />
                    <span>{text::decision::stance(lang, option)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <ErrorSummary errors />
        <fieldset class="fieldset">
            <legend class="fieldset__legend">{msg::choice_answer(lang)}</legend>
            {radios}
        </fieldset>
        <p class="muted" role="status">{would}</p>
        <DateField label=msg::choice_on(lang) value=on error=on_error id=on_id is_required=true />
        <Show when=is_later>
            <p class="muted">{msg::choice_later(lang, &text::date::short(shown_on))}</p>
        </Show>
        <TextField label=msg::choice_by(lang) value=by />
        <TextArea label=msg::choice_note(lang) value=note rows=2 />
        <div class="cluster">
            <Button label=msg::save(lang) look=Look::Primary on_click=save test_id="choice-save" />
            <Button label=msg::cancel(lang) on_click=close />
        </div>
    }
}

//! The form that a button asks for, in a dialog: built anew as one types, read when it is sent.

use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::control::{self, Wire};
use super::{Chosen, Scene, Tells, section};
use crate::text::{self, msg};
use crate::ui::component::{ClauseLink, Dialog, ErrorSummary, List, why_button};
use crate::ui::dom;
use crate::ui::form::{FieldError, error_at};
use crate::ui::problem;
use crate::ui::router::Router;
use crate::ui::session::{Session, lang};
use crate::view::area::{Ask, Asking};
use crate::view::fault::Fault;
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::Page;

type Asked = RwSignal<Option<(Ask, Chosen)>>;

/// The dialog of the form that is asked for.
#[component]
pub fn AskDialog(asked: Asked) -> impl IntoView {
    move || asked.get().map(|(ask, chosen)| view! { <AskForm ask chosen asked /> })
}

/// The state of an open form.
#[derive(Clone, Copy)]
struct Open {
    form: Memo<Arc<Form>>,
    values: RwSignal<Values>,
    errors: RwSignal<Vec<FieldError>>,
}

#[component]
fn AskForm(ask: Ask, chosen: Chosen, asked: Asked) -> impl IntoView {
    let session = Session::expect();
    let router = Router::expect();
    let values = RwSignal::new(Values::default());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let is_open = RwSignal::new(true);
    let stored = StoredValue::new((ask, chosen));
    let form = Memo::new(move |_| {
        let query = router.query().get_untracked();
        values.with(|values| {
            stored.with_value(|(ask, chosen)| Arc::new(session.room(&query, chosen, |room| ask.form(room, values))))
        })
    });
    let title = form.with_untracked(|form| form.title.clone());
    let open = Open { form, values, errors };
    let submit = move || {
        let query = router.query().get_untracked();
        let whole = form.with_untracked(|form| values.with_untracked(|values| values.over(form)));
        let required = form.with_untracked(|form| unanswered(form, &whole));
        let done = if required.is_empty() {
            stored.with_value(|(ask, chosen)| session.do_ask(ask, &whole, &query, chosen))
        } else {
            Err(at_fields(required))
        };
        match done {
            Ok(()) => {
                is_open.set(false);
                request_animation_frame(dom::focus_title_if_lost);
            }
            Err(found) => errors.set(found),
        }
    };
    let submit = Callback::new(move |()| submit());
    let on_close = Callback::new(move |()| asked.set(None));
    view! {
        <Dialog title=title is_open is_wide=true on_close=on_close>
            {form_view(open, is_open, submit)}
        </Dialog>
    }
}

/// The dialog of a form that another module asks: what it says is told there, and faults come back.
#[component]
pub fn FillDialog(tells: Tells) -> impl IntoView {
    move || tells.fill.get().map(|(form, word, chosen)| view! { <FillForm form word chosen tells /> })
}

#[component]
fn FillForm(form: Form, word: String, chosen: Chosen, tells: Tells) -> impl IntoView {
    let values = RwSignal::new(Values::default());
    let errors = tells.errors;
    errors.set(Vec::new());
    let is_open = RwSignal::new(true);
    let title = form.title.clone();
    let form = Memo::new(move |_| Arc::new(form.clone()));
    let open = Open { form, values, errors };
    let submit = Callback::new(move |()| {
        let whole = form.with_untracked(|form| values.with_untracked(|values| values.over(form)));
        let required = form.with_untracked(|form| unanswered(form, &whole));
        if required.is_empty() {
            errors.set(Vec::new());
            tells.tell.run((word.clone(), whole, chosen.clone()));
        } else {
            errors.set(at_fields(required));
        }
    });
    let on_close = Callback::new(move |()| tells.fill.set(None));
    view! {
        <Dialog title=title is_open is_wide=true on_close=on_close>
            {form_view(open, is_open, submit)}
        </Dialog>
    }
}

/// Fields that must be answered and are not.
fn unanswered(form: &Form, values: &Values) -> Vec<Fault> {
    let is_empty = |field: &&Field| field.is_required && values.get(field.id).trim().is_empty();
    let fault = |field: &Field| {
        let problem = match field.kind {
            FieldKind::Choice(_) | FieldKind::Search(_) | FieldKind::Many(_) => crate::view::fault::Problem::Choice,
            _ => crate::view::fault::Problem::Empty,
        };
        Fault { field: field.id, problem }
    };
    form.fields.iter().filter(is_empty).map(fault).collect()
}

fn form_view(open: Open, is_open: RwSignal<bool>, submit: Callback<()>) -> AnyView {
    let lang = lang();
    // A field is made anew only where its question changes, so that typing in it goes on.
    let shapes = Memo::new(move |_| {
        open.form.with(|form| {
            form.fields.iter().map(|field| Field { value: String::new(), ..field.clone() }).collect::<Vec<_>>()
        })
    });
    let head = Memo::new(move |_| {
        open.form.with(|form| (form.lead.clone(), form.clause, form.submit.clone(), form.refused.clone()))
    });
    let preview = Memo::new(move |_| open.form.with(|form| form.preview.clone()));
    let node = NodeRef::<html::Form>::new();
    Effect::new(move || {
        if let Some(form) = node.get() {
            request_animation_frame(move || dom::focus_first_field(&form));
        }
    });
    let page = Memo::new(|_| Arc::new(Page::default()));
    let scene =
        Scene { session: Session::expect(), router: Router::expect(), page, asked: RwSignal::new(None), tells: None };
    let refused = move || head.with(|(_, _, _, refused)| refused.clone());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        match head.with_untracked(|(_, _, _, refused)| refused.clone()) {
            Some(text) => open.errors.set(vec![FieldError::new("", text)]),
            None => submit.run(()),
        }
    };
    let label = move || {
        head.with(|(_, _, submit, _)| if submit.is_empty() { msg::save(lang).to_owned() } else { submit.clone() })
    };
    view! {
        <form node_ref=node novalidate on:submit=send>
            <div class="dialog__body">
                <ErrorSummary errors=open.errors />
                {move || head.with(|(lead, clause, _, _)| view! {
                    <p class="muted" hidden=lead.is_empty() && clause.is_none()>
                        {lead.clone()}
                        " "
                        {clause.map(|clause| view! { <ClauseLink clause /> })}
                    </p>
                }.into_any())}
                {move || refused().map(|text| {
                    let why = why_button(&text, head.with(|(_, clause, _, _)| *clause));
                    view! { <div class="notice is-warning"><p class="notice__body">{text} " " {why}</p></div> }
                })}
                <List each=move || shapes.get() key=Field::clone let:field>{field_view(open, field)}</List>
                <div class="stack" aria-live="polite">
                    {move || section::preview(scene, preview.get())}
                </div>
            </div>
            <div class="dialog__actions">
                <button type="submit" class="button is-primary" data-testid="form-submit" aria-disabled=move || refused().is_some().then_some("true")>{label}</button>
                <button type="button" class="button" on:click=move |_| is_open.set(false)>{msg::cancel(lang)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn field_view(open: Open, field: Field) -> AnyView {
    let lang = lang();
    let name = field.id;
    let id = format!("field-{name}");
    let value = Memo::new(move |_| {
        let typed = open.values.with(|values| values.typed(name).map(str::to_owned));
        typed.unwrap_or_else(|| {
            open.form.with(|form| {
                form.fields.iter().find(|field| field.id == name).map(|field| field.value.clone()).unwrap_or_default()
            })
        })
    });
    let write = Callback::new(move |text: String| open.values.update(|values| values.set(name, text)));
    let error = Memo::new(move |_| open.errors.with(|errors| error_at(errors, &format!("field-{name}"))));
    let value = Signal::from(value);
    let is_flag = matches!(field.kind, FieldKind::Flag);
    let is_group = matches!(field.kind, FieldKind::Many(_));
    let wire = Wire { id: id.clone(), value, write, is_invalid: Signal::derive(move || error.with(Option::is_some)) };
    let inner = match field.kind {
        FieldKind::Text => control::input(wire, "text"),
        FieldKind::Day => control::input(wire, "date"),
        FieldKind::Time => control::input(wire, "time"),
        FieldKind::Number => control::input(wire, "number"),
        FieldKind::Email => control::input(wire, "email"),
        FieldKind::Phone => control::input(wire, "tel"),
        FieldKind::Long => control::lines(wire),
        FieldKind::Choice(choices) => control::select(wire, choices),
        FieldKind::Search(choices) => control::search(wire, field.label.clone(), choices, field.is_required),
        FieldKind::Many(choices) => control::many(wire, field.label.clone(), choices),
        FieldKind::Flag => control::flag(wire, field.label.clone()),
        FieldKind::File(accept) => control::file(wire, accept, false),
        FieldKind::Bytes(accept) => control::file(wire, accept, true),
        FieldKind::Secret => control::input(wire, "password"),
    };
    let error_id = format!("{id}-error");
    let hint = (!field.hint.is_empty()).then(|| view! { <p class="field__hint">{field.hint}</p> });
    let mark = field.is_required.then(|| view! { " " <span class="field__optional">{msg::required_mark(lang)}</span> });
    let label = if is_flag {
        ().into_any()
    } else if is_group {
        view! { <p class="field__label" id=format!("{id}-label")>{field.label} {mark}</p> }.into_any()
    } else {
        view! { <label class="field__label" for=id.clone()>{field.label} {mark}</label> }.into_any()
    };
    view! {
        <div class="field" class:is-invalid=move || error.with(Option::is_some)>
            {label}
            {hint}
            {inner}
            {move || error.get().map(|text| view! { <p class="field__error" id=error_id.clone()>{text}</p> })}
        </div>
    }
    .into_any()
}

/// Reads faults of a form into errors at its fields.
pub fn at_fields(faults: Vec<Fault>) -> Vec<FieldError> {
    let lang = lang();
    problem::errors(lang, faults)
        .into_iter()
        .map(|error| FieldError { field: format!("field-{}", error.field), ..error })
        .collect()
}

/// A refusal above the fields.
pub fn above(refusal: &crate::domain::Refusal) -> Vec<FieldError> {
    vec![FieldError::new("", text::refusal::sentence(lang(), refusal))]
}

//! The forms that put a student into a class: a new one, one of the plan.

use leptos::prelude::*;

use crate::domain::{ClassId, Command, Enrolment, Period};
use crate::text::msg;
use crate::ui::component::{DateField, FormBody, SelectField, TextField};
use crate::ui::form::{FieldError, error_at};
use crate::ui::problem;
use crate::ui::session::Session;
use crate::view::class_page::{self, ClassHead, NewStudentForm, TermForm};

use super::super::part;

/// What is wrong with a field, for the field.
fn error(errors: RwSignal<Vec<FieldError>>, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || errors.with(|errors| error_at(errors, field)))
}

/// A new person who studies in the class, as one act.
#[component]
pub fn NewForm(id: ClassId, head: Memo<Option<ClassHead>>, is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let (name, order) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let from = RwSignal::new(super::day_value(head));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let twins = Memo::new(move |_| {
        let name = name.get();
        session.school(|school, index| class_page::twins(school, index, &name))
    });
    let read = move || {
        let form =
            NewStudentForm { name: name.get_untracked(), from: from.get_untracked(), order: order.get_untracked() };
        let records = form.read(session.fresh(), session.fresh(), id);
        records.map(Command::SaveTogether).map_err(|faults| problem::errors(lang, faults))
    };
    view! {
        <FormBody is_open errors read submit_label=msg::add(lang) test_id="class-student-save">
            <TextField
                label=msg::class_student_name(lang)
                id="student-name"
                value=name
                error=error(errors, "student-name")
                is_required=true
                test_id="class-student-name"
            />
            <div role="status">
                <Show when=move || twins.with(|twins| !twins.is_empty())>
                    <div class="notice is-info">
                        <p class="notice__body cluster">
                            {msg::class_twins(lang)}
                            {move || twins.get().into_iter().map(|twin| part::person_link(&twin)).collect_view()}
                        </p>
                    </div>
                </Show>
            </div>
            <DateField
                label=msg::class_from(lang)
                id="student-from"
                value=from
                error=error(errors, "student-from")
                is_required=true
            />
            <SelectField label=msg::class_order(lang) value=order options=part::order_options(session) />
        </FormBody>
    }
}

/// Somebody of the plan who is in no class.
#[component]
pub fn EnrolForm(id: ClassId, head: Memo<Option<ClassHead>>, is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let day = untrack(|| super::day(head));
    let options = untrack(|| session.school(|school, index| class_page::enrol_options(school, index, day)));
    let hint = if options.is_empty() { msg::class_enrol_none(lang) } else { "" };
    let fields = TermFields::new(day.to_string());
    let read = move || {
        let (student, from, order) = fields.read(lang)?;
        let period = Period::since(from);
        Ok(Command::Save(Enrolment { id: session.fresh(), student, class: id, period, order }.into()))
    };
    view! {
        <FormBody is_open errors=fields.errors read submit_label=msg::class_enrol(lang) test_id="class-enrol-save">
            <TermInputs
                fields
                label=msg::class_enrol_person(lang)
                hint
                options=part::choices(msg::class_choose(lang), options)
            />
        </FormBody>
    }
}

/// The fields of an enrolment.
#[derive(Debug, Clone, Copy)]
struct TermFields {
    choice: RwSignal<String>,
    from: RwSignal<String>,
    order: RwSignal<String>,
    errors: RwSignal<Vec<FieldError>>,
}

impl TermFields {
    fn new(from: String) -> Self {
        Self {
            choice: RwSignal::new(String::new()),
            from: RwSignal::new(from),
            order: RwSignal::new(String::new()),
            errors: RwSignal::new(Vec::new()),
        }
    }

    fn read<T: std::str::FromStr>(
        self,
        lang: crate::text::Lang,
    ) -> Result<(T, chrono::NaiveDate, Option<crate::domain::LocalActId>), Vec<FieldError>> {
        let form = TermForm {
            choice: self.choice.get_untracked(),
            from: self.from.get_untracked(),
            order: self.order.get_untracked(),
        };
        form.read().map_err(|faults| problem::errors(lang, faults))
    }
}

#[component]
fn TermInputs(
    fields: TermFields,
    label: &'static str,
    hint: &'static str,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let errors = fields.errors;
    view! {
        <SelectField
            label
            hint
            id="term-choice"
            value=fields.choice
            options
            error=error(errors, "term-choice")
        />
        <DateField
            label=msg::class_from(lang)
            id="term-from"
            value=fields.from
            error=error(errors, "term-from")
            is_required=true
        />
        <SelectField label=msg::class_order(lang) value=fields.order options=part::order_options(session) />
    }
}

//! The dialog that corrects or ends a period: a stay, a class teacher's term, a membership.

use leptos::prelude::*;

use crate::domain::{Command, Enrolment, HomeroomAssignment, LocalActId, Membership, Period, Record, RecordKey};
use crate::text::msg;
use crate::ui::component::{Button, DateField, Dialog, FormBody, Look, SelectField};
use crate::ui::form::{FieldError, error_at};
use crate::ui::problem;
use crate::ui::session::Session;
use crate::view::class_page::StayForm;

use super::super::part::{self, Subject};

/// Edits the period of a record, or removes the record.
#[component]
pub fn PeriodDialog(subject: Subject<RecordKey>) -> impl IntoView {
    let lang = crate::ui::session::lang();
    let is_open = subject.is_open;
    view! {
        <Dialog title=msg::class_term(lang) is_open>
            <PeriodForm subject />
        </Dialog>
    }
}

#[component]
fn PeriodForm(subject: Subject<RecordKey>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let is_open = subject.is_open;
    let record = subject.target().and_then(|key| session.peek(|workspace| workspace.school().record(key)))?;
    let key = record.key();
    let caption = session.peek(|workspace| record.caption(workspace.school()));
    let (period, order) = parts(&record)?;
    let has_order = !matches!(record, Record::Membership(_));
    let form = StayForm::of(period, order);
    let (from, to, order) = (RwSignal::new(form.from), RwSignal::new(form.to), RwSignal::new(form.order));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let read = move || {
        let form = StayForm { from: from.get_untracked(), to: to.get_untracked(), order: order.get_untracked() };
        let (period, order) = form.read().map_err(|faults| problem::errors(lang, faults))?;
        Ok(Command::Save(edited(&record, period, order)))
    };
    let remove = move || {
        if session.dispatch(&Command::Remove(key)).is_ok() {
            is_open.set(false);
        }
    };
    let error = move |field: &'static str| Signal::derive(move || errors.with(|errors| error_at(errors, field)));
    Some(view! {
        <FormBody is_open errors read test_id="period-save">
            <p class="strong">{caption}</p>
            <div class="fields">
                <DateField label=msg::class_from(lang) id="stay-from" value=from error=error("stay-from") />
                <DateField
                    label=msg::class_to(lang)
                    hint=msg::class_to_hint(lang)
                    id="stay-to"
                    value=to
                    error=error("stay-to")
                />
            </div>
            {has_order
                .then(|| {
                    view! {
                        <SelectField
                            label=msg::class_order(lang)
                            id="stay-order"
                            value=order
                            options=part::order_options(session)
                        />
                    }
                })}
            <div class="cluster">
                <Button
                    label=msg::class_remove_record(lang)
                    look=Look::Danger
                    test_id="period-remove"
                    on_click=remove
                />
                <span class="muted">{msg::class_remove_hint(lang)}</span>
            </div>
        </FormBody>
    })
}

/// Period and order of the records that this dialog knows.
fn parts(record: &Record) -> Option<(Period, Option<LocalActId>)> {
    match record {
        Record::Enrolment(row) => Some((row.period, row.order)),
        Record::HomeroomAssignment(row) => Some((row.period, row.order)),
        Record::Membership(row) => Some((row.period, None)),
        _ => None,
    }
}

fn edited(record: &Record, period: Period, order: Option<LocalActId>) -> Record {
    match record {
        Record::Enrolment(row) => Enrolment { period, order, ..row.as_ref().clone() }.into(),
        Record::HomeroomAssignment(row) => HomeroomAssignment { period, order, ..row.as_ref().clone() }.into(),
        Record::Membership(row) => Membership { period, ..row.as_ref().clone() }.into(),
        other => other.clone(),
    }
}

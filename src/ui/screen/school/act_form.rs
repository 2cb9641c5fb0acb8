//! The dialog that registers and edits a local act.

use leptos::prelude::*;

use crate::domain::{Command, LocalAct, LocalActId, LocalActKind, RecordKey};
use crate::text::msg;
use crate::ui::component::{Button, DateField, FormBody, Look, SelectField, TextField};
use crate::ui::form::{FieldError, day};
use crate::ui::problem;
use crate::ui::screen::part::{Subject, choices};
use crate::ui::session::Session;
use crate::view::school::{self, ActForm};

use super::act::kind_name;
use super::error;

const KINDS: [(&str, LocalActKind); 4] = [
    ("order", LocalActKind::Order),
    ("directive", LocalActKind::Directive),
    ("protocol", LocalActKind::Protocol),
    ("act", LocalActKind::Act),
];

fn code_of(kind: LocalActKind) -> String {
    KINDS.iter().find(|(_, other)| *other == kind).map(|(code, _)| (*code).to_owned()).unwrap_or_default()
}

fn kind_of(code: &str) -> LocalActKind {
    KINDS.iter().find(|(other, _)| *other == code).map_or(LocalActKind::Order, |(_, kind)| *kind)
}

/// The fields of an act.
#[component]
pub fn ActFields(subject: Subject<LocalActId>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let is_open = subject.is_open;
    let target = subject.target();
    let today = session.context().today;
    let form = session.peek(|workspace| {
        let act = target.and_then(|id| workspace.school().acts().get(&id));
        act.map_or_else(|| ActForm::new(today), |act| ActForm::of(act))
    });
    let id = target.unwrap_or_else(|| session.fresh());
    let kind = RwSignal::new(code_of(form.kind));
    let [number, on, title, signer] = [form.number, form.date, form.title, form.signer].map(RwSignal::new);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let kinds: Vec<_> =
        KINDS.iter().map(|(code, kind)| ((*code).to_owned(), kind_name(lang, *kind).to_owned())).collect();
    let signers = Memo::new(move |_| {
        let (kind, on) = (kind_of(&kind.get()), day(&on.get()).unwrap_or(today));
        let signers = session.school(|school, _| school::signers(school, kind, on));
        let named = signers.into_iter().map(|s| (s.person, format!("{} · {}", s.name, s.post))).collect();
        choices(msg::school_act_signer_none(lang), named)
    });
    let read = move || {
        // Somebody who may not sign this kind is no longer in the list, so nobody is chosen.
        let signer = signer.get_untracked();
        let is_offered = signers.with_untracked(|signers| signers.iter().any(|(key, _)| *key == signer));
        let form = ActForm {
            kind: kind_of(&kind.get_untracked()),
            number: number.get_untracked(),
            date: on.get_untracked(),
            title: title.get_untracked(),
            signer: if is_offered { signer } else { String::new() },
        };
        form.read(id).map(|act| Command::Save(act.into())).map_err(|faults| problem::errors(lang, faults))
    };
    let remove = move || {
        if session.dispatch(&Command::Remove(RecordKey::to::<LocalAct>(id))).is_ok() {
            is_open.set(false);
        }
    };
    view! {
        <FormBody is_open errors read test_id="school-act-save">
            <div class="fields">
                <SelectField label=msg::school_act_kind(lang) id="act-kind" value=kind options=kinds />
                <TextField
                    label=msg::school_act_number(lang)
                    id="act-number"
                    value=number
                    error=error(errors, "act-number")
                    is_required=true
                />
                <DateField
                    label=msg::school_act_date(lang)
                    id="act-date"
                    value=on
                    error=error(errors, "act-date")
                    is_required=true
                />
            </div>
            <TextField
                label=msg::school_act_title(lang)
                hint=msg::school_act_title_hint(lang)
                id="act-title"
                value=title
                error=error(errors, "act-title")
                is_required=true
            />
            <SelectField
                label=msg::school_act_signer(lang)
                hint=msg::school_act_signer_hint(lang)
                id="act-signer"
                value=signer
                options=signers
            />
            {target
                .is_some()
                .then(|| {
                    view! {
                        <div class="cluster">
                            <Button
                                label=msg::delete(lang)
                                look=Look::Danger
                                test_id="school-act-remove"
                                on_click=remove
                            />
                        </div>
                    }
                })}
        </FormBody>
    }
}

//! The school's thresholds and choices, and the dialog that edits them.

use leptos::prelude::*;

use crate::domain::{Command, Settings};
use crate::text::{Lang, msg};
use crate::ui::component::{ActButton, Choice, Dialog, FormBody, TextField};
use crate::ui::form::FieldError;
use crate::ui::problem;
use crate::ui::session::Session;
use crate::view::school::{self, SettingsForm};

use super::{error, fact};

/// The school's own rules.
#[component]
pub fn SettingsCard() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let is_open = RwSignal::new(false);
    let row = Memo::new(move |_| session.school(|school, _| school::settings(school)));
    view! {
        <section class="card" data-testid="school-settings">
            <h2 class="card__title">{msg::school_settings(lang)}</h2>
            {move || facts(lang, &row.get())}
            <div class="cluster">
                <ActButton label=msg::edit(lang) test_id="school-settings-edit" on_click=move || is_open.set(true) />
            </div>
        </section>
        <Dialog title=msg::school_settings(lang) is_open>
            <SettingsFields is_open />
        </Dialog>
    }
}

fn facts(lang: Lang, row: &Settings) -> impl IntoView + use<> {
    let answer = |is_so: bool| if is_so { msg::school_settings_yes(lang) } else { msg::school_settings_no(lang) };
    let days = |days: u16| days.to_string();
    view! {
        <dl class="definition-list">
            {fact(msg::school_verification(lang), answer(row.requires_verification).to_owned(), "")}
            {fact(msg::school_subgroup_chats(lang), answer(row.splits_subgroup_chats).to_owned(), "")}
            {fact(msg::school_primary_chats(lang), answer(row.collapses_primary_chats).to_owned(), "")}
            {fact(msg::school_unclaimed_days(lang), days(row.unclaimed_days), "")}
            {fact(msg::school_request_days(lang), days(row.request_days), "")}
            {fact(msg::school_verification_days(lang), days(row.verification_days), "")}
            {fact(msg::school_ticket_days(lang), days(row.ticket_days), "")}
            {fact(msg::school_faq_tickets(lang), days(row.faq_tickets), "")}
            {fact(msg::school_report_days(lang), days(row.report_days), "")}
            {fact(msg::school_control_days(lang), days(row.control_days), "")}
            {fact(msg::school_stale_chat_days(lang), days(row.stale_chat_days), "")}
            {fact(msg::school_homeroom_classes(lang), days(row.homeroom_classes), "")}
            {fact(msg::school_student_grade(lang), row.student_invite_grade.to_string(), "")}
        </dl>
    }
}

#[component]
fn SettingsFields(is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let form = session.peek(|workspace| SettingsForm::from(school::settings(workspace.school())));
    let [ticket_days, faq_tickets, report_days] =
        [form.ticket_days, form.faq_tickets, form.report_days].map(RwSignal::new);
    let base = form.base;
    let [unclaimed_days, request_days, verification_days, student_grade] =
        [form.unclaimed_days, form.request_days, form.verification_days, form.student_invite_grade].map(RwSignal::new);
    let [control_days, stale_chat_days, homeroom_classes] =
        [form.control_days, form.stale_chat_days, form.homeroom_classes].map(RwSignal::new);
    let [requires, splits, collapses] =
        [form.requires_verification, form.splits_subgroup_chats, form.collapses_primary_chats].map(RwSignal::new);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let read = move || {
        let form = SettingsForm {
            requires_verification: requires.get_untracked(),
            unclaimed_days: unclaimed_days.get_untracked(),
            request_days: request_days.get_untracked(),
            verification_days: verification_days.get_untracked(),
            ticket_days: ticket_days.get_untracked(),
            faq_tickets: faq_tickets.get_untracked(),
            report_days: report_days.get_untracked(),
            splits_subgroup_chats: splits.get_untracked(),
            collapses_primary_chats: collapses.get_untracked(),
            control_days: control_days.get_untracked(),
            stale_chat_days: stale_chat_days.get_untracked(),
            homeroom_classes: homeroom_classes.get_untracked(),
            student_invite_grade: student_grade.get_untracked(),
            base: base.clone(),
        };
        form.read().map(|row| Command::Save(row.into())).map_err(|faults| problem::errors(lang, faults))
    };
    let number = move |label: &'static str, id: &'static str, value: RwSignal<String>| {
        view! { <TextField label id value error=error(errors, id) is_required=true /> }
    };
    view! {
        <FormBody is_open errors read test_id="school-settings-save">
            <Choice
                label=msg::school_verification(lang)
                hint=msg::school_verification_hint(lang)
                value=requires
            />
            <Choice
                label=msg::school_subgroup_chats(lang)
                hint=msg::school_subgroup_chats_hint(lang)
                value=splits
            />
            <Choice
                label=msg::school_primary_chats(lang)
                hint=msg::school_primary_chats_hint(lang)
                value=collapses
            />
            {number(msg::school_unclaimed_days(lang), "settings-unclaimed-days", unclaimed_days)}
            {number(msg::school_request_days(lang), "settings-request-days", request_days)}
            {number(msg::school_verification_days(lang), "settings-verification-days", verification_days)}
            {number(msg::school_ticket_days(lang), "settings-ticket-days", ticket_days)}
            {number(msg::school_faq_tickets(lang), "settings-faq-tickets", faq_tickets)}
            {number(msg::school_report_days(lang), "settings-report-days", report_days)}
            {number(msg::school_control_days(lang), "settings-control-days", control_days)}
            {number(msg::school_stale_chat_days(lang), "settings-stale-chat-days", stale_chat_days)}
            {number(msg::school_homeroom_classes(lang), "settings-homeroom-classes", homeroom_classes)}
            {number(msg::school_student_grade(lang), "settings-student-grade", student_grade)}
        </FormBody>
    }
}

//! The platform's card (1.5) and the dialog that edits it; unknown is an answer.

use leptos::prelude::*;

use crate::clause;
use crate::domain::Command;
use crate::text::{Lang, msg};
use crate::ui::component::{Button, ClauseLink, Dialog, FormBody, SelectField, TextField};
use crate::ui::form::FieldError;
use crate::ui::problem;
use crate::ui::session::Session;
use crate::view::school::{self, PlatformForm};

use super::{error, fact};

/// What the school knows of its platform.
#[component]
pub fn PlatformCard() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let is_open = RwSignal::new(false);
    let row = Memo::new(move |_| session.school(|school, _| school::platform(school)));
    let facts = move || {
        let form = PlatformForm::from(row.get());
        let none = msg::school_unknown(lang);
        let journal = if form.has_journal.is_empty() { "" } else { journal_name(lang, &form.has_journal) };
        view! {
            <dl class="definition-list">
                {fact(msg::school_platform_name(lang), form.name, none)}
                {fact(msg::school_platform_email(lang), form.support_email, none)}
                {fact(msg::school_platform_help(lang), form.help_site, none)}
                {fact(msg::school_platform_chat_limit(lang), form.chat_limit, none)}
                {fact(msg::school_platform_call_limit(lang), form.call_limit, none)}
                {fact(msg::school_platform_link_days(lang), form.link_days, none)}
                {fact(msg::school_platform_teacher_term(lang), form.teacher_term, none)}
                {fact(msg::school_platform_student_term(lang), form.student_term, none)}
                {fact(msg::school_platform_journal(lang), journal.to_owned(), none)}
            </dl>
        }
    };
    view! {
        <section class="card" data-testid="school-platform">
            <header class="card__header">
                <h2 class="card__title">{msg::school_platform(lang)}</h2>
                <ClauseLink clause=clause!("1.5") />
            </header>
            {facts}
            <div class="cluster">
                <Button label=msg::edit(lang) test_id="school-platform-edit" on_click=move || is_open.set(true) />
            </div>
        </section>
        <Dialog title=msg::school_platform(lang) is_open is_wide=true>
            <PlatformFields is_open />
        </Dialog>
    }
}

fn journal_name(lang: Lang, answer: &str) -> &'static str {
    match answer {
        "yes" => msg::school_yes(lang),
        "no" => msg::school_no(lang),
        _ => msg::school_unknown(lang),
    }
}

#[component]
fn PlatformFields(is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let form = session.peek(|workspace| PlatformForm::from(school::platform(workspace.school())));
    let [name, support_email, help_site, chat_limit, call_limit] =
        [form.name, form.support_email, form.help_site, form.chat_limit, form.call_limit].map(RwSignal::new);
    let [link_days, teacher_term, student_term, has_journal] =
        [form.link_days, form.teacher_term, form.student_term, form.has_journal].map(RwSignal::new);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let read = move || {
        let form = PlatformForm {
            name: name.get_untracked(),
            support_email: support_email.get_untracked(),
            help_site: help_site.get_untracked(),
            chat_limit: chat_limit.get_untracked(),
            call_limit: call_limit.get_untracked(),
            link_days: link_days.get_untracked(),
            teacher_term: teacher_term.get_untracked(),
            student_term: student_term.get_untracked(),
            has_journal: has_journal.get_untracked(),
        };
        form.read().map(|row| Command::Save(row.into())).map_err(|faults| problem::errors(lang, faults))
    };
    let journal = ["", "yes", "no"].map(|key| (key.to_owned(), journal_name(lang, key).to_owned())).to_vec();
    let field = move |label: &'static str, id: &'static str, value: RwSignal<String>| {
        view! { <TextField label id value error=error(errors, id) /> }
    };
    view! {
        <FormBody is_open errors read test_id="school-platform-save">
            <p class="muted">{msg::school_platform_text(lang)}</p>
            <div class="fields">
                {field(msg::school_platform_name(lang), "platform-name", name)}
                {field(msg::school_platform_email(lang), "platform-email", support_email)}
                {field(msg::school_platform_help(lang), "platform-help-site", help_site)}
                {field(msg::school_platform_chat_limit(lang), "platform-chat-limit", chat_limit)}
                {field(msg::school_platform_call_limit(lang), "platform-call-limit", call_limit)}
                {field(msg::school_platform_link_days(lang), "platform-link-days", link_days)}
                {field(msg::school_platform_teacher_term(lang), "platform-teacher-term", teacher_term)}
                {field(msg::school_platform_student_term(lang), "platform-student-term", student_term)}
                <SelectField label=msg::school_platform_journal(lang) value=has_journal options=journal />
            </div>
        </FormBody>
    }
}

//! The organisation's card (2.1/3) and the dialog that edits it.

use leptos::prelude::*;

use crate::clause;
use crate::domain::Command;
use crate::text::msg;
use crate::ui::component::{ActButton, ClauseLink, Dialog, EmptyState, FormBody, Look, TextArea, TextField};
use crate::ui::form::FieldError;
use crate::ui::problem;
use crate::ui::session::Session;
use crate::view::school::{self, OrganisationForm};

use super::{error, fact};

/// The organisation's data.
#[component]
pub fn OrganisationCard() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let is_open = RwSignal::new(false);
    let row = Memo::new(move |_| session.school(|school, _| school::organisation(school)));
    let is_entered = Memo::new(move |_| row.with(|row| !row.short_name.is_empty()));
    let facts = move || {
        let form = OrganisationForm::from(row.get());
        let none = msg::school_not_entered(lang);
        view! {
            <dl class="definition-list">
                {fact(msg::school_full_name(lang), form.full_name, none)}
                {fact(msg::school_short_name(lang), form.short_name, none)}
                {fact(msg::school_address(lang), form.address, none)}
                {fact(msg::school_tax_number(lang), form.tax_number, none)}
                {fact(msg::school_site(lang), form.site, none)}
                {fact(msg::school_planner(lang), form.planner, none)}
                {fact(msg::school_phone(lang), form.phone, none)}
                {fact(msg::school_email(lang), form.email, none)}
            </dl>
        }
    };
    view! {
        <section class="card" data-testid="school-organisation">
            <header class="card__header">
                <h2 class="card__title">{msg::school_organisation(lang)}</h2>
                <ClauseLink clause=clause!("2.1/3") />
            </header>
            <Show
                when=move || is_entered.get()
                fallback=move || {
                    view! {
                        <EmptyState
                            title=msg::school_organisation_none(lang)
                            text=msg::school_organisation_none_text(lang)
                        >
                            <ActButton
                                label=msg::school_organisation_enter(lang)
                                look=Look::Primary
                                test_id="school-organisation-edit"
                                on_click=move || is_open.set(true)
                            />
                        </EmptyState>
                    }
                }
            >
                {facts}
                <div class="cluster">
                    <ActButton
                        label=msg::edit(lang)
                        test_id="school-organisation-edit"
                        on_click=move || is_open.set(true)
                    />
                </div>
            </Show>
        </section>
        <Dialog title=msg::school_organisation(lang) is_open is_wide=true>
            <OrganisationFields is_open />
        </Dialog>
    }
}

#[component]
fn OrganisationFields(is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let form = session.peek(|workspace| OrganisationForm::from(school::organisation(workspace.school())));
    let [full_name, short_name, address, tax_number, site, planner, phone, email] = [
        form.full_name,
        form.short_name,
        form.address,
        form.tax_number,
        form.site,
        form.planner,
        form.phone,
        form.email,
    ]
    .map(RwSignal::new);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let read = move || {
        let form = OrganisationForm {
            full_name: full_name.get_untracked(),
            short_name: short_name.get_untracked(),
            address: address.get_untracked(),
            tax_number: tax_number.get_untracked(),
            site: site.get_untracked(),
            planner: planner.get_untracked(),
            phone: phone.get_untracked(),
            email: email.get_untracked(),
        };
        form.read().map(|row| Command::Save(row.into())).map_err(|faults| problem::errors(lang, faults))
    };
    view! {
        <FormBody is_open errors read test_id="school-organisation-save">
            <TextArea
                label=msg::school_full_name(lang)
                hint=msg::school_full_name_hint(lang)
                id="organisation-full-name"
                value=full_name
                rows=2
                error=error(errors, "organisation-full-name")
            />
            <div class="fields">
                <TextField
                    label=msg::school_short_name(lang)
                    hint=msg::school_short_name_hint(lang)
                    id="organisation-short-name"
                    value=short_name
                    error=error(errors, "organisation-short-name")
                    is_required=true
                />
                <TextField label=msg::school_address(lang) id="organisation-address" value=address />
                <TextField
                    label=msg::school_tax_number(lang)
                    id="organisation-tax-number"
                    value=tax_number
                    error=error(errors, "organisation-tax-number")
                />
                <TextField
                    label=msg::school_site(lang)
                    id="organisation-site"
                    value=site
                    error=error(errors, "organisation-site")
                />
                <TextField
                    label=msg::school_planner(lang)
                    hint=msg::school_planner_hint(lang)
                    id="organisation-planner"
                    value=planner
                    error=error(errors, "organisation-planner")
                />
                <TextField
                    label=msg::school_phone(lang)
                    id="organisation-phone"
                    kind="tel"
                    value=phone
                    error=error(errors, "organisation-phone")
                />
                <TextField
                    label=msg::school_email(lang)
                    id="organisation-email"
                    kind="email"
                    value=email
                    error=error(errors, "organisation-email")
                />
            </div>
        </FormBody>
    }
}

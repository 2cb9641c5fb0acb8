//! `#/people/ID`: everything about one person, and the forms that change it.

mod facts;

use leptos::prelude::*;

use crate::domain::{ClassId, Command, MovementKind, PersonId, RecordKey};
use crate::text::{self, msg};
use crate::ui::clock;
use crate::ui::component::{ActButton, EmptyState, Look, PageHeader, links, spoken};
use crate::ui::record_form::{Ask, AskView, Asked, Side};
use crate::ui::router;
use crate::ui::session::{Session, lang};
use crate::view::area::movement;
use crate::view::route::Route;
use crate::view::{elsewhere, people, person, search};

use facts::{Personal, Section};

/// The card of a person.
#[component]
pub fn PersonCard(id: PersonId) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let name = Memo::new(move |_| {
        session.read(|workspace| workspace.school().people().get(&id).map(|person| person.name.to_string()))
    });
    move || match name.get() {
        Some(name) => view! { <Card id name /> }.into_any(),
        None => view! {
            <PageHeader title=msg::person_gone(lang) up=(Route::People, msg::people_title(lang).to_owned()) />
            <EmptyState title=msg::person_gone(lang) text=msg::person_gone_text(lang)>
                <a class="button" href=Route::People.to_string()>{msg::people_title(lang)}</a>
            </EmptyState>
        }
        .into_any(),
    }
}

#[component]
fn Card(id: PersonId, name: String) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let asked: Asked = RwSignal::new(None);
    let card = Memo::new(move |_| session.school(|school, index| person::card(school, index, id)));
    let own_class = Memo::new(move |_| session.school(|_, index| index.class_of.get(&id).copied()));
    let lead = session.school_untracked(|school, index| {
        let children = people::children(school, index, id);
        if children.is_empty() {
            search::note(school, index, id)
        } else {
            let parts = [people::posts(school, index, id), msg::people_represents(lang, &children)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
        }
    });
    let remove = move || {
        let key = RecordKey::to::<crate::domain::Person>(id);
        let parts = session.peek(|workspace| {
            workspace.school().handle(&Command::Remove(key), &session.context()).map_or(0, |changes| changes.len())
        });
        if session.dispatch(&Command::Remove(key)).is_ok() {
            session.tell_more(&msg::person_removed_with(lang, parts.saturating_sub(1) as u64));
            router::go(Route::People);
        }
    };
    let ask = move |ask: Ask| move |()| asked.set(Some(ask));
    view! {
        <PageHeader title=name lead up=(Route::People, msg::people_title(lang).to_owned())>
            <ActButton label=msg::edit(lang) look=Look::Primary test_id="person-edit" on_click=move || asked.set(Some(Ask::Person(id))) />
            <ActButton label=msg::delete(lang) look=Look::Danger test_id="person-remove" on_click=remove />
        </PageHeader>
        {links(elsewhere::of_person(lang, id))}
        <div class="grid is-wide">
            <Personal id />
            <Section
                title=msg::section_positions(lang)
                empty=msg::section_positions_none(lang)
                rows=Signal::derive(move || card.with(|card| card.posts.clone()))
                asked
                owner=id
                add=(msg::position_add(lang), Callback::new(ask(Ask::Position(id, None))))
                test_id="person-positions"
            />
            <Section
                title=msg::section_enrolments(lang)
                empty=msg::section_enrolments_none(lang)
                rows=Signal::derive(move || card.with(|card| card.enrolments.clone()))
                asked
                owner=id
                add=(msg::form_enrolment_add(lang), Callback::new(ask(Ask::Enrolment(id, None))))
                test_id="person-enrolments"
                more=ViewFn::from(move || own_class.get().map(|_: ClassId| view! {
                    <a class="button is-small" data-testid="person-change-class" href=movement::address(MovementKind::ClassChange, id)>
                        {msg::form_enrolment_change(lang)}
                    </a>
                }))
            />
            <Section
                title=msg::section_family(lang)
                empty=msg::section_family_none(lang)
                rows=Signal::derive(move || card.with(|card| card.family.clone()))
                asked
                owner=id
                add=(msg::family_parent_add(lang), Callback::new(ask(Ask::Representation(Side::Child(id), None))))
                test_id="person-family"
                more=ViewFn::from(move || view! {
                    <ActButton label=msg::family_child_add(lang) is_small=true on_click=move || asked.set(Some(Ask::Representation(Side::Parent(id), None))) />
                })
            />
            <Section
                title=msg::section_homerooms(lang)
                empty=msg::section_homerooms_none(lang)
                rows=Signal::derive(move || card.with(|card| card.homerooms.clone()))
                asked
                owner=id
                add=(msg::form_homeroom_add(lang), Callback::new(ask(Ask::Homeroom(Some(id), None, None))))
                test_id="person-homerooms"
            />
            <Section
                title=msg::section_lines(lang)
                empty=msg::section_lines_none(lang)
                rows=Signal::derive(move || card.with(|card| card.lines.clone()))
                asked
                owner=id
                test_id="person-lines"
            />
            <Section
                title=msg::section_groups(lang)
                empty=msg::section_groups_none(lang)
                rows=Signal::derive(move || card.with(|card| card.groups.clone()))
                asked
                owner=id
                test_id="person-groups"
            />
            <Section
                title=msg::section_appointments(lang)
                empty=msg::section_appointments_none(lang)
                rows=Signal::derive(move || card.with(|card| card.appointments.clone()))
                asked
                owner=id
                add=(msg::appointment_add(lang), Callback::new(ask(Ask::Appointment(id, None))))
                test_id="person-appointments"
            />
            <Section
                title=msg::section_platform(lang)
                empty=msg::section_platform_none(lang)
                rows=Signal::derive(move || card.with(|card| card.platform.clone()))
                asked
                owner=id
                add=(msg::membership_add(lang), Callback::new(ask(Ask::Membership(id, None))))
                test_id="person-platform"
                more=ViewFn::from(move || view! {
                    <ActButton label=msg::status_edit(lang) is_small=true on_click=move || asked.set(Some(Ask::Verification(id))) />
                })
            />
        </div>
        <History id />
        <AskView asked />
    }
}

/// The acts that touched the person, the newest first.
#[component]
fn History(id: PersonId) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let acts = Memo::new(move |_| session.read(|workspace| person::history(workspace, id)));
    let row = move |act: person::Act| {
        let name = text::act::name(lang, &session.regulation(), &act.label);
        let name = match act.step {
            crate::domain::Step::Act => name,
            crate::domain::Step::Undo(_) => msg::act_undone(lang, &name),
            crate::domain::Step::Redo(_) => msg::act_redone(lang, &name),
        };
        view! {
            <div>
                <dt>{text::date::short_time(clock::local(act.at))}</dt>
                <dd>{spoken(name)} " " <span class="muted">{act.author}</span></dd>
            </div>
        }
    };
    view! {
        <section class="card" data-testid="person-history">
            <header class="card__header"><h2 class="card__title">{msg::section_history(lang)}</h2></header>
            <dl class="definition-list">{move || acts.get().into_iter().map(row).collect_view()}</dl>
        </section>
    }
}

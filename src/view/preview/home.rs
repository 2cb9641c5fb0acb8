//! A person's own page: steps with progress, duties with their days, own classes, chats, channels, events and rights.

use super::own;
use super::step::{self, Measured};
use super::{paper, roles_of};
use crate::document::{Form as Paper, Subject};
use crate::domain::PersonId;
use crate::plan::duty::{self, DutyState};
use crate::regulation::{Basis, HatState, hats};
use crate::text::{decision, msg};
use crate::view::area;
use crate::view::page::{Body, Button, Does, Figure, Page, Section, StepState, Tone};
use crate::view::room::{Query, Room};
use crate::view::route::Route;

/// The whole page.
pub fn page(room: &Room, person: PersonId, is_published: bool) -> Page {
    let lang = room.lang;
    if !room.school.people().contains_key(&person) {
        let body = Body::Empty {
            title: msg::rights_gone(lang).to_owned(),
            text: msg::rights_gone_text(lang).to_owned(),
            acts: vec![Button::new("to-roles", msg::roles_person_search(lang), Route::Roles)],
        };
        return Page {
            title: msg::rights_gone(lang).to_owned(),
            sections: vec![Section::new("gone", "", body)],
            ..Page::default()
        };
    }
    let mut steps = step::steps(room, person);
    if is_published {
        // What became of chats and papers stays in the school: nothing is said about it.
        steps.retain(|measured| measured.is_of_staff_room);
    }
    let duties = duty::duties(room.school, room.index, room.plan, room.regulation, room.context.today);
    let duties = duty::of_person(duties, person, room.context.today);
    let mut sections = Vec::new();
    if !is_published {
        sections.push(Section::new("progress", "", Body::Figures(figures(room, person, &steps, &duties))));
    }
    sections.push(own_steps(room, steps));
    sections.push(own::duties(room, &duties, !is_published));
    sections.push(own::classes(room, person));
    sections.extend(chats(room, person, is_published));
    if !is_published {
        sections.push(own::channels(room, person));
        sections.push(own::events(room, person));
    }
    sections.push(own::user_rights(room, person));
    Page {
        title: room.school.person_name(person),
        lead: lead(room, person),
        up: Some((Route::Roles.to_string(), msg::nav_roles(lang).to_owned())),
        acts: acts(room, person),
        sections,
        ..Page::default()
    }
}

/// The chats of a person: with what is known of them, or only those that are required.
fn chats(room: &Room, person: PersonId, is_published: bool) -> Vec<Section> {
    if is_published { vec![own::required_chats(room, person)] } else { area::chat::of_person(room, person) }
}

/// One part of the page at the address of its screen.
pub fn part(room: &Room, person: PersonId, route: Route, is_published: bool) -> Page {
    let lang = room.lang;
    let page = |title: &str, sections: Vec<Section>| Page {
        title: title.to_owned(),
        lead: msg::eyes_own_only(lang, &room.school.person_name(person)),
        up: Some((Route::Overview.to_string(), msg::eyes_home(lang).to_owned())),
        sections,
        ..Page::default()
    };
    match route {
        Route::Chats => page(msg::nav_chats(lang), chats(room, person, is_published)),
        Route::Channels => page(msg::nav_channels(lang), vec![own::channels(room, person)]),
        Route::Calendar => {
            let duties = duty::duties(room.school, room.index, room.plan, room.regulation, room.context.today);
            let duties = duty::of_person(duties, person, room.context.today);
            let events = (!is_published).then(|| own::events(room, person));
            let duties = own::duties(room, &duties, !is_published);
            page(msg::nav_calendar(lang), events.into_iter().chain([duties]).collect())
        }
        _ => paper_of(room, Some(person)),
    }
}

/// The papers about the person, or those for everybody; another's are not shown, whatever the address says.
pub fn paper_of(room: &Room, person: Option<PersonId>) -> Page {
    let form = Paper::of_key(room.query.get("form"));
    let is_own = form.is_some_and(|form| match form {
        Paper::PersonalSheet => person.is_some_and(|person| room.query.get("person") == person.to_string()),
        Paper::TeacherMemo | Paper::ClassTeacherMemo => {
            room.query.get("person") == person.map(|person| person.to_string()).unwrap_or_default()
        }
        Paper::StudentMemo | Paper::ParentMemo | Paper::SecurityMemo => true,
        _ => false,
    });
    if is_own {
        return area::documents::page(room);
    }
    let body = Body::Empty {
        title: msg::nav_documents(room.lang).to_owned(),
        text: msg::eyes_papers(room.lang).to_owned(),
        acts: person.map(|person| acts(room, person)).unwrap_or_default(),
    };
    Page {
        title: msg::nav_documents(room.lang).to_owned(),
        up: Some((Route::Overview.to_string(), msg::eyes_home(room.lang).to_owned())),
        sections: vec![Section::new("papers", "", body)],
        ..Page::default()
    }
}

/// The roles of the day, in the order of the matrix.
fn lead(room: &Room, person: PersonId) -> String {
    let active = hats(room.school, person, room.index.day);
    let bases: Vec<Basis> = active.iter().filter(|hat| hat.state == HatState::Active).map(|hat| hat.basis).collect();
    let roles = Basis::ALL.into_iter().filter(|basis| bases.contains(basis));
    let roles: Vec<_> = roles.flat_map(|basis| roles_of(room.regulation, basis)).collect();
    decision::capitalized(&decision::role_list(room.lang, room.regulation, &roles))
}

/// The papers for the person, the calendar of duties as a file, and the comparison.
fn acts(room: &Room, person: PersonId) -> Vec<Button> {
    let lang = room.lang;
    let about = Subject { person: Some(person), ..Subject::default() };
    let mut acts = vec![paper("own-sheet", msg::eyes_sheet(lang), Paper::PersonalSheet, &about).primary()];
    let index = room.index;
    let of_class = |class| Subject { class, ..Subject::default() };
    if index.led_classes.contains_key(&person) {
        acts.push(paper("own-memo-class-teacher", msg::eyes_memo_class_teacher(lang), Paper::ClassTeacherMemo, &about));
    }
    if index.taught.contains_key(&person) || index.led_groups.contains_key(&person) {
        acts.push(paper("own-memo-teacher", msg::eyes_memo_teacher(lang), Paper::TeacherMemo, &about));
    }
    if let Some(class) = index.class_of.get(&person) {
        acts.push(paper("own-memo-student", msg::eyes_memo(lang), Paper::StudentMemo, &of_class(Some(*class))));
    }
    let child = index.children.get(&person).into_iter().flatten().find_map(|(child, _)| index.class_of.get(child));
    if let Some(class) = child {
        acts.push(paper("own-memo-parent", msg::eyes_memo_parent(lang), Paper::ParentMemo, &of_class(Some(*class))));
    }
    let compare = Query::from([("kind", "days"), ("person", &person.to_string())]).address(&Route::RolesCompare);
    acts.push(Button::new("own-compare", msg::eyes_compare(lang), Does::Go(compare)));
    acts
}

fn own_steps(room: &Room, steps: Vec<Measured>) -> Section {
    let lang = room.lang;
    let body = if steps.is_empty() {
        Body::Empty {
            title: msg::eyes_no_steps(lang).to_owned(),
            text: msg::eyes_no_steps_text(lang).to_owned(),
            acts: Vec::new(),
        }
    } else {
        Body::Checklist(steps.into_iter().map(|measured| measured.step).collect())
    };
    Section::new("own-steps", msg::eyes_steps(lang), body)
}

fn figures(room: &Room, person: PersonId, steps: &[Measured], duties: &[duty::DutyEntry]) -> Vec<Figure> {
    let lang = room.lang;
    let figure = |label: &str, value: usize, of: Option<usize>, tone| Figure {
        label: label.to_owned(),
        value: value as u64,
        of: of.map(|of| of as u64),
        note: String::new(),
        href: None,
        tone,
    };
    let done = steps.iter().filter(|measured| measured.step.state == StepState::Done).count();
    let is_whole = |done: usize, of: usize| if done == of { Tone::Success } else { Tone::Plain };
    let mut figures = vec![figure(msg::eyes_figure_steps(lang), done, Some(steps.len()), is_whole(done, steps.len()))];
    let own = room.plan.required().iter().filter(|chat| chat.owner == Some(person)).count();
    if own > 0 {
        let live = room.plan.required().iter().filter(|chat| chat.owner == Some(person)).filter(|chat| {
            let record = chat.record.and_then(|id| room.school.chats().get(&id));
            record.is_some_and(|chat| chat.state.is_live())
        });
        let live = live.count();
        figures.push(figure(msg::eyes_figure_chats(lang), live, Some(own), is_whole(live, own)));
    }
    if !duties.is_empty() {
        let of = |state| duties.iter().filter(|entry| entry.state == state).count();
        let late = of(DutyState::Overdue);
        let tone = if late > 0 { Tone::Error } else { Tone::Success };
        figures.push(figure(msg::eyes_figure_late(lang), late, None, tone));
        figures.push(figure(msg::eyes_figure_due(lang), of(DutyState::Due), None, Tone::Plain));
    }
    figures
}

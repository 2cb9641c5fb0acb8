//! What a director, a class teacher, a subject teacher, a student, a parent and a person of several hats see.

use std::collections::BTreeSet;

use super::{Sight, Viewer, freeze, page};
use crate::demo::{self, Demo, Scale};
use crate::domain::sample::Sample;
use crate::domain::{Author, Context, IdSource, PersonId, School};
use crate::plan::audience;
use crate::plan::{Index, Plan};
use crate::regulation::{Basis, Regulation};
use crate::text::Lang;
use crate::view::area::stage::{check_hides, check_shows};
use crate::view::page::{Body, Does, Page};
use crate::view::room::{Query, Room};
use crate::view::route::Route;
use crate::view::testing;

/// The demo school as of its day.
struct Stand {
    school: School,
    index: Index,
    plan: Plan,
    context: Context,
}

impl Stand {
    fn new() -> Self {
        let mut ids = IdSource::new(44, [44; 10]);
        let school = Demo::new(Scale::Gymnasium, &mut ids).unwrap().records.into_school().unwrap();
        let index = Index::of(&school, demo::DAY);
        let plan = Plan::of(&school, &index, Regulation::bundled());
        let now = "2026-10-12T08:00:00Z".parse().unwrap();
        Self { school, index, plan, context: Context { now, today: demo::DAY, author: Author::default() } }
    }

    fn room<T>(&self, query: &str, look: impl FnOnce(&Room) -> T) -> T {
        look(&Room {
            school: &self.school,
            index: &self.index,
            plan: &self.plan,
            regulation: Regulation::bundled(),
            context: &self.context,
            lang: Lang::Ru,
            query: &Query::parse(&format!("#/x?{query}")),
            chosen: &BTreeSet::new(),
        })
    }

    fn sight(&self, viewer: Viewer) -> Sight {
        Sight::of(&self.school, &self.index, &self.plan, Some(viewer), false)
    }

    fn see(&self, viewer: Viewer, route: Route) -> Option<Page> {
        self.room("", |room| page(room, Some(viewer), &self.sight(viewer), route))
    }

    fn home(&self, person: PersonId) -> Page {
        self.see(Viewer::Person(person), Route::Overview).unwrap()
    }
}

/// The body of a section.
#[track_caller]
fn body<'a>(page: &'a Page, id: &str) -> &'a Body {
    &page.sections.iter().find(|section| section.id == id).unwrap_or_else(|| panic!("no {id}")).body
}

fn rows(page: &Page, id: &str) -> usize {
    match body(page, id) {
        Body::Table(table) => table.rows.len(),
        other => panic!("{other:?}"),
    }
}

fn steps(page: &Page) -> Vec<(String, String)> {
    match body(page, "own-steps") {
        Body::Checklist(steps) => steps
            .iter()
            .map(|step| (step.clause.map(|clause| clause.to_string()).unwrap_or_default(), step.title.clone()))
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_class_teacher_sees_own_steps_chats_duties_and_rights() {
    let sample = Sample::new().with_administrator();
    let viewer = Viewer::Person(sample.baranov);
    testing::with(&sample, &Query::default(), &[], |room| {
        let sight = Sight::of(room.school, room.index, room.plan, Some(viewer), false);
        let page = page(room, Some(viewer), &sight, Route::Overview).unwrap();
        let steps = steps(&page);
        let clauses: Vec<&str> = steps.iter().map(|(clause, _)| clause.as_str()).collect();
        assert_eq!(clauses[0], "2.3/1", "joins by the hat of the class teacher: {steps:?}");
        for clause in ["2.3/3a", "2.3/3b", "2.3/3c", "2.4/3a"] {
            assert!(clauses.contains(&clause), "{clause} in {clauses:?}");
        }
        check_shows(body(&page, "own-classes"), "7А");
        check_hides(body(&page, "own-classes"), "7Б");
        check_shows(body(&page, "own-rights"), "3.2");
    });
}

#[test]
fn a_student_and_a_parent_see_their_class_and_nobody_elses() {
    let sample = Sample::new();
    testing::with(&sample, &Query::default(), &[], |room| {
        for (person, step) in [(sample.zueva, "2.5/1"), (sample.zueva_mother, "2.7/1")] {
            let viewer = Viewer::Person(person);
            let sight = Sight::of(room.school, room.index, room.plan, Some(viewer), false);
            let home = page(room, Some(viewer), &sight, Route::Overview).unwrap();
            assert!(steps(&home).iter().any(|(clause, _)| clause == step), "{:?}", steps(&home));
            check_shows(body(&home, "own-classes"), "7А");
            for hidden in
                [Route::People, Route::Structure, Route::Invites, Route::Class(sample.class_7a), Route::Journal]
            {
                let other = page(room, Some(viewer), &sight, hidden).unwrap();
                assert_eq!(other.sections[0].id, "elsewhere", "{hidden}");
            }
        }
    });
}

#[test]
fn who_leads_sees_every_screen_but_the_tools_of_the_browser() {
    let stand = Stand::new();
    let head = stand.index.positions.keys().copied().find(|person| stand.sight(Viewer::Person(*person)).leads).unwrap();
    let sight = stand.sight(Viewer::Person(head));
    for (_, routes) in Route::NAVIGATION {
        for route in routes {
            let is_tool = matches!(route, Route::Import | Route::Snapshots | Route::Settings);
            assert_eq!(sight.has(*route), !is_tool, "{route}");
        }
    }
    assert!(!Sight::of(&stand.school, &stand.index, &stand.plan, Some(Viewer::Person(head)), true).has(Route::People));
}

#[test]
fn several_hats_make_a_union() {
    let stand = Stand::new();
    // A class teacher who has a child here.
    let both = stand.index.led_classes.keys().find(|id| stand.index.children.contains_key(id)).copied().unwrap();
    let page = stand.home(both);
    let clauses: Vec<String> = steps(&page).into_iter().map(|(clause, _)| clause).collect();
    for clause in ["2.3/1", "2.3/3a", "2.4/3a"] {
        assert!(clauses.iter().any(|own| own == clause), "{clause} in {clauses:?}");
    }
    check_shows(body(&page, "own-classes"), "классное руководство");
    check_shows(body(&page, "own-classes"), "ребёнок: ");
    check_shows(&page.lead, "родитель");
    assert!(page.acts.iter().any(|act| act.id == "own-memo-class-teacher"));
    assert!(page.acts.iter().any(|act| act.id == "own-memo-parent"));
    assert!(rows(&page, "person") > 3, "chats of both");
}

#[test]
fn everybody_of_a_school_has_a_page_in_both_languages() {
    let stand = Stand::new();
    let someone = |list: Vec<PersonId>| list.into_iter().step_by(97).collect::<Vec<_>>();
    let people = someone(stand.school.people().keys().copied().collect());
    assert!(people.len() > 15);
    for person in people {
        let page = stand.home(person);
        assert!(!page.title.is_empty());
        assert!(rows(&page, "own-channels") <= stand.school.channels().len());
    }
}

#[test]
fn a_typical_holder_of_every_role_has_an_answer_for_every_row() {
    let stand = Stand::new();
    for basis in Basis::ALL {
        let page = stand.see(Viewer::Holder(basis), Route::RolesAs(basis)).unwrap();
        assert_eq!(rows(&page, "role-answers"), 57, "{basis:?}");
        assert!(rows(&page, "role-clauses") > 0, "{basis:?}");
    }
    let class_teacher = stand.see(Viewer::Holder(Basis::ClassTeacher), Route::Overview).unwrap();
    check_shows(body(&class_teacher, "role-chats"), "2.3/3b");
    assert!(rows(&class_teacher, "role-duties") > 0);
    check_shows(body(&class_teacher, "role-answers"), "ни один пункт не даёт права");
}

#[test]
fn a_stranger_has_no_page() {
    let stand = Stand::new();
    let mut ids = IdSource::new(1, [9; 10]);
    let page = stand.home(ids.fresh());
    assert_eq!(page.sections[0].id, "gone");
}

#[test]
fn papers_of_others_are_not_shown() {
    let stand = Stand::new();
    let teacher = *stand.index.taught.keys().find(|id| !stand.sight(Viewer::Person(**id)).leads).unwrap();
    let other = *stand.index.taught.keys().find(|id| **id != teacher).unwrap();
    let viewer = Viewer::Person(teacher);
    let show = |person: PersonId| {
        let query = format!("form=sheet-rights&person={person}");
        stand.room(&query, |room| page(room, Some(viewer), &stand.sight(viewer), Route::Documents)).unwrap()
    };
    assert!(show(teacher).sections.iter().any(|section| section.id == "preview"));
    assert!(show(other).sections.iter().all(|section| section.id == "papers"));
}

#[test]
fn a_typical_holder_reads_the_memo_and_nobodys_sheet() {
    let stand = Stand::new();
    let viewer = Viewer::Holder(Basis::ClassTeacher);
    let teacher = stand.index.taught.keys().next().unwrap();
    let show = |query: &str| {
        stand.room(query, |room| page(room, Some(viewer), &stand.sight(viewer), Route::Documents)).unwrap()
    };
    assert!(show("form=memo-class-teacher").sections.iter().any(|section| section.id == "preview"));
    for foreign in [format!("form=sheet-rights&person={teacher}"), format!("form=memo-class-teacher&person={teacher}")]
    {
        assert!(show(&foreign).sections.iter().all(|section| section.id == "papers"), "{foreign}");
    }
}

#[test]
fn a_frozen_page_has_no_button_that_changes_the_plan() {
    let stand = Stand::new();
    let mut off = 0;
    for (_, routes) in Route::NAVIGATION {
        for route in routes {
            let Some(page) = stand.room("", |room| crate::view::area::page(*route, room)) else { continue };
            let page = freeze(page, "просмотр");
            for button in buttons(&page) {
                if matches!(button.does, Does::Ask(_) | Does::Do(_)) {
                    assert_eq!(button.refused.as_deref(), Some("просмотр"), "{route} {}", button.id);
                    off += 1;
                }
            }
        }
    }
    assert!(off > 100, "{off}");
}

/// Every button of a page.
fn buttons(page: &Page) -> Vec<&crate::view::page::Button> {
    let mut buttons: Vec<_> = page.acts.iter().collect();
    for section in &page.sections {
        buttons.extend(&section.acts);
        match &section.body {
            Body::Empty { acts, .. } => buttons.extend(acts),
            Body::Table(table) => {
                buttons.extend(&table.bulk);
                buttons.extend(table.rows.iter().flat_map(|row| &row.acts));
            }
            Body::Cards(cards) => buttons.extend(cards.iter().flat_map(|card| &card.acts)),
            Body::Board(lanes) => {
                buttons.extend(lanes.iter().flat_map(|lane| &lane.cards).flat_map(|card| &card.acts));
            }
            Body::Checklist(steps) => buttons.extend(steps.iter().flat_map(|step| &step.acts)),
            _ => {}
        }
    }
    buttons
}

#[test]
fn an_audience_means_exactly_its_people() {
    let stand = Stand::new();
    let (school, index, plan) = (&stand.school, &stand.index, &stand.plan);
    let mut asked = 0;
    for event in school.events().values() {
        let people = audience::people(school, index, plan, &event.audience);
        for person in school.people().keys().step_by(7) {
            let is_meant = audience::has(school, index, plan, &event.audience, *person);
            assert_eq!(is_meant, people.contains(person), "{} {person}", event.title);
            asked += usize::from(is_meant);
        }
    }
    assert!(asked > 100, "{asked}");
}

#[test]
fn a_visitor_of_a_published_edition_finds_the_own_page() {
    let stand = Stand::new();
    let sight = Sight::of(&stand.school, &stand.index, &stand.plan, None, true);
    let start = stand.room("", |room| page(room, None, &sight, Route::Overview)).unwrap();
    assert!(rows(&start, "visitors") > 50);
    let hidden = stand.room("", |room| page(room, None, &sight, Route::People)).unwrap();
    assert_eq!(hidden.sections[0].id, "elsewhere");
    let teacher = *stand.index.led_classes.keys().next().unwrap();
    let viewer = Some(Viewer::Person(teacher));
    let sight = Sight::of(&stand.school, &stand.index, &stand.plan, viewer, true);
    let home = stand.room("", |room| page(room, viewer, &sight, Route::Overview)).unwrap();
    assert!(rows(&home, "own-chats") > 3 && rows(&home, "own-duties") > 0);
    check_hides(body(&home, "own-duties"), "росрочен");
    assert!(home.sections.iter().all(|section| section.id != "own-events" && section.id != "progress"));
    assert_eq!(steps(&home).len(), 2, "the staff room and the status");
}

//! The overview: what to do next, by clause, and how much there is.

use crate::clause;
use crate::domain::{ClauseId, School};
use crate::plan::Index;

use super::launch::Launch;
use super::room::{PRESS, Query};
use super::route::Route;

/// A step on the way to a planned school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub kind: StepKind,
    /// The clause it rests on.
    pub clause: ClauseId,
    /// How far it is.
    pub state: StepState,
    /// Whether it waits for an earlier one.
    pub is_blocked: bool,
    /// Where it is done: a screen, or the form on it.
    pub address: String,
}

/// The steps, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// The organisation's data are entered.
    Organisation,
    /// There is a school year.
    Year,
    /// The staff is entered, with the head who signs orders.
    Staff,
    /// The order on the use of the platform is registered.
    OrderOnUse,
    /// The head has appointed an administrator by an order.
    Administrator,
    /// The application for the registration is sent.
    Application,
    /// The administrator is registered on the platform.
    Registered,
    /// The classes of the year are created.
    Classes,
    /// The classes have students.
    Students,
    /// The students have representatives.
    Representatives,
    /// The classes have class teachers.
    Homerooms,
    /// The lines of the curriculum have teachers.
    Load,
    /// The staff room is created, and everybody joined.
    StaffRoom,
    /// The first invites are issued.
    Invites,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Nothing yet.
    Open,
    /// So many of so many.
    Partly {
        /// Done.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// Everything.
    Done,
}

impl StepState {
    fn of(done: usize, of: usize) -> Self {
        match (done, of) {
            (_, 0) | (0, _) => Self::Open,
            _ if done >= of => Self::Done,
            _ => Self::Partly { done, of },
        }
    }

    fn when(is_done: bool) -> Self {
        if is_done { Self::Done } else { Self::Open }
    }
}

/// The steps with their states: read from the plan, never ticked by hand.
#[must_use]
pub fn steps(school: &School, index: &Index) -> Vec<Step> {
    use StepKind as K;
    use StepState as S;
    let step = |kind, clause, address: String, state| {
        // What is done is looked at, not done once more.
        let screen = address.split('?').next().filter(|_| state == S::Done).map(str::to_owned);
        Step { kind, clause, address: screen.unwrap_or(address), state, is_blocked: false }
    };
    let form = |route: Route, button| Query::from([(PRESS, button)]).address(&route);
    let launch = Launch::of(school, index);
    let staff: Vec<_> = index.positions.keys().collect();
    let joined = staff.iter().filter(|id| index.joined.contains(id)).count();
    let students = index.student_count();
    let with_parents = index.class_of.keys().filter(|id| index.parents.contains_key(id)).count();
    let classes = index.classes.len();
    let filled = index.classes.iter().filter(|id| !index.students_of(**id).is_empty()).count();
    let led = index.classes.iter().filter(|id| index.homeroom.contains_key(id)).count();
    let lines = || index.lines.values().flatten().filter_map(|id| school.load().get(id));
    let taught = lines().filter(|line| line.teacher.is_some()).count();
    let application = match launch.application {
        _ if launch.sent().is_some() => Route::Registration.to_string(),
        Some(row) if row.is_complete() => form(Route::Registration, "send"),
        _ => form(Route::Registration, "prepare"),
    };
    let registered = if launch.sent().is_some() && !launch.is_registered() {
        form(Route::Registration, "register")
    } else {
        Route::Registration.to_string()
    };
    let room = index.staff_room.map_or(Route::Registration, Route::Class);
    let room_state = if index.staff_room.is_some() { S::of(joined, staff.len()) } else { S::Open };
    let (school_card, import) = (Route::School.to_string(), Route::Import.to_string());
    let orders = form(Route::StructureOrders, "distribution");
    let has_staff = !staff.is_empty();
    vec![
        step(K::Organisation, clause!("2.1/3"), school_card.clone(), S::when(launch.has_organisation)),
        step(K::Staff, clause!("2.1/4"), import.clone(), S::when(has_staff)),
        step(K::OrderOnUse, clause!("2.2/1"), form(Route::Registration, "order-use"), S::when(launch.has_order_on_use))
            .after(has_staff),
        step(
            K::Administrator,
            clause!("2.1/0"),
            form(Route::Administrators, "appoint"),
            S::when(launch.administrator.is_some()),
        )
        .after(has_staff),
        step(K::Application, clause!("2.1/1"), application, S::when(launch.sent().is_some()))
            .after(launch.administrator.is_some()),
        step(K::Registered, clause!("2.1/2"), registered, S::when(launch.is_registered()))
            .after(launch.sent().is_some()),
        step(K::Year, clause!("2.1/5"), school_card, S::when(index.year.is_some())),
        step(K::Classes, clause!("2.1/5"), Route::Structure.to_string(), S::when(classes > 0))
            .after(index.year.is_some()),
        step(K::Students, clause!("2.1/6"), import.clone(), S::of(filled, classes)).after(index.year.is_some()),
        step(K::Representatives, clause!("1.5"), import, S::of(with_parents, students)).after(students > 0),
        step(K::Homerooms, clause!("2.1/8"), orders, S::of(led, classes)).after(has_staff && classes > 0),
        step(K::Load, clause!("1.6"), Route::Load.to_string(), S::of(taught, lines().count()))
            .after(has_staff && classes > 0),
        step(K::StaffRoom, clause!("2.1/4"), room.to_string(), room_state),
        step(K::Invites, clause!("2.1/6"), form(Route::Invites, "issue"), S::when(!school.invites().is_empty()))
            .after(index.staff_room.is_some() || classes > 0),
    ]
}

impl Step {
    /// The same step, waiting until something is there.
    fn after(self, is_there: bool) -> Self {
        Self { is_blocked: !is_there && self.state != StepState::Done, ..self }
    }
}

/// How many steps are done.
#[must_use]
pub fn done(steps: &[Step]) -> usize {
    steps.iter().filter(|step| step.state == StepState::Done).count()
}

/// The step to take next: the first that is not done and waits for nothing.
#[must_use]
pub fn next(steps: &[Step]) -> Option<StepKind> {
    steps.iter().find(|step| step.state != StepState::Done && !step.is_blocked).map(|step| step.kind)
}

/// How much there is of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Of what.
    pub kind: CountKind,
    /// How many.
    pub count: usize,
    /// Where they are.
    pub route: Route,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountKind {
    /// Classes of the year.
    Classes,
    /// Students of the day.
    Students,
    /// Staff of the day.
    Staff,
    /// Representatives of somebody.
    Representatives,
    /// Lines of the curriculum of the year.
    Lines,
    /// Extracurricular groups of the year.
    Activities,
}

/// The figures of the plan.
#[must_use]
pub fn counts(school: &School, index: &Index) -> Vec<Count> {
    let count = |kind, count, route| Count { kind, count, route };
    vec![
        count(CountKind::Classes, index.classes.len(), Route::Structure),
        count(CountKind::Students, index.student_count(), Route::People),
        count(CountKind::Staff, index.positions.len(), Route::People),
        count(CountKind::Representatives, index.children.len(), Route::People),
        count(CountKind::Lines, index.lines.values().map(Vec::len).sum(), Route::Load),
        count(
            CountKind::Activities,
            school.activities().values().filter(|group| Some(group.year) == index.year).count(),
            Route::Load,
        ),
    ]
}

/// Whether nothing was entered yet.
#[must_use]
pub fn is_empty(school: &School) -> bool {
    school.records().next().is_none()
}

#[cfg(test)]
mod tests {
    use super::{StepKind, StepState, counts, done, is_empty, next, steps};
    use crate::domain::School;
    use crate::domain::sample::{Sample, day};
    use crate::plan::Index;
    use crate::view::area::registration::{Ask, OrderKind};
    use crate::view::area::stage::Stage;
    use crate::view::page::{Does, StepState as PageState};
    use crate::view::room::{PRESS, Query};
    use crate::view::route::Route;

    #[track_caller]
    fn check(school: &School, kind: StepKind, expected: StepState) {
        let steps = steps(school, &Index::of(school, day(10)));
        assert_eq!(steps.iter().find(|step| step.kind == kind).map(|step| step.state), Some(expected));
    }

    #[test]
    fn steps_of_the_sample() {
        let sample = Sample::new();
        let school = sample.workspace.school();
        check(school, StepKind::Homerooms, StepState::Partly { done: 1, of: 2 });
        check(school, StepKind::Students, StepState::Partly { done: 1, of: 2 });
        check(school, StepKind::Representatives, StepState::Done);
        check(school, StepKind::Administrator, StepState::Open);
        check(school, StepKind::StaffRoom, StepState::Open);
    }

    #[test]
    fn an_empty_plan_has_everything_to_do() {
        let school = School::default();
        assert!(is_empty(&school));
        let index = Index::of(&school, day(10));
        let steps = steps(&school, &index);
        assert!(steps.iter().all(|step| step.state == StepState::Open));
        assert_eq!((done(&steps), next(&steps)), (0, Some(StepKind::Organisation)));
        assert!(counts(&school, &index).iter().all(|count| count.count == 0));
    }

    #[test]
    fn the_next_step_is_the_first_that_waits_for_nothing() {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let steps = steps(school, &Index::of(school, day(10)));
        // The address of the school is missing; nobody administers, so that there is nothing to send.
        assert_eq!(next(&steps), Some(StepKind::Organisation));
        let waiting: Vec<StepKind> = steps.iter().filter(|step| step.is_blocked).map(|step| step.kind).collect();
        assert_eq!(waiting, [StepKind::Application, StepKind::Registered]);
    }

    /// The overview and the wizard of the registration tell the same, at each step of the way.
    #[test]
    fn the_steps_agree_with_the_registration() {
        let mut stage = Stage::new();
        let agree = |stage: &Stage| {
            let page = stage.page(Route::Registration, "");
            let wizard = page.sections.iter().find_map(|section| match &section.body {
                crate::view::page::Body::Checklist(steps) => Some(steps.clone()),
                _ => None,
            });
            let wizard: Vec<bool> = wizard.unwrap().iter().map(|step| step.state == PageState::Done).collect();
            let steps = stage.room("", |room| steps(room.school, room.index));
            let is_done = |kind| steps.iter().any(|step| step.kind == kind && step.state == StepState::Done);
            let mine = [
                StepKind::OrderOnUse,
                StepKind::Administrator,
                StepKind::Application,
                StepKind::Registered,
                StepKind::Organisation,
            ];
            let theirs = [0, 1, 3, 5, 6].map(|at| wizard[at]);
            assert_eq!(mine.map(is_done), theirs);
            theirs.into_iter().filter(|done| *done).count()
        };
        assert_eq!(agree(&stage), 1);
        assert_eq!(stage.ask(Ask::Order(OrderKind::Use), &[("number", "101")]), "ok");
        assert_eq!(agree(&stage), 2);
        let contacts = [("email", "baranov@example.org"), ("phone", "8 (000) 000 00 44")];
        assert_eq!(stage.ask(Ask::Application(None), &contacts), "ok");
        let id = *stage.school().applications().keys().next().unwrap();
        assert_eq!(stage.ask(Ask::Send(id), &[]), "ok");
        assert_eq!(agree(&stage), 3);
        assert_eq!(stage.ask(Ask::Register(id), &[]), "ok");
        assert_eq!(agree(&stage), 4);
    }

    /// Each link of a step that is not done leads to a form that is there.
    #[test]
    fn a_step_opens_its_form() {
        let mut stage = Stage::new();
        let mut seen = Vec::new();
        for _ in 0..3 {
            for step in stage.room("", |room| steps(room.school, room.index)) {
                let query = Query::parse(&step.address);
                let route = Route::parse(&step.address).unwrap();
                let wanted = query.get(PRESS);
                if step.state == StepState::Done {
                    assert_eq!(wanted, "", "what is done leads to its screen");
                }
                if wanted.is_empty() {
                    continue;
                }
                let page = stage.page(route, "");
                let button = page.button(wanted);
                assert!(button.is_some_and(|button| matches!(button.does, Does::Ask(_))), "{}", step.address);
                seen.push(wanted.to_owned());
            }
            if seen.iter().any(|name| name == "register") {
                break;
            }
            let id = stage.school().applications().keys().next().copied();
            let contacts = [("email", "baranov@example.org"), ("phone", "8 (000) 000 00 44")];
            match id {
                None => assert_eq!(stage.ask(Ask::Application(None), &contacts), "ok"),
                Some(id) => assert_eq!(stage.ask(Ask::Send(id), &[]), "ok"),
            }
        }
        for name in ["prepare", "send", "distribution", "order-use", "issue"] {
            assert!(seen.iter().any(|seen| seen == name), "{name}: {seen:?}");
        }
    }
}

//! The overview: what to do next, by clause, and how much there is.

use crate::clause;
use crate::domain::{AdministratorPost, ClauseId, LocalActKind, School};
use crate::plan::Index;

use super::route::Route;

/// A step on the way to a planned school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub kind: StepKind,
    /// The clause it rests on.
    pub clause: ClauseId,
    /// How far it is.
    pub state: StepState,
    /// Where it is done.
    pub route: Route,
}

/// The steps, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// The organisation's data are entered.
    Organisation,
    /// There is a school year.
    Year,
    /// The staff is entered.
    Staff,
    /// The staff room is created, and everybody joined.
    StaffRoom,
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
    /// The head has appointed an administrator by an order.
    Administrator,
    /// The order on the use of the platform is registered.
    OrderOnUse,
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

/// The steps with their states.
#[must_use]
pub fn steps(school: &School, index: &Index) -> Vec<Step> {
    use StepKind as K;
    let step = |kind, clause, route, state| Step { kind, clause, state, route };
    let named = school.organisation().values().any(|row| !row.short_name.is_empty());
    let staff: Vec<_> = index.positions.keys().collect();
    let joined = staff.iter().filter(|id| index.joined.contains(id)).count();
    let students = index.student_count();
    let with_parents = index.class_of.keys().filter(|id| index.parents.contains_key(id)).count();
    let classes = index.classes.len();
    let filled = index.classes.iter().filter(|id| !index.students_of(**id).is_empty()).count();
    let led = index.classes.iter().filter(|id| index.homeroom.contains_key(id)).count();
    let lines = || index.lines.values().flatten().filter_map(|id| school.load().get(id));
    let taught = lines().filter(|line| line.teacher.is_some()).count();
    let has_administrator = school
        .appointments()
        .values()
        .any(|row| row.post == AdministratorPost::Platform && row.period.contains(index.day) && row.order.is_some());
    let has_orders = school.acts().values().any(|act| act.kind != LocalActKind::Protocol && act.date <= index.day);
    vec![
        step(K::Organisation, clause!("2.1/3"), Route::School, StepState::when(named)),
        step(K::Year, clause!("2.1/5"), Route::School, StepState::when(index.year.is_some())),
        step(K::Staff, clause!("2.1/4"), Route::Import, StepState::when(!staff.is_empty())),
        step(K::Classes, clause!("2.1/5"), Route::Structure, StepState::when(classes > 0)),
        step(K::Students, clause!("2.1/6"), Route::Import, StepState::of(filled, classes)),
        step(K::Representatives, clause!("1.5"), Route::Import, StepState::of(with_parents, students)),
        step(K::Homerooms, clause!("2.1/8"), Route::Structure, StepState::of(led, classes)),
        step(K::Load, clause!("1.6"), Route::Load, StepState::of(taught, lines().count())),
        step(K::OrderOnUse, clause!("2.2/1"), Route::Documents, StepState::when(has_orders)),
        step(K::Administrator, clause!("2.1/0"), Route::People, StepState::when(has_administrator)),
        step(
            K::StaffRoom,
            clause!("2.1/4"),
            index.staff_room.map_or(Route::Structure, Route::Class),
            if index.staff_room.is_some() { StepState::of(joined, staff.len()) } else { StepState::Open },
        ),
    ]
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
    use super::{StepKind, StepState, counts, is_empty, steps};
    use crate::domain::School;
    use crate::domain::sample::{Sample, day};
    use crate::plan::Index;

    #[track_caller]
    fn check(school: &School, kind: StepKind, expected: StepState) {
        let steps = steps(school, &Index::of(school, day(10)));
        assert_eq!(steps.iter().find(|step| step.kind == kind).map(|step| step.state), Some(expected));
    }

    #[test]
    fn steps_of_the_sample() {
        let sample = Sample::new();
        let school = sample.workspace.school();
        check(school, StepKind::Organisation, StepState::Done);
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
        assert!(steps(&school, &index).iter().all(|step| step.state == StepState::Open));
        assert!(counts(&school, &index).iter().all(|count| count.count == 0));
    }
}

//! `make bench` begins with this: what is computed natively, at the three scales of the demo school, beside its budget.
//! Every figure is a median; the program is built as the page's is, for size.

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sferum_planner::audit::{Memo, audit, compliance};
use sferum_planner::demo::{DAY, Scale, school};
use sferum_planner::domain::{
    Author, Chat, ClassLabel, Command, ConsentState, Context, Enrolment, IdSource, Journal, LoadLine, Person, PersonId,
    PersonName, Record, School, Workspace,
};
use sferum_planner::plan::rollover::{Choices, Rollover, propose, successors};
use sferum_planner::plan::{Index, Plan};
use sferum_planner::regulation::{Authority, HatScope, Object, Regulation, Standings};

/// Most people whose decisions are measured: every n-th of a larger school.
const MOST: usize = 600;

/// The rows of the table, with their budgets of the design.
const ROWS: [(&str, &str); 17] = [
    ("demo school made", ""),
    ("index by person and class", ""),
    ("required chats derived", ""),
    ("whole review", ""),
    ("chats and whole review", "50 ms at giant"),
    ("the same after an edit of a note", "5 ms at giant"),
    ("… of a consent", "5 ms at giant"),
    ("… of a name", "5 ms at giant"),
    ("… of an enrolment", "5 ms at giant"),
    ("… of a chat", "5 ms at giant"),
    ("… of who is in a class", "5 ms at giant"),
    ("… of who teaches a line", "5 ms at giant"),
    ("compliance by clause", ""),
    ("change of the year, proposed, checked, applied", "1 s at giant"),
    ("everybody's standing prepared", ""),
    ("every action on every own object, one of the staff", "1 ms at giant"),
    ("the same, the slowest person", ""),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Cargo's own arguments (`--bench`) mean nothing here.
    let columns = Scale::ALL.into_iter().map(measure).collect::<Result<Vec<_>, _>>()?;
    println!(
        "\n### Computed natively\n\n| median | gymnasium, 775 students | complex, 3,600 | giant, 6,800 | budget |\n|---|--:|--:|--:|---|"
    );
    for (at, (name, budget)) in ROWS.into_iter().enumerate() {
        let cells: Vec<String> = columns.iter().filter_map(|times| times.get(at)).map(|time| told(*time)).collect();
        println!("| {name} | {} | {budget} |", cells.join(" | "));
    }
    Ok(())
}

fn told(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1_000.0;
    if ms < 10.0 { format!("{ms:.2} ms") } else { format!("{ms:.0} ms") }
}

/// The column of a scale, in the order of the rows.
fn measure(scale: Scale) -> Result<Vec<Duration>, Box<dyn std::error::Error>> {
    let ids = || IdSource::new(1_788_000_000_000, [44; 10]);
    let made = median(5, || drop(black_box(school(scale, &mut ids()))));
    let school = school(scale, &mut ids())?;
    let regulation = Regulation::bundled();
    let context = Context { now: "2026-10-12T09:00:00Z".parse()?, today: DAY, author: Author::default() };
    let index = Index::of(&school, DAY);
    let plan = Plan::of(&school, &index, regulation);
    let found = audit(&school, &index, &plan, regulation, &context);
    let [staff, slowest] = decisions(&school, regulation);
    let edits = EDITS.into_iter().map(|edit| after_an_edit(&school, edit, regulation, &context));
    let edits = edits.collect::<Result<Vec<_>, _>>()?;
    let mut times = vec![
        made,
        median(9, || drop(black_box(Index::of(&school, DAY)))),
        median(9, || drop(black_box(Plan::of(&school, &index, regulation)))),
        median(9, || drop(black_box(audit(&school, &index, &plan, regulation, &context)))),
        median(9, || {
            drop(black_box(audit(&school, &index, &Plan::of(&school, &index, regulation), regulation, &context)));
        }),
    ];
    times.extend(edits);
    times.extend([
        median(9, || drop(black_box(compliance(&school, &index, regulation, &found)))),
        change_of_the_year(&school, &index, &context)?,
        median(5, || drop(black_box(Standings::of(&school, DAY)))),
        staff,
        slowest,
    ]);
    Ok(times)
}

/// An edit of the record at a place of its table, in steps through the table; none where there is no record.
type Edit = fn(&School, usize) -> Option<Record>;

/// Edits of which more and more follows.
const EDITS: [Edit; 7] = [
    |school, at| person(school, at, |person| "заметка".clone_into(&mut person.note)),
    |school, at| person(school, at, |person| person.consent.state = ConsentState::Withdrawn),
    |school, at| {
        let name = PersonName::new("Яшина", "Тамара", "Ивановна").ok()?;
        person(school, at, |person| person.name = name)
    },
    |school, at| {
        let row = one_of(school.enrolments(), at)?;
        let order = school.acts().keys().copied().find(|act| Some(*act) != row.order);
        Some(Enrolment { order, ..row.clone() }.into())
    },
    |school, at| Some(Chat { checked: Some(DAY), ..one_of(school.chats(), at)?.clone() }.into()),
    |school, at| {
        let row = one_of(school.enrolments(), at)?;
        let class = school.enrolments().values().map(|other| other.class).find(|class| *class != row.class)?;
        Some(Enrolment { class, ..row.clone() }.into())
    },
    |school, at| {
        let row = one_of(school.load(), at)?;
        let teacher = school.load().values().filter_map(|other| other.teacher).find(|who| Some(*who) != row.teacher);
        Some(LoadLine { teacher, ..row.clone() }.into())
    },
];

fn person(school: &School, at: usize, edit: impl FnOnce(&mut Person)) -> Option<Record> {
    let mut person = one_of(school.people(), at)?.clone();
    edit(&mut person);
    Some(person.into())
}

/// Tables are walked in steps, to meet records of every kind.
const STEPS: usize = 9;

fn one_of<K, T>(table: &BTreeMap<K, Arc<T>>, at: usize) -> Option<&T> {
    table.values().nth(at * table.len() / STEPS).map(AsRef::as_ref)
}

/// What follows from an edit: what changed of the index and the chats, and the families of the review that read it.
fn after_an_edit(
    school: &School,
    edit: Edit,
    regulation: &Regulation,
    context: &Context,
) -> Result<Duration, Box<dyn std::error::Error>> {
    let mut ids = IdSource::new(1_799_000_000_000, [7; 10]);
    let mut workspace = Workspace::new(school.clone(), Journal::default(), 0);
    let (mut index, mut plan, mut memo) = (Index::default(), Arc::default(), Memo::default());
    let mut review = |school: &School| {
        let start = Instant::now();
        index = Index::after(&index, school, DAY);
        plan = Plan::after(&plan, school, &index, regulation);
        black_box(memo.audit(school, &index, &plan, regulation, context));
        start.elapsed()
    };
    review(workspace.school());
    let mut times = Vec::new();
    for at in 0..STEPS {
        let Some(record) = edit(workspace.school(), at) else { continue };
        workspace.dispatch(ids.fresh(), &Command::Save(record), context).map_err(|refusal| format!("{refusal:?}"))?;
        times.push(review(workspace.school()));
    }
    Ok(middle(times))
}

/// The change of the year as one act, from the proposal to the changed school.
fn change_of_the_year(
    school: &School,
    index: &Index,
    context: &Context,
) -> Result<Duration, Box<dyn std::error::Error>> {
    let day = |text: &str| text.parse();
    let (from, to) = (day("2027-09-01")?, day("2028-05-31")?);
    let first: Vec<ClassLabel> = ["1А", "1Б", "1В"].into_iter().map(str::parse).collect::<Result<_, _>>()?;
    let mut times = Vec::new();
    for _ in 0..3 {
        let mut ids = IdSource::new(1_799_000_000_000, [9; 10]);
        let mut workspace = Workspace::new(school.clone(), Journal::default(), 0);
        let start = Instant::now();
        let choices = Choices {
            from,
            to,
            successors: successors(school, index),
            first: first.clone(),
            carries_homerooms: true,
            copies_load: true,
            keeps_members: true,
            ..Choices::default()
        };
        let proposal = propose(school, index, choices);
        let act = Rollover::new(school, index, &proposal, DAY, &mut ids);
        workspace.dispatch(ids.fresh(), &Command::from(act), context).map_err(|refusal| format!("{refusal:?}"))?;
        times.push(start.elapsed());
    }
    Ok(middle(times))
}

/// Every action on every own object: the median of the staff, and the slowest of everybody.
fn decisions(school: &School, regulation: &Regulation) -> [Duration; 2] {
    let standings = Standings::of(school, DAY);
    let authority = Authority::new(school, regulation, DAY).knowing(&standings);
    let one = |person: &PersonId| median(5, || answer(&authority, regulation, *person));
    let staff: BTreeSet<PersonId> = school.positions().values().map(|row| row.person).collect();
    let everybody = school.people().keys().step_by((school.people().len() / MOST).max(1));
    [middle(staff.iter().map(one).collect()), everybody.map(one).max().unwrap_or_default()]
}

/// Every action on every own object of a person, and without one.
fn answer(authority: &Authority, regulation: &Regulation, person: PersonId) {
    let standing = authority.standing(person);
    let mut objects: BTreeSet<Object> = [Object::None, Object::Person(person)].into();
    objects.extend(standing.active_hats().filter_map(|hat| match hat.scope {
        HatScope::School => None,
        HatScope::Class(class) => Some(Object::Class(class)),
        HatScope::Line { line, .. } => Some(Object::LoadLine(line)),
        HatScope::Activity(group) => Some(Object::Activity(group)),
        HatScope::Child { child, .. } => Some(Object::Person(child)),
    }));
    for object in objects {
        let target = authority.target(object);
        for action in regulation.actions() {
            black_box(authority.decide(&standing, action, &target));
        }
    }
}

/// The median time of so many runs.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    middle((0..runs).map(time).collect())
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

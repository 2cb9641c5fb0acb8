//! Measures the decisions: `cargo run --release --example decide [gymnasium|complex|giant]` tells how long it takes to
//! answer every action of the matrix for one person on every object of that person's own: the median over everybody, over
//! the staff, and the slowest person, each person the median of five runs. What a revision of the plan is prepared for
//! once, everybody's standing, is told apart; so is one person without it, whose hats are searched in the records.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use sferum_planner::demo::{DAY, Scale, school};
use sferum_planner::domain::{IdSource, PersonId, School};
use sferum_planner::regulation::{Authority, HatScope, Object, Regulation, Standings};

/// Most people who are measured: every n-th of a larger school.
const MOST: usize = 600;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let wanted = std::env::args().nth(1);
    for (name, scale) in ["gymnasium", "complex", "giant"].into_iter().zip(Scale::ALL) {
        if wanted.as_deref().is_none_or(|wanted| wanted == name) {
            measure(name, &school(scale, &mut IdSource::new(1_788_000_000_000, [44; 10]))?);
        }
    }
    Ok(())
}

fn measure(name: &str, school: &School) {
    let regulation = Regulation::bundled();
    let staff: BTreeSet<PersonId> = school.positions().values().map(|row| row.person).collect();
    let step = (school.people().len() / MOST).max(1);
    let everybody: Vec<PersonId> = school.people().keys().copied().step_by(step).collect();
    let start = Instant::now();
    let standings = Standings::of(school, DAY);
    println!("{name}: everybody's standing {:?}", start.elapsed());
    let known = Authority::new(school, regulation, DAY).knowing(&standings);
    print(name, "everybody", everybody.iter().map(|person| one(&known, regulation, *person)).collect());
    print(name, "staff", staff.iter().map(|person| one(&known, regulation, *person)).collect());
    let unknown = Authority::new(school, regulation, DAY);
    let some = everybody.iter().step_by(10);
    print(name, "searched in the records", some.map(|person| one(&unknown, regulation, *person)).collect());
}

fn print(name: &str, whom: &str, mut times: Vec<(Duration, usize)>) {
    times.sort();
    let (median, _) = times.get(times.len() / 2).copied().unwrap_or_default();
    let (worst, answers) = times.last().copied().unwrap_or_default();
    println!("{name}, {whom} ({}): median {median:?}, worst {worst:?} for {answers} answers", times.len());
}

/// The time of one person, the median of five, and how many answers that were.
fn one(authority: &Authority, regulation: &Regulation, person: PersonId) -> (Duration, usize) {
    let mut times = Vec::new();
    let mut answers = 0;
    for _ in 0..5 {
        let start = Instant::now();
        answers = answer(authority, regulation, person);
        times.push(start.elapsed());
    }
    times.sort();
    (times.get(2).copied().unwrap_or_default(), answers)
}

/// Every action on every own object, and without one.
fn answer(authority: &Authority, regulation: &Regulation, person: PersonId) -> usize {
    let standing = authority.standing(person);
    let mut objects: BTreeSet<Object> = [Object::None, Object::Person(person)].into();
    objects.extend(standing.active_hats().filter_map(|hat| match hat.scope {
        HatScope::School => None,
        HatScope::Class(class) => Some(Object::Class(class)),
        HatScope::Line { line, .. } => Some(Object::LoadLine(line)),
        HatScope::Activity(group) => Some(Object::Activity(group)),
        HatScope::Child { child, .. } => Some(Object::Person(child)),
    }));
    let mut answers = 0;
    for object in objects {
        let target = authority.target(object);
        for action in regulation.actions() {
            std::hint::black_box(authority.decide(&standing, action, &target));
            answers += 1;
        }
    }
    answers
}

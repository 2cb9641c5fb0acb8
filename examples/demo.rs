//! Measures the demo school: `cargo run --release --example demo [gymnasium|complex|giant]` tells time and size, also of
//! what is derived from it.

use std::time::Instant;

use sferum_planner::demo::{DAY, Scale, school};
use sferum_planner::domain::{IdSource, RecordKind, Records, School};
use sferum_planner::plan::{Index, Plan};
use sferum_planner::regulation::Regulation;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let wanted = std::env::args().nth(1);
    for (name, scale) in ["gymnasium", "complex", "giant"].into_iter().zip(Scale::ALL) {
        if wanted.as_deref().is_none_or(|wanted| wanted == name) {
            measure(name, scale)?;
        }
    }
    Ok(())
}

fn measure(name: &str, scale: Scale) -> Result<(), Box<dyn std::error::Error>> {
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        school(scale, &mut IdSource::new(1_788_000_000_000, [44; 10]))?;
        times.push(start.elapsed());
    }
    times.sort();
    let school = school(scale, &mut IdSource::new(1_788_000_000_000, [44; 10]))?;
    let start = Instant::now();
    let json = serde_json::to_vec(&Records::from(&school))?;
    let written = start.elapsed();
    let records: usize = RecordKind::ALL.iter().map(|kind| school.count(*kind)).sum();
    let median = times.get(2).copied().unwrap_or_default();
    println!("{name}: {records} records in {median:?} (median of 5), {} bytes of JSON in {written:?}", json.len());
    derive(name, &school);
    Ok(())
}

/// Measures what is computed anew at each revision.
fn derive(name: &str, school: &School) {
    let median = |work: &dyn Fn()| {
        let mut times: Vec<_> = (0..9).map(|_| Instant::now()).map(|start| (work(), start.elapsed()).1).collect();
        times.sort();
        times.get(4).copied().unwrap_or_default()
    };
    let index = Index::of(school, DAY);
    let plan = Plan::of(school, &index, Regulation::bundled());
    let seats: usize = plan.required().iter().map(|chat| chat.size + chat.apart).sum();
    println!(
        "{name}: index in {:?}, plan in {:?}, coverage in {:?}: {} chats, {seats} memberships",
        median(&|| drop(Index::of(school, DAY))),
        median(&|| drop(Plan::of(school, &index, Regulation::bundled()))),
        median(&|| drop(plan.coverage(school))),
        plan.required().len(),
    );
}

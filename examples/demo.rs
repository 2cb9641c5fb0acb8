//! Measures the demo school: `cargo run --release --example demo [gymnasium|complex|giant]` tells time and size.

use std::time::Instant;

use sferum_planner::demo::{Scale, school};
use sferum_planner::domain::{IdSource, RecordKind, Records};

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
    Ok(())
}

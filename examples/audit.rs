//! Measures the review: `cargo run --release --example audit [gymnasium|complex|giant]` tells the time of the index, the
//! derived chats, the audit and compliance, each the median of nine.

use std::time::{Duration, Instant};

use sferum_planner::audit::{Severity, audit, compliance};
use sferum_planner::demo::{DAY, Scale, school};
use sferum_planner::domain::{Author, Context, IdSource};
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
    let school = school(scale, &mut IdSource::new(1_788_000_000_000, [44; 10]))?;
    let regulation = Regulation::bundled();
    let context = Context { now: "2026-10-12T09:00:00Z".parse()?, today: DAY, author: Author::default() };
    let (index, index_time) = median(|| Index::of(&school, DAY));
    let (plan, plan_time) = median(|| Plan::of(&school, &index, regulation));
    let (found, audit_time) = median(|| audit(&school, &index, &plan, regulation, &context));
    let (rows, compliance_time) = median(|| compliance(&school, &index, regulation, &found).len());
    println!(
        "{name}: index {index_time:?}, chats {plan_time:?}, audit {audit_time:?}, {rows} clauses {compliance_time:?}"
    );
    for severity in Severity::ALL {
        let count = found.iter().filter(|finding| finding.severity == severity).count();
        println!("  {}: {count}", severity.code());
    }
    Ok(())
}

/// The last result and the median time of nine runs.
fn median<T>(run: impl Fn() -> T) -> (T, Duration) {
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..9 {
        let start = Instant::now();
        let result = run();
        times.push(start.elapsed());
        last = Some(result);
    }
    times.sort();
    (last.unwrap_or_else(run), times.get(4).copied().unwrap_or_default())
}

//! Medians of rounds, and how many times the bound.

use std::fmt::Write;

use super::page::{Contender, Times};

/// The rounds of one size.
#[derive(Debug)]
pub struct Report {
    people: usize,
    rounds: Vec<(Contender, Times)>,
}

impl Report {
    /// Nothing measured yet.
    pub fn new(people: usize) -> Self {
        Self { people, rounds: Vec::new() }
    }

    /// Takes a round.
    pub fn add(&mut self, contender: Contender, times: Times) {
        self.rounds.push((contender, times));
    }

    /// Medians as a table of Markdown, each with how many times the hand-written page's it is.
    pub fn table(&self) -> String {
        let mut text = format!("\n### {} people\n\n| ms unless said |", self.people);
        for contender in Contender::ALL {
            let _ = write!(text, " {} |", contender.name());
        }
        text.push_str(" planner ÷ hand | planner ÷ grid |\n|---|");
        text.push_str(&"--:|".repeat(Contender::ALL.len() + 2));
        let first = self.rounds.first().map(|(_, times)| times.as_slice()).unwrap_or_default();
        for (name, _) in first {
            let [hand, grid, planner] = Contender::ALL.map(|contender| self.median(contender, name));
            let (to_hand, to_grid) = (ratio(planner, hand), ratio(planner, grid));
            let _ = write!(text, "\n| {name} | {hand:.1} | {grid:.1} | {planner:.1} | {to_hand} | {to_grid} |");
        }
        text.push('\n');
        text
    }

    fn median(&self, wanted: Contender, name: &str) -> f64 {
        let rounds = self.rounds.iter().filter(|(contender, _)| *contender == wanted);
        median(rounds.flat_map(|(_, times)| times).filter(|(known, _)| *known == name).map(|(_, time)| *time).collect())
    }
}

/// How many times one is the other; nothing where the other is nothing.
fn ratio(one: f64, other: f64) -> String {
    if other > 0.0 { format!("{:.2}×", one / other) } else { "–".to_owned() }
}

/// The cold start, in words.
pub fn cold(times: Vec<f64>) -> String {
    format!(
        "\nCold start, processor slowed 4×, demo school stored, no cache: {:.0} ms to the overview (budget 1,500).\n",
        median(times)
    )
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

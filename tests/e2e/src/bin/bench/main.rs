//! `make bench`: the planner beside a hand-written page and a public data grid, in one Chromium a round, on schools of
//! 1,000, 5,000 and 26,000 people. Prints medians and ratios as Markdown, and writes them to `target/bench/`.
//!
//! `make bench ARGS='--people 26000 --rounds 9'` chooses; the default is every size and five rounds.

mod lists;
mod page;
mod report;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sferum_planner_e2e::{Site, project, tools};

use page::Contender;
use report::Report;

/// The sizes of the schools, in people.
const SIZES: [usize; 3] = [1_000, 5_000, 26_000];
const ROUNDS: usize = 5;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (sizes, rounds) = wanted()?;
    let folder = project().join("target/bench");
    fs::create_dir_all(&folder)?;
    let peers = peers(&folder)?;
    let mut text = String::new();
    for people in sizes {
        let plan = school(&folder, people)?;
        let mut report = Report::new(people);
        for round in 1..=rounds {
            for contender in Contender::ALL {
                let site = if contender == Contender::Planner { Site::start()? } else { Site::of(&peers)? };
                eprintln!("{people} people, round {round} of {rounds}: {}", contender.name());
                let times = page::round(contender, site, &plan, people).await?;
                report.add(contender, times);
            }
        }
        text.push_str(&report.table());
    }
    text.push_str(&report::cold(page::cold_start(rounds).await?));
    println!("{text}");
    fs::write(folder.join("report.md"), text)?;
    Ok(())
}

/// The sizes and rounds of the command line.
fn wanted() -> Result<(Vec<usize>, usize), Box<dyn Error>> {
    let (mut sizes, mut rounds) = (SIZES.to_vec(), ROUNDS);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let number: usize = words.next().ok_or_else(|| format!("{word} needs a number"))?.parse()?;
        match word.as_str() {
            "--people" => sizes = vec![number],
            "--rounds" => rounds = number,
            _ => return Err(format!("{word} is neither --people nor --rounds").into()),
        }
    }
    Ok((sizes, rounds.max(1)))
}

/// The folder of the pages beside the planner, with the grid from the npm registry.
fn peers(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let to = folder.join("peers");
    fs::create_dir_all(&to)?;
    let grid = tools().join("bench/node_modules/tabulator-tables/dist");
    let own = fs::read_dir(project().join("benches/peers"))?.map(|entry| entry.map(|entry| entry.path()));
    let grid = [grid.join("js/tabulator.min.js"), grid.join("css/tabulator.min.css")];
    for file in own.chain(grid.into_iter().map(Ok)) {
        let file = file?;
        let name = file.file_name().ok_or("a folder among the peers")?;
        fs::copy(&file, to.join(name)).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(to)
}

/// A school of so many people as a snapshot, made of its lists by the planner's own command line.
fn school(folder: &Path, people: usize) -> Result<PathBuf, Box<dyn Error>> {
    let folder = folder.join(people.to_string());
    fs::create_dir_all(&folder)?;
    let plan = folder.join("plan.json");
    let mut convert = Command::new(project().join("target/debug/sferum-plan"));
    convert.args(["convert", "--year", "2026", "--organisation", "МОУ «Измеренная школа»", "--seed", "44"]);
    convert.args(["--at", "2026-09-01T09:00:00Z", "--force", "-o"]).arg(&plan);
    for (name, list) in lists::of(people) {
        let file = folder.join(name);
        fs::write(&file, list)?;
        convert.arg(file);
    }
    let done = convert.output()?;
    // 1: a plan, and something to tell about rows.
    if !matches!(done.status.code(), Some(0 | 1)) {
        return Err(format!("no school of {people}: {}", String::from_utf8_lossy(&done.stderr)).into());
    }
    Ok(plan)
}

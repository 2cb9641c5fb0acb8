//! `sferum-plan convert`.

use std::ops::ControlFlow;

use chrono::{DateTime, Datelike as _, Utc};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::args::Args;
use super::redact::{first_ten, millis};
use super::source::{bytes, name, trusted};
use super::{Exit, Stop, World, put};
use crate::domain::{Author, Command, Context, IdSource, Organisation, Workspace};
use crate::roster::library_decoder::LibraryDecoder;
use crate::roster::proposal::TargetYear;
use crate::roster::{ImportOptions, Problem, ReadFile, ReadOptions, Severity, propose, read_file};
use crate::snapshot::{Lineage, Stamp, export, write_verified};

/// The edition under which a plan begins that is made of lists.
const EDITION: &str = "gymnasium-44";

/// Makes a plan of lists.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let paths = args.some_files()?;
    put::check(args, &["output"])?;
    let (now, random) = chance(args, world)?;
    let mut ids = IdSource::new(millis(now), first_ten(random));
    let author = Author { name: args.value("author").unwrap_or_default().to_owned(), device: String::new() };
    let context = Context { now, today: now.date_naive(), author: author.clone() };
    let (mut workspace, lineage) = match args.value("into") {
        Some(path) => {
            let opened = trusted(path.as_ref(), world)?;
            (opened.workspace(), opened.lineage())
        }
        None => (Workspace::default(), Lineage::new(ids.fresh(), EDITION)),
    };
    if let Some(name) = args.value("organisation") {
        if args.has("into") {
            return Err(Stop::Usage("convert: --organisation is for a plan that begins empty".to_owned()));
        }
        let row = Organisation { full_name: name.to_owned(), short_name: name.to_owned(), ..Organisation::default() };
        carry_out(&mut workspace, &Command::Save(row.into()), &context, &mut ids)?;
    }
    let mut files: Vec<ReadFile> = Vec::new();
    for path in paths {
        let label = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = read_file(&label, &bytes(path, world)?, &LibraryDecoder, &ReadOptions::default())
            .map_err(|error| Stop::Unreadable(name(path), error.to_string()))?;
        files.push(read);
    }
    let mut options = ImportOptions::usual(workspace.school(), context.today);
    if let Some(text) = args.value("year") {
        let wrong = || Stop::Usage(format!("convert: `{text}` is no year such as 2026"));
        let year: i32 = text.parse().ok().filter(|year| (1990..2200).contains(year)).ok_or_else(wrong)?;
        let known = workspace.school().years().values().find(|row| row.from.year() == year);
        options.year = known.map_or_else(|| TargetYear::of(year), |row| TargetYear::Existing(row.id));
    }
    let proposal = propose(workspace.school(), &files, &options, &mut ids, &mut |_, _| ControlFlow::Continue(()))
        .map_err(|error| Stop::Unreadable("convert".to_owned(), error.to_string()))?;
    let refused = tell(&proposal.problems, args.has("json"), world)?;
    for (of, count) in &proposal.counts {
        if !args.has("json") {
            let (created, updated, unchanged) = (count.created, count.updated, count.unchanged);
            writeln!(world.errors, "{of:?}: {created} created, {updated} updated, {unchanged} unchanged")?;
        }
    }
    let source = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ");
    carry_out(&mut workspace, &proposal.into_command(source), &context, &mut ids)?;
    let (snapshot, _) = export(&workspace, &lineage, Stamp::new(ids.fresh(), now, author, String::new()));
    let bytes = write_verified(&snapshot).map_err(|error| Stop::Unreadable("convert".to_owned(), error.to_string()))?;
    put::result(&bytes, args, world)?;
    Ok(if refused > 0 { Exit::Findings } else { Exit::Ok })
}

fn carry_out(workspace: &mut Workspace, command: &Command, context: &Context, ids: &mut IdSource) -> Result<(), Stop> {
    match workspace.dispatch(ids.fresh(), command, context) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(Stop::Unreadable("convert".to_owned(), refusal.to_string())),
    }
}

/// The moment and the random bits of a command: given by `--at` and `--seed`, or taken from the world.
pub(super) fn chance(args: &Args, world: &World) -> Result<(DateTime<Utc>, [u8; 32]), Stop> {
    let at = match args.value("at") {
        Some(text) => {
            text.parse().map_err(|_| Stop::Usage(format!("`{text}` is no time such as 2026-11-22T08:00:00Z")))?
        }
        None => world.now,
    };
    let random = args.value("seed").map_or(world.random, |seed| Sha256::digest(seed.as_bytes()).into());
    Ok((at, random))
}

/// Tells what there is to tell about rows; gives the number of rows that were not taken.
fn tell(problems: &[Problem], is_json: bool, world: &mut World) -> Result<usize, Stop> {
    for Problem { place, severity, kind } in problems {
        if is_json {
            writeln!(world.errors, "{}", json!({ "place": place, "severity": severity, "problem": kind }))?;
            continue;
        }
        let sheet = if place.sheet.is_empty() { String::new() } else { format!("[{}]", place.sheet) };
        let called = match severity {
            Severity::Error => "not taken",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        // The problem in the words of the code: scripts take --json, people the planner itself.
        writeln!(world.errors, "{}{sheet}:{}: {called}: {kind:?}", place.file, place.line)?;
    }
    Ok(problems.iter().filter(|problem| problem.severity == Severity::Error).count())
}

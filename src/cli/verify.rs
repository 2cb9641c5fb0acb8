//! `sferum-plan verify`.

use std::path::Path;

use serde_json::json;

use super::args::Args;
use super::source::{bytes, name};
use super::{Exit, Stop, World};
use crate::domain::RecordKind;
use crate::snapshot::seal::{Contents, Verdict, verify};

/// Tells what each file is.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let files = args.some_files()?;
    let expected = args.value("sha256");
    if expected.is_some() && files.len() > 1 {
        return Err(Stop::Usage("verify: --sha256 is for one file".to_owned()));
    }
    let mut worst = Exit::Ok;
    for path in files {
        let exit = match bytes(path, world) {
            Ok(bytes) => {
                let verdict = verify(&bytes, expected);
                tell(path, &verdict, args.has("json"), world)?;
                exit_of(&verdict)
            }
            Err(stop) => {
                stopped(path, &stop, args.has("json"), world)?;
                stop.exit()
            }
        };
        worst = worst.max(exit);
    }
    Ok(worst)
}

/// Tells of a file that could not be read, and goes on.
pub fn stopped(path: &Path, stop: &Stop, is_json: bool, world: &mut World) -> Result<(), Stop> {
    if is_json {
        let called = if stop.exit() == Exit::Io { "io" } else { "unreadable" };
        writeln!(world.output, "{}", json!({ "file": name(path), "verdict": called, "message": stop.to_string() }))?;
    } else {
        writeln!(world.errors, "sferum-plan: {stop}")?;
    }
    Ok(())
}

fn exit_of(verdict: &Verdict) -> Exit {
    match verdict {
        Verdict::Intact(_) => Exit::Ok,
        Verdict::Altered { .. } => Exit::Findings,
        Verdict::NotOurs | Verdict::Unreadable(_) | Verdict::Newer { .. } => Exit::Unreadable,
    }
}

fn tell(path: &Path, verdict: &Verdict, is_json: bool, world: &mut World) -> Result<(), Stop> {
    let (called, message, contents) = match verdict {
        Verdict::Intact(contents) => ("intact", String::new(), Some(contents)),
        Verdict::Altered { why, contents } => ("altered", why.to_string(), Some(contents)),
        Verdict::NotOurs => ("not-ours", String::new(), None),
        Verdict::Unreadable(error) => ("unreadable", error.to_string(), None),
        Verdict::Newer { file, app, written_by } => {
            ("newer", format!("schema {file} of app {written_by}; this program reads up to {app}"), None)
        }
    };
    if is_json {
        let object = json!({ "file": name(path), "verdict": called, "message": message, "contents": contents });
        writeln!(world.output, "{object}")?;
        return Ok(());
    }
    let after = if message.is_empty() { String::new() } else { format!(" ({message})") };
    let inside = contents.map(summary).unwrap_or_default();
    writeln!(world.output, "{}: {called}{after}{inside}", name(path))?;
    Ok(())
}

/// What is in a file, in one line.
pub fn summary(contents: &Contents) -> String {
    let nameless = "without a name".to_owned();
    let organisation = if contents.organisation.is_empty() { &nameless } else { &contents.organisation };
    format!(
        ": {organisation}, {}, revision {}, {} people, {} classes, {} entries, exported {}",
        if contents.year.is_empty() { "no year" } else { &contents.year },
        contents.revision,
        contents.count(RecordKind::Person),
        contents.count(RecordKind::Class),
        contents.journal_entries,
        contents.at.format("%Y-%m-%d %H:%M UTC"),
    )
}

//! `sferum-plan stat`.

use serde_json::json;

use super::args::Args;
use super::source::{look, name};
use super::verify::{stopped, summary};
use super::{Exit, Stop, World};
use crate::snapshot::seal::Contents;

/// Counts what is in each file.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let mut worst = Exit::Ok;
    for path in args.some_files()? {
        let looked = match look(path, world) {
            Ok(looked) => looked,
            Err(stop) => {
                stopped(path, &stop, args.has("json"), world)?;
                worst = worst.max(stop.exit());
                continue;
            }
        };
        let contents = Contents::of(&looked.opened);
        if args.has("json") {
            let object = json!({ "file": name(path), "altered": looked.is_altered, "contents": contents });
            writeln!(world.output, "{object}")?;
        } else {
            writeln!(world.output, "{}{}", name(path), summary(&contents))?;
            for (kind, count) in &contents.counts {
                let called = serde_json::to_value(kind).unwrap_or_default();
                writeln!(world.output, "  {count:>7} {}", called.as_str().unwrap_or_default())?;
            }
        }
        if looked.is_altered {
            worst = worst.max(Exit::Findings);
        }
    }
    Ok(worst)
}

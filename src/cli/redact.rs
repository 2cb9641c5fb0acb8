//! `sferum-plan redact`.

use std::path::Path;

use serde_json::{Value, json};

use super::args::Args;
use super::source::{name, trusted};
use super::{Exit, Stop, World, put};
use crate::domain::{Author, ClassId, ClassLabel, School};
use crate::snapshot::Stamp;
use crate::snapshot::redact::{Leaves, Purpose, Redacted, Release, redact};

/// Writes an export that holds less.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let usage = |text: &str| Stop::Usage(format!("redact: {text}"));
    let path = args.one_file()?;
    let purpose = args.value("purpose").ok_or_else(|| usage("--purpose is needed"))?;
    if args.has("key") && purpose != "support" {
        return Err(usage("--key is for support"));
    }
    if args.has("class") != (purpose == "class-pack") {
        return Err(usage("--class goes with class-pack, and class-pack with --class"));
    }
    if args.has("key") && args.value("key") == args.value("output") {
        return Err(usage("the key must be a file of its own"));
    }
    let (now, secret) = super::convert::chance(args, world)?;
    put::check(args, &["output", "key"])?;
    let opened = trusted(path, world)?;
    let purpose = match purpose {
        "class-pack" => Purpose::ClassPack(class_of(&opened.school, args.value("class").unwrap_or_default())?),
        "statistics" => Purpose::Statistics,
        "staff" => Purpose::StaffEdition,
        _ => Purpose::SupportBundle,
    };
    let id = crate::domain::IdSource::new(millis(now), first_ten(secret)).fresh();
    let stamp = Stamp::new(id, now, Author::default(), String::new());
    let release = Release { stamp, today: now.date_naive(), secret };
    let Redacted { bytes, leaves, key } = redact(&opened.workspace(), &opened.lineage(), purpose, &release)
        .map_err(|error| Stop::Unreadable(name(path), error.to_string()))?;
    tell(&leaves, args.has("json"), world)?;
    if args.has("dry-run") {
        return Ok(Exit::Ok);
    }
    // The key first: a bundle whose key could not be kept would be a bundle without one.
    match (key, args.value("key")) {
        (Some(key), Some(path)) => put::file(Path::new(path), &key, args.has("force"))?,
        (Some(_), None) => writeln!(world.errors, "no --key: nobody will know who is meant")?,
        (None, _) => {}
    }
    put::result(&bytes, args, world)?;
    Ok(Exit::Ok)
}

pub(super) fn millis(now: chrono::DateTime<chrono::Utc>) -> u64 {
    u64::try_from(now.timestamp_millis()).unwrap_or_default()
}

pub(super) fn first_ten(bytes: [u8; 32]) -> [u8; 10] {
    let mut out = [0; 10];
    out.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
    out
}

/// The class of a label; where several years have it, the one of the latest.
fn class_of(school: &School, text: &str) -> Result<ClassId, Stop> {
    let label: ClassLabel = text.parse().map_err(|error| Stop::Usage(format!("redact: {error}")))?;
    let begins = |id| school.years().get(&id).map(|year| year.from);
    let classes = school.classes().values().filter(|row| row.label() == Some(&label));
    let latest = classes.max_by_key(|row| row.year().and_then(begins));
    latest.map(|row| row.id).ok_or_else(|| Stop::Usage(format!("redact: the plan has no class {label}")))
}

/// Tells on standard error what leaves; the export itself may go to standard output.
fn tell(leaves: &Leaves, is_json: bool, world: &mut World) -> Result<(), Stop> {
    let called = |kind| serde_json::to_value(kind).unwrap_or(Value::Null);
    if is_json {
        let kinds: Vec<Value> = leaves
            .kinds
            .iter()
            .map(|row| {
                json!({
                    "kind": row.kind, "leave": row.leave, "stay": row.stay,
                    "fields": row.fields, "withheld": row.withheld,
                })
            })
            .collect();
        let (figures, entries) = (leaves.figures, leaves.journal_entries);
        let object = json!({ "kinds": kinds, "figures": figures, "journalEntriesStay": entries });
        writeln!(world.errors, "{object}")?;
        return Ok(());
    }
    if leaves.figures > 0 {
        writeln!(world.errors, "{} figures leave, no record does", leaves.figures)?;
        return Ok(());
    }
    for row in &leaves.kinds {
        let fields: Vec<&str> = row.fields.iter().map(String::as_str).collect();
        let kind = called(row.kind);
        let kind = kind.as_str().unwrap_or_default();
        let fields = if fields.is_empty() { String::new() } else { format!(": {}", fields.join(", ")) };
        writeln!(world.errors, "{kind}: {} leave, {} stay{fields}", row.leave, row.stay)?;
    }
    writeln!(world.errors, "journal: 0 leave, {} stay", leaves.journal_entries)?;
    Ok(())
}

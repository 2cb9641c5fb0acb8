//! `sferum-plan diff`.

use serde_json::{Value, json};

use super::args::Args;
use super::source::{look, name};
use super::{Exit, Stop, World};
use crate::domain::{RecordKind, School};
use crate::snapshot::{Difference, FieldDifference, RecordDifference};

/// Tells what differs between two plans.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let [before, after] = args.files.as_slice() else {
        return Err(Stop::Usage("diff: two files are needed".to_owned()));
    };
    let (old, new) = (look(before, world)?.opened, look(after, world)?.opened);
    let difference = Difference::between(&old.school, &new.school);
    if old.snapshot.plan != new.snapshot.plan {
        writeln!(world.errors, "{} and {} are different plans", name(before), name(after))?;
    }
    if args.has("json") {
        as_json(&difference, &old.school, &new.school, args.has("summary"), world)?;
    } else {
        as_text(&difference, &old.school, &new.school, args.has("summary"), world)?;
    }
    Ok(if difference.is_empty() { Exit::Ok } else { Exit::Findings })
}

fn called(kind: RecordKind) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

fn sign(row: &RecordDifference) -> &'static str {
    match (row.change.before(), row.change.after()) {
        (None, _) => "+",
        (_, None) => "-",
        _ => "~",
    }
}

fn as_text(
    difference: &Difference,
    old: &School,
    new: &School,
    is_summary: bool,
    world: &mut World,
) -> Result<(), Stop> {
    for (kind, tally) in difference.tallies() {
        let called = called(kind);
        writeln!(
            world.output,
            "{called}: {} added, {} changed, {} removed",
            tally.added, tally.changed, tally.removed
        )?;
        if is_summary {
            continue;
        }
        for row in difference.records.iter().filter(|row| row.key().kind == kind) {
            writeln!(world.output, "  {} {} [{}]", sign(row), row.caption(old, new), row.key().id)?;
            if sign(row) != "~" {
                continue;
            }
            for FieldDifference { path, before, after } in row.fields() {
                let [before, after] = [before, after].map(|value| value.unwrap_or_else(|| "none".to_owned()));
                writeln!(world.output, "      {path}: {before} -> {after}")?;
            }
        }
    }
    Ok(())
}

/// One object a line: a line for each kind, then, unless only counts are asked for, a line for each record.
fn as_json(
    difference: &Difference,
    old: &School,
    new: &School,
    is_summary: bool,
    world: &mut World,
) -> Result<(), Stop> {
    for (kind, tally) in difference.tallies() {
        let (added, changed, removed) = (tally.added, tally.changed, tally.removed);
        writeln!(
            world.output,
            "{}",
            json!({ "kind": called(kind), "added": added, "changed": changed, "removed": removed })
        )?;
    }
    if is_summary {
        return Ok(());
    }
    let value = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or(Value::Null);
    for row in &difference.records {
        let fields: Vec<Value> = row
            .fields()
            .into_iter()
            .map(|field| json!({ "path": field.path, "before": value(field.before), "after": value(field.after) }))
            .collect();
        let (sign, kind, id) = (sign(row), called(row.key().kind), row.key().id);
        let caption = row.caption(old, new);
        writeln!(
            world.output,
            "{}",
            json!({ "sign": sign, "record": kind, "id": id, "caption": caption, "fields": fields })
        )?;
    }
    Ok(())
}

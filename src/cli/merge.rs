//! `sferum-plan merge`.

use serde::Deserialize;
use serde_json::{Value, json};

use super::args::Args;
use super::convert::chance;
use super::redact::{first_ten, millis};
use super::source::{bytes, name, trusted};
use super::{Exit, Stop, World, put};
use crate::domain::{Author, Command, Context, IdSource, RecordKey, School};
use crate::snapshot::{
    self, Conflict, Decision, Merge, Nature, NoAncestor, Opened, Relation, Review, Side, Spot, Stamp, Version, export,
    write_verified,
};

/// Merges what another plan changed into a plan.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let [mine_path, theirs_path] = args.files.as_slice() else {
        return Err(Stop::Usage("merge: two plans are needed, MINE and THEIRS".to_owned()));
    };
    put::check(args, &["output"])?;
    let (now, random) = chance(args, world)?;
    let decisions = args.value("decisions").map(|path| decided(path, world)).transpose()?;
    let (mine, theirs) = (trusted(mine_path, world)?, trusted(theirs_path, world)?);
    let mut workspace = mine.workspace();
    let source = theirs_path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut merge =
        begin(&mine, &theirs, &source, args.has("union")).map_err(|says| Stop::Unreadable(name(theirs_path), says))?;
    let today = now.date_naive();
    for Answer { spot, decision } in decisions.into_iter().flatten() {
        let at = format!("{} {}", spot.key.id, spot.path);
        merge.decide(spot, decision).map_err(|error| Stop::Usage(format!("merge: {at}: {error}")))?;
    }
    if let Some(side) = args.value("prefer") {
        prefer(&mut merge, workspace.school(), today, if side == "mine" { Version::Mine } else { Version::Theirs });
    }
    let review = merge.review(workspace.school(), today);
    tell(&merge, &review, workspace.school(), args.has("json"), world)?;
    if args.has("dry-run") || review.open() > 0 {
        return Ok(if review.open() > 0 { Exit::Findings } else { Exit::Ok });
    }
    let refused = |says: String| Stop::Unreadable("merge".to_owned(), says);
    let command: Command = merge.finish(&workspace, today).map_err(|error| refused(error.to_string()))?;
    let mut ids = IdSource::new(millis(now), first_ten(random));
    let author = Author { name: args.value("author").unwrap_or_default().to_owned(), device: String::new() };
    let context = Context { now, today, author: author.clone() };
    workspace.dispatch(ids.fresh(), &command, &context).map_err(|error| refused(error.to_string()))?;
    let lineage = mine.lineage().after_merging(&theirs.lineage());
    let note = args.value("note").unwrap_or_default().to_owned();
    let (file, _) = export(&workspace, &lineage, Stamp::new(ids.fresh(), now, author, note));
    let bytes = write_verified(&file).map_err(|error| refused(error.to_string()))?;
    put::result(&bytes, args, world)?;
    Ok(Exit::Ok)
}

/// Begins the merge; tells why there is none.
fn begin(mine: &Opened, theirs: &Opened, source: &str, is_union: bool) -> Result<Merge, String> {
    let (ours, others) = (mine.workspace(), theirs.workspace());
    let (our_lineage, their_lineage) = (mine.lineage(), theirs.lineage());
    let proposal = snapshot::propose(&ours, &our_lineage, source, Ok(theirs.clone())).map_err(|e| e.to_string())?;
    if proposal.relation == Relation::OtherSchool {
        return Err("the plan of another school is never merged".to_owned());
    }
    let [mine, theirs] =
        [(&ours, &our_lineage), (&others, &their_lineage)].map(|(workspace, lineage)| Side { workspace, lineage });
    match snapshot::merge(mine, theirs, source) {
        Ok(merge) => Ok(merge),
        Err(NoAncestor::Apart | NoAncestor::Trimmed { .. }) if is_union => Ok(snapshot::union(mine, theirs, source)),
        Err(error) => {
            Err(format!("{error}; --union takes the records of both and asks about every field that differs"))
        }
    }
}

/// Decides what waits for one side; what that does not settle, for the other.
fn prefer(merge: &mut Merge, school: &School, today: chrono::NaiveDate, side: Version) {
    let other = if side == Version::Mine { Version::Theirs } else { Version::Mine };
    for side in [side, side, side, other, side, other] {
        let review = merge.review(school, today);
        if review.open() == 0 {
            return;
        }
        merge.decide_all(&review, None, side);
    }
}

/// A line of the file of decisions: a conflict as `--json` prints it, with what was decided.
#[derive(Deserialize)]
struct Answer {
    #[serde(flatten)]
    spot: Spot,
    decision: Decision,
}

fn decided(path: &str, world: &mut World) -> Result<Vec<Answer>, Stop> {
    let path = std::path::Path::new(path);
    let text =
        String::from_utf8(bytes(path, world)?).map_err(|_| Stop::Unreadable(name(path), "not UTF-8".to_owned()))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            serde_json::from_str(line).map_err(|error| Stop::Unreadable(name(path), format!("no decision: {error}")))
        })
        .collect()
}

fn tell(merge: &Merge, review: &Review, mine: &School, is_json: bool, world: &mut World) -> Result<(), Stop> {
    let theirs = merge.other_school(mine);
    let caption = |key: RecordKey| {
        let of = |school: &School| school.record(key).map(|record| record.caption(school));
        of(mine).or_else(|| of(&theirs)).unwrap_or_default()
    };
    for conflict in &review.conflicts {
        let (kind, rule) = nature(&conflict.nature);
        if is_json {
            let object = json!({
                "key": conflict.spot.key, "path": conflict.spot.path, "caption": caption(conflict.spot.key),
                "conflict": kind, "rule": rule, "base": conflict.base, "mine": conflict.mine,
                "theirs": conflict.theirs, "mineBy": conflict.mine_by, "theirsBy": conflict.theirs_by,
                "decision": conflict.decision, "open": conflict.is_open,
            });
            writeln!(world.errors, "{object}")?;
        } else {
            let open = if conflict.is_open { "open" } else { "decided" };
            let path = &conflict.spot.path;
            writeln!(
                world.errors,
                "{open} {kind}: {} {path}: {} | {}{rule}",
                caption(conflict.spot.key),
                side(conflict, Version::Mine),
                side(conflict, Version::Theirs)
            )?;
        }
    }
    if !is_json {
        let (changes, open) = (review.changes.len(), review.open());
        let since = (merge.mine_since, merge.theirs_since);
        writeln!(
            world.errors,
            "{changes} records change, {open} conflicts wait ({} acts here and {} there since they were one)",
            since.0, since.1
        )?;
    }
    Ok(())
}

fn nature(nature: &Nature) -> (&'static str, String) {
    match nature {
        Nature::Field => ("field", String::new()),
        Nature::Removal { by: Version::Mine } => ("removed-here", String::new()),
        Nature::Removal { by: Version::Theirs } => ("removed-there", String::new()),
        Nature::Rule(refusal) => ("rule", format!(" ({refusal})")),
    }
}

fn side(conflict: &Conflict, version: Version) -> String {
    let value = match version {
        Version::Mine => &conflict.mine,
        Version::Theirs => &conflict.theirs,
    };
    match value {
        None => "none".to_owned(),
        Some(Value::Object(_)) if conflict.spot.is_whole() => "kept".to_owned(),
        Some(value) => value.to_string(),
    }
}

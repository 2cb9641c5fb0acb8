//! `sferum-plan verify`.

use std::path::Path;

use serde_json::json;

use super::args::Args;
use super::source::{bytes, name};
use super::{Exit, Stop, World};
use crate::domain::RecordKind;
use crate::snapshot::seal::{Contents, Verdict, verify};
use crate::snapshot::sign::{Proof, check, public_key};

/// Tells what each file is.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let files = args.some_files()?;
    let expected = args.value("sha256");
    if expected.is_some() && files.len() > 1 {
        return Err(Stop::Usage("verify: --sha256 is for one file".to_owned()));
    }
    let signature = signature(args, files.len(), world)?;
    let mut worst = Exit::Ok;
    for path in files {
        let exit = match bytes(path, world) {
            Ok(bytes) => {
                let verdict = verify(&bytes, expected);
                let proof = signature.as_ref().map(|(text, key)| check(&bytes, text, key));
                tell(path, &verdict, proof.as_ref(), args.has("json"), world)?;
                let is_signed = proof.is_none_or(|proof| matches!(proof, Proof::Signed { .. }));
                exit_of(&verdict).max(if is_signed { Exit::Ok } else { Exit::Findings })
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

/// The text of the signature and the public key that it should be of.
fn signature(args: &Args, files: usize, world: &mut World) -> Result<Option<(String, String)>, Stop> {
    let (Some(signature), Some(key)) = (args.value("signature"), args.value("key")) else {
        if args.has("signature") || args.has("key") {
            return Err(Stop::Usage("verify: --signature goes with --key".to_owned()));
        }
        return Ok(None);
    };
    if files > 1 {
        return Err(Stop::Usage("verify: --signature is for one file".to_owned()));
    }
    let [signature, key] = [signature, key].map(|path| {
        let path = Path::new(path);
        String::from_utf8(bytes(path, world)?).map_err(|_| Stop::Unreadable(name(path), "not a text".to_owned()))
    });
    let key = public_key(&key?).ok_or_else(|| Stop::Unreadable("key".to_owned(), "no public key".to_owned()))?;
    Ok(Some((signature?, key)))
}

/// What a signature proves, in words.
fn said(proof: &Proof) -> String {
    match proof {
        Proof::Signed { words } => format!("signed ({})", words.replace('\t', " ")),
        Proof::OtherFile => "the signature is of another file".to_owned(),
        Proof::OtherKey => "the signature is of another key".to_owned(),
        Proof::NoSignature => "no signature, or a damaged one".to_owned(),
    }
}

fn tell(path: &Path, verdict: &Verdict, proof: Option<&Proof>, is_json: bool, world: &mut World) -> Result<(), Stop> {
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
        let object = match (object, proof) {
            (serde_json::Value::Object(mut fields), Some(proof)) => {
                fields.insert("signature".to_owned(), said(proof).into());
                serde_json::Value::Object(fields)
            }
            (object, _) => object,
        };
        writeln!(world.output, "{object}")?;
        return Ok(());
    }
    let after = if message.is_empty() { String::new() } else { format!(" ({message})") };
    let inside = contents.map(summary).unwrap_or_default();
    let signed = proof.map(|proof| format!("; {}", said(proof))).unwrap_or_default();
    writeln!(world.output, "{}: {called}{after}{inside}{signed}", name(path))?;
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

//! `sferum-plan audit`.

use chrono::NaiveDate;
use serde_json::json;

use super::args::Args;
use super::source::{look, name};
use super::verify::stopped;
use super::{Exit, Stop, World};
use crate::audit::{Finding, Severity, audit};
use crate::domain::{Author, Context, School};
use crate::plan::{Index, Plan};
use crate::regulation::in_force;
use crate::text::{self, Lang};

/// Tells in which points each plan is out of step with the regulation it is kept under.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let wrong = |text: &str| Stop::Usage(format!("audit: `{text}` is no day such as 2026-11-22"));
    let day = match args.value("day") {
        Some(text) => text.parse().map_err(|_| wrong(text))?,
        None => world.now.date_naive(),
    };
    let lang = if args.value("language") == Some("ru") { Lang::Ru } else { Lang::En };
    let least = match args.value("severity") {
        Some("error") => Severity::Error,
        Some("warning") => Severity::Warning,
        _ => Severity::Note,
    };
    let mut worst = Exit::Ok;
    for path in args.some_files()? {
        let opened = match look(path, world) {
            Ok(looked) => looked.opened,
            Err(stop) => {
                stopped(path, &stop, args.has("json"), world)?;
                worst = worst.max(stop.exit());
                continue;
            }
        };
        let school = &opened.school;
        let mut found = review(school, day, world);
        found.retain(|finding| finding.severity <= least);
        if !found.is_empty() {
            worst = worst.max(Exit::Findings);
        }
        for finding in &found {
            tell(&name(path), school, finding, lang, args.has("json"), world)?;
        }
        if !args.has("json") && found.is_empty() {
            writeln!(world.output, "{}: no findings", name(path))?;
        }
    }
    Ok(worst)
}

fn review(school: &School, day: NaiveDate, world: &World) -> Vec<Finding> {
    let (index, regulation) = (Index::of(school, day), in_force(school, day));
    let plan = Plan::of(school, &index, &regulation);
    let context = Context { now: world.now, today: day, author: Author::default() };
    audit(school, &index, &plan, &regulation, &context)
}

fn tell(
    file: &str,
    school: &School,
    finding: &Finding,
    lang: Lang,
    is_json: bool,
    world: &mut World,
) -> Result<(), Stop> {
    let sentence = text::audit::sentence(lang, school, finding);
    let (lint, severity) = (finding.lint.code(), finding.severity.code());
    let clause = finding.clause.to_string();
    if is_json {
        let object = json!({
            "file": file, "lint": lint, "severity": severity, "clause": clause, "message": sentence,
            "people": finding.people, "classes": finding.classes,
        });
        writeln!(world.output, "{object}")?;
    } else {
        writeln!(world.output, "{file}: {severity} {lint} ({clause}): {sentence}")?;
    }
    Ok(())
}

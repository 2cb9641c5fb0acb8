//! No command passes a shut gate, whatever it is: every kind of command, every deed of every screen.

use std::collections::BTreeSet;

use super::{Gate, Looking, ReadOnly};
use crate::clause;
use crate::domain::sample::Sample;
use crate::domain::{
    Act, Changes, ClauseId, Command, Context, Draft, Joined, Reason, Record, RecordKind, Refusal, School, Verb,
};

/// An act that must never be carried out.
#[derive(Debug)]
struct Mine;

impl Act for Mine {
    fn clause(&self) -> ClauseId {
        clause!("4.3")
    }

    fn verb(&self) -> Verb {
        Verb::Edit
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Person
    }

    fn subject(&self, _: &School) -> String {
        String::new()
    }

    fn write(&self, _: &mut Draft, _: &Context) -> Result<(), Refusal> {
        panic!("the gate let it pass")
    }
}

/// The name of a command's kind. The match has no rest: a new kind does not compile until it stands in [`commands`].
const fn kind(command: &Command) -> &'static str {
    match command {
        Command::Save(_) => "save",
        Command::SaveTogether(_) => "save together",
        Command::Remove(_) => "remove",
        Command::Act(_) => "act",
        Command::CreateClasses { .. } => "create classes",
        Command::AssignHomeroom { .. } => "assign homeroom",
        Command::ImportRoster { .. } => "import",
        Command::OpenSnapshot { .. } => "open snapshot",
        Command::MergePlan { .. } => "merge",
        Command::OpenDemo { .. } => "demo",
    }
}

/// A command of every kind, and a save and a removal of every record of the sample.
fn commands(s: &mut Sample) -> Vec<Command> {
    let school = s.workspace.school().clone();
    let records: Vec<Record> = school.records().collect();
    let from = crate::domain::sample::day(12);
    let mut commands: Vec<Command> = records.iter().cloned().map(Command::Save).collect();
    commands.extend(records.iter().map(|record| Command::Remove(record.key())));
    commands.extend([
        Command::SaveTogether(records.clone()),
        Command::from(Mine),
        Command::CreateClasses { year: s.year, classes: Vec::new() },
        Command::AssignHomeroom { id: s.ids.fresh(), class: s.class_7b, teacher: s.baranov, from, order: None },
        Command::ImportRoster { source: "список.csv".into(), records },
        Command::OpenSnapshot {
            source: "план.json".into(),
            school: Box::new(school.clone()),
            joined: Joined::default(),
        },
        Command::MergePlan { source: "план.json".into(), changes: Changes::default(), joined: Joined::default() },
        Command::OpenDemo { school: Box::new(school) },
    ]);
    commands
}

#[track_caller]
fn check(gate: Gate, reason: &Reason) {
    let mut sample = Sample::new();
    let commands = commands(&mut sample);
    let kinds: BTreeSet<&str> = commands.iter().map(kind).collect();
    assert_eq!(kinds.len(), 10, "every kind of command is tried");
    for command in &commands {
        let refusal = gate.refusal(sample.workspace.school(), command);
        assert_eq!(refusal.map(|refusal| refusal.reason).as_ref(), Some(reason), "{}", kind(command));
    }
    assert_eq!(gate.shut().as_ref(), Some(reason), "undo and redo ask this");
}

#[test]
fn no_command_passes_a_preview() {
    let looking = Some(Looking::AsSomebody);
    check(Gate { looking, ..Gate::default() }, &Reason::OnlyPreviewed);
    check(Gate { looking, read_only: Some(ReadOnly::OtherTab), is_growth_held: true }, &Reason::OnlyPreviewed);
}

#[test]
fn no_command_passes_while_another_day_is_looked_at() {
    check(Gate { looking: Some(Looking::AtDay), ..Gate::default() }, &Reason::OnlyThatDay);
}

#[test]
fn no_command_passes_a_published_edition() {
    check(Gate { looking: Some(Looking::AtPublished), ..Gate::default() }, &Reason::OnlyPublished);
}

#[test]
fn no_command_passes_where_another_tab_writes() {
    for why in [ReadOnly::OtherTab, ReadOnly::Newer] {
        check(Gate { read_only: Some(why), ..Gate::default() }, &Reason::ReadOnly);
    }
}

#[test]
fn an_open_gate_stands_against_nothing() {
    let mut sample = Sample::new();
    for command in commands(&mut sample) {
        assert_eq!(Gate::default().refusal(sample.workspace.school(), &command), None, "{}", kind(&command));
    }
    assert_eq!(Gate::default().shut(), None);
}

#[test]
fn a_full_storage_stops_what_grows_alone() {
    let mut sample = Sample::new();
    let gate = Gate { is_growth_held: true, ..Gate::default() };
    for command in commands(&mut sample) {
        let is_stopped = gate.refusal(sample.workspace.school(), &command).is_some();
        assert_eq!(is_stopped, !matches!(command, Command::Save(_) | Command::Remove(_)), "{}", kind(&command));
    }
}

/// Acts reach the plan through the session alone: no other file of the page calls what changes a workspace.
#[test]
fn nothing_but_the_session_and_the_keeper_changes_the_plan() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/ui");
    let mut folders = vec![std::path::PathBuf::from(root)];
    let mut found = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let calls = ["workspace.dispatch(", "workspace.undo", "workspace.redo(", "session.replace(", ".adopt("];
            // `undoable` and `redoable` only look.
            let text = text.replace("workspace.undoable()", "");
            if calls.iter().any(|call| text.contains(call)) {
                found.insert(path.strip_prefix(root).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    let expected = ["desk.rs", "keeper.rs", "keeper/tab.rs", "session.rs"];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

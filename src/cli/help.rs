//! `sferum-plan help`: a page as `man` lays it out, made of the table of commands.

use std::ffi::OsString;
use std::fmt::Write as _;

use super::args::{COMMANDS, Command, Opt, command};
use super::{Exit, Stop, World};

const WIDTH: usize = 92;

const DESCRIPTION: &str = "Works on the files that the planner exports, without a browser and without changing what it reads. \
    FILE may be `-` for standard input and may be packed by gzip. Files are read one after another, so that hundreds take \
    the memory of one. Nothing is written over unless --force is given.";

const EXIT_CODES: [(&str, &str); 5] = [
    ("0", "Done; nothing differs, nothing is altered."),
    ("1", "Done; a plan differs or has findings, a file is altered, a conflict waits, or a row was not taken."),
    ("2", "The command line is not understood; nothing was read."),
    ("3", "A file is damaged, not a plan of the planner, or of a newer one."),
    ("4", "A file cannot be opened or written. Of several files, the highest code counts."),
];

const EXAMPLES: [(&str, &str); 7] = [
    ("sferum-plan verify --json archive/*.json", "What is in the archive, a line a file."),
    ("sferum-plan verify --sha256 3f1c… plan.json", "Whether a file is the one on the cover sheet."),
    ("sferum-plan diff --summary 2026.json 2027.json", "How many records differ."),
    ("sferum-plan merge --prefer mine -o both.json mine.json theirs.json", "Both plans in one."),
    ("sferum-plan audit --severity error *.json", "What is wrong by the regulation."),
    ("sferum-plan redact -p support --key key.json -o bundle.json plan.json", "A file for support, its key apart."),
    ("sferum-plan convert staff.xlsx students.csv -o plan.json.gz", "A plan of lists."),
];

/// The page of the program or of a command.
pub fn show(rest: &[OsString], world: &mut World) -> Result<Exit, Stop> {
    match rest {
        [] => {
            write!(world.output, "{}", program())?;
            Ok(Exit::Ok)
        }
        [name] => {
            let name = name.to_string_lossy();
            of(command(&name).ok_or_else(|| Stop::Usage(format!("no command `{name}`")))?, world)
        }
        _ => Err(Stop::Usage("help takes one command".to_owned())),
    }
}

/// The page of a command.
pub fn of(command: &Command, world: &mut World) -> Result<Exit, Stop> {
    let mut out = String::new();
    section(&mut out, "NAME", &format!("sferum-plan {} - {}", command.name, lower(command.about)));
    section(&mut out, "SYNOPSIS", &format!("sferum-plan {} {}", command.name, command.synopsis));
    section(&mut out, "DESCRIPTION", command.details);
    out.push_str("OPTIONS\n");
    for option in command.options {
        item(&mut out, &spelled(option), &described(option));
    }
    item(&mut out, "-h, --help", "Shows this page.");
    out.push_str("\nSEE ALSO\n    sferum-plan help, for the exit codes.\n");
    write!(world.output, "{out}")?;
    Ok(Exit::Ok)
}

fn program() -> String {
    let mut out = String::new();
    section(&mut out, "NAME", "sferum-plan - reads, compares and makes exported plans of the planner");
    section(&mut out, "SYNOPSIS", "sferum-plan COMMAND [OPTION]… FILE…");
    section(&mut out, "DESCRIPTION", DESCRIPTION);
    out.push_str("COMMANDS\n");
    for command in COMMANDS {
        item(&mut out, &format!("{} {}", command.name, command.synopsis), command.about);
    }
    item(&mut out, "help [COMMAND]", "Shows this page, or the page of a command.");
    item(&mut out, "completions bash|zsh|fish", "Writes completions for a shell.");
    item(&mut out, "--version", "Writes the version of the program and of the newest schema it reads.");
    out.push_str("\nEXIT CODES\n");
    for (code, about) in EXIT_CODES {
        item(&mut out, code, about);
    }
    out.push_str("\nEXAMPLES\n");
    for (line, about) in EXAMPLES {
        item(&mut out, line, about);
    }
    out
}

fn spelled(option: &Opt) -> String {
    let short = option.short.map(|short| format!("-{short}, ")).unwrap_or_default();
    let value = option.value.map(|value| format!(" {value}")).unwrap_or_default();
    format!("{short}--{}{value}", option.long)
}

fn described(option: &Opt) -> String {
    if option.choices.is_empty() {
        return option.about.to_owned();
    }
    format!("{} One of {}.", option.about, option.choices.join(", "))
}

fn lower(sentence: &str) -> String {
    let mut chars = sentence.trim_end_matches('.').chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn section(out: &mut String, title: &str, text: &str) {
    let _ = writeln!(out, "{title}");
    wrapped(out, 4, text);
    out.push('\n');
}

fn item(out: &mut String, term: &str, text: &str) {
    let _ = writeln!(out, "    {term}");
    wrapped(out, 8, text);
}

fn wrapped(out: &mut String, indent: usize, text: &str) {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && indent + line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(out, "{:indent$}{line}", "");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(out, "{:indent$}{line}", "");
}

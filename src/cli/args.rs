//! What each command takes, in one table: the parser, the help and the completions read it.

use std::ffi::OsString;
use std::path::PathBuf;

use super::{Exit, Stop, World};

/// A command.
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What stands after the name in the synopsis.
    pub synopsis: &'static str,
    /// One line for the list of commands.
    pub about: &'static str,
    /// The description in its own help.
    pub details: &'static str,
    /// Its options, `--help` aside.
    pub options: &'static [Opt],
    /// What it does.
    pub run: fn(&Args, &mut World) -> Result<Exit, Stop>,
}

/// An option of a command.
pub struct Opt {
    /// Its long name without dashes.
    pub long: &'static str,
    /// Its short name.
    pub short: Option<char>,
    /// What its value is called; none for a switch.
    pub value: Option<&'static str>,
    /// The values it takes, where they are few.
    pub choices: &'static [&'static str],
    /// What it does.
    pub about: &'static str,
}

const fn switch(long: &'static str, about: &'static str) -> Opt {
    Opt { long, short: None, value: None, choices: &[], about }
}

const fn valued(long: &'static str, value: &'static str, about: &'static str) -> Opt {
    Opt { long, short: None, value: Some(value), choices: &[], about }
}

const JSON: Opt = switch("json", "Writes JSON, one object a line, in place of sentences.");
const OUTPUT: Opt = Opt {
    long: "output",
    short: Some('o'),
    value: Some("FILE"),
    choices: &[],
    about: "Writes there in place of standard output; a name that ends in .gz is packed.",
};
const FORCE: Opt = switch("force", "Writes over a file that is there.");
const SEED: Opt =
    valued("seed", "TEXT", "Makes identities of this text in place of chance: the same input gives the same bytes.");
const AT: Opt = valued("at", "TIME", "The moment to write down, as 2026-11-22T08:00:00Z; now, where it is not given.");

/// Every command, in the order of the help.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "verify",
        synopsis: "[--json] [--sha256 HEX] [--signature FILE --key FILE] FILE…",
        about: "Tells whether files are intact, altered, not ours, unreadable or newer.",
        details: "Reads each file and says what it is and what is in it. The digest inside a file proves that nothing was \
                  changed by accident; with --sha256, the digest on the cover sheet or in the register proves that nobody \
                  made the digest anew. It takes the SHA-256 of the whole file or the one in its last line. With --signature and \
                  --key, whether the holder of that key signed exactly this file; minisign's own tools check the same.",
        options: &[
            JSON,
            valued("sha256", "HEX", "The SHA-256 that was written down; for one file."),
            valued("signature", "FILE", "The signature that lies beside the file; for one file."),
            valued("key", "FILE", "The public key of who should have signed."),
        ],
        run: super::verify::run,
    },
    Command {
        name: "diff",
        synopsis: "[--json] [--summary] BEFORE AFTER",
        about: "Tells what differs between two plans, record by record and field by field.",
        details: "Ends with 1 where the plans differ. Altered files are compared all the same, with a warning.",
        options: &[JSON, switch("summary", "Counts only.")],
        run: super::diff::run,
    },
    Command {
        name: "merge",
        synopsis: "[--prefer mine|theirs] [--decisions FILE] [-o FILE] MINE THEIRS",
        about: "Merges what another plan changed since both were one.",
        details: "Different fields merge by themselves. What both changed differently, a removal against an edit, and what \
                  breaks a rule only together is a conflict, told on standard error; while one is open nothing is written \
                  and the exit code is 1. --prefer decides all of them for one side; --decisions takes the lines that --json \
                  prints, each with a decision: \"mine\", \"theirs\" or {\"edited\": VALUE}. The plan of another school is \
                  never merged. The result is one act that can be undone, and stands on both files.",
        options: &[
            Opt {
                long: "prefer",
                short: None,
                value: Some("SIDE"),
                choices: &["mine", "theirs"],
                about: "Decides every conflict for that side.",
            },
            valued("decisions", "FILE", "What was decided, a line of JSON a conflict."),
            switch(
                "union",
                "Where no common ancestor is left: the records of both, a conflict for every field that differs.",
            ),
            switch("dry-run", "Tells the conflicts and writes nothing."),
            valued("author", "NAME", "Who is written down as the author."),
            valued("note", "TEXT", "What is written down about the result."),
            OUTPUT,
            FORCE,
            SEED,
            AT,
            JSON,
        ],
        run: super::merge::run,
    },
    Command {
        name: "audit",
        synopsis: "[--day DAY] [--severity LEAST] [--json] FILE…",
        about: "Tells in which points plans are out of step with their regulation.",
        details: "The planner's own review, under the edition that is in force on the day. Ends with 1 where there are findings.",
        options: &[
            valued("day", "DAY", "The day to look at, as 2026-11-22; today, where it is not given."),
            Opt {
                long: "severity",
                short: None,
                value: Some("LEAST"),
                choices: &["error", "warning", "note"],
                about: "Only findings as grave as that, or graver.",
            },
            Opt {
                long: "language",
                short: None,
                value: Some("CODE"),
                choices: &["en", "ru"],
                about: "The language of the findings.",
            },
            JSON,
        ],
        run: super::audit::run,
    },
    Command {
        name: "migrate",
        synopsis: "[-o FILE] [--force] FILE",
        about: "Writes a plan of any older schema in today's.",
        details: "A file of today's schema comes out as it went in. An altered file is refused: it would come out with a \
                  digest that fits.",
        options: &[OUTPUT, FORCE],
        run: super::migrate::run,
    },
    Command {
        name: "redact",
        synopsis: "--purpose PURPOSE [--class LABEL] [--key FILE] [-o FILE] FILE",
        about: "Writes an export that holds less, and tells what leaves with it.",
        details: "What leaves and what stays is told on standard error before anything is written. class-pack: one class for \
                  its class teacher. statistics: figures without names, in a format of their own. staff: structure, posts and \
                  roles of the staff. support: everything with pseudonyms; --key takes the file that leads back, which stays \
                  in the school. The journal, unknown fields and the identity of the plan never leave.",
        options: &[
            Opt {
                long: "purpose",
                short: Some('p'),
                value: Some("PURPOSE"),
                choices: &["class-pack", "statistics", "staff", "support"],
                about: "What the export is for.",
            },
            valued("class", "LABEL", "The class of a class pack, as the school writes it."),
            valued("key", "FILE", "Where the key of a support bundle goes; without it there is no way back."),
            switch("dry-run", "Tells what would leave and writes nothing."),
            OUTPUT,
            FORCE,
            SEED,
            AT,
            JSON,
        ],
        run: super::redact::run,
    },
    Command {
        name: "convert",
        synopsis: "[--into PLAN] [--year YEAR] [-o FILE] FILE…",
        about: "Makes a plan of lists: CSV, XLSX, OneRoster.",
        details: "Reads the lists as the planner's import does, all together, and writes the plan that they make; with --into, \
                  the plan that they change. What there is to tell about rows is told on standard error; rows that were not \
                  taken make the exit code 1.",
        options: &[
            valued("into", "PLAN", "The plan to add to; without it the plan begins empty."),
            valued("year", "YEAR", "The first calendar year of the school year; else the one of the day."),
            valued("organisation", "NAME", "Short name of the organisation, for a plan that begins empty."),
            valued("author", "NAME", "Who is written down as the author."),
            OUTPUT,
            FORCE,
            SEED,
            AT,
            JSON,
        ],
        run: super::convert::run,
    },
    Command {
        name: "stat",
        synopsis: "[--json] FILE…",
        about: "Counts what is in plans.",
        details: "One line a file, or an object with --json: organisation, day, revision, and how many records of each kind.",
        options: &[JSON],
        run: super::stat::run,
    },
];

/// The command of a name.
pub fn command(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

/// A command line that was understood.
#[derive(Debug, Default)]
pub struct Args {
    options: Vec<(&'static str, Option<String>)>,
    /// The files, in order.
    pub files: Vec<PathBuf>,
}

impl Args {
    /// Reads the arguments of a command: `--name value`, `--name=value`, `-o value`, `-ovalue`, files, `--`.
    pub fn parse(command: &'static Command, arguments: Vec<OsString>) -> Result<Self, Stop> {
        let usage = |text: String| Stop::Usage(format!("{}: {text}", command.name));
        let mut args = Self::default();
        let mut rest = arguments.into_iter();
        let mut is_file = false;
        while let Some(argument) = rest.next() {
            let text = argument.to_str().unwrap_or_default().to_owned();
            if is_file || text == "-" || !text.starts_with('-') {
                args.files.push(argument.into());
                continue;
            }
            if text == "--" {
                is_file = true;
                continue;
            }
            if text == "--help" || text == "-h" {
                args.options.push(("help", None));
                continue;
            }
            let (found, attached) = if let Some(long) = text.strip_prefix("--") {
                let (name, value) = long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)));
                (command.options.iter().find(|opt| opt.long == name), value)
            } else {
                let mut chars = text.chars();
                chars.next();
                let short = chars.next();
                let value = Some(chars.as_str()).filter(|value| !value.is_empty());
                (command.options.iter().find(|opt| opt.short.is_some() && opt.short == short), value)
            };
            let Some(option) = found else { return Err(usage(format!("no option `{text}`"))) };
            let value = match (option.value, attached) {
                (None, None) => None,
                (None, Some(_)) => return Err(usage(format!("--{} takes no value", option.long))),
                (Some(_), Some(value)) => Some(value.to_owned()),
                (Some(name), None) => {
                    let next = rest.next().and_then(|text| text.into_string().ok());
                    Some(next.ok_or_else(|| usage(format!("--{} needs a {name}", option.long)))?)
                }
            };
            if args.has(option.long) {
                return Err(usage(format!("--{} stands twice", option.long)));
            }
            if let Some(value) = value.as_deref().filter(|_| !option.choices.is_empty())
                && !option.choices.contains(&value)
            {
                return Err(usage(format!("--{} is one of {}", option.long, option.choices.join(", "))));
            }
            args.options.push((option.long, value));
        }
        Ok(args)
    }

    /// Whether an option stands there.
    pub fn has(&self, name: &str) -> bool {
        self.options.iter().any(|(other, _)| *other == name)
    }

    /// The value of an option.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(other, _)| *other == name).and_then(|(_, value)| value.as_deref())
    }

    /// The files, at least one.
    pub fn some_files(&self) -> Result<&[PathBuf], Stop> {
        if self.files.is_empty() {
            Err(Stop::Usage("no file; `-` is standard input".to_owned()))
        } else {
            Ok(&self.files)
        }
    }

    /// The only file.
    pub fn one_file(&self) -> Result<&PathBuf, Stop> {
        match self.files.as_slice() {
            [file] => Ok(file),
            _ => Err(Stop::Usage("one file is needed; `-` is standard input".to_owned())),
        }
    }
}

//! The command line over exported plans: `sferum-plan verify`, `diff`, `merge`, `audit`,
//! `migrate`, `redact`, `convert`, `stat`.
//!
//! A second door to the same core, not a second implementation: every command reads through `snapshot::read`, lists come
//! in through `roster::propose`. Sentences are English, for scripts and logs. Files are read one after another, so that
//! hundreds cost the memory of one. Nothing is written over: `-o` refuses a file that is there, unless told otherwise.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use chrono::{DateTime, Utc};

mod args;
mod audit;
mod completions;
mod convert;
mod diff;
mod help;
mod merge;
mod migrate;
mod put;
mod redact;
mod source;
mod stat;
mod verify;

/// How a command ended; the number is the exit code of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done, nothing to tell.
    Ok = 0,
    /// Done, and something differs: an altered file, a difference, a row that was not taken.
    Findings = 1,
    /// The command line is not understood; nothing was read.
    Usage = 2,
    /// A file is no plan that can be read: damaged, not ours, newer.
    Unreadable = 3,
    /// A file cannot be opened or written.
    Io = 4,
}

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// The command line is not understood.
    #[error("{0}")]
    Usage(String),
    /// A file is no plan that can be read.
    #[error("{0}: {1}")]
    Unreadable(String, String),
    /// A file cannot be opened or written.
    #[error("{0}: {1}")]
    Io(String, io::Error),
    /// Whoever read the output stopped listening.
    #[error("output: {0}")]
    Output(#[from] io::Error),
}

impl Stop {
    /// The exit code.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) => Exit::Usage,
            Self::Unreadable(..) => Exit::Unreadable,
            // `sferum-plan … | head` is no failure.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Ok,
            Self::Io(..) | Self::Output(_) => Exit::Io,
        }
    }
}

/// The world outside, as a command sees it.
pub struct World<'a> {
    /// Standard input, for the file `-`.
    pub input: &'a mut dyn Read,
    /// Results.
    pub output: &'a mut dyn Write,
    /// What a person should know besides.
    pub errors: &'a mut dyn Write,
    /// The moment.
    pub now: DateTime<Utc>,
    /// Fresh random bits.
    pub random: [u8; 32],
}

/// Runs the program.
pub fn main() -> ExitCode {
    let (mut input, mut output) = (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
    let mut errors = io::stderr().lock();
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    let mut world = World { input: &mut input, output: &mut output, errors: &mut errors, now, random: random() };
    let exit = run(arguments, &mut world);
    let exit = match output.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Io,
        _ => exit,
    };
    ExitCode::from(exit as u8)
}

/// Runs a command line without the name of the program.
pub fn run(arguments: Vec<OsString>, world: &mut World) -> Exit {
    match dispatch(arguments, world) {
        Ok(exit) => exit,
        Err(stop) => {
            let exit = stop.exit();
            if exit != Exit::Ok {
                // Nobody is left to hear of a failure to tell a failure.
                let _ = writeln!(world.errors, "sferum-plan: {stop}");
            }
            if exit == Exit::Usage {
                let _ = writeln!(world.errors, "Try `sferum-plan help`.");
            }
            exit
        }
    }
}

fn dispatch(arguments: Vec<OsString>, world: &mut World) -> Result<Exit, Stop> {
    let mut arguments = arguments.into_iter();
    let command = arguments.next().map(|text| text.to_string_lossy().into_owned()).unwrap_or_default();
    let rest: Vec<OsString> = arguments.collect();
    match command.as_str() {
        "help" | "--help" | "-h" => help::show(&rest, world),
        "--version" | "-V" | "version" => {
            writeln!(world.output, "sferum-plan {} (schema {})", crate::snapshot::APP, crate::snapshot::SCHEMA)?;
            Ok(Exit::Ok)
        }
        "completions" => completions::show(&rest, world),
        "" => Err(Stop::Usage("no command".to_owned())),
        name => {
            let command = args::command(name).ok_or_else(|| Stop::Usage(format!("no command `{name}`")))?;
            let args = args::Args::parse(command, rest)?;
            if args.has("help") {
                return help::of(command, world);
            }
            (command.run)(&args, world)
        }
    }
}

/// Random bits of the system; where it has no file for them, those with which it seeds hash tables.
fn random() -> [u8; 32] {
    use std::hash::{BuildHasher as _, Hasher as _};
    let mut out = [0; 32];
    let is_read = std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut out)).is_ok();
    if !is_read {
        for (at, chunk) in out.chunks_mut(8).enumerate() {
            let mut hasher = std::collections::hash_map::RandomState::new().build_hasher();
            hasher.write_usize(at);
            chunk.copy_from_slice(&hasher.finish().to_le_bytes());
        }
    }
    out
}

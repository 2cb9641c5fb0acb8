//! `sferum-plan migrate`.

use super::args::Args;
use super::source::{name, trusted};
use super::{Exit, Stop, World, put};
use crate::snapshot::{SCHEMA, write_verified};

/// Writes a plan in today's schema.
pub fn run(args: &Args, world: &mut World) -> Result<Exit, Stop> {
    let path = args.one_file()?;
    put::check(args, &["output"])?;
    let opened = trusted(path, world)?;
    let bytes = write_verified(&opened.snapshot).map_err(|error| Stop::Unreadable(name(path), error.to_string()))?;
    put::result(&bytes, args, world)?;
    writeln!(world.errors, "{}: schema {} -> {SCHEMA}", name(path), opened.schema)?;
    Ok(Exit::Ok)
}

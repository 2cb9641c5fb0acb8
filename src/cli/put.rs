//! Where results go: standard output, or a file that is whole or not there.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::Args;
use super::{Stop, World};
use crate::snapshot::gzip::gzip;

/// Writes the result of a command to where `-o` says.
pub fn result(bytes: &[u8], args: &Args, world: &mut World) -> Result<(), Stop> {
    match args.value("output") {
        None | Some("-") => Ok(world.output.write_all(bytes)?),
        Some(path) => file(Path::new(path), bytes, args.has("force")),
    }
}

/// Tells before the work that a file could not be written after it.
pub fn check(args: &Args, names: &[&str]) -> Result<(), Stop> {
    for path in names.iter().filter_map(|name| args.value(name)).filter(|path| *path != "-") {
        if !args.has("force") && Path::new(path).exists() {
            return Err(Stop::Io(path.to_owned(), io::ErrorKind::AlreadyExists.into()));
        }
    }
    Ok(())
}

/// Writes a file beside its place and moves it there, so that a full disk leaves no half a plan.
pub fn file(path: &Path, bytes: &[u8], overwrites: bool) -> Result<(), Stop> {
    let stop = |error| Stop::Io(path.display().to_string(), error);
    if !overwrites && path.exists() {
        return Err(stop(io::ErrorKind::AlreadyExists.into()));
    }
    let is_packed = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gz"));
    let packed;
    let bytes = if is_packed {
        packed = gzip(bytes);
        &packed
    } else {
        bytes
    };
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    let part: PathBuf = path.with_file_name(name);
    let written = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&part, path));
    written.map_err(|error| {
        // What is left of the attempt is of no use; a failure to remove it changes nothing.
        let _ = fs::remove_file(&part);
        stop(error)
    })
}

//! Where bytes come from: a file, a packed file, standard input; never more than the limit.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{Stop, World};
use crate::snapshot::gzip::{gunzip, is_gzip};
use crate::snapshot::lock::is_locked;
use crate::snapshot::{LIMIT, Opened, Unreadable, read};

/// The name of a file for people.
pub fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Reads a file or standard input, unpacked; one byte over the limit at most, so that the core says the rest.
pub fn bytes(path: &Path, world: &mut World) -> Result<Vec<u8>, Stop> {
    let mut out = Vec::new();
    let most = LIMIT as u64 + 1;
    if path.as_os_str() == "-" {
        (&mut *world.input).take(most).read_to_end(&mut out)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut out))
    }
    .map_err(|error| Stop::Io(name(path), error))?;
    if is_locked(&out) {
        let says = "locked with a passphrase: `age --decrypt` opens it".to_owned();
        return Err(Stop::Unreadable(name(path), says));
    }
    if is_gzip(&out) {
        return gunzip(&out, LIMIT).map_err(|error| Stop::Unreadable(name(path), error.to_string()));
    }
    Ok(out)
}

/// How a file reads that is to be looked at.
pub struct Looked {
    /// The file.
    pub opened: Opened,
    /// Whether it was altered after it was written.
    pub is_altered: bool,
}

/// Reads a plan to look at it: an altered one too, with a warning.
pub fn look(path: &Path, world: &mut World) -> Result<Looked, Stop> {
    match read(&bytes(path, world)?) {
        Ok(opened) => Ok(Looked { opened, is_altered: false }),
        Err(Unreadable::Dangling(opened)) => {
            writeln!(world.errors, "{}: {} links lead nowhere", name(path), opened.dangling.len())?;
            Ok(Looked { opened: *opened, is_altered: false })
        }
        Err(Unreadable::Altered(opened)) => {
            writeln!(world.errors, "{}: altered after it was written", name(path))?;
            Ok(Looked { opened: *opened, is_altered: true })
        }
        Err(error) => Err(Stop::Unreadable(name(path), error.to_string())),
    }
}

/// Reads a plan to make another file of it: it must be what was written.
pub fn trusted(path: &Path, world: &mut World) -> Result<Opened, Stop> {
    let looked = look(path, world)?;
    if looked.is_altered {
        let says = "it would come out with a digest that fits; nothing was written".to_owned();
        return Err(Stop::Unreadable(name(path), says));
    }
    Ok(looked.opened)
}

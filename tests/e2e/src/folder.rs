//! Places on disk: a temporary folder that removes itself, and the folders of the project.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use crate::Failure;

/// A temporary folder, removed with its contents when dropped.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Makes an empty folder.
    pub fn new() -> Result<Self, Failure> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        // Of one width, so that no path begins another: a browser is known, and killed, by its path.
        let path = env::temp_dir().join(format!("sferum-e2e-{}-{number:06}", process::id()));
        fs::create_dir_all(&path).map_err(|source| Failure::File { path: path.clone(), source })?;
        Ok(Self { path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Gives the project's top folder.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_owned()
}

/// Gives the folder where the set-up keeps the tools, as `scripts/setup.sh` chooses it.
pub fn tools() -> PathBuf {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = || set("XDG_CACHE_HOME").unwrap_or_else(|| set("HOME").unwrap_or_default().join(".cache"));
    set("SFERUM_TOOLS").unwrap_or_else(|| cache().join("sferum-planner"))
}

/// Gives the full path of a file under `tests/fixtures/`.
pub fn fixture(name: &str) -> PathBuf {
    project().join("tests/fixtures").join(name)
}

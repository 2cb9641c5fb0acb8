//! Why a browser test stopped.

use std::path::PathBuf;

use thirtyfour::error::WebDriverError;

/// What a browser test returns.
pub type Outcome = Result<(), Failure>;

/// Why a browser test stopped.
#[derive(thiserror::Error)]
pub enum Failure {
    /// A program the tests need is not on this machine.
    #[error("{program} is missing: run 'make e2e', which installs it")]
    Missing {
        /// Its name or path.
        program: String,
    },
    /// A program started, but did not say what was expected of it.
    #[error("{program} did not start\n{said}")]
    NotStarted {
        /// Its name.
        program: String,
        /// What it wrote before it ended.
        said: String,
    },
    /// The state waited for did not come.
    #[error("waited {seconds} s in vain: {what}\nlast seen: {seen}")]
    TimedOut {
        /// What was waited for.
        what: String,
        /// How long.
        seconds: u64,
        /// The state at the end.
        seen: String,
    },
    /// The page did what it must never do.
    #[error("{}", .0.join("\n"))]
    Misbehaved(Vec<String>),
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// An answer had another shape than expected.
    #[error("unexpected answer: {0}")]
    Answer(String),
    /// The driver refused.
    #[error("driver: {0}")]
    Driver(#[from] WebDriverError),
    /// A connection or a process failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// An answer is not the JSON it should be.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

// A failed test prints its error with `Debug`: make that readable.
impl std::fmt::Debug for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

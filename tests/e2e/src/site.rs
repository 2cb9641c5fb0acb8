//! The release build behind the project's own server.

use std::process::Command;

use crate::{
    Failure, Response,
    folder::project,
    http,
    process::{Program, find_program},
};

/// A running server of `dist/`; stops when dropped.
#[derive(Debug)]
pub struct Site {
    program: Program,
}

impl Site {
    /// Serves the release build on a free port.
    pub fn start() -> Result<Self, Failure> {
        Self::run(&[])
    }

    /// Serves a folder made of the release build, such as one with a file beside it.
    pub fn of(folder: &std::path::Path) -> Result<Self, Failure> {
        Self::run(&["--dir", &folder.to_string_lossy()])
    }

    /// Serves the release build with another content security policy.
    pub fn with_policy(policy: &str) -> Result<Self, Failure> {
        Self::run(&["--csp", policy])
    }

    fn run(more: &[&str]) -> Result<Self, Failure> {
        let program = Program::start(
            Command::new(find_program(&["node"])?)
                .arg("scripts/serve.mjs")
                .args(["--port", "0"])
                .args(more)
                .current_dir(project()),
            |line| line.rsplit_once(':')?.1.trim_end_matches('/').parse().ok(),
        )?;
        Ok(Self { program })
    }

    /// Gives the origin, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.program.port)
    }

    /// Asks for a path over a plain socket.
    pub fn get(&self, path: &str) -> Result<Response, Failure> {
        http::get(self.program.port, path)
    }
}

//! The release build behind the project's own server.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Failure, Response,
    folder::project,
    http,
    process::{Program, find_program},
};

/// A host name that Chromium takes to this machine; unlike an address of this machine it is no secure context.
pub(crate) const FOREIGN_HOST: &str = "planner.example";

/// A running server of the release build; stops when dropped.
#[derive(Debug)]
pub struct Site {
    // None while the server is down.
    program: Option<Program>,
    port: u16,
    folder: PathBuf,
    /// The path of the planner on its host, with a slash at both ends.
    base: String,
    host: &'static str,
}

impl Site {
    /// Serves the release build on a free port.
    pub fn start() -> Result<Self, Failure> {
        Self::of(&project().join("dist"))
    }

    /// Serves a folder made of the release build, such as one with a file beside it.
    pub fn of(folder: &Path) -> Result<Self, Failure> {
        Self::run(folder, &[])
    }

    /// Serves the release build with another content security policy.
    pub fn with_policy(policy: &str) -> Result<Self, Failure> {
        Self::run(&project().join("dist"), &["--csp", policy])
    }

    /// A server of somebody else that listens on a port of this machine.
    pub fn at_port(port: u16) -> Self {
        Self { program: None, port, folder: PathBuf::new(), base: "/".to_owned(), host: "127.0.0.1" }
    }

    /// The same server, with the planner in a folder of it.
    #[must_use]
    pub fn under(self, base: &str) -> Self {
        Self { base: base.to_owned(), ..self }
    }

    /// The same server under a host name, where browsers do not take plain HTTP for safe.
    #[must_use]
    pub fn by_name(self) -> Self {
        Self { host: FOREIGN_HOST, ..self }
    }

    /// Stops the server; the address stays what it is.
    pub fn stop(&mut self) {
        self.program = None;
    }

    /// Starts the server again at the same address.
    pub fn resume(&mut self) -> Result<(), Failure> {
        self.program = Some(Self::program(&self.folder, self.port, &[])?);
        Ok(())
    }

    fn run(folder: &Path, more: &[&str]) -> Result<Self, Failure> {
        let program = Self::program(folder, 0, more)?;
        let port = program.port;
        Ok(Self { program: Some(program), port, folder: folder.to_owned(), base: "/".to_owned(), host: "127.0.0.1" })
    }

    fn program(folder: &Path, port: u16, more: &[&str]) -> Result<Program, Failure> {
        Program::start(
            Command::new(find_program(&["node"])?)
                .arg("scripts/serve.mjs")
                // Packing megabytes for a browser on the same machine is the slowest part of a test.
                .args(["--plain", "--port", &port.to_string()])
                .arg("--dir")
                .arg(folder)
                .args(more)
                .current_dir(project()),
            |line| line.rsplit_once(':')?.1.trim_end_matches('/').parse().ok(),
        )
    }

    /// Gives the origin, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}:{}", self.host, self.port)
    }

    /// Gives the address of the planner, with a slash at the end.
    pub fn home(&self) -> String {
        format!("{}{}", self.origin(), self.base)
    }

    /// Asks for a path over a plain socket.
    pub fn get(&self, path: &str) -> Result<Response, Failure> {
        http::get(self.port, path)
    }
}

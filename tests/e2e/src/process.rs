//! Programs the tests start, and how they end: by their own id, never by a name.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};

use crate::Failure;

/// A program that is killed when dropped.
#[derive(Debug)]
pub(crate) struct Program {
    child: Child,
    /// The port it listens on.
    pub(crate) port: u16,
}

impl Program {
    /// Starts a server and reads its port from the first line of output that `port` understands.
    pub(crate) fn start(command: &mut Command, port: fn(&str) -> Option<u16>) -> Result<Self, Failure> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|_| Failure::Missing { program: program.clone() })?;
        let mut said = Vec::new();
        let mut lines = child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines());
        let found =
            lines.by_ref().map_while(Result::ok).inspect(|line| said.push(line.clone())).find_map(|line| port(&line));
        let Some(port) = found else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(Failure::NotStarted { program, said: said.join("\n") });
        };
        // Keeps reading, so that the program never waits for a full pipe.
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Ok(Self { child, port })
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Finds the first of the programs that is installed.
pub(crate) fn find_program(names: &[&str]) -> Result<String, Failure> {
    let path = std::env::var("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| std::env::split_paths(&path).map(move |dir| dir.join(name)))
        .find(|file| file.is_file())
        .map(|file| file.to_string_lossy().into_owned())
        .ok_or_else(|| Failure::Missing { program: names.first().copied().unwrap_or_default().to_owned() })
}

/// Kills every process whose command line names the folder: a browser with its children, as a crash would.
pub(crate) fn kill_users_of(folder: &Path) {
    for id in users_of(folder) {
        let _ = Command::new("kill").args(["-9", &id]).stderr(Stdio::null()).status();
    }
}

/// Lists the processes whose command line names the folder.
pub(crate) fn users_of(folder: &Path) -> Vec<String> {
    let folder = folder.to_string_lossy();
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
        .filter(|id| *id != std::process::id().to_string())
        .filter(|id| {
            let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(&*folder)
        })
        .collect()
}

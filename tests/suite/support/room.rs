//! A room: a directory for one test, and the program run in it with nothing else around.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// A directory with files, where the program runs.
pub(crate) struct Room(tempfile::TempDir);

/// The output and the exit status of a run.
#[derive(Debug, PartialEq, Eq)]
#[must_use]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

#[allow(dead_code, reason = "each of the tests that share it needs another part of it")]
impl Room {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The room with one file more.
    pub(crate) fn with(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with_variables(arguments, &[])
    }

    pub(crate) fn run_with_variables(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        let variables = variables.iter().copied();
        finished(&self.command(arguments).envs(variables).output().unwrap())
    }

    /// Runs in a folder of the room.
    pub(crate) fn run_in(&self, folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        let mut command = self.command(arguments);
        command.current_dir(self.path().join(folder)).envs(variables.iter().copied());
        finished(&command.output().unwrap())
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Who does not read it may have ended by now.
        match child.stdin.take().unwrap().write_all(input) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
            written => written.unwrap(),
        }
        finished(&child.wait_with_output().unwrap())
    }

    /// Runs with a file of the room as standard input, which is there from the beginning.
    pub(crate) fn run_from(&self, name: &str, arguments: &[&str]) -> Run {
        let file = File::open(self.path().join(name)).unwrap();
        finished(&self.command(arguments).stdin(file).output().unwrap())
    }

    /// Runs with standard output going to a file.
    #[cfg(target_os = "linux")]
    pub(crate) fn run_into(&self, path: impl AsRef<Path>, arguments: &[&str]) -> Run {
        let file = File::options().write(true).open(path).unwrap();
        finished(&self.command(arguments).stdout(file).output().unwrap())
    }

    /// Reads one byte of the output and closes it; the status and standard error.
    pub(crate) fn run_and_close(&self, arguments: &[&str]) -> (i32, String) {
        let mut child =
            self.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0]).unwrap();
        drop(out);
        let run = finished(&child.wait_with_output().unwrap());
        (run.status, run.err)
    }

    /// Runs where nobody reads the output, from the beginning; the status and standard error.
    pub(crate) fn run_unread(&self, arguments: &[&str]) -> (i32, String) {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let run = finished(&self.command(arguments).stdout(writer).output().unwrap());
        (run.status, run.err)
    }

    /// Starts the program, whose output can be read while it runs.
    pub(crate) fn spawn(&self, arguments: &[&str]) -> Child {
        self.spawn_with_variables(arguments, &[])
    }

    pub(crate) fn spawn_with_variables(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Child {
        let mut command = self.command(arguments);
        command.envs(variables.iter().copied()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let home = self.0.path();
        let mut command = Command::new(env!("CARGO_BIN_EXE_mentor-tui"));
        command.args(arguments).current_dir(home).stdin(Stdio::null()).env_clear();
        command
            .env("HOME", home)
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("COLUMNS", "100");
        command
    }
}

/// The output and the exit status of a program.
pub(crate) fn finished(output: &Output) -> Run {
    Run {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        err: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

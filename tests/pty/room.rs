//! A room: the home of one test, with the listing, a directory of programs, and nothing else.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The listing that the tests browse: six proposals in three projects, one with two upstream issues, one with
/// an address that is none.
const LISTING: &str = include_str!("listing.md");

/// The binary under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_mentor-tui");

/// The home of one test. Its environment is all that the program gets.
pub(crate) struct Room {
    /// Removed with the room.
    _house: TempDir,
    directory: PathBuf,
    environment: Vec<(&'static str, String)>,
}

impl Room {
    pub(crate) fn new() -> Self {
        let house = tempfile::tempdir().unwrap();
        // A directory deeper than where the rooms of other tests come and go: the program watches
        // what its listing lies in, and that in turn.
        let directory = house.path().join("room");
        fs::create_dir(&directory).unwrap();
        let below = |name: &str| directory.join(name).display().to_string();
        let environment = vec![
            ("HOME", below("home")),
            ("XDG_CONFIG_HOME", below("config")),
            ("XDG_DATA_HOME", below("data")),
            ("XDG_STATE_HOME", below("state")),
            ("XDG_CACHE_HOME", below("cache")),
            ("PATH", below("programs")),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            // Shells that edit lines switch modes of their own; they would be found in the record.
            ("INPUTRC", below("inputrc")),
            ("PS1", "ready> ".to_owned()),
        ];
        fs::create_dir(directory.join("home")).unwrap();
        fs::create_dir(directory.join("programs")).unwrap();
        fs::write(directory.join("ideas.md"), LISTING).unwrap();
        fs::write(directory.join("inputrc"), "set enable-bracketed-paste off\n").unwrap();
        Self { _house: house, directory, environment }
    }

    /// Sets a variable of the environment.
    pub(crate) fn set(mut self, name: &'static str, value: &str) -> Self {
        self.environment.push((name, value.to_owned()));
        self
    }

    /// Puts a shell script among the programs.
    pub(crate) fn script(self, name: &str, script: &str) -> Self {
        let path = self.path("programs").join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        self
    }

    /// Puts a program of this machine among the programs.
    pub(crate) fn program(self, name: &str) -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let mut found = std::env::split_paths(&path).map(|directory| directory.join(name));
        let program = found.find(|path| path.exists()).unwrap_or_else(|| panic!("there is no {name} here"));
        symlink(program, self.path("programs").join(name)).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    pub(crate) fn directory(&self) -> &Path {
        &self.directory
    }

    pub(crate) fn environment(&self) -> &[(&'static str, String)] {
        &self.environment
    }

    /// The text of a file of the room; empty if there is none.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// The names of the crash reports.
    pub(crate) fn crashes(&self) -> Vec<String> {
        let files = fs::read_dir(self.path("state/mentor-tui")).into_iter().flatten();
        let names = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("crash-")).collect()
    }
}

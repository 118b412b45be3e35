//! A repository of git for one test, and the program asked what changed in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::room::{Room, Run};

/// A listing with a finding on line 11, which is there from the beginning.
pub(crate) const LISTING: &str = include_str!("../check/rules/mentor-handle-no-at.bad.md");

/// The change that makes the finding on line 12 that the tests look for.
pub(crate) fn changed() -> String {
    LISTING.replace("(@bo-chen", "(bo-chen")
}

/// The one line that says so, of a file.
pub(crate) fn finding(file: &str) -> String {
    format!("{file}:12:14: warning[MT204]: the handle `bo-chen` has no `@` [*]\n")
}

/// A folder of a room with a repository in it. Anything hostile leaves the mark that [`Repository::trap`] names.
pub(crate) struct Repository {
    room: Room,
    /// Where git and the program run, below the room.
    folder: PathBuf,
}

impl Repository {
    /// One with the listing `ideas.md`, committed.
    pub(crate) fn new() -> Self {
        let repository = Self { room: Room::new().with("here/ideas.md", LISTING), folder: "here".into() };
        repository.git(&["init", "-q"]);
        repository.commit("ideas");
        repository
    }

    /// The same room, seen from another folder.
    pub(crate) fn at(self, folder: &str) -> Self {
        Self { folder: folder.into(), ..self }
    }

    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.room.path().join(&self.folder).join(name)
    }

    pub(crate) fn write(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Puts more into a file.
    pub(crate) fn append(&self, name: &str, text: &str) {
        let before = fs::read_to_string(self.path(name)).unwrap_or_default();
        self.write(name, before + text);
    }

    /// A shell command that leaves the mark, and fails.
    pub(crate) fn trap(&self) -> String {
        format!("touch {}; false", self.mark().display())
    }

    fn mark(&self) -> PathBuf {
        self.room.path().join("PWNED")
    }

    /// Whether the mark was left since it was last asked for.
    pub(crate) fn take_mark(&self) -> bool {
        fs::remove_file(self.mark()).is_ok()
    }

    /// Puts a script that leaves the mark somewhere; gives its path.
    pub(crate) fn script(&self, name: &str) -> String {
        self.write(name, format!("#!/bin/sh\n{}\n", self.trap()));
        let path = self.path(name);
        #[cfg(unix)]
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        path.display().to_string()
    }

    /// Commits everything.
    pub(crate) fn commit(&self, message: &str) {
        self.git(&["-c", "safe.bareRepository=explicit", "add", "-A"]);
        self.git(&["commit", "-qm", message]);
    }

    /// Git, which has to succeed.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let run = self.try_git(arguments, &[]);
        assert!(run.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).unwrap().trim_end().to_owned()
    }

    pub(crate) fn try_git(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
        let names = [
            "user.name=Ada",
            "user.email=ada@example.org",
            "init.defaultBranch=main",
            "protocol.file.allow=always",
        ];
        Command::new("git")
            .args(names.iter().flat_map(|setting| ["-c", setting]))
            .args(arguments)
            .current_dir(self.path(""))
            .env_clear()
            .env("PATH", path())
            .env("HOME", self.room.path())
            .envs(variables.iter().copied())
            .output()
            .unwrap()
    }

    /// Checks what changed since a revision.
    pub(crate) fn check(&self, revision: &str, paths: &[&str]) -> Run {
        self.check_with(revision, paths, &[])
    }

    /// Fixes what changed since a revision.
    pub(crate) fn fix(&self, revision: &str, file: &str) -> Run {
        let since = format!("--diff-base={revision}");
        self.room.run_in(&self.folder, &["check", "--fix", &since, file], &[("PATH", &path())])
    }

    pub(crate) fn check_with(&self, revision: &str, paths: &[&str], variables: &[(&str, &str)]) -> Run {
        let since = format!("--diff-base={revision}");
        let arguments = [&["check", &since, "--"], paths].concat();
        let path = path();
        let variables = [&[("PATH", path.as_str())], variables].concat();
        self.room.run_in(&self.folder, &arguments, &variables)
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.room.run_in(&self.folder, arguments, &[("PATH", &path())])
    }

    /// Asserts that the finding on the changed line of a file is all that is found, and that nothing hostile ran.
    #[track_caller]
    pub(crate) fn assert_found(&self, revision: &str, file: &str, case: &str) {
        let run = self.check(revision, &[file]);
        assert!(!self.take_mark(), "{case}: something ran");
        assert_eq!((run.status, run.out), (0, finding(file)), "{case}: {}", run.err);
    }

    /// Asserts that the program says in one sentence that it cannot tell.
    #[track_caller]
    pub(crate) fn assert_refused(&self, revision: &str, file: &str, words: &str) {
        let run = self.check(revision, &[file]);
        assert!(!self.take_mark(), "{words}: something ran");
        assert_eq!((run.status, run.out.as_str(), run.err.lines().count()), (2, "", 1), "{}", run.err);
        assert!(run.err.starts_with("mentor-tui: cannot tell what changed in "), "{}", run.err);
        assert!(run.err.contains(words), "{}", run.err);
    }
}

/// Where git is, and what hostile commands need.
fn path() -> String {
    std::env::var("PATH").unwrap_or_default()
}

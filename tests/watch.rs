//! Watching real files: every way in which editors and tools change them is told.
//!
//! That nothing is told is seen without waiting: a second file is changed, and what is told next is
//! that one.
#![expect(clippy::disallowed_methods, reason = "these tests write the files that are watched")]
#![expect(clippy::unwrap_used, reason = "a desk that cannot be made is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use mentor_tui::source::watch::Watcher;

/// A test that waits longer for a change has failed.
const LONG: Duration = Duration::from_secs(20);

/// A folder with two watched files.
struct Desk {
    room: tempfile::TempDir,
    told: Receiver<PathBuf>,
    watcher: Option<Watcher>,
}

impl Desk {
    /// A folder in which `prepare` has made `ideas.md`.
    fn new(prepare: impl FnOnce(&Path)) -> Self {
        let room = tempfile::tempdir().unwrap();
        prepare(room.path());
        fs::write(room.path().join("other.md"), "").unwrap();
        let paths = ["ideas.md", "other.md"].map(|name| room.path().join(name));
        let (sender, told) = mpsc::channel();
        let watcher = Watcher::new(&paths, move |path| sender.send(path).unwrap()).unwrap();
        Self { room, told, watcher: Some(watcher) }
    }

    /// A folder with a plain file.
    fn plain() -> Self {
        Self::new(|room| fs::write(room.join("ideas.md"), "one").unwrap())
    }

    fn at(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    /// Asserts that `ideas.md` is told; more than once only on a machine that is so slow that one
    /// change looks like several.
    fn expect_change(&self, how: &str) {
        assert_eq!(self.told.recv_timeout(LONG), Ok(self.at("ideas.md")), "{how}");
        fs::write(self.at("other.md"), how).unwrap();
        let next = || self.told.recv_timeout(LONG).unwrap();
        while next() != self.at("other.md") {}
    }

    /// Asserts that nothing is told before the next change.
    fn expect_rest(&self, how: &str) {
        fs::write(self.at("other.md"), how).unwrap();
        assert_eq!(self.told.recv_timeout(LONG), Ok(self.at("other.md")), "after {how}");
    }
}

#[test]
fn writes_in_place_are_told() {
    let desk = Desk::plain();
    for text in ["two", "three", "four"] {
        fs::write(desk.at("ideas.md"), text).unwrap();
    }
    desk.expect_change("writing in place");
}

#[test]
fn a_file_renamed_over_it_is_told_again_and_again() {
    let desk = Desk::plain();
    for text in ["two", "three"] {
        fs::write(desk.at(".ideas.md.new"), text).unwrap();
        fs::rename(desk.at(".ideas.md.new"), desk.at("ideas.md")).unwrap();
        desk.expect_change("renaming over it");
    }
    fs::rename(desk.at("ideas.md"), desk.at("ideas.md~")).unwrap();
    desk.expect_change("renaming it away");
    fs::write(desk.at("ideas.md"), "four").unwrap();
    desk.expect_change("writing a new one");
}

#[test]
fn removal_and_return_are_told() {
    let desk = Desk::plain();
    fs::remove_file(desk.at("ideas.md")).unwrap();
    desk.expect_change("removing it");
    fs::write(desk.at("ideas.md"), "two").unwrap();
    desk.expect_change("making it again");
}

#[test]
fn a_file_that_is_not_there_yet_is_told_when_it_comes() {
    let desk = Desk::new(|_| {});
    fs::write(desk.at("ideas.md"), "one").unwrap();
    desk.expect_change("making it");
}

#[test]
fn neighbours_and_readers_are_not_told() {
    let desk = Desk::plain();
    fs::write(desk.at("neighbour.md"), "one").unwrap();
    fs::create_dir(desk.at("folder")).unwrap();
    assert_eq!(fs::read_to_string(desk.at("ideas.md")).unwrap(), "one");
    desk.expect_rest("what does not matter");
}

#[test]
fn a_path_is_told_as_it_was_given() {
    let room = tempfile::tempdir().unwrap();
    fs::create_dir(room.path().join("folder")).unwrap();
    let path = room.path().join("folder/./../ideas.md");
    fs::write(&path, "one").unwrap();
    let (sender, told) = mpsc::channel();
    let _watcher = Watcher::new(std::slice::from_ref(&path), move |path| sender.send(path).unwrap()).unwrap();
    fs::write(room.path().join("ideas.md"), "two").unwrap();
    assert_eq!(told.recv_timeout(LONG), Ok(path));
}

#[cfg(unix)]
#[test]
fn links_are_followed_wherever_they_lead() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new(|room| {
        for folder in ["one", "two"] {
            fs::create_dir(room.join(folder)).unwrap();
            fs::write(room.join(folder).join("ideas.md"), folder).unwrap();
        }
        symlink("one", room.join("current")).unwrap();
        symlink("current/ideas.md", room.join("ideas.md")).unwrap();
    });
    fs::write(desk.at("one/ideas.md"), "changed").unwrap();
    desk.expect_change("writing the target");
    symlink("two", desk.at("next")).unwrap();
    fs::rename(desk.at("next"), desk.at("current")).unwrap();
    desk.expect_change("leading the folder elsewhere");
    fs::write(desk.at("two/ideas.md"), "changed").unwrap();
    desk.expect_change("writing the new target");
    fs::write(desk.at("one/ideas.md"), "of no interest").unwrap();
    desk.expect_rest("writing the old target");
    fs::remove_file(desk.at("ideas.md")).unwrap();
    fs::write(desk.at("ideas.md"), "a plain file").unwrap();
    desk.expect_change("putting a file in its place");
}

#[test]
fn a_directory_that_goes_and_comes_back_is_watched_again() {
    let room = tempfile::tempdir().unwrap();
    let (folder, path) = (room.path().join("term"), room.path().join("term/ideas.md"));
    fs::create_dir(&folder).unwrap();
    fs::write(&path, "one").unwrap();
    let (sender, told) = mpsc::channel();
    let _watcher = Watcher::new(std::slice::from_ref(&path), move |path| sender.send(path).unwrap()).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(told.recv_timeout(LONG).as_ref(), Ok(&path));
    fs::create_dir(&folder).unwrap();
    assert_eq!(told.recv_timeout(LONG).as_ref(), Ok(&path));
    for text in ["two", "three"] {
        fs::write(&path, text).unwrap();
        assert_eq!(told.recv_timeout(LONG).as_ref(), Ok(&path), "{text}");
    }
}

#[test]
fn a_dropped_watcher_tells_nothing_and_ends() {
    let mut desk = Desk::plain();
    drop(desk.watcher.take());
    // Its thread lets go of the other end.
    assert_eq!(desk.told.recv_timeout(LONG), Err(mpsc::RecvTimeoutError::Disconnected));
}

#[test]
fn where_nothing_can_be_watched_that_is_an_error() {
    let room = tempfile::tempdir().unwrap();
    let missing = room.path().join("missing/too/ideas.md");
    assert!(Watcher::new(std::slice::from_ref(&missing), |_| {}).is_err());
    let there = room.path().join("ideas.md");
    assert!(Watcher::new(&[missing, there], |_| {}).is_ok());
}

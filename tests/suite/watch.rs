//! Watching real files: every way in which editors and tools change them is told.
//!
//! That nothing is told is seen without waiting: a second file is changed, and what is told next is
//! that one.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use mentor_tui::source::watch::{Change, Watcher};

/// A test that waits longer for a change has failed.
const LONG: Duration = Duration::from_secs(20);

/// Watches files; gives what is told of them.
fn watched(files: &[PathBuf]) -> (Receiver<PathBuf>, Watcher) {
    let (sender, told) = mpsc::channel();
    let tell = move |change| match change {
        Change::File(path) => sender.send(path).unwrap(),
        Change::Directory(path) => panic!("nobody asked for {}", path.display()),
    };
    (told, Watcher::new(files.iter().cloned().map(Change::File).collect(), tell).unwrap())
}

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
        let (told, watcher) = watched(&paths);
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
    let (told, _watcher) = watched(std::slice::from_ref(&path));
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
    let (told, _watcher) = watched(std::slice::from_ref(&path));
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
    let missing = Change::File(missing);
    assert!(Watcher::new(vec![missing.clone()], |_| {}).is_err());
    let there = room.path().join("ideas.md");
    assert!(Watcher::new(vec![missing, Change::File(there)], |_| {}).is_ok());
}

/// A watched directory with a file that is watched, too.
struct Shelf {
    room: tempfile::TempDir,
    told: Receiver<Change>,
    watcher: Watcher,
}

impl Shelf {
    fn new() -> Self {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("term");
        for folder in ["spring", "drafts", ".hidden"] {
            fs::create_dir_all(path.join(folder)).unwrap();
        }
        fs::write(path.join(".gitignore"), "drafts\n").unwrap();
        fs::write(path.join("ideas.md"), "one").unwrap();
        let (sender, told) = mpsc::channel();
        let changes = vec![Change::File(path.join("ideas.md")), Change::Directory(path)];
        let watcher = Watcher::new(changes, move |change| sender.send(change).unwrap()).unwrap();
        Self { room, told, watcher }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.room.path().join("term").join(name)
    }

    /// Asserts that the directory is told, and nothing else before the file that is changed then.
    fn expect_directory(&self, how: &str) {
        assert_eq!(self.told.recv_timeout(LONG), Ok(Change::Directory(self.at(""))), "{how}");
        fs::write(self.at("ideas.md"), how).unwrap();
        let next = || self.told.recv_timeout(LONG).unwrap();
        while next() != Change::File(self.at("ideas.md")) {}
    }
}

#[test]
fn what_comes_into_a_directory_is_told() {
    let shelf = Shelf::new();
    fs::write(shelf.at("new.md"), "one").unwrap();
    shelf.expect_directory("a file");
    fs::write(shelf.at("spring/new.md"), "one").unwrap();
    shelf.expect_directory("a file below");
    fs::create_dir_all(shelf.at("summer/late")).unwrap();
    shelf.expect_directory("a folder");
    fs::write(shelf.at("summer/late/new.md"), "one").unwrap();
    shelf.expect_directory("a file in the new folder");
    fs::rename(shelf.at("spring"), shelf.at("autumn")).unwrap();
    shelf.expect_directory("a folder under another name");
    fs::write(shelf.at("autumn/newer.md"), "one").unwrap();
    shelf.expect_directory("a file in it");
    fs::write(shelf.at(".gitignore"), "").unwrap();
    shelf.expect_directory("another rule");
    fs::write(shelf.at("drafts/new.md"), "one").unwrap();
    shelf.expect_directory("a file that the rule hid");
}

#[test]
fn what_no_search_would_find_is_not_told() {
    let shelf = Shelf::new();
    for name in ["notes.txt", "ideas.md~", ".ideas.md.swp", "drafts/a.md", ".hidden/a.md"] {
        fs::write(shelf.at(name), "one").unwrap();
    }
    fs::create_dir(shelf.at(".git")).unwrap();
    fs::write(shelf.at("ideas.md"), "two").unwrap();
    assert_eq!(shelf.told.recv_timeout(LONG), Ok(Change::File(shelf.at("ideas.md"))));
}

#[test]
fn a_file_that_is_added_is_told_by_itself() {
    let shelf = Shelf::new();
    fs::write(shelf.at("new.md"), "one").unwrap();
    shelf.expect_directory("a file");
    shelf.watcher.add(vec![Change::File(shelf.at("new.md"))]).unwrap();
    fs::write(shelf.at("new.md"), "two").unwrap();
    assert_eq!(shelf.told.recv_timeout(LONG), Ok(Change::File(shelf.at("new.md"))));
}

#[test]
fn a_searched_directory_that_comes_back_is_told() {
    let shelf = Shelf::new();
    fs::rename(shelf.at(""), shelf.room.path().join("away")).unwrap();
    while shelf.told.recv_timeout(LONG).unwrap() != Change::Directory(shelf.at("")) {}
    fs::create_dir(shelf.at("")).unwrap();
    while shelf.told.recv_timeout(LONG).unwrap() != Change::Directory(shelf.at("")) {}
    fs::write(shelf.at("new.md"), "one").unwrap();
    while shelf.told.recv_timeout(LONG).unwrap() != Change::Directory(shelf.at("")) {}
}

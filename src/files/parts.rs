//! Part files: new files in the same folder, which take the place of another one when they are complete.
//!
//! The program that writes one holds its lock, which ends with the program: a part file without a lock was left by a
//! program that was killed. It has a name that no other program gives a file, in the same folder as what it
//! becomes.

#![expect(clippy::disallowed_methods, reason = "looks for left files, and how old they are")]

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::read;

const PREFIX: &str = ".mentor-tui-";
const SUFFIX: &str = ".part";
/// How many letters and digits stand between them.
const LETTERS: usize = 8;
/// How often a new name is tried where a cleaner took the file before its lock was held.
const TRIES: u32 = 16;
/// Where the file system has no locks, a part file older than this is left over: writing one takes
/// seconds at most.
const OLD: Duration = Duration::from_secs(24 * 60 * 60);

/// Creates a part file in a folder, and holds its lock. It is removed when dropped.
pub(super) fn create(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(LETTERS);
    // As any new file: less what the umask takes away.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    for _ in 0..TRIES {
        let part = builder.tempfile_in(folder).map_err(without_path)?;
        match part.as_file().try_lock() {
            Ok(()) if is_linked(part.as_file())? => return Ok(part),
            // Another program that cleans up was here first, and has removed it or is about to.
            Ok(()) | Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(_)) => return Ok(part),
        }
    }
    Err(io::Error::other("other programs remove what is written there"))
}

/// The error of the system alone: `tempfile` adds the name of the part file, which means nothing to users.
fn without_path(error: io::Error) -> io::Error {
    let said = error.to_string();
    match said.rfind(" at path ") {
        Some(end) => io::Error::new(error.kind(), &said[..end]),
        None => error,
    }
}

/// Removes the part files in a folder that a killed program left. What a running program writes, and
/// every other file, stays. Best effort: what cannot be removed now is tried the next time.
pub fn clean(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_part(&entry.file_name()) {
            let _ = remove_left(&entry.path());
        }
    }
}

fn is_part(name: &OsStr) -> bool {
    let letters = |name: &str| Some(name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.to_owned());
    let letters = name.to_str().and_then(letters);
    letters.is_some_and(|letters| {
        letters.len() == LETTERS && letters.bytes().all(|letter| letter.is_ascii_alphanumeric())
    })
}

fn remove_left(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Ok(());
    }
    // Some network file systems lock only what is open for writing.
    let file = read::open_with(path, OpenOptions::new().read(true).write(true))?;
    let is_left = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        // The clock of another machine may be ahead: then it is not old yet.
        Err(TryLockError::Error(_)) => file.metadata()?.modified()?.elapsed().is_ok_and(|age| age > OLD),
    };
    // The lock is held until the file is gone, so that a program that has just created it sees that.
    if is_left { fs::remove_file(path) } else { Ok(()) }
}

/// Whether a file still has a name.
#[cfg(unix)]
fn is_linked(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    Ok(file.metadata()?.nlink() > 0)
}

/// An open file cannot be removed on this system.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
fn is_linked(_: &File) -> io::Result<bool> {
    Ok(true)
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_holds_is_removed() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        let held = create(room.path()).unwrap();
        let others = [
            ".mentor-tui-abcdefg.part",
            ".mentor-tui-abcdefghi.part",
            ".mentor-tui-abcd-fgh.part",
            "mentor-tui-abcdefgh.part",
            ".mentor-tui-abcdefgh.md",
            ".ideas.md.1-0.part",
        ];
        for name in others.iter().chain(&[".mentor-tui-LEFTover.part"]) {
            fs::write(at(name), "").unwrap();
        }
        fs::create_dir(at(".mentor-tui-aFolder1.part")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("ideas.md"), at(".mentor-tui-aLink123.part")).unwrap();
        clean(room.path());
        assert!(!at(".mentor-tui-LEFTover.part").exists(), "it is removed");
        assert!(held.path().exists(), "it is being written");
        assert!(others.iter().all(|name| at(name).exists()), "they are not ours");
        assert!(at(".mentor-tui-aFolder1.part").is_dir());
        #[cfg(unix)]
        assert!(at(".mentor-tui-aLink123.part").is_symlink());
        let path = held.path().to_owned();
        drop(held);
        assert!(!path.exists(), "it goes with whoever wrote it");
    }

    #[test]
    fn of_many_who_write_and_clean_nobody_is_disturbed() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path();
        std::thread::scope(|scope| {
            let start = |work: fn(&Path)| {
                std::thread::Builder::new().spawn_scoped(scope, move || work(folder)).unwrap()
            };
            let work: fn(&Path) = |folder| {
                for _ in 0..200 {
                    let part = create(folder).unwrap();
                    part.persist(folder.join("whole")).unwrap();
                }
            };
            let workers = [start(work), start(work)];
            let cleaner = start(|folder| (0..2000).for_each(|_| clean(folder)));
            workers.into_iter().chain([cleaner]).for_each(|thread| thread.join().unwrap());
        });
        let left = fs::read_dir(folder).unwrap().count();
        assert_eq!(left, 1, "only the file itself");
    }
}

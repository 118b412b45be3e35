//! The lock: who holds it is the only one to change the state file.
//!
//! A file of its own, for the state file is replaced by another one with every change. It stays: were
//! it removed, two programs could each hold a lock on a file of that name.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How often the lock is tried, and the pause between: it is held for the time of one small write.
/// Who stops in the middle of that must not stop everybody else.
const TRIES: usize = 100;
const PAUSE: Duration = Duration::from_millis(10);

/// Takes the lock; dropping the file gives it back, and so does the end of the program.
pub(super) fn take(path: &Path) -> io::Result<File> {
    for _ in 0..TRIES {
        if let Some(lock) = try_to_take(path)? {
            return Ok(lock);
        }
        thread::sleep(PAUSE);
    }
    Err(io::Error::other("another mentor-tui is writing it and does not come to an end"))
}

#[cfg(unix)]
fn try_to_take(path: &Path) -> io::Result<Option<File>> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;

    let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Err(Errno::AGAIN | Errno::INTR) => Ok(None),
        // A file system without locks: the file is still never half written.
        Ok(()) | Err(Errno::NOLCK | Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL) => Ok(Some(file)),
        Err(error) => Err(error.into()),
    }
}

#[cfg(windows)]
fn try_to_take(path: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;

    /// `ERROR_SHARING_VIOLATION`: somebody has opened it for themselves alone.
    const HELD: i32 = 32;
    let alone = OpenOptions::new().write(true).create(true).truncate(false).share_mode(0).open(path);
    match alone {
        Err(error) if error.raw_os_error() == Some(HELD) => Ok(None),
        file => file.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_holds_it() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("lock");
        let held = try_to_take(&path).unwrap();
        assert!(held.is_some());
        assert!(try_to_take(&path).unwrap().is_none());
        drop(held);
        assert!(take(&path).is_ok());
    }
}

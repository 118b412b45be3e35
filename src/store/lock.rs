//! The lock on a file that several programs change.
//!
//! A file of its own, for the one that is changed is replaced by another one with every change. It stays: were
//! it removed, two programs could each hold a lock on a file of that name.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::files;

/// How often the lock is tried, and the pause between: it is held for the time of one small write.
/// A suspended process must not block the others.
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
    Err(io::Error::other("another mentor-tui is still writing it"))
}

/// Returns `None` while another program holds it.
fn try_to_take(path: &Path) -> io::Result<Option<File>> {
    let file = files::open_with(path, OpenOptions::new().write(true).create(true).truncate(false))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => Ok(None),
        // A file system without locks: the file is still never half written.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(file)),
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

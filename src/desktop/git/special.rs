//! Pipes and devices in the folder of a repository, which would hold up git when it reads them.
//!
//! No git ever makes one, but an archive may hold them. Sockets stay out of account: the file system monitor of
//! git has one, and opening it fails at once.

#![expect(clippy::disallowed_methods, reason = "looks at the files that git would read")]

use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

/// The most entries that are looked at: a folder with more of them is left to the time limit of git.
const ENTRIES: usize = 200_000;

/// The most folders in one another; the deepest that git reads are those of branches with slashes in their names.
const DEPTH: usize = 16;

/// Folders that git does not read for the questions that are asked here.
const UNREAD: [&str; 3] = ["modules", "lfs", "hooks"];

/// The first pipe or device in a folder of git's, if there is one. Links are followed.
pub(super) fn file_in(folder: &Path) -> Option<PathBuf> {
    let mut folders = vec![(folder.to_owned(), 0)];
    let mut left = ENTRIES;
    while let Some((folder, depth)) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            left = left.checked_sub(1)?;
            let path = entry.path();
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let kind =
                if is_link { fs::metadata(&path).map(|there| there.file_type()) } else { entry.file_type() };
            let Ok(kind) = kind else { continue };
            if is_special(kind) {
                return Some(path);
            }
            if kind.is_dir() && depth < DEPTH && !UNREAD.iter().any(|name| entry.file_name() == *name) {
                folders.push((path, depth + 1));
            }
        }
    }
    None
}

#[cfg(unix)]
fn is_special(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;

    kind.is_fifo() || kind.is_char_device() || kind.is_block_device()
}

#[cfg(not(unix))]
fn is_special(_: FileType) -> bool {
    false
}

//! Replacing a file: with a new text, whole or not at all.

#![expect(clippy::disallowed_methods, reason = "writing the file is what this module is for")]

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Why a file was left as it is.
#[derive(Debug)]
pub enum Refusal {
    /// It is not as it was when it was read.
    Changed,
    /// The system does not let it be read or written.
    Failed(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// Puts `new` in the place of the file at `path`, which has to hold `old` still. The new text is written to a
/// file beside it, brought to disk and renamed: whoever reads sees the old one or the new one. The
/// permissions stay; a link keeps leading to the file.
///
/// # Errors
///
/// When the file holds something else by now, or cannot be read, written or renamed.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), Refusal> {
    let path = fs::canonicalize(path)?;
    if fs::read(&path)? != old {
        return Err(Refusal::Changed);
    }
    let beside = beside(&path);
    let written = write(&path, &beside, new).and_then(|()| fs::rename(&beside, &path));
    if let Err(error) = written {
        // Best effort: what failed is told already, and half a text helps nobody.
        let _ = fs::remove_file(&beside);
        return Err(Refusal::Failed(error));
    }
    Ok(())
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", process::id()))
}

fn write(path: &Path, beside: &Path, text: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(text)?;
    fs::set_permissions(beside, fs::metadata(path)?.permissions())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_only_as_it_was_read() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("ideas.md");
        fs::write(&path, "old").unwrap();
        assert!(matches!(replace(&path, b"other", b"new"), Err(Refusal::Changed)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        replace(&path, b"old", b"new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_lead_where_they_did() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let room = tempfile::tempdir().unwrap();
        let (path, link) = (room.path().join("ideas.md"), room.path().join("link.md"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        replace(&link, b"old", b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }
}

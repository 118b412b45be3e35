//! Replacing a file whole: whoever reads it finds the old one or the new one, never a half.

#![expect(clippy::disallowed_methods, reason = "writing a file is what this module is for")]

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process;

/// How many names are tried for the file that is written first; one is taken only where a program of
/// the same number was killed.
const NAMES: u32 = 16;

/// Replaces a file by what `write` writes, even when the power fails meanwhile. A link to a file stays
/// one, and a file keeps its permissions.
///
/// # Errors
///
/// When it cannot be written, or `write` fails. The file is then as it was.
pub fn replace(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (part, file) = create_beside(&path)?;
    let outcome = fill(file, &path, write).and_then(|()| fs::rename(&part, &path));
    outcome.inspect_err(|_| {
        // Best effort: what failed is told already.
        let _ = fs::remove_file(&part);
    })
}

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

/// Puts `new` in the place of what a file holds, as [`replace`] does, provided that this is `old` still.
///
/// # Errors
///
/// When the file holds something else by now, or cannot be read or written. It is then as it was.
pub fn replace_known(path: &Path, old: &[u8], new: &[u8]) -> Result<(), Refusal> {
    if fs::read(path)? != old {
        return Err(Refusal::Changed);
    }
    Ok(replace(path, |out| out.write_all(new))?)
}

fn fill(
    file: File,
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
) -> io::Result<()> {
    if let Ok(old) = fs::metadata(path) {
        file.set_permissions(old.permissions())?;
    }
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.flush()?;
    out.get_ref().sync_all()
}

/// Makes a new file in the same directory: only there can it take the place of the old one at once.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let mut taken = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in 0..NAMES {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{}-{number}.part", process::id()));
        let part = path.with_file_name(name);
        // What is there already, be it a link that somebody laid, is left alone.
        match OpenOptions::new().write(true).create_new(true).open(&part) {
            Ok(file) => return Ok((part, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(directory: &Path) -> Vec<OsString> {
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    }

    fn put(path: &Path, text: &str) -> io::Result<()> {
        replace(path, |out| out.write_all(text.as_bytes()))
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("a.csv");
        put(&path, "old").unwrap();
        put(&path, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        let failed = replace(&path, |out| {
            out.write_all(b"half")?;
            Err(io::Error::other("enough"))
        });
        assert_eq!(failed.unwrap_err().to_string(), "enough");
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(room.path()), ["a.csv"], "nothing is left behind");
        assert!(put(&room.path().join("no/a.csv"), "").is_err());
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("ideas.md");
        put(&path, "old").unwrap();
        assert!(matches!(replace_known(&path, b"other", b"new"), Err(Refusal::Changed)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        replace_known(&path, b"old", b"new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        let gone = replace_known(&room.path().join("gone.md"), b"old", b"new");
        assert!(matches!(gone, Err(Refusal::Failed(_))));
        assert_eq!(names(room.path()), ["ideas.md"], "nothing is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let room = tempfile::tempdir().unwrap();
        let (path, link) = (room.path().join("a.csv"), room.path().join("link"));
        put(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        put(&link, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }
}

//! Replacing files as a whole: a reader gets the old text or the new one, never a part.

#![expect(clippy::disallowed_methods, reason = "looks at the file that is replaced")]

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::error::expect_regular;
use super::parts;

/// How many links in a row are followed, as on Linux.
const LINKS: usize = 40;

/// Replaces a file by what `write` writes, even when the power fails meanwhile. A link stays one: what
/// it leads to is replaced, or made where it leads to nothing. A file keeps its permissions and, where
/// the system allows it, its owner.
///
/// # Errors
///
/// When it is read-only or no regular file, when it cannot be written, or `write` fails. It is then as
/// it was.
pub fn replace(path: &Path, write: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>) -> io::Result<()> {
    let path = target(path)?;
    let old = match fs::metadata(&path) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if let Some(old) = &old {
        expect_regular(old)?;
        // A replacement needs a writable folder only, but the protection of the file has a purpose.
        if old.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
    }
    let folder = parts::folder_of(&path);
    clean_once(&folder);
    let part = parts::create(&folder)?;
    if let Some(old) = &old {
        look_like(part.as_file(), old)?;
    }
    let mut out = BufWriter::new(part.as_file());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    part.as_file().sync_all()?;
    part.persist(&path).map(drop).map_err(|refused| refused.error)
}

/// The file that a path leads to. It need not exist: a shell's `>` writes through a dangling link, too.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        // An error says that it is no link.
        let Ok(next) = fs::read_link(&path) else { return Ok(path) };
        path = parts::folder_of(&path).join(next);
    }
    Err(io::Error::other("too many links lead from one to the next"))
}

/// Removes what a killed program left in a folder, the first time that something is written there.
fn clean_once(folder: &Path) {
    static CLEAN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

    if CLEAN.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned()) {
        parts::clean(folder);
    }
}

#[cfg(unix)]
fn look_like(part: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let new = part.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        // Only root may give a file away; otherwise it belongs to the last writer.
        let _ = fchown(part, Some(old.uid()), Some(old.gid()));
    }
    // After the owner: a new one takes some permissions away.
    part.set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn look_like(part: &File, old: &Metadata) -> io::Result<()> {
    part.set_permissions(old.permissions())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

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
        let error = put(&room.path().join("no/a.csv"), "").unwrap_err();
        assert!(!error.to_string().contains(".part"), "{error}");
    }

    #[test]
    fn a_read_only_file_is_left_alone() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("a.csv");
        put(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(put(&path, "new").unwrap_err().to_string(), "the file is read-only");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
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

    #[cfg(unix)]
    #[test]
    fn a_dangling_link_is_written_through_and_a_circle_is_not() {
        use std::os::unix::fs::symlink;
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        fs::create_dir(at("below")).unwrap();
        symlink("second", at("first")).unwrap();
        symlink("below/new.csv", at("second")).unwrap();
        put(&at("first"), "new").unwrap();
        assert_eq!(fs::read_to_string(at("below/new.csv")).unwrap(), "new");
        symlink("gone/new.csv", at("nowhere")).unwrap();
        assert!(put(&at("nowhere"), "new").is_err());
        symlink("circle", at("circle")).unwrap();
        assert!(put(&at("circle"), "new").is_err());
        assert!(["first", "second", "nowhere", "circle"].iter().all(|name| at(name).is_symlink()));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_no_file_is_not_replaced() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("pipe");
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        assert!(put(&path, "new").unwrap_err().to_string().starts_with("it is a pipe"));
        assert!(put(room.path(), "new").unwrap_err().to_string().starts_with("it is a directory"));
        assert_eq!(names(room.path()), ["pipe"]);
    }
}

//! The file of the shortlist: `shortlist.toml`, which belongs to the person.
//!
//! It is readable, may be edited by hand, and is never lost: it is replaced whole, under a lock, and changes are made to
//! what stands there at that time, so that programs at work at once keep what the others wrote. Keys, comments and
//! words that this version does not know stay as they are. A file that is no shortlist, or one of a newer version, is
//! left alone. `docs/shortlist.md` describes its form.

#![expect(clippy::disallowed_methods, reason = "the first entry makes the folder")]

mod document;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use toml_edit::DocumentMut;

use super::lock;
use crate::files::{self, FileError};
use crate::model::{Shortlist, ShortlistChange};

const NAME: &str = "shortlist.toml";
/// The most bytes that the file may have: enough for ten thousand proposals with long notes.
const MOST: u64 = 16 << 20;

/// Why the shortlist cannot be read or changed. Its `Display` is one sentence without a full stop.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ShortlistError {
    /// The file is not one that this program writes; why.
    #[error("{} is not a shortlist: {why}; correct it or move it away", path.display())]
    Foreign { path: PathBuf, why: String },
    /// A newer version of the program wrote the file.
    #[error("{} was written by a newer mentor-tui, and is left as it is", path.display())]
    Newer { path: PathBuf },
    /// The file cannot be read or written.
    #[error("{}: {source}", path.display())]
    Inaccessible { path: PathBuf, source: FileError },
}

/// The path of the file in a directory (see [`super::paths::data`]).
pub fn path(directory: &Path) -> PathBuf {
    directory.join(NAME)
}

/// Reads the shortlist in a directory; an empty one if there is no file.
///
/// # Errors
///
/// When the file cannot be read or understood, or was written by a newer version.
pub fn read(directory: &Path) -> Result<Shortlist, ShortlistError> {
    read_file(&path(directory)).map(|(_, list)| list)
}

/// Makes changes to the shortlist in a directory, which is made if needed, under a lock. Returns the shortlist with
/// what other programs changed.
///
/// # Errors
///
/// When the file cannot be read, understood or written, or was written by a newer version. It is then as it was.
pub fn update(directory: &Path, changes: &[ShortlistChange]) -> Result<Shortlist, ShortlistError> {
    let path = path(directory);
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| ShortlistError::Inaccessible { path, source: FileError::from(error) }
    };
    let lock_path = directory.join("shortlist.lock");
    fs::create_dir_all(directory).map_err(at(directory))?;
    let _lock = lock::take(&lock_path).map_err(at(&lock_path))?;
    let (mut document, before) = read_file(&path)?;
    let mut list = before.clone();
    for change in changes {
        list.apply(change);
    }
    if list != before {
        document::write(&mut document, &list);
        let text = document.to_string();
        files::replace(&path, |out| out.write_all(text.as_bytes())).map_err(at(&path))?;
    }
    Ok(list)
}

/// The file as it is written, and what it says.
fn read_file(path: &Path) -> Result<(DocumentMut, Shortlist), ShortlistError> {
    let text = match files::read_text(path, MOST) {
        Ok(text) => text,
        Err(error) if error.is_missing() => String::new(),
        Err(source) => return Err(ShortlistError::Inaccessible { path: path.to_owned(), source }),
    };
    document::read(&text).map_err(|error| match error {
        document::Misread::Newer => ShortlistError::Newer { path: path.to_owned() },
        document::Misread::Foreign(why) => ShortlistError::Foreign { path: path.to_owned(), why },
    })
}

#[cfg(test)]
mod tests;

//! Files that were named for output.

#![expect(clippy::disallowed_methods, reason = "what lies at the place to write to is looked at")]

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

use super::output::Out;
use crate::files;
use crate::model::SafeText;

/// Why a file that was named for output is not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OutputError {
    /// The path leads to a directory.
    #[error("it is a directory")]
    Directory,
    /// The path has no last name.
    #[error("that is not the name of a file")]
    NoName,
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes a file: as a whole, or not at all. A device or a pipe (`/dev/null`) is written to as it is.
pub(crate) fn write_file(
    path: &Path,
    write: impl FnOnce(&mut Out<'_>) -> io::Result<()>,
) -> Result<(), OutputError> {
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(OutputError::Directory);
    }
    if path.file_name().is_none() || path.as_os_str().to_string_lossy().ends_with(std::path::is_separator) {
        return Err(OutputError::NoName);
    }
    let filled = |mut out: Out<'_>| {
        write(&mut out)?;
        out.flush()
    };
    if there.is_some_and(|there| !there.is_file()) {
        OpenOptions::new().write(true).open(path).and_then(|file| filled(Out::to(file)))?;
    } else {
        files::replace(path, |file| filled(Out::to(file)))?;
    }
    Ok(())
}

/// Adds a text to the end of a regular file, which is made if needed.
pub(crate) fn append_to_file(path: &Path, text: &SafeText) -> Result<(), files::FileError> {
    let mut out = Out::to(files::open_with(path, OpenOptions::new().append(true).create(true))?);
    out.append(text)?;
    Ok(out.flush()?)
}

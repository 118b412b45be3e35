//! Files that were named for output.

#![expect(clippy::disallowed_methods, reason = "what lies at the place to write to is looked at")]

use std::fmt::Display;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

use super::Out;
use crate::cli::failure::Failure;
use crate::files::{self, FileError};
use crate::model::SafeText;

/// Writes to a file: as a whole, or not at all. What is no file (`/dev/null`, a pipe) is written to
/// as it is.
pub(in crate::cli) fn write_file(
    path: &Path,
    write: impl FnOnce(&mut Out<'_>) -> io::Result<()>,
) -> Result<(), Failure> {
    let failed =
        |why: &dyn Display| Failure::could_not_run(format!("cannot write {}: {why}", path.display()));
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(failed(&"it is a directory").with_hint("name a file in it"));
    }
    if path.file_name().is_none() || path.as_os_str().to_string_lossy().ends_with(std::path::is_separator) {
        return Err(failed(&"that is not the name of a file"));
    }
    let filled = |mut out: Out<'_>| {
        write(&mut out)?;
        out.flush()
    };
    let written = if there.is_some_and(|there| !there.is_file()) {
        OpenOptions::new().write(true).open(path).and_then(|file| filled(Out::to(file)))
    } else {
        files::replace(path, |file| filled(Out::to(file)))
    };
    written.map_err(|error| failed(&error))
}

/// Adds a text to the end of a regular file, which is made if needed.
pub(in crate::cli) fn append_to_file(path: &Path, text: &SafeText) -> Result<(), FileError> {
    let mut out = Out::to(files::open_with(path, OpenOptions::new().append(true).create(true))?);
    out.append(text)?;
    Ok(out.flush()?)
}

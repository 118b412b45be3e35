//! Files that a run writes because it was told to: `--output`, `--output-file`.

#![expect(clippy::disallowed_methods, reason = "looks at the place to write to, and writes to devices")]

use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, is_separator};

use super::failure::Failure;
use crate::files;

/// Writes a file: as a whole, or not at all. A pipe or a device (`/dev/stdout`) is written to as it is.
pub(super) fn write(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>,
) -> Result<(), Failure> {
    let failed =
        |why: &dyn Display| Failure::could_not_run(format!("cannot write {}: {why}", path.display()));
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(failed(&"it is a directory").with_hint("name a file in it"));
    }
    if path.file_name().is_none() || path.as_os_str().to_string_lossy().ends_with(is_separator) {
        return Err(failed(&"that is not the name of a file"));
    }
    let written = if there.is_some_and(|there| !there.is_file()) {
        OpenOptions::new().write(true).open(path).and_then(|file| {
            let mut out = BufWriter::new(&file);
            write(&mut out)?;
            out.flush()
        })
    } else {
        files::replace(path, write)
    };
    written.map_err(|error| failed(&error))
}

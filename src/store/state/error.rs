//! Errors of the state file.

use std::path::PathBuf;

use crate::files::FileError;

/// Why the state file cannot be read or changed. Its `Display` is one sentence without a full stop.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StateError {
    /// The file is not one that this program writes.
    #[error("{} cannot be understood", path.display())]
    Broken { path: PathBuf },
    /// A newer version of the program wrote the file.
    #[error("{} was written by a newer mentor-tui", path.display())]
    Newer { path: PathBuf },
    /// The file cannot be read or written.
    #[error("{}: {source}", path.display())]
    Inaccessible { path: PathBuf, source: FileError },
}

//! Why something is not remembered, as one sentence.

use std::fmt;
use std::path::PathBuf;

use crate::files::FileError;

/// Why what is remembered cannot be read or changed. Its `Display` is one sentence without a full
/// stop.
#[derive(Debug)]
#[non_exhaustive]
pub enum StateError {
    /// The file is not what this program writes.
    Broken {
        /// The file.
        path: PathBuf,
    },
    /// The file is of a newer version.
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be read or written.
    Inaccessible {
        /// The file.
        path: PathBuf,
        /// Why.
        error: FileError,
    },
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken { path } => write!(f, "{} cannot be understood", path.display()),
            Self::Newer { path } => write!(f, "{} was written by a newer mentor-tui", path.display()),
            Self::Inaccessible { path, error } => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for StateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Inaccessible { error, .. } => Some(error),
            Self::Broken { .. } | Self::Newer { .. } => None,
        }
    }
}

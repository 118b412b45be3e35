//! Why a file is not read or written, in words behind "cannot read PATH: ".

use std::fmt;
use std::fs::{FileType, Metadata};
use std::io;

/// Why a file is not read or written. Its `Display` has no full stop.
#[derive(Debug)]
#[non_exhaustive]
pub enum FileError {
    /// Something else has that name: "a directory", "a pipe", …
    NotRegular(&'static str),
    /// It has more bytes than this.
    TooLarge(u64),
    /// It is not UTF-8.
    NotText,
    /// The system refused.
    System(io::Error),
}

impl FileError {
    /// Whether there is no such file.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::System(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRegular(kind) => {
                write!(f, "it is {kind}, not a regular file; remove it or put a file in its place")
            }
            Self::TooLarge(most) => write!(f, "it is larger than {} KiB; move it away", most >> 10),
            Self::NotText => f.write_str("it is not UTF-8"),
            Self::System(error) => match error.kind() {
                io::ErrorKind::NotFound => f.write_str("there is no such file"),
                io::ErrorKind::PermissionDenied => f.write_str("you have no permission to read it"),
                _ => error.fmt(f),
            },
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::System(error) => Some(error),
            Self::NotRegular(_) | Self::TooLarge(_) | Self::NotText => None,
        }
    }
}

impl From<io::Error> for FileError {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl From<FileError> for io::Error {
    fn from(error: FileError) -> Self {
        match error {
            FileError::System(error) => error,
            other => Self::other(other),
        }
    }
}

/// Fails for what is no regular file.
pub(super) fn expect_regular(metadata: &Metadata) -> Result<(), FileError> {
    if metadata.is_file() { Ok(()) } else { Err(FileError::NotRegular(kind(metadata.file_type()))) }
}

#[cfg(unix)]
fn kind(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;

    match kind {
        kind if kind.is_dir() => "a directory",
        kind if kind.is_fifo() => "a pipe",
        kind if kind.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn kind(kind: FileType) -> &'static str {
    if kind.is_dir() { "a directory" } else { "a device" }
}

//! Why a file is not read or written, in words behind "cannot read PATH: ".

use std::fs::{FileType, Metadata};
use std::io;

/// Why a file is not read or written. Its `Display` has no full stop.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// Something else has that name: "a directory", "a pipe", …
    #[error("it is {0}, not a regular file; remove it or put a file in its place")]
    NotRegular(&'static str),
    /// It has more bytes than this.
    #[error("it is larger than {} KiB; move it away", .0 >> 10)]
    TooLarge(u64),
    #[error("it is not UTF-8")]
    NotText,
    /// The operating system refused.
    #[error("{}", sentence(.0))]
    System(#[from] io::Error),
}

impl FileError {
    /// Whether there is no such file.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::System(error) if error.kind() == io::ErrorKind::NotFound)
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

fn sentence(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "you have no permission to read it".to_owned(),
        _ => error.to_string(),
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

//! Why a source gave no document, as one sentence: what, which path, what to do.

use std::io;
use std::path::{Path, PathBuf};

use super::LIMIT;
use super::decode::Failure;
use super::remote::{self, RemoteError};
use crate::model::{Encoding, Origin};

/// Why a source gave no document. Its `Display` is one sentence without a full stop.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// There is no such file.
    #[error("cannot read {}: {}", path.display(), not_found(path, near.as_deref()))]
    NotFound {
        /// The path as given.
        path: PathBuf,
        /// A file in the same directory with nearly that name.
        near: Option<PathBuf>,
    },
    /// The path is a directory, where a file was expected.
    #[error("cannot read {}: it is a directory", .0.display())]
    Directory(PathBuf),
    /// The path is a directory in which no file holds a proposal.
    #[error("cannot read {}: it is a directory without listings ({})", path.display(), contents(*files))]
    NoListings {
        /// The path as given.
        path: PathBuf,
        /// How many files in it might have been listings.
        files: usize,
    },
    /// The address of a repository or an archive in which no file holds a proposal.
    #[error("cannot read {address}: it has no listings ({})", contents(*files))]
    TreeWithoutListings {
        /// The address as given.
        address: String,
        /// How many files in it might have been listings.
        files: usize,
    },
    /// An address gave no document.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// It is not text.
    #[error("cannot read {origin}: it is {kind}, not a Markdown listing")]
    Binary {
        origin: Origin,
        /// Its kind, in words that follow "it is ".
        kind: &'static str,
    },
    /// Its byte order mark says UTF-16, its bytes do not.
    #[error(
        "cannot read {origin}: its byte order mark says UTF-16 ({} endian), but its bytes are not; save it \
         as UTF-8",
        if *encoding == Encoding::Utf16Be { "big" } else { "little" }
    )]
    BrokenUtf16 {
        origin: Origin,
        /// The byte order that the mark names.
        encoding: Encoding,
    },
    /// It has more than [`LIMIT`] bytes.
    #[error("cannot read {0}: it is larger than {mib} MiB; no listing is", mib = LIMIT >> 20)]
    TooLarge(Origin),
    /// A file of ignore rules cannot be read; the files that it might exclude are read.
    #[error("cannot read the ignore rules in {}: {error}", path.display())]
    IgnoreRules {
        path: PathBuf,
        /// The reason, in words that follow "cannot read …: ".
        error: String,
    },
    /// It is a device, which no listing is.
    #[error("cannot read {}: it is a device or a socket; name a file or a pipe", .0.display())]
    Device(PathBuf),
    /// It is a terminal, not a listing.
    #[error("cannot read {0}: it is a terminal; pipe a listing in, as in `cat proposals.md | mentor-tui -`")]
    Terminal(Origin),
    /// The operating system refused: permissions, a broken disk, …
    #[error("cannot read {origin}: {}", reason(source))]
    Unreadable { origin: Origin, source: io::Error },
}

impl SourceError {
    /// Whether the network or a server is to blame and not the document.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Remote(error) if error.is_passing())
    }

    pub(super) fn from_decoding(failure: Failure, origin: &Origin) -> Self {
        let origin = origin.clone();
        match failure {
            Failure::BrokenUtf16(encoding) => Self::BrokenUtf16 { origin, encoding },
            Failure::Binary => Self::Binary { origin, kind: "binary data" },
        }
    }
}

fn not_found(path: &Path, near: Option<&Path>) -> String {
    if path.to_str().is_some_and(remote::is_other_address) {
        return "only addresses that begin with http:// or https:// are read".to_owned();
    }
    let hint = near.map(|near| format!("; did you mean {}?", near.display()));
    format!("there is no such file{}", hint.unwrap_or_default())
}

fn contents(files: usize) -> String {
    match files {
        0 => "it has no Markdown files".to_owned(),
        1 => "its only file has no proposals".to_owned(),
        several => format!("none of its {several} files has proposals"),
    }
}

/// The message of an error of the operating system, without the number that Rust adds to it.
fn reason(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::PermissionDenied {
        return "you have no permission to read it".to_owned();
    }
    let said = error.to_string();
    let end = said.rfind(" (os error").unwrap_or(said.len());
    let mut words = said[..end].chars();
    words.next().map_or_else(String::new, |first| first.to_lowercase().chain(words).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_says_what_was_looked_at() {
        let sentence = |files| SourceError::NoListings { path: "term".into(), files }.to_string();
        let start = "cannot read term: it is a directory without listings";
        assert_eq!(sentence(0), format!("{start} (it has no Markdown files)"));
        assert_eq!(sentence(1), format!("{start} (its only file has no proposals)"));
        assert_eq!(sentence(2), format!("{start} (none of its 2 files has proposals)"));
    }

    #[test]
    fn the_system_speaks_without_numbers() {
        let origin = Origin::File("a.md".into());
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        let error = SourceError::Unreadable { origin: origin.clone(), source: denied };
        assert_eq!(error.to_string(), "cannot read a.md: you have no permission to read it");
        let other = io::Error::from_raw_os_error(5);
        let error = SourceError::Unreadable { origin, source: other }.to_string();
        assert!(!error.contains("os error"), "{error}");
    }
}

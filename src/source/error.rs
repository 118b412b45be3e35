//! Why a source gave no document, as one sentence: what, which path, what to do.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::LIMIT;
use super::decode::Failure;
use super::remote::{self, RemoteError};
use crate::model::{Encoding, Origin};

/// Why a source gave no document. Its `Display` is one sentence without a full stop.
#[derive(Debug)]
#[non_exhaustive]
pub enum SourceError {
    /// There is no such file.
    NotFound {
        /// The path as given.
        path: PathBuf,
        /// A file in the same directory with nearly that name.
        near: Option<PathBuf>,
    },
    /// The path is a directory, where a file was expected.
    Directory {
        /// The path as given.
        path: PathBuf,
    },
    /// The path is a directory in which nothing holds a proposal.
    NoListings {
        /// The path as given.
        path: PathBuf,
        /// How many files in it might have been listings.
        files: usize,
    },
    /// An address gave no document.
    Remote(RemoteError),
    /// It is not text.
    Binary {
        /// The source.
        origin: Origin,
        /// What it is: words for "it is …".
        kind: &'static str,
    },
    /// Its byte order mark says UTF-16, its bytes do not.
    BrokenUtf16 {
        /// The source.
        origin: Origin,
        /// The byte order that the mark names.
        encoding: Encoding,
    },
    /// It has more than [`LIMIT`] bytes.
    TooLarge {
        /// The source.
        origin: Origin,
    },
    /// A file with ignore rules cannot be read; what it would pass by is read.
    Rules {
        /// The file.
        path: PathBuf,
        /// Why, in words behind "cannot read …: ".
        error: String,
    },
    /// It is a device, which no listing is.
    Device {
        /// The path as given.
        path: PathBuf,
    },
    /// It is a terminal, not a listing.
    Terminal {
        /// The source.
        origin: Origin,
    },
    /// The operating system refused: permissions, a broken disk, …
    Unreadable {
        /// The source.
        origin: Origin,
        /// What the system said.
        error: io::Error,
    },
}

impl SourceError {
    pub(super) fn from_decoding(failure: Failure, origin: &Origin) -> Self {
        let origin = origin.clone();
        match failure {
            Failure::BrokenUtf16(encoding) => Self::BrokenUtf16 { origin, encoding },
            Failure::Binary => Self::Binary { origin, kind: "binary data" },
        }
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound { path, near } => {
                write!(f, "cannot read {}: ", path.display())?;
                if path.to_str().is_some_and(remote::is_other_address) {
                    return f.write_str("only addresses that begin with http:// or https:// are read");
                }
                f.write_str("there is no such file")?;
                near.iter().try_for_each(|near| write!(f, "; did you mean {}?", near.display()))
            }
            Self::Directory { path } => write!(f, "cannot read {}: it is a directory", path.display()),
            Self::NoListings { path, files } => {
                let inside = match files {
                    0 => "no Markdown file lies in it".to_owned(),
                    1 => "its one file holds no proposals".to_owned(),
                    several => format!("none of its {several} files holds proposals"),
                };
                write!(f, "cannot read {}: it is a directory without listings ({inside})", path.display())
            }
            Self::Remote(error) => error.fmt(f),
            Self::Binary { origin, kind } => {
                write!(f, "cannot read {origin}: it is {kind}, not a Markdown listing")
            }
            Self::BrokenUtf16 { origin, encoding } => {
                let order = if *encoding == Encoding::Utf16Be { "big" } else { "little" };
                write!(
                    f,
                    "cannot read {origin}: its byte order mark says UTF-16 ({order} endian), but its \
                     bytes are not; save it as UTF-8"
                )
            }
            Self::TooLarge { origin } => {
                write!(f, "cannot read {origin}: it is larger than {} MiB; no listing is", LIMIT >> 20)
            }
            Self::Rules { path, error } => {
                write!(f, "cannot read the ignore rules in {}: {error}", path.display())
            }
            Self::Device { path } => {
                write!(f, "cannot read {}: it is a device or a socket; name a file or a pipe", path.display())
            }
            Self::Terminal { origin } => write!(
                f,
                "cannot read {origin}: it is a terminal; pipe a listing in, as in \
                 `cat proposals.md | mentor-tui -`"
            ),
            Self::Unreadable { origin, error } => {
                write!(f, "cannot read {origin}: {}", reason(error))
            }
        }
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { error, .. } => Some(error),
            Self::Remote(error) => Some(error),
            _ => None,
        }
    }
}

/// What the system said, without the number that Rust adds for programmers.
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
        assert_eq!(sentence(0), format!("{start} (no Markdown file lies in it)"));
        assert_eq!(sentence(1), format!("{start} (its one file holds no proposals)"));
        assert_eq!(sentence(2), format!("{start} (none of its 2 files holds proposals)"));
    }

    #[test]
    fn the_system_speaks_without_numbers() {
        let origin = Origin::File("a.md".into());
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        let error = SourceError::Unreadable { origin: origin.clone(), error: denied };
        assert_eq!(error.to_string(), "cannot read a.md: you have no permission to read it");
        let other = io::Error::from_raw_os_error(5);
        let error = SourceError::Unreadable { origin, error: other }.to_string();
        assert!(!error.contains("os error"), "{error}");
    }
}

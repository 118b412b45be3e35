//! Why a source gave no document, as one sentence: what, which path, what to do.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::LIMIT;
use super::decode::Failure;
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
    /// The path is a directory.
    Directory {
        /// The path as given.
        path: PathBuf,
        /// The first few Markdown files in it, by name.
        listings: Vec<PathBuf>,
        /// How many more there are.
        more: usize,
    },
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
    /// Standard input is a terminal, not a listing.
    TypedInput,
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
                write!(f, "cannot read {}: there is no such file", path.display())?;
                near.iter().try_for_each(|near| write!(f, "; did you mean {}?", near.display()))
            }
            Self::Directory { path, listings, more } => directory(f, path, listings, *more),
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
            Self::TypedInput => f.write_str(
                "cannot read standard input: it is a terminal; pipe a listing in, as in \
                 `cat proposals.md | mentor-tui -`",
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
            _ => None,
        }
    }
}

fn directory(
    f: &mut fmt::Formatter<'_>,
    path: &std::path::Path,
    listings: &[PathBuf],
    more: usize,
) -> fmt::Result {
    write!(f, "cannot read {}: it is a directory", path.display())?;
    if listings.is_empty() {
        return f.write_str(" without listings (no Markdown file lies in it)");
    }
    f.write_str("; name a listing, such as ")?;
    for (at, listing) in listings.iter().enumerate() {
        let before = match at {
            0 => "",
            _ if more == 0 && at + 1 == listings.len() => " or ",
            _ => ", ",
        };
        write!(f, "{before}{}", listing.display())?;
    }
    if more > 0 { write!(f, " ({more} more)") } else { Ok(()) }
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

    fn directory(listings: &[&str], more: usize) -> String {
        let listings = listings.iter().map(PathBuf::from).collect();
        SourceError::Directory { path: "term".into(), listings, more }.to_string()
    }

    #[test]
    fn a_directory_names_what_could_be_opened_instead() {
        assert_eq!(
            directory(&[], 0),
            "cannot read term: it is a directory without listings (no Markdown file lies in it)"
        );
        assert_eq!(
            directory(&["term/a.md", "term/b.md"], 0),
            "cannot read term: it is a directory; name a listing, such as term/a.md or term/b.md"
        );
        assert_eq!(
            directory(&["a.md", "b.md", "c.md"], 2),
            "cannot read term: it is a directory; name a listing, such as a.md, b.md, c.md (2 more)"
        );
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

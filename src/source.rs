//! Sources: bytes in, documents out, with a clear sentence when that fails.
//!
//! A source knows nothing of proposals: a text without any is no error here. What it refuses is what
//! nobody can read as text at all: a missing file, a directory, a picture, half a gigabyte.

mod decode;
mod discover;
mod error;
mod file;
mod kind;
mod natural;
mod plan;
pub mod remote;
mod rules;
mod settings;
mod stale;
mod stdin;
pub mod watch;

use std::io::{self, Read};
use std::sync::atomic::AtomicBool;

use crate::model::{Document, Origin};

pub use discover::{Discovery, Skipped, discover, looks_like_export};
pub use error::SourceError;
pub use plan::{Directory, Plan, Planned, named};
pub use remote::Proxies;
pub use settings::{Limits, Settings};
pub use stale::{Stale, ago};

/// The most bytes that one listing on disk may have. A thousand times the largest that was ever
/// published; the limit is there for devices and mistakes that never end.
pub const LIMIT: u64 = 256 * 1024 * 1024;

/// How many bytes from its start decide whether a source is text.
const SNIFF: u64 = 64 * 1024;

/// The listing that is built into the program.
const SAMPLE: &str = include_str!("../assets/sample.md");

/// A document that was read.
#[derive(Debug)]
pub struct Loaded {
    /// The document.
    pub document: Document,
    /// For a document from the web that could not be fetched now: how old the text is that stands
    /// in for it.
    pub stale: Option<Stale>,
}

/// Reads a document. Blocks as long as its source does: a FIFO, a pipe into standard input, a server
/// within the limits of `settings`. Where a server cannot be reached (or must not be, see
/// [`Settings::offline`]), what it gave the last time stands in.
///
/// # Errors
///
/// When the source cannot be read, is no text, or is too large.
pub fn load(origin: &Origin, settings: &Settings) -> Result<Loaded, SourceError> {
    let bytes = match origin {
        Origin::Sample => return Ok(current(Document::new(Origin::Sample, SAMPLE))),
        Origin::Address(address) => return load_address(address, settings),
        Origin::File(path) => file::read(path)?,
        Origin::Stdin => stdin::read()?,
    };
    let (text, encoding) =
        decode::decode(bytes).map_err(|failure| SourceError::from_decoding(failure, origin))?;
    Ok(current(Document::decoded(origin.clone(), text, encoding)))
}

/// The text that the bytes of a source stand for, decoded as [`load`] decodes them. `None` when it refuses them.
#[must_use]
pub fn text(bytes: Vec<u8>) -> Option<String> {
    let sniffed = bytes.len().min(usize::try_from(SNIFF).unwrap_or(usize::MAX));
    let is_binary = kind::binary(&bytes[..sniffed]).is_some();
    if is_binary { None } else { decode::decode(bytes).ok().map(|(text, _)| text) }
}

/// Whether a document can be read a second time: a file (one that is missing now may come back) or an
/// address, not what flows through a pipe.
#[must_use]
pub fn can_be_read_again(origin: &Origin) -> bool {
    match origin {
        Origin::File(path) => file::is_lasting(path),
        Origin::Address(_) => true,
        Origin::Stdin | Origin::Sample => false,
    }
}

/// Whether reading a document may take any time, for its bytes come from somebody else: a server,
/// another program, a device.
#[must_use]
pub fn is_waited_for(origin: &Origin) -> bool {
    match origin {
        Origin::Address(_) | Origin::Stdin => true,
        Origin::File(path) => !file::is_lasting(path),
        Origin::Sample => false,
    }
}

fn current(document: Document) -> Loaded {
    Loaded { document, stale: None }
}

fn load_address(address: &str, settings: &Settings) -> Result<Loaded, SourceError> {
    match remote::fetch(address, settings, &|_, _| {}, &AtomicBool::new(false)) {
        Ok(fetched) => Ok(current(fetched.into_document())),
        Err(error) if error.is_passing() => {
            let cached = remote::cached(address, settings).ok_or(SourceError::Remote(error.clone()))?;
            let stale = Stale { age: cached.age, why: error };
            Ok(Loaded { document: cached.document, stale: Some(stale) })
        }
        Err(error) => Err(SourceError::Remote(error)),
    }
}

/// Reads all of `input`. What is no text is refused after its first bytes, so that a device without
/// an end (`/dev/zero`) cannot fill the memory.
fn read_text(mut input: impl Read, origin: &Origin) -> Result<Vec<u8>, SourceError> {
    let failed = |source: io::Error| SourceError::Unreadable { origin: origin.clone(), source };
    let mut bytes = Vec::new();
    input.by_ref().take(SNIFF).read_to_end(&mut bytes).map_err(failed)?;
    if let Some(kind) = kind::binary(&bytes) {
        return Err(SourceError::Binary { origin: origin.clone(), kind });
    }
    let rest = LIMIT + 1 - bytes.len() as u64;
    input.take(rest).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LIMIT {
        return Err(SourceError::TooLarge(origin.clone()));
    }
    // It grew by doubling, and it stays as long as the document.
    bytes.shrink_to_fit();
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_always_there() {
        let document = load(&Origin::Sample, &Settings::default()).unwrap().document;
        assert_eq!(document.origin(), &Origin::Sample);
        assert!(document.text().lines().any(|line| line.starts_with("# ")));
    }

    #[test]
    fn an_endless_source_is_refused_after_its_first_bytes() {
        let binary = read_text(io::repeat(0), &Origin::Stdin).unwrap_err();
        assert!(matches!(binary, SourceError::Binary { .. }), "{binary}");
    }

    #[test]
    fn a_text_without_end_meets_the_limit() {
        let large = read_text(io::repeat(b'a'), &Origin::Stdin).unwrap_err();
        assert_eq!(large.to_string(), "cannot read standard input: it is larger than 256 MiB; no listing is");
    }

    #[test]
    fn an_empty_source_is_an_empty_text() {
        assert!(read_text(io::empty(), &Origin::Stdin).unwrap().is_empty());
    }
}

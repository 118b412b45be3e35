//! Sources: bytes in, documents out, with a clear sentence when that fails.
//!
//! A source knows nothing of proposals: a text without any is no error here. What it refuses is what
//! nobody can read as text at all: a missing file, a directory, a picture, half a gigabyte.

mod decode;
mod error;
mod file;
mod kind;
mod stdin;

use std::io::{self, Read};

use crate::model::{Document, Origin};

pub use error::SourceError;

/// The most bytes that one listing may have. A thousand times the largest that was ever published;
/// the limit is there for devices and mistakes that never end.
pub const LIMIT: u64 = 256 * 1024 * 1024;

/// How many bytes from its start decide whether a source is text.
const SNIFF: u64 = 64 * 1024;

/// The listing that is built into the program.
const SAMPLE: &str = include_str!("../assets/sample.md");

/// Reads a document. Blocks as long as its source does: a FIFO, a pipe into standard input.
///
/// # Errors
///
/// When the source cannot be read, is no text, or is larger than [`LIMIT`].
pub fn load(origin: &Origin) -> Result<Document, SourceError> {
    let bytes = match origin {
        Origin::Sample => return Ok(Document::new(Origin::Sample, SAMPLE)),
        Origin::File(path) => file::read(path)?,
        Origin::Stdin => stdin::read()?,
    };
    let (text, encoding) =
        decode::decode(bytes).map_err(|failure| SourceError::from_decoding(failure, origin))?;
    Ok(Document::decoded(origin.clone(), text, encoding))
}

/// Reads all of `input`. What is no text is refused after its first bytes, so that a device without
/// an end (`/dev/zero`) cannot fill the memory.
fn read_text(mut input: impl Read, origin: &Origin) -> Result<Vec<u8>, SourceError> {
    let failed = |error: io::Error| SourceError::Unreadable { origin: origin.clone(), error };
    let mut bytes = Vec::new();
    input.by_ref().take(SNIFF).read_to_end(&mut bytes).map_err(failed)?;
    if let Some(kind) = kind::binary(&bytes) {
        return Err(SourceError::Binary { origin: origin.clone(), kind });
    }
    let rest = LIMIT + 1 - bytes.len() as u64;
    input.take(rest).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LIMIT {
        return Err(SourceError::TooLarge { origin: origin.clone() });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_always_there() {
        let document = load(&Origin::Sample).unwrap();
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

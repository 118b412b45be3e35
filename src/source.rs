//! Sources: bytes in, documents out, with a clear sentence when that fails.
//!
//! A source knows nothing of proposals: a text without any is no error here. Errors are sources that cannot be read as
//! text at all: a missing file, a directory, a picture, half a gigabyte.

mod bounded;
mod decode;
mod discover;
mod error;
mod file;
mod ignore_rules;
pub mod issue;
mod natural_sort;
mod plan;
pub mod remote;
mod settings;
mod skipped;
mod sniff;
mod stale;
mod stdin;
pub mod watch;

use std::sync::atomic::AtomicBool;

use crate::model::{Document, Origin};

pub use discover::{Discovery, discover, looks_like_export, may_be_listing};
pub use error::SourceError;
pub use plan::{Directory, Plan, Planned, named};
pub use remote::Proxies;
pub use settings::{FetchLimits, FetchSettings, LIMIT, Readings};
pub use skipped::Skipped;
pub use stale::Stale;

/// The listing that is built into the program.
const SAMPLE: &str = include_str!("../assets/sample.md");

/// A document that was read.
#[derive(Debug)]
pub struct Loaded {
    /// The document.
    pub document: Document,
    /// The age of the text if it came from the cache, because fetching it failed.
    pub stale: Option<Stale>,
}

/// Reads a document. Blocks as long as its source does: a FIFO, a pipe into standard input, a server within the limits
/// of `settings`. If a server cannot be reached (or must not be, see [`FetchSettings::offline`]), the copy in the cache
/// is returned.
///
/// # Errors
///
/// When the source cannot be read, is no text, or is too large.
pub fn load(origin: &Origin, settings: &FetchSettings) -> Result<Loaded, SourceError> {
    let mut loaded = load_text(origin, settings)?;
    loaded.document = settings.readings.told(loaded.document);
    Ok(loaded)
}

fn load_text(origin: &Origin, settings: &FetchSettings) -> Result<Loaded, SourceError> {
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
pub fn text(bytes: Vec<u8>) -> Option<String> {
    let is_binary = sniff::binary(&bytes[..bytes.len().min(sniff::SAMPLE)]).is_some();
    if is_binary { None } else { decode::decode(bytes).ok().map(|(text, _)| text) }
}

/// Whether a document can be read a second time: a file (one that is missing now may come back) or an
/// address, not what flows through a pipe.
pub fn can_be_read_again(origin: &Origin) -> bool {
    match origin {
        Origin::File(path) => file::is_lasting(path),
        Origin::Address(_) => true,
        Origin::Stdin | Origin::Sample => false,
    }
}

/// Whether reading a document may take any time, for its bytes come from somebody else: a server,
/// another program, a device.
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

fn load_address(address: &str, settings: &FetchSettings) -> Result<Loaded, SourceError> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_always_there() {
        let document = load(&Origin::Sample, &FetchSettings::default()).unwrap().document;
        assert_eq!(document.origin(), &Origin::Sample);
        assert!(document.text().lines().any(|line| line.starts_with("# ")));
    }
}

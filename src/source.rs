//! Sources: bytes in, documents out, with a clear sentence when that fails.
//!
//! A source knows nothing of proposals: a text without any is no error here. Errors are sources that cannot be read as
//! text at all: a missing file, a directory, a picture, half a gigabyte.

mod archive;
mod bounded;
mod contents;
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

pub use contents::Contents;
pub use discover::{Discovery, discover, looks_like_export, may_hold_listing};
pub use error::SourceError;
pub use plan::{Directory, Plan, Planned, named};
pub use remote::Proxies;
pub use settings::{FetchLimits, FetchSettings, LIMIT, Readings};
pub use skipped::Skipped;
pub use stale::Stale;

/// The listing that is built into the program.
const SAMPLE: &str = include_str!("../assets/sample.md");

/// The documents of a source that was read.
#[derive(Debug)]
pub struct Loaded {
    pub contents: Contents,
    /// The age of the text if it came from the cache, because fetching it failed.
    pub stale: Option<Stale>,
}

/// Reads a source: one document, or those of an archive. Blocks as long as its source does: a FIFO, a pipe into standard
/// input, a server within the limits of `settings`. If a server cannot be reached (or must not be, see
/// [`FetchSettings::offline`]), the copy in the cache is returned.
///
/// # Errors
///
/// When the source cannot be read, is no text, or is too large.
pub fn load(origin: &Origin, settings: &FetchSettings) -> Result<Loaded, SourceError> {
    let address = match origin {
        Origin::Address(address) => address,
        Origin::Sample => return Ok(loaded(Document::new(Origin::Sample, SAMPLE), settings)),
        Origin::File(path) => return from_bytes(file::read(path)?, origin, settings),
        Origin::Stdin => return from_bytes(stdin::read()?, origin, settings),
    };
    match remote::fetch(address, settings, &|_, _| {}, &AtomicBool::new(false)) {
        Ok(fetched) => Ok(Loaded { contents: settings.told(fetched.into_contents()), stale: None }),
        Err(error) if error.is_passing() => {
            let cached = remote::cached(address, settings).ok_or(SourceError::Remote(error.clone()))?;
            let stale = Some(Stale { age: cached.age, why: error });
            Ok(Loaded { contents: settings.told(cached.contents), stale })
        }
        Err(error) => Err(SourceError::Remote(error)),
    }
}

fn from_bytes(bytes: Vec<u8>, origin: &Origin, settings: &FetchSettings) -> Result<Loaded, SourceError> {
    let (text, encoding) =
        decode::decode(bytes).map_err(|failure| SourceError::from_decoding(failure, origin))?;
    Ok(loaded(Document::decoded(origin.clone(), text, encoding), settings))
}

fn loaded(document: Document, settings: &FetchSettings) -> Loaded {
    let documents = vec![settings.readings.told(document)];
    Loaded { contents: Contents { documents, ..Contents::default() }, stale: None }
}

/// The text that the bytes of a source stand for, decoded as [`load`] decodes them. `None` when it refuses them.
pub fn text(bytes: Vec<u8>) -> Option<String> {
    let is_binary = sniff::binary(&bytes[..bytes.len().min(sniff::SAMPLE)]).is_some();
    if is_binary { None } else { decode::decode(bytes).ok().map(|(text, _)| text) }
}

/// Whether a source may hold many documents that are found only when it is read: a repository, an archive.
pub fn is_tree(origin: &Origin) -> bool {
    matches!(origin, Origin::Address(address) if remote::is_tree(address))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_always_there() {
        let contents = load(&Origin::Sample, &FetchSettings::default()).unwrap().contents;
        let [document] = &contents.documents[..] else { panic!() };
        assert_eq!(document.origin(), &Origin::Sample);
        assert!(document.text().lines().any(|line| line.starts_with("# ")));
    }
}

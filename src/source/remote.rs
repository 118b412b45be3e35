//! Documents from the web, fetched on request and kept in a cache.
//!
//! Only the given address and the targets of its redirects are ever contacted. The address of a page about a file on
//! GitHub means the file.

mod address;
mod cache;
mod credential;
mod error;
mod interface;
mod lookup;
mod proxies;
mod rate;
mod transfer;

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::{FetchSettings, decode, sniff};
use crate::model::{Document, Origin};

pub(in crate::source) use credential::{Credential, is_fit};
pub use error::{Cause, RemoteError};
pub(in crate::source) use interface::{Interface, kept};
pub use proxies::Proxies;
pub use rate::RateLimit;

use address::Address;
use cache::Validators;
use transfer::{FetchAnswer, Transfer};

/// The documents that can be read, the best first.
const ACCEPT: &str = "text/markdown, text/plain, application/json, */*;q=0.1";

/// A document as it was when it was last fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cached {
    /// The document.
    pub document: Document,
    /// How long ago it was fetched, or found unchanged.
    pub age: Duration,
}

/// The outcome of a fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// A text that was not in the cache.
    New(Document),
    /// The text that [`cached`] gives: the server says that it is the newest.
    NotModified(Document),
}

impl Fetched {
    /// The document, either way.
    pub fn into_document(self) -> Document {
        match self {
            Self::New(document) | Self::NotModified(document) => document,
        }
    }
}

/// Whether an argument is an address rather than a path.
pub fn is_address(text: &str) -> bool {
    address::scheme(text).is_some_and(|(scheme, rest)| {
        rest.starts_with("//") && ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
    })
}

/// Whether an argument is an address of another kind: nothing is read from there.
pub(super) fn is_other_address(text: &str) -> bool {
    !is_address(text) && address::scheme(text).is_some_and(|(_, rest)| rest.starts_with("//"))
}

/// The document of an address as it was when it was last fetched; `None` where it never was, or
/// where what was kept cannot be used. Connects to nothing.
pub fn cached(address: &str, settings: &FetchSettings) -> Option<Cached> {
    let target = Address::parse(address).and_then(Address::of_file).ok()?;
    let entry = cache::read(settings.cache.as_deref()?, &target)?;
    let age = entry.age();
    let document = document(address, entry.body).ok()?;
    Some(Cached { document, age })
}

/// Fetches the document of an address, unless the server says that the cached one is the newest.
/// Blocks, at most as long as the limits say. `progress` is called with the number of bytes that have come and, if it is
/// known, the size of the document. Once `cancel` is set, the fetch ends with the next piece that comes.
///
/// # Errors
///
/// When it is no address of a file, the server cannot be reached or does not give the document, or
/// what it gives is no text.
pub fn fetch(
    address: &str,
    settings: &FetchSettings,
    progress: &dyn Fn(u64, Option<u64>),
    cancel: &AtomicBool,
) -> Result<Fetched, RemoteError> {
    let failed = |cause| RemoteError::new(address, cause);
    let target = Address::parse(address).and_then(Address::of_file).map_err(failed)?;
    if settings.offline {
        return Err(failed(Cause::Offline));
    }
    let directory = settings.cache.as_deref();
    // The server may only answer "not modified" about a copy that can be shown.
    let kept = directory
        .and_then(|directory| cache::read(directory, &target))
        .and_then(|entry| Some((document(address, entry.body.clone()).ok()?, entry)));
    let known = kept.as_ref().map(|(_, entry)| &entry.validators);
    let transfer = Transfer {
        limits: &settings.limits,
        proxies: &settings.proxies,
        progress,
        cancel,
        accept: ACCEPT,
        credential: None,
    };
    match (transfer.get(target.clone(), known).map_err(failed)?, kept) {
        (FetchAnswer::NotModified, Some((document, entry))) => {
            keep(directory, &target, &entry.validators, &entry.body);
            Ok(Fetched::NotModified(document))
        }
        (FetchAnswer::NotModified, None) => Err(failed(Cause::Status(304))),
        (FetchAnswer::Body { bytes, validators }, _) => {
            let document = document(address, bytes.clone()).map_err(failed)?;
            keep(directory, &target, &validators, &bytes);
            Ok(Fetched::New(document))
        }
    }
}

/// Writes a text to the cache. Failure (a full disk, a read-only folder) is ignored: the text of this run is complete.
fn keep(directory: Option<&Path>, target: &Address, validators: &Validators, bytes: &[u8]) {
    let _ = directory.map(|directory| cache::write(directory, target, validators, bytes));
}

fn document(address: &str, bytes: Vec<u8>) -> Result<Document, Cause> {
    if is_web_page(&bytes) {
        return Err(Cause::WebPage);
    }
    if let Some(kind) = sniff::binary(&bytes) {
        return Err(Cause::Binary(kind));
    }
    let (text, encoding) = decode::decode(bytes).map_err(|failure| match failure {
        decode::Failure::BrokenUtf16(_) => Cause::BrokenUtf16,
        decode::Failure::Binary => Cause::Binary("binary data"),
    })?;
    Ok(Document::decoded(Origin::Address(address.to_owned()), text, encoding))
}

/// Whether it is a page for a browser: a whole HTML document, not a listing with tags in it.
fn is_web_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    [&b"<!doctype html"[..], b"<html"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_by_its_scheme() {
        for text in ["http://example.org", "HTTPS://example.org/a.md", "https://"] {
            assert!(is_address(text), "{text}");
        }
        for text in ["https:/a", "http.md", "ftp://example.org", "C://a.md", "", "a/http://b"] {
            assert!(!is_address(text), "{text}");
        }
        assert!(is_other_address("ftp://example.org") && is_other_address("file:///etc/hosts"));
        assert!(!is_other_address("http://example.org") && !is_other_address("a/ftp://b"));
    }

    #[test]
    fn a_page_for_browsers_is_told_from_a_listing_with_tags() {
        assert!(is_web_page(b"\xEF\xBB\xBF\n <!DOCTYPE html>\n<html>"));
        assert!(is_web_page(b"<HTML lang=en>"));
        assert!(!is_web_page(b"<!-- a note -->\n# Ideas\n<html>"));
        assert!(!is_web_page(b"<h"));
    }
}

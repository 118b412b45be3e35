//! Documents from the web, fetched on request and kept in a cache.
//!
//! Only the given address and the targets of its redirects are ever contacted. The address of a page about a file on
//! GitHub, GitLab or Codeberg means the file, and that of a repository or of a folder in it means the files there: they
//! come in one archive.

mod address;
mod cache;
mod credential;
pub(in crate::source) mod error;
mod forge;
mod interface;
mod lookup;
mod proxies;
mod rate;
mod transfer;

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::archive::{self, Fault};
use super::contents::Contents;
use super::{FetchSettings, decode, sniff};
use crate::model::{Document, Origin};

pub(in crate::source) use credential::{Credential, is_fit};
pub use error::{Cause, RemoteError};
pub(in crate::source) use interface::{Interface, kept};
pub use proxies::Proxies;
pub use rate::RateLimit;

use address::Address;
use cache::Validators;
use forge::{Place, Tree};
use transfer::{FetchAnswer, Transfer};

/// The documents that can be read, the best first.
const ACCEPT: &str = "text/markdown, text/plain, application/json, */*;q=0.1";

/// The contents of an address when it was last fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cached {
    pub contents: Contents,
    /// How long ago it was fetched, or found unchanged.
    pub age: Duration,
}

/// The outcome of a fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// Something that was not in the cache.
    New(Contents),
    /// The same as [`cached`] gives: the server says that it is the newest.
    NotModified(Contents),
}

impl Fetched {
    /// The documents, either way.
    pub fn into_contents(self) -> Contents {
        match self {
            Self::New(contents) | Self::NotModified(contents) => contents,
        }
    }
}

/// Whether an argument is an address rather than a path.
pub fn is_address(text: &str) -> bool {
    let is_web = address::scheme(text).is_some_and(|(scheme, rest)| {
        rest.starts_with("//") && ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
    });
    is_web || forge::is_short(text)
}

/// Whether an argument is an address of another kind: nothing is read from there.
pub(super) fn is_other_address(text: &str) -> bool {
    !is_address(text) && address::scheme(text).is_some_and(|(_, rest)| rest.starts_with("//"))
}

/// Whether an address names a repository, a folder in one, or an archive: anything that may hold many documents.
pub fn is_tree(address: &str) -> bool {
    matches!(Place::of(address), Ok(Place::Tree(_)))
}

/// How long ago the copy in the cache was fetched, or found unchanged; `None` where there is none. Connects to nothing,
/// and does not look whether the copy can be used.
pub fn age(address: &str, settings: &FetchSettings) -> Option<Duration> {
    cache::age(settings.cache.as_deref()?, Place::of(address).ok()?.target())
}

/// The contents of an address when it was last fetched; `None` where it never was, or
/// where what was kept cannot be used. Connects to nothing.
pub fn cached(address: &str, settings: &FetchSettings) -> Option<Cached> {
    let place = Place::of(address).ok()?;
    let entry = cache::read(settings.cache.as_deref()?, place.target())?;
    let age = entry.age();
    let contents = place.contents(address, entry.body).ok()?;
    Some(Cached { contents, age })
}

/// Fetches what an address names, unless the server says that the cached copy is the newest.
/// Blocks, at most as long as the limits say. `progress` is called with the number of bytes that have come and, if it is
/// known, the size of the whole. Once `cancel` is set, the fetch ends with the next piece that comes.
///
/// # Errors
///
/// When it is no address of a file, a folder or a repository, the server cannot be reached or does not give it, or
/// what it gives is no text or cannot be unpacked.
pub fn fetch(
    address: &str,
    settings: &FetchSettings,
    progress: &dyn Fn(u64, Option<u64>),
    cancel: &AtomicBool,
) -> Result<Fetched, RemoteError> {
    let failed = |cause| RemoteError::new(address, cause);
    let place = Place::of(address).map_err(failed)?;
    let target = place.target();
    if settings.offline {
        return Err(failed(Cause::Offline));
    }
    let directory = settings.cache.as_deref();
    // The server may only answer "not modified" about a copy that can be shown.
    let kept = directory
        .and_then(|directory| cache::read(directory, target))
        .and_then(|entry| Some((place.contents(address, entry.body.clone()).ok()?, entry)));
    let known = kept.as_ref().map(|(_, entry)| &entry.validators);
    let (limits, proxies) = (&settings.limits, &settings.proxies);
    let bytes = if matches!(place, Place::Tree(_)) { limits.archive } else { limits.bytes };
    let transfer = Transfer { limits, bytes, proxies, progress, cancel, accept: ACCEPT, credential: None };
    let answer = transfer.get(target.clone(), known).map_err(|cause| match (cause, &place) {
        (Cause::TooLarge(limit), Place::Tree(_)) => failed(Cause::ArchiveTooLarge(limit)),
        (cause, _) => failed(cause),
    })?;
    match (answer, kept) {
        (FetchAnswer::NotModified, Some((contents, entry))) => {
            keep(directory, target, &entry.validators, &entry.body);
            Ok(Fetched::NotModified(contents))
        }
        (FetchAnswer::NotModified, None) => Err(failed(Cause::Status(304))),
        (FetchAnswer::Body { bytes, validators }, _) => {
            let contents = place.contents(address, bytes.clone()).map_err(failed)?;
            keep(directory, target, &validators, &bytes);
            Ok(Fetched::New(contents))
        }
    }
}

impl Place {
    /// The address that is fetched.
    fn target(&self) -> &Address {
        match self {
            Self::File(address) | Self::Tree(Tree { archive: address, .. }) => address,
        }
    }

    /// The documents in the bytes that came, for the address as it was given.
    fn contents(&self, address: &str, bytes: Vec<u8>) -> Result<Contents, Cause> {
        match self {
            Self::File(_) => {
                let documents = vec![document(address, bytes)?];
                Ok(Contents { documents, ..Contents::default() })
            }
            Self::Tree(tree) => tree_contents(tree, &bytes),
        }
    }
}

/// The documents of a folder of an archive; each has the address of its page.
fn tree_contents(tree: &Tree, bytes: &[u8]) -> Result<Contents, Cause> {
    if is_web_page(bytes) {
        return Err(Cause::WebPage);
    }
    let found = archive::files(bytes, &tree.folder, tree.wrapped).map_err(|fault| match fault {
        Fault::NotAnArchive => Cause::NotAnArchive,
        Fault::Broken(why) => Cause::BrokenArchive(why),
        Fault::Path(path) => Cause::ArchivePath(path),
        Fault::LongPath(path) => Cause::ArchiveLongPath(path),
        Fault::TooManyFiles(limit) => Cause::TooManyFiles(limit),
        Fault::TooLarge(limit) => Cause::UnpacksTooLarge(limit),
    })?;
    let found = found.ok_or_else(|| Cause::NoFolder(tree.folder.clone()))?;
    let mut contents = Contents { skipped: found.skipped, ..Contents::default() };
    let too_large = Cause::TooLarge(archive::LIMITS.file);
    contents.problems =
        found.too_large.iter().map(|path| RemoteError::new(&tree.page(path), too_large.clone())).collect();
    for (path, bytes) in found.files {
        let page = tree.page(&path);
        match document(&page, bytes) {
            Ok(document) => contents.documents.push(document),
            // A web page with the name of a listing is a text of the repository like others.
            Err(Cause::WebPage) => {}
            Err(cause) => contents.problems.push(RemoteError::new(&page, cause)),
        }
    }
    Ok(contents)
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
        assert!(is_address("gh:o/r") && is_address("CB:o/r") && !is_address("gh") && !is_address("hg:o/r"));
    }

    #[test]
    fn a_page_for_browsers_is_told_from_a_listing_with_tags() {
        assert!(is_web_page(b"\xEF\xBB\xBF\n <!DOCTYPE html>\n<html>"));
        assert!(is_web_page(b"<HTML lang=en>"));
        assert!(!is_web_page(b"<!-- a note -->\n# Ideas\n<html>"));
        assert!(!is_web_page(b"<h"));
    }
}

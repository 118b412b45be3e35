//! The public interface of a site: small answers for programs, asked for on request and kept like documents.

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::address::Address;
use super::cache;
use super::credential::Credential;
use super::error::Cause;
use super::transfer::{FetchAnswer, Transfer};
use crate::source::FetchSettings;

/// The most bytes of one answer: a hundred events of an issue with long texts are a tenth of it.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// The way to ask the interface of one site.
pub(in crate::source) struct Interface<'a> {
    pub(in crate::source) settings: &'a FetchSettings,
    /// The kinds of answer, as the header `Accept` has them.
    pub(in crate::source) accept: &'a str,
    pub(in crate::source) credential: Option<&'a Credential>,
    pub(in crate::source) cancel: &'a AtomicBool,
}

impl Interface<'_> {
    /// Asks for an answer, unless the server says that the one that is kept is the newest. Blocks, at most as long as
    /// the limits say.
    pub(in crate::source) fn ask(&self, address: &str) -> Result<Vec<u8>, Cause> {
        let target = Address::parse(address)?;
        let settings = self.settings;
        if settings.offline {
            return Err(Cause::Offline);
        }
        let directory = settings.cache.as_deref();
        let entry = directory.and_then(|directory| cache::read(directory, &target));
        let known = entry.as_ref().map(|entry| &entry.validators);
        let transfer = Transfer {
            limits: &settings.limits,
            bytes: settings.limits.bytes.min(MOST_BYTES),
            proxies: &settings.proxies,
            progress: &|_, _| {},
            cancel: self.cancel,
            accept: self.accept,
            credential: self.credential,
        };
        let (bytes, validators) = match (transfer.get(target.clone(), known)?, entry) {
            (FetchAnswer::NotModified, Some(entry)) => (entry.body, entry.validators),
            (FetchAnswer::NotModified, None) => return Err(Cause::Status(304)),
            (FetchAnswer::Body { bytes, validators }, _) => (bytes, validators),
        };
        // A full disk or a read-only folder takes nothing away from this answer.
        let _ = directory.map(|directory| cache::write(directory, &target, &validators, &bytes));
        Ok(bytes)
    }
}

/// The answer as it was when it was last asked for, and how long ago that was. Connects to nothing.
pub(in crate::source) fn kept(address: &str, settings: &FetchSettings) -> Option<(Vec<u8>, Duration)> {
    let target = Address::parse(address).ok()?;
    let entry = cache::read(settings.cache.as_deref()?, &target)?;
    let age = entry.age();
    Some((entry.body, age))
}

//! The answers of a site, and how their values are read.

#![expect(clippy::disallowed_methods, reason = "an answer is of the time that it was asked for")]

use std::time::SystemTime;

use serde::de::DeserializeOwned;

use super::error::Refusal;

/// The answers of a site, by their addresses: asked for now, or those that were kept.
pub(super) trait Answers {
    fn get(&mut self, address: &str) -> Result<Vec<u8>, Refusal>;
}

/// The time of an answer that comes now.
pub(super) fn now() -> SystemTime {
    SystemTime::now()
}

/// Reads a time as the interfaces write it: `2026-03-02T12:00:00Z`.
pub(super) fn time(text: &str) -> Result<SystemTime, Refusal> {
    let at: jiff::Timestamp = text.parse().map_err(|_| Refusal::Unexpected)?;
    SystemTime::try_from(at).map_err(|_| Refusal::Unexpected)
}

/// Reads the JSON of an answer.
pub(super) fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body).map_err(|_| Refusal::Unexpected)
}

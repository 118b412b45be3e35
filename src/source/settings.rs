//! The conditions under which documents are read.

use std::path::PathBuf;
use std::time::Duration;

use super::remote::Proxies;

/// The most bytes that a listing may have: a thousand times more than the largest that was ever published. The limit
/// is there for devices and mistakes that never end.
pub const LIMIT: u64 = 256 * 1024 * 1024;

/// How documents are read. The default goes through no proxy and keeps nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FetchSettings {
    /// Whether connecting to anything is forbidden.
    pub offline: bool,
    /// The folder for texts from the web; it need not exist. `None`: they are not kept.
    pub cache: Option<PathBuf>,
    /// How to reach the web.
    pub proxies: Proxies,
    /// How much of the web's time and bytes to take.
    pub limits: FetchLimits,
}

/// Limits on fetching one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchLimits {
    /// How long looking up a host may take, and connecting to it.
    pub connect: Duration,
    /// How long everything may take together, redirects included.
    pub whole: Duration,
    /// The most bytes that a document may have.
    pub bytes: u64,
}

impl Default for FetchLimits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), whole: Duration::from_secs(60), bytes: 32 * 1024 * 1024 }
    }
}

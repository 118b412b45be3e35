//! The conditions under which documents are read.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::contents::Contents;
use super::remote::Proxies;
use crate::model::{Document, Origin, ReadingSettings};

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
    /// How documents are read, where somebody said so.
    pub readings: Readings,
}

impl FetchSettings {
    /// The contents of an address, each document with what somebody said about how it is to be read.
    pub fn told(&self, contents: Contents) -> Contents {
        let documents = contents.documents.into_iter().map(|document| self.readings.told(document));
        Contents { documents: documents.collect(), ..contents }
    }
}

/// A function that tells how somebody said that a document is to be read, and what was wrong in that.
type TellReading = dyn Fn(&Origin) -> (Option<Arc<ReadingSettings>>, Vec<String>) + Send + Sync;

/// The complaints that were made already, and who tells how documents are read.
type Told = (Mutex<BTreeSet<String>>, Box<TellReading>);

/// How documents are read, where somebody said so, by their origins.
#[derive(Clone, Default)]
pub struct Readings(Option<Arc<Told>>);

impl Readings {
    pub fn new(
        tell: impl Fn(&Origin) -> (Option<Arc<ReadingSettings>>, Vec<String>) + Send + Sync + 'static,
    ) -> Self {
        Self(Some(Arc::new((Mutex::default(), Box::new(tell)))))
    }

    /// A document with what somebody said about how it is to be read.
    pub fn told(&self, document: Document) -> Document {
        let Some((complaints, tell)) = self.0.as_deref() else { return document };
        let (reading, wrong) = tell(document.origin());
        if !wrong.is_empty() {
            complaints.lock().unwrap_or_else(PoisonError::into_inner).extend(wrong);
        }
        document.to_be_read(reading)
    }

    /// The faults in the settings of the documents prepared so far, each once.
    pub fn complaints(&self) -> Vec<String> {
        let Some((complaints, _)) = self.0.as_deref() else { return Vec::new() };
        complaints.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

impl fmt::Debug for Readings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Readings").field(&self.0.is_some()).finish()
    }
}

/// Two are the same where they share the function.
impl PartialEq for Readings {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(two)) => Arc::ptr_eq(one, two),
            (None, None) => true,
            _ => false,
        }
    }
}

impl Eq for Readings {}

/// Limits on fetching one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchLimits {
    /// How long looking up a host may take, and connecting to it.
    pub connect: Duration,
    /// How long everything may take together, redirects included.
    pub whole: Duration,
    /// The most bytes that a document may have.
    pub bytes: u64,
    /// The most bytes that an archive may have, packed.
    pub archive: u64,
}

impl Default for FetchLimits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(60),
            bytes: 32 * 1024 * 1024,
            archive: 64 * 1024 * 1024,
        }
    }
}

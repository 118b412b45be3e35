//! The age of a cached text that is shown because fetching failed.

use std::fmt;
use std::time::Duration;

use super::remote::{Cause, RemoteError};
use crate::model::ago;

/// The age of a cached text, and why it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// How long ago it was fetched.
    pub age: Duration,
    /// Why it was not fetched now.
    pub why: RemoteError,
}

impl fmt::Display for Stale {
    /// One sentence without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "showing {} as it was {}", self.why.address(), ago(self.age))?;
        match self.why.cause() {
            Cause::Offline => Ok(()),
            cause => write!(f, ": {cause}"),
        }
    }
}

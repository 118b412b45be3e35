//! The age of a cached text that is shown because fetching failed.

use std::fmt;
use std::time::Duration;

use super::remote::{Cause, RemoteError};
use crate::model::counted;

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

/// How long ago something was, in the largest unit that fits: `5 minutes ago`.
pub fn ago(age: Duration) -> String {
    const UNITS: [(u64, &str); 3] = [(24 * 60 * 60, "day"), (60 * 60, "hour"), (60, "minute")];
    let seconds = age.as_secs();
    let Some((unit, name)) = UNITS.into_iter().find(|(unit, _)| seconds >= *unit) else {
        return "less than a minute ago".to_owned();
    };
    let count = usize::try_from(seconds / unit).unwrap_or(usize::MAX);
    format!("{} ago", counted(count, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_has_one_unit() {
        for (seconds, words) in [
            (0, "less than a minute ago"),
            (60, "1 minute ago"),
            (2 * 3600 + 1800, "2 hours ago"),
            (3 * 86400, "3 days ago"),
        ] {
            assert_eq!(ago(Duration::from_secs(seconds)), words);
        }
    }
}

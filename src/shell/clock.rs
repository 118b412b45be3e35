//! The clock: the one place that tells the time.

#![expect(clippy::disallowed_methods, reason = "the clock belongs to the shell, and a variable may set it")]

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::page::dates::Now;

/// The variable that sets the time, in RFC 3339 (`2031-08-15T12:00:00Z`), for output that is the same each day.
pub const VARIABLE: &str = "MENTOR_TUI_NOW";

/// The present, in the zone of the system: the time that [`VARIABLE`] sets, else that of the clock. If the variable is
/// set and holds no time, a sentence that says so comes with it.
pub fn now() -> (Now, Option<String>) {
    let written = std::env::var_os(VARIABLE).filter(|written| !written.is_empty());
    let (set, wrong) = match written.as_deref().map(|written| set_by(&written.to_string_lossy())) {
        None => (None, None),
        Some(Ok(set)) => (Some(set), None),
        Some(Err(wrong)) => (None, Some(wrong)),
    };
    (Now { at: set.unwrap_or_else(Timestamp::now), here: TimeZone::system() }, wrong)
}

fn set_by(written: &str) -> Result<Timestamp, String> {
    let wrong = |_| {
        format!("{VARIABLE}: “{written}” is not a time such as 2031-08-15T12:00:00Z, so the clock is used")
    };
    written.trim().parse().map_err(wrong)
}

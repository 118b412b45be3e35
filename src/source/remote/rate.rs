//! Limits on how much a server may be asked, and when they end.

#![expect(clippy::disallowed_methods, reason = "a limit ends at a time of the clock")]

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ureq::Body;
use ureq::http::Response;

use crate::model::counted;

/// No limit lasts longer; what says so is not believed.
const LONGEST: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The end of a limit, where the server said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RateLimit {
    /// How long it lasts, and when it ends.
    end: Option<(Duration, SystemTime)>,
}

impl fmt::Display for RateLimit {
    /// In words that follow "it takes no more requests": ` for 34 minutes (until 14:05 UTC)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((left, at)) = self.end else { return f.write_str(" for now; try again later") };
        let minutes = usize::try_from(left.as_secs().div_ceil(60)).unwrap_or(usize::MAX).max(1);
        write!(f, " for {}", counted(minutes, "minute"))?;
        match jiff::Timestamp::try_from(at) {
            Ok(at) => write!(f, " (until {})", at.strftime("%H:%M UTC")),
            Err(_) => Ok(()),
        }
    }
}

/// The limit that an answer tells of, where it refuses because of one.
pub(super) fn limited(answer: &Response<Body>) -> Option<RateLimit> {
    let number = |name: &str| answer.headers().get(name)?.to_str().ok()?.trim().parse::<u64>().ok();
    read(answer.status().as_u16(), number, SystemTime::now())
}

/// Reads the headers of GitHub (`x-ratelimit-…`), GitLab (`ratelimit-…`) and of everybody (`retry-after`).
fn read(status: u16, number: impl Fn(&str) -> Option<u64>, now: SystemTime) -> Option<RateLimit> {
    if status != 429 && status != 403 {
        return None;
    }
    let first = |names: [&str; 2]| names.into_iter().find_map(&number);
    let after = number("retry-after").map(Duration::from_secs);
    let is_used_up = first(["x-ratelimit-remaining", "ratelimit-remaining"]) == Some(0);
    if status == 403 && after.is_none() && !is_used_up {
        return None;
    }
    let reset = first(["x-ratelimit-reset", "ratelimit-reset"]).filter(|_| is_used_up);
    let reset = reset
        .and_then(|seconds| UNIX_EPOCH.checked_add(Duration::from_secs(seconds))?.duration_since(now).ok());
    let left = after.max(reset).filter(|left| *left <= LONGEST);
    Some(RateLimit { end: left.and_then(|left| Some((left, now.checked_add(left)?))) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The limit in an answer at noon of the second day of 1970.
    fn said(status: u16, headers: &[(&str, u64)]) -> Option<String> {
        let number = |wanted: &str| headers.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
        let now = UNIX_EPOCH + Duration::from_secs(36 * 60 * 60);
        read(status, number, now).map(|limit| limit.to_string())
    }

    #[test]
    fn a_limit_says_when_it_ends() {
        let until = Some(" for 34 minutes (until 12:34 UTC)".to_owned());
        let github = [("x-ratelimit-remaining", 0), ("x-ratelimit-reset", 36 * 3600 + 34 * 60)];
        assert_eq!(said(403, &github), until);
        let gitlab =
            [("ratelimit-remaining", 0), ("ratelimit-reset", 36 * 3600 + 34 * 60), ("retry-after", 9)];
        assert_eq!(said(429, &gitlab), until);
        assert_eq!(said(403, &[("retry-after", 5)]).as_deref(), Some(" for 1 minute (until 12:00 UTC)"));
    }

    #[test]
    fn a_refusal_for_another_reason_is_no_limit() {
        assert_eq!(said(403, &[("x-ratelimit-remaining", 59)]), None);
        assert_eq!(said(404, &[("retry-after", 5)]), None);
        assert_eq!(said(200, &[("x-ratelimit-remaining", 0)]), None);
    }

    #[test]
    fn an_end_that_cannot_be_is_not_said() {
        let unknown = Some(" for now; try again later".to_owned());
        assert_eq!(said(429, &[]), unknown);
        assert_eq!(said(429, &[("retry-after", u64::MAX)]), unknown);
        assert_eq!(said(403, &[("x-ratelimit-remaining", 0), ("x-ratelimit-reset", u64::MAX)]), unknown);
        assert_eq!(
            said(403, &[("x-ratelimit-remaining", 0), ("x-ratelimit-reset", 5)]),
            unknown,
            "it is over"
        );
    }
}

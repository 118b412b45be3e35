//! Why an address gave no document, as one sentence: what, which address, what to do.

use std::fmt;
use std::time::Duration;

/// Why an address gave no document. Its `Display` is one sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteError {
    address: String,
    cause: Cause,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// It cannot be read as an address of the web.
    NotAnAddress,
    /// It has a user name in it.
    Credentials,
    /// It is the page of a folder on GitHub.
    Folder,
    /// It is the page of a repository or of an organisation on GitHub.
    Repository,
    /// Connecting is not allowed, and nothing is kept.
    Offline,
    /// Somebody asked for the end.
    Cancelled,
    /// The proxy that this variable of the environment names is none.
    Proxy(&'static str),
    /// The server of this name cannot be reached; then what the system said.
    Unreachable(String, String),
    /// It took longer than this.
    TooSlow(Duration),
    /// The connection ended after so many bytes.
    Truncated(u64),
    /// What answered does not speak HTTP; then what is wrong with it.
    NotHttp(String),
    /// The server answered with this status.
    Status(u16),
    /// It redirects to an address that it has redirected from.
    RedirectLoop(String),
    /// It redirects more often than this.
    TooManyRedirects(usize),
    /// It redirects from `https` to this address, which is not.
    Downgrade(String),
    /// It redirects to this, which is not on the web.
    RedirectElsewhere(String),
    /// It has more than so many bytes.
    TooLarge(u64),
    /// It is a page for a browser.
    WebPage,
    /// It is not text: words for "it is …".
    Binary(&'static str),
    /// Its byte order mark says UTF-16, its bytes do not.
    BrokenUtf16,
}

impl RemoteError {
    pub(super) fn new(address: &str, cause: Cause) -> Self {
        Self { address: address.to_owned(), cause }
    }

    /// The address as given.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What went wrong.
    #[must_use]
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// Whether the network or the server is to blame for it and not the document: what was kept may
    /// then be shown in its place.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match &self.cause {
            Cause::Offline
            | Cause::Proxy(_)
            | Cause::Unreachable(..)
            | Cause::TooSlow(_)
            | Cause::Truncated(_)
            | Cause::NotHttp(_) => true,
            Cause::Status(status) => *status == 429 || *status >= 500,
            _ => false,
        }
    }
}

impl std::error::Error for RemoteError {}

impl fmt::Display for RemoteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read {}: {}", self.address, self.cause)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAddress => {
                f.write_str("it is no address; one looks like https://example.org/ideas.md")
            }
            Self::Credentials => f.write_str(
                "it has a user name in it, which this program does not send; fetch the file with another \
                 tool and open it from disk",
            ),
            Self::Folder => f.write_str(
                "it is the page of a folder; give the address of one file in it, or clone the repository \
                 and open the folder from disk",
            ),
            Self::Repository => f.write_str(
                "it is the page of a repository, not of a file; give the address of one file in it, or \
                 clone it and open the folder from disk",
            ),
            Self::Offline => f.write_str("it was never fetched, and --offline forbids to do so now"),
            Self::Cancelled => f.write_str("fetching it was stopped"),
            Self::Proxy(variable) => {
                write!(f, "{variable} in the environment names no proxy; correct or unset it")
            }
            Self::Unreachable(host, why) => write!(f, "{host} cannot be reached ({why})"),
            Self::TooSlow(limit) => write!(f, "it took longer than {} seconds", limit.as_secs_f32()),
            Self::Truncated(0) => f.write_str("the connection ended before anything came"),
            Self::Truncated(bytes) => {
                write!(f, "the connection ended in the middle, after {bytes} bytes")
            }
            Self::NotHttp(why) => write!(f, "what answers there does not speak HTTP ({why})"),
            Self::Status(status) => write!(f, "the server answered {status}{}", advice(*status)),
            Self::RedirectLoop(address) => write!(f, "it redirects in a circle, back to {address}"),
            Self::TooManyRedirects(limit) => write!(f, "it redirects more than {limit} times"),
            Self::Downgrade(target) => {
                write!(f, "it redirects from https to {target}, which anybody on the way could change")
            }
            Self::RedirectElsewhere(target) => {
                write!(f, "it redirects to {target:?}, which is not on the web")
            }
            Self::TooLarge(limit) => write!(f, "it is larger than {}; no listing is", size(*limit)),
            Self::WebPage => f.write_str(
                "it is a page for a browser, not a Markdown listing; give the address of the file itself \
                 (on GitHub that of its page or of its Raw button)",
            ),
            Self::Binary(kind) => write!(f, "it is {kind}, not a Markdown listing"),
            Self::BrokenUtf16 => f.write_str("its byte order mark says UTF-16, but its bytes are not"),
        }
    }
}

/// What a status means and what to do about it, in words that follow the number.
fn advice(status: u16) -> &'static str {
    match status {
        401 | 403 => ": it does not show this to everybody; fetch it with another tool and open it from disk",
        404 | 410 => ": there is no such document; check the address",
        429 => ": it was asked too often; try again later",
        500.. => ": it has a problem of its own; try again later",
        _ => ", which is no document",
    }
}

fn size(bytes: u64) -> String {
    if bytes >= 1 << 20 { format!("{} MiB", bytes >> 20) } else { format!("{bytes} bytes") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_has_a_number_and_what_to_do() {
        for (status, sentence) in [
            (404, "the server answered 404: there is no such document; check the address"),
            (503, "the server answered 503: it has a problem of its own; try again later"),
            (204, "the server answered 204, which is no document"),
        ] {
            let error = RemoteError::new("https://example.org/a.md", Cause::Status(status));
            assert_eq!(error.to_string(), format!("cannot read https://example.org/a.md: {sentence}"));
        }
    }

    #[test]
    fn only_trouble_that_passes_lets_an_old_text_stand_in() {
        let passing = |cause| RemoteError::new("", cause).is_passing();
        assert!(passing(Cause::Status(503)) && passing(Cause::Status(429)));
        assert!(passing(Cause::TooSlow(Duration::from_secs(1))));
        assert!(!passing(Cause::Status(404)) && !passing(Cause::WebPage) && !passing(Cause::Cancelled));
    }
}

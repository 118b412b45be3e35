//! Why an address gave no document, as one sentence: what, which address, what to do.

use std::time::Duration;

use super::rate::RateLimit;

/// Why an address gave no document. Its `Display` is one sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot read {address}: {cause}")]
pub struct RemoteError {
    address: String,
    cause: Cause,
}

/// Why the document of an address could not be fetched, as a clause that follows "cannot read ADDRESS: ".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Cause {
    #[error("it is not an address such as https://example.org/ideas.md")]
    NotAnAddress,
    /// The address has a user name in it.
    #[error(
        "it has a user name in it, which this program does not send; fetch the file with another tool and \
         open it from disk"
    )]
    Credentials,
    /// The page of an owner of repositories.
    #[error("it is the page of an owner of repositories; add the name of one of them")]
    Owner,
    /// A short address that names no repository.
    #[error(
        "it is not an address such as gh:OWNER/REPOSITORY/FOLDER@REF (folder and reference may be left out)"
    )]
    NotARepository,
    /// The folder that was asked for is not in the archive.
    #[error("there is no {0} in it; check the name of the folder")]
    NoFolder(String),
    #[error("it is not a .tar.gz archive")]
    NotAnArchive,
    /// Why an archive cannot be unpacked, in the words of the library.
    #[error("its archive is damaged ({0})")]
    BrokenArchive(String),
    #[error("its archive has a path that leads out of it: {0:?}")]
    ArchivePath(String),
    #[error("its archive has a path that is too long or too deep: {0:?} …")]
    ArchiveLongPath(String),
    /// The archive has more bytes than this limit, packed.
    #[error("its archive is larger than {}; clone the repository and open a folder of it", size(*.0))]
    ArchiveTooLarge(u64),
    /// The archive has more files than this limit.
    #[error("its archive has more than {0} files; clone the repository and open a folder of it")]
    TooManyFiles(usize),
    /// The archive has more bytes than this limit, unpacked.
    #[error("its archive unpacks to more than {}; clone the repository and open a folder of it", size(*.0))]
    UnpacksTooLarge(u64),
    /// Connecting is not allowed, and the cache has no copy.
    #[error("it is not in the cache, and --offline forbids fetching it")]
    Offline,
    #[error("fetching it was stopped")]
    Cancelled,
    /// The environment variable of this name does not hold the address of a proxy.
    #[error("{0} in the environment is not the address of a proxy; correct or unset it")]
    Proxy(&'static str),
    /// The host, and the reason.
    #[error("{0} cannot be reached ({1})")]
    Unreachable(String, String),
    /// It took longer than this limit.
    #[error("it took longer than {} seconds", .0.as_secs_f32())]
    TooSlow(Duration),
    /// The connection ended after this many bytes.
    #[error("the connection ended {}", progress(*.0))]
    Truncated(u64),
    /// The answer is not HTTP; the reason.
    #[error("what answers there does not speak HTTP ({0})")]
    NotHttp(String),
    /// The server takes no more requests for now.
    #[error("it takes no more requests{0}")]
    RateLimited(RateLimit),
    /// The server answered with this status.
    #[error("the server answered {0}{advice}", advice = advice(*.0))]
    Status(u16),
    /// The address that redirects to one that was visited before.
    #[error("it redirects in a circle, back to {0}")]
    RedirectLoop(String),
    /// More redirects than this limit.
    #[error("it redirects more than {0} times")]
    TooManyRedirects(usize),
    /// A redirect from `https` to this `http` address.
    #[error("it redirects from https to {0}, which anybody on the way could change")]
    Downgrade(String),
    /// A redirect to something that is no `http` or `https` address.
    #[error("it redirects to {0:?}, which is not on the web")]
    RedirectElsewhere(String),
    /// The document has more than this many bytes.
    #[error("it is larger than {}; no listing is", size(*.0))]
    TooLarge(u64),
    /// An HTML page.
    #[error(
        "it is a page for a browser, not a Markdown listing; give the address of the file itself (on \
         GitHub that of its page or of its Raw button)"
    )]
    WebPage,
    /// It is not text; its kind, in words that follow "it is ".
    #[error("it is {0}, not a Markdown listing")]
    Binary(&'static str),
    #[error("its byte order mark says UTF-16, but its bytes are not")]
    BrokenUtf16,
}

impl RemoteError {
    pub(super) fn new(address: &str, cause: Cause) -> Self {
        Self { address: address.to_owned(), cause }
    }

    /// The address as given.
    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// Whether the network or the server is to blame and not the document: then a copy from the cache
    /// may be shown in its place.
    pub fn is_passing(&self) -> bool {
        self.cause.is_passing()
    }
}

impl Cause {
    /// Whether the network or the server is to blame and not what was asked for.
    pub(in crate::source) fn is_passing(&self) -> bool {
        match self {
            Self::Offline
            | Self::Proxy(_)
            | Self::Unreachable(..)
            | Self::TooSlow(_)
            | Self::RateLimited(_)
            | Self::Truncated(_)
            | Self::NotHttp(_) => true,
            Self::Status(status) => *status == 429 || *status >= 500,
            _ => false,
        }
    }
}

/// The meaning of a status and what to do about it, in words that follow the number.
fn advice(status: u16) -> &'static str {
    match status {
        401 | 403 => ": it requires permission; fetch it with another tool and open it from disk",
        404 | 410 => ": there is no such document; check the address",
        429 => ": too many requests; try again later",
        500.. => ": it failed; try again later",
        _ => ", which is no document",
    }
}

fn progress(bytes: u64) -> String {
    if bytes == 0 { "before anything came".to_owned() } else { format!("in the middle, after {bytes} bytes") }
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
            (503, "the server answered 503: it failed; try again later"),
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

//! One transfer: from the first request over all redirects to the last byte, within its limits.

#![expect(clippy::disallowed_methods, reason = "a limit on time needs the clock")]

use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ureq::http::{Response, header};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};

use super::super::FetchLimits;
use super::address::Address;
use super::cache::Validators;
use super::credential::Credential;
use super::error::Cause;
use super::lookup::Lookup;
use super::proxies::Proxies;
use super::rate;

/// How many redirects are followed.
const REDIRECTS: usize = 10;

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;

const NO_HOST: &str = "there is no host of that name, or no network";

/// The conditions of a transfer.
pub(super) struct Transfer<'a> {
    pub(super) limits: &'a FetchLimits,
    /// The most bytes that may come.
    pub(super) bytes: u64,
    pub(super) proxies: &'a Proxies,
    pub(super) progress: &'a dyn Fn(u64, Option<u64>),
    pub(super) cancel: &'a AtomicBool,
    /// The kinds of document that are wanted, as the header `Accept` has them.
    pub(super) accept: &'a str,
    /// Says who asks, to one server alone.
    pub(super) credential: Option<&'a Credential>,
}

/// The answer after all redirects.
pub(super) enum FetchAnswer {
    /// The document.
    Body { bytes: Vec<u8>, validators: Validators },
    /// The document that is known is the newest.
    NotModified,
}

impl Transfer<'_> {
    /// Gets a document, unless it is the one that is known by these validators.
    pub(super) fn get(&self, mut address: Address, known: Option<&Validators>) -> Result<FetchAnswer, Cause> {
        let deadline = Instant::now() + self.limits.whole;
        let mut visited = Vec::new();
        loop {
            let answer = self.ask(&address, known, deadline)?;
            let status = answer.status().as_u16();
            match (status, text(&answer, &header::LOCATION)) {
                (200, _) => return self.body(&address, answer),
                (304, _) => return Ok(FetchAnswer::NotModified),
                (301 | 302 | 303 | 307 | 308, Some(location)) => {
                    let target = address.redirect(&location)?;
                    visited.push(std::mem::replace(&mut address, target));
                    if visited.contains(&address) {
                        return Err(Cause::RedirectLoop(address.to_string()));
                    }
                    if visited.len() > REDIRECTS {
                        return Err(Cause::TooManyRedirects(REDIRECTS));
                    }
                }
                _ => return Err(rate::limited(&answer).map_or(Cause::Status(status), Cause::RateLimited)),
            }
        }
    }

    /// Sends one request and waits for the head of the answer.
    fn ask(
        &self,
        address: &Address,
        known: Option<&Validators>,
        deadline: Instant,
    ) -> Result<Response<Body>, Cause> {
        self.expect_time(deadline)?;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // They are followed above, where the rules for them are.
            .max_redirects(0)
            .proxy(self.proxies.of(address.scheme())?)
            .timeout_resolve(Some(self.limits.connect))
            .timeout_connect(Some(self.limits.connect))
            .timeout_global(Some(deadline.saturating_duration_since(Instant::now())))
            .user_agent(concat!("mentor-tui/", env!("CARGO_PKG_VERSION")))
            .accept(self.accept)
            .build();
        let url = address.to_string();
        let mut request = Agent::with_parts(config, DefaultConnector::default(), Lookup).get(&url);
        for (name, value) in known.filter(|known| known.url == url).into_iter().flat_map(conditions) {
            request = request.header(name, value);
        }
        if let Some(header) = self.credential.and_then(|credential| credential.header_for(address)) {
            request = request.header(header::AUTHORIZATION, header);
        }
        request.call().map_err(|error| self.cause(error, address, 0))
    }

    fn body(&self, address: &Address, answer: Response<Body>) -> Result<FetchAnswer, Cause> {
        let validators = Validators {
            url: address.to_string(),
            etag: text(&answer, &header::ETAG),
            last_modified: text(&answer, &header::LAST_MODIFIED),
        };
        let total = answer.body().content_length();
        let limit = self.bytes;
        if total.is_some_and(|total| total > limit) {
            return Err(Cause::TooLarge(limit));
        }
        // The limit is one more than may come, so that it is we who notice.
        let mut reader = answer.into_body().into_with_config().limit(limit.saturating_add(1)).reader();
        let mut bytes = Vec::new();
        let mut piece = vec![0; PIECE];
        loop {
            let so_far = bytes.len() as u64;
            (self.progress)(so_far, total);
            self.expect_patience()?;
            match reader.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => bytes.extend_from_slice(&piece[..read]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(self.cause(error.into(), address, so_far)),
            }
            if bytes.len() as u64 > limit {
                return Err(Cause::TooLarge(limit));
            }
        }
        Ok(FetchAnswer::Body { bytes, validators })
    }

    fn expect_patience(&self) -> Result<(), Cause> {
        if self.cancel.load(Ordering::Relaxed) { Err(Cause::Cancelled) } else { Ok(()) }
    }

    fn expect_time(&self, deadline: Instant) -> Result<(), Cause> {
        self.expect_patience()?;
        if Instant::now() < deadline { Ok(()) } else { Err(Cause::TooSlow(self.limits.whole)) }
    }

    /// The cause behind an error of the library, after `so_far` bytes of the document.
    fn cause(&self, error: ureq::Error, address: &Address, so_far: u64) -> Cause {
        let unreachable = |why: &str| Cause::Unreachable(address.host().to_owned(), why.to_owned());
        match error {
            ureq::Error::Timeout(what) => Cause::TooSlow(self.limit_of(what)),
            ureq::Error::BodyExceedsLimit(_) => Cause::TooLarge(self.bytes),
            ureq::Error::HostNotFound => unreachable(NO_HOST),
            // The standard library has no kind for it, only these words.
            ureq::Error::Io(error) if error.to_string().starts_with("failed to lookup address") => {
                unreachable(NO_HOST)
            }
            ureq::Error::ConnectionFailed => unreachable("the connection failed"),
            ureq::Error::ConnectProxyFailed(why) => unreachable(&format!("the proxy refused: {why}")),
            ureq::Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                Cause::Truncated(so_far)
            }
            // How the library hands on what is wrong with a certificate.
            ureq::Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => {
                unreachable(&format!("no safe connection: {error}"))
            }
            ureq::Error::Io(error) => unreachable(&without_number(&error.to_string())),
            ureq::Error::Rustls(error) => unreachable(&format!("no safe connection: {error}")),
            ureq::Error::Tls(why) => unreachable(&format!("no safe connection: {why}")),
            ureq::Error::Protocol(error) => Cause::NotHttp(error.to_string()),
            ureq::Error::Http(error) => Cause::NotHttp(error.to_string()),
            ureq::Error::BadUri(_) => Cause::NotAnAddress,
            other => unreachable(&other.to_string()),
        }
    }

    fn limit_of(&self, what: ureq::Timeout) -> Duration {
        match what {
            ureq::Timeout::Resolve | ureq::Timeout::Connect => self.limits.connect,
            _ => self.limits.whole,
        }
    }
}

/// The headers that ask for a newer document only.
fn conditions(known: &Validators) -> impl Iterator<Item = (header::HeaderName, &str)> {
    let etag = known.etag.as_deref().map(|etag| (header::IF_NONE_MATCH, etag));
    let date = known.last_modified.as_deref().map(|date| (header::IF_MODIFIED_SINCE, date));
    etag.into_iter().chain(date)
}

/// A header of an answer, if it is text: some servers redirect to letters of every kind.
fn text(answer: &Response<Body>, name: &header::HeaderName) -> Option<String> {
    let value = answer.headers().get(name)?;
    std::str::from_utf8(value.as_bytes()).ok().map(str::to_owned)
}

/// The message of an error of the operating system, without the number that Rust adds to it.
fn without_number(said: &str) -> String {
    said[..said.rfind(" (os error").unwrap_or(said.len())].to_lowercase()
}

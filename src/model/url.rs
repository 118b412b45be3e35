//! Addresses: their parts, which of them are of the web, and how they are written in characters that fit
//! everywhere.
//!
//! An address is shown as its author wrote it, so its parts are borrowed and never normalized; that, and the
//! tables of IDNA that come with it, is why the `url` crate is not used.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::safe;

/// The longest address that is followed, in bytes, as servers and browsers have it. One definition may be used by
/// any number of links, each of which has the address by itself.
pub const LONGEST: usize = 8 * 1024;

/// The ASCII characters that no address holds (RFC 3986). A `%` stays, for it begins an escape.
const NOT_IN_ADDRESSES: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The ASCII characters that no path of a file holds when it is written as an address.
const NOT_IN_PATHS: &AsciiSet = &NOT_IN_ADDRESSES.add(b'#').add(b'[').add(b']');

/// The parts of an address as they are written, nothing decoded (RFC 3986, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Url<'a> {
    /// The scheme without `://`, or `None` where the address begins with its host.
    pub scheme: Option<&'a str>,
    /// The host, with its port and the name of a user where they are written.
    pub authority: &'a str,
    /// The path with its leading slash, or nothing.
    pub path: &'a str,
    /// The query without `?`.
    pub query: Option<&'a str>,
    /// The fragment without `#`.
    pub fragment: Option<&'a str>,
}

impl<'a> Url<'a> {
    /// Splits an address; any text has these parts.
    pub fn split(text: &'a str) -> Self {
        let (rest, fragment) = split_at(text, '#');
        let (rest, query) = split_at(rest, '?');
        let (scheme, rest) = match rest.split_once("://") {
            Some((scheme, rest)) => (Some(scheme), rest),
            None => (None, rest),
        };
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        Self { scheme, authority, path, query, fragment }
    }

    /// Whether the scheme is http or https, in any case.
    pub fn is_web(&self) -> bool {
        self.scheme
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
    }

    /// The host in lower case, without `www.`.
    pub fn site(&self) -> String {
        let host = self.authority.to_lowercase();
        host.strip_prefix("www.").map(str::to_owned).unwrap_or(host)
    }

    /// The names in the path, empty ones left out.
    pub fn segments(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.path.split('/').filter(|name| !name.is_empty())
    }
}

fn split_at(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// Checks that `text` is an absolute http or https address that no program can take for anything else. Addresses come
/// out of documents that anybody may have written; only those that pass are offered, opened and linked.
///
/// # Errors
///
/// The reason why it is none, in words for "not opened: …".
pub fn check(text: &str) -> Result<(), &'static str> {
    let url = Url::split(text);
    if !url.is_web() {
        return Err("it is no http or https address");
    }
    if text.len() > LONGEST {
        return Err("its address is too long");
    }
    // Browsers take a backslash for a slash, other programs do not: it hides where the host ends.
    if text.contains('\\') {
        return Err("its address holds a backslash");
    }
    if url.authority.contains('@') {
        return Err("its address hides its host behind the name of a user");
    }
    if !url.authority.starts_with(|first: char| first.is_alphanumeric() || first == '[') {
        return Err("its address names no host");
    }
    // Shell and PowerShell quotes are the business of the launchers; white space and controls are in
    // no address, and their author wants it to be read as more than one.
    if text.chars().any(|c| c.is_whitespace() || is_invisible(c)) {
        return Err("its address holds white space or invisible characters");
    }
    Ok(())
}

/// An address in characters that no sequence for a terminal can end with or be broken by, or `None` for one that does
/// not pass [`check`].
pub fn encoded(url: &str) -> Option<String> {
    check(url).is_ok().then(|| percent_encoded(url))
}

/// A text with everything percent-encoded that no address holds; escapes in it stay.
pub fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, NOT_IN_ADDRESSES).to_string()
}

/// A text without its percent-encoding.
pub fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// A path of a file as a part of an address.
pub fn percent_encoded_path(path: &str) -> String {
    utf8_percent_encode(path, NOT_IN_PATHS).to_string()
}

/// Whether an address names an archive that is read: by the end of its path, a `.tar.gz` or `.tgz`.
pub fn is_archive(address: &str) -> bool {
    let path = Url::split(address).path.to_lowercase();
    [".tar.gz", ".tgz"].iter().any(|ending| path.ends_with(ending))
}

/// Characters that must not leave, and joiners: scripts need those, addresses do not.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200C}'..='\u{200D}') || safe::is_invisible(c) || safe::is_control(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_pass() {
        for url in [
            "https://example.org",
            "http://example.org:8080/a/b?c=d&e#f",
            "HTTPS://EXAMPLE.ORG/",
            "https://example.org/@user?mail=a@example.org",
            "https://例え.example/パス",
            "http://[::1]/",
            "https://example.org/$(x)`y`'\"",
        ] {
            assert_eq!(check(url), Ok(()), "{url}");
        }
    }

    #[test]
    fn everything_else_does_not() {
        for url in [
            "",
            "example.org",
            "-https://example.org",
            "--help",
            " https://example.org",
            "https://",
            "https:///path",
            "https://?q",
            "https://-option",
            "https://user@/",
            "https://user@example.org/",
            "https://user:pass@example.org/",
            "https://github.com@example.org/",
            "https://example.org\\@evil.example/",
            "https:example.org",
            "javascript:alert(1)",
            "JavaScript:alert(1)//https://example.org",
            "file:///etc/passwd",
            "mailto:a@example.org",
            "data:text/html,x",
            "ftp://example.org",
            "https://example.org/a b",
            "https://example.org/\u{1b}[31m",
            "https://example.org/\n--option",
            "https://example.org/\u{202e}gpj",
            "https://example.org/\u{61c}x",
            "https\u{200b}://example.org",
            "é",
        ] {
            assert!(check(url).is_err(), "{url:?}");
            assert_eq!(encoded(url), None, "{url:?}");
        }
    }

    #[test]
    fn what_is_encoded_is_printable_and_leads_to_the_same_place() {
        let encoded = |url| encoded(url).unwrap();
        assert_eq!(encoded("https://example.org/a?b=c%20d#e"), "https://example.org/a?b=c%20d#e");
        assert_eq!(encoded("https://example.org/é\"<x>`"), "https://example.org/%C3%A9%22%3Cx%3E%60");
    }

    #[test]
    fn an_address_is_split_into_its_parts() {
        let url = Url::split("HTTPS://www.Example.org:80/a//b?c=d/e#f?g");
        let parts = (url.scheme, url.authority, url.path, url.query, url.fragment);
        assert_eq!(parts, (Some("HTTPS"), "www.Example.org:80", "/a//b", Some("c=d/e"), Some("f?g")));
        assert_eq!((url.is_web(), url.site().as_str()), (true, "example.org:80"));
        assert_eq!(url.segments().collect::<Vec<_>>(), ["a", "b"]);
        let bare = Url::split("example.org?x");
        assert_eq!(
            (bare.scheme, bare.authority, bare.path, bare.query),
            (None, "example.org", "", Some("x"))
        );
    }
}

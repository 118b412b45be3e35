//! Which addresses are of the web: the only ones that are offered, opened and linked.
//!
//! They come out of documents that anybody may have written. An address that passes here can be
//! taken by no program for anything else, and says openly where it leads.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::safe;

/// The ASCII characters that RFC 3986 allows nowhere in a URL.
const NOT_IN_URLS: &AsciiSet = &CONTROLS
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

/// How long an address may be, in bytes: what servers and browsers take. One definition may be used by any
/// number of links, each of which has the address by itself.
pub const LONGEST: usize = 8 * 1024;

/// Whether `url` is an absolute http or https address that no program can take for anything else.
///
/// # Errors
///
/// The reason why it is not, in words for "not opened: …".
pub fn check(url: &str) -> Result<(), &'static str> {
    let rest = strip_scheme(url).ok_or("it is no http or https address")?;
    if url.len() > LONGEST {
        return Err("its address is too long");
    }
    // Browsers take a backslash for a slash, other programs do not: it hides where the host ends.
    if rest.contains('\\') {
        return Err("its address holds a backslash");
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Err("its address hides its host behind the name of a user");
    }
    if !host.starts_with(|first: char| first.is_alphanumeric() || first == '[') {
        return Err("its address names no host");
    }
    // Shell and PowerShell quotes are the business of the launchers; white space and controls are in
    // no address, and whoever wrote them wants it to be read as more than one.
    if url.chars().any(|c| c.is_whitespace() || is_invisible(c)) {
        return Err("its address holds white space or invisible characters");
    }
    Ok(())
}

/// An address in characters that no sequence for a terminal can end with or be broken by: those of
/// RFC 3986, everything else percent-encoded. None for what does not pass [`check`].
pub fn encoded(url: &str) -> Option<String> {
    check(url).ok()?;
    Some(escaped(url))
}

/// Percent-encodes every character that no URL may hold. What is encoded already stays as it is.
pub fn escaped(url: &str) -> String {
    utf8_percent_encode(url, NOT_IN_URLS).to_string()
}

fn strip_scheme(url: &str) -> Option<&str> {
    ["http://", "https://"].iter().find_map(|scheme| {
        let start = url.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
    })
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
}

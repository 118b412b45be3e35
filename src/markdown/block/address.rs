//! Addresses that stand in text without any marks, bounded as GitHub bounds them.

use std::ops::Range;

/// The beginning of an address without a scheme.
const WEB: &str = "www.";

/// The bare `http://`, `https://` and `www.` addresses of a text, in order, as byte ranges.
///
/// An address ends at white space, `<`, `>`, `"`, a backtick or full-width punctuation;
/// punctuation at its end and closing parentheses that nothing opened are not part of it.
pub fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    memchr::memchr2_iter(b':', b'w', text.as_bytes()).filter_map(move |at| {
        if at < from {
            return None;
        }
        let (start, host) = beginning(text, from, at)?;
        // First, and not after a look at the whole rest: text like this may go on for long.
        if !text[host..].starts_with(char::is_alphanumeric) {
            return None;
        }
        from = host + bounded(&text[host..]);
        Some(start..from)
    })
}

/// Where a bare address leads to: one without a scheme to that of the web.
pub(super) fn target(address: &str) -> String {
    if address.starts_with(WEB) { format!("http://{address}") } else { address.to_owned() }
}

/// Where the address and its host begin, if what stands at `at` is the end of a scheme, or `www.`.
fn beginning(text: &str, from: usize, at: usize) -> Option<(usize, usize)> {
    let rest = &text[at..];
    if rest.starts_with("://") {
        return Some((scheme(text, from, at)?, at + "://".len()));
    }
    let before = text[..at].chars().next_back();
    let free = before.is_none_or(|c| c.is_whitespace() || "*_~([".contains(c) || !c.is_ascii());
    (free && rest.starts_with(WEB)).then_some((at, at + WEB.len()))
}

/// Where the scheme that ends at `colon` begins, if it is one of ours and no word runs into it.
fn scheme(text: &str, from: usize, colon: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    ["https", "http"].into_iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme.len()).filter(|&start| start >= from)?;
        let free = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        (free && bytes[start..colon].eq_ignore_ascii_case(scheme.as_bytes())).then_some(start)
    })
}

/// How many bytes at the start of `rest` belong to the address.
fn bounded(rest: &str) -> usize {
    let whole = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let count = |needle: u8| memchr::memchr_iter(needle, whole.as_bytes()).count();
    let mut unopened = count(b')').saturating_sub(count(b'('));
    let mut end = whole.len();
    while let Some(last) = whole.as_bytes()[..end].last() {
        match last {
            b'?' | b'!' | b'.' | b',' | b':' | b';' | b'*' | b'_' | b'~' | b'\'' => {}
            b')' if unopened > 0 => unopened -= 1,
            _ => break,
        }
        end -= 1;
    }
    end
}

fn ends(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '<' | '>' | '"' | '`' | '“' | '”' | '’')
        || matches!(character, '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = addresses(text).map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn punctuation_around_an_address_is_not_part_of_it() {
        check("See https://example.org/a.", &["https://example.org/a"]);
        check("(https://example.org/a_(b)), then", &["https://example.org/a_(b)"]);
        check("Is it HTTP://example.org?!", &["HTTP://example.org"]);
        check("<https://example.org/x>|\"http://a.org\"", &["https://example.org/x", "http://a.org"]);
        check("见https://example.org/路，然后", &["https://example.org/路"]);
        check("https://example.org/?a=1&b=2#c-d", &["https://example.org/?a=1&b=2#c-d"]);
    }

    #[test]
    fn what_is_no_address_stays_text() {
        check("ftp://example.org xhttp://example.org http:// http://) ://", &[]);
        check("https://a.org/?u=http://b.org", &["https://a.org/?u=http://b.org"]);
    }

    #[test]
    fn an_address_of_the_web_needs_no_scheme() {
        check("www.example.org/a, (www.example.org).", &["www.example.org/a", "www.example.org"]);
        check("見www.example.org。", &["www.example.org"]);
        check("awww.example.org a@www.example.org www. www.. WWW.example.org ww.w", &[]);
        check("https://www.example.org/www.a", &["https://www.example.org/www.a"]);
        assert_eq!(target("www.example.org"), "http://www.example.org");
        assert_eq!(target("https://example.org"), "https://example.org");
    }

    #[test]
    fn a_megabyte_of_parentheses_is_linear() {
        check(&format!("https://a.org/{}", ")".repeat(1 << 20)), &["https://a.org/"]);
        check(&"http://)".repeat(1 << 17), &[]);
        check(&"www.".repeat(1 << 18), &[&"www.".repeat(1 << 18)[..(1 << 20) - 1]]);
    }
}

//! Addresses that stand in text without any marks, bounded as GitHub bounds them.

use std::ops::Range;

use memchr::memmem;

/// The bare `http://` and `https://` addresses of a text, in order, as byte ranges.
///
/// An address ends at white space, `<`, `>`, `"`, a backtick or full-width punctuation;
/// punctuation at its end and closing parentheses that nothing opened are not part of it.
pub fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    memmem::find_iter(text.as_bytes(), "://").filter_map(move |colon| {
        if colon < from {
            return None;
        }
        let start = scheme(text, from, colon)?;
        let host = colon + "://".len();
        // First, and not after a look at the whole rest: text like this may go on for long.
        if !text[host..].starts_with(char::is_alphanumeric) {
            return None;
        }
        from = host + bounded(&text[host..]);
        Some(start..from)
    })
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
    fn a_megabyte_of_parentheses_is_linear() {
        check(&format!("https://a.org/{}", ")".repeat(1 << 20)), &["https://a.org/"]);
        check(&"http://)".repeat(1 << 17), &[]);
    }
}

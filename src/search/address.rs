//! Addresses: words inside of them are no words of the text. `https://loki.js.org` does not speak of `js`.

use std::ops::Range;

/// No address is looked at further than so many bytes from the word in it.
const LONGEST: usize = 256;
/// Endings of hosts that are written without a scheme. One that ends names of programs (`asp.net`) needs more
/// around it.
const ENDINGS: &[&str] = &[
    "app", "cc", "cloud", "cn", "co", "com", "de", "dev", "edu", "eu", "fr", "gov", "info", "io", "jp",
    "net", "nl", "org", "page", "sh", "uk", "wiki", "xyz",
];
const OF_PROGRAMS: &str = "net";

/// Whether what is looked for may be a part of an address: it has the signs of one.
pub(super) fn is_like(typed: &str) -> bool {
    typed.contains(['.', '/', ':', '@'])
}

/// Whether a place of a text is inside of an address: of the web, of a mailbox, or where a link leads to.
pub(super) fn holds(text: &str, place: &Range<usize>) -> bool {
    let first = floor(text, place.start.saturating_sub(LONGEST));
    let last = floor(text, text.len().min(place.end + LONGEST));
    let start = text[first..place.start].rfind(is_end).map_or(first, |at| {
        let at = first + at;
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    let end = text[place.end..last].find(is_end).map_or(last, |at| place.end + at);
    text[..start].ends_with("](") || is_address(&text[start..end])
}

/// The nearest place between two letters, at `at` or before it.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn is_end(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '(' | ')' | '[' | ']' | '<' | '>' | '"' | '\'' | '`' | ',' | ';' | '|')
}

fn is_address(run: &str) -> bool {
    let run = run.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '/');
    if run.contains("://") || run.starts_with("www.") || run.starts_with("mailto:") {
        return true;
    }
    match run.split_once('@') {
        Some((name, host)) => !name.is_empty() && host.contains('.'),
        None => is_host(run),
    }
}

/// Whether a run begins with a host: names with dots between them, the last a known ending.
fn is_host(run: &str) -> bool {
    let (host, path) = run.split_once('/').map_or((run, None), |(host, path)| (host, Some(path)));
    let Some((names, ending)) = host.rsplit_once('.') else { return false };
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let is_known = ENDINGS.binary_search(&ending.to_ascii_lowercase().as_str()).is_ok();
    let is_enough = ending != OF_PROGRAMS || path.is_some() || names.contains('.');
    is_known && is_enough && ending.chars().all(char::is_lowercase) && names.split('.').all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_inside(text: &str, word: &str) -> bool {
        let start = text.find(word).unwrap();
        holds(text, &(start..start + word.len()))
    }

    #[test]
    fn the_endings_are_in_order() {
        assert!(ENDINGS.is_sorted());
    }

    #[test]
    fn a_word_in_an_address_is_none() {
        for (text, word) in [
            ("the port (https://loki.js.org) of it", "js"),
            ("see loki.js.org.", "js"),
            ("<https://example.org/java/Öl>", "java"),
            ("[notes](../java/notes.md) of it", "java"),
            ("ask ada@java.example.org, please", "java"),
            ("example.org/java", "java"),
            ("www.java.example", "java"),
        ] {
            assert!(is_inside(text, word), "{word} in {text}");
        }
    }

    #[test]
    fn what_only_has_dots_and_slashes_is_text() {
        for (text, word) in [
            ("[java](https://example.org)", "java"),
            ("Node.js", "js"),
            ("ASP.NET/C#", "ASP"),
            ("asp.net", "asp"),
            ("C/C++ and/or java.", "java"),
            ("ends.Java begins", "Java"),
            ("by @java", "java"),
            ("Öl java Öl", "java"),
        ] {
            assert!(!is_inside(text, word), "{word} in {text}");
        }
    }
}

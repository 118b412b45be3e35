//! Facts: what a proposal says in short, a line or a list item each.

use super::text::escaped;
use crate::markdown::references::destination;
use crate::model::{Link, Mentor, Span};

/// A mentor: `Name (@handle, mail@example.org) - Primary`.
pub(super) fn mentor(mentor: &Mentor) -> String {
    let handle = mentor.github.as_ref().map(|handle| format!("@{handle}"));
    let (name, details) = if mentor.github.as_deref() == Some(&mentor.name) {
        (handle.unwrap_or_default(), mentor.email.clone().into_iter().collect())
    } else if mentor.email.as_deref() == Some(&mentor.name) {
        (mentor.name.clone(), handle.into_iter().collect::<Vec<_>>())
    } else {
        let details = handle.into_iter().chain(mentor.email.clone()).collect();
        (escaped(&mentor.name).into_owned(), details)
    };
    let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join(", ")) };
    format!("{name}{details}{}", if mentor.primary { " - Primary" } else { "" })
}

/// A link: its address alone, or behind its words as `target` writes it.
pub(super) fn link(link: &Link, target: impl FnOnce(&str) -> String) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$%&+=,".contains(c);
    match &link.text {
        Some(words) => format!("[{}]{}", escaped(words), target(&link.url)),
        None if link.url.chars().all(is_plain)
            && link.url.ends_with(|c: char| c == '/' || c.is_ascii_alphanumeric()) =>
        {
            link.url.clone()
        }
        None if link.url.contains([' ', '<', '>']) || link.url.contains(char::is_control) => {
            format!("[{}]({})", escaped(&link.url), destination(&link.url))
        }
        None => format!("<{}>", link.url),
    }
}

/// The words of a link and of its address.
pub(super) fn words_of_link(link: &Link) -> String {
    let words = link.text.iter().map(String::as_str);
    words.chain([link.url.as_str()]).collect::<Vec<_>>().join(" ")
}

/// Parts of a text, for the question of what lies in them.
#[derive(Debug, Default)]
pub(super) struct KeptParts {
    /// In order.
    spans: Vec<Span>,
    /// How far each of them and those before it reach.
    reach: Vec<usize>,
}

impl KeptParts {
    pub(super) fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable_by_key(|span| (span.start, span.end));
        let mut furthest = 0;
        let reach = spans.iter().map(|span| {
            furthest = furthest.max(span.end);
            furthest
        });
        Self { reach: reach.collect(), spans }
    }

    /// Whether a span is one of them.
    pub(super) fn contain(&self, span: Span) -> bool {
        self.spans.binary_search_by_key(&(span.start, span.end), |part| (part.start, part.end)).is_ok()
    }

    /// Whether a span lies in one of them; an empty one lies nowhere.
    pub(super) fn hold(&self, span: Span) -> bool {
        let begun = self.spans.partition_point(|part| part.start <= span.start);
        !span.is_empty() && begun > 0 && span.end <= self.reach[begun - 1]
    }

    /// Whether one of their texts holds some words.
    pub(super) fn mention(&self, text: &str, words: &str) -> bool {
        self.spans.iter().any(|part| part.of(text).contains(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mentor_is_written_as_the_template_asks() {
        let written = |name: &str, github: Option<&str>, email: Option<&str>, primary| {
            let (github, email) = (github.map(str::to_owned), email.map(str::to_owned));
            mentor(&Mentor { name: name.to_owned(), github, email, primary, span: Span::default() })
        };
        let mail = Some("a@example.org");
        assert_eq!(
            written("Ada Byron", Some("ada"), mail, true),
            "Ada Byron (@ada, a@example.org) - Primary"
        );
        assert_eq!(written("Ada", None, None, false), "Ada");
        assert_eq!(written("ada", Some("ada"), None, false), "@ada");
        assert_eq!(written("ada", Some("ada"), mail, false), "@ada (a@example.org)");
        assert_eq!(written("a@example.org", None, mail, false), "a@example.org");
    }

    #[test]
    fn parts_hold_what_lies_in_one_of_them() {
        let spans = [(4, 9), (0, 2), (5, 7), (8, 12), (4, 9)];
        let parts = KeptParts::new(spans.map(|(start, end)| Span::new(start, end)).into());
        let held = |start, end| parts.hold(Span::new(start, end));
        assert!(held(0, 2) && held(5, 7) && held(6, 8) && held(4, 9) && held(9, 12));
        assert!(parts.contain(Span::new(5, 7)) && !parts.contain(Span::new(6, 7)));
        assert!(!held(1, 3) && !held(7, 10) && !held(2, 3) && !held(5, 5) && !held(12, 13));
    }

    #[test]
    fn a_link_keeps_its_words_and_its_address() {
        let written = |url: &str, text: Option<&str>| {
            let written = Link { url: url.to_owned(), text: text.map(str::to_owned), span: Span::default() };
            link(&written, |url| format!("({})", destination(url)))
        };
        assert_eq!(written("https://example.org/1", None), "https://example.org/1");
        assert_eq!(written("https://example.org/a_(b)", None), "<https://example.org/a_(b)>");
        assert_eq!(written("https://example.org/1", Some("*RFE* 4")), "[\\*RFE\\* 4](https://example.org/1)");
        assert_eq!(written("https://example.org/(1", Some("x")), "[x](<https://example.org/(1>)");
    }
}

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

/// A link: its address alone, or behind its words.
pub(super) fn link(link: &Link) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$%&+=,".contains(c);
    match &link.text {
        Some(words) => format!("[{}]({})", escaped(words), destination(&link.url)),
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

/// Whether a span lies in one of these.
pub(super) fn lies_in(span: Span, spans: &[Span]) -> bool {
    !span.is_empty() && spans.iter().any(|outer| outer.start <= span.start && span.end <= outer.end)
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
    fn a_link_keeps_its_words_and_its_address() {
        let written = |url: &str, text: Option<&str>| {
            link(&Link { url: url.to_owned(), text: text.map(str::to_owned), span: Span::default() })
        };
        assert_eq!(written("https://example.org/1", None), "https://example.org/1");
        assert_eq!(written("https://example.org/a_(b)", None), "<https://example.org/a_(b)>");
        assert_eq!(written("https://example.org/1", Some("*RFE* 4")), "[\\*RFE\\* 4](https://example.org/1)");
        assert_eq!(written("https://example.org/(1", Some("x")), "[x](<https://example.org/(1>)");
    }
}

//! Underlined headings that were not meant: a paragraph with a `---` right below it.

use crate::model::Span;

/// How much text a title may have before a line of hyphens makes a heading of it, in bytes.
const LONGEST_TITLE: usize = 120;

/// The rule below a heading (its whole span) that is a paragraph above a rule: it is underlined with
/// hyphens, and it has several lines (other than those of one link), is long, says `label: value` above just `---`, or ends like a
/// sentence or an address.
pub fn accidental_rule(text: &str, heading: Span) -> Option<Span> {
    let source = heading.of(text).trim_end();
    if source.starts_with('#') {
        return None;
    }
    let (above, below) = source.rsplit_once(['\n', '\r'])?;
    let rule = below.trim();
    let words = above.trim();
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_link = words.starts_with('[') && words.ends_with(')') && words.matches("](").count() == 1;
    let accident = words.contains(['\n', '\r']) && !is_link
        || words.len() > LONGEST_TITLE
        || (rule == "---" && words.contains(": "))
        || words.ends_with(['.', '!', '?', ':', ';', ','])
        || words.ends_with(":**")
        || last.contains("://") && !is_link;
    let end = heading.start + source.len();
    (rule.starts_with('-') && accident).then(|| Span::new(end - below.len(), end).trim(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Option<&str> {
        accidental_rule(text, Span::new(0, text.len())).map(|span| span.of(text))
    }

    #[test]
    fn what_reads_like_a_title_is_one() {
        for title in [
            "Title\n---",
            "[A\ntitle](https://example.org)\n---",
            "Kestrel: a title\n----------------",
            "See https://example.org\n===",
            "# Title.",
        ] {
            assert_eq!(rule(title), None, "{title}");
        }
    }

    #[test]
    fn what_reads_like_text_is_above_a_rule() {
        for text in
            ["A sentence.\n---", "two\nlines\n---", "**Issue**: 4\r\n---", "See https://example.org\n---\n"]
        {
            assert_eq!(rule(text), Some("---"), "{text}");
        }
    }
}

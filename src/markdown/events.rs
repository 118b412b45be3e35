//! The one place with pulldown-cmark's options, so that every reader sees the same Markdown.

use std::borrow::Cow;

use pulldown_cmark::Options;

/// The Markdown that listings are read with: `CommonMark` with GitHub's tables, strike-through and
/// task lists. Math, smart punctuation, wiki links and front matter stay off: `$`, `--`
/// and `---` occur in listings as plain text.
pub const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_TASKLISTS);

/// The extensions for a field that is shown: footnotes and GitHub's alerts besides. Both only say how a text looks,
/// and a `[^` without a footnote stays text; the outline of a document needs neither.
pub const PROSE: Options = OPTIONS.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_GFM);

/// The text with every lone `\r` as `\n`. A lone `\r` ends a line in `CommonMark`, but pulldown-cmark
/// does not see a fence or a heading end there. No offset changes.
pub fn line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_lone = |&at: &usize| bytes.get(at + 1) != Some(&b'\n');
    let Some(first) = memchr::memchr_iter(b'\r', bytes).find(is_lone) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = text[first..].chars().peekable();
    while let Some(c) = rest.next() {
        out.push(if c == '\r' && rest.peek() != Some(&'\n') { '\n' } else { c });
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_lone_carriage_return_becomes_a_line_feed() {
        assert_eq!(line_feeds("a\rb\r\nc\r\rd\r"), "a\nb\r\nc\n\nd\n");
        assert!(matches!(line_feeds("a\r\nb\n"), Cow::Borrowed(_)));
    }
}

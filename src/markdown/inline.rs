//! One line of plain text out of a piece of inline Markdown.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use super::events::OPTIONS;

/// Whether a byte can be a mark in a line of text.
const fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'>' | b'\\' | b'&' | b'!' | b'~' | b'\n' | b'\r' | b'\t'
    )
}

/// The words of a piece of Markdown on one line: emphasis dropped, links by their text, code by
/// its text, breaks and runs of white space as one space, HTML tags dropped.
#[must_use]
pub fn plain(markdown: &str) -> Cow<'_, str> {
    let markdown = markdown.trim();
    let two_spaces = |pair: &[u8]| pair == b"  ";
    if !markdown.bytes().any(is_mark) && !markdown.as_bytes().windows(2).any(two_spaces) {
        return Cow::Borrowed(markdown);
    }
    let mut words = String::with_capacity(markdown.len());
    // A letter in front keeps a leading `-`, `#` or `1.` from being read as a block.
    let guarded = format!("x {markdown}");
    for event in Parser::new_ext(&guarded, OPTIONS) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::Start(_) => {}
            Event::End(tag) if is_inline(tag) => {}
            _ => words.push(' '),
        }
    }
    let mut folded = String::with_capacity(words.len());
    for word in words.split_whitespace().skip(1) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    Cow::Owned(folded)
}

fn is_inline(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(plain("  C++ / s390x "), "C++ / s390x");
        assert_eq!(plain("**LLM** and [tool *calls*](https://example.org)"), "LLM and tool calls");
        assert_eq!(plain("`snake_case` &amp; <br> more\n  lines"), "snake_case & more lines");
        assert_eq!(plain("- not a `list`"), "- not a list");
        assert_eq!(plain("<https://example.org/a>"), "https://example.org/a");
        assert_eq!(plain(""), "");
    }
}

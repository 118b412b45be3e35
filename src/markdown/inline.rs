//! One line of plain text out of a piece of inline Markdown.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use super::events::OPTIONS;

/// The bytes that can be a mark in a line of text, by their value.
static MARKS: [bool; 256] = {
    let marks = b"*_`[]<>\\&!~\n\r\t";
    let mut table = [false; 256];
    let mut at = 0;
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    table
};

/// The words of a piece of Markdown on one line: emphasis dropped, links by their text, code by
/// its text, breaks and runs of white space as one space, HTML tags dropped.
pub fn plain(markdown: &str) -> Cow<'_, str> {
    let markdown = markdown.trim();
    if is_plain_by(markdown, |byte| !MARKS[usize::from(byte)]) {
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
            Event::InlineHtml(tag) if !is_break(&tag) => {}
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

fn is_break(tag: &str) -> bool {
    tag.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("<br"))
}

/// A text with one space for each run of white space, and none at its ends.
pub fn on_one_line(text: String) -> String {
    let ends = text.starts_with(' ') || text.ends_with(' ');
    // Most texts are in their form. In ASCII no other white space than the space is above 0x1F.
    if !ends && is_plain_by(&text, |byte| (b' '..=b'~').contains(&byte)) {
        return text;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether all bytes of a text are plain, and no two of them in a row are spaces.
fn is_plain_by(text: &str, plain: impl Fn(u8) -> bool) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        let two_spaces = byte == b' ' && before == b' ';
        before = byte;
        !two_spaces && plain(byte)
    })
}

fn is_inline(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_becomes_single_spaces() {
        for (text, line) in [("a b", "a b"), (" a b", "a b"), ("a\tb", "a b"), ("a  b ", "a b"), ("", "")] {
            assert_eq!(on_one_line(text.to_owned()), line, "{text:?}");
        }
    }

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

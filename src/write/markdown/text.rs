//! Texts in place: words that are no Markdown, and Markdown below a label.

use std::borrow::Cow;

use crate::markdown::block::{self, Block};
use crate::markdown::inline;
use crate::model::{References, safe, start_of};

/// How far into a line a label is looked for, in bytes.
const REACH: usize = 80;

/// Words as Markdown that reads as just these words: on one line, marks escaped where they would be
/// read as such.
pub(in crate::write) fn escaped(words: &str) -> Cow<'_, str> {
    let words = safe(words);
    if reads_as(&words, &words) {
        return words;
    }
    let mut out = String::with_capacity(words.len() + 8);
    for (at, c) in words.char_indices() {
        // Of a list item the reader sees what stands behind an escape at its beginning: there these
        // two would begin code, or a character reference.
        if at == 0 && matches!(c, '`' | '&') {
            out.push_str(&reference(c));
            continue;
        }
        let first = at == 0 && matches!(c, '-' | '+' | '#' | '=' | '|' | ':');
        let after_number = matches!(c, '.' | ')') && words[..at].bytes().all(|byte| byte.is_ascii_digit());
        let last = c == '#' && at + 1 == words.len();
        if first
            || (after_number && at > 0)
            || last
            || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '!' | '~')
        {
            out.push('\\');
        }
        out.push(c);
    }
    Cow::Owned(out)
}

/// A character as a reference to it, which is never a mark.
pub(super) fn reference(c: char) -> String {
    format!("&#{};", u32::from(c))
}

/// Whether Markdown on a line of its own is a paragraph of these words.
pub(super) fn reads_as(markdown: &str, words: &str) -> bool {
    inline::plain(markdown) == words
        && !markdown.ends_with('#')
        && matches!(blocks(markdown).as_slice(), [] | [Block::Paragraph(_)])
}

/// A text that is safe on a terminal; its tabs stay.
pub(super) fn safe_line(line: &str) -> String {
    line.split('\t').map(safe).collect::<Vec<_>>().join("\t")
}

/// An item of the list below a label, and a line end.
pub(super) fn item(words: &str) -> String {
    format!("  - {}\n", safe_line(words))
}

/// Appends Markdown that begins on the line of its label, or below it, indented as a part of its item.
/// A value that was on the line of its label (`beside`) stays there: alone, `1. a` would be a list.
pub(super) fn below_label(out: &mut String, markdown: &str, beside: bool) {
    let mut lines = markdown.lines().map(safe_line);
    match if beside { Placing::OnLine } else { placing(markdown) } {
        Placing::OnLine => {
            out.push(' ');
            out.push_str(lines.next().unwrap_or_default().trim_start());
            out.push('\n');
        }
        Placing::Below => out.push('\n'),
        Placing::Apart => out.push_str("\n\n"),
    }
    for line in lines {
        if !line.trim().is_empty() {
            out.push_str("  ");
            out.push_str(&line);
        }
        out.push('\n');
    }
}

/// Where the value of a label begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placing {
    /// On its line.
    OnLine,
    /// On the next one.
    Below,
    /// After an empty one.
    Apart,
}

/// Where Markdown may begin and still be what it is.
fn placing(markdown: &str) -> Placing {
    let first = markdown.trim_start();
    let paragraph = match blocks(markdown).first() {
        Some(Block::List(_)) if first.starts_with(['-', '*', '+']) => return Placing::Below,
        Some(Block::Paragraph(_)) => first.lines().take_while(|line| !line.trim().is_empty()),
        _ => return Placing::Apart,
    };
    // A line after that of a label may be a label too.
    let is_prose = |line: &str| line.len() >= REACH && !start_of(line, REACH).contains([':', '：']);
    // Beside the label only the other lines tell how far all are indented.
    let mut others = markdown.lines().skip(1).filter(|line| !line.trim().is_empty()).peekable();
    let is_flush = others.peek().is_none() || others.any(|line| !line.starts_with([' ', '\t']));
    if is_flush && !first.starts_with(['<', '|', '>', ':']) && paragraph.skip(1).all(is_prose) {
        Placing::OnLine
    } else {
        Placing::Apart
    }
}

fn blocks(markdown: &str) -> Vec<Block> {
    block::prose(markdown, &References::default()).blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_as_themselves() {
        for words in [
            "C++ & *nix",
            "1. First",
            "- dash",
            "# hash",
            "C#",
            "a_b",
            "_a_",
            "[x] y",
            "<br>",
            "`x`",
            "```net",
            "`c` d",
            "&amp;",
            "a\\b",
            "> q",
            "~~x~~",
            "![x](y)",
            "| a |",
            "---",
            "+",
            "=",
            "https://example.org/a_b_c",
        ] {
            let markdown = escaped(words);
            assert_eq!(inline::plain(&markdown), words, "{markdown}");
            let read = blocks(&markdown);
            assert!(matches!(read.as_slice(), [Block::Paragraph(_)]), "{markdown}: {read:?}");
        }
        assert_eq!(escaped("C++ / s390x, a_b"), "C++ / s390x, a_b");
        assert_eq!(escaped("a\u{1b}[2J\u{202e}"), "a\u{fffd}[2J\u{fffd}");
    }

    #[test]
    fn markdown_stands_where_it_stays_what_it_is() {
        let placed = |markdown: &str| {
            let mut out = "- D:".to_owned();
            below_label(&mut out, markdown, false);
            out
        };
        assert_eq!(placed("One line."), "- D: One line.\n");
        assert_eq!(placed("- a\n  - b\n\n- c"), "- D:\n  - a\n    - b\n\n  - c\n");
        assert_eq!(placed("> a\n> b"), "- D:\n\n  > a\n  > b\n");
        assert_eq!(placed("A line\nGoals: none"), "- D:\n\n  A line\n  Goals: none\n");
        assert_eq!(placed("3. a"), "- D:\n\n  3. a\n");
        assert_eq!(placed("a\n\n    code"), "- D:\n\n  a\n\n      code\n");
        assert_eq!(placed("a\n\n\u{1b}\tb"), "- D: a\n\n  \u{fffd}\tb\n");
    }
}

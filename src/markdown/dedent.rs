//! The Markdown of a field without the indentation that only its place in the document asked for.

use std::borrow::Cow;

use super::events::line_feeds;
use crate::model::Span;

/// How far a tab reaches.
const TAB: usize = 4;

/// The Markdown of a span, so that it renders as meant when it stands alone. What follows a label
/// on its line keeps its place; all other lines lose the indentation that they have in common. A
/// lone `\r` becomes the `\n` that it means.
pub fn dedent(text: &str, span: Span) -> Cow<'_, str> {
    let value = line_feeds(span.of(text));
    let above = text[..span.start].trim_end_matches([' ', '\t']);
    // Not by the start of the line: a line may hold any number of values.
    let own_line = above.is_empty() || above.ends_with(['\n', '\r']);
    let first = own_line.then(|| width(&text[above.len()..span.start]));
    let later = || lines(&value).skip(1).filter(|line| !line.trim().is_empty()).map(width);
    let common = first.into_iter().chain(later()).min().unwrap_or(0);
    let kept = first.map_or(0, |first| first - common);
    if kept == 0 && (common == 0 || later().next().is_none()) {
        return value;
    }
    let mut out = " ".repeat(kept);
    out.reserve(value.len());
    for (number, line) in lines(&value).enumerate() {
        if number == 0 { out.push_str(line) } else { push_without(&mut out, line, common) }
    }
    Cow::Owned(out)
}

/// A block in the list items and quotes that it stands in, as it stands outside of them: each line
/// without the margin that the first one has.
pub(super) fn without_margin(text: &str, span: Span) -> String {
    let block = line_feeds(span.of(text));
    let line = memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..span.start]).map_or(0, |at| at + 1);
    let lead = &text[line..span.start];
    let quotes = lead.bytes().filter(|byte| *byte == b'>').count();
    let margin = width_of(lead.rsplit('>').next().unwrap_or_default());
    let mut out = String::with_capacity(block.len());
    for (number, line) in lines(&block).enumerate() {
        let mut line = line;
        for _ in 0..if number == 0 { 0 } else { quotes } {
            let Some(inside) = line.trim_start_matches([' ', '\t']).strip_prefix('>') else { break };
            line = inside;
        }
        if number == 0 { out.push_str(line) } else { push_without(&mut out, line, margin) }
    }
    out
}

/// The lines, their ends included.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n')
}

/// The columns that a line is indented by.
fn width(line: &str) -> usize {
    let mut columns = 0;
    for byte in line.bytes() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += TAB - columns % TAB,
            _ => break,
        }
    }
    columns
}

/// The columns that a text begins a line with; of a list item, its mark included.
fn width_of(lead: &str) -> usize {
    lead.chars().fold(0, |columns, c| if c == '\t' { columns + TAB - columns % TAB } else { columns + 1 })
}

/// Appends a line without its first `columns` columns of white space; the rest of a tab that
/// reaches further becomes spaces.
fn push_without(out: &mut String, line: &str, columns: usize) {
    let mut column = 0;
    for (at, byte) in line.bytes().enumerate() {
        if column >= columns || !matches!(byte, b' ' | b'\t') {
            out.extend(std::iter::repeat_n(' ', column.saturating_sub(columns)));
            out.push_str(&line[at..]);
            return;
        }
        column += if byte == b'\t' { TAB - column % TAB } else { 1 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, from: &str) -> String {
        let start = text.find(from).unwrap();
        dedent(text, Span::new(start, text.len()).trim(text)).into_owned()
    }

    #[test]
    fn lists_after_a_label_keep_their_shape() {
        assert_eq!(value("- Outcome:\n  - a\n    - b\n  - c", "- a"), "- a\n  - b\n- c");
        assert_eq!(value("- Outcome:\n- a\n  - b", "- a"), "- a\n  - b");
        assert_eq!(value("- Outcome: It\n    1. a\n    2. b", "It"), "It\n1. a\n2. b");
    }

    #[test]
    fn fences_tabs_and_line_ends_stay_whole() {
        assert_eq!(value("- D:\n  ```\n    x\n\n  y\n  ```", "```"), "```\n  x\n\ny\n```");
        assert_eq!(value("- D: a\r\n\t- b\r\n\t\t- c", "a"), "a\r\n- b\r\n\t- c");
        assert_eq!(value("- D:\r  a\r  b", "a"), "a\nb");
        assert_eq!(value("D: a\nlazy\n  - b", "a"), "a\nlazy\n  - b");
    }
}

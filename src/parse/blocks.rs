//! Blocks: the value of a field as list items and paragraphs.

use super::indent;
use crate::markdown::outline::{Opening, Outline};
use crate::model::{Span, start_of};

/// How long words in quotes may be that stay together, in bytes.
const LONGEST_QUOTE: usize = 80;

/// A list item or a paragraph of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// Its text without bullet, trimmed.
    pub(super) span: Span,
    /// Whether it is a list item.
    pub(super) item: bool,
}

/// The blocks of a value. What stands on the label's own line is a paragraph.
pub(super) fn blocks(text: &str, outline: &Outline<'_>, value: Span) -> Vec<Block> {
    let lines = outline.lines_in(value);
    let mut blocks = Vec::with_capacity(lines.len() + 1);
    let mut open = Block { span: value, item: false };
    for line in lines {
        if line.opening == Opening::Continuation {
            continue;
        }
        let end = indent::line_start(text, line.start).max(open.span.start);
        push(&mut blocks, text, open, end);
        open = Block { span: Span::new(line.start, value.end), item: line.opening == Opening::Item };
    }
    push(&mut blocks, text, open, value.end);
    blocks
}

fn push(blocks: &mut Vec<Block>, text: &str, open: Block, end: usize) {
    let span = Span::new(open.span.start, end).trim(text);
    if !span.is_empty() && !span.of(text).chars().all(is_bullet) {
        blocks.push(Block { span, ..open });
    }
}

/// The characters that are left of a list item whose text has been taken as the next block.
fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '+' | '.' | ')') || c.is_ascii_digit() || c.is_whitespace()
}

/// The parts of a text between separators that stand outside brackets and quotes, trimmed, none of them
/// empty. `separator` gives the length of a separator that the rest of the text begins with; it is only
/// asked where one [may](may_part) begin. Brackets that are never closed keep nothing together.
pub(super) fn split(text: &str, span: Span, separator: impl Fn(&str) -> Option<usize>) -> Vec<Span> {
    let source = span.of(text);
    let mut parts = Vec::new();
    let (mut depth, mut start, mut at) = (0_usize, 0, 0);
    let mut code = false;
    // Where what the outermost bracket holds begins, and the part that it stands in.
    let (mut opened, mut pairs) = ((0, 0), true);
    loop {
        let Some(&byte) = source.as_bytes().get(at) else {
            if depth == 0 {
                break;
            }
            (depth, code, pairs) = (0, false, false);
            (at, start) = opened;
            continue;
        };
        if !may_part(byte) {
            at += 1;
            continue;
        }
        let Some(c) = source[at..].chars().next() else { break };
        let mut length = entity(&source[at..]).unwrap_or(c.len_utf8());
        match c {
            _ if length > c.len_utf8() => {}
            '`' => code = !code,
            '"' | '“' if depth == 0 && !code => length = quoted(source, at).unwrap_or(length),
            '(' | '[' | '（' if !code && pairs => {
                if depth == 0 {
                    opened = (at + length, start);
                }
                depth += 1;
            }
            ')' | ']' | '）' if !code => depth = depth.saturating_sub(1),
            _ if depth == 0 && !code => {
                if let Some(skipped) = separator(&source[at..]) {
                    parts.push(Span::new(span.start + start, span.start + at).trim(text));
                    length = skipped;
                    start = at + skipped;
                }
            }
            _ => {}
        }
        at += length;
    }
    parts.push(Span::new(span.start + start, span.end).trim(text));
    parts.retain(|part| !part.is_empty());
    parts
}

/// The length of the quoted words that begin at an offset, quotes included: a few between two words.
fn quoted(source: &str, at: usize) -> Option<usize> {
    let begins = !source[..at].ends_with(char::is_alphanumeric);
    let (opening, rest) = source[at..].split_at(source[at..].chars().next()?.len_utf8());
    let closing = if opening == "“" { '”' } else { '"' };
    let inner = start_of(rest, LONGEST_QUOTE).find(closing)?;
    let length = opening.len() + inner + closing.len_utf8();
    let ends = !source[at + length..].starts_with(char::is_alphanumeric);
    (begins && ends && inner > 0).then_some(length)
}

/// Whether a byte can begin what keeps parts together or sets them apart.
fn may_part(byte: u8) -> bool {
    let marks = b' '..=b'~';
    !marks.contains(&byte)
        || matches!(byte, b' ' | b'"' | b'&' | b'`' | b'(' | b')' | b'[' | b']' | b',' | b';' | b'|' | b'<')
}

/// The length of an entity (`&lt;`) that a text begins with: its semicolon separates nothing.
fn entity(text: &str) -> Option<usize> {
    const LONGEST: usize = 10;
    let name = text.strip_prefix('&')?;
    let length = name.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    (length > 0 && name.as_bytes()[..length].iter().all(word)).then_some(length + 2)
}

/// The length of a `<br>` in one of its spellings that a text begins with.
pub(super) fn line_break(text: &str) -> Option<usize> {
    let tag = text.strip_prefix("<br").or_else(|| text.strip_prefix("<BR"))?;
    let rest = tag.trim_start_matches([' ', '/']).strip_prefix('>')?;
    Some(text.len() - rest.len())
}

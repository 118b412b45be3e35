//! Lines of a text, and texts cut to a length that a message may have.

use std::borrow::Cow;

use crate::model::{Span, start_of};

/// The most bytes of quoted text in a message or a subject: more than any title has.
const LONGEST: usize = 600;
/// How many bytes are kept of the end of a text that is cut.
const TAIL: usize = 150;

/// The lines of a span without their ends; `\n`, `\r\n` and a lone `\r` end one. None after the last line end.
pub(super) fn lines(text: &str, span: Span) -> Vec<Span> {
    let bytes = &text.as_bytes()[..span.end];
    let mut found = Vec::new();
    let mut start = span.start;
    for at in memchr::memchr2_iter(b'\n', b'\r', &bytes[span.start..]).map(|at| span.start + at) {
        // The second half of `\r\n`.
        if at < start {
            continue;
        }
        found.push(Span::new(start, at));
        start = if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') { at + 2 } else { at + 1 };
    }
    if start < span.end {
        found.push(Span::new(start, span.end));
    }
    found
}

/// Where the line of an offset begins.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..offset]).map_or(0, |at| at + 1)
}

/// Where the line of an offset ends, before its line end.
pub(super) fn line_end(text: &str, offset: usize) -> usize {
    memchr::memchr2(b'\n', b'\r', &text.as_bytes()[offset..]).map_or(text.len(), |at| offset + at)
}

/// The first line of a span, without its end.
pub(super) fn first_line(text: &str, span: Span) -> Span {
    Span::new(span.start, line_end(text, span.start).min(span.end))
}

/// A text of which the middle is left out where it is long: a title that a thousand findings speak of must
/// not be written a thousand times in full.
pub(super) fn short(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let (head, tail) = (boundary(text, LONGEST - TAIL), boundary(text, text.len() - TAIL));
    Cow::Owned([&text[..head], " … ", &text[tail..]].concat())
}

/// The last character boundary that is not behind an offset.
pub(super) fn boundary(text: &str, offset: usize) -> usize {
    start_of(text, offset).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_ends_a_line() {
        let text = "a\r\nb\rc\n\nd";
        let lines = lines(text, Span::new(0, text.len()));
        let words: Vec<&str> = lines.iter().map(|line| line.of(text)).collect();
        assert_eq!(words, ["a", "b", "c", "", "d"]);
        assert_eq!((line_start(text, 3), line_end(text, 3)), (3, 4));
    }

    #[test]
    fn long_texts_keep_their_ends() {
        assert_eq!(short("tides"), "tides");
        let long = format!("a{}z", "é".repeat(LONGEST));
        let cut = short(&long);
        assert!(
            cut.len() <= LONGEST + 8 && cut.starts_with('a') && cut.ends_with('z') && cut.contains(" … ")
        );
    }
}

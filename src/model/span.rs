//! A span: a range of bytes in one document's text.

use std::ops::Range;

/// A range of bytes in the text of one [`Document`](super::Document): `start..end`, both on
/// character boundaries, `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// Offset in bytes of the first byte.
    pub start: usize,
    /// Offset in bytes just after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; an `end` before `start` gives an empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The empty span at an offset.
    pub const fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// How many bytes it covers.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether a byte offset lies in it (the end does not).
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The text that it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The span without the white space (Unicode's, so NO-BREAK SPACE too) at both ends.
    pub fn trim(self, text: &str) -> Self {
        let rest = self.of(text).trim_start();
        Self::new(self.end - rest.len(), self.end - rest.len() + rest.trim_end().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trim_folds_no_break_space_and_survives_blank_text() {
        let text = "a \u{a0}b\u{a0} ";
        assert_eq!(Span::new(1, text.len()).trim(text).of(text), "b");
        assert!(Span::new(1, 2).trim(text).is_empty());
        assert_eq!(Span::new(5, 3), Span::at(5));
    }
}

//! A document: one source text and where it came from.

use std::fmt;
use std::path::{Path, PathBuf};

/// Where a document came from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A file, by the path that the user gave.
    File(PathBuf),
    /// A document on the web, by the `http://` or `https://` address that the user gave.
    Address(String),
    /// Standard input.
    Stdin,
    /// The listing that is built into the program.
    Sample,
}

impl Origin {
    /// The path of a file, for everything that needs one (an editor, reloading).
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Address(_) | Self::Stdin | Self::Sample => None,
        }
    }
}

impl fmt::Display for Origin {
    /// The name to show: the path or address as given, `standard input` or `built-in sample`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Address(address) => f.write_str(address),
            Self::Stdin => f.write_str("standard input"),
            Self::Sample => f.write_str("built-in sample"),
        }
    }
}

/// A place in a document as people count: both numbers from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in Unicode scalar values.
    pub column: usize,
}

/// How the bytes of a document stood for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-8 after a byte order mark; the mark is not part of the text.
    Utf8WithMark,
    /// UTF-16, little endian, after a byte order mark.
    Utf16Le,
    /// UTF-16, big endian, after a byte order mark.
    Utf16Be,
    /// Neither of those: read as Windows-1252, the superset of Latin-1 that people mean by it.
    Latin1,
}

/// One source text and where it came from. The text is kept as it was decoded, line ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    origin: Origin,
    text: String,
    encoding: Encoding,
}

impl Document {
    /// A document of text that was UTF-8.
    #[must_use]
    pub fn new(origin: Origin, text: impl Into<String>) -> Self {
        Self::decoded(origin, text, Encoding::Utf8)
    }

    /// A document of text that was decoded from `encoding`.
    #[must_use]
    pub fn decoded(origin: Origin, text: impl Into<String>, encoding: Encoding) -> Self {
        Self { origin, text: text.into(), encoding }
    }

    /// How its bytes stood for text.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Where it came from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line (from 1) of a byte offset. `\n`, `\r\n` and a lone `\r` each end a line, as in
    /// `CommonMark`. Counts from the start of the text: for one place, not for every line.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        1 + memchr::memchr2_iter(b'\n', b'\r', before)
            .filter(|&at| ends_line(self.text.as_bytes(), at))
            .count()
    }

    /// The line and column (both from 1) of a byte offset.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let before = &self.text.as_bytes()[..offset];
        let start = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |at| at + 1);
        Position { line: self.line(offset), column: 1 + self.text[start..offset].chars().count() }
    }
}

/// Whether the `\n` or `\r` at `at` ends a line: the `\r` of a `\r\n` does not, its `\n` does.
fn ends_line(text: &[u8], at: usize) -> bool {
    text[at] == b'\n' || text.get(at + 1) != Some(&b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_each_of_the_three_ends() {
        let document = Document::new(Origin::Stdin, "a\nbé\r\nc\rd");
        let lines = |needle: char| document.position(document.text().find(needle).unwrap());
        assert_eq!(lines('a'), Position { line: 1, column: 1 });
        assert_eq!(lines('é'), Position { line: 2, column: 2 });
        assert_eq!(lines('c'), Position { line: 3, column: 1 });
        assert_eq!(lines('d'), Position { line: 4, column: 1 });
        assert_eq!(document.line(usize::MAX), 4);
    }
}

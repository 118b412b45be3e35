//! A document: one source text and where it came from.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::lines::LineIndex;
use super::{ReadingSettings, Span};

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
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Address(_) | Self::Stdin | Self::Sample => None,
        }
    }

    /// Its names as those of a path, for what folders and the name of a file say about a document: of an address, the
    /// address.
    pub fn names(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Address(address) => Some(Path::new(address)),
            Self::Stdin | Self::Sample => None,
        }
    }

    /// A short name of letters, digits and single hyphens, for identities: the last folder and the
    /// file's name without its ending.
    pub fn slug(&self) -> String {
        let shown = self.to_string();
        let mut parts: Vec<&str> =
            shown.rsplit(['/', '\\']).filter(|part| !part.is_empty()).take(2).collect();
        parts.reverse();
        if let (Some(name), Self::File(_) | Self::Address(_)) = (parts.last_mut(), self) {
            *name = name.rsplit_once('.').map_or(*name, |(stem, _)| stem);
        }
        let name = parts.join("-").to_lowercase();
        let words: Vec<&str> =
            name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        words.join("-")
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

/// Where a piece of a derived text has its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// Offset in bytes, in the derived text, from which on it holds.
    pub offset: usize,
    /// The line of the source, from 1.
    pub line: usize,
}

/// One source text and where it came from. The text is kept as it was decoded, line ends included.
///
/// A source that is no Markdown (an export in JSON) is kept as the Markdown that was *derived* from
/// it: everything points into that text, and its lines are those of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    origin: Origin,
    text: String,
    encoding: Encoding,
    /// In order; empty where the text is the source itself.
    anchors: Vec<Anchor>,
    lines: LineIndex,
    /// How somebody said that it is to be read.
    reading: Option<Arc<ReadingSettings>>,
}

impl Document {
    /// A document of text that was UTF-8.
    pub fn new(origin: Origin, text: impl Into<String>) -> Self {
        Self::decoded(origin, text, Encoding::Utf8)
    }

    /// A document of text that was decoded from `encoding`.
    pub fn decoded(origin: Origin, text: impl Into<String>, encoding: Encoding) -> Self {
        Self {
            origin,
            text: text.into(),
            encoding,
            anchors: Vec::new(),
            lines: LineIndex::default(),
            reading: None,
        }
    }

    /// The same document with a text that was derived from its own. `anchors` are in order of their
    /// offsets, the first at 0.
    pub fn derived(self, text: impl Into<String>, anchors: Vec<Anchor>) -> Self {
        Self { text: text.into(), anchors, lines: LineIndex::default(), ..self }
    }

    /// The same document, to be read as somebody said.
    pub fn to_be_read(self, reading: Option<Arc<ReadingSettings>>) -> Self {
        Self { reading, ..self }
    }

    /// How somebody said that it is to be read; `None` where nobody said anything.
    pub fn reading(&self) -> Option<&Arc<ReadingSettings>> {
        self.reading.as_ref()
    }

    /// Where the pieces of a derived text have their sources; `None` when the text is the source.
    pub fn anchors(&self) -> &[Anchor] {
        &self.anchors
    }

    /// How its bytes stood for text.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Where it came from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line (from 1) of a byte offset. `\n`, `\r\n` and a lone `\r` each end a line, as in
    /// `CommonMark`. In a derived text it is the line of the source at which the piece around the offset begins.
    pub fn line(&self, offset: usize) -> usize {
        if self.anchors.is_empty() {
            return self.lines.line(&self.text, offset);
        }
        let after = self.anchors.partition_point(|anchor| anchor.offset <= offset);
        after.checked_sub(1).map_or(1, |at| self.anchors[at].line)
    }

    /// The line and column (both from 1) of a byte offset. In a derived text the column is 1.
    pub fn position(&self, offset: usize) -> Position {
        let column = if self.anchors.is_empty() { self.lines.column(&self.text, offset) } else { 1 };
        Position { line: self.line(offset), column }
    }

    /// The line of the text around a byte offset, with its end.
    pub fn line_around(&self, offset: usize) -> Span {
        self.lines.around(&self.text, offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slug_of_an_origin_is_its_last_folder_and_name() {
        let slugs = [
            Origin::File("a/b/2025/03-Sep Nov/README.md".into()),
            Origin::Address("https://example.org/ideas/list.v2.md".into()),
            Origin::File("ideas.md".into()),
            Origin::Stdin,
        ]
        .map(|origin| origin.slug());
        assert_eq!(slugs, ["03-sep-nov-readme", "ideas-list-v2", "ideas", "standard-input"]);
    }

    #[test]
    fn a_derived_text_has_the_lines_of_its_source() {
        let anchors = vec![Anchor { offset: 0, line: 3 }, Anchor { offset: 4, line: 9 }];
        let document = Document::new(Origin::Stdin, "{}").derived("one\ntwo\n", anchors);
        assert_eq!([0, 3, 4, 99].map(|offset| document.line(offset)), [3, 3, 9, 9]);
        assert_eq!(document.position(6), Position { line: 9, column: 1 });
    }
}

//! Line numbers of many places in one document, without counting from its start for each.

use std::cell::OnceCell;

use super::{Document, Position, Span};

/// Where the lines of a document start.
#[derive(Debug)]
pub struct Lines<'a> {
    document: &'a Document,
    /// Where each line but the first starts.
    starts: Vec<usize>,
    /// How many characters begin before each block of [`BLOCK`] bytes; nothing before it is asked for.
    characters: OnceCell<Vec<usize>>,
}

/// Columns are counted from the last block: a line may be as long as the document.
const BLOCK: usize = 256;

impl<'a> Lines<'a> {
    /// Finds every line of a document: `\n`, `\r\n` and a lone `\r` end one.
    pub fn new(document: &'a Document) -> Self {
        let text = document.text().as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', text)
            .filter(|&at| text[at] == b'\n' || text.get(at + 1) != Some(&b'\n'));
        Self { document, starts: ends.map(|end| end + 1).collect(), characters: OnceCell::new() }
    }

    /// The line (from 1) of a byte offset; the same as [`Document::line`].
    pub fn line(&self, offset: usize) -> usize {
        if self.document.anchors().is_empty() {
            1 + self.starts.partition_point(|&start| start <= offset)
        } else {
            self.document.line(offset)
        }
    }
}

impl Lines<'_> {
    /// The line and column (both from 1) of a byte offset; the same as [`Document::position`].
    pub fn position(&self, offset: usize) -> Position {
        if !self.document.anchors().is_empty() {
            return self.document.position(offset);
        }
        let offset = offset.min(self.document.text().len());
        let line = self.line(offset);
        let start = line.checked_sub(2).map_or(0, |before| self.starts[before]);
        Position { line, column: 1 + self.characters_before(offset) - self.characters_before(start) }
    }

    /// How many characters begin before a byte offset.
    fn characters_before(&self, offset: usize) -> usize {
        let text = self.document.text().as_bytes();
        // The bytes that go on with a character begin with the bits 10.
        let begun = |bytes: &[u8]| bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count();
        let blocks = self.characters.get_or_init(|| {
            let mut before = 0;
            let counts = text.chunks(BLOCK).map(|block| {
                before += begun(block);
                before - begun(block)
            });
            counts.collect()
        });
        let block = offset / BLOCK;
        let before = blocks.get(block).or(blocks.last()).copied().unwrap_or_default();
        let from = if block < blocks.len() { block * BLOCK } else { blocks.len().saturating_sub(1) * BLOCK };
        before + begun(&text[from..offset])
    }

    /// The line around an offset in the text, with its end.
    pub fn around(&self, offset: usize) -> Span {
        let after = self.starts.partition_point(|&start| start <= offset);
        let start = after.checked_sub(1).map_or(0, |at| self.starts[at]);
        Span::new(start, self.starts.get(after).copied().unwrap_or(self.document.text().len()))
    }

    /// Where a line (from 1) lies in the text, without its end; nothing behind the last.
    pub fn span(&self, line: usize) -> Option<Span> {
        let text = self.document.text();
        let start = if line <= 1 { 0 } else { *self.starts.get(line - 2)? };
        let end = self.starts.get(line.max(1) - 1).copied().unwrap_or(text.len());
        Some(Span::new(start, start + text[start..end].trim_end_matches(['\n', '\r']).len()))
    }

    /// How many lines there are; what stands after the last line end is one, too.
    pub fn count(&self) -> usize {
        self.starts.len() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Origin;

    #[test]
    fn every_offset_has_the_line_that_the_document_gives_it() {
        let document = Document::new(Origin::Stdin, "a\nb\r\n\r\rc\n\nd");
        let lines = Lines::new(&document);
        assert_eq!(lines.span(2).unwrap().of(document.text()), "b");
        assert_eq!(lines.around(2).of(document.text()), "b\r\n");
        for offset in 0..=document.text().len() {
            // Between `\r` and `\n` no span begins.
            if !document.text()[..offset].ends_with('\r') || !document.text()[offset..].starts_with('\n') {
                assert_eq!(lines.position(offset), document.position(offset), "{offset}");
            }
        }
    }
}

//! Line numbers of many places in one document, without counting from its start for each.

use crate::model::Document;

/// Where the lines of a document start.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    document: &'a Document,
    /// Where each line but the first starts.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds every line of a document: `\n`, `\r\n` and a lone `\r` end one.
    pub(super) fn new(document: &'a Document) -> Self {
        let text = document.text().as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', text)
            .filter(|&at| text[at] == b'\n' || text.get(at + 1) != Some(&b'\n'));
        Self { document, starts: ends.map(|end| end + 1).collect() }
    }

    /// The line (from 1) of a byte offset; the same as [`Document::line`].
    pub(super) fn line(&self, offset: usize) -> usize {
        if self.document.anchors().is_empty() {
            1 + self.starts.partition_point(|&start| start <= offset)
        } else {
            self.document.line(offset)
        }
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
        for offset in 0..=document.text().len() {
            // Between `\r` and `\n` no span begins.
            if !document.text()[..offset].ends_with('\r') || !document.text()[offset..].starts_with('\n') {
                assert_eq!(lines.line(offset), document.line(offset), "{offset}");
            }
        }
    }
}

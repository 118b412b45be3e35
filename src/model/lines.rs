//! Where the lines of a text begin, found once for all places in it.

use std::sync::OnceLock;

use super::Span;

/// Columns are counted from the last block of so many bytes: a line may be as long as the document.
const BLOCK: usize = 256;

/// The lines of one text: `\n`, `\r\n` and a lone `\r` each end one, as in `CommonMark`. Nothing is looked for before
/// the first question, and every question is about the same text.
#[derive(Debug, Clone, Default)]
pub(super) struct LineIndex {
    /// The offset at which each line but the first begins.
    starts: OnceLock<Vec<usize>>,
    /// How many characters begin before each block.
    characters: OnceLock<Vec<usize>>,
}

/// It follows from the text, so it makes no difference to a document.
impl PartialEq for LineIndex {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for LineIndex {}

impl LineIndex {
    fn starts(&self, text: &str) -> &[usize] {
        self.starts.get_or_init(|| {
            let text = text.as_bytes();
            // The `\r` of a `\r\n` ends no line, its `\n` does.
            memchr::memchr2_iter(b'\n', b'\r', text)
                .filter(|&at| text[at] == b'\n' || text.get(at + 1) != Some(&b'\n'))
                .map(|end| end + 1)
                .collect()
        })
    }

    /// The line (from 1) of an offset in bytes.
    pub(super) fn line(&self, text: &str, offset: usize) -> usize {
        1 + self.starts(text).partition_point(|&start| start <= offset)
    }

    /// The column (from 1, in characters) of an offset in bytes.
    pub(super) fn column(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let start = self.around(text, offset).start;
        1 + self.characters_before(text, offset) - self.characters_before(text, start)
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let text = text.as_bytes();
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
        let block = (offset / BLOCK).min(blocks.len().saturating_sub(1));
        blocks.get(block).copied().unwrap_or_default() + begun(&text[block * BLOCK..offset])
    }

    /// The line around an offset, with its end.
    pub(super) fn around(&self, text: &str, offset: usize) -> Span {
        let starts = self.starts(text);
        let after = starts.partition_point(|&start| start <= offset);
        let start = after.checked_sub(1).map_or(0, |at| starts[at]);
        Span::new(start, starts.get(after).copied().unwrap_or(text.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_each_of_the_three_ends() {
        let text = "a\nbé\r\n\r\rc\n\nd";
        let lines = LineIndex::default();
        let place = |letter: char| {
            let offset = text.find(letter).unwrap();
            (lines.line(text, offset), lines.column(text, offset))
        };
        assert_eq!(['a', 'b', 'é', 'c', 'd'].map(place), [(1, 1), (2, 1), (2, 2), (5, 1), (7, 1)]);
        assert_eq!(lines.around(text, 2).of(text), "bé\r\n");
        assert_eq!((lines.line(text, usize::MAX), lines.column(text, usize::MAX)), (7, 2));
    }

    #[test]
    fn columns_are_counted_across_blocks() {
        let text = "é".repeat(BLOCK * 2);
        let lines = LineIndex::default();
        for characters in [0, 1, BLOCK / 2 - 1, BLOCK / 2, BLOCK, BLOCK * 2] {
            assert_eq!(lines.column(&text, characters * 2), characters + 1);
        }
        assert_eq!(LineIndex::default().column("", 0), 1);
    }
}

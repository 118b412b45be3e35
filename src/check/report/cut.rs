//! Cutting: the lines of a snippet made to fit, each around what is marked in it, and sentences in lines.

use std::ops::Range;

use crate::check::text::boundary;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::model::safe;

/// Replaces the part of a line that is left out; each of its bytes takes one cell.
const GAP: &str = "...";
/// How much of a line is shown before what is marked, in cells.
const BEFORE: usize = 16;
/// How wide a tab is shown, in cells.
const TAB: usize = 4;
/// So many bytes are looked at for each cell that can be shown.
const MOST_BYTES: usize = 8;

/// A part of a text that is pointed at.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Where it is, in bytes; within one line.
    pub(super) place: Range<usize>,
    /// How wide the words are that stand behind it on the line below, in cells.
    pub(super) label: usize,
}

/// Cuts every line of a text to `width` cells, around the first of the marks on it; gives the places of
/// the marks in what is left.
pub(super) fn fitted(text: &str, marks: &[Mark], width: usize) -> (String, Vec<Range<usize>>) {
    let mut out = String::with_capacity(text.len());
    let mut places: Vec<Range<usize>> = marks.iter().map(|_| 0..0).collect();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end_matches(['\n', '\r']);
        let on_line = |mark: &Mark| (start..=start + words.len()).contains(&mark.place.start);
        let local = |at: usize| at.saturating_sub(start).min(words.len());
        let (mark, label) = match marks.iter().find(|mark| on_line(mark)) {
            Some(mark) => {
                let labels = marks.iter().filter(|mark| on_line(mark)).map(|mark| mark.label);
                (local(mark.place.start)..local(mark.place.end), labels.max().unwrap_or(0))
            }
            None => (0..0, 0),
        };
        let cut = Cut::around(words, mark, label, width);
        let before = out.len();
        out.push_str(&cut.text(words));
        for (mark, place) in marks.iter().zip(&mut places).filter(|(mark, _)| on_line(mark)) {
            *place = before + cut.moved(local(mark.place.start))..before + cut.moved(local(mark.place.end));
        }
        out.push('\n');
        start += line.len();
    }
    (out, places)
}

/// How wide the words behind a mark may be on lines of `width` cells: a third is for what is marked.
pub(super) fn label_room(width: usize) -> usize {
    width.saturating_sub(width / 3 + 1)
}

/// The words behind a mark, cut to so many cells.
pub(super) fn label(words: &str, room: usize) -> String {
    if cells(words) <= room {
        return words.to_owned();
    }
    words[..offset(words, room.saturating_sub(GAP.len()))].trim_end().to_owned() + GAP
}

/// The part of a line that is shown, in bytes.
#[derive(Debug, Clone, Copy)]
struct Cut {
    from: usize,
    to: usize,
    /// Where marks end at the latest: behind it stands the gap, or there would be no room for a label.
    last: usize,
    length: usize,
}

impl Cut {
    /// So much of a line as fits, with the marked part in it, or at least the beginning of that.
    fn around(line: &str, mark: Range<usize>, label: usize, width: usize) -> Self {
        // Of a long line only what is near is looked at: what cannot be seen has no width, however much there is.
        let reach = width * MOST_BYTES;
        if line.len() <= reach * 2 + mark.len() {
            return Self::within(line, mark, label, width);
        }
        let first = boundary(line, mark.start.saturating_sub(reach));
        let last = boundary(line, mark.end + reach);
        let near = Self::within(&line[first..last], mark.start - first..mark.end - first, label, width);
        let from = near.from + first;
        Self { from, to: near.to + first, last: near.last + first, length: line.len() }
    }

    /// The same, where the whole line is looked at.
    fn within(line: &str, mark: Range<usize>, label: usize, width: usize) -> Self {
        let gap = usize::from(label > 0);
        let room = width.saturating_sub(label + gap).max(width / 3);
        let before = cells(&line[..mark.start]);
        let marked = before + cells(&line[mark.clone()]);
        let fits = cells(line) <= width && marked <= room;
        let from = if fits || marked + GAP.len() <= room {
            0
        } else {
            // As much before it as there is room for, once it is shown itself.
            let spare = room.saturating_sub(marked - before + 2 * GAP.len()).min(BEFORE);
            offset(line, before.saturating_sub(spare))
        };
        let lead = if from > 0 { GAP.len() } else { 0 };
        let rest = &line[from..];
        let to = if lead + cells(rest) <= width {
            line.len()
        } else {
            from + offset(rest, width.saturating_sub(lead + GAP.len()))
        };
        let last = from + offset(rest, room.saturating_sub(lead));
        Self { from, to, last: last.min(to).max(from), length: line.len() }
    }

    fn text(self, line: &str) -> String {
        let lead = if self.from > 0 { GAP } else { "" };
        let end = if self.to < self.length { GAP } else { "" };
        format!("{lead}{}{end}", &line[self.from..self.to])
    }

    /// Where an offset of the line is in what is shown.
    fn moved(self, offset: usize) -> usize {
        let lead = if self.from > 0 { GAP.len() } else { 0 };
        lead + offset.clamp(self.from, self.last) - self.from
    }
}

/// How wide a text is shown, in cells.
pub(super) fn cells(text: &str) -> usize {
    text.chars().map(cell).sum()
}

fn cell(c: char) -> usize {
    if c == '\t' { TAB } else { c.width().unwrap_or(1) }
}

/// The offset of the last character boundary that is not behind so many cells.
fn offset(text: &str, most: usize) -> usize {
    let mut width = 0;
    let fits = |(_, c): &(usize, char)| {
        width += cell(*c);
        width <= most
    };
    text.char_indices().take_while(fits).last().map_or(0, |(at, c)| at + c.len_utf8())
}

/// A sentence in lines of at most so many cells, broken between words. It is [safe](crate::model::safe()) first,
/// so that no other line ends are in it.
#[must_use]
pub fn in_lines(sentence: &str, width: usize) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut used = 0;
    for word in safe(sentence).split(' ') {
        let word_width = word.width();
        if used > 0 && used + 1 + word_width > width {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += word_width;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, marked: &str, label: usize, width: usize) -> (String, String) {
        let at = line.find(marked).unwrap();
        let mark = Mark { place: at..at + marked.len(), label };
        let (text, places) = fitted(line, &[mark], width);
        (text.trim_end().to_owned(), text[places[0].clone()].to_owned())
    }

    fn pair(text: &str, marked: &str) -> (String, String) {
        (text.to_owned(), marked.to_owned())
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        assert_eq!(shown("all of it fits", "fits", 0, 14), pair("all of it fits", "fits"));
        let line = "the words before it, here the MARK, and the words behind it";
        assert_eq!(shown(line, "MARK", 0, 24), pair("... it, here the MARK...", "MARK"));
        assert_eq!(shown(line, "the words", 4, 24), pair("the words before it, ...", "the words"));
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_no_mark_lies_outside() {
        let line = "é世\tü😀 ".repeat(9);
        let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
        for width in 20..90 {
            for pair in starts.windows(7) {
                let mark = Mark { place: pair[0]..pair[6], label: width / 4 };
                let (text, places) = fitted(&line, &[mark], width);
                assert!(cells(text.trim_end_matches('\n')) <= width, "{width}: {text}");
                assert!(!text[places[0].clone()].is_empty(), "{width}: {text} {places:?}");
            }
        }
    }

    #[test]
    fn a_sentence_is_broken_between_words() {
        assert_eq!(in_lines("one two three", 7), "one two\nthree");
        assert_eq!(in_lines("unbreakable", 3), "unbreakable");
    }
}

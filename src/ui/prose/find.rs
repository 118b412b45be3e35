//! Finding words in rows as they are laid out, also across the ends of wrapped rows.

use std::ops::Range;

use crate::search::Needle;
use crate::ui::row::{Break, Role, Row};
use crate::ui::text::{grapheme_width, graphemes};

/// Ends a stretch of text that matches may lie in. No needle holds it: rows have no line ends.
const END: char = '\n';

/// A place where the needle was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The cells to highlight, from top to bottom; never empty, several when the match is wrapped.
    pub segments: Vec<Segment>,
}

impl Match {
    /// The row on which it begins.
    pub fn row(&self) -> usize {
        self.segments.first().map_or(0, |segment| segment.row)
    }
}

/// The part of a match on one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The index of the row.
    pub row: usize,
    /// Its display cells, from the left end of the row.
    pub cells: Range<usize>,
}

/// Finds all places of `needle`, from top to bottom and without overlaps. Letters are found by their
/// plain forms. Smart case: upper case and lower case are the same unless the needle holds upper case. What the layout added (bullets,
/// bars, lines of tables) is never part of a match. An empty needle is nowhere.
pub fn find(rows: &[Row], needle: &str) -> Vec<Match> {
    let Some(needle) = Needle::new(needle) else { return Vec::new() };
    let hay = Hay::of(rows, |text, part| needle.fold_into(text, part), true);
    needle
        .places(&hay.text)
        .map(|place| Match { segments: hay.segments(place) })
        // The space at which a row was wrapped is drawn nowhere.
        .filter(|found| !found.segments.is_empty())
        .collect()
}

/// Finds what `places` says of each paragraph: it gets the row on which one begins and its text, the
/// author's words only, and gives ranges of bytes in order. What the page calls a fact is no part of
/// that text.
pub fn find_ranges(rows: &[Row], mut places: impl FnMut(usize, &str) -> Vec<Range<usize>>) -> Vec<Match> {
    let hay = Hay::of(rows, push_written, false);
    let mut matches = Vec::new();
    let mut start = 0;
    for stretch in hay.text.split(END) {
        if !stretch.trim().is_empty() {
            let ranges = places(hay.row_at(start), stretch).into_iter();
            let found =
                ranges.map(|range| Match { segments: hay.segments(range.start + start..range.end + start) });
            matches.extend(found.filter(|found| !found.segments.is_empty()));
        }
        start += stretch.len() + END.len_utf8();
    }
    matches
}

/// The text of the rows, as it is compared, and where each grapheme of it is drawn.
struct Hay {
    text: String,
    places: Vec<Place>,
}

/// Where the text from byte `start` of the hay on is drawn.
struct Place {
    start: usize,
    row: usize,
    cell: usize,
    width: usize,
}

impl Hay {
    /// `labels`: with the names of facts.
    fn of(rows: &[Row], push: impl Fn(&mut String, &str), labels: bool) -> Self {
        let mut hay = Self { text: String::new(), places: Vec::new() };
        for (index, row) in rows.iter().enumerate() {
            match row.follows {
                Break::Hard => hay.join(index, END),
                Break::Space => hay.join(index, ' '),
                Break::Word => {}
            }
            hay.row(index, row, &push, labels);
        }
        hay
    }

    /// The gap between two pieces or rows: part of a match, but drawn nowhere.
    fn join(&mut self, row: usize, with: char) {
        self.places.push(Place { start: self.text.len(), row, cell: 0, width: 0 });
        self.text.push(with);
    }

    fn row(&mut self, index: usize, row: &Row, push: &impl Fn(&mut String, &str), labels: bool) {
        let mut cell = 0;
        for (at, piece) in row.pieces.iter().enumerate() {
            let mark = piece.tone.role == Role::Mark;
            if mark && at > 0 {
                self.join(index, END);
            }
            // Below the name of a fact its column is empty.
            let label = piece.tone.role == Role::Label && (!labels || piece.text.trim().is_empty());
            for (_, grapheme) in graphemes(&piece.text) {
                let width = grapheme_width(grapheme);
                if !mark && !label {
                    self.places.push(Place { start: self.text.len(), row: index, cell, width });
                    push(&mut self.text, grapheme);
                }
                cell += width;
            }
        }
    }

    /// The row that the text at a byte is drawn on.
    fn row_at(&self, start: usize) -> usize {
        let next = self.places.partition_point(|place| place.start <= start);
        next.checked_sub(1).map_or(0, |at| self.places[at].row)
    }

    /// The cells of a range of bytes: whole graphemes, one segment a row.
    fn segments(&self, range: Range<usize>) -> Vec<Segment> {
        let first = self.places.partition_point(|place| place.start <= range.start).saturating_sub(1);
        let mut segments: Vec<Segment> = Vec::new();
        for place in self.places[first..].iter().take_while(|place| place.start < range.end) {
            let end = place.cell + place.width;
            match segments.last_mut() {
                Some(last) if last.row == place.row => last.cells.end = end,
                _ if place.width == 0 => {}
                _ => segments.push(Segment { row: place.row, cells: place.cell..end }),
            }
        }
        segments
    }
}

/// Appends text as it is written; a no-break space is a space.
fn push_written(text: &mut String, part: &str) {
    text.extend(part.chars().map(|c| if matches!(c, '\u{A0}' | '\u{202F}') { ' ' } else { c }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::block::prose;
    use crate::model::References;
    use crate::ui::prose::layout;

    /// Matches as `row:start-end`, segments joined by `+`.
    #[track_caller]
    fn check(markdown: &str, width: usize, needle: &str, expected: &[&str]) {
        let rows = layout(&prose(markdown, &References::default()), width);
        let show =
            |segment: &Segment| format!("{}:{}-{}", segment.row, segment.cells.start, segment.cells.end);
        let found: Vec<String> = find(&rows, needle)
            .iter()
            .map(|found| found.segments.iter().map(show).collect::<Vec<_>>().join("+"))
            .collect();
        assert_eq!(found, expected, "{needle}");
    }

    #[test]
    fn case_matters_only_where_the_needle_has_upper_case() {
        check("Go go GO", 40, "go", &["0:0-2", "0:3-5", "0:6-8"]);
        check("Go go GO", 40, "Go", &["0:0-2"]);
        check("ÄRGER", 40, "ärger", &["0:0-5"]);
        check("aaaa", 40, "aa", &["0:0-2", "0:2-4"]);
        check("aaaa", 40, "", &[]);
        check("aaaa", 40, "\u{301}", &[]);
    }

    #[test]
    fn plain_letters_find_those_with_accents_and_the_other_way_round() {
        check("Łukasz und Đorđe", 40, "lukasz", &["0:0-6"]);
        check("Łukasz und Đorđe", 40, "Dorde", &["0:11-16"]);
        check("eine Straße", 40, "strasse", &["0:5-11"]);
        check("eine Straße", 40, "sse", &["0:9-11"]);
        check("strasse", 40, "straße", &["0:0-7"]);
        check("Nguye\u{302}\u{303}n x", 40, "nguyễn", &["0:0-6"]);
        check("no\u{a0}break", 40, "no break", &["0:0-8"]);
    }

    #[test]
    fn words_are_found_across_marks_and_the_ends_of_rows() {
        check("some **bold** words", 40, "e bold w", &["0:3-11"]);
        check("one two three", 8, "two three", &["0:4-7+1:0-5"]);
        check("> one two three", 9, "two three", &["0:6-9+1:2-7"]);
        check("abcdefgh", 5, "def", &["0:3-5+1:0-1"]);
        check("one\n\ntwo", 40, "one two", &[]);
    }

    #[test]
    fn cells_are_counted_for_wide_and_combined_characters() {
        check("漢字 kanji 漢字", 40, "kanji", &["0:5-10"]);
        check("漢字漢字", 4, "字漢", &["0:2-4+1:0-2"]);
        check("ae\u{301}b", 40, "b", &["0:2-3"]);
        check("ae\u{301}b", 40, "e", &["0:1-2"]);
    }

    #[test]
    fn what_the_layout_added_is_not_found() {
        check("- a\n- b", 40, "•", &[]);
        check("|a|b|\n|-|-|\n|c|d|", 60, "cd", &[]);
        check("|a|b|\n|-|-|\n|c|d|", 60, "d", &["2:4-5"]);
        check("- a b", 3, "a b", &["0:2-3+1:2-3"]);
        check("- a b", 3, " ", &[]);
    }
}

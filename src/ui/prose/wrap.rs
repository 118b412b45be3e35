//! Wrapping: where the lines of a text end, by display cells. Knows nothing of pieces and tones.

use std::ops::Range;

use super::breaks;
use crate::ui::row::Break;
use crate::ui::text::{grapheme_at, grapheme_width};

/// A line of a wrapped text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// Its width in display cells. Above the limit only where a single character is.
    pub(super) width: usize,
    /// How it follows the line above.
    pub(super) follows: Break,
}

/// Whether spaces are places to break at, or as good as any other character (code).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Words,
    Edge,
}

/// Wraps `text`, which begins and ends without a space in [`Mode::Words`], to `limit` cells (at
/// least one). Always gives a line, also of an empty text.
pub(super) fn wrap(text: &str, limit: usize, mode: Mode) -> Vec<Line> {
    let mut wrapper = Wrapper {
        limit: limit.max(1),
        mode,
        lines: Vec::new(),
        start: Place::default(),
        follows: Break::Hard,
        space: None,
        chance: None,
    };
    let mut at = Place::default();
    let mut before = None;
    while let Some(grapheme) = grapheme_at(text, at.offset) {
        let end = at.offset + grapheme.len();
        let cells = grapheme_width(grapheme);
        if cells <= wrapper.limit {
            wrapper.opportunities(text, at, before, grapheme);
            wrapper.take(at, cells);
            at.cells += cells;
        } else {
            wrapper.split(&mut at, grapheme);
        }
        at.offset = end;
        before = grapheme.chars().next_back();
        if before.is_some_and(|c| c.is_ascii_alphanumeric()) {
            let room = wrapper.limit.saturating_sub(at.cells - wrapper.start.cells);
            let letters = plain_letters(&text.as_bytes()[end..], room);
            at = Place { offset: end + letters, cells: at.cells + letters };
        }
    }
    wrapper.end_line(at);
    wrapper.lines
}

/// How many letters and digits of ASCII stand at the start of `rest`, if there is room for all of
/// them: nothing can break between them. The last one is left out: a combining mark may follow it.
fn plain_letters(rest: &[u8], room: usize) -> usize {
    let seen = &rest[..rest.len().min(room.saturating_add(1))];
    let letters = seen.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    letters.min(room).saturating_sub(1)
}

/// A place in the text: its byte offset, and how many cells there are before it.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    offset: usize,
    cells: usize,
}

/// A place to break at: the line ends at one place, the next begins at the other.
#[derive(Debug, Clone, Copy)]
struct Opportunity {
    end: Place,
    next: Place,
    follows: Break,
}

struct Wrapper {
    limit: usize,
    mode: Mode,
    lines: Vec<Line>,
    /// Where the open line begins, and how it follows.
    start: Place,
    follows: Break,
    /// The last place for a break between words.
    space: Option<Opportunity>,
    /// The last good place for a break inside a word.
    chance: Option<Place>,
}

impl Wrapper {
    /// Notes the opportunities that this grapheme, or the place before it, offers.
    fn opportunities(&mut self, text: &str, at: Place, before: Option<char>, grapheme: &str) {
        if self.mode == Mode::Edge {
            return;
        }
        if grapheme == " " {
            let next = Place { offset: at.offset + 1, cells: at.cells + 1 };
            self.space = Some(Opportunity { end: at, next, follows: Break::Space });
            return;
        }
        let (Some(before), Some(after)) = (before, grapheme.chars().next()) else { return };
        if before.is_ascii() && after.is_ascii() {
            let bytes = text.as_bytes();
            if breaks::preferred(bytes[at.offset - 1], bytes[at.offset]) {
                self.chance = Some(at);
            }
        } else if before != ' ' && breaks::allowed(before, after) {
            self.space = Some(Opportunity { end: at, next: at, follows: Break::Word });
        }
    }

    /// Makes room for a grapheme of so many cells. A space may hang over the edge: the line
    /// that it ends does not contain it.
    fn take(&mut self, at: Place, cells: usize) {
        while at.offset > self.start.offset && at.cells + cells - self.start.cells > self.limit {
            let hanging = self
                .space
                .is_some_and(|space| space.end.offset == at.offset && space.next.offset > at.offset);
            if hanging {
                return;
            }
            self.break_before(at);
        }
    }

    /// Ends the open line at the best place that is not behind `at`.
    fn break_before(&mut self, at: Place) {
        let edge = Opportunity { end: at, next: at, follows: Break::Word };
        let chance =
            self.chance.filter(|chance| (chance.cells.saturating_sub(self.start.cells)) * 2 >= self.limit);
        let space = self.space.filter(|space| space.end.offset > self.start.offset);
        let best = space.unwrap_or_else(|| {
            chance.map_or(edge, |place| Opportunity { end: place, next: place, follows: Break::Word })
        });
        self.end_line(best.end);
        self.start = best.next;
        self.follows = best.follows;
        self.space = None;
        self.chance = self.chance.filter(|chance| chance.offset > best.next.offset);
    }

    fn end_line(&mut self, end: Place) {
        let range = self.start.offset..end.offset;
        self.lines.push(Line { range, width: end.cells - self.start.cells, follows: self.follows });
    }

    /// A grapheme that is wider than a line (conjoining letters may be): character by character, a
    /// line for each with what combines with it, since on one line they would join again.
    fn split(&mut self, at: &mut Place, grapheme: &str) {
        let end = at.offset + grapheme.len();
        let mut rest = grapheme;
        while !rest.is_empty() {
            let joined =
                rest.char_indices().skip(1).find(|(_, c)| grapheme_width(c.encode_utf8(&mut [0; 4])) > 0);
            let (unit, after) = rest.split_at(joined.map_or(rest.len(), |(offset, _)| offset));
            at.offset = end - rest.len();
            while at.offset > self.start.offset {
                self.break_before(*at);
            }
            at.cells += grapheme_width(unit);
            rest = after;
        }
    }
}

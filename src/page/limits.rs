//! Limits: how much of a proposal a page shows. Laying out a text many times longer than any published proposal
//! would hold up the keys, and is of no use on a screen.

use std::borrow::Cow;

use crate::markdown::glyphs::{CUT, ELLIPSIS};
use crate::model::{Span, start_of};

/// The most bytes of the text of a proposal.
const MOST: usize = 256 * 1024;
/// The most bytes of its facts: skills, mentors, links.
const MOST_OF_FACTS: usize = 64 * 1024;
/// The most bytes of a title, or of one value of a fact.
const MOST_OF_VALUE: usize = 2 * 1024;
/// The bytes that a value takes besides its text.
const VALUE: usize = 16;

/// The room that is left for the text of a proposal.
#[derive(Debug)]
pub struct TextRoom {
    left: usize,
    /// The bytes that there was no room for.
    left_out: usize,
}

impl Default for TextRoom {
    fn default() -> Self {
        Self { left: MOST, left_out: 0 }
    }
}

impl TextRoom {
    /// Takes the beginning of a part of the text that there is room for: all of it, or whole lines.
    pub fn take(&mut self, text: &str, part: Span) -> Span {
        let all = part.of(text);
        let most = start_of(all, self.left);
        let kept = match most.rfind('\n') {
            _ if most.len() == all.len() => all.len(),
            Some(line) => line,
            None => most.len(),
        };
        self.left -= kept;
        self.left_out += all.len() - kept;
        if kept < all.len() {
            // A later part would look as if it followed.
            self.left = 0;
        }
        Span::new(part.start, part.start + kept)
    }

    /// A sentence about the text that there was no room for, or `None`.
    pub fn note(&self) -> Option<String> {
        let size = match self.left_out {
            0 => return None,
            bytes @ ..10_000 => format!("{bytes} bytes"),
            bytes @ ..10_000_000 => format!("{} KB", bytes / 1_000),
            bytes => format!("{} MB", bytes / 1_000_000),
        };
        Some(format!("{ELLIPSIS} {size} more: too long to show here"))
    }
}

/// The room that is left for the facts of a proposal, in bytes.
pub struct FactRoom(usize);

impl Default for FactRoom {
    fn default() -> Self {
        Self(MOST_OF_FACTS)
    }
}

impl FactRoom {
    /// Takes the room for a value of so many bytes, and says whether there was any.
    pub(super) fn take(&mut self, size: usize) -> bool {
        let has_room = self.0 > 0;
        self.0 = self.0.saturating_sub(size + VALUE);
        has_room
    }
}

/// A title or a value of a fact: the text itself, or its beginning and `…`.
pub fn short(text: &str) -> Cow<'_, str> {
    within(text, MOST_OF_VALUE)
}

/// All values of a fact: the text itself, or its beginning and `…`.
pub fn start(text: &str) -> Cow<'_, str> {
    within(text, MOST_OF_FACTS)
}

fn within(text: &str, most: usize) -> Cow<'_, str> {
    let start = start_of(text, most);
    if start.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(format!("{start}{CUT}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_no_room_for_is_counted() {
        let text = "ab\ncd\nef";
        let mut room = TextRoom { left: 7, left_out: 0 };
        assert_eq!(room.take(text, Span::new(0, 2)).of(text), "ab");
        assert_eq!(room.note(), None);
        assert_eq!(room.take(text, Span::new(3, 8)).of(text), "cd\nef");
        assert_eq!(room.take(text, Span::new(0, 8)).of(text), "");
        assert_eq!(room.note().as_deref().map(|note| note.starts_with("… 8 bytes more")), Some(true));
        let mut room = TextRoom { left: 7, left_out: 0 };
        assert_eq!(room.take(text, Span::new(0, 8)).of(text), "ab\ncd", "whole lines");
        assert_eq!(room.take(text, Span::new(0, 2)).of(text), "", "nothing follows what was cut");
        assert_eq!(short("ä"), "ä");
        assert_eq!(short(&"ä".repeat(MOST_OF_VALUE)).len(), MOST_OF_VALUE + "…".len());
    }
}

//! Hyperlinks: which cells of a frame are part of a link of the terminal (OSC 8), and which rows
//! have to be written again because their links changed.
//!
//! A link is an attribute of cells, as a colour is: [`super::canvas`] writes it around them. No cell
//! of the buffer holds an escape sequence, so that the comparison of two frames stays ratatui's own,
//! with its rules for wide letters.

use ratatui::layout::{Position, Rect};

use super::rewrites::Rewrites;
use crate::model::url;
use crate::ui::Linked;

/// The links of a frame, from top to bottom and from left to right.
#[derive(Debug, Default)]
pub(super) struct Hyperlinks(Vec<Linked>);

impl Hyperlinks {
    /// Takes the links of the next frame, and has every row of the screen written whose links changed:
    /// a cell that looks the same may still lead to where it did in the frame before.
    pub(super) fn replace(&mut self, links: Vec<Linked>, screen: Rect, rewrites: &mut Rewrites) {
        {
            let (mut old, mut new) = (rows(&self.0).peekable(), rows(&links).peekable());
            for y in screen.top()..screen.bottom() {
                let old = old.next_if(|row| row[0].cells.y == y);
                if old != new.next_if(|row| row[0].cells.y == y) {
                    rewrites.row(y);
                }
            }
        }
        self.0 = links;
    }

    /// The escape sequence that opens the link of a cell, or `None` where the cell is not part of a
    /// link, or its address must not be opened. The rows of a wrapped link have its number in
    /// common, so that the terminal shows them as one.
    pub(super) fn opening(&self, number: usize) -> Option<String> {
        let link = self.0.get(number)?;
        Some(format!("\x1b]8;id={};{}\x1b\\", link.number, url::encoded(&link.url)?))
    }

    /// The index of the link that a cell is part of.
    pub(super) fn at(&self, cell: Position) -> Option<usize> {
        let next = self.0.partition_point(|link| (link.cells.y, link.cells.x) <= (cell.y, cell.x));
        let number = next.checked_sub(1)?;
        self.0[number].cells.contains(cell).then_some(number)
    }
}

/// The escape sequence that closes a link.
pub(super) const CLOSING: &str = "\x1b]8;;\x1b\\";

/// The links of each row that has any.
fn rows(links: &[Linked]) -> impl Iterator<Item = &[Linked]> {
    links.chunk_by(|one, other| one.cells.y == other.cells.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(cells: Rect, number: usize, url: &str) -> Linked {
        Linked { cells, number, url: url.to_owned() }
    }

    #[test]
    fn a_cell_knows_its_link() {
        let url = "https://example.org/";
        let links = vec![
            linked(Rect::new(2, 0, 3, 1), 7, url),
            linked(Rect::new(8, 0, 1, 1), 8, url),
            linked(Rect::new(0, 2, 4, 1), 8, url),
        ];
        let mut links_of_frame = Hyperlinks::default();
        links_of_frame.replace(links, Rect::new(0, 0, 10, 3), &mut Rewrites::default());
        let at = |y: u16| (0..10).map(|x| links_of_frame.at(Position::new(x, y))).collect::<Vec<_>>();
        let (none, some) = (None, Some);
        assert_eq!(at(0), [none, none, some(0), some(0), some(0), none, none, none, some(1), none]);
        assert_eq!(at(1), [None; 10]);
        assert_eq!(at(2)[..5], [some(2), some(2), some(2), some(2), none]);
        let opening = links_of_frame.opening(2);
        assert_eq!(opening.as_deref(), Some("\x1b]8;id=8;https://example.org/\x1b\\"));
    }

    #[test]
    fn an_address_that_is_not_opened_is_no_link_and_none_ends_the_sequence() {
        let opening = |url: &str| Hyperlinks(vec![linked(Rect::new(0, 0, 2, 1), 7, url)]).opening(0);
        for url in ["javascript:x", "file:///etc", "https://example.org/\x1b\\x", "https://a@example.org/"] {
            assert_eq!(opening(url), None, "{url:?}");
        }
        let safe = "\x1b]8;id=7;https://example.org/%C3%A9;%60\x1b\\";
        assert_eq!(opening("https://example.org/é;`").as_deref(), Some(safe));
    }

    #[test]
    fn a_row_is_written_again_once_when_its_links_changed() {
        let link = |y: u16, url: &str| linked(Rect::new(0, y, 2, 1), 7, url);
        let mut links = Hyperlinks::default();
        let mut rewritten = |frame: Vec<Linked>| {
            let mut rewrites = Rewrites::default();
            links.replace(frame, Rect::new(0, 0, 4, 3), &mut rewrites);
            [0, 1, 2].map(|y| rewrites.has(y))
        };
        let (one, two) = ("https://example.org/1", "https://example.org/2");
        assert_eq!(rewritten(vec![link(0, one), link(2, one)]), [true, false, true]);
        assert_eq!(rewritten(vec![link(0, one), link(2, one)]), [false; 3]);
        assert_eq!(rewritten(vec![link(1, one), link(2, two)]), [true; 3]);
        assert_eq!(rewritten(vec![link(2, two)]), [false, true, false]);
        assert_eq!(rewritten(vec![]), [false, false, true]);
        assert_eq!(rewritten(vec![]), [false; 3]);
    }
}

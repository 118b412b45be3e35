//! Hyperlinks: the links of the page as those of the terminal (OSC 8), so that it opens them itself.
//!
//! A run of linked cells goes out in one piece, as the text of its first cell: opened, written,
//! closed. Whatever else is written to the terminal, no link is left open. The parts of a link that
//! is wrapped have its number in common, so that the terminal shows them as one.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::Rect;

use crate::model::address;
use crate::ui::Linked;

/// Makes hyperlinks of linked cells. `before` are those of the last frame: what was under them is
/// written anew, for a cell that looks the same may still lead where it did.
pub(super) fn mark(buffer: &mut Buffer, linked: Vec<Linked>, before: &mut Vec<Linked>) {
    for y in buffer.area.top()..buffer.area.bottom() {
        let of_row = |links: &[Linked]| -> Vec<Linked> {
            links.iter().filter(|link| link.cells.y == y).cloned().collect()
        };
        if of_row(&linked) != of_row(before) {
            renew(buffer, y);
        }
    }
    for link in &linked {
        if let Some(url) = address::encoded(&link.url) {
            mark_run(buffer, link.cells.intersection(buffer.area), link.number, &url);
        }
    }
    *before = linked;
}

/// Has every cell of a row written, changed or not.
fn renew(buffer: &mut Buffer, y: u16) {
    for x in buffer.area.left()..buffer.area.right() {
        let cell = &mut buffer[(x, y)];
        if cell.diff_option == CellDiffOption::None {
            cell.set_diff_option(CellDiffOption::AlwaysUpdate);
        }
    }
}

/// Marks the cells of a run, a piece for each style. What is pinned to its cells stays as it is.
fn mark_run(buffer: &mut Buffer, run: Rect, number: usize, url: &str) {
    let mut x = run.left();
    while x < run.right() {
        let first = &buffer[(x, run.y)];
        let fits = |cell: &Cell| !is_pinned(cell) && cell.style() == first.style();
        let end = (x..run.right()).find(|&x| !fits(&buffer[(x, run.y)])).unwrap_or(run.right());
        let Some(width) = NonZeroU16::new(end - x) else {
            x += 1;
            continue;
        };
        let text = text(buffer, x..end, run.y);
        let link = format!("\x1b]8;id={number};{url}\x1b\\{text}\x1b]8;;\x1b\\");
        buffer[(x, run.y)].set_symbol(&link).set_diff_option(CellDiffOption::ForcedWidth(width));
        x = end;
    }
}

fn is_pinned(cell: &Cell) -> bool {
    matches!(cell.diff_option, CellDiffOption::ForcedWidth(_))
}

/// The text of some cells of a row, without the second cells of what is wide.
fn text(buffer: &Buffer, columns: std::ops::Range<u16>, y: u16) -> String {
    let mut text = String::new();
    let mut x = columns.start;
    while x < columns.end {
        let cell = &buffer[(x, y)];
        text.push_str(cell.symbol());
        x += cell.cell_width().max(1);
    }
    text
}

#[cfg(test)]
mod tests {
    use ratatui::style::Stylize;
    use ratatui::text::Line;

    use super::*;

    fn linked(x: u16, width: u16, url: &str) -> Vec<Linked> {
        vec![Linked { cells: Rect::new(x, 0, width, 1), number: 7, url: url.to_owned() }]
    }

    fn link(text: &str) -> String {
        format!("\x1b]8;id=7;https://example.org/\x1b\\{text}\x1b]8;;\x1b\\")
    }

    #[test]
    fn a_run_goes_out_as_one_and_a_style_begins_another() {
        let mut buffer = Buffer::with_lines([Line::from(vec!["ab漢c".into(), "de".bold(), " f".into()])]);
        mark(&mut buffer, linked(1, 6, "https://example.org/"), &mut Vec::new());
        assert_eq!((buffer[(0, 0)].symbol(), buffer[(7, 0)].symbol()), ("a", " "));
        assert_eq!(buffer[(1, 0)].symbol(), link("b漢c"));
        assert_eq!(buffer[(5, 0)].symbol(), link("de"));
        let width = |x| buffer[(x, 0)].diff_option;
        let forced = |width| CellDiffOption::ForcedWidth(NonZeroU16::new(width).unwrap());
        assert_eq!((width(1), width(5)), (forced(4), forced(2)));
    }

    #[test]
    fn what_is_written_ends_where_it_should_whatever_the_address_holds() {
        for url in ["javascript:x", "file:///etc", "https://example.org/\x1b\\x", "https://a@example.org/"] {
            let mut buffer = Buffer::with_lines(["ab"]);
            mark(&mut buffer, linked(0, 2, url), &mut Vec::new());
            assert_eq!(buffer[(0, 0)].symbol(), "a", "{url:?}");
        }
        let mut buffer = Buffer::with_lines(["ab"]);
        mark(&mut buffer, linked(0, 2, "https://example.org/é;`"), &mut Vec::new());
        let safe = "\x1b]8;id=7;https://example.org/%C3%A9;%60\x1b\\ab\x1b]8;;\x1b\\";
        assert_eq!(buffer[(0, 0)].symbol(), safe);
    }

    #[test]
    fn a_row_whose_links_changed_is_written_anew_once() {
        let url = "https://example.org/";
        let mut before = Vec::new();
        let mut frame = |links| {
            let mut buffer = Buffer::with_lines(["abcd"]);
            mark(&mut buffer, links, &mut before);
            buffer[(3, 0)].diff_option
        };
        assert_eq!(frame(linked(0, 2, url)), CellDiffOption::AlwaysUpdate);
        assert_eq!(frame(linked(0, 2, url)), CellDiffOption::None);
        assert_eq!(frame(Vec::new()), CellDiffOption::AlwaysUpdate);
        assert_eq!(frame(Vec::new()), CellDiffOption::None);
    }

    #[test]
    fn what_is_pinned_to_its_cells_is_left_alone() {
        let mut buffer = Buffer::with_lines(["abc"]);
        let pinned = CellDiffOption::ForcedWidth(NonZeroU16::MIN);
        buffer[(1, 0)].set_symbol("pinned").set_diff_option(pinned);
        mark(&mut buffer, linked(0, 3, "https://example.org/"), &mut Vec::new());
        let symbols = [0, 1, 2].map(|x| buffer[(x, 0)].symbol().to_owned());
        assert_eq!(symbols, [link("a"), "pinned".to_owned(), link("c")]);
    }
}

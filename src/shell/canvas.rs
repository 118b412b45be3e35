//! The canvas: a backend of ratatui that writes what a plain one cannot: hyperlinks, and clusters of
//! characters whose width terminals disagree about.
//!
//! It sees cells one after the other, each with its place, as ratatui found them changed. So a link
//! is opened and closed around cells, and a letter keeps all cells that it covers, however wide.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Size};

use super::hyperlinks::{self, Hyperlinks};
use super::rewrites::Rewrites;

/// The links of the frame that is drawn, which the screen and its canvas both know.
pub(super) type SharedLinks = Rc<RefCell<Hyperlinks>>;

/// Writes cells to a terminal.
pub(super) struct Canvas<W: Write> {
    inner: CrosstermBackend<W>,
    links: SharedLinks,
}

impl<W: Write> Canvas<W> {
    pub(super) fn new(writer: W, links: SharedLinks) -> Self {
        Self { inner: CrosstermBackend::new(writer), links }
    }
}

impl<W: Write> Backend for Canvas<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let links = Rc::clone(&self.links);
        let links = links.borrow();
        // The cells that the symbol before covers: nothing of their own is written there.
        let mut covered = (0..0, 0);
        let cells = content.filter_map(|(x, y, cell)| {
            if covered.1 == y && covered.0.contains(&x) {
                return None;
            }
            covered = (x..x.saturating_add(cell.cell_width()), y);
            let cell = if is_cluster(cell.symbol()) { pinned(cell, x, y) } else { Cow::Borrowed(cell) };
            Some((x, y, links.at(Position::new(x, y)), cell))
        });
        let cells: Vec<(u16, u16, Option<usize>, Cow<'_, Cell>)> = cells.collect();
        for run in cells.chunk_by(|one, other| one.2 == other.2) {
            let opening = run[0].2.and_then(|link| links.opening(link));
            if let Some(opening) = &opening {
                self.inner.write_all(opening.as_bytes())?;
            }
            self.inner.draw(run.iter().map(|(x, y, _, cell)| (*x, *y, &**cell)))?;
            if opening.is_some() {
                self.inner.write_all(hyperlinks::CLOSING.as_bytes())?;
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

/// The symbols of a frame that are not simply one letter in one cell: where each begins, by row.
#[derive(Debug, Default)]
pub(super) struct Uneven(Vec<Vec<(u16, Cell)>>);

impl Uneven {
    /// Makes the next frame ready to be compared with the one before.
    ///
    /// ratatui compares cells one by one, and passes over those that a wide letter covers; what such
    /// a letter covered before may stay on the terminal then. And terminals disagree with each
    /// other, and with Unicode's tables, about the width of a cluster of several characters
    /// (combining marks, joined emoji, Indic syllables): where one takes more or fewer cells, the
    /// rest of its row shifts. So a row is written as a whole when one of these symbols in it
    /// changed, and [`Canvas`] pins each cluster to its cells.
    ///
    /// A wide letter that something was drawn over in part (the frame of a panel) gives way to it.
    pub(super) fn replace(&mut self, buffer: &mut Buffer, rewrites: &mut Rewrites) {
        let area = buffer.area;
        self.0.resize_with(usize::from(area.height), Vec::new);
        for (y, before) in (area.top()..area.bottom()).zip(&mut self.0) {
            let now = uneven(buffer, y);
            if *before != now {
                rewrites.row(y);
                *before = now;
            }
        }
    }
}

/// The symbols of a row that are wide or clusters.
fn uneven(buffer: &mut Buffer, y: u16) -> Vec<(u16, Cell)> {
    let area = buffer.area;
    let mut found = Vec::new();
    for x in area.left()..area.right() {
        let symbol = buffer[(x, y)].symbol();
        if symbol.is_ascii() {
            continue;
        }
        let end = x.saturating_add(symbol.cell_width());
        if (x + 1..end).any(|x| x >= area.right() || buffer[(x, y)].symbol() != " ") {
            buffer[(x, y)].set_symbol(" ");
        } else if end > x + 1 || is_cluster(symbol) {
            found.push((x, buffer[(x, y)].clone()));
        }
    }
    found
}

fn is_cluster(symbol: &str) -> bool {
    !symbol.is_ascii() && symbol.chars().nth(1).is_some()
}

/// A cluster that is held to its cells: they are emptied before it, and the cursor is put behind
/// them after it.
fn pinned(cell: &Cell, x: u16, y: u16) -> Cow<'_, Cell> {
    let width = cell.cell_width();
    let empty = " ".repeat(usize::from(width));
    let place = |x: u16| format!("\x1b[{};{}H", y + 1, x + 1);
    let mut pinned = cell.clone();
    pinned.set_symbol(&format!("{empty}{}{}{}", place(x), cell.symbol(), place(x.saturating_add(width))));
    Cow::Owned(pinned)
}

#[cfg(test)]
mod tests;

//! The screen: frames of the state on the terminal, each inside a synchronised update.

use std::io;
use std::num::NonZeroU16;

use crossterm::queue;
use crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::hyperlinks;
use super::session::FrameWriter;
use crate::app::App;
use crate::ui::{Linked, View};

/// The most columns and rows that are drawn. An 8K display shows 960 by 270 in letters of eight by
/// sixteen dots; this many cells take 40 MB. A terminal may claim 65,535 by 65,535, for which no memory
/// suffices. What is beyond stays empty.
pub const MOST_COLUMNS: u16 = 1_000;
const MOST_ROWS: u16 = 500;

/// Draws frames. The first one of each begins with clearing the screen.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
    writer: FrameWriter,
    area: Rect,
    /// Whether something else may be on the terminal.
    dirty: bool,
    /// Which rows of the last frame held clusters of characters.
    held: Vec<bool>,
    /// The links of the last frame, where the terminal takes any.
    linked: Option<Vec<Linked>>,
}

impl Screen {
    /// A screen without a frame; the terminal must be in the session.
    /// `hyperlinks` is whether the terminal takes links.
    pub(super) fn new(hyperlinks: bool) -> io::Result<Self> {
        let writer = FrameWriter::default();
        // Its area is set with every frame: by itself it would take as much as the terminal claims.
        let viewport = Viewport::Fixed(Rect::default());
        let backend = CrosstermBackend::new(writer.clone());
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport })?;
        Ok(Self {
            terminal,
            writer,
            area: Rect::default(),
            dirty: true,
            held: Vec::new(),
            linked: hyperlinks.then(Vec::new),
        })
    }

    /// Its size at the last frame.
    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Draws the state.
    pub(super) fn draw(&mut self, app: &mut App, view: &mut View) -> io::Result<()> {
        let (width, height) = terminal::size()?;
        let area = Rect::new(0, 0, width.min(MOST_COLUMNS), height.min(MOST_ROWS));
        let is_other = area != std::mem::replace(&mut self.area, area);
        // A terminal that is just going away may say 0×0; there is nothing to draw on.
        if self.area.is_empty() {
            return Ok(());
        }
        self.fit(app, view);
        queue!(self.writer, BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.dirty) {
            queue!(self.writer, Clear(ClearType::All))?;
        }
        let (held, linked) = (&mut self.held, &mut self.linked);
        if is_other {
            self.terminal.resize(area)?;
        }
        // The size may have changed since it was asked for; the resize that is on its way draws the
        // next frame.
        self.terminal.draw(|frame| {
            view.draw(app, frame);
            pin_clusters(frame.buffer_mut(), held);
            if let Some(before) = linked {
                let links = view.linked(frame.area(), app);
                hyperlinks::mark(frame.buffer_mut(), links, before);
            }
        })?;
        queue!(self.writer, EndSynchronizedUpdate)?;
        self.writer.send()
    }

    /// Brings state and screen in step without drawing.
    pub(super) fn fit(&self, app: &mut App, view: &mut View) {
        let viewport = view.measure(self.area, app);
        app.fit(viewport);
        // What came into view may be a page of another height: once more settles it.
        let viewport = view.measure(self.area, app);
        app.fit(viewport);
    }
}

/// Holds every cluster of several characters (combining marks, joined emoji, Indic syllables) to the
/// cells that it has in the layout.
///
/// Terminals disagree with each other, and with Unicode's tables, about the width of such clusters;
/// where one takes more or fewer cells, the rest of its row would shift and leave ghosts behind. So
/// its cells are emptied before it, the cursor is put where the layout goes on after it, and a row
/// that holds one, or held one in the frame before (`held`, by row), is written anew as a whole.
fn pin_clusters(buffer: &mut Buffer, held: &mut Vec<bool>) {
    let area = buffer.area;
    held.resize(usize::from(area.height), false);
    for (y, held) in (area.top()..area.bottom()).zip(held) {
        let is_cluster = |symbol: &str| !symbol.is_ascii() && symbol.chars().nth(1).is_some();
        let holds = (area.left()..area.right()).any(|x| is_cluster(buffer[(x, y)].symbol()));
        if std::mem::replace(held, holds) || holds {
            for x in area.left()..area.right() {
                let cell = &mut buffer[(x, y)];
                if is_cluster(cell.symbol()) {
                    pin(cell, x, y);
                } else {
                    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
    }
}

/// Empties the cells of a cluster before it, and puts the cursor behind them after it.
fn pin(cell: &mut Cell, x: u16, y: u16) {
    let Some(width) = NonZeroU16::new(cell.cell_width()) else { return };
    let empty = " ".repeat(usize::from(width.get()));
    let place = |x: u16| format!("\x1b[{};{}H", y + 1, x + 1);
    let pinned = format!("{empty}{}{}{}", place(x), cell.symbol(), place(x + width.get()));
    cell.set_symbol(&pinned).set_diff_option(CellDiffOption::ForcedWidth(width));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_is_held_to_its_cells_and_plain_text_is_left_alone() {
        let mut held = Vec::new();
        let mut buffer = Buffer::with_lines(["ae\u{301}b", "a漢b "]);
        pin_clusters(&mut buffer, &mut held);
        assert_eq!(buffer[(0, 0)].symbol(), "a");
        assert_eq!(buffer[(1, 0)].symbol(), " \x1b[1;2He\u{301}\x1b[1;3H");
        assert_eq!(buffer[(1, 0)].diff_option, CellDiffOption::ForcedWidth(NonZeroU16::MIN));
        assert_eq!(buffer[(2, 0)].diff_option, CellDiffOption::AlwaysUpdate);
        assert_eq!(buffer[(1, 1)].symbol(), "漢");
        assert_eq!(buffer[(1, 1)].diff_option, CellDiffOption::None);
        assert_eq!(held, [true, false]);
    }

    #[test]
    fn a_row_that_held_a_cluster_is_written_anew_once_more() {
        let mut held = vec![true];
        let mut buffer = Buffer::with_lines(["ab"]);
        pin_clusters(&mut buffer, &mut held);
        assert_eq!(buffer[(1, 0)].diff_option, CellDiffOption::AlwaysUpdate);
        let mut buffer = Buffer::with_lines(["ab"]);
        pin_clusters(&mut buffer, &mut held);
        assert_eq!(buffer[(1, 0)].diff_option, CellDiffOption::None);
    }
}

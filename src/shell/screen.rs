//! The screen: frames of the state on the terminal, each inside a synchronised update.

use std::io;
use std::num::NonZeroU16;

use crossterm::queue;
use crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::Rect;

use super::session::FrameWriter;
use crate::app::App;
use crate::ui::View;

/// Draws frames. The first one of each begins with clearing the screen.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
    writer: FrameWriter,
    area: Rect,
    /// Whether something else may be on the terminal.
    dirty: bool,
}

impl Screen {
    /// A screen without a frame; the terminal must be in the session.
    pub(super) fn new() -> io::Result<Self> {
        let writer = FrameWriter::default();
        let terminal = Terminal::new(CrosstermBackend::new(writer.clone()))?;
        Ok(Self { terminal, writer, area: Rect::default(), dirty: true })
    }

    /// Its size at the last frame.
    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Draws the state.
    pub(super) fn draw(&mut self, app: &mut App, view: &mut View) -> io::Result<()> {
        let (width, height) = terminal::size()?;
        self.area = Rect::new(0, 0, width, height);
        // A terminal that is just going away may say 0×0; there is nothing to draw on.
        if self.area.is_empty() {
            return Ok(());
        }
        self.fit(app, view);
        queue!(self.writer, BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.dirty) {
            queue!(self.writer, Clear(ClearType::All))?;
        }
        self.terminal.draw(|frame| {
            // The size may have changed since it was asked for: then this frame is cut, and the
            // resize that is on its way draws the next one.
            view.draw(app, frame);
            pin_clusters(frame.buffer_mut());
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
/// its cells are emptied before it, and the cursor is put where the layout goes on after it.
fn pin_clusters(buffer: &mut Buffer) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let cell = &mut buffer[(x, y)];
            let symbol = cell.symbol();
            if symbol.is_ascii() || symbol.chars().nth(1).is_none() {
                continue;
            }
            let Some(width) = NonZeroU16::new(cell.cell_width()) else { continue };
            let empty = " ".repeat(usize::from(width.get()));
            let place = |x: u16| format!("\x1b[{};{}H", y + 1, x + 1);
            let after = x + width.get();
            let pinned = format!("{empty}{}{symbol}{}", place(x), place(after));
            cell.set_symbol(&pinned).set_diff_option(CellDiffOption::ForcedWidth(width));
            if after < area.right() {
                buffer[(after, y)].set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_is_held_to_its_cells_and_plain_text_is_left_alone() {
        let mut buffer = Buffer::with_lines(["ae\u{301}b", "a漢b "]);
        pin_clusters(&mut buffer);
        assert_eq!(buffer[(0, 0)].symbol(), "a");
        assert_eq!(buffer[(1, 0)].symbol(), " \x1b[1;2He\u{301}\x1b[1;3H");
        assert_eq!(buffer[(1, 0)].diff_option, CellDiffOption::ForcedWidth(NonZeroU16::MIN));
        assert_eq!(buffer[(2, 0)].diff_option, CellDiffOption::AlwaysUpdate);
        assert_eq!(buffer[(1, 1)].symbol(), "漢");
        assert_eq!(buffer[(1, 1)].diff_option, CellDiffOption::None);
    }
}

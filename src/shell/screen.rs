//! The screen: frames of the state on the terminal, each inside a synchronised update.

use std::io;

use crossterm::queue;
use crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

use super::session::FrameWriter;
use crate::app::App;
use crate::ui::View;

/// Draws frames. A new one begins with an empty screen.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
    writer: FrameWriter,
    area: Rect,
}

impl Screen {
    /// An empty screen; the terminal must be in the session.
    pub(super) fn new() -> io::Result<Self> {
        let mut writer = FrameWriter::default();
        queue!(writer, Clear(ClearType::All))?;
        let terminal = Terminal::new(CrosstermBackend::new(writer.clone()))?;
        Ok(Self { terminal, writer, area: Rect::default() })
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
        self.terminal.draw(|frame| {
            // The size may have changed since it was asked for: then this frame is cut, and the
            // resize that is on its way draws the next one.
            view.draw(app, frame);
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

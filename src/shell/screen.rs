//! The screen: frames of the state on the terminal, each inside a synchronised update.

use std::io::{self, Write};
use std::rc::Rc;

use crossterm::queue;
use crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::canvas::{Canvas, SharedLinks, Uneven};
use super::rewrites::Rewrites;
use super::session::FrameWriter;
use crate::app::App;
use crate::ui::View;

/// The most columns and rows that are drawn. An 8K display shows 960 by 270 in letters of eight by
/// sixteen dots; this many cells take 40 MB. A terminal may claim 65,535 by 65,535, for which no memory
/// suffices. What is beyond stays empty.
pub const MOST_COLUMNS: u16 = 1_000;
const MOST_ROWS: u16 = 500;

/// Draws frames. The first one of each begins with clearing the screen.
pub(super) struct Screen {
    frames: Frames<FrameWriter>,
    writer: FrameWriter,
    area: Rect,
    /// Whether something else may be on the terminal.
    dirty: bool,
}

impl Screen {
    /// A screen without a frame; the terminal must be in the session.
    /// `hyperlinks` is whether the terminal takes links.
    pub(super) fn new(hyperlinks: bool) -> io::Result<Self> {
        let writer = FrameWriter::default();
        // Its area is set with every frame: by itself it would take as much as the terminal claims.
        let frames = Frames::new(writer.clone(), Rect::default(), hyperlinks)?;
        Ok(Self { frames, writer, area: Rect::default(), dirty: true })
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
        if is_other {
            self.frames.resize(area)?;
        }
        // The size may have changed since it was asked for; the resize that is on its way draws the
        // next frame.
        self.frames.draw(app, view)?;
        queue!(self.writer, EndSynchronizedUpdate)?;
        self.writer.send()
    }

    /// Brings state and screen in step without drawing.
    pub(super) fn fit(&self, app: &mut App, view: &mut View) {
        // A page of another height that came into view is measured again.
        if app.fit(view.measure(self.area, app)) {
            app.fit(view.measure(self.area, app));
        }
    }
}

/// The frames that go to a writer one after the other; each writes what differs from the last.
pub(super) struct Frames<W: Write> {
    terminal: Terminal<Canvas<W>>,
    hyperlinks: bool,
    links: SharedLinks,
    uneven: Uneven,
    rewrites: Rewrites,
}

impl<W: Write> Frames<W> {
    pub(super) fn new(writer: W, screen: Rect, hyperlinks: bool) -> io::Result<Self> {
        let links = SharedLinks::default();
        let viewport = Viewport::Fixed(screen);
        let canvas = Canvas::new(writer, Rc::clone(&links));
        let terminal = Terminal::with_options(canvas, TerminalOptions { viewport })?;
        Ok(Self { terminal, hyperlinks, links, uneven: Uneven::default(), rewrites: Rewrites::default() })
    }

    /// Takes another size. The next frame begins with an empty screen.
    fn resize(&mut self, screen: Rect) -> io::Result<()> {
        self.terminal.resize(screen)
    }

    /// Draws the state, which must be in step with the size.
    pub(super) fn draw(&mut self, app: &App, view: &mut View) -> io::Result<()> {
        let Self { terminal, hyperlinks, links, uneven, rewrites } = self;
        terminal.draw(|frame| {
            view.draw(app, frame);
            uneven.replace(frame.buffer_mut(), rewrites);
            if *hyperlinks {
                let linked = view.linked(frame.area(), app);
                links.borrow_mut().replace(linked, frame.area(), rewrites);
            }
            rewrites.apply(frame.buffer_mut());
        })?;
        Ok(())
    }
}

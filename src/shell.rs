//! The shell: the terminal session and the loop; it performs what the state asks for.
//!
//! Everything that can fail happens before the session is entered. Then one queue carries all that
//! comes from outside (keys, mouse, resizes, signals, answers of the desktop); the loop blocks on
//! it, takes what is waiting, draws once. No tick, no polling: at rest the program sleeps.

mod error;
mod events;
mod mouse;
mod perform;
mod report;
mod screen;
mod session;

use std::panic;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use crossterm::event::Event as Input;

use crate::app::notice::Notice;
use crate::app::{App, keymap};
use crate::model::Catalog;
use crate::source::Settings;
use crate::ui::theme::Theme;
use crate::ui::{Caption, View};

pub use error::ShellError;
use events::{Event, Keyboard, SignalEvent};
use screen::Screen;

/// What the screen starts with.
#[derive(Debug)]
pub struct Options {
    /// The proposals, and the documents with their origins.
    pub catalog: Catalog,
    /// What reading them again has to keep to.
    pub settings: Settings,
    /// What the screen says about the source.
    pub caption: Caption,
    /// The filter to start with; empty for none.
    pub filter: String,
    /// Whether colours are wanted.
    pub color: bool,
    /// Whether the mouse is wanted.
    pub mouse: bool,
}

/// How the screen was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// By the user, or because the terminal is gone.
    Left,
    /// By a signal, with its number.
    Signal(u8),
}

/// Shows the screen until it is left.
///
/// # Errors
///
/// When there is no terminal to read keys from or to draw on. The terminal is then as it was.
pub fn browse(options: Options) -> Result<Ending, ShellError> {
    // Colour is the theme's business: crossterm's own NO_COLOR would reset bold and reverse.
    crossterm::style::force_color_output(true);
    let theme = if options.color { Theme::ANSI } else { Theme::PLAIN };
    let (sender, queue) = mpsc::channel();
    let mut shell = Shell {
        app: App::new(options.catalog, &options.filter, options.mouse),
        view: View::new(theme, options.caption),
        settings: options.settings,
        sender: sender.clone(),
        queue,
        mouse: options.mouse,
        resumed: false,
        reader: None,
    };
    report::install();
    events::watch_signals(sender.clone())?;
    let keyboard = Keyboard::open()?;
    let _session = session::enter(shell.mouse)?;
    shell.reader = Some(events::read_terminal(keyboard, sender)?);
    match shell.run() {
        // The terminal went away in the middle of a frame, before anybody could say so.
        Err(_) if session::is_gone() => Ok(Ending::Left),
        ending => ending,
    }
}

struct Shell {
    app: App,
    view: View,
    settings: Settings,
    sender: Sender<Event>,
    queue: Receiver<Event>,
    mouse: bool,
    /// Whether the program went on after a stop of its own, and the signal of that is on its way.
    resumed: bool,
    /// What reads the terminal.
    reader: Option<JoinHandle<()>>,
}

impl Shell {
    fn run(&mut self) -> Result<Ending, ShellError> {
        let mut screen = Screen::new()?;
        loop {
            screen.draw(&mut self.app, &mut self.view)?;
            report::panic_if_asked("1");
            let Ok(first) = self.queue.recv() else { return Ok(Ending::Left) };
            let mut waiting = Some(first);
            while let Some(event) = waiting {
                if let Some(ending) = self.handle(event, &mut screen)? {
                    return Ok(ending);
                }
                waiting = self.queue.try_recv().ok();
            }
        }
    }

    /// Takes one event; says how the screen is left if it is.
    fn handle(&mut self, event: Event, screen: &mut Screen) -> Result<Option<Ending>, ShellError> {
        match event {
            Event::Input(input) => return self.input(input, screen),
            Event::Closed => return Ok(Some(self.closed())),
            Event::Signal(SignalEvent::End(number)) => return Ok(Some(Ending::Signal(number))),
            Event::Signal(SignalEvent::Resize) => {}
            Event::Signal(SignalEvent::Stop) => self.suspend(screen)?,
            Event::Signal(SignalEvent::Continue) => self.carry_on(screen)?,
            Event::Opened { url, outcome } => {
                let notice = perform::opened(&url, outcome);
                self.app.notify(notice);
            }
        }
        Ok(None)
    }

    /// The reader came to its end. If that was a panic, which has been told already, it is one of
    /// the whole program.
    fn closed(&mut self) -> Ending {
        if let Some(Err(payload)) = self.reader.take().map(JoinHandle::join) {
            panic::resume_unwind(payload);
        }
        Ending::Left
    }

    fn input(&mut self, input: Input, screen: &mut Screen) -> Result<Option<Ending>, ShellError> {
        let action = match input {
            Input::Key(key) if key.is_press() || key.is_repeat() => {
                let action = keymap::action(self.app.focus(), key);
                if action.is_none() && !self.app.focus().is_input() {
                    self.app.notify(Notice::info("this key does nothing here; ? shows the keys"));
                }
                action
            }
            Input::Mouse(event) => mouse::action(&mut self.view, &self.app, screen.area(), event),
            Input::Paste(text) => {
                self.app.paste(&text);
                None
            }
            _ => None,
        };
        let effect = action.and_then(|action| self.app.update(action));
        let ending = effect.map(|effect| self.perform(effect, screen)).transpose()?.flatten();
        // The next event of the same batch has to see what this one changed.
        screen.fit(&mut self.app, &mut self.view);
        Ok(ending)
    }
}

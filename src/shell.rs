//! The shell: the terminal session and the loop; it performs what the state asks for.
//!
//! Everything that can fail happens before the session is entered. Then one queue carries all that
//! comes from outside (keys, mouse, resizes, signals, answers of the desktop); the loop blocks on
//! it, takes what is waiting, draws once. No tick, no polling: at rest the program sleeps.

mod canvas;
mod checking;
mod copy;
mod documents;
mod edit;
mod error;
mod events;
mod fixes;
mod hyperlinks;
pub mod input;
mod keyboard;
mod mouse;
mod panic_hook;
mod perform;
mod screen;
mod session;
#[cfg(unix)]
mod signals;
mod state_writer;
pub(crate) mod stdin_probe;
mod tty;

use std::hash::{BuildHasher, RandomState};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crossterm::event::Event as Input;

use crate::app::action::{Action, Edit};
use crate::app::notice::Notice;
use crate::app::{App, keymap};
use crate::model::{Catalog, Origin};
use crate::search::Profile;
use crate::search::sort::Sort;
use crate::source::{FetchSettings, Plan};
use crate::ui::theme::Theme;
use crate::ui::{Caption, View};

use checking::Checking;
pub use checking::Rules;
use documents::Documents;
pub use error::ShellError;
use events::{Event, SignalEvent};
use fixes::PendingFixes;
use keyboard::{Keyboard, ReaderPause};
pub use screen::MOST_COLUMNS;
use screen::Screen;
#[cfg(unix)]
pub use signals::outlive_size_limit;
use state_writer::StateWriter;
pub use tty::find_terminal;

/// What the screen starts with.
#[derive(Debug)]
pub struct Options {
    /// What there is to read.
    pub plan: Plan,
    /// What reading has to keep to.
    pub settings: FetchSettings,
    /// Whether files are read again when they change.
    pub watch: bool,
    /// What the source is called on the screen.
    pub source: String,
    /// What to remember as opened last, for the next time; empty for nothing.
    pub remember: Vec<PathBuf>,
    /// What the filter is kept for; nothing where it is not to be kept.
    pub document: Option<String>,
    /// What to show where nothing of the plan can be read; without it, that is the end.
    pub instead: Option<Origin>,
    /// What is opened, as it was named; empty for the sample.
    pub opened: Vec<PathBuf>,
    /// What there is to say at the start.
    pub notice: Option<String>,
    /// The filter to start with; empty for none.
    pub filter: String,
    /// The order of the list to start with.
    pub sort: Sort,
    /// How it looks.
    pub theme: Theme,
    /// Whether the mouse is wanted.
    pub mouse: bool,
    /// Whether the terminal takes hyperlinks.
    pub hyperlinks: bool,
    /// What the user can do.
    pub profile: Profile,
    /// What the documents are checked by.
    pub rules: Rules,
    /// What there is to say at the start.
    pub remark: Option<String>,
}

/// What a visit to the screen came to.
#[derive(Debug)]
pub struct SessionOutcome {
    /// How it ended.
    pub ending: Ending,
    /// What was named and could not be read, a sentence each.
    pub missing: Vec<String>,
    /// What there was to see.
    pub catalog: Catalog,
    /// The proposals that were marked, by their catalog indexes, in the order in which they were marked.
    pub marked: Vec<usize>,
}

/// How the screen was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// By the user, or because the terminal is gone.
    Left,
    /// By a signal, with its number.
    Signal(u8),
}

/// How long the first frame waits for something to show, at most. A listing of usual size is read
/// in a tenth of it; what takes longer comes in behind the screen.
const PATIENCE: Duration = Duration::from_millis(50);
/// How long the sign that something is waited for stands still.
const TURN: Duration = Duration::from_millis(120);

/// Shows the screen until it is left.
///
/// # Errors
///
/// When nothing of what was named can be read, or there is no terminal to read keys from or to draw
/// on. The terminal is then as it was.
pub fn browse(options: Options) -> Result<SessionOutcome, ShellError> {
    // Colour is the theme's business: crossterm's own NO_COLOR would reset bold and reverse.
    crossterm::style::force_color_output(true);
    let (sender, queue) = mpsc::channel();
    let mut shell = Shell {
        app: App::new(Catalog::default(), &options.filter, options.mouse),
        view: View::new(options.theme, Caption { source: options.source, why_empty: String::new() }),
        documents: Documents::new(options.plan, options.settings, options.watch, options.instead),
        memory: StateWriter::new(options.remember, options.document, options.filter, options.sort),
        checking: Checking::new(options.rules),
        mended: PendingFixes::new(),
        opened: options.opened,
        sender: sender.clone(),
        queue,
        mouse: options.mouse,
        hyperlinks: options.hyperlinks,
        gate: None,
        resumed: false,
    };
    shell.app.set_seed(RandomState::new().hash_one(()));
    shell.app.set_profile(options.profile);
    shell.app.set_sort(options.sort);
    panic_hook::install(sender.clone());
    match (options.remark, options.notice) {
        (Some(remark), Some(notice)) => shell.app.notify(Notice::error(format!("{remark} · {notice}"))),
        (Some(remark), None) => shell.app.notify(Notice::error(remark)),
        (None, Some(notice)) => shell.app.notify(Notice::info(notice)),
        (None, None) => {}
    }
    shell.begin_reading()?;
    shell.await_first()?;
    #[cfg(unix)]
    signals::watch(sender.clone())?;
    let keyboard = Keyboard::open()?;
    let session = session::enter(shell.mouse)?;
    shell.gate = Some(keyboard::read_terminal(keyboard, sender)?);
    let ending = match shell.run() {
        // The terminal went away in the middle of a frame, before anybody could say so.
        Err(_) if session::is_gone() => Ending::Left,
        ending => ending?,
    };
    drop(session);
    shell.keep_view();
    shell.memory.finish();
    if shell.documents.complete && shell.app.catalog().listings().is_empty() {
        return Err(ShellError::NothingRead(shell.documents.missing()));
    }
    let (missing, marked) = (shell.documents.missing(), shell.app.marked());
    Ok(SessionOutcome { ending, missing, catalog: shell.app.into_catalog(), marked })
}

struct Shell {
    app: App,
    view: View,
    documents: Documents,
    memory: StateWriter,
    checking: Checking,
    mended: PendingFixes,
    /// What is opened, as it was named.
    opened: Vec<PathBuf>,
    sender: Sender<Event>,
    queue: Receiver<Event>,
    mouse: bool,
    hyperlinks: bool,
    /// The hold on the reader of keys, once there is one.
    gate: Option<ReaderPause>,
    /// Whether the program went on after a stop of its own, and the signal of that is on its way.
    resumed: bool,
}

impl Shell {
    /// Waits for something to show. When all is read and there is nothing, that is the end.
    fn await_first(&mut self) -> Result<(), ShellError> {
        #[expect(clippy::disallowed_methods, reason = "the shell is where patience ends")]
        let now = Instant::now;
        let deadline = now() + PATIENCE;
        while !self.documents.complete && self.app.catalog().is_empty() {
            let left = deadline.saturating_duration_since(now());
            match self.queue.recv_timeout(left) {
                Ok(Event::Load(arrival)) => self.load_event(arrival),
                Ok(Event::Crashed(message)) => panic_hook::end_as_panic(message),
                Ok(_) => {}
                Err(_) => break,
            }
            self.take_in();
        }
        if self.documents.complete && self.app.catalog().listings().is_empty() {
            return Err(ShellError::NothingRead(self.documents.missing()));
        }
        Ok(())
    }

    fn run(&mut self) -> Result<Ending, ShellError> {
        let mut screen = Screen::new(self.hyperlinks)?;
        loop {
            screen.draw(&mut self.app, &mut self.view)?;
            self.remember();
            self.check();
            panic_hook::panic_if_asked("1");
            let mut waiting = match self.next() {
                Ok(first) => Some(first),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(Ending::Left),
            };
            while let Some(event) = waiting {
                waiting = if let Some(letter) = self.letter(&event) {
                    self.type_letters(letter, &screen)
                } else {
                    if let Some(ending) = self.handle(event, &mut screen)? {
                        return Ok(ending);
                    }
                    None
                };
                waiting = waiting.or_else(|| self.queue.try_recv().ok());
            }
            self.take_in();
            if self.documents.complete && self.app.catalog().listings().is_empty() {
                return Ok(Ending::Left);
            }
        }
    }

    /// Waits for what happens next. While a server is waited for, only as long as the sign of that may
    /// stand still; otherwise nothing wakes the program that nothing happened to.
    fn next(&mut self) -> Result<Event, RecvTimeoutError> {
        let mut progress = self.app.progress();
        if progress.awaited == 0 {
            return self.queue.recv().map_err(RecvTimeoutError::from);
        }
        let event = self.queue.recv_timeout(TURN);
        progress.turn += 1;
        self.app.set_progress(progress);
        event
    }

    /// The letter that an event types into the input that has the focus.
    fn letter(&self, event: &Event) -> Option<char> {
        let Event::Input(Input::Key(key)) = event else { return None };
        match keymap::action(self.app.focus(), *key).filter(|_| key.is_press() || key.is_repeat())? {
            Action::Edit(Edit::Insert(letter)) => Some(letter),
            _ => None,
        }
    }

    /// Types a letter and those that wait behind it: what is typed faster than it is looked up is
    /// looked up once. Gives the event that comes after them.
    fn type_letters(&mut self, first: char, screen: &Screen) -> Option<Event> {
        let mut letters = String::from(first);
        let mut after = None;
        while let Ok(event) = self.queue.try_recv() {
            let Some(letter) = self.letter(&event) else {
                after = Some(event);
                break;
            };
            letters.push(letter);
        }
        self.app.paste(&letters);
        screen.fit(&mut self.app, &mut self.view);
        after
    }

    /// Takes one event; says how the screen is left if it is.
    fn handle(&mut self, event: Event, screen: &mut Screen) -> Result<Option<Ending>, ShellError> {
        match event {
            Event::Input(input) => return self.input(input, screen),
            Event::Closed => return Ok(Some(Ending::Left)),
            Event::Crashed(message) => panic_hook::end_as_panic(message),
            Event::Signal(SignalEvent::End(number)) => return Ok(Some(Ending::Signal(number))),
            // The next frame has the size; the editor is waited for where it is started.
            Event::Signal(SignalEvent::Resize) | Event::Edited(_) => {}
            Event::Signal(SignalEvent::Stop) => self.suspend(screen)?,
            Event::Signal(SignalEvent::Continue) => self.carry_on(screen)?,
            Event::Load(arrival) => self.load_event(arrival),
            Event::Check(finding) => self.take_finding(finding),
            Event::Fix(mending) => self.take_mending(*mending),
            Event::NotRemembered(sentence) => self.not_remembered(sentence),
            Event::Opened { url, outcome } => {
                let notice = perform::opened(&url, outcome);
                self.app.notify(notice);
            }
            Event::Delivered { what, text, outcome } => {
                let notice = copy::delivered(what, &text, outcome);
                self.app.notify(notice);
            }
        }
        Ok(None)
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

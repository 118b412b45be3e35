//! The screen: the terminal session and the loop, which performs the effects that the state asks for.
//!
//! Everything that can fail happens before the session is entered. Then one queue carries all that comes from outside
//! (keys, mouse, resizes, signals, answers of the desktop); the loop blocks on it, takes the waiting events, draws once.
//! There is no tick and no polling: at rest the program sleeps.
//!
//! `Shell` holds the groups of the session; the functions of the files below take the groups that they change.

mod browser;
mod canvas;
mod checking;
pub mod clock;
mod configuration;
mod copy;
mod documents;
mod edit;
mod error;
mod events;
mod export;
mod fixes;
mod frontend;
mod hyperlinks;
pub mod input;
mod issues;
mod keyboard;
mod mouse;
mod notes;
mod opening;
mod options;
mod panic_hook;
mod rewrites;
mod screen;
mod session;
mod setup;
mod shortlist_writer;
#[cfg(unix)]
mod signals;
mod skills;
mod start_page;
mod state_writer;
pub(crate) mod stdin_probe;
mod terminal;
mod tty;
mod visits;

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crossterm::event::Event as Input;

use crate::app::effect::Effect;
use crate::app::{App, keymap};
use crate::model::Catalog;
use crate::ui::{Caption, View};

use checking::Checking;
use configuration::Configuration;
use documents::Documents;
use edit::Edited;
use events::{Event, SignalEvent};
use frontend::Frontend;
use keyboard::Keyboard;
use screen::Screen;
use shortlist_writer::ShortlistWriter;
use state_writer::StateWriter;
use terminal::TerminalUse;
use visits::Visits;

pub use error::ShellError;
pub use options::{
    ConfigurationSource, Ending, LiveSettings, Options, ReadAgain, SessionOutcome, SettingsSource,
    ThemeChoice,
};
pub use screen::MOST_COLUMNS;
#[cfg(unix)]
pub use signals::{outlive_interrupt, outlive_size_limit};
pub use start_page::{Opening, StartPage};
pub use tty::find_terminal;

/// How long the first frame waits for something to show, at most. A listing of usual size is read in a tenth of it; the
/// documents that take longer come in behind the screen.
const PATIENCE: Duration = Duration::from_millis(50);
/// How long each picture of the sign for waiting is shown.
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
        front: Frontend {
            app: App::new(Catalog::default(), &options.filter, options.live.mouse),
            view: View::new(options.live.theme, Caption { source: options.source, why_empty: String::new() }),
            sender: sender.clone(),
            number: 0,
        },
        documents: Documents::new(options.plan, options.settings, options.watch, options.instead),
        state: StateWriter::new(
            options.remember,
            options.document,
            (options.filter, options.sort),
            options.panes,
        ),
        shortlist: ShortlistWriter::default(),
        checking: Checking::new(options.live.check_settings.clone()),
        visits: Visits::new(),
        terminal: TerminalUse {
            mouse: options.live.mouse,
            hyperlinks: options.live.hyperlinks,
            pause: None,
            resumed: false,
        },
        opened: options.opened,
        themes: options.themes,
        start: options.start,
        queue,
        configuration: Configuration::new(options.configuration, options.live.clone()),
    };
    shell.themes.offer(options.live.theme, &mut shell.front.app);
    let kept = setup::Kept {
        sort: options.sort,
        panes: options.panes,
        history: options.history,
        shortlist: options.shortlist,
    };
    setup::prepare(&mut shell.front, &options.live, kept);
    panic_hook::install(sender.clone());
    setup::notify(&mut shell.front, options.remark, options.notice, options.is_filter_kept);
    shell.documents.start(&mut shell.front)?;
    shell.await_first()?;
    if shell.start.at_once {
        opening::show_start(&shell.start, &mut shell.front);
    }
    #[cfg(unix)]
    signals::watch(sender.clone())?;
    let keyboard = Keyboard::open()?;
    let session = session::enter(shell.terminal.mouse)?;
    shell.terminal.pause = Some(keyboard::read_terminal(keyboard, sender)?);
    if options.watch {
        shell.configuration.watch(&shell.front);
    }
    let ending = match shell.run() {
        // The terminal went away in the middle of a frame.
        Err(_) if session::is_gone() => Ending::Left,
        ending => ending?,
    };
    drop(session);
    shell.state.keep_view(&shell.front);
    shell.state.keep_panes(&shell.front);
    shell.state.finish();
    shell.visits.remember(&shell.front);
    let unsaved = shell.shortlist.finish(shell.queue.try_iter());
    if shell.documents.are_none(&shell.front) {
        return Err(ShellError::NothingRead(shell.documents.missing()));
    }
    let (missing, marked) = (shell.documents.missing(), shell.front.app.marked());
    Ok(SessionOutcome { ending, missing, unsaved, catalog: shell.front.app.into_catalog(), marked })
}

/// The groups of a session.
struct Shell {
    front: Frontend,
    documents: Documents,
    state: StateWriter,
    shortlist: ShortlistWriter,
    checking: Checking,
    visits: Visits,
    terminal: TerminalUse,
    configuration: Configuration,
    /// The arguments as typed.
    opened: Vec<PathBuf>,
    themes: ThemeChoice,
    start: StartPage,
    queue: Receiver<Event>,
}

impl Shell {
    /// Waits for the first document, but not longer than the patience. Fails if all is read and there is none.
    fn await_first(&mut self) -> Result<(), ShellError> {
        #[expect(clippy::disallowed_methods, reason = "the shell is where patience ends")]
        let now = Instant::now;
        let deadline = now() + PATIENCE;
        while !self.documents.complete() && self.front.app.catalog().is_empty() {
            let left = deadline.saturating_duration_since(now());
            match self.queue.recv_timeout(left) {
                Ok(Event::Load(_, event)) => self.documents.handle(event, &mut self.front),
                Ok(Event::Crashed(message)) => panic_hook::end_as_panic(message),
                Ok(_) => {}
                Err(_) => break,
            }
            self.documents.take_in(&mut self.front);
        }
        if self.documents.are_none(&self.front) {
            return Err(ShellError::NothingRead(self.documents.missing()));
        }
        Ok(())
    }

    fn run(&mut self) -> Result<Ending, ShellError> {
        let mut screen = self.terminal.screen()?;
        loop {
            issues::tell_time(&mut self.front);
            screen.draw(&mut self.front.app, &mut self.front.view)?;
            self.state.keep_opened(&self.front);
            self.checking.check_due(&mut self.front, self.documents.complete());
            self.visits.compare_due(&self.front, self.documents.complete());
            panic_hook::panic_if_asked("1");
            let mut waiting = match self.next() {
                Ok(first) => Some(first),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(Ending::Left),
            };
            while let Some(event) = waiting {
                waiting = if let Some(letter) = event.letter(self.front.app.focus()) {
                    self.type_letters(letter, &screen)
                } else {
                    if let Some(ending) = self.handle(event, &mut screen)? {
                        return Ok(ending);
                    }
                    None
                };
                waiting = waiting.or_else(|| self.queue.try_recv().ok());
            }
            self.documents.take_in(&mut self.front);
            opening::return_to_start(&self.start, (&mut self.state, &mut self.documents), &mut self.front);
            if self.documents.are_none(&self.front) {
                return Ok(Ending::Left);
            }
        }
    }

    /// Waits for the next event; while a server is waited for, at most until the sign for that turns.
    fn next(&mut self) -> Result<Event, RecvTimeoutError> {
        let mut progress = self.front.app.progress();
        if progress.awaited == 0 {
            return self.queue.recv().map_err(RecvTimeoutError::from);
        }
        let event = self.queue.recv_timeout(TURN);
        progress.turn += 1;
        self.front.app.set_progress(progress);
        event
    }

    /// Types a letter and those that wait behind it, so that fast typing is searched for once. Returns the event after
    /// them.
    fn type_letters(&mut self, first: char, screen: &Screen) -> Option<Event> {
        let mut letters = String::from(first);
        let mut after = None;
        while let Ok(event) = self.queue.try_recv() {
            let Some(letter) = event.letter(self.front.app.focus()) else {
                after = Some(event);
                break;
            };
            letters.push(letter);
        }
        self.front.app.paste(&letters);
        screen.fit(&mut self.front.app, &mut self.front.view);
        after
    }

    /// Handles one event. Returns how the session ends, if it does.
    fn handle(&mut self, event: Event, screen: &mut Screen) -> Result<Option<Ending>, ShellError> {
        match event {
            Event::Input(input) => return self.input(input, screen),
            Event::Closed => return Ok(Some(Ending::Left)),
            Event::Crashed(message) => panic_hook::end_as_panic(message),
            Event::Signal(SignalEvent::End(number)) => return Ok(Some(Ending::Signal(number))),
            Event::Load(number, event) if number == self.front.number => {
                self.documents.handle(event, &mut self.front);
            }
            // The next frame has the size; the editor is waited for where it is started.
            // The readings of a listing that was open before are of no use.
            Event::Signal(SignalEvent::Resize) | Event::Edited(_) | Event::Load(..) => {}
            Event::Signal(SignalEvent::Stop) => self.terminal.suspend(screen, &mut self.front)?,
            Event::Signal(SignalEvent::Continue) => self.terminal.carry_on(screen)?,
            Event::Check(event) => self.checking.handle(event, &mut self.front),
            Event::Visit(event) => self.visits.handle(*event, &mut self.front),
            Event::Configuration(event) => self.configuration.handle(
                *event,
                (&mut self.front, &mut self.documents, &mut self.checking),
                (&mut self.terminal, screen),
                &self.themes,
            )?,
            Event::Fix(event) => fixes::handle(*event, &mut self.documents, &mut self.front),
            Event::NotRemembered(sentence) => {
                // Other news are more important.
                if self.front.app.notice().is_none() {
                    self.front.info(sentence);
                }
            }
            Event::Issues(answers) => issues::take(answers, &mut self.front),
            Event::Shortlist(outcome) => self.shortlist.handle(*outcome, &mut self.front),
            Event::Opened { url, outcome } => self.front.app.notify(browser::opened(&url, outcome)),
            Event::Delivered { what, text, outcome } => {
                self.front.app.notify(copy::delivered(what, &text, outcome));
            }
        }
        Ok(None)
    }

    fn input(&mut self, input: Input, screen: &mut Screen) -> Result<Option<Ending>, ShellError> {
        let action = match input {
            Input::Key(key) if key.is_press() || key.is_repeat() => {
                let action = keymap::action(self.front.app.focus(), key);
                if action.is_none() {
                    setup::say_no_action(&mut self.front);
                }
                action
            }
            Input::Mouse(event) => mouse::action(&mut self.front.view, &self.front.app, screen.area(), event),
            Input::Paste(text) => {
                self.front.app.paste(&text);
                None
            }
            _ => None,
        };
        let effect = action.and_then(|action| self.front.app.update(action));
        let ending = effect.map(|effect| self.perform(effect, screen)).transpose()?.flatten();
        // The next event of the same batch has to see what this one changed.
        screen.fit(&mut self.front.app, &mut self.front.view);
        Ok(ending)
    }

    /// Performs an effect. Returns how the session ends, if it does. A failure becomes a notice.
    fn perform(&mut self, effect: Effect, screen: &mut Screen) -> Result<Option<Ending>, ShellError> {
        let front = &mut self.front;
        match effect {
            Effect::Quit => return Ok(Some(Ending::Left)),
            Effect::Suspend => self.terminal.suspend(screen, front)?,
            Effect::Redraw => *screen = self.terminal.screen()?,
            Effect::CaptureMouse(on) => self.terminal.capture_mouse(on)?,
            Effect::KeepFilter => self.state.keep_view(front),
            Effect::Reload => {
                self.configuration.read_again(front);
                self.documents.reload(front);
            }
            Effect::ShowStart => opening::show_start(&self.start, front),
            Effect::OpenListing(target) => {
                let groups = (&mut self.state, &mut self.documents);
                self.opened = opening::open_listing(&self.start, target, groups, front)?;
            }
            Effect::Open(url) => browser::open(url, front),
            Effect::AskIssues(urls) => issues::ask(urls, self.documents.settings().clone(), front),
            Effect::KeepSkills(own) => skills::keep(own, front),
            Effect::OpenFile(path) => browser::open_file(path, front),
            Effect::SaveShortlist(changes) => self.shortlist.save(changes, front),
            Effect::Export { of, format, file, replace } => {
                export::export(of, format, file.as_deref(), replace, front);
            }
            Effect::UseTheme(theme) => setup::use_theme(&self.themes, theme, front),
            Effect::Copy(what, text) => copy::copy(what, text, front),
            Effect::CopyWritten(what) => copy::copy_written(what, &self.opened, front),
            Effect::PreviewFix(origin, number) => fixes::preview(&origin, number, front),
            Effect::ApplyFix(preview) => fixes::write(*preview, &mut self.documents, front),
            Effect::EditNote(entry) => {
                let Some(path) = notes::lay_out(&entry, front) else { return Ok(None) };
                let edited = edit::edit(&path, 1, &self.queue, &mut self.terminal, screen, front)?;
                notes::take_back(&path, &entry, &mut self.shortlist, &mut self.front);
                return self.after_editor(edited, screen);
            }
            Effect::Edit(origin, line) => {
                let Some(path) = origin.path() else { return Ok(None) };
                let edited = edit::edit(path, line, &self.queue, &mut self.terminal, screen, front)?;
                let is_back = matches!(edited, Edited::Back(_));
                let ending = self.after_editor(edited, screen)?;
                if is_back && ending.is_none() {
                    self.documents.changed(origin, &self.front);
                }
                return Ok(ending);
            }
        }
        Ok(None)
    }

    /// Handles what came while the editor ran. Returns how the session ends, if it does.
    fn after_editor(&mut self, edited: Edited, screen: &mut Screen) -> Result<Option<Ending>, ShellError> {
        let events = match edited {
            Edited::NotStarted => return Ok(None),
            Edited::Ended(ending) => return Ok(Some(ending)),
            Edited::Back(events) => events,
        };
        for event in events {
            if let Some(ending) = self.handle(event, screen)? {
                return Ok(Some(ending));
            }
        }
        Ok(None)
    }
}

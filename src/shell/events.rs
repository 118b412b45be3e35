//! Events: everything that comes from outside, in one queue.

use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event as terminal;

use super::documents::Arrival;
use super::error::ShellError;
use super::report;
use crate::desktop::browser::{Opened, Refusal};

/// Something that came from outside.
#[derive(Debug)]
pub(super) enum Event {
    /// A key, the mouse, a paste, a resize.
    Input(terminal::Event),
    /// The terminal is gone.
    Closed,
    /// A signal.
    Signal(SignalEvent),
    /// A thread of the program panicked; what there is to say.
    Crashed(String),
    /// Something of the documents.
    Arrival(Arrival),
    /// What is open, or was remembered, is not; a sentence about it.
    NotRemembered(String),
    /// The desktop's answer to an address.
    Opened { url: String, outcome: Result<Opened, Refusal> },
}

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has signals"))]
pub(super) enum SignalEvent {
    /// To end, with the number of the signal.
    End(u8),
    /// To look at the size of the terminal.
    Resize,
    /// To stop.
    Stop,
    /// To go on after a stop.
    Continue,
}

/// Says that the terminal is gone when its reader ends, by a panic too: the loop must not wait for
/// a reader that is no more.
struct Reader(Sender<Event>);

impl Drop for Reader {
    fn drop(&mut self) {
        // The loop may have ended before; then nobody has to know.
        let _ = self.0.send(Event::Closed);
    }
}

impl Reader {
    fn send(&self, event: Event) -> bool {
        self.0.send(event).is_ok()
    }
}

/// What keys are read from: standard input, or the terminal itself where that is something else.
/// The same choice as crossterm's, for it is crossterm that reads.
#[cfg(unix)]
pub(super) struct Keyboard(Option<rustix::fd::OwnedFd>);

#[cfg(unix)]
impl Keyboard {
    /// Finds it.
    pub(super) fn open() -> Result<Self, ShellError> {
        use std::io::IsTerminal;

        use rustix::fs::{Mode, OFlags, open};

        if std::io::stdin().is_terminal() {
            return Ok(Self(None));
        }
        let tty = open("/dev/tty", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty());
        Ok(Self(Some(tty.map_err(|error| ShellError::NoKeyboard(error.into()))?)))
    }
}

/// What keys are read from: the console.
#[cfg(not(unix))]
pub(super) struct Keyboard;

#[cfg(not(unix))]
impl Keyboard {
    /// The console is always there.
    #[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
    pub(super) fn open() -> Result<Self, ShellError> {
        Ok(Self)
    }
}

/// Reads the terminal on a thread of its own.
#[cfg(unix)]
pub(super) fn read_terminal(Keyboard(own): Keyboard, sender: Sender<Event>) -> Result<(), ShellError> {
    use rustix::event::{PollFd, PollFlags, poll};

    /// How long the reader looks for more of what it is reading. Not a tick: it is only asked
    /// right after the terminal said that there is something.
    const MORE: std::time::Duration = std::time::Duration::from_millis(1);

    let read = move || {
        let reader = Reader(sender);
        let stdin = std::io::stdin();
        loop {
            let mut fds = [match &own {
                Some(tty) => PollFd::new(tty, PollFlags::IN),
                None => PollFd::new(&stdin, PollFlags::IN),
            }];
            match poll(&mut fds, None) {
                Ok(_) => {}
                Err(rustix::io::Errno::INTR) => continue,
                Err(_) => return,
            }
            // macOS cannot poll /dev/tty; crossterm reads it with select, which it can.
            if fds[0].revents().contains(PollFlags::NVAL) {
                return read_on(&reader);
            }
            // A terminal that is gone stays readable for ever: reading on would spin.
            if fds[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) {
                return;
            }
            while terminal::poll(MORE).unwrap_or(false) {
                let Ok(event) = terminal::read() else { return };
                report::panic_if_asked("reader");
                if !reader.send(Event::Input(event)) {
                    return;
                }
            }
        }
    };
    thread::Builder::new().name("terminal".to_owned()).spawn(read)?;
    Ok(())
}

/// Reads the terminal on a thread of its own.
#[cfg(not(unix))]
pub(super) fn read_terminal(_keyboard: Keyboard, sender: Sender<Event>) -> Result<(), ShellError> {
    let read = move || read_on(&Reader(sender));
    thread::Builder::new().name("terminal".to_owned()).spawn(read)?;
    Ok(())
}

/// Reads until there is nothing to read from any more.
fn read_on(reader: &Reader) {
    while let Ok(event) = terminal::read() {
        report::panic_if_asked("reader");
        if !reader.send(Event::Input(event)) {
            return;
        }
    }
}

/// Turns signals into events, on a thread of its own.
#[cfg(unix)]
pub(super) fn watch_signals(sender: Sender<Event>) -> Result<(), ShellError> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT])?;
    let watch = move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGWINCH => SignalEvent::Resize,
                SIGTSTP => SignalEvent::Stop,
                SIGCONT => SignalEvent::Continue,
                end => SignalEvent::End(u8::try_from(end).unwrap_or(u8::MAX)),
            };
            if sender.send(Event::Signal(event)).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(watch)?;
    Ok(())
}

/// There are no signals here: the console's own events come through the terminal.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as where there are signals")]
pub(super) fn watch_signals(_sender: Sender<Event>) -> Result<(), ShellError> {
    Ok(())
}

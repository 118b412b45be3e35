//! Events: everything that comes from outside, in one queue.

use std::io;
use std::process::ExitStatus;
use std::sync::mpsc::Sender;

use crossterm::event as terminal;

use super::checking::Finding;
use super::documents::Arrival;
use super::error::ShellError;
use super::mending::Mending;
use super::perform::Unopened;
use crate::desktop::browser::Opened;
use crate::desktop::clipboard::{self, Delivery};

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
    Opened { url: String, outcome: Result<Opened, Unopened> },
    /// What comes of checking documents.
    Finding(Finding),
    /// What came of mending one.
    Mending(Box<Mending>),
    /// The editor ended.
    Edited(io::Result<ExitStatus>),
    /// The clipboard's answer to a text; what the text is called.
    Delivered { what: &'static str, text: String, outcome: Result<Delivery, clipboard::Refusal> },
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

/// Turns signals into events, on a thread of its own.
#[cfg(unix)]
pub(super) fn watch_signals(sender: Sender<Event>) -> Result<(), ShellError> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use std::thread;

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

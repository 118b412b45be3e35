//! Events: everything that comes from outside, in one queue.

use std::io;
use std::process::ExitStatus;

use crossterm::event as terminal;

use super::checking::CheckEvent;
use super::documents::LoadEvent;
use super::fixes::FixEvent;
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
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has signals"))]
    Signal(SignalEvent),
    /// A thread of the program panicked; what there is to say.
    Crashed(String),
    /// Something of the documents.
    Load(LoadEvent),
    /// What is open, or was remembered, is not; a sentence about it.
    NotRemembered(String),
    /// The desktop's answer to an address.
    Opened { url: String, outcome: Result<Opened, Unopened> },
    /// What comes of checking documents.
    Check(CheckEvent),
    /// What came of mending one.
    Fix(Box<FixEvent>),
    /// The editor ended.
    Edited(io::Result<ExitStatus>),
    /// The clipboard's answer to a text; what the text is called.
    Delivered { what: &'static str, text: String, outcome: Result<Delivery, clipboard::CopyError> },
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

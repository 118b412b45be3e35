//! Events: everything that comes from outside, in one queue.

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::sync::Arc;

use crossterm::event as terminal;

use super::options::ReadAgain;
use crate::app::action::{Action, Edit};
use crate::app::fix_preview::FixPreview;
use crate::app::keymap::{self, Focus};
use crate::app::news::{Before, News};
use crate::app::problems::CheckResult;
use crate::desktop::browser::{OpenError, Opened};
use crate::desktop::clipboard::{CopyError, Delivery};
use crate::loading::ReadOutcome;
use crate::model::{Origin, Past, Shortlist};
use crate::source::issue::{Answered, IssueError};
use crate::source::watch::{Change, Watcher};
use crate::store::write_back::WriteBackError;

/// Something that came from outside.
#[derive(Debug)]
pub(super) enum Event {
    /// A key, the mouse, a paste, a resize.
    Input(terminal::Event),
    /// The terminal is gone.
    Closed,
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has signals"))]
    Signal(SignalEvent),
    /// A thread of the program panicked; the message.
    Crashed(String),
    /// Reading; with the number of the listing that it is about, as several can be opened in a session.
    Load(usize, LoadEvent),
    Check(CheckEvent),
    /// The listings were compared with the last visit.
    Visit(Box<VisitEvent>),
    Fix(Box<FixEvent>),
    Configuration(Box<ConfigurationEvent>),
    /// The state file could not be written; a sentence.
    NotRemembered(String),
    /// The sites of upstream issues answered, or did not; by the addresses of the issues.
    Issues(Vec<(String, Result<Answered, IssueError>)>),
    /// The shortlist was written, with what other programs changed; or not, in a sentence.
    Shortlist(Box<Result<Shortlist, String>>),
    /// The browser was started with an address, or was not.
    Opened {
        url: String,
        outcome: Result<Opened, Unopened>,
    },
    /// The editor ended.
    Edited(io::Result<ExitStatus>),
    /// The clipboard took a text, or did not; `what` is the name of the text.
    Delivered {
        what: &'static str,
        text: String,
        outcome: Result<Delivery, CopyError>,
    },
}

impl Event {
    /// The letter that it types into the input that has the focus.
    pub(super) fn letter(&self, focus: Focus) -> Option<char> {
        let Self::Input(terminal::Event::Key(key)) = self else { return None };
        match keymap::action(focus, *key).filter(|_| key.is_press() || key.is_repeat())? {
            Action::Edit(Edit::Insert(letter)) => Some(letter),
            _ => None,
        }
    }
}

/// The request in a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has signals"))]
pub(super) enum SignalEvent {
    /// To end, with the number of the signal.
    End(u8),
    /// The size of the terminal changed.
    Resize,
    /// To stop.
    Stop,
    /// To go on after a stop.
    Continue,
}

/// An address that no browser showed.
#[derive(Debug)]
pub(super) struct Unopened {
    pub(super) error: OpenError,
    /// The answer of the clipboard; `None` if the address is not to be handed on.
    pub(super) delivery: Option<Result<Delivery, CopyError>>,
}

/// An event of reading documents.
#[derive(Debug)]
pub(super) enum LoadEvent {
    /// A document of the plan was read, or failed; by its index in the plan.
    Read { at: usize, outcome: Box<ReadOutcome> },
    /// The first `bytes` of a document have come, of `of` if the server says how many there are.
    Coming { origin: Origin, bytes: u64, of: Option<u64> },
    /// All documents of the plan are read. `kept` if some came from the cache and may be old.
    AllRead { kept: bool },
    /// The watch of files began, or could not.
    Watching(io::Result<Watcher>),
    /// A document was read another time.
    Again { origin: Origin, outcome: Box<ReadOutcome>, reason: ReloadReason },
    /// A file or the content of a directory changed.
    Changed(Change),
    /// The files in an opened directory, by its index in the plan.
    Found { directory: usize, files: Vec<PathBuf>, reason: ReloadReason },
}

/// Why a document is read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReloadReason {
    /// It changed.
    Changed,
    /// The user asked for it.
    Asked,
    /// The text on the screen came from the cache.
    WasKept,
    /// It is new in an opened directory.
    Found,
}

/// An event of checking documents.
#[derive(Debug)]
pub(super) enum CheckEvent {
    /// A document was checked.
    Found(Box<CheckResult>),
    /// All are checked; a sentence about the settings if they have a mistake.
    Ended(Option<String>),
}

/// An event of the configuration file.
#[derive(Debug)]
pub(super) enum ConfigurationEvent {
    /// The watch of the file began.
    Watching(Watcher),
    /// It was read again; `is_asked` if somebody asked for that.
    Read { outcome: Box<ReadAgain>, is_asked: bool },
}

/// The listings as they were at the last visit; `None` of one that was not open before or cannot be read.
pub(super) type KnownListings = HashMap<Origin, Option<Arc<Before>>>;

/// The version and the length of a catalog.
pub(super) type CatalogKey = (u64, usize);

/// A comparison with the last visit that has ended.
#[derive(Debug)]
pub(super) struct VisitEvent {
    /// The catalog that was compared.
    pub(super) key: CatalogKey,
    pub(super) known: KnownListings,
    /// Its proposals, for the next visit.
    pub(super) now: Vec<Past>,
    pub(super) news: News,
}

/// An event of fixing a problem.
#[derive(Debug)]
pub(super) enum FixEvent {
    /// The preview of a fix, or why it cannot be made.
    Shown(Result<FixPreview, String>),
    /// The file was written, or not.
    Written { fix: FixPreview, outcome: Result<(), WriteBackError> },
}

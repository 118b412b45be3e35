//! Checking: what is wrong in the documents, looked up on a thread, one document at a time.
//!
//! It begins behind the first frame and takes nothing from a keystroke. The settings are read each time:
//! whoever changes them and reads the documents again (`r`) sees what they do.

use std::fmt;
use std::sync::Arc;
use std::thread;

use super::Shell;
use super::events::Event;
use crate::app::notice::Notice;
use crate::app::problems::Checked;
use crate::check::Settings;

/// As long as more is being read, so many proposals are checked at most: adding to a catalog that somebody
/// looks at copies it.
const MOST_WHILE_READING: usize = 2_000;

/// Reads what a check keeps to, and what of it was not understood, in a sentence.
type Read = dyn Fn() -> (Settings, Option<String>) + Send + Sync;

/// Where what a check keeps to is read.
#[derive(Clone)]
pub struct Rules(Arc<Read>);

impl Rules {
    /// Read by a function, on a thread, each time that something is checked.
    pub fn new(read: impl Fn() -> (Settings, Option<String>) + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }
}

impl fmt::Debug for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rules")
    }
}

/// What is known of checking.
#[derive(Debug)]
pub(super) struct Checking {
    rules: Rules,
    is_under_way: bool,
    /// What of the settings was not understood when they were read last.
    complaint: Option<String>,
}

/// What came of checking one document.
#[derive(Debug)]
pub(super) struct Finding {
    checked: Option<Checked>,
    /// What of the settings was not understood.
    complaint: Option<String>,
}

impl Checking {
    pub(super) fn new(rules: Rules) -> Self {
        Self { rules, is_under_way: false, complaint: None }
    }
}

impl Shell {
    /// Begins to check what is due next, unless something is being checked.
    pub(super) fn check(&mut self) {
        let may_begin = self.documents.complete || self.app.catalog().len() < MOST_WHILE_READING;
        if self.checking.is_under_way || !may_begin {
            return;
        }
        let Some(at) = self.app.next_to_check() else { return };
        let (catalog, rules) = (self.app.shared_catalog(), self.checking.rules.clone());
        let sender = self.sender.clone();
        let check = move || {
            let (settings, complaint) = (rules.0)();
            let checked = Checked::of(&catalog, at, &settings);
            // Before anybody knows: who changes the catalog next shall have it alone.
            drop::<Arc<_>>(catalog);
            // The loop may have ended before; then nobody has to know.
            let _ = sender.send(Event::Checked(Box::new(Finding { checked, complaint })));
        };
        self.checking.is_under_way = thread::Builder::new().name("checking".to_owned()).spawn(check).is_ok();
        if !self.checking.is_under_way {
            // Without a thread nothing is checked, and everything else is fine.
            self.app.take_checked(None);
        }
    }

    /// Takes what came of checking; says what is wrong with the settings, once.
    pub(super) fn take_finding(&mut self, finding: Finding) {
        self.checking.is_under_way = false;
        self.app.take_checked(finding.checked);
        if finding.complaint != self.checking.complaint {
            if let (Some(complaint), None) = (&finding.complaint, self.app.notice()) {
                self.app.notify(Notice::error(complaint.clone()));
            }
            self.checking.complaint = finding.complaint;
        }
    }
}

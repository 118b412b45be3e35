//! Checking: what is wrong in the documents, looked up on a thread, one document after the other.
//!
//! It begins behind the first frame and takes nothing from a keystroke. The settings are read each time:
//! whoever changes them and reads the documents again (`r`) sees what they do.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::Shell;
use super::events::Event;
use crate::app::notice::Notice;
use crate::app::problems::CheckResult;
use crate::check::{Checker, Settings};

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
    /// Set where what is being checked is not to be checked to the end; nothing where nothing is.
    under_way: Option<Arc<AtomicBool>>,
    /// What of the settings was not understood when they were read last.
    complaint: Option<String>,
}

/// What comes of checking.
#[derive(Debug)]
pub(super) enum Finding {
    /// What was found in one document.
    CheckResult(Box<CheckResult>),
    /// There is no more; and what of the settings was not understood.
    Ended(Option<String>),
}

impl Checking {
    pub(super) fn new(rules: Rules) -> Self {
        Self { rules, under_way: None, complaint: None }
    }
}

impl Shell {
    /// Begins to check what is due. Where something is being checked, that ends with the document that it is
    /// at: what changed last is what somebody waits for.
    pub(super) fn check(&mut self) {
        let may_begin = self.documents.complete || self.app.catalog().len() < MOST_WHILE_READING;
        if !may_begin || !self.app.has_due() {
            return;
        }
        if let Some(is_over) = &self.checking.under_way {
            return is_over.store(true, Ordering::Relaxed);
        }
        let due = self.app.take_due();
        let (catalog, rules) = (self.app.shared_catalog(), self.checking.rules.clone());
        let (sender, is_over) = (self.sender.clone(), Arc::new(AtomicBool::new(false)));
        self.checking.under_way = Some(Arc::clone(&is_over));
        let check = move || {
            // The loop may have ended before; then nobody has to know.
            let tell = |finding| drop(sender.send(Event::Finding(finding)));
            let (settings, complaint) = (rules.0)();
            let checker = Checker::new(&catalog, &settings);
            for at in due {
                if let Some(checked) = CheckResult::of(&checker, at) {
                    tell(Finding::CheckResult(Box::new(checked)));
                }
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
            }
            // Before anybody knows: who changes the catalog next shall have it alone.
            drop(catalog);
            tell(Finding::Ended(complaint));
        };
        if thread::Builder::new().name("checking".to_owned()).spawn(check).is_err() {
            // Without a thread nothing is checked, and everything else is fine.
            self.end_checking();
        }
    }

    /// Takes what comes of checking; says what is wrong with the settings, once.
    pub(super) fn take_finding(&mut self, finding: Finding) {
        match finding {
            Finding::CheckResult(checked) => self.app.take_checked(*checked),
            Finding::Ended(complaint) => {
                self.end_checking();
                if complaint != self.checking.complaint {
                    if let (Some(complaint), None) = (&complaint, self.app.notice()) {
                        self.app.notify(Notice::error(complaint.clone()));
                    }
                    self.checking.complaint = complaint;
                }
            }
        }
    }

    fn end_checking(&mut self) {
        self.checking.under_way = None;
        self.app.end_checking();
    }
}

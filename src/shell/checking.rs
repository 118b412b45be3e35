//! Checking documents on a thread, one after the other, behind the first frame.
//!
//! The settings are read each time: a change to them counts as soon as the documents are read again (`r`).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::events::{CheckEvent, Event};
use super::frontend::Frontend;
use super::options::SettingsSource;
use crate::app::problems::CheckResult;
use crate::check::Checker;

/// While documents are still being read, a catalog of more proposals is not checked: adding to a catalog that a
/// thread looks at copies it.
const MAX_WHILE_READING: usize = 2_000;

#[derive(Debug)]
pub(super) struct Checking {
    settings: SettingsSource,
    /// Set to end the running check early; `None` if none runs.
    cancel: Option<Arc<AtomicBool>>,
    /// The mistake in the settings when they were read last.
    complaint: Option<String>,
}

impl Checking {
    pub(super) fn new(settings: SettingsSource) -> Self {
        Self { settings, cancel: None, complaint: None }
    }

    /// Checks by other settings from now on.
    pub(super) fn set_settings(&mut self, settings: SettingsSource) {
        self.settings = settings;
    }

    /// Starts to check the documents that are due. A running check is ended after its current document: the user
    /// waits for the document that changed last.
    pub(super) fn check_due(&mut self, front: &mut Frontend, all_read: bool) {
        let may_begin = all_read || front.app.catalog().len() < MAX_WHILE_READING;
        if !may_begin || !front.app.has_due() {
            return;
        }
        if let Some(cancel) = &self.cancel {
            return cancel.store(true, Ordering::Relaxed);
        }
        let due = front.app.take_due();
        let (catalog, settings) = (front.app.shared_catalog(), self.settings.clone());
        let (sender, cancel) = (front.sender.clone(), Arc::new(AtomicBool::new(false)));
        self.cancel = Some(Arc::clone(&cancel));
        let check = move || {
            // The loop may have ended already.
            let send = |event| drop(sender.send(Event::Check(event)));
            let (settings, complaint) = settings.read();
            let checker = Checker::new(&catalog, &settings);
            for at in due {
                if let Some(result) = CheckResult::of(&checker, at) {
                    send(CheckEvent::Found(Box::new(result)));
                }
                if cancel.load(Ordering::Relaxed) {
                    break;
                }
            }
            // Before the end is known: the next change of the catalog must not have to copy it.
            drop(catalog);
            send(CheckEvent::Ended(complaint));
        };
        if thread::Builder::new().name("checking".to_owned()).spawn(check).is_err() {
            // Without a thread nothing is checked, and everything else works.
            self.end(front);
        }
    }

    /// A mistake in the settings is shown once.
    pub(super) fn handle(&mut self, event: CheckEvent, front: &mut Frontend) {
        match event {
            CheckEvent::Found(result) => front.app.take_checked(*result),
            CheckEvent::Ended(complaint) => {
                self.end(front);
                if complaint != self.complaint {
                    if let (Some(complaint), None) = (&complaint, front.app.notice()) {
                        front.error(complaint.clone());
                    }
                    self.complaint = complaint;
                }
            }
        }
    }

    fn end(&mut self, front: &mut Frontend) {
        self.cancel = None;
        front.app.end_checking();
    }
}

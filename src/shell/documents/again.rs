//! Reading documents again that changed, or because the user asks for it.

use std::collections::hash_map::Entry;
use std::sync::Arc;
use std::thread;

use super::{Documents, changing_files, explain};
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::notice::Notice;
use crate::app::reload::ReloadSummary;
use crate::loading::{self, Folders, ReadOutcome, Readout};
use crate::model::{Listing, Origin, counted};
use crate::shell::events::{Event, LoadEvent, ReloadReason};
use crate::shell::frontend::Frontend;
use crate::source::{self, SourceError};

const READING: &str = "reading again …";

impl Documents {
    /// Reads every document again that can be read twice, those that could not be read before among them.
    pub(in crate::shell) fn reload(&mut self, front: &mut Frontend) {
        let planned = self.loading.plan.sources.iter().map(|source| &source.origin);
        // While the first reading lasts, the documents that are not shown yet are still to come.
        let known = planned.filter(|origin| self.complete || shown(front, origin).is_some());
        let (again, fixed): (Vec<_>, Vec<_>) = known.cloned().partition(source::can_be_read_again);
        let notice = match (again.is_empty(), fixed.first()) {
            (false, _) => Notice::info(READING),
            (true, Some(Origin::Sample)) => Notice::info("the built-in sample does not change"),
            (true, Some(origin)) => Notice::error(format!("{origin} cannot be read a second time")),
            (true, None) => Notice::info("there is nothing to read again"),
        };
        front.app.notify(notice);
        self.since_asked = ReloadSummary::default();
        front.app.check_again();
        if self.complete {
            self.search_all(ReloadReason::Asked, front);
        }
        // A server may take its time; the files need not wait for it.
        let (files, addresses) = again.into_iter().partition(|origin| matches!(origin, Origin::File(_)));
        self.read_again(files, ReloadReason::Asked, front);
        self.read_again(addresses, ReloadReason::Asked, front);
    }

    /// Reads a file again that changed, unless its first reading is still to come.
    pub(in crate::shell) fn changed(&mut self, origin: Origin, front: &Frontend) {
        if self.complete || shown(front, &origin).is_some() {
            self.read_again(vec![origin], ReloadReason::Changed, front);
        } else {
            self.changed_early.insert(origin);
        }
    }

    /// Reads documents again, one after the other, on a thread. Those that are being read at the moment are read once
    /// more after that.
    pub(in crate::shell) fn read_again(
        &mut self,
        mut origins: Vec<Origin>,
        reason: ReloadReason,
        front: &Frontend,
    ) {
        origins.retain(|origin| match self.again.entry(origin.clone()) {
            Entry::Occupied(mut under_way) => {
                under_way.insert(Some(reason));
                false
            }
            Entry::Vacant(free) => {
                free.insert(None);
                true
            }
        });
        if origins.is_empty() {
            return;
        }
        let (sender, number) = (front.sender.clone(), front.number);
        let settings = self.settings.clone();
        let folders = Arc::clone(&self.folders);
        let reading = origins.clone();
        let watcher = self.watcher.clone().filter(|_| reason == ReloadReason::Found);
        let read = move || {
            if let Some(watcher) = watcher {
                // Before they are read, so that no change after it is missed. If they cannot be watched, `r` reads
                // them again.
                let _ = watcher.add(changing_files(&reading).collect());
            }
            for origin in reading {
                let folders = folders.get_or_init(Folders::default);
                let outcome = Box::new(loading::read_one(&origin, &settings, folders));
                // The loop may have ended already.
                let _ = sender.send(Event::Load(number, LoadEvent::Again { origin, outcome, reason }));
            }
        };
        if thread::Builder::new().name("reading".to_owned()).spawn(read).is_err() {
            // As with any failure, the last good reading stays.
            self.again.retain(|origin, _| !origins.contains(origin));
        }
    }

    pub(super) fn take_again(
        &mut self,
        origin: Origin,
        outcome: ReadOutcome,
        reason: ReloadReason,
        front: &mut Frontend,
    ) {
        let once_more = self.again.remove(&origin).flatten();
        self.update(&origin, outcome, reason, front);
        if let Some(reason) = once_more {
            self.read_again(vec![origin], reason, front);
        } else if self.again.is_empty() && front.app.notice().is_some_and(|it| it.text == READING) {
            front.info("Reloaded: no changes.");
        }
    }

    /// Updates the catalog to a new reading of a document, and shows a notice about it.
    fn update(&mut self, origin: &Origin, outcome: ReadOutcome, reason: ReloadReason, front: &mut Frontend) {
        if source::is_tree(origin) {
            return self.update_tree(origin, outcome, reason, front);
        }
        let shown = shown(front, origin);
        let listing = match outcome {
            Ok(Readout { stale: Some(stale), .. }) => return front.info(stale.to_string()),
            Ok(readout) => match readout.into_listing() {
                Some(listing) => listing,
                None => return,
            },
            // The copy from the cache is on the screen; that it could not be refreshed is no failure.
            Err(_) if reason == ReloadReason::WasKept => {
                let sentence = format!(
                    "Showing the cached copy of {origin}. Press {} to try again.",
                    hint(Action::Reload)
                );
                return front.info(sentence);
            }
            Err(error) if shown.is_some() => return self.lose(origin, self.why_lost(origin, error), front),
            // A file of a directory: its removal from the screen has a notice of its own.
            Err(SourceError::NotFound { .. }) if !self.is_named(origin) => return,
            Err(error) if matches!(reason, ReloadReason::Asked | ReloadReason::Found) => {
                return front.error(error.to_string());
            }
            // It was not there before either.
            Err(_) => return,
        };
        let (was_listing, is_same) = shown.map_or((false, false), |old| {
            let (was, new) = (&old.document, &listing.document);
            (!old.proposals.is_empty(), was.text() == new.text() && was.reading() == new.reading())
        });
        if listing.proposals.is_empty() && was_listing {
            let why = format!("{origin} has no proposals any more. Showing its last version.");
            return self.lose(origin, why, front);
        }
        let was_lost = self.lost.remove(origin);
        if !is_same {
            self.replace(listing, reason, front);
        } else if was_lost {
            front.info(format!("{origin} is back, unchanged."));
        }
    }

    /// Replaces the reading of a document in the catalog. A new document of a directory that holds no proposals is left
    /// out, as at first.
    fn replace(&mut self, listing: Listing, reason: ReloadReason, front: &mut Frontend) {
        let origin = listing.document.origin().clone();
        let is_new = shown(front, &origin).is_none();
        if is_new && listing.proposals.is_empty() && !self.is_named(&origin) {
            return;
        }
        let place = self.loading.plan.place(&origin).unwrap_or(usize::MAX);
        let at = self.position(place, front);
        let mut changes = front.app.reload(listing, at);
        explain(front);
        self.loading.found(&origin);
        if is_new && reason != ReloadReason::Asked {
            return front.info(format!("New: {origin}, {}", counted(changes.new, "proposal")));
        }
        if let Some(notice) = self.notices.remove(&origin) {
            return front.info(notice);
        }
        let mut what = format!("Reloaded {origin}");
        if reason == ReloadReason::Asked {
            self.since_asked += changes;
            changes = self.since_asked;
            "Reloaded".clone_into(&mut what);
        }
        front.info(format!("{what}: {changes}"));
    }

    /// Why a document on the screen cannot be read, and what can be done. A similar file name is no help: this very file
    /// was there.
    fn why_lost(&self, origin: &Origin, error: SourceError) -> String {
        match error {
            SourceError::NotFound { .. } if self.is_named(origin) => {
                format!("{origin} is gone; its last reading stays")
            }
            SourceError::NotFound { .. } => format!("{origin} is gone; its last reading stays until r"),
            error => format!("{error}; the last reading stays"),
        }
    }

    fn is_named(&self, origin: &Origin) -> bool {
        self.loading.plan.sources.iter().any(|source| source.named && source.origin == *origin)
    }

    /// Takes files that left an opened directory off the screen.
    pub(super) fn forget(&mut self, gone: &[Origin], front: &mut Frontend) {
        for origin in gone {
            let listings = front.app.catalog().listings();
            let Some(at) = listings.iter().position(|listing| listing.document.origin() == origin) else {
                continue;
            };
            let count = counted(listings[at].proposals.len(), "proposal");
            front.app.forget(at);
            self.lost.remove(origin);
            front.info(format!("{origin} is gone, with its {count}."));
        }
        if !gone.is_empty() {
            explain(front);
        }
    }

    /// Keeps the last reading of a document, and says why.
    fn lose(&mut self, origin: &Origin, sentence: String, front: &mut Frontend) {
        self.lost.insert(origin.clone());
        front.error(sentence);
    }
}

/// The listing of a document in the catalog.
fn shown<'f>(front: &'f Frontend, origin: &Origin) -> Option<&'f Listing> {
    front
        .app
        .catalog()
        .listings()
        .iter()
        .map(AsRef::as_ref)
        .find(|listing: &&Listing| listing.document.origin() == origin)
}

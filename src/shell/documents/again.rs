//! Again: documents that changed, or that the user wants to be read another time.

use std::collections::hash_map::Entry;
use std::thread;

use super::{Arrival, Reason, changing_files};
use crate::app::notice::Notice;
use crate::app::reload::ReloadSummary;
use crate::loading::{self, Outcome};
use crate::model::{Listing, Origin};
use crate::shell::Shell;
use crate::shell::events::Event;
use crate::source::{self, SourceError};

const READING: &str = "reading again …";

impl Shell {
    /// Reads every document again that can be: those that could not be read before, too.
    pub(in crate::shell) fn reload(&mut self) {
        let planned = self.documents.plan.sources.iter().map(|source| &source.origin);
        // While the first reading lasts, what is not shown yet is still to come by itself.
        let known = planned.filter(|origin| self.documents.complete || self.shown(origin).is_some());
        let (again, fixed): (Vec<_>, Vec<_>) = known.cloned().partition(source::can_be_read_again);
        let notice = match (again.is_empty(), fixed.first()) {
            (false, _) => Notice::info(READING),
            (true, Some(Origin::Sample)) => Notice::info("the built-in sample does not change"),
            (true, Some(origin)) => Notice::error(format!("{origin} cannot be read a second time")),
            (true, None) => Notice::info("there is nothing to read again"),
        };
        self.app.notify(notice);
        self.documents.since_asked = ReloadSummary::default();
        self.app.check_again();
        if self.documents.complete {
            self.search_all_again(Reason::Asked);
        }
        // A server may take its time; the files need not wait for it.
        let (files, addresses) = again.into_iter().partition(|origin| matches!(origin, Origin::File(_)));
        self.read_again(files, Reason::Asked);
        self.read_again(addresses, Reason::Asked);
    }

    /// A file changed: it is read again, unless its first reading is still to come in.
    pub(in crate::shell) fn changed(&mut self, origin: Origin) {
        if self.documents.complete || self.shown(&origin).is_some() {
            self.read_again(vec![origin], Reason::Changed);
        } else {
            self.documents.changed_early.insert(origin);
        }
    }

    /// Reads documents again, one after the other; those that are being read at the moment once more
    /// when that is done.
    pub(in crate::shell) fn read_again(&mut self, mut origins: Vec<Origin>, reason: Reason) {
        origins.retain(|origin| match self.documents.again.entry(origin.clone()) {
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
        let sender = self.sender.clone();
        let settings = self.documents.settings.clone();
        let reading = origins.clone();
        let watcher = self.documents.watcher.clone().filter(|_| reason == Reason::Found);
        let read = move || {
            if let Some(watcher) = watcher {
                // Before it is read: what changes from here on is told. Where it cannot be watched,
                // `r` reads it again.
                let _ = watcher.add(changing_files(&reading).collect());
            }
            for origin in reading {
                let outcome = Box::new(loading::read_one(&origin, &settings));
                // The loop may have ended before; then nobody has to know.
                let _ = sender.send(Event::Arrival(Arrival::Again { origin, outcome, reason }));
            }
        };
        if thread::Builder::new().name("reading".to_owned()).spawn(read).is_err() {
            // Without a thread there is no reading again; the last good reading stays, as with any
            // failure.
            self.documents.again.retain(|origin, _| !origins.contains(origin));
        }
    }

    /// Takes a document that was read again.
    pub(super) fn arrived_again(&mut self, origin: Origin, outcome: Outcome, reason: Reason) {
        let once_more = self.documents.again.remove(&origin).flatten();
        self.again(&origin, outcome, reason);
        if let Some(reason) = once_more {
            self.read_again(vec![origin], reason);
        } else if self.documents.again.is_empty() && self.app.notice().is_some_and(|it| it.text == READING) {
            self.app.notify(Notice::info("read again: nothing has changed"));
        }
    }

    fn again(&mut self, origin: &Origin, outcome: Outcome, reason: Reason) {
        let shown = self.shown(origin);
        let listing = match outcome {
            Ok((listing, None)) => listing,
            Ok((_, Some(stale))) => return self.app.notify(Notice::info(stale.to_string())),
            // What was kept is on the screen; that it could not be refreshed is no failure.
            Err(_) if reason == Reason::WasKept => {
                let sentence = format!("shown is {origin} as it was kept; r tries again");
                return self.app.notify(Notice::info(sentence));
            }
            Err(error) if shown.is_some() => return self.lose(origin, self.why_lost(origin, error)),
            // It was found in a directory once, and went: that is told where it is taken off the screen.
            Err(SourceError::NotFound { .. }) if !self.is_named(origin) => return,
            Err(error) if matches!(reason, Reason::Asked | Reason::Found) => {
                return self.app.notify(Notice::error(error.to_string()));
            }
            // It was not there before either.
            Err(_) => return,
        };
        let (was_listing, is_same) = shown.map_or((false, false), |old| {
            (!old.proposals.is_empty(), old.document.text() == listing.document.text())
        });
        if listing.proposals.is_empty() && was_listing {
            return self
                .lose(origin, format!("{origin} holds no proposals any more; the last reading stays"));
        }
        let was_lost = self.documents.lost.remove(origin);
        if !is_same {
            self.show_again(listing, reason);
        } else if was_lost {
            self.app.notify(Notice::info(format!("{origin} is back, as it was")));
        }
    }

    /// Shows another reading in the place of the one before; what was found in a directory and holds
    /// no proposals, as little as at first.
    fn show_again(&mut self, listing: Listing, reason: Reason) {
        let origin = listing.document.origin().clone();
        if !self.is_named(&origin) && listing.proposals.is_empty() && self.shown(&origin).is_none() {
            return;
        }
        let is_new = self.shown(&origin).is_none();
        let place = self.documents.plan.place(&origin).unwrap_or(usize::MAX);
        let mut brought = self.app.reload(listing, self.position(place));
        self.explain();
        self.documents.missing.retain(|missing| !missing.is_made_good_by(&origin));
        if is_new && reason != Reason::Asked {
            return self.app.notify(Notice::info(format!("{origin} is new: {}", proposals(brought.new))));
        }
        if let Some(said) = self.mended.remove(&origin) {
            return self.app.notify(Notice::info(said));
        }
        let mut what = format!("{origin} read again");
        if reason == Reason::Asked {
            self.documents.since_asked += brought;
            brought = self.documents.since_asked;
            "read again".clone_into(&mut what);
        }
        self.app.notify(Notice::info(format!("{what}: {brought}")));
    }

    /// Why a document that is shown cannot be read, and what can be done. A name that is nearly the
    /// same is no help: this very file was there.
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
        self.documents.plan.sources.iter().any(|source| source.named && source.origin == *origin)
    }

    /// Takes what went out of an opened directory off the screen.
    pub(super) fn forget(&mut self, gone: &[Origin]) {
        for origin in gone {
            let listings = self.app.catalog().listings();
            let Some(at) = listings.iter().position(|listing| listing.document.origin() == origin) else {
                continue;
            };
            let count = proposals(listings[at].proposals.len());
            self.app.forget(at);
            self.documents.lost.remove(origin);
            self.app.notify(Notice::info(format!("{origin} is gone, and its {count} with it")));
        }
        if !gone.is_empty() {
            self.explain();
        }
    }

    /// Keeps the last reading of a document, and says why.
    fn lose(&mut self, origin: &Origin, sentence: String) {
        self.documents.lost.insert(origin.clone());
        self.app.notify(Notice::error(sentence));
    }

    /// What is shown of a document.
    fn shown(&self, origin: &Origin) -> Option<&Listing> {
        self.app
            .catalog()
            .listings()
            .iter()
            .map(AsRef::as_ref)
            .find(|listing: &&Listing| listing.document.origin() == origin)
    }
}

/// `1 proposal`, `2 proposals`.
pub(super) fn proposals(count: usize) -> String {
    if count == 1 { "1 proposal".to_owned() } else { format!("{count} proposals") }
}

//! Documents: read behind the screen, read again when they change or when asked to.
//!
//! Whatever takes its time happens on threads that answer through the one queue. What is on the
//! screen stays until something better is there: a document that cannot be read any more, or that
//! holds no proposals any more, leaves its last good reading in place.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::Shell;
use super::error::ShellError;
use super::events::Event;
use crate::app::notice::Notice;
use crate::app::progress::Progress;
use crate::loading::{self, Outcome};
use crate::model::{Listing, Origin};
use crate::parse;
use crate::source::remote::{self, Fetched};
use crate::source::watch::Watcher;
use crate::source::{Plan, Settings, SourceError};

/// Why a document was read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// It changed.
    Changed,
    /// The user asked for it.
    Asked,
    /// What was shown at first was kept from the last time.
    WasKept,
}

/// What comes of reading documents.
#[derive(Debug)]
pub(super) enum Arrival {
    /// A document of the plan, by its place in it.
    Read { at: usize, outcome: Box<Outcome> },
    /// So much of a document on its way is here; in bytes, and of how many where that is known.
    Coming { bytes: u64, of: Option<u64> },
    /// All of the plan is read.
    AllRead,
    /// A document, read again.
    Again { origin: Origin, outcome: Box<Outcome>, reason: Reason },
    /// A file changed.
    Changed(Origin),
}

/// What is known of the documents beside the catalog.
#[derive(Debug)]
pub(super) struct Documents {
    plan: Plan,
    settings: Settings,
    /// Whether files are to be read again when they change.
    watch: bool,
    watcher: Option<Watcher>,
    /// Whether all of the plan is read.
    pub(super) complete: bool,
    /// What arrived and waits for being taken in with what arrives at the same time.
    waiting: Vec<Listing>,
    holds: Vec<bool>,
    /// What was named and could not be read, a sentence each.
    pub(super) missing: Vec<String>,
}

impl Documents {
    pub(super) fn new(plan: Plan, settings: Settings, watch: bool) -> Self {
        let holds = vec![false; plan.sources.len()];
        let missing = plan.failures.iter().map(ToString::to_string).collect();
        Self { plan, settings, watch, watcher: None, complete: false, waiting: Vec::new(), holds, missing }
    }
}

impl Shell {
    /// Begins to read all of the plan.
    pub(super) fn begin_reading(&mut self) -> Result<(), ShellError> {
        let origins: Vec<Origin> =
            self.documents.plan.sources.iter().map(|source| source.origin.clone()).collect();
        self.app.set_progress(Progress { all_documents: origins.len(), ..Progress::default() });
        let sender = self.sender.clone();
        let settings = self.documents.settings.clone();
        let read = move || {
            let kept = AtomicBool::new(false);
            let tell = |arrival: Arrival| {
                // The loop may have ended before; then nobody has to know.
                let _ = sender.send(Event::Arrival(arrival));
            };
            let read_one = |origin: &Origin| match origin {
                Origin::Address(address) => match remote::cached(address, &settings) {
                    Some(cached) => {
                        kept.store(true, Ordering::Relaxed);
                        Ok((parse::listing(cached.document), None))
                    }
                    None => fetch(address, &settings, &|bytes, of| tell(Arrival::Coming { bytes, of })),
                },
                origin => loading::read_one(origin, &settings),
            };
            loading::read_all(&origins, read_one, |at, outcome| {
                tell(Arrival::Read { at, outcome: Box::new(outcome) });
            });
            tell(Arrival::AllRead);
            if kept.load(Ordering::Relaxed) && !settings.offline {
                let addresses = origins.iter().filter(|origin| matches!(origin, Origin::Address(_)));
                read_again(addresses, &settings, Reason::WasKept, tell);
            }
        };
        thread::Builder::new().name("reading".to_owned()).spawn(read)?;
        Ok(())
    }

    /// Takes what arrived. Listings wait for [`Shell::take_in`], so that many are one change.
    pub(super) fn arrived(&mut self, arrival: Arrival) {
        match arrival {
            Arrival::Read { at, outcome } => self.read(at, *outcome),
            Arrival::Coming { bytes, of } => {
                let progress = self.app.progress();
                self.app.set_progress(Progress { bytes, all_bytes: of.unwrap_or(0), ..progress });
            }
            Arrival::AllRead => self.all_read(),
            Arrival::Again { origin, outcome, reason } => self.again(&origin, *outcome, reason),
            Arrival::Changed(origin) => self.read_again(vec![origin], Reason::Changed),
        }
    }

    /// Takes in the listings that arrived.
    pub(super) fn take_in(&mut self) {
        if !self.documents.waiting.is_empty() {
            let listings = std::mem::take(&mut self.documents.waiting);
            self.app.add(listings);
        }
    }

    /// Reads every document again that can be.
    pub(super) fn reload(&mut self) {
        let listings = self.app.catalog().listings();
        let origins: Vec<Origin> = listings.iter().map(|listing| listing.document.origin().clone()).collect();
        let (again, fixed): (Vec<_>, Vec<_>) =
            origins.into_iter().partition(|origin| matches!(origin, Origin::File(_) | Origin::Address(_)));
        let notice = match (again.is_empty(), fixed.first()) {
            (false, _) => Notice::info("reading again …"),
            (true, Some(Origin::Sample)) => Notice::info("the built-in sample does not change"),
            (true, Some(_)) => Notice::error("standard input cannot be read a second time"),
            (true, None) => Notice::info("there is nothing to read again"),
        };
        self.app.notify(notice);
        self.read_again(again, Reason::Asked);
    }

    fn read(&mut self, at: usize, outcome: Outcome) {
        let named = self.documents.plan.sources.get(at).is_some_and(|source| source.named);
        let mut progress = self.app.progress();
        progress.documents += 1;
        match outcome {
            Ok((listing, stale)) => {
                progress.bytes += listing.document.text().len() as u64;
                self.documents.holds[at] = !listing.proposals.is_empty();
                if let Some(stale) = stale {
                    self.app.notify(Notice::info(stale.to_string()));
                }
                if named || !listing.proposals.is_empty() {
                    self.documents.waiting.push(listing);
                }
            }
            Err(error) => self.missed(named, &error),
        }
        self.app.set_progress(progress);
    }

    fn missed(&mut self, named: bool, error: &SourceError) {
        self.app.notify(Notice::error(error.to_string()));
        if named {
            self.documents.missing.push(error.to_string());
        }
    }

    fn all_read(&mut self) {
        self.take_in();
        self.documents.complete = true;
        let holds = std::mem::take(&mut self.documents.holds);
        for barren in self.documents.plan.barren(|at| holds[at]) {
            self.missed(true, &barren);
        }
        let why_empty = loading::why_empty(self.app.catalog());
        self.view.explain(why_empty.unwrap_or_default());
        if self.documents.watch {
            self.start_watching();
        }
    }

    fn start_watching(&mut self) {
        let origins = self.app.catalog().listings().iter().map(|listing| listing.document.origin());
        let paths: Vec<_> = origins.filter_map(|origin| origin.path().map(ToOwned::to_owned)).collect();
        if paths.is_empty() {
            return;
        }
        let sender = self.sender.clone();
        let watcher = Watcher::new(&paths, move |path| {
            let _ = sender.send(Event::Arrival(Arrival::Changed(Origin::File(path))));
        });
        match watcher {
            Ok(watcher) => self.documents.watcher = Some(watcher),
            Err(error) => self.app.notify(Notice::info(format!(
                "changes are not seen by themselves here ({error}); r reads again"
            ))),
        }
    }

    fn read_again(&self, origins: Vec<Origin>, reason: Reason) {
        let sender = self.sender.clone();
        let settings = self.documents.settings.clone();
        let read = move || {
            read_again(origins.iter(), &settings, reason, |arrival| {
                let _ = sender.send(Event::Arrival(arrival));
            });
        };
        // Without a thread there is no reading again; the last good reading stays, as with any failure.
        let _ = thread::Builder::new().name("reading".to_owned()).spawn(read);
    }

    fn again(&mut self, origin: &Origin, outcome: Outcome, reason: Reason) {
        let listing = match outcome {
            Ok((listing, None)) => listing,
            Ok((_, Some(stale))) => return self.app.notify(Notice::info(stale.to_string())),
            // What was kept is on the screen; that it could not be refreshed is no failure.
            Err(_) if reason == Reason::WasKept => {
                return self
                    .app
                    .notify(Notice::info(format!("shown is {origin} as it was kept; r tries again")));
            }
            Err(error) => return self.app.notify(Notice::error(format!("{error}; the last reading stays"))),
        };
        let before = self.app.catalog().listings().iter().find(|old| old.document.origin() == origin);
        if before.is_some_and(|old| old.document.text() == listing.document.text()) {
            if reason == Reason::Asked {
                self.app.notify(Notice::info("read again: nothing has changed"));
            }
            return;
        }
        if listing.proposals.is_empty() && before.is_some_and(|old| !old.proposals.is_empty()) {
            let sentence = format!("{origin} holds no proposals any more; the last reading stays");
            return self.app.notify(Notice::error(sentence));
        }
        let changed = self.app.reread(listing);
        let what = match changed {
            0 => "no proposal changed".to_owned(),
            1 => "1 proposal changed".to_owned(),
            several => format!("{several} proposals changed"),
        };
        self.app.notify(Notice::info(format!("{origin} read again: {what}")));
    }
}

/// Reads documents again, one after the other.
fn read_again<'a>(
    origins: impl Iterator<Item = &'a Origin>,
    settings: &Settings,
    reason: Reason,
    tell: impl Fn(Arrival),
) {
    for origin in origins {
        let outcome = loading::read_one(origin, settings);
        tell(Arrival::Again { origin: origin.clone(), outcome: Box::new(outcome), reason });
    }
}

fn fetch(address: &str, settings: &Settings, progress: &dyn Fn(u64, Option<u64>)) -> Outcome {
    let fetched = remote::fetch(address, settings, progress, &AtomicBool::new(false));
    let document = fetched.map(Fetched::into_document).map_err(SourceError::Remote)?;
    Ok((parse::listing(document), None))
}

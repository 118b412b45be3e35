//! Documents: read behind the screen, read again when they change or when asked to.
//!
//! Whatever takes its time happens on threads that answer through the one queue. What is on the
//! screen stays until something better is there: a document that cannot be read any more, or that
//! holds no proposals any more, leaves its last good reading in place.

mod again;
mod found;

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::Shell;
use super::error::ShellError;
use super::events::Event;
use crate::app::notice::Notice;
use crate::app::progress::Progress;
use crate::app::reload::ReloadSummary;
use crate::loading::{self, LeftOut, Outcome};
use crate::model::{Listing, Origin};
use crate::source::remote::{self, Fetched};
use crate::source::watch::{Change, Watcher};
use crate::source::{Plan, Planned, Settings, SourceError};
use crate::{parse, source, store};

/// Why a document was read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// It changed.
    Changed,
    /// The user asked for it.
    Asked,
    /// What was shown at first was kept from the last time.
    WasKept,
    /// It was found in an opened directory, in which it was not before.
    Found,
}

/// What comes of reading documents.
#[derive(Debug)]
pub(super) enum Arrival {
    /// A document of the plan, by its place in it.
    Read { at: usize, outcome: Box<Outcome> },
    /// So much of a document on its way is here; in bytes, and of how many where that is known.
    Coming { origin: Origin, bytes: u64, of: Option<u64> },
    /// All of the plan is read. Whether some of it was kept from the last time, and may be old.
    AllRead { kept: bool },
    /// The watch began, or could not.
    Watching(io::Result<Watcher>),
    /// A document, read again.
    Again { origin: Origin, outcome: Box<Outcome>, reason: Reason },
    /// A file changed, or what lies in an opened directory.
    Changed(Change),
    /// What lies in an opened directory now, given by its place in the plan; and why it was looked
    /// through.
    Found { directory: usize, files: Vec<PathBuf>, reason: Reason },
}

/// Something that was named and could not be read.
#[derive(Debug)]
struct Missing {
    /// The document or the directory.
    origin: Option<Origin>,
    sentence: String,
}

impl Missing {
    fn new(origin: Option<Origin>, error: &SourceError) -> Self {
        Self { origin, sentence: error.to_string() }
    }

    fn of_directory(error: &SourceError) -> Self {
        let origin = match error {
            SourceError::NoListings { path, .. } => Some(Origin::File(path.clone())),
            _ => None,
        };
        Self::new(origin, error)
    }

    /// Whether it is there when a document is.
    fn is_made_good_by(&self, found: &Origin) -> bool {
        let Some(origin) = &self.origin else { return false };
        let lies_in = |path: &Path| found.path().is_some_and(|found| found.starts_with(path));
        origin == found || origin.path().is_some_and(lies_in)
    }
}

/// What is known of the documents beside the catalog.
#[derive(Debug)]
pub(super) struct Documents {
    plan: Plan,
    settings: Settings,
    /// Whether files are to be read again when they change.
    watch: bool,
    /// What stands in where nothing of the plan can be read.
    instead: Option<Origin>,
    watcher: Option<Watcher>,
    /// The documents that are being read again; and why once more after that, where they changed
    /// meanwhile: one that is read twice at a time might end with the older text.
    again: HashMap<Origin, Option<Reason>>,
    /// The documents that changed before they were taken in.
    changed_early: HashSet<Origin>,
    /// What was shown and cannot be read now.
    lost: HashSet<Origin>,
    /// What came of it since the user asked for another reading.
    since_asked: ReloadSummary,
    /// Bytes of the documents that are read; what is on its way comes on top.
    bytes: u64,
    /// Bytes of those that are on their way.
    coming: HashMap<Origin, u64>,
    /// Whether all of the plan is read.
    pub(super) complete: bool,
    /// What arrived and waits for being taken in with what arrives at the same time; with its place
    /// in the plan.
    waiting: Vec<(usize, Listing)>,
    holds: Vec<bool>,
    /// How many documents that were only found hold no proposals.
    barren: usize,
    missing: Vec<Missing>,
}

impl Documents {
    pub(super) fn new(plan: Plan, settings: Settings, watch: bool, instead: Option<Origin>) -> Self {
        let holds = vec![false; plan.sources.len()];
        let missing = plan.failures.iter().map(Missing::of_directory).collect();
        Self {
            plan,
            settings,
            watch,
            instead,
            watcher: None,
            again: HashMap::new(),
            changed_early: HashSet::new(),
            lost: HashSet::new(),
            since_asked: ReloadSummary::default(),
            bytes: 0,
            coming: HashMap::new(),
            complete: false,
            waiting: Vec::new(),
            holds,
            barren: 0,
            missing,
        }
    }

    /// What is read, and what is here of what is on its way.
    fn bytes_so_far(&self) -> u64 {
        self.bytes + self.coming.values().sum::<u64>()
    }

    /// What was named and could not be read to the end, a sentence each.
    pub(super) fn missing(&self) -> Vec<String> {
        self.missing.iter().map(|missing| missing.sentence.clone()).collect()
    }
}

impl Shell {
    /// Begins to read all of the plan.
    pub(super) fn begin_reading(&mut self) -> Result<(), ShellError> {
        let origins: Vec<Origin> =
            self.documents.plan.sources.iter().map(|source| source.origin.clone()).collect();
        let offline = self.documents.settings.offline;
        let is_awaited = |origin: &&Origin| matches!(origin, Origin::Address(_)) && !offline;
        let awaited = origins.iter().filter(is_awaited).count();
        self.app.set_progress(Progress { all_documents: origins.len(), awaited, ..Progress::default() });
        let sender = self.sender.clone();
        let settings = self.documents.settings.clone();
        let directories = self.documents.plan.directories.iter();
        let directories: Vec<_> =
            directories.map(|directory| Change::Directory(directory.path.clone())).collect();
        let watch = self.documents.watch;
        let read = move || {
            let tell = |arrival: Arrival| {
                // The loop may have ended before; then nobody has to know.
                let _ = sender.send(Event::Arrival(arrival));
            };
            // Before anything is read: what changes from here on is told.
            let changing = changing_files(&origins).chain(directories).collect::<Vec<_>>();
            if watch && !changing.is_empty() {
                tell(Arrival::Watching(begin_watching(changing, sender.clone())));
            }
            let kept = AtomicBool::new(false);
            let read_one = |origin: &Origin| match origin {
                Origin::Address(address) if !settings.offline => match remote::cached(address, &settings) {
                    Some(cached) => {
                        kept.store(true, Ordering::Relaxed);
                        Ok((parse::listing(cached.document), None))
                    }
                    None => fetch(address, &settings, &|bytes, of| {
                        tell(Arrival::Coming { origin: origin.clone(), bytes, of });
                    }),
                },
                origin => loading::read_one(origin, &settings),
            };
            loading::read_all(&origins, read_one, |at, outcome| {
                tell(Arrival::Read { at, outcome: Box::new(outcome) });
            });
            tell(Arrival::AllRead { kept: kept.load(Ordering::Relaxed) });
            store::clean();
        };
        thread::Builder::new().name("reading".to_owned()).spawn(read).map_err(ShellError::NoThread)?;
        Ok(())
    }

    /// Takes what arrived. Listings wait for [`Shell::take_in`], so that many are one change.
    pub(super) fn arrived(&mut self, arrival: Arrival) {
        match arrival {
            Arrival::Read { at, outcome } => self.read(at, *outcome),
            Arrival::Coming { origin, bytes, of } => {
                let progress = self.app.progress();
                self.documents.coming.insert(origin, bytes);
                // Of how many is known where nothing else is left to read.
                let last = progress.documents + 1 == progress.all_documents;
                let all_bytes = of.filter(|_| last).map_or(0, |of| self.documents.bytes + of);
                self.app.set_progress(Progress {
                    bytes: self.documents.bytes_so_far(),
                    all_bytes,
                    ..progress
                });
            }
            Arrival::AllRead { kept } => self.all_read(kept),
            Arrival::Watching(Ok(watcher)) => self.documents.watcher = Some(watcher),
            Arrival::Watching(Err(error)) => self.app.notify(Notice::info(format!(
                "changes are not seen by themselves here ({error}); r reads again"
            ))),
            Arrival::Again { origin, outcome, reason } => self.arrived_again(origin, *outcome, reason),
            Arrival::Changed(Change::File(path)) => self.changed(Origin::File(path)),
            Arrival::Changed(Change::Directory(path)) => self.searchable(path),
            Arrival::Found { directory, files, reason } => self.found(directory, files, reason),
        }
    }

    /// Takes in the listings that arrived.
    pub(super) fn take_in(&mut self) {
        self.take_in_waiting();
        if !self.documents.changed_early.is_empty() {
            let early = std::mem::take(&mut self.documents.changed_early);
            for origin in early {
                self.changed(origin);
            }
        }
    }

    /// Most listings come in the order of the plan, and are added in one go. What had to be waited
    /// for goes between those that did not wait for it.
    fn take_in_waiting(&mut self) {
        let last = self.app.catalog().listings().last();
        let mut last = last.and_then(|last| self.documents.plan.place(last.document.origin()));
        let mut added = Vec::new();
        for (place, listing) in std::mem::take(&mut self.documents.waiting) {
            if last.is_none_or(|last| place > last) {
                last = Some(place);
                added.push(listing);
            } else {
                self.app.add(added.drain(..));
                let at = self.position(place);
                self.app.insert(listing, at);
            }
        }
        if !added.is_empty() {
            self.app.add(added);
        }
    }

    /// Where in the catalog a document of the plan belongs.
    fn position(&self, place: usize) -> usize {
        let plan = &self.documents.plan;
        let is_before = |listing: &Arc<Listing>| plan.place(listing.document.origin()) < Some(place);
        self.app.catalog().listings().partition_point(is_before)
    }

    fn read(&mut self, at: usize, outcome: Outcome) {
        let Planned { origin, named } = self.documents.plan.sources[at].clone();
        self.documents.coming.remove(&origin);
        let mut progress = self.app.progress();
        progress.documents += 1;
        progress.awaited = progress.awaited.saturating_sub(usize::from(matches!(origin, Origin::Address(_))));
        match outcome {
            Ok((listing, stale)) => {
                self.documents.bytes += listing.document.text().len() as u64;
                self.documents.holds[at] = !listing.proposals.is_empty();
                if let Some(stale) = stale {
                    self.app.notify(Notice::info(stale.to_string()));
                }
                if named || !listing.proposals.is_empty() {
                    self.documents.waiting.push((at, listing));
                } else {
                    self.documents.barren += 1;
                }
            }
            Err(error) => self.missed(named, Missing::new(Some(origin), &error)),
        }
        self.app.set_progress(Progress { bytes: self.documents.bytes_so_far(), all_bytes: 0, ..progress });
    }

    fn missed(&mut self, named: bool, missing: Missing) {
        self.app.notify(Notice::error(missing.sentence.clone()));
        if named {
            self.documents.missing.push(missing);
        }
    }

    fn all_read(&mut self, kept: bool) {
        self.take_in();
        self.documents.complete = true;
        let holds = std::mem::take(&mut self.documents.holds);
        for barren in self.documents.plan.barren(|at| holds[at]) {
            self.missed(true, Missing::of_directory(&barren));
        }
        if self.app.catalog().listings().is_empty() {
            self.show_instead();
        }
        self.explain();
        self.tell_left_out();
        if kept {
            let origins = self.documents.plan.sources.iter().map(|source| &source.origin);
            let addresses = origins.filter(|origin| matches!(origin, Origin::Address(_))).cloned().collect();
            self.read_again(addresses, Reason::WasKept);
        }
        // What came into a directory between the first look and the beginning of the watch.
        if self.documents.watcher.is_some() {
            self.search_all_again(Reason::Found);
        }
    }

    /// Says what was named or found and is not shown; how many documents are.
    fn tell_left_out(&mut self) {
        let catalog = self.app.catalog();
        if self.documents.plan.names_several() && !catalog.is_empty() {
            let shown = catalog.listings().iter().filter(|listing| !listing.proposals.is_empty()).count();
            self.view.name_source(format!("{shown} document{}", if shown == 1 { "" } else { "s" }));
        }
        let left_out = LeftOut { barren: self.documents.barren, skipped: self.documents.plan.skipped };
        let mut sentences = loading::barren(catalog);
        sentences.extend(left_out.sentence());
        // What cannot be read goes before what is only left out.
        if !sentences.is_empty() && self.app.notice().is_none() {
            self.app.notify(Notice::info(sentences.join(" · ")));
        }
    }

    /// Shows what stands in for a plan of which nothing can be read: nobody named that now, so it is
    /// not missing either.
    fn show_instead(&mut self) {
        let Some(origin) = self.documents.instead.take() else { return };
        let Ok((listing, _)) = loading::read_one(&origin, &self.documents.settings) else { return };
        self.documents.watcher = None;
        self.documents.plan = Plan::default();
        self.documents.plan.sources.push(Planned { origin: origin.clone(), named: true });
        let why = self.documents.missing.drain(..).next().map(|missing| missing.sentence);
        let why = why.unwrap_or_else(|| "what was opened last cannot be read".to_owned());
        self.app.notify(Notice::error(format!("{why}; this is the {origin}")));
        self.view.name_source(origin.to_string());
        self.app.add([listing]);
    }

    /// Says why there are no proposals, where there are none.
    fn explain(&mut self) {
        self.view.explain(loading::why_empty(self.app.catalog()).unwrap_or_default());
    }
}

/// The files that can change under the program: not pipes.
fn changing_files(origins: &[Origin]) -> impl Iterator<Item = Change> {
    let again = origins.iter().filter(|origin| source::can_be_read_again(origin));
    again.filter_map(Origin::path).map(|path| Change::File(path.to_owned()))
}

fn begin_watching(changing: Vec<Change>, sender: Sender<Event>) -> io::Result<Watcher> {
    Watcher::new(changing, move |change| {
        // The loop may have ended before; then nobody has to know.
        let _ = sender.send(Event::Arrival(Arrival::Changed(change)));
    })
}

fn fetch(address: &str, settings: &Settings, progress: &dyn Fn(u64, Option<u64>)) -> Outcome {
    let fetched = remote::fetch(address, settings, progress, &AtomicBool::new(false));
    let document = fetched.map(Fetched::into_document).map_err(SourceError::Remote)?;
    Ok((parse::listing(document), None))
}

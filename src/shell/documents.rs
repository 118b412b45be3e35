//! Documents: read behind the screen, and again when they change or when the user asks for it.
//!
//! Reading happens on threads that answer through the queue. The text on the screen stays until there is a better one:
//! a document that cannot be read any more, or holds no proposals any more, keeps its last good reading.

mod again;
mod found;
mod trees;

use std::collections::{HashMap, HashSet};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, OnceLock};
use std::thread;

use super::error::ShellError;
use super::events::{Event, LoadEvent, ReloadReason};
use super::frontend::Frontend;
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::progress::Progress;
use crate::app::reload::ReloadSummary;
use crate::loading::{self, Folders, Loading, ReadOutcome, Readout, Taken};
use crate::markdown::missed;
use crate::model::{Listing, Origin, counted};
use crate::source::remote::{self, Fetched};
use crate::source::watch::{Change, Watcher};
use crate::source::{FetchSettings, Plan, Planned, Readings, SourceError};
use crate::{source, store};

/// Who chose what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Chosen {
    /// It was named, or opened last.
    Otherwise,
    /// It was chosen on the start page.
    AtStart,
    /// It was chosen there, and nothing of it can be read.
    InVain,
}

#[derive(Debug)]
pub(super) struct Documents {
    loading: Loading,
    settings: FetchSettings,
    /// The forms that documents of a folder share, once they are learned.
    folders: Arc<OnceLock<Folders>>,
    /// Whether files are read again when they change.
    watch: bool,
    /// The document to show if nothing of the plan can be read.
    instead: Option<Origin>,
    watcher: Option<Watcher>,
    /// The documents that are being read again. With a reason, they are read once more after that, for they changed
    /// meanwhile: of two readings at a time the one of the older text might end last.
    again: HashMap<Origin, Option<ReloadReason>>,
    /// The documents that changed before they were in the catalog.
    changed_early: HashSet<Origin>,
    /// The documents on the screen that cannot be read now.
    lost: HashSet<Origin>,
    /// The changes since the user asked for another reading.
    since_asked: ReloadSummary,
    /// Whether all of the plan is read.
    complete: bool,
    /// Listings that came since the last frame, with their indexes in the plan.
    waiting: Vec<(usize, Listing)>,
    chosen: Chosen,
    /// The notices to show when these documents were read again, in place of the usual one.
    pub(super) notices: HashMap<Origin, String>,
}

impl Documents {
    pub(super) fn new(plan: Plan, settings: FetchSettings, watch: bool, instead: Option<Origin>) -> Self {
        Self {
            loading: Loading::new(plan),
            settings,
            folders: Arc::default(),
            watch,
            instead,
            watcher: None,
            again: HashMap::new(),
            changed_early: HashSet::new(),
            lost: HashSet::new(),
            since_asked: ReloadSummary::default(),
            complete: false,
            waiting: Vec::new(),
            chosen: Chosen::Otherwise,
            notices: HashMap::new(),
        }
    }

    /// The same, chosen on the start page.
    pub(super) fn chosen_at_start(self) -> Self {
        Self { chosen: Chosen::AtStart, ..self }
    }

    /// Whether what was chosen on the start page could not be read; once.
    pub(super) fn take_failed(&mut self) -> bool {
        let has_failed = self.chosen == Chosen::InVain;
        if has_failed {
            self.chosen = Chosen::Otherwise;
        }
        has_failed
    }

    /// Whether files are read again when they change.
    pub(super) fn watch(&self) -> bool {
        self.watch
    }

    /// Reads documents in another way from now on.
    pub(super) fn set_readings(&mut self, readings: Readings) {
        self.settings.readings = readings;
        // The forms that documents of a folder share were learned in the old way.
        self.folders = Arc::default();
    }

    /// How documents are fetched.
    pub(super) fn settings(&self) -> &FetchSettings {
        &self.settings
    }

    /// Whether all of the plan is read.
    pub(super) fn complete(&self) -> bool {
        self.complete
    }

    /// Whether all of the plan is read, and nothing of it could be.
    pub(super) fn are_none(&self, front: &Frontend) -> bool {
        self.complete && front.app.catalog().listings().is_empty()
    }

    /// A sentence for each named document that could not be read.
    pub(super) fn missing(&self) -> Vec<String> {
        self.loading.missing().iter().map(|missing| missing.sentence.clone()).collect()
    }

    /// Starts to read all of the plan.
    pub(super) fn start(&self, front: &mut Frontend) -> Result<(), ShellError> {
        let origins = self.loading.origins();
        let offline = self.settings.offline;
        let is_awaited = |origin: &&Origin| matches!(origin, Origin::Address(_)) && !offline;
        let awaited = origins.iter().filter(is_awaited).count();
        front.app.set_progress(Progress { all_documents: origins.len(), awaited, ..Progress::default() });
        let (sender, number) = (front.sender.clone(), front.number);
        let settings = self.settings.clone();
        let folders = Arc::clone(&self.folders);
        let directories = self.loading.plan.directories.iter();
        let directories: Vec<_> =
            directories.map(|directory| Change::Directory(directory.path.clone())).collect();
        let watch = self.watch;
        let read = move || {
            // The loop may have ended already.
            let send = |event: LoadEvent| drop(sender.send(Event::Load(number, event)));
            // Before anything is read, so that no change after it is missed.
            let changing = changing_files(&origins).chain(directories).collect::<Vec<_>>();
            if watch && !changing.is_empty() {
                send(LoadEvent::Watching(start_watching(changing, (sender.clone(), number))));
            }
            let kept = AtomicBool::new(false);
            let folders = folders.get_or_init(|| Folders::of(&origins, &settings));
            let read_one = |origin: &Origin| match origin {
                Origin::Address(address) if !settings.offline => match remote::cached(address, &settings) {
                    Some(cached) => {
                        kept.store(true, Ordering::Relaxed);
                        loading::parsed(origin, settings.told(cached.contents), None)
                    }
                    None => fetch(origin, address, &settings, &|bytes, of| {
                        send(LoadEvent::Coming { origin: origin.clone(), bytes, of });
                    }),
                },
                origin => loading::read_one(origin, &settings, folders),
            };
            loading::read_all(&origins, read_one, |at, outcome| {
                send(LoadEvent::Read { at, outcome: Box::new(outcome) });
            });
            send(LoadEvent::AllRead { kept: kept.load(Ordering::Relaxed) });
            store::clean();
        };
        thread::Builder::new().name("reading".to_owned()).spawn(read).map_err(ShellError::NoThread)?;
        Ok(())
    }

    /// Listings wait for [`Self::take_in`], so that many are one change of the catalog.
    pub(super) fn handle(&mut self, event: LoadEvent, front: &mut Frontend) {
        match event {
            LoadEvent::Read { at, outcome } => self.take(at, *outcome, front),
            LoadEvent::Coming { origin, bytes, of } => {
                let all_bytes = self.loading.take_bytes(origin, bytes, of).unwrap_or(0);
                let bytes = self.loading.bytes();
                front.app.set_progress(Progress { bytes, all_bytes, ..front.app.progress() });
            }
            LoadEvent::AllRead { kept } => self.all_read(kept, front),
            LoadEvent::Watching(Ok(watcher)) => self.watcher = Some(watcher),
            LoadEvent::Watching(Err(error)) => {
                let key = hint(Action::Reload);
                front.info(format!("Changes are not noticed here ({error}). Press {key} to reload."));
            }
            LoadEvent::Again { origin, outcome, reason } => self.take_again(origin, *outcome, reason, front),
            LoadEvent::Changed(Change::File(path)) => self.changed(Origin::File(path), front),
            LoadEvent::Changed(Change::Directory(path)) => self.directory_changed(path, front),
            LoadEvent::Found { directory, files, reason } => self.found(directory, files, reason, front),
        }
    }

    /// Adds the waiting listings to the catalog.
    pub(super) fn take_in(&mut self, front: &mut Frontend) {
        self.add_waiting(front);
        for origin in std::mem::take(&mut self.changed_early) {
            self.changed(origin, front);
        }
    }

    /// Most listings come in the order of the plan, and are added in one go. A listing that was waited for goes between
    /// those that came before it.
    fn add_waiting(&mut self, front: &mut Frontend) {
        let last = front.app.catalog().listings().last();
        let mut last = last.and_then(|last| self.loading.plan.place(last.document.origin()));
        let mut added = Vec::new();
        for (place, listing) in std::mem::take(&mut self.waiting) {
            if last.is_none_or(|last| place >= last) {
                last = Some(place);
                added.push(listing);
            } else {
                front.app.add(added.drain(..));
                let at = self.position(place, front);
                front.app.insert(listing, at);
            }
        }
        if !added.is_empty() {
            front.app.add(added);
        }
    }

    /// The index in the catalog for a new document, by its index in the plan: behind others of the same source.
    fn position(&self, place: usize, front: &Frontend) -> usize {
        self.start_of(place + 1, front)
    }

    /// The index in the catalog at which the documents of a source begin, by the index of that in the plan.
    fn start_of(&self, place: usize, front: &Frontend) -> usize {
        let plan = &self.loading.plan;
        let is_before = |listing: &Arc<Listing>| plan.place(listing.document.origin()) < Some(place);
        front.app.catalog().listings().partition_point(is_before)
    }

    fn take(&mut self, at: usize, outcome: ReadOutcome, front: &mut Frontend) {
        let is_address = matches!(self.loading.plan.sources[at].origin, Origin::Address(_));
        match self.loading.take(at, outcome) {
            Taken::Listings { listings, stale, problems } => {
                if let Some(stale) = stale {
                    front.info(stale.to_string());
                }
                if let Some(problem) = problems.first() {
                    front.error(problem.to_string());
                }
                self.waiting.extend(listings.into_iter().map(|listing| (at, listing)));
            }
            Taken::WithoutProposals(pages) => pages.into_iter().for_each(|page| front.app.keep_page(page)),
            Taken::Failed { error, .. } => front.error(error.to_string()),
        }
        let progress = front.app.progress();
        front.app.set_progress(Progress {
            documents: self.loading.done(),
            awaited: progress.awaited.saturating_sub(usize::from(is_address)),
            bytes: self.loading.bytes(),
            all_bytes: 0,
            ..progress
        });
    }

    fn all_read(&mut self, kept: bool, front: &mut Frontend) {
        self.take_in(front);
        self.complete = true;
        for error in self.loading.finish() {
            front.error(error.to_string());
        }
        if front.app.catalog().listings().is_empty() {
            self.show_instead(front);
        }
        explain(front);
        self.show_left_out(front);
        if let [only] = &self.loading.plan.sources[..]
            && source::is_tree(&only.origin)
        {
            front.app.show_newest_term();
        }
        if kept {
            let origins = self.loading.origins().into_iter();
            let addresses = origins.filter(|origin| matches!(origin, Origin::Address(_))).collect();
            self.read_again(addresses, ReloadReason::WasKept, front);
        }
        // A file may have come into a directory between the search and the beginning of the watch.
        if self.watcher.is_some() {
            self.search_all(ReloadReason::Found, front);
        }
    }

    /// Names the number of documents on the screen, and the files that are not shown.
    fn show_left_out(&self, front: &mut Frontend) {
        let catalog = front.app.catalog();
        let mut sentences = loading::without_proposals(catalog);
        sentences.extend(missed::sentence(catalog));
        sentences.extend(self.loading.left_out().sentence());
        if self.loading.plan.names_several() && !catalog.is_empty() {
            let shown = catalog.listings().iter().filter(|listing| !listing.proposals.is_empty()).count();
            front.view.name_source(counted(shown, "document"));
        }
        // An error matters more.
        if !sentences.is_empty() && front.app.notice().is_none() {
            front.info(sentences.join(" · "));
        }
    }

    /// Shows the document that replaces a plan of which nothing can be read. That plan was not typed now, so none of it
    /// is missing.
    fn show_instead(&mut self, front: &mut Frontend) {
        let Some(origin) = self.instead.take() else { return };
        let read = loading::read_one(&origin, &self.settings, &Folders::default()).ok();
        let Some(listing) = read.and_then(Readout::into_listing) else { return };
        self.watcher = None;
        let mut plan = Plan::default();
        plan.sources.push(Planned { origin: origin.clone(), named: true });
        let why = self.loading.replace(plan);
        let why = why.unwrap_or_else(|| "what was opened last cannot be read".to_owned());
        if self.chosen == Chosen::AtStart {
            self.chosen = Chosen::InVain;
            front.error(why);
        } else {
            front.error(format!("{why}; this is the {origin}"));
        }
        front.view.name_source(origin.to_string());
        front.app.add([listing]);
    }
}

/// Explains on the screen why there are no proposals, if there are none.
fn explain(front: &mut Frontend) {
    front.view.explain(loading::why_empty(front.app.catalog()).unwrap_or_default());
}

/// The files that can change while they are open; pipes cannot.
fn changing_files(origins: &[Origin]) -> impl Iterator<Item = Change> {
    let again = origins.iter().filter(|origin| source::can_be_read_again(origin));
    again.filter_map(Origin::path).map(|path| Change::File(path.to_owned()))
}

fn start_watching(changing: Vec<Change>, (sender, number): (Sender<Event>, usize)) -> io::Result<Watcher> {
    Watcher::new(changing, move |change| {
        // The loop may have ended already.
        let _ = sender.send(Event::Load(number, LoadEvent::Changed(change)));
    })
}

fn fetch(
    origin: &Origin,
    address: &str,
    settings: &FetchSettings,
    progress: &dyn Fn(u64, Option<u64>),
) -> ReadOutcome {
    let fetched = remote::fetch(address, settings, progress, &AtomicBool::new(false));
    let contents = fetched.map(Fetched::into_contents).map_err(SourceError::Remote)?;
    loading::parsed(origin, settings.told(contents), None)
}

//! Reading and parsing sources on all cores.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::folders::Folders;
use crate::model::{Document, Listing, Origin};
use crate::source::remote::RemoteError;
use crate::source::{Contents, FetchSettings, Skipped, SourceError, Stale};
use crate::{parse, source};

/// The result of reading a source.
#[derive(Debug)]
pub struct Readout {
    /// The listing of the document. Of a repository or an archive those with proposals, the newest term first.
    pub listings: Vec<Listing>,
    /// How many documents of an archive hold no proposals.
    pub without_proposals: usize,
    /// Entries of an archive that were left out.
    pub skipped: Skipped,
    /// Files of an archive that cannot be read.
    pub problems: Vec<RemoteError>,
    /// The age of the text if it came from the cache.
    pub stale: Option<Stale>,
}

/// The result of reading a source, or why it could not be read.
pub type ReadOutcome = Result<Readout, SourceError>;

impl Readout {
    /// The one listing of a source that is no archive.
    pub fn into_listing(self) -> Option<Listing> {
        self.listings.into_iter().next()
    }
}

/// Reads and parses one source, as one of its folder where the form of that is known.
///
/// # Errors
///
/// As [`source::load`]; and where a repository or an archive has no proposals.
pub fn read_one(origin: &Origin, settings: &FetchSettings, folders: &Folders) -> ReadOutcome {
    let loaded = source::load(origin, settings)?;
    match folders.of_origin(origin).filter(|_| origin.path().is_some()) {
        Some(folder) => {
            let documents = loaded.contents.documents.into_iter();
            let listings = documents.map(|document| parse::listing_in(document, Some(folder)));
            Ok(one(listings.collect(), loaded.stale))
        }
        None => parsed(origin, loaded.contents, loaded.stale),
    }
}

/// Parses what came of a source.
///
/// # Errors
///
/// Where a repository or an archive has no proposals.
pub fn parsed(origin: &Origin, contents: Contents, stale: Option<Stale>) -> ReadOutcome {
    let files = contents.documents.len();
    let mut listings = parse_all(contents.documents);
    if !source::is_tree(origin) {
        return Ok(one(listings, stale));
    }
    listings.retain(|listing| !listing.proposals.is_empty());
    if listings.is_empty() {
        return Err(SourceError::TreeWithoutListings { address: origin.to_string(), files });
    }
    listings.sort_by(|left, right| right.term.cmp(&left.term));
    Ok(Readout {
        without_proposals: files - listings.len(),
        skipped: contents.skipped,
        problems: contents.problems,
        ..one(listings, stale)
    })
}

fn one(listings: Vec<Listing>, stale: Option<Stale>) -> Readout {
    let (without_proposals, skipped, problems) = <_>::default();
    Readout { listings, without_proposals, skipped, problems, stale }
}

/// Parses documents on all cores; they learn from one another what form those of their folder have.
fn parse_all(documents: Vec<Document>) -> Vec<Listing> {
    let folders = Folders::of_documents(&documents);
    let all: Vec<_> = documents.into_iter().map(|document| Mutex::new((Some(document), None))).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(place) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(document) = place.0.take() {
                let folder = folders.of_origin(document.origin());
                place.1 = Some(parse::listing_in(document, folder));
            }
        }
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        // If the system starts no thread, this one does the work of the others.
        let helpers = cores.min(all.len()).saturating_sub(1);
        (0..helpers).for_each(|_| drop(thread::Builder::new().spawn_scoped(scope, work)));
        work();
    });
    all.into_iter().filter_map(|place| place.into_inner().unwrap_or_else(PoisonError::into_inner).1).collect()
}

/// Reads sources with `read` on all cores, and calls `report` with the index and the outcome of each: in order, as soon as
/// the source and those before it are read. A source that is waited for (see [`source::is_waited_for`]) holds up none
/// of the others: if its turn has passed, it is reported as soon as it comes. Returns when all are reported.
pub fn read_all(
    origins: &[Origin],
    read: impl Fn(&Origin) -> ReadOutcome + Sync,
    report: impl FnMut(usize, ReadOutcome) + Send,
) {
    let awaited: Vec<bool> = origins.iter().map(source::is_waited_for).collect();
    let places = |wanted: bool| (0..origins.len()).filter(|&at| awaited[at] == wanted).collect::<Vec<_>>();
    let (slow, quick) = (places(true), places(false));
    let turns = Mutex::new(Turns { awaited, next: 0, waiting: BTreeMap::new(), report });
    let read_one = |at: usize| {
        let outcome = read(&origins[at]);
        turns.lock().unwrap_or_else(PoisonError::into_inner).take(at, outcome);
    };
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(&at) = quick.get(next.fetch_add(1, Ordering::Relaxed)) {
            read_one(at);
        }
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let helpers = cores.min(quick.len()).saturating_sub(1);
    thread::scope(|scope| {
        let read_one = &read_one;
        // A thread each: they mostly sleep, and there are as many as were typed.
        let begin = |at: usize| thread::Builder::new().spawn_scoped(scope, move || read_one(at));
        let left: Vec<usize> = slow.into_iter().filter(|&at| begin(at).is_err()).collect();
        // If the system starts no thread, this one does the work of the others.
        (0..helpers).for_each(|_| drop(thread::Builder::new().spawn_scoped(scope, work)));
        work();
        left.into_iter().for_each(read_one);
    });
}

/// Holds outcomes back until those before them are there, except those that are waited for.
struct Turns<T> {
    /// For each source whether it may take any time.
    awaited: Vec<bool>,
    /// The index of the source that is reported next.
    next: usize,
    waiting: BTreeMap<usize, ReadOutcome>,
    report: T,
}

impl<T: FnMut(usize, ReadOutcome)> Turns<T> {
    fn take(&mut self, at: usize, outcome: ReadOutcome) {
        if at < self.next {
            return (self.report)(at, outcome);
        }
        self.waiting.insert(at, outcome);
        while let Some(&awaited) = self.awaited.get(self.next) {
            match self.waiting.remove(&self.next) {
                Some(outcome) => (self.report)(self.next, outcome),
                None if awaited => {}
                None => return,
            }
            self.next += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn outcomes_are_reported_in_order() {
        let origins: Vec<Origin> = (0..50).map(|at| Origin::File(PathBuf::from(at.to_string()))).collect();
        let read = |origin: &Origin| {
            let documents = vec![Document::new(origin.clone(), "")];
            parsed(origin, Contents { documents, ..Contents::default() }, None)
        };
        let mut told = Vec::new();
        read_all(&origins, read, |at, outcome| {
            let listing = outcome.unwrap().into_listing();
            told.push((at, listing.map(|listing| listing.document.origin().clone())));
        });
        let expected: Vec<_> = origins.into_iter().map(Some).enumerate().collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_source_that_is_waited_for_is_reported_when_it_comes_and_holds_up_no_other() {
        let outcome = || parsed(&Origin::Stdin, Contents::default(), None);
        let mut told = Vec::new();
        let awaited = vec![true, false, true, false, true];
        let report = |at, _| told.push(at);
        let mut turns = Turns { awaited, next: 0, waiting: BTreeMap::new(), report };
        // The third came early; it waits for the second, which waits for nobody.
        for at in [2, 3, 1, 4, 0] {
            turns.take(at, outcome());
        }
        assert_eq!(told, [1, 2, 3, 4, 0]);
    }
}

//! Visits: what is open is compared with what it was at the last visit, on a thread behind the first frame, and
//! remembered at the end.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use super::events::{CatalogKey, Event, KnownListings, VisitEvent};
use super::frontend::Frontend;
use crate::app::news::{Before, News};
use crate::app::notice::Notice;
use crate::markdown::glyphs::DOT;
use crate::model::{Catalog, Origin, Past};
use crate::page::changes;
use crate::source;
use crate::store::paths;
use crate::store::visits::{self, Visited};

/// A catalog of more proposals is not remembered: comparing it would take seconds.
const MOST: usize = 20_000;

#[derive(Debug)]
pub(super) struct Visits {
    /// `None` where nothing can be remembered.
    directory: Option<PathBuf>,
    known: KnownListings,
    /// The proposals of the catalog that was compared last.
    now: Option<(CatalogKey, Vec<Past>)>,
    is_under_way: bool,
    /// Whether the news was told.
    is_told: bool,
}

impl Visits {
    pub(super) fn new() -> Self {
        let directory = paths::state();
        Self { directory, known: HashMap::new(), now: None, is_under_way: false, is_told: false }
    }

    /// Starts to compare the catalog with the last visit, if all of it is read and it is another than was compared.
    pub(super) fn compare_due(&mut self, front: &Frontend, all_read: bool) {
        let key = key(front);
        let is_due = self.now.as_ref().is_none_or(|(known, _)| *known != key);
        if !all_read || !is_due || self.is_under_way || front.app.catalog().len() > MOST {
            return;
        }
        let (catalog, mut known, directory) =
            (front.app.shared_catalog(), self.known.clone(), self.directory.clone());
        let sender = front.sender.clone();
        let compare = move || {
            for listing in catalog.listings() {
                let origin = listing.document.origin();
                if !known.contains_key(origin) {
                    let before = directory.as_ref().and_then(|directory| before(directory, origin));
                    known.insert(origin.clone(), before.map(Arc::new));
                }
            }
            let now = changes::all(&catalog);
            let before: Vec<Before> = catalog
                .listings()
                .iter()
                .filter_map(|listing| known.get(listing.document.origin())?.as_deref().cloned())
                .collect();
            let news = News::of(&catalog, &now, &before);
            // The loop may have ended already.
            let _ = sender.send(Event::Visit(Box::new(VisitEvent { key, known, now, news })));
        };
        self.is_under_way = thread::Builder::new().name("news".to_owned()).spawn(compare).is_ok();
    }

    /// Takes the result of a comparison. The first news is told.
    pub(super) fn handle(&mut self, event: VisitEvent, front: &mut Frontend) {
        let VisitEvent { key, known, now, news } = event;
        self.is_under_way = false;
        self.known = known;
        // An edit of the file at hand is no news; a listing of the web may come a little later.
        let is_first = self.now.is_none();
        let is_awaited = is_first || is_remote(front.app.catalog());
        self.now = Some((key, now));
        let sentence = news.sentence().filter(|_| is_awaited && !self.is_told);
        front.app.set_news(news);
        if let Some(sentence) = sentence {
            self.is_told = true;
            tell(sentence, front);
        }
    }

    /// Remembers the proposals that are on the screen, for the next visit. Without a comparison nothing is: that news
    /// is still to be told.
    pub(super) fn remember(self, front: &Frontend) {
        let (Some(directory), Some((compared, now))) = (self.directory, self.now) else { return };
        let catalog = front.app.catalog();
        let now = if compared == key(front) { now } else { changes::all(catalog) };
        let mut proposals = now.into_iter();
        for listing in catalog.listings() {
            let visited = proposals.by_ref().take(listing.proposals.len()).zip(&listing.proposals);
            let visited = visited
                .map(|(past, proposal)| Visited { past, opened: front.app.news().is_opened(&proposal.id) });
            let visited: Vec<Visited> = visited.collect();
            if let Some(name) = name(listing.document.origin()) {
                // That a listing is not remembered costs its news; that of the state file is told.
                let _ = visits::write(&directory, &name, visited);
            }
        }
    }
}

fn key(front: &Frontend) -> CatalogKey {
    (front.app.generation(), front.app.catalog().len())
}

/// The listing as it was at the last visit.
fn before(directory: &std::path::Path, origin: &Origin) -> Option<Before> {
    let visited = visits::read(directory, &name(origin)?).ok()??;
    let proposals = visited.into_iter().map(|visited| (visited.past, visited.opened)).collect();
    Some(Before { origin: origin.clone(), proposals })
}

/// The name of a listing that can be opened another time, from anywhere.
fn name(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Address(address) => Some(address.clone()),
        Origin::File(path) if source::can_be_read_again(origin) => {
            let path = std::path::absolute(path).ok()?;
            Some(path.to_string_lossy().into_owned())
        }
        Origin::File(_) | Origin::Stdin | Origin::Sample => None,
    }
}

fn is_remote(catalog: &Catalog) -> bool {
    catalog.listings().iter().any(|listing| matches!(listing.document.origin(), Origin::Address(_)))
}

/// Shows the news behind what is said already; an error or a question matters more.
fn tell(sentence: String, front: &mut Frontend) {
    match front.app.notice() {
        Some(notice) if notice.is_error || notice.asks => {}
        Some(notice) => {
            let both = format!("{}{DOT}{sentence}", notice.text.trim_end_matches('.'));
            front.app.notify(Notice::info(both));
        }
        None => front.info(sentence),
    }
}

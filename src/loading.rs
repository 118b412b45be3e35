//! Loading: everything that was planned, read and parsed on every core, told in the order of the plan.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::markdown::outline::Outline;
use crate::model::{Catalog, Listing, Origin};
use crate::source::{Settings, SourceError, Stale};
use crate::{parse, source};

/// What came of one source.
pub type Outcome = Result<(Listing, Option<Stale>), SourceError>;

/// Reads and parses one source.
///
/// # Errors
///
/// As [`source::load`].
pub fn read_one(origin: &Origin, settings: &Settings) -> Outcome {
    let loaded = source::load(origin, settings)?;
    Ok((parse::listing(loaded.document), loaded.stale))
}

/// Reads sources on every core with `read`, and tells each outcome with its place: in order, each as
/// soon as it and those before it are there. Comes back when all are told.
pub fn read_all(
    origins: &[Origin],
    read: impl Fn(&Origin) -> Outcome + Sync,
    tell: impl FnMut(usize, Outcome) + Send,
) {
    let next = AtomicUsize::new(0);
    let in_order = Mutex::new(InOrder { next: 0, waiting: BTreeMap::new(), tell });
    let work = || {
        while let Some((at, origin)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            origins.get(at).map(|origin| (at, origin))
        } {
            let outcome = read(origin);
            in_order.lock().unwrap_or_else(PoisonError::into_inner).take(at, outcome);
        }
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let helpers = cores.min(origins.len()).saturating_sub(1);
    thread::scope(|scope| {
        (0..helpers).for_each(|_| drop(scope.spawn(work)));
        work();
    });
}

/// Holds outcomes back until those before them are there.
struct InOrder<T> {
    next: usize,
    waiting: BTreeMap<usize, Outcome>,
    tell: T,
}

impl<T: FnMut(usize, Outcome)> InOrder<T> {
    fn take(&mut self, at: usize, outcome: Outcome) {
        self.waiting.insert(at, outcome);
        while let Some(outcome) = self.waiting.remove(&self.next) {
            (self.tell)(self.next, outcome);
            self.next += 1;
        }
    }
}

/// Says, where there are no proposals, what there is instead: a sentence without a full stop.
#[must_use]
pub fn why_empty(catalog: &Catalog) -> Option<String> {
    if !catalog.is_empty() {
        return None;
    }
    let texts = catalog.listings().iter().map(|listing| listing.document.text());
    let instead = found_instead(&texts.collect::<String>());
    Some(format!("no proposals in {}: {instead}", name(catalog)))
}

/// The name of what was read, for sentences.
#[must_use]
pub fn name(catalog: &Catalog) -> String {
    match catalog.listings() {
        [listing] => listing.document.origin().to_string(),
        several => format!("{} documents", several.len()),
    }
}

/// What a text without proposals has, in words for "no proposals in …: …".
fn found_instead(text: &str) -> String {
    let headings = match Outline::of(text).headings.len() {
        0 if text.trim().is_empty() => return "it is empty".to_owned(),
        0 => return "it has no headings".to_owned(),
        1 => "1 heading, but no".to_owned(),
        several => format!("{several} headings, but none with"),
    };
    format!("{headings} fields such as Description or Mentor(s) below it")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::model::Document;

    #[test]
    fn outcomes_are_told_in_order_whoever_is_first() {
        let origins: Vec<Origin> = (0..50).map(|at| Origin::File(PathBuf::from(at.to_string()))).collect();
        let read = |origin: &Origin| Ok((parse::listing(Document::new(origin.clone(), "")), None));
        let mut told = Vec::new();
        read_all(&origins, read, |at, outcome| {
            told.push((at, outcome.map(|(listing, _)| listing.document.origin().clone()).ok()));
        });
        let expected: Vec<_> = origins.into_iter().map(Some).enumerate().collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_text_without_proposals_is_told_by_what_it_has() {
        let fields = "fields such as Description or Mentor(s) below it";
        assert_eq!(found_instead(" \n"), "it is empty");
        assert_eq!(found_instead("Dear all,\n"), "it has no headings");
        assert_eq!(found_instead("# One\n"), format!("1 heading, but no {fields}"));
        assert_eq!(found_instead("# One\n## Two\n"), format!("2 headings, but none with {fields}"));
    }
}

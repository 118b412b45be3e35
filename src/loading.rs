//! Loading: everything that was planned, read and parsed on every core, told in the order of the plan
//! as far as nothing has to be waited for.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::markdown::outline::Outline;
use crate::model::{Catalog, Listing, Origin};
use crate::source::{Settings, Skipped, SourceError, Stale};
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
/// soon as it and those before it are there. A source that is waited for (see
/// [`source::is_waited_for`]) holds up none of the others: where its turn went by, it is told when it
/// comes. Comes back when all are told.
pub fn read_all(
    origins: &[Origin],
    read: impl Fn(&Origin) -> Outcome + Sync,
    tell: impl FnMut(usize, Outcome) + Send,
) {
    let awaited: Vec<bool> = origins.iter().map(source::is_waited_for).collect();
    let places = |wanted: bool| (0..origins.len()).filter(|&at| awaited[at] == wanted).collect::<Vec<_>>();
    let (slow, quick) = (places(true), places(false));
    let turns = Mutex::new(Turns { awaited, next: 0, waiting: BTreeMap::new(), tell });
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
        // A thread each: they mostly sleep, and there are as many as somebody cared to type.
        let begin = |at: usize| thread::Builder::new().spawn_scoped(scope, move || read_one(at));
        let left: Vec<usize> = slow.into_iter().filter(|&at| begin(at).is_err()).collect();
        // Where no thread is to be had, this one does the work of the others.
        (0..helpers).for_each(|_| drop(thread::Builder::new().spawn_scoped(scope, work)));
        work();
        left.into_iter().for_each(read_one);
    });
}

/// Holds outcomes back until those before them are there that nobody has to wait for.
struct Turns<T> {
    /// Which sources may take any time.
    awaited: Vec<bool>,
    /// Whose turn it is.
    next: usize,
    waiting: BTreeMap<usize, Outcome>,
    tell: T,
}

impl<T: FnMut(usize, Outcome)> Turns<T> {
    fn take(&mut self, at: usize, outcome: Outcome) {
        if at < self.next {
            return (self.tell)(at, outcome);
        }
        self.waiting.insert(at, outcome);
        while let Some(&awaited) = self.awaited.get(self.next) {
            match self.waiting.remove(&self.next) {
                Some(outcome) => (self.tell)(self.next, outcome),
                None if awaited => {}
                None => return,
            }
            self.next += 1;
        }
    }
}

/// What was read, or passed by, and is not shown: numbers of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Files of directories that were read and hold no proposals.
    pub barren: usize,
    /// Entries of directories that were passed by.
    pub skipped: Skipped,
}

impl LeftOut {
    /// What was left out, as a sentence; `None` when it is nothing.
    #[must_use]
    pub fn sentence(self) -> Option<String> {
        let Self { barren, skipped } = self;
        let counts = [
            (barren, "without proposals"),
            (skipped.hidden, "hidden"),
            (skipped.ignored, "ignored"),
            (skipped.linked, "linked from elsewhere"),
            (skipped.special, "pipes or devices"),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts.map(|(count, what)| format!("{count} {what}")).collect();
        (!counts.is_empty()).then(|| format!("Left out: {}.", counts.join(", ")))
    }
}

/// Says of each document that was named and holds no proposals what there is instead: sentences
/// without a full stop. Nothing where no document holds any: [`why_empty`] says that.
#[must_use]
pub fn barren(catalog: &Catalog) -> Vec<String> {
    let listings = catalog.listings().iter().filter(|listing| listing.proposals.is_empty());
    let why = |listing: &Arc<Listing>| {
        format!("no proposals in {}: {}", listing.document.origin(), found_instead(listing.document.text()))
    };
    if catalog.is_empty() { Vec::new() } else { listings.map(why).collect() }
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
        0 => return parse::what_json_lacks(text).unwrap_or_else(|| "it has no headings".to_owned()),
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
    fn what_has_to_be_waited_for_is_told_when_it_comes_and_holds_up_nobody() {
        let outcome = || Ok((parse::listing(Document::new(Origin::Stdin, "")), None));
        let mut told = Vec::new();
        let awaited = vec![true, false, true, false, true];
        let tell = |at, _| told.push(at);
        let mut turns = Turns { awaited, next: 0, waiting: BTreeMap::new(), tell };
        // The third came early; it waits for the second, which waits for nobody.
        for at in [2, 3, 1, 4, 0] {
            turns.take(at, outcome());
        }
        assert_eq!(told, [1, 2, 3, 4, 0]);
    }

    #[test]
    fn what_is_left_out_is_counted_by_its_reason() {
        let skipped = Skipped { hidden: 1, ignored: 0, linked: 2, special: 3 };
        let sentence = LeftOut { barren: 12, skipped }.sentence();
        let expected =
            "Left out: 12 without proposals, 1 hidden, 2 linked from elsewhere, 3 pipes or devices.";
        assert_eq!(sentence.as_deref(), Some(expected));
        assert_eq!(LeftOut::default().sentence(), None);
    }

    #[test]
    fn each_document_in_vain_is_told_unless_all_are() {
        let listing =
            |name: &str, text: &str| parse::listing(Document::new(Origin::File(PathBuf::from(name)), text));
        let idea = listing("ideas.md", "# A\n\n- Description: B\n- Mentor(s): Ada Byron\n");
        let vain = [listing("a.md", ""), listing("b.md", "Dear all,\n")];
        let expected = ["no proposals in a.md: it is empty", "no proposals in b.md: it has no headings"];
        let [a, b] = &vain;
        assert_eq!(barren(&Catalog::new(vec![a.clone(), idea, b.clone()])), expected);
        assert_eq!(barren(&Catalog::new(vain.into())), [] as [&str; 0]);
    }

    #[test]
    fn a_text_without_proposals_is_told_by_what_it_has() {
        let fields = "fields such as Description or Mentor(s) below it";
        assert_eq!(found_instead(" \n"), "it is empty");
        assert_eq!(found_instead("Dear all,\n"), "it has no headings");
        assert_eq!(found_instead("{\"programs\": ["), "its JSON breaks off; save or download it again");
        assert_eq!(found_instead("{\"a\": 1,\n]"), "its JSON is broken in line 2");
        assert_eq!(found_instead("{\"a\": 1}"), "it is JSON, but no export with `programs`");
        assert_eq!(found_instead("# One\n"), format!("1 heading, but no {fields}"));
        assert_eq!(found_instead("# One\n## Two\n"), format!("2 headings, but none with {fields}"));
    }
}

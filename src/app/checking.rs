//! Checking: the documents that are due, and the results that the checking thread brings.

use std::sync::Arc;

use super::App;
use super::problems::CheckResult;

impl App {
    /// Whether there is something that is to be checked.
    pub fn has_due(&self) -> bool {
        !self.state.problems.due.is_empty()
    }

    /// The documents to check, by their indexes in the catalog; they count as under way from now on. That of the
    /// selected proposal comes first.
    pub fn take_due(&mut self) -> Vec<usize> {
        let selected =
            self.state.browsing.selected().map(|(_, entry)| entry.listing.document.origin().clone());
        let due = std::mem::take(&mut self.state.problems.due);
        let listings = self.state.browsing.catalog.listings().iter().map(|listing| listing.document.origin());
        let mut places: Vec<usize> =
            listings.enumerate().filter(|(_, origin)| due.contains(*origin)).map(|(at, _)| at).collect();
        let listings = self.state.browsing.catalog.listings();
        let is_first = |at: &usize| Some(listings[*at].document.origin()) == selected.as_ref();
        if let Some(first) = places.iter().position(is_first) {
            places[..=first].rotate_right(1);
        }
        self.state.problems.under_way = due;
        places
    }

    /// The check has stopped: documents that were not checked are due again.
    pub fn end_checking(&mut self) {
        let left = std::mem::take(&mut self.state.problems.under_way);
        self.state.problems.due.extend(left);
    }

    /// Everything is to be checked again: the rules may have changed.
    pub fn check_again(&mut self) {
        let origins = self.state.browsing.catalog.listings().iter().map(|listing| listing.document.origin());
        origins.for_each(|origin| self.state.problems.note(origin));
    }

    /// Takes what the check found in a document, unless that is gone. What changed meanwhile is due again, and
    /// this is about an older text: the one before it is as good.
    pub fn take_checked(&mut self, checked: CheckResult) {
        let is_awaited = self.state.problems.under_way.remove(&checked.origin);
        if !is_awaited || self.state.problems.due.contains(&checked.origin) {
            return;
        }
        self.state.problems.documents.insert(checked.origin.clone(), Arc::new(checked));
        self.state.problems.version += 1;
    }

    /// How many errors and warnings there are in the documents whose proposals are marked; in a mentor view,
    /// in the proposals of that mentor.
    pub fn problem_count(&self) -> usize {
        let marked = || self.state.problems.documents.values().filter(|checked| checked.is_marked());
        match self.state.browsing.mentor_proposals() {
            None => marked().map(|checked| checked.serious).sum(),
            Some(ids) => {
                let of = |checked: &Arc<CheckResult>| -> usize {
                    let tallies = ids.iter().filter_map(|id| checked.tallies.get(*id));
                    tallies.map(|tally| tally.serious).sum()
                };
                marked().map(of).sum()
            }
        }
    }
}

//! Intake: documents that come in.

use std::sync::Arc;

use super::App;
use crate::model::Listing;

impl App {
    /// Takes in listings that were read, in their order. What is there stays where it is: selection,
    /// indexes, scroll positions.
    pub fn add(&mut self, listings: impl IntoIterator<Item = Listing>) {
        let (before, terms) = (self.catalog.len(), self.catalog.terms().len());
        let catalog = Arc::make_mut(&mut self.catalog);
        for listing in listings {
            self.problems.note(listing.document.origin());
            catalog.push(listing);
        }
        self.filter.extend(&self.catalog);
        // A second term gives the first one a heading, too.
        let new_headings = terms == 1 && self.catalog.terms().len() > 1;
        let is_apart = self.catalog.terms_are_scattered();
        if self.filter.is_active() || new_headings || is_apart || !self.sort.is_usual(false) {
            let selected = self.selected_id();
            self.refilter();
            self.select_id(selected.as_ref());
        } else {
            // Documents come by the hundred: filling the list anew for each would cost their square.
            self.filter.refresh(&self.catalog);
            let added = self.filter.answer().hits.get(before..).unwrap_or_default();
            self.list.append(&self.catalog, added);
            self.recount();
        }
    }

    /// Takes in a listing that came late, before the listing at `at`. Filter, selection and scroll
    /// positions stay where they are.
    pub fn insert(&mut self, listing: Listing, at: usize) {
        let before: usize = self.catalog.listings().iter().take(at).map(|it| it.proposals.len()).sum();
        let added = listing.proposals.len();
        // Not by identity: what came late may have one that was another's until now.
        let moved = |index| if index < before { index } else { index + added };
        let selected = self.list.selected().map(moved);
        let marked = self.marks.places(&self.catalog);
        let offset = self.list.offset();
        self.problems.note(listing.document.origin());
        Arc::make_mut(&mut self.catalog).insert(listing, at);
        self.look_up_anew();
        selected.map(|index| self.list.select(index));
        self.marks.follow(marked.into_iter().map(|place| place.map(moved)), &self.catalog);
        self.list.scroll_to_offset(offset);
    }
}

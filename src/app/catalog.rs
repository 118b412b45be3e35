//! The catalog of a running program: listings come in.

use std::sync::Arc;

use super::App;
use crate::model::Listing;

impl App {
    /// Keeps a document without proposals for its dates.
    pub fn keep_page(&mut self, page: Listing) {
        Arc::make_mut(&mut self.state.browsing.catalog).keep_page(page);
    }

    /// Adds listings at the end of the catalog. What is there stays where it is: selection,
    /// indexes, scroll positions.
    pub fn add(&mut self, listings: impl IntoIterator<Item = Listing>) {
        let (before, terms) = (self.state.browsing.catalog.len(), self.state.browsing.catalog.terms().len());
        let catalog = Arc::make_mut(&mut self.state.browsing.catalog);
        for listing in listings {
            self.state.problems.note(listing.document.origin());
            catalog.push(listing);
        }
        let browsing = &mut self.state.browsing;
        if !browsing.shelf.is_empty() {
            browsing.shelf.extend(&browsing.catalog);
        }
        browsing.filter.extend(&browsing.catalog);
        // A second term gives the first one a heading, too.
        let new_headings = terms == 1 && self.state.browsing.catalog.terms().len() > 1;
        let is_apart = self.state.browsing.catalog.terms_are_scattered();
        if self.state.browsing.filter.is_active()
            || new_headings
            || is_apart
            || !self.state.browsing.shelf.hidden().is_empty()
            || !self.state.browsing.sort.is_usual(false)
        {
            let selected = self.state.browsing.selected_id();
            self.state.browsing.refilter();
            self.state.browsing.select_id(selected.as_ref());
        } else {
            // Documents come by the hundred: filling the list anew for each would cost their square.
            self.state.browsing.filter.refresh(&self.state.browsing.catalog);
            let added = self.state.browsing.filter.answer().hits.get(before..).unwrap_or_default();
            self.state.browsing.list.append(&self.state.browsing.catalog, added);
            self.state.browsing.revision += 1;
        }
    }

    /// Inserts a listing that came late before the listing at index `at`. Filter, selection and scroll
    /// positions stay where they are.
    pub fn insert(&mut self, listing: Listing, at: usize) {
        let before: usize =
            self.state.browsing.catalog.listings().iter().take(at).map(|it| it.proposals.len()).sum();
        let added = listing.proposals.len();
        // Not by identity: what came late may have one that was another's until now.
        let moved = |index| if index < before { index } else { index + added };
        let selected = self.state.browsing.list.selected().map(moved);
        let marked = self.state.browsing.shelf.places(&self.state.browsing.catalog);
        let offset = self.state.browsing.list.rows.offset();
        self.state.problems.note(listing.document.origin());
        Arc::make_mut(&mut self.state.browsing.catalog).insert(listing, at);
        self.state.browsing.replace_catalog();
        selected.map(|index| self.state.browsing.list.select(index));
        self.state
            .browsing
            .shelf
            .follow(marked.into_iter().map(|place| place.map(moved)), &self.state.browsing.catalog);
        self.state.browsing.list.rows.scroll_to_offset(offset);
    }
}

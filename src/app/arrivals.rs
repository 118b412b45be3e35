//! Arrivals: listings that come in while the program runs, and those that take another's place.

use std::collections::HashMap;

use super::App;
use crate::model::{Listing, ProposalId};

impl App {
    /// Takes in listings that were read, in their order. What is there stays where it is: selection,
    /// indexes, scroll positions.
    pub fn add(&mut self, listings: impl IntoIterator<Item = Listing>) {
        let (before, terms) = (self.catalog.len(), self.catalog.terms().len());
        listings.into_iter().for_each(|listing| self.catalog.push(listing));
        self.filter.extend(&self.catalog);
        // A second term gives the first one a heading, too.
        let new_headings = terms == 1 && self.catalog.terms().len() > 1;
        if self.filter.is_active() || new_headings || !self.sort.is_usual(false) {
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
        self.catalog.insert(listing, at);
        self.look_up_anew();
        selected.map(|index| self.list.select(index));
        self.marks.follow(marked.into_iter().map(|place| place.map(moved)), &self.catalog);
        self.list.scroll_to_offset(offset);
    }

    /// Puts another reading of a document in the place of the one that is there; where there is none,
    /// before the listing at `at`. Filter, selection and scroll positions stay with their proposals;
    /// those that changed are marked until they are looked at. Gives their number.
    pub fn reread(&mut self, listing: Listing, at: usize) -> usize {
        let before = self.contents(&listing);
        let origin = listing.document.origin().clone();
        let (selected, offset) = (self.selected_id(), self.list.offset());
        self.catalog.put(listing, at);
        self.look_up_anew();
        self.select_id(selected.as_ref());
        self.list.scroll_to_offset(offset);
        let after = self.catalog.listings().iter().find(|listing| *listing.document.origin() == origin);
        let changed: Vec<ProposalId> = after
            .into_iter()
            .flat_map(|listing| {
                sections(listing).filter(|(id, text)| before.get(*id).map(String::as_str) != Some(text))
            })
            .map(|(id, _)| id.clone())
            .collect();
        let count = changed.len();
        self.changed.extend(changed);
        count
    }

    /// Whether a proposal changed since it was looked at.
    #[must_use]
    pub fn is_changed(&self, id: &ProposalId) -> bool {
        self.changed.contains(id)
    }

    /// The sections of the document that a listing will take the place of, by proposal.
    fn contents(&self, listing: &Listing) -> HashMap<ProposalId, String> {
        let origin = listing.document.origin();
        let old = self.catalog.listings().iter().find(|old| old.document.origin() == origin);
        old.into_iter().flat_map(sections).map(|(id, text)| (id.clone(), text.to_owned())).collect()
    }
}

/// The proposals of a listing with the text of their sections.
fn sections(listing: &Listing) -> impl Iterator<Item = (&ProposalId, &str)> {
    listing.proposals.iter().map(|proposal| (&proposal.id, proposal.section.of(listing.document.text())))
}

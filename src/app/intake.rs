//! Intake: documents that come in, and those that are read again.

use std::collections::HashMap;
use std::sync::Arc;

use super::App;
use crate::model::{Listing, Origin, ProposalId};

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
        let selected = self.list.selected().map(|index| if index < before { index } else { index + added });
        let offset = self.list.offset();
        self.problems.note(listing.document.origin());
        Arc::make_mut(&mut self.catalog).insert(listing, at);
        self.look_up_anew();
        selected.map(|index| self.list.select(index));
        self.list.scroll_to_offset(offset);
    }

    /// Puts another reading of a document in the place of the one that is there; where there is none,
    /// before the listing at `at`. Filter, selection and scroll positions stay with their proposals;
    /// those that changed are marked until they are looked at. Gives their number.
    pub fn reread(&mut self, listing: Listing, at: usize) -> usize {
        let before = self.contents(&listing);
        let origin = listing.document.origin().clone();
        self.detail.forget_line();
        let (selected, offset) = (self.selected_id(), self.list.offset());
        let place = selected.as_ref().and_then(|id| self.place_in(&origin, id));
        self.problems.note(&origin);
        Arc::make_mut(&mut self.catalog).put(listing, at);
        self.look_up_anew();
        let after = self.catalog.listings().iter().find(|listing| *listing.document.origin() == origin);
        let changed: Vec<ProposalId> = after
            .into_iter()
            .flat_map(|listing| {
                sections(listing).filter(|(id, text)| before.get(*id).map(String::as_str) != Some(text))
            })
            .map(|(id, _)| id.clone())
            .collect();
        let selected = self.edited(&changed, selected.as_ref()).or(selected);
        let selected = selected.and_then(|id| self.successor(&origin, id, place));
        self.select_id(selected.as_ref());
        self.list.scroll_to_offset(offset);
        let count = changed.len();
        self.changed.extend(changed);
        count
    }

    /// On a mentor's desk: the proposal that is being written, which is the only one on it that changed.
    fn edited(&self, changed: &[ProposalId], selected: Option<&ProposalId>) -> Option<ProposalId> {
        let mine = self.desk_ids()?;
        let mut changed = changed.iter().filter(|id| mine.contains(id));
        let edited = changed.next().filter(|_| changed.next().is_none())?;
        // A new title is a new identity; whoever has it is found by the place.
        let is_known = selected.is_some_and(|id| self.catalog.find(id).is_some());
        is_known.then(|| edited.clone())
    }

    /// The place of a proposal in its document, and how many that has; nothing where it is in another one.
    fn place_in(&self, origin: &Origin, id: &ProposalId) -> Option<(usize, usize)> {
        let entry = self.catalog.get(self.catalog.find(id)?)?;
        let proposals = &entry.listing.proposals;
        let place = proposals.iter().position(|proposal| proposal.id == *id)?;
        (entry.listing.document.origin() == origin).then_some((place, proposals.len()))
    }

    /// The proposal with this identity; where its title changed, the one that has its place.
    fn successor(
        &self,
        origin: &Origin,
        id: ProposalId,
        place: Option<(usize, usize)>,
    ) -> Option<ProposalId> {
        if self.catalog.find(&id).is_some() {
            return Some(id);
        }
        let (place, count) = place?;
        let listing = self.catalog.listings().iter().find(|it| it.document.origin() == origin)?;
        let proposal = listing.proposals.get(place).filter(|_| listing.proposals.len() == count);
        proposal.map(|proposal| proposal.id.clone())
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

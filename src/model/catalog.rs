//! The catalog: all documents and their proposals, in order.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::{Dialect, Document, Proposal, ProposalId, Reading, References, Remark, Term, Timeline};

/// A document with what was read from it.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The text, and where it came from.
    pub document: Document,
    /// The form that it is written in.
    pub dialect: Dialect,
    /// The proposals, in document order.
    pub proposals: Vec<Proposal>,
    /// Text that the reader tolerated or could not place, in document order.
    pub remarks: Vec<Remark>,
    /// The document's link reference definitions.
    pub references: References,
    /// The programme, year and season that it belongs to.
    pub term: Option<Term>,
    /// The dates that it names.
    pub timeline: Timeline,
    /// How it was read.
    pub reading: Reading,
}

impl Listing {
    /// A listing of which nothing but its proposals is known.
    pub fn new(document: Document, proposals: Vec<Proposal>) -> Self {
        Self {
            document,
            dialect: Dialect::default(),
            proposals,
            remarks: Vec::new(),
            references: References::default(),
            term: None,
            timeline: Timeline::default(),
            reading: Reading::default(),
        }
    }
}

/// One proposal together with the listing that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub listing: &'a Listing,
    pub proposal: &'a Proposal,
}

impl<'a> Entry<'a> {
    /// The text of the document that it stands in.
    pub fn text(self) -> &'a str {
        self.listing.document.text()
    }

    /// The line of the proposal's heading, from 1.
    pub fn line(self) -> usize {
        self.listing.document.line(self.proposal.heading.start)
    }
}

/// All documents and their proposals, in order.
///
/// A proposal's place in that order is its *index*: good until the next reload, fast to look up.
/// Across reloads it is known by its [`ProposalId`]. Listings are shared: a copy of the catalog copies none of them,
/// and one that changes leaves the others where they are.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    listings: Vec<Arc<Listing>>,
    /// Listing and place in it, by index.
    places: Vec<(usize, usize)>,
    by_id: HashMap<ProposalId, usize>,
    /// The last number given to a slug that several proposals have.
    numbers: HashMap<String, usize>,
    projects: HashSet<String>,
    /// The terms of the listings that hold proposals, each where it came first.
    terms: Vec<Option<Term>>,
    /// The place in `terms` of the last listing that holds proposals.
    last_term: usize,
    /// Whether a listing is of a term that others came between.
    scattered: bool,
    /// Documents without proposals that name dates.
    pages: Vec<Arc<Listing>>,
}

impl Catalog {
    /// A catalog of listings. Where two proposals of different documents have the same identity,
    /// the later one's gets its document's name, and a number where that is taken too.
    pub fn new(listings: Vec<Listing>) -> Self {
        Self::of_shared(listings.into_iter().map(Arc::new).collect())
    }

    fn of_shared(listings: Vec<Arc<Listing>>) -> Self {
        let mut catalog = Self::default();
        for listing in listings {
            catalog.push_shared(listing);
        }
        catalog
    }

    /// Adds a listing at the end.
    pub fn push(&mut self, listing: Listing) {
        self.push_shared(Arc::new(listing));
    }

    /// Adds a listing at the end. It is copied only where one of its proposals needs another identity.
    fn push_shared(&mut self, mut listing: Arc<Listing>) {
        for place in 0..listing.proposals.len() {
            let id = &listing.proposals[place].id;
            if self.by_id.contains_key(id) {
                let id = self.free_id(&format!("{id}-{}", listing.document.origin().slug()));
                Arc::make_mut(&mut listing).proposals[place].id = id;
            }
            let proposal = &listing.proposals[place];
            self.by_id.insert(proposal.id.clone(), self.places.len());
            self.places.push((self.listings.len(), place));
            if let Some(project) =
                proposal.project.as_ref().filter(|&project| !self.projects.contains(project))
            {
                self.projects.insert(project.clone());
            }
        }
        if !listing.proposals.is_empty() {
            let known = self.terms.iter().position(|term| *term == listing.term);
            let place = known.unwrap_or(self.terms.len());
            self.scattered |= known.is_some() && place != self.last_term;
            self.last_term = place;
            if known.is_none() {
                self.terms.push(listing.term.clone());
            }
        }
        self.listings.push(listing);
    }

    /// Keeps a document that holds no proposals for the dates that it names, in the place of the one with the same origin.
    pub fn keep_page(&mut self, page: Listing) {
        self.pages.retain(|other| other.document.origin() != page.document.origin());
        self.pages.push(Arc::new(page));
    }

    /// The documents without proposals that are kept for their dates, and stand in no other list.
    pub fn pages(&self) -> &[Arc<Listing>] {
        &self.pages
    }

    /// The documents that name dates: listings first.
    pub fn dated(&self) -> impl Iterator<Item = &Listing> {
        let all = self.listings.iter().chain(&self.pages).map(|listing| &**listing);
        all.filter(|listing| !listing.timeline.phases.is_empty())
    }

    /// Inserts a listing before the one at `at`, or at the end where there is none. What stands
    /// behind it gets other indexes.
    pub fn insert(&mut self, listing: Listing, at: usize) {
        if at >= self.listings.len() {
            return self.push(listing);
        }
        let Self { mut listings, pages, .. } = std::mem::take(self);
        listings.insert(at, Arc::new(listing));
        *self = Self { pages, ..Self::of_shared(listings) };
    }

    /// Puts a listing in the place of the one with the same origin; where there is none, before the
    /// one at `at`. What stands behind it gets other indexes.
    pub fn put(&mut self, listing: Listing, at: usize) {
        let origin = listing.document.origin();
        let Some(old) = self.listings.iter().position(|other| other.document.origin() == origin) else {
            return self.insert(listing, at);
        };
        let Self { mut listings, pages, .. } = std::mem::take(self);
        listings[old] = Arc::new(listing);
        *self = Self { pages, ..Self::of_shared(listings) };
    }

    /// Takes the listing at `at` away; gives the indexes that its proposals had. What stands behind
    /// them gets other indexes.
    pub fn remove(&mut self, at: usize) -> Range<usize> {
        let Self { mut listings, pages, .. } = std::mem::take(self);
        let before = listings.iter().take(at).map(|listing| listing.proposals.len()).sum();
        let gone = if at < listings.len() { listings.remove(at).proposals.len() } else { 0 };
        *self = Self { pages, ..Self::of_shared(listings) };
        before..before + gone
    }

    /// The identity with this slug, or with a number after it where it is taken.
    fn free_id(&mut self, slug: &str) -> ProposalId {
        let mut id = ProposalId::new(slug);
        while self.by_id.contains_key(&id) {
            let number = self.numbers.entry(slug.to_owned()).or_insert(1);
            *number += 1;
            id = ProposalId::new(format!("{slug}-{number}"));
        }
        id
    }

    /// The listings, in order.
    pub fn listings(&self) -> &[Arc<Listing>] {
        &self.listings
    }

    /// How many proposals there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no proposal.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The proposal at an index.
    pub fn get(&self, index: usize) -> Option<Entry<'_>> {
        let &(listing, place) = self.places.get(index)?;
        let listing = &self.listings[listing];
        Some(Entry { listing, proposal: &listing.proposals[place] })
    }

    /// The place among the listings of the one that holds the proposal at an index.
    pub fn listing_of(&self, index: usize) -> Option<usize> {
        self.places.get(index).map(|&(listing, _)| listing)
    }

    /// The index of a proposal.
    pub fn find(&self, id: &ProposalId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Every proposal, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Entry<'_>> {
        self.places.iter().map(|&(listing, place)| {
            let listing = &self.listings[listing];
            Entry { listing, proposal: &listing.proposals[place] }
        })
    }

    /// The terms that the proposals are of, in the order in which they come; `None` for those of
    /// listings that do not tell theirs.
    pub fn terms(&self) -> &[Option<Term>] {
        &self.terms
    }

    /// Whether proposals of one term stand apart, with those of another between them.
    pub fn terms_are_scattered(&self) -> bool {
        self.scattered
    }

    /// How many different projects the proposals belong to.
    pub fn project_count(&self) -> usize {
        self.projects.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Origin, Span};

    fn listing(path: &str) -> Listing {
        let document = Document::new(Origin::File(path.into()), "");
        let span = Span::new(0, 0);
        Listing::new(document, vec![Proposal::new(ProposalId::new("tide-clock"), "Tide clock", span, span)])
    }

    #[test]
    fn what_several_documents_call_alike_is_told_apart_by_the_document() {
        let paths = ["2025/ideas.md", "2026/ideas.md", "old/2026/ideas.md"];
        let mut catalog = Catalog::new(paths.map(listing).into());
        let ids = |catalog: &Catalog| -> Vec<String> {
            catalog.iter().map(|entry| entry.proposal.id.to_string()).collect()
        };
        let known = ["tide-clock", "tide-clock-2026-ideas", "tide-clock-2026-ideas-2"];
        assert_eq!(ids(&catalog), known);
        catalog.put(listing(paths[1]), 1);
        assert_eq!(ids(&catalog), known, "read again, they are called the same");
    }

    #[test]
    fn a_listing_that_changes_copies_no_other() {
        let mut catalog = Catalog::new(["a/a.md", "a/b.md", "a/c.md"].map(listing).into());
        let before = catalog.clone();
        catalog.put(listing("a/b.md"), 1);
        let is_shared = |at: usize| Arc::ptr_eq(&catalog.listings()[at], &before.listings()[at]);
        assert_eq!([0, 1, 2].map(is_shared), [true, false, true]);
    }
}

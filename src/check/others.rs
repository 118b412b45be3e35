//! The others: what all documents of a run say together, looked up once for all of them.
//!
//! Rules that compare a document with the others would else read all of them again for each.

use std::collections::HashMap;

use super::upstream::{self, Target};
use crate::model::{Catalog, Listing, Mentor, Proposal, Season};

/// How often each spelling stands beside what tells the person, in lower case.
type Spellings = HashMap<String, HashMap<String, usize>>;
/// Where something stands: listing, and place in it.
type Places = HashMap<String, Vec<(usize, usize)>>;
/// What orders terms.
type When = (u16, Option<Season>);

/// What all documents of a run say together.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// The handles that stand beside each address.
    handles: Spellings,
    /// The addresses that stand beside each handle.
    addresses: Spellings,
    /// Where each title stands, in lower case.
    titles: Places,
    /// Where each upstream issue stands.
    issues: Places,
    terms: Vec<Option<When>>,
}

/// What two proposals have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Common {
    Title,
    Issue,
}

impl Others {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut others = Self::default();
        for (at, listing) in catalog.listings().iter().enumerate() {
            others.terms.push(when(listing));
            for (place, proposal) in listing.proposals.iter().enumerate() {
                others.take(proposal, (at, place));
            }
        }
        others
    }

    fn take(&mut self, proposal: &Proposal, place: (usize, usize)) {
        for (handle, email) in proposal.mentors.iter().filter_map(both) {
            *self.handles.entry(email.clone()).or_default().entry(handle.clone()).or_default() += 1;
            *self.addresses.entry(handle).or_default().entry(email).or_default() += 1;
        }
        self.titles.entry(proposal.title.to_ascii_lowercase()).or_default().push(place);
        for issue in issues(proposal) {
            self.issues.entry(issue).or_default().push(place);
        }
    }

    /// The handles that stand beside an address, and how often each.
    pub(super) fn handles_of(&self, email: &str) -> Option<&HashMap<String, usize>> {
        self.handles.get(email)
    }

    /// The addresses that stand beside a handle, and how often each.
    pub(super) fn addresses_of(&self, handle: &str) -> Option<&HashMap<String, usize>> {
        self.addresses.get(handle)
    }

    /// The last of the listings of older terms that has something in common with a proposal, and what its
    /// first such proposal has.
    pub(super) fn seen_before(&self, listing: usize, proposal: &Proposal) -> Option<(usize, Common)> {
        let term = self.terms[listing].as_ref()?;
        let is_older = |at: usize| self.terms[at].as_ref().is_some_and(|other| other < term);
        let by_title = self.titles.get(&proposal.title.to_ascii_lowercase());
        let by_title = by_title.into_iter().flatten().map(|&place| (place, Common::Title));
        let by_issue = issues(proposal).filter_map(|issue| self.issues.get(&issue));
        let by_issue = by_issue.flatten().map(|&place| (place, Common::Issue));
        let known: Vec<_> = by_title.chain(by_issue).filter(|((at, _), _)| is_older(*at)).collect();
        let last = known.iter().map(|((at, _), _)| *at).max()?;
        let first = known.into_iter().filter(|((at, _), _)| *at == last).min()?;
        Some((last, first.1))
    }
}

/// Handle and address of a mentor who has both, in lower case.
pub(super) fn both(mentor: &Mentor) -> Option<(String, String)> {
    Some((mentor.github.as_ref()?.to_lowercase(), mentor.email.as_ref()?.to_lowercase()))
}

fn when(listing: &Listing) -> Option<When> {
    listing.term.as_ref().map(|term| (term.year, term.season))
}

fn issues(proposal: &Proposal) -> impl Iterator<Item = String> {
    let issues = proposal.upstream.iter().filter(|link| Target::of(&link.url) == Target::Issue);
    issues.map(|link| upstream::key(&link.url))
}

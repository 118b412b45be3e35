//! The others: what all documents of a run say together, looked up once for all of them.
//!
//! Rules that compare a document with the others would else read all of them again for each.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::upstream::{self, UpstreamTarget};
use crate::model::{Catalog, Listing, Mentor, Proposal, Season};

/// The spellings found beside the key of a person, in lower case.
pub(super) type Spellings = HashMap<String, Spelling>;
/// Where something stands: the listing, and the proposal in it.
type Place = (usize, usize);
/// Where something stands, by the term of its document.
type Places = BTreeMap<When, BTreeSet<Place>>;
/// The part of a term by which terms are ordered.
type When = (u16, Option<Season>);

/// A handle or an address as it is spelt in one way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelling {
    /// How often.
    pub(super) count: usize,
    /// The first proposal with it.
    first: Place,
}

/// The facts that rules compare across all documents of a run.
#[derive(Debug, Default)]
pub(super) struct CrossDocument {
    /// The handles that stand beside each address.
    handles: HashMap<String, Spellings>,
    /// The addresses that stand beside each handle.
    addresses: HashMap<String, Spellings>,
    /// Where each title stands, in lower case: in the documents of which the term is known.
    titles: HashMap<String, Places>,
    /// Where each upstream issue stands.
    issues: HashMap<String, Places>,
    terms: Vec<Option<When>>,
}

/// The property that two proposals share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Common {
    Title,
    Issue,
}

impl CrossDocument {
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
            count(&mut self.handles, email.clone(), handle.clone(), place);
            count(&mut self.addresses, handle, email, place);
        }
        let Some(when) = self.terms[place.0] else { return };
        let titles = self.titles.entry(proposal.title.to_ascii_lowercase()).or_default();
        titles.entry(when).or_default().insert(place);
        for issue in issues(proposal) {
            self.issues.entry(issue).or_default().entry(when).or_default().insert(place);
        }
    }

    /// The handles that stand beside an address, and how often each.
    pub(super) fn handles_of(&self, email: &str) -> Option<&Spellings> {
        self.handles.get(email)
    }

    /// The addresses that stand beside a handle, and how often each.
    pub(super) fn addresses_of(&self, handle: &str) -> Option<&Spellings> {
        self.addresses.get(handle)
    }

    /// The first proposal of a mentor with this handle and this address.
    pub(super) fn first_of(&self, handle: &str, email: &str) -> Option<Place> {
        Some(self.handles.get(email)?.get(handle)?.first)
    }

    /// The last of the listings of older terms that has something in common with a proposal, and what its
    /// first such proposal has.
    pub(super) fn seen_before(&self, listing: usize, proposal: &Proposal) -> Option<(usize, Common)> {
        let term = self.terms[listing]?;
        let by_title = self.titles.get(&proposal.title.to_ascii_lowercase());
        let by_title = by_title.and_then(|places| before(places, term)).map(|place| (place, Common::Title));
        let by_issue = issues(proposal).filter_map(|issue| before(self.issues.get(&issue)?, term));
        let known = by_title.into_iter().chain(by_issue.map(|place| (place, Common::Issue)));
        let (place, common) = known.min_by_key(|(place, common)| (Reverse(place.0), place.1, *common))?;
        Some((place.0, common))
    }
}

/// Notes that two things stand beside each other.
fn count(known: &mut HashMap<String, Spellings>, beside: String, spelling: String, place: Place) {
    let known = known.entry(beside).or_default().entry(spelling);
    known.or_insert(Spelling { count: 0, first: place }).count += 1;
}

/// The first place in the last listing whose term is older than this one.
fn before(places: &Places, term: When) -> Option<Place> {
    // There are as many terms as programmes have had, however many documents.
    let older = places.range(..term).filter_map(|(_, places)| places.last().map(|last| (last.0, places)));
    let (listing, places) = older.max_by_key(|(listing, _)| *listing)?;
    places.range((listing, 0)..).next().copied()
}

/// Handle and address of a mentor who has both, in lower case.
pub(super) fn both(mentor: &Mentor) -> Option<(String, String)> {
    Some((mentor.github.as_ref()?.to_lowercase(), mentor.email.as_ref()?.to_lowercase()))
}

fn when(listing: &Listing) -> Option<When> {
    listing.term.as_ref().map(|term| (term.year, term.season))
}

fn issues(proposal: &Proposal) -> impl Iterator<Item = String> {
    let issues =
        proposal.upstream.iter().filter(|link| UpstreamTarget::of(&link.url) == UpstreamTarget::Issue);
    issues.map(|link| upstream::key(&link.url))
}

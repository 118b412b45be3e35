//! Records: what is kept of a proposal from one day to another, and how it is found again.
//!
//! A listing is edited while people keep proposals of it: titles change, sections move, files are renamed. So
//! a record keeps what a proposal says about itself beside its identity, and is looked for by each in turn.

mod address;
mod title;

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use self::address::Address;
pub use self::title::is_nearly;
use super::{Catalog, Entry, ProposalId, Term, fold};

/// The most issues of one proposal that are kept.
const MOST_ISSUES: usize = 8;

/// The parts of a proposal by which it is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its identity in the catalog that it was kept from.
    pub id: ProposalId,
    /// Its title as plain text.
    pub title: String,
    /// Its project; `None` where nothing named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The shown name of its term (`LFX 2026 Sep–Nov`). A proposal of another term is another one; `None` is
    /// of any term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// The addresses of its issues upstream, in document order, at most eight.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upstream: Vec<String>,
    /// Where to apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apply: Option<String>,
}

impl Record {
    /// The record of a proposal as it is now.
    pub fn of(entry: Entry<'_>) -> Self {
        let proposal = entry.proposal;
        Self {
            id: proposal.id.clone(),
            title: proposal.title.clone(),
            project: proposal.project.clone(),
            term: entry.listing.term.as_ref().map(Term::to_string),
            upstream: proposal.upstream.iter().take(MOST_ISSUES).map(|link| link.url.clone()).collect(),
            apply: proposal.apply.as_ref().map(|link| link.url.clone()),
        }
    }

    /// Whether a proposal of this term may be the one that was kept.
    pub fn is_of(&self, term: Option<&Term>) -> bool {
        let (Some(kept), Some(term)) = (&self.term, term) else { return true };
        term.names().contains(kept)
    }

    fn project_folded(&self) -> Option<String> {
        self.project.as_deref().map(fold::name)
    }
}

/// Finds each record's proposal: its index in the catalog, or `None` where the proposal is gone or cannot be told
/// from others.
///
/// It is the one with the same identity, unless another one alone has an issue or the link of the record; else the
/// only one with one of these; else the only one with the same title in the project; else the only one with nearly
/// the same title there. In the last three steps, proposals that were found for other records do not count.
pub fn resolve(records: &[Record], catalog: &Catalog) -> Vec<Option<usize>> {
    if records.is_empty() {
        return Vec::new();
    }
    Resolver::new(catalog).resolve(records)
}

/// Indexes of a catalog, by what records are looked for.
struct Resolver<'c> {
    catalog: &'c Catalog,
    /// The proposals with an address.
    addresses: HashMap<Address, Vec<usize>>,
    /// The proposals with a project and a title, both folded.
    titles: HashMap<(Option<String>, String), Vec<usize>>,
    /// The project of each proposal, folded.
    projects: Vec<Option<String>>,
}

impl<'c> Resolver<'c> {
    fn new(catalog: &'c Catalog) -> Self {
        let mut addresses: HashMap<_, Vec<_>> = HashMap::new();
        let mut titles: HashMap<_, Vec<_>> = HashMap::new();
        let mut projects = Vec::with_capacity(catalog.len());
        for (index, entry) in catalog.iter().enumerate() {
            let proposal = entry.proposal;
            for link in proposal.upstream.iter().chain(&proposal.apply) {
                let known: &mut Vec<usize> = addresses.entry(Address::new(&link.url)).or_default();
                if known.last() != Some(&index) {
                    known.push(index);
                }
            }
            let project = proposal.project.as_deref().map(fold::name);
            titles.entry((project.clone(), fold::name(&proposal.title))).or_default().push(index);
            projects.push(project);
        }
        Self { catalog, addresses, titles, projects }
    }

    fn resolve(&self, records: &[Record]) -> Vec<Option<usize>> {
        let mut found: Vec<Option<usize>> = records
            .iter()
            .map(|record| {
                let same = self.catalog.find(&record.id).filter(|&index| self.is_of_term(record, index))?;
                let linked = self.linked(record, &HashSet::new());
                let is_kept = linked.is_none_or(|other| other == same) || self.shares_address(record, same);
                is_kept.then_some(same)
            })
            .collect();
        Self::step(records, &mut found, |record, taken| self.linked(record, taken));
        let titled = |record: &Record, taken: &HashSet<usize>| {
            let key = (record.project_folded(), fold::name(&record.title));
            let candidates = self.titles.get(&key).into_iter().flatten().copied();
            only(candidates.filter(|&index| self.is_of_term(record, index) && !taken.contains(&index)))
        };
        Self::step(records, &mut found, titled);
        if found.contains(&None) {
            let taken = found.iter().flatten().copied().collect();
            let words = title::Words::new(self.catalog, &self.projects, &taken);
            Self::step(records, &mut found, |record, taken| {
                let candidates = words.near(record.project_folded().as_deref(), &record.title);
                only(candidates.into_iter().filter(|&index| {
                    self.is_of_term(record, index)
                        && !taken.contains(&index)
                        && !self.has_other_issue(record, index)
                }))
            });
        }
        found
    }

    /// Fills in what one way of looking finds. A proposal that several records lead to is none of theirs, unless they
    /// are records of the same one.
    fn step(
        records: &[Record],
        found: &mut [Option<usize>],
        look: impl Fn(&Record, &HashSet<usize>) -> Option<usize>,
    ) {
        let taken: HashSet<usize> = found.iter().flatten().copied().collect();
        let wanted: Vec<Option<usize>> = records
            .iter()
            .zip(&*found)
            .map(|(record, known)| if known.is_some() { None } else { look(record, &taken) })
            .collect();
        let mut first: HashMap<usize, &Record> = HashMap::new();
        let mut disputed = HashSet::new();
        for (record, index) in records.iter().zip(&wanted) {
            let Some(index) = *index else { continue };
            let other = first.entry(index).or_insert(record);
            if (&other.title, &other.project) != (&record.title, &record.project) {
                disputed.insert(index);
            }
        }
        for (place, index) in found.iter_mut().zip(wanted) {
            *place = place.or(index.filter(|index| !disputed.contains(index)));
        }
    }

    fn is_of_term(&self, record: &Record, index: usize) -> bool {
        self.catalog.get(index).is_some_and(|entry| record.is_of(entry.listing.term.as_ref()))
    }

    /// The only proposal that has one of the issues of a record, else the only one with its link. An address that
    /// names nothing in particular, as the front page of a programme, says something within the project alone.
    fn linked(&self, record: &Record, taken: &HashSet<usize>) -> Option<usize> {
        let project = record.project_folded();
        record.upstream.iter().chain(&record.apply).find_map(|url| {
            let address = Address::new(url);
            let holders = self.addresses.get(&address)?.iter().copied();
            let index = only(holders.filter(|&index| self.is_of_term(record, index)))?;
            let is_meant = address.is_particular() || self.projects.get(index) == Some(&project);
            (is_meant && !taken.contains(&index)).then_some(index)
        })
    }

    fn shares_address(&self, record: &Record, index: usize) -> bool {
        let mut kept = record.upstream.iter().chain(&record.apply);
        kept.any(|url| self.addresses.get(&Address::new(url)).is_some_and(|holders| holders.contains(&index)))
    }

    /// Whether a proposal names issues, and none of those that the record names.
    fn has_other_issue(&self, record: &Record, index: usize) -> bool {
        let Some(entry) = self.catalog.get(index) else { return false };
        let named = &entry.proposal.upstream;
        let kept: HashSet<Address> = record.upstream.iter().map(|url| Address::new(url)).collect();
        let shared = named.iter().any(|link| kept.contains(&Address::new(&link.url)));
        !named.is_empty() && !kept.is_empty() && !shared
    }
}

/// The one item, or `None` where there is none or another one.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests;

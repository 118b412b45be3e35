//! The shelf: the shortlist in the program, with the places of its proposals in the catalog.

use std::collections::{HashMap, HashSet};

use crate::model::record;
use crate::model::shortlist::{EntryKey, Whereabouts};
use crate::model::{Catalog, Hidden, ProposalId, Record, Shortlist, ShortlistChange, ShortlistEntry};

/// The most proposals that are compared: more do not fit side by side.
pub(super) const MOST_COMPARED: usize = 3;

/// The shortlist, and where its proposals are.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    list: Shortlist,
    /// Why the file cannot be changed: then nothing is.
    pub(super) refused: Option<String>,
    /// How many applications a programme takes at a time.
    pub(super) slots: Vec<(String, usize)>,
    /// For each entry the proposal that it is now; `None` where that is not in the catalog.
    now: Vec<Option<ProposalId>>,
    starred: HashSet<ProposalId>,
    hidden: HashSet<usize>,
    /// The entries that were chosen to be compared.
    pub(super) chosen: Vec<EntryKey>,
    /// Bumped whenever something changes.
    version: u64,
}

impl Shelf {
    /// The shortlist.
    pub fn list(&self) -> &Shortlist {
        &self.list
    }

    /// Bumped whenever the shortlist or its places change; a key for caches.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Uses another shortlist.
    pub(super) fn replace(&mut self, list: Shortlist, catalog: &Catalog) {
        let known: HashMap<EntryKey, Option<ProposalId>> =
            self.list.entries.iter().map(ShortlistEntry::key).zip(self.now.drain(..)).collect();
        self.list = list;
        self.now = self.list.entries.iter().map(|entry| known.get(&entry.key()).cloned().flatten()).collect();
        self.settle(catalog);
    }

    /// Makes a change.
    pub(super) fn apply(&mut self, change: &ShortlistChange, catalog: &Catalog) {
        let mut list = self.list.clone();
        list.apply(change);
        let known: HashMap<EntryKey, Option<ProposalId>> =
            self.list.entries.iter().map(ShortlistEntry::key).zip(self.now.drain(..)).collect();
        self.list = list;
        // An entry that was just added has the identity that its proposal has now.
        let now = |entry: &ShortlistEntry| match known.get(&entry.key()) {
            Some(now) => now.clone(),
            None => catalog.find(&entry.record.id).map(|_| entry.record.id.clone()),
        };
        self.now = self.list.entries.iter().map(now).collect();
        if let ShortlistChange::Entry { .. } = change {
            self.starred =
                self.now.iter().flatten().filter(|id| catalog.find(id).is_some()).cloned().collect();
            self.version += 1;
        } else {
            self.settle(catalog);
        }
    }

    /// Finds the proposals in a catalog that took the place of another one.
    pub(super) fn settle(&mut self, catalog: &Catalog) {
        let records: Vec<Record> = self.list.entries.iter().map(|entry| entry.record.clone()).collect();
        let found = record::resolve(&records, catalog);
        for (now, index) in self.now.iter_mut().zip(found) {
            // One that was followed through an edit is known better than its record tells.
            let is_there = now.as_ref().is_some_and(|id| catalog.find(id).is_some());
            if let Some(entry) = index.filter(|_| !is_there).and_then(|index| catalog.get(index)) {
                *now = Some(entry.proposal.id.clone());
            }
        }
        self.starred = self.now.iter().flatten().filter(|id| catalog.find(id).is_some()).cloned().collect();
        self.hidden = Hidden::places(&self.list.hidden, catalog).into_iter().collect();
        self.version += 1;
    }

    /// Finds the proposals among those that were added at the end of the catalog, by their identities alone: the whole
    /// catalog is looked through once all is there.
    pub(super) fn extend(&mut self, catalog: &Catalog) {
        for (now, entry) in self.now.iter_mut().zip(&self.list.entries) {
            let found = catalog.find(&entry.record.id).and_then(|index| catalog.get(index));
            let is_it = found.is_some_and(|found| entry.record.is_of(found.listing.term.as_ref()));
            if now.is_none() && is_it {
                *now = Some(entry.record.id.clone());
                self.starred.insert(entry.record.id.clone());
            }
        }
        if !self.list.hidden.is_empty() {
            self.hidden = Hidden::places(&self.list.hidden, catalog).into_iter().collect();
        }
        self.version += 1;
    }

    /// Whether it has neither entries nor anything hidden.
    pub(super) fn is_empty(&self) -> bool {
        self.list.entries.is_empty() && self.list.hidden.is_empty()
    }

    /// Whether a proposal is on the shortlist.
    pub(super) fn contains(&self, id: &ProposalId) -> bool {
        self.starred.contains(id)
    }

    /// The entry of a proposal.
    pub fn entry_of(&self, id: &ProposalId) -> Option<&ShortlistEntry> {
        let at = self.now.iter().position(|now| now.as_ref() == Some(id))?;
        self.list.entries.get(at)
    }

    /// The catalog index of each entry; `None` for those that are not in the catalog.
    pub fn places(&self, catalog: &Catalog) -> Vec<Option<usize>> {
        self.now.iter().map(|id| catalog.find(id.as_ref()?)).collect()
    }

    /// The catalog index of an entry.
    pub fn place(&self, key: &EntryKey, catalog: &Catalog) -> Option<usize> {
        catalog.find(self.now.get(self.list.position(key)?)?.as_ref()?)
    }

    /// The place of an entry's proposal by now.
    pub fn whereabouts(&self, key: &EntryKey, catalog: &Catalog) -> Whereabouts {
        match self.list.get(key) {
            Some(entry) => Whereabouts::of(entry, self.place(key, catalog), catalog),
            None => Whereabouts::Elsewhere,
        }
    }

    /// The catalog indexes of the hidden proposals.
    pub fn hidden(&self) -> &HashSet<usize> {
        &self.hidden
    }

    /// The entries that hide a proposal, by its catalog index.
    pub(super) fn hiding(&self, index: usize, catalog: &Catalog) -> Vec<Hidden> {
        let hides =
            |hidden: &&Hidden| Hidden::places(std::slice::from_ref(*hidden), catalog).contains(&index);
        self.list.hidden.iter().filter(hides).cloned().collect()
    }

    /// The catalog indexes of the proposals to compare: the chosen ones, else all of the shortlist that are here.
    pub(super) fn compared(&self, catalog: &Catalog) -> Vec<usize> {
        let chosen: Vec<usize> = self.chosen.iter().filter_map(|key| self.place(key, catalog)).collect();
        if chosen.len() > 1 { chosen } else { self.places(catalog).into_iter().flatten().collect() }
    }

    /// Those that have another identity now stay on the shortlist.
    pub(super) fn rename(&mut self, renamed: &HashMap<&ProposalId, &ProposalId>) {
        for id in self.now.iter_mut().flatten() {
            if let Some(&new) = renamed.get(&*id) {
                id.clone_from(new);
            }
        }
    }

    /// Each went to this place of another catalog, where it may be called otherwise.
    pub(super) fn follow(&mut self, places: impl Iterator<Item = Option<usize>>, catalog: &Catalog) {
        for (now, place) in self.now.iter_mut().zip(places) {
            if let Some(entry) = place.and_then(|index| catalog.get(index)) {
                *now = Some(entry.proposal.id.clone());
            }
        }
        self.starred = self.now.iter().flatten().filter(|id| catalog.find(id).is_some()).cloned().collect();
        self.version += 1;
    }

    /// How many applications of an entry's term count, and how many its programme takes; `None` where it has no limit.
    pub fn slots(&self, entry: &ShortlistEntry) -> Option<(usize, usize)> {
        let programme = entry.programme()?;
        let (_, most) = self.slots.iter().find(|(name, _)| name.eq_ignore_ascii_case(programme))?;
        let own = usize::from(entry.status.takes_slot());
        (*most > 0).then(|| (self.list.applications_beside(entry) + own, *most))
    }
}

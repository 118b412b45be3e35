//! Bookmarks: proposals that the user marked, kept by identity through filter, sort and reload.

use std::collections::HashMap;

use crate::model::{Catalog, ProposalId};

/// The marked proposals, in the order in which they were marked.
#[derive(Debug, Clone, Default)]
pub(super) struct Bookmarks {
    ids: Vec<ProposalId>,
}

impl Bookmarks {
    pub(super) fn contains(&self, id: &ProposalId) -> bool {
        self.ids.contains(id)
    }

    /// Marks a proposal, or removes its mark. Returns whether it is marked now.
    pub(super) fn toggle(&mut self, id: &ProposalId) -> bool {
        let before = self.ids.len();
        self.ids.retain(|marked| marked != id);
        let is_new = self.ids.len() == before;
        if is_new {
            self.ids.push(id.clone());
        }
        is_new
    }

    /// The catalog index of each; `None` for those that are gone.
    pub(super) fn places(&self, catalog: &Catalog) -> Vec<Option<usize>> {
        self.ids.iter().map(|id| catalog.find(id)).collect()
    }

    /// Those that have another identity now keep their marks.
    pub(super) fn rename(&mut self, renamed: &HashMap<&ProposalId, &ProposalId>) {
        for id in &mut self.ids {
            if let Some(&new) = renamed.get(&*id) {
                id.clone_from(new);
            }
        }
    }

    /// Each went to this place of another catalog, where it may be called otherwise.
    pub(super) fn follow(&mut self, places: impl Iterator<Item = Option<usize>>, catalog: &Catalog) {
        for (id, place) in self.ids.iter_mut().zip(places) {
            if let Some(entry) = place.and_then(|index| catalog.get(index)) {
                id.clone_from(&entry.proposal.id);
            }
        }
    }
}

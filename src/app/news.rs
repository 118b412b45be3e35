//! News: the proposals that are new, changed or gone since the last visit, and those that were opened.

use std::collections::{HashMap, HashSet};

use super::action::Action;
use super::keymap::hint;
use crate::model::{Catalog, Origin, Past, ProposalId, Record};
use crate::page::changes::{Comparison, FieldChange, predecessors};

/// So many terms of a line are named.
const NAMED: usize = 6;

/// The proposals of a listing as they were at the last visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    pub origin: Origin,
    /// Each, and whether somebody has opened it.
    pub proposals: Vec<(Past, bool)>,
}

/// The sign of a proposal in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewsSign {
    New,
    Changed,
}

/// The news since the last visit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    new: HashSet<ProposalId>,
    /// With the fields that differ.
    changed: HashMap<ProposalId, Vec<FieldChange>>,
    gone: Vec<Record>,
    opened: HashSet<ProposalId>,
    /// Whether the listings were compared with the last visit.
    is_compared: bool,
    /// Whether one of the listings was open before.
    is_return: bool,
    /// The terms that a proposal goes on from, and those in which it goes on: a sentence.
    lineage: HashMap<ProposalId, String>,
}

impl News {
    /// The news of a catalog, some of whose listings were open before. Those that were not have none. `now` are its
    /// proposals, in order.
    pub fn of(catalog: &Catalog, now: &[Past], before: &[Before]) -> Self {
        let known: HashSet<&Origin> = before.iter().map(|before| &before.origin).collect();
        let (past, opened): (Vec<Past>, Vec<bool>) =
            before.iter().flat_map(|before| before.proposals.iter().cloned()).unzip();
        let mut news = Self {
            is_compared: true,
            is_return: !before.is_empty(),
            lineage: lineage(catalog),
            ..Self::default()
        };
        if before.is_empty() {
            return news;
        }
        let id = |index: usize| catalog.get(index).map(|entry| entry.proposal.id.clone());
        let comparison = Comparison::between(&past, catalog, now);
        let is_known = |index: &usize| {
            catalog.get(*index).is_some_and(|entry| known.contains(entry.listing.document.origin()))
        };
        news.new.extend(comparison.new.iter().filter(|index| is_known(index)).filter_map(|&index| id(index)));
        for pair in comparison.changed.iter().chain(&comparison.same) {
            let Some(id) = id(pair.new) else { continue };
            if opened.get(pair.old) == Some(&true) {
                news.opened.insert(id.clone());
            }
            if !pair.fields.is_empty() {
                news.changed.insert(id, pair.fields.clone());
            }
        }
        // The listing is that of the next term now.
        for pair in comparison.continued.iter().filter(|pair| is_known(&pair.new)) {
            let (Some(id), Some(past)) = (id(pair.new), past.get(pair.old)) else { continue };
            if let Some(term) = &past.record.term {
                news.lineage.entry(id.clone()).or_insert_with(|| format!("continued from {term}"));
            }
            news.new.insert(id);
        }
        news.gone =
            comparison.gone.iter().filter_map(|&at| past.get(at)).map(|past| past.record.clone()).collect();
        news
    }

    /// How many proposals are new, how many changed, and how many are gone.
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.new.len(), self.changed.len(), self.gone.len())
    }

    /// Whether nothing is new, changed or gone.
    pub fn is_empty(&self) -> bool {
        self.counts() == (0, 0, 0)
    }

    /// The fields of a proposal that changed; none of one that did not.
    pub fn changes(&self, id: &ProposalId) -> &[FieldChange] {
        self.changed.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The terms before and after that of a proposal in which it is, too: `continued from LFX 2025 Sep–Nov`.
    pub fn lineage(&self, id: &ProposalId) -> Option<&str> {
        self.lineage.get(id).map(String::as_str)
    }

    /// Whether a proposal is new.
    pub(super) fn is_new(&self, id: &ProposalId) -> bool {
        self.new.contains(id)
    }

    /// A proposal counts as opened from now on.
    pub(super) fn open(&mut self, id: ProposalId) {
        self.opened.insert(id);
    }

    /// Those that are not there any more.
    pub(super) fn gone(&self) -> &[Record] {
        &self.gone
    }

    /// Whether the listings were compared with the last visit.
    pub(super) fn is_compared(&self) -> bool {
        self.is_compared
    }

    /// Whether one of the listings was open before.
    pub(super) fn is_return(&self) -> bool {
        self.is_return
    }

    /// Takes over what was opened while the news came.
    pub(super) fn take_opened(&mut self, other: &mut Self) {
        self.opened.extend(other.opened.drain());
    }

    /// Whether somebody has opened a proposal, at this visit or before.
    pub fn is_opened(&self, id: &ProposalId) -> bool {
        self.opened.contains(id)
    }

    /// `3 new, 1 gone since your last visit. Press d to see them.`; `None` where nothing is.
    pub fn sentence(&self) -> Option<String> {
        let (new, changed, gone) = self.counts();
        let counts = [(new, "new"), (changed, "changed"), (gone, "gone")];
        let said: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        let (key, them) = (hint(Action::ShowNews), if new + changed + gone == 1 { "it" } else { "them" });
        (!said.is_empty())
            .then(|| format!("{} since your last visit. Press {key} to see {them}.", said.join(", ")))
    }

    /// Those that have another identity now stay opened.
    pub(super) fn rename(&mut self, renamed: &HashMap<&ProposalId, &ProposalId>) {
        for (&old, &new) in renamed {
            if self.opened.contains(old) {
                self.opened.insert(new.clone());
            }
        }
    }
}

/// For each proposal of several terms the others of its line, in words.
fn lineage(catalog: &Catalog) -> HashMap<ProposalId, String> {
    let before = predecessors(catalog);
    let mut after = vec![None; before.len()];
    for (index, earlier) in before.iter().enumerate() {
        if let Some(earlier) = *earlier {
            after[earlier] = Some(index);
        }
    }
    let terms = |links: &[Option<usize>], index: usize| {
        let line = std::iter::successors(links[index], |&at| links[at]).take(NAMED);
        let names = line.filter_map(|at| Some(catalog.get(at)?.listing.term.as_ref()?.to_string()));
        names.collect::<Vec<_>>().join(", ")
    };
    let mut lineage = HashMap::new();
    for (index, entry) in catalog.iter().enumerate() {
        let (from, to) = (terms(&before, index), terms(&after, index));
        let parts = [("from", from), ("in", to)].into_iter().filter(|(_, terms)| !terms.is_empty());
        let parts: Vec<String> = parts.map(|(word, terms)| format!("continued {word} {terms}")).collect();
        if !parts.is_empty() {
            lineage.insert(entry.proposal.id.clone(), parts.join("; "));
        }
    }
    lineage
}

//! Browsing: the proposals, the filter, the order and the list that follows from them.

use std::collections::HashSet;
use std::sync::Arc;

use super::bookmarks::Bookmarks;
use super::filter::Filter;
use super::filter_history::FilterHistory;
use super::list::List;
use super::mentor_view;
use crate::model::{Catalog, Entry, ProposalId};
use crate::search::Profile;
use crate::search::Scope;
use crate::search::sort::{Sort, Sorter};
use crate::search::statistics::Statistics;

/// The proposals and which of them are listed.
#[derive(Debug, Clone)]
pub(super) struct Browsing {
    /// Shared with the thread that checks it.
    pub(super) catalog: Arc<Catalog>,
    /// Bumped whenever the catalog or the profile is replaced.
    pub(super) generation: u64,
    /// Bumped whenever the list is filled again.
    pub(super) revision: u64,
    pub(super) list: List,
    /// The proposal of the comparison's column, while there is a comparison.
    pub(super) compared: Option<ProposalId>,
    pub(super) filter: Filter,
    /// The filter that shows the newest term and that nobody typed; `None` where there was none.
    pub(super) given_filter: Option<String>,
    /// The filters before it.
    pub(super) history: FilterHistory,
    pub(super) sort: Sort,
    pub(super) sorter: Sorter,
    /// Whether a filter that names one mentor shows that mentor's tools.
    pub(super) is_desk: bool,
    /// The mentor that the filter names, when it names only that one and their tools are asked for.
    pub(super) mentor: Option<String>,
    pub(super) bookmarks: Bookmarks,
    /// The proposals that changed on disk and were not looked at since.
    pub(super) changed: HashSet<ProposalId>,
}

impl Browsing {
    /// The proposals of a catalog that a filter leaves.
    pub(super) fn new(catalog: Catalog, filter: &str) -> Self {
        let mut browsing = Self {
            catalog: Arc::new(catalog),
            generation: 0,
            revision: 0,
            list: List::default(),
            compared: None,
            filter: Filter::new(filter),
            given_filter: None,
            history: FilterHistory::default(),
            sort: Sort::default(),
            sorter: Sorter::default(),
            is_desk: false,
            mentor: None,
            bookmarks: Bookmarks::default(),
            changed: HashSet::new(),
        };
        browsing.refilter();
        browsing
    }

    /// The proposal that commands act on, with its catalog index: that of the comparison's column, else the one
    /// that the list has selected.
    pub(super) fn selected(&self) -> Option<(usize, Entry<'_>)> {
        let compared = self.compared.as_ref().and_then(|id| self.catalog.find(id));
        let index = compared.or_else(|| self.list.selected())?;
        Some((index, self.catalog.get(index)?))
    }

    /// The identity of the selected proposal.
    pub(super) fn selected_id(&self) -> Option<ProposalId> {
        self.selected().map(|(_, entry)| entry.proposal.id.clone())
    }

    /// Selects a proposal if it is listed.
    pub(super) fn select_id(&mut self, id: Option<&ProposalId>) {
        if let Some(index) = id.and_then(|id| self.catalog.find(id)) {
            self.list.select(index);
        }
    }

    /// Uses a catalog that took the place of the one before.
    pub(super) fn replace_catalog(&mut self) {
        self.generation += 1;
        self.filter.forget_catalog();
        self.sorter.forget_catalog();
        self.refilter();
    }

    /// Uses a profile: the skills that a user has.
    pub(super) fn set_profile(&mut self, profile: Profile) {
        self.filter.set_profile(profile);
        self.sorter.forget_catalog();
        self.generation += 1;
        self.refilter();
    }

    /// Puts the list in another order. The selection stays with its proposal.
    pub(super) fn set_sort(&mut self, sort: Sort) {
        self.sort = sort;
        let selected = self.selected_id();
        self.fill_list();
        self.select_id(selected.as_ref());
    }

    /// Replaces the text of the filter. The selection stays with its proposal.
    pub(super) fn set_filter(&mut self, text: &str) {
        let selected = self.selected_id();
        self.filter.set_text(text);
        self.refilter();
        self.select_id(selected.as_ref());
    }

    /// Looks the filter up and fills the list with what it finds.
    pub(super) fn refilter(&mut self) {
        self.filter.refresh(&self.catalog);
        let filter = &self.filter;
        let is_of_mentor = filter.query().terms().iter().any(|term| term.scope == Scope::Mentor);
        self.mentor = (self.is_desk && is_of_mentor)
            .then(|| mentor_view::mentor(filter.input.text(), &self.catalog, &filter.answer().hits))
            .flatten();
        self.fill_list();
    }

    fn fill_list(&mut self) {
        let (is_ranked, hits) = (self.filter.ranks(), &self.filter.answer().hits);
        let sorted = self.sorter.sorted(&self.catalog, hits, self.sort, is_ranked, self.filter.fits());
        self.list.fill(&self.catalog, &sorted, self.sort.grouping(is_ranked));
        self.revision += 1;
    }

    /// Statistics of the listed proposals.
    pub(super) fn statistics(&mut self) -> Statistics {
        self.filter.statistics(&self.catalog)
    }

    /// The catalog indexes of the marked proposals, in the order of marking. One that went away keeps its mark,
    /// should it come back.
    pub(super) fn marked(&self) -> Vec<usize> {
        self.bookmarks.places(&self.catalog).into_iter().flatten().collect()
    }

    /// The proposals of the mentor that the filter names; `None` when it names none.
    pub(super) fn mentor_proposals(&self) -> Option<HashSet<&ProposalId>> {
        self.mentor.as_ref()?;
        let hits = self.filter.answer().hits.iter();
        Some(hits.filter_map(|&hit| Some(&self.catalog.get(hit)?.proposal.id)).collect())
    }

    /// When one mentor is shown: selects the proposal that is being edited, if only one of theirs changed.
    pub(super) fn select_edited(&mut self, changed: &[ProposalId]) {
        let Some(theirs) = self.mentor_proposals() else { return };
        let mut changed = changed.iter().filter(|id| theirs.contains(id));
        if let (Some(edited), None) = (changed.next().cloned(), changed.next()) {
            self.select_id(Some(&edited));
        }
    }
}

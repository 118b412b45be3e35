//! Browsing: the proposals, the filter, the order and the list that follows from them.

use std::collections::HashSet;
use std::sync::Arc;

use super::filter::Filter;
use super::filter_history::FilterHistory;
use super::list::List;
use super::mentor_view;
use super::news::{News, NewsSign};
use super::shelf::Shelf;
use crate::model::{Catalog, Entry, ProposalId};
use crate::search::Profile;
use crate::search::sort::{Sort, Sorter};
use crate::search::statistics::Statistics;
use crate::search::{Scope, Sets};

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
    /// The shortlist.
    pub(super) shelf: Shelf,
    /// The proposals that changed on disk and were not looked at since.
    pub(super) changed: HashSet<ProposalId>,
    /// The proposals that came on disk and were not looked at since.
    pub(super) came: HashSet<ProposalId>,
    /// The news since the last visit.
    pub(super) news: News,
    /// Bumped whenever the news are replaced.
    pub(super) news_version: u64,
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
            shelf: Shelf::default(),
            changed: HashSet::new(),
            came: HashSet::new(),
            news: News::default(),
            news_version: 0,
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
        self.shelf.settle(&self.catalog);
        self.filter.forget_catalog();
        self.sorter.forget_catalog();
        self.refilter();
    }

    /// Uses the shortlist as it is now: the filter may ask for it. The selection stays with its proposal.
    pub(super) fn shelf_changed(&mut self) {
        let selected = self.selected_id();
        if self.filter.asks_for_sets() || self.shelf.hidden() != &self.filter.sets().hidden {
            self.refilter();
            self.select_id(selected.as_ref());
        }
        self.revision += 1;
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

    /// Uses news that took the place of those before: the filter may ask for them. The selection stays with its
    /// proposal.
    pub(super) fn news_changed(&mut self) {
        self.news_version += 1;
        if self.filter.asks_for_sets() {
            let selected = self.selected_id();
            self.refilter();
            self.select_id(selected.as_ref());
        }
        self.revision += 1;
    }

    /// The selected proposal counts as opened.
    pub(super) fn open_selected(&mut self) {
        if let Some(id) = self.selected_id() {
            self.news.open(id);
        }
    }

    /// The proposals that `is:` finds, where the filter may ask for them; the hidden ones always.
    fn sets(&self) -> Sets {
        let mut sets = Sets { hidden: self.shelf.hidden().clone(), ..Sets::default() };
        if !self.filter.may_ask_for_sets() {
            return sets;
        }
        sets.starred.extend(self.marked());
        for (index, entry) in self.catalog.iter().enumerate() {
            let id = &entry.proposal.id;
            let sign = self.sign(id);
            sets.new.extend((sign == Some(NewsSign::New)).then_some(index));
            sets.changed.extend((sign == Some(NewsSign::Changed)).then_some(index));
            sets.unread.extend((!self.news.is_opened(id)).then_some(index));
        }
        sets
    }

    /// The sign of a proposal: it is new or changed since the last visit, or while the program runs.
    pub(super) fn sign(&self, id: &ProposalId) -> Option<NewsSign> {
        if self.news.is_new(id) || self.came.contains(id) {
            return Some(NewsSign::New);
        }
        let is_changed = !self.news.changes(id).is_empty() || self.changed.contains(id);
        is_changed.then_some(NewsSign::Changed)
    }

    /// Looks the filter up and fills the list with what it finds.
    pub(super) fn refilter(&mut self) {
        let sets = self.sets();
        self.filter.set_sets(sets);
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

    /// The catalog indexes of the proposals on the shortlist, in the order in which they were added.
    pub(super) fn marked(&self) -> Vec<usize> {
        self.shelf.places(&self.catalog).into_iter().flatten().collect()
    }

    /// The catalog indexes of the proposals to compare.
    pub(super) fn to_compare(&self) -> Vec<usize> {
        self.shelf.compared(&self.catalog)
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

//! The list: the proposals that the filter leaves, as rows, and the selected one.

use std::collections::HashMap;

use super::action::Step;
use super::cursor;
use crate::model::Catalog;
use crate::search::sort::Grouping;

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListRow {
    /// The heading of a term, where there are several; not selectable.
    Term {
        /// Catalog index of the term's first proposal in the list.
        first: usize,
    },
    /// The heading of a project; not selectable.
    Project {
        /// Catalog index of the project's first proposal in the list.
        first: usize,
        /// How many proposals stand below it.
        count: usize,
    },
    /// A proposal, by its catalog index.
    Proposal(usize),
}

/// The proposals in the list and the selection.
#[derive(Debug, Clone, Default)]
pub struct List {
    rows: Vec<ListRow>,
    /// Rows of the proposals, in order: what the selection moves over.
    stops: Vec<usize>,
    /// Position in `stops`.
    selected: usize,
    /// First row in view.
    top: usize,
}

impl List {
    /// Fills the list, under the headings that its order has.
    pub fn fill(&mut self, catalog: &Catalog, hits: &[usize], grouping: Grouping) {
        self.rows.clear();
        self.stops.clear();
        match grouping {
            Grouping::Terms => self.append(catalog, hits),
            Grouping::Projects => self.group(catalog, hits, false),
            Grouping::Flat => {
                self.stops.extend(0..hits.len());
                self.rows.extend(hits.iter().copied().map(ListRow::Proposal));
            }
        }
        self.selected = self.selected.min(self.stops.len().saturating_sub(1));
    }

    /// Adds what stands behind the proposals of a list that is grouped by term and project, grouped
    /// on. The selection stays.
    pub fn append(&mut self, catalog: &Catalog, hits: &[usize]) {
        self.group(catalog, hits, catalog.terms().len() > 1);
    }

    fn group(&mut self, catalog: &Catalog, hits: &[usize], by_term: bool) {
        let project = |index: usize| catalog.get(index).and_then(|entry| entry.proposal.project.as_deref());
        let term = |index: usize| catalog.get(index).map(|entry| &entry.listing.term);
        let mut heading = self.rows.iter().rposition(|row| matches!(row, ListRow::Project { .. }));
        let mut before = self.stops.last().and_then(|&row| self.proposal_on(row));
        for &index in hits {
            if by_term && before.is_none_or(|before| term(before) != term(index)) {
                self.rows.push(ListRow::Term { first: index });
                heading = None;
            }
            before = Some(index);
            match heading.map(|row| &mut self.rows[row]) {
                Some(ListRow::Project { first, count }) if project(*first) == project(index) => *count += 1,
                _ => {
                    heading = Some(self.rows.len());
                    self.rows.push(ListRow::Project { first: index, count: 1 });
                }
            }
            self.stops.push(self.rows.len());
            self.rows.push(ListRow::Proposal(index));
        }
    }

    /// Every row.
    #[must_use]
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }

    /// The first row in view.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// How many proposals are in the list.
    #[must_use]
    pub fn len(&self) -> usize {
        self.stops.len()
    }

    /// Whether no proposal is in the list.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    /// The place of the selected proposal among those in the list, from 0.
    #[must_use]
    pub fn position(&self) -> usize {
        self.selected
    }

    /// The row of the selected proposal.
    #[must_use]
    pub fn selected_row(&self) -> Option<usize> {
        self.stops.get(self.selected).copied()
    }

    /// The selected proposal, by its catalog index.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.proposal_on(self.selected_row()?)
    }

    /// The proposals of the list as one comes by them from the selected one on (or back), around the
    /// end, the selected one last; by catalog index, and whether the end lies behind.
    pub fn around(&self, forward: bool) -> impl Iterator<Item = (usize, bool)> {
        let count = self.stops.len();
        (1..=count).filter_map(move |step| {
            let step = if forward { step } else { count - step };
            let stop = (self.selected + step) % count;
            let is_around = if forward { stop <= self.selected } else { stop >= self.selected };
            Some((self.proposal_on(self.stops[stop])?, is_around))
        })
    }

    fn proposal_on(&self, row: usize) -> Option<usize> {
        match self.rows.get(row)? {
            ListRow::Proposal(index) => Some(*index),
            ListRow::Project { .. } | ListRow::Term { .. } => None,
        }
    }

    /// Selects a proposal by its catalog index; says whether it is in the list.
    pub fn select(&mut self, index: usize) -> bool {
        let stop = self.stops.iter().position(|&row| self.rows[row] == ListRow::Proposal(index));
        if let Some(stop) = stop {
            self.selected = stop;
        }
        stop.is_some()
    }

    /// Selects the first of some proposals (catalog indexes) that is in the list; says whether one is. The list
    /// is looked through once, however many there are.
    pub fn select_first_of(&mut self, indexes: impl IntoIterator<Item = usize>) -> bool {
        let stops = self.stops.iter().enumerate();
        let stops: HashMap<usize, usize> =
            stops.filter_map(|(stop, &row)| Some((self.proposal_on(row)?, stop))).collect();
        let stop = indexes.into_iter().find_map(|index| stops.get(&index).copied());
        self.selected = stop.unwrap_or(self.selected);
        stop.is_some()
    }

    /// How many rows the selected proposal is below the first row in view.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.selected_row().map_or(0, |row| row.saturating_sub(self.top))
    }

    /// Scrolls so that the selected proposal is as far below the first row in view, as far as there
    /// are rows.
    pub fn scroll_to_offset(&mut self, offset: usize) {
        self.top = self.selected_row().map_or(0, |row| row.saturating_sub(offset));
    }

    /// Selects the first proposal of the list.
    pub fn select_first(&mut self) {
        self.selected = 0;
        self.top = 0;
    }

    /// Selects the proposal on a row; says whether there is one.
    pub fn select_row(&mut self, row: usize) -> bool {
        let stop = self.stops.binary_search(&row);
        if let Ok(stop) = stop {
            self.selected = stop;
        }
        stop.is_ok()
    }

    /// Moves the selection.
    pub fn step(&mut self, step: Step, page: usize) {
        self.selected = cursor::step(step, self.selected, self.stops.len(), page);
    }

    /// Selects the first proposal of the next project; says whether there is one.
    pub fn next_project(&mut self, catalog: &Catalog) -> bool {
        let Some(start) = self.project_start(catalog, self.selected) else { return false };
        let next = (start..self.stops.len()).find(|&stop| !self.same_project(catalog, start, stop));
        self.selected = next.unwrap_or(self.selected);
        next.is_some()
    }

    /// Selects the first proposal of this project, or of the one before; says whether that moved.
    pub fn previous_project(&mut self, catalog: &Catalog) -> bool {
        let Some(start) = self.project_start(catalog, self.selected) else { return false };
        let before = self.selected;
        self.selected = if start < self.selected {
            start
        } else {
            self.project_start(catalog, start.saturating_sub(1)).unwrap_or(start)
        };
        self.selected != before
    }

    /// Brings the selection into view, with the headings that stand just above.
    pub fn fit(&mut self, page: usize) {
        let Some(row) = self.selected_row() else {
            self.top = 0;
            return;
        };
        let is_heading = |above: &usize| !matches!(self.rows[*above], ListRow::Proposal(_));
        let heading = (0..row).rev().take_while(is_heading).last();
        self.top = cursor::reveal(self.top, heading.unwrap_or(row), row, page)
            .min(cursor::last_top(self.rows.len(), page));
    }

    fn project_start(&self, catalog: &Catalog, stop: usize) -> Option<usize> {
        self.stops.get(stop)?;
        (0..=stop).rev().take_while(|&other| self.same_project(catalog, other, stop)).last()
    }

    fn same_project(&self, catalog: &Catalog, one: usize, other: usize) -> bool {
        let project = |stop: usize| match self.rows[self.stops[stop]] {
            ListRow::Proposal(index) => {
                catalog.get(index).map(|entry| (&entry.listing.term, entry.proposal.project.as_deref()))
            }
            ListRow::Project { .. } | ListRow::Term { .. } => None,
        };
        project(one) == project(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Origin, Proposal, ProposalId, Span, Term};

    fn proposal(number: usize, project: Option<&str>) -> Proposal {
        let id = ProposalId::new(format!("p-{number}"));
        let title = format!("Proposal {number}");
        Proposal {
            project: project.map(str::to_owned),
            ..Proposal::new(id, title, Span::default(), Span::default())
        }
    }

    /// Proposals 0 and 1 of A, 2 of none, 3 to 5 of B.
    fn catalog() -> Catalog {
        let projects = [Some("A"), Some("A"), None, Some("B"), Some("B"), Some("B")];
        let proposals = projects.iter().enumerate().map(|(number, project)| proposal(number, *project));
        Catalog::new(vec![Listing::new(Document::new(Origin::Stdin, ""), proposals.collect())])
    }

    fn list(hits: &[usize], grouped: bool) -> List {
        let mut list = List::default();
        list.fill(&catalog(), hits, if grouped { Grouping::Terms } else { Grouping::Flat });
        list
    }

    #[test]
    fn headings_stand_above_each_project_and_are_not_selected() {
        let mut list = list(&[0, 1, 2, 3, 4, 5], true);
        let headings = list.rows().iter().filter_map(|row| match row {
            ListRow::Project { first, count } => Some((*first, *count)),
            ListRow::Proposal(_) | ListRow::Term { .. } => None,
        });
        assert_eq!(headings.collect::<Vec<_>>(), [(0, 2), (2, 1), (3, 3)]);
        assert_eq!((list.selected_row(), list.selected()), (Some(1), Some(0)));
        assert!(!list.select_row(3) && list.select_row(4));
        assert_eq!(list.selected(), Some(2));
        assert!(!list.select_row(99));
    }

    #[test]
    fn terms_have_headings_where_there_are_several() {
        let listing = |year: u16| {
            let document = Document::new(Origin::Stdin, "");
            let term = Some(Term { year, season: None, programme: None });
            Listing { term, ..Listing::new(document, vec![proposal(usize::from(year), Some("Lantern"))]) }
        };
        let catalog = Catalog::new(vec![listing(2024), listing(2025)]);
        let mut list = List::default();
        list.fill(&catalog, &[0, 1], Grouping::Terms);
        let (project, proposal) = (|first| ListRow::Project { first, count: 1 }, ListRow::Proposal);
        let term = |first| ListRow::Term { first };
        assert_eq!(list.rows(), [term(0), project(0), proposal(0), term(1), project(1), proposal(1)]);
        list.select_row(5);
        list.fit(3);
        assert_eq!(list.top(), 3, "both headings come into view with the proposal");
        assert!(list.previous_project(&catalog), "the same project of another term is another");
    }

    #[test]
    fn what_comes_in_later_goes_on_with_the_last_project() {
        let mut list = list(&[0, 1, 2, 3], true);
        list.step(Step::Last, 10);
        list.append(&catalog(), &[4, 5]);
        assert_eq!(list.rows(), self::list(&[0, 1, 2, 3, 4, 5], true).rows());
        assert_eq!((list.len(), list.selected()), (6, Some(3)));
    }

    #[test]
    fn best_first_there_are_no_headings() {
        let list = list(&[4, 0, 5], false);
        assert_eq!(list.rows(), [4, 0, 5].map(ListRow::Proposal));
        assert_eq!(list.len(), 3);
    }

    #[test]
    fn projects_are_reached_from_anywhere_inside_them() {
        let catalog = catalog();
        let mut list = list(&[0, 1, 2, 3, 4, 5], true);
        assert!(list.next_project(&catalog) && list.selected() == Some(2));
        assert!(list.next_project(&catalog) && list.selected() == Some(3));
        assert!(!list.next_project(&catalog) && list.selected() == Some(3));
        list.step(Step::Last, 10);
        assert!(list.previous_project(&catalog) && list.selected() == Some(3));
        assert!(list.previous_project(&catalog) && list.selected() == Some(2));
        assert!(list.previous_project(&catalog) && list.selected() == Some(0));
        assert!(!list.previous_project(&catalog));
    }

    #[test]
    fn the_heading_comes_into_view_with_its_first_proposal() {
        let mut list = list(&[0, 1, 2, 3, 4, 5], true);
        list.step(Step::Last, 3);
        list.fit(3);
        assert_eq!(list.top(), 6);
        list.select(3);
        list.fit(3);
        assert_eq!(list.top(), 5, "row 6 and its heading");
        list.fit(1);
        assert_eq!(list.top(), 6, "the row itself wins");
    }

    #[test]
    fn a_shorter_list_keeps_the_selection_inside_and_an_empty_one_has_none() {
        let mut list = list(&[0, 1, 2, 3, 4, 5], true);
        list.step(Step::Last, 3);
        list.fill(&catalog(), &[1, 2], Grouping::Flat);
        assert_eq!(list.selected(), Some(2));
        assert!(!list.select(5), "it is not in the list");
        list.fill(&catalog(), &[], Grouping::Flat);
        list.step(Step::Down, 3);
        list.fit(3);
        assert_eq!((list.selected(), list.selected_row(), list.top()), (None, None, 0));
        assert!(!list.next_project(&catalog()) && !list.previous_project(&catalog()));
    }
}

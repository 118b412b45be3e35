//! The list: the proposals that the filter leaves, as rows, and the selected one.

use std::collections::HashMap;

use super::rows::{Rows, SelectRow};
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

impl SelectRow for ListRow {
    fn is_selectable(&self) -> bool {
        self.proposal().is_some()
    }

    fn is_heading(&self) -> bool {
        !self.is_selectable()
    }
}

impl ListRow {
    /// The catalog index of the proposal; `None` on a heading.
    fn proposal(&self) -> Option<usize> {
        match *self {
            Self::Proposal(index) => Some(index),
            Self::Project { .. } | Self::Term { .. } => None,
        }
    }
}

/// The listed proposals under their headings, and the selected one.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// Headings and proposals.
    pub rows: Rows<ListRow>,
}

impl List {
    /// Fills the list, under the headings that its order has.
    pub fn fill(&mut self, catalog: &Catalog, hits: &[usize], grouping: Grouping) {
        self.rows.clear();
        match grouping {
            Grouping::Terms => self.append(catalog, hits),
            Grouping::Projects => self.group(catalog, hits, false),
            Grouping::Flat => hits.iter().for_each(|&hit| self.rows.push(ListRow::Proposal(hit))),
        }
        self.rows.select(self.rows.position());
    }

    /// Adds proposals at the end of a list that is grouped by term and project. The selection stays.
    pub fn append(&mut self, catalog: &Catalog, hits: &[usize]) {
        self.group(catalog, hits, catalog.terms().len() > 1);
    }

    fn group(&mut self, catalog: &Catalog, hits: &[usize], by_term: bool) {
        let project = |index: usize| catalog.get(index).and_then(|entry| entry.proposal.project.as_deref());
        let term = |index: usize| catalog.get(index).map(|entry| &entry.listing.term);
        let is_project = |row: &ListRow| matches!(row, ListRow::Project { .. });
        let mut heading = self.rows.all().iter().rposition(is_project);
        let mut before = self.rows.iter().next_back().and_then(ListRow::proposal);
        for &index in hits {
            if by_term && before.is_none_or(|before| term(before) != term(index)) {
                self.rows.push(ListRow::Term { first: index });
                heading = None;
            }
            before = Some(index);
            match heading.map(|row| &mut self.rows.all_mut()[row]) {
                Some(ListRow::Project { first, count }) if project(*first) == project(index) => *count += 1,
                _ => {
                    heading = Some(self.rows.all().len());
                    self.rows.push(ListRow::Project { first: index, count: 1 });
                }
            }
            self.rows.push(ListRow::Proposal(index));
        }
    }

    /// The number of listed proposals.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no proposal is listed.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The catalog indexes of the listed proposals, in order.
    pub fn proposals(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter_map(ListRow::proposal)
    }

    /// The catalog index of the selected proposal.
    pub fn selected(&self) -> Option<usize> {
        self.rows.selected()?.proposal()
    }

    /// The listed proposals from the one behind the selected one on (or before it, back), around the end; the
    /// selected one comes last. Each by its catalog index, and whether the end of the list was passed.
    pub fn around(&self, forward: bool) -> impl Iterator<Item = (usize, bool)> {
        let (count, selected) = (self.rows.len(), self.rows.position());
        (1..=count).filter_map(move |step| {
            let step = if forward { step } else { count - step };
            let stop = (selected + step) % count;
            let is_around = if forward { stop <= selected } else { stop >= selected };
            Some((self.rows.selectable(stop)?.proposal()?, is_around))
        })
    }

    /// Selects a proposal by its catalog index; `false` when it is not listed.
    pub fn select(&mut self, index: usize) -> bool {
        self.rows.select_where(|row| *row == ListRow::Proposal(index))
    }

    /// Selects the first of some proposals (catalog indexes) that is listed; `false` when none is. The list is
    /// looked through once, however many there are.
    pub fn select_first_of(&mut self, indexes: impl IntoIterator<Item = usize>) -> bool {
        let places = self.rows.iter().enumerate();
        let places: HashMap<usize, usize> =
            places.filter_map(|(place, row)| Some((row.proposal()?, place))).collect();
        let place = indexes.into_iter().find_map(|index| places.get(&index).copied());
        if let Some(place) = place {
            self.rows.select(place);
        }
        place.is_some()
    }

    /// Selects the first proposal of the next project; `false` in the last one.
    pub fn next_project(&mut self, catalog: &Catalog) -> bool {
        let selected = self.rows.position();
        let next = (selected..self.len()).find(|&place| !self.same_project(catalog, selected, place));
        self.rows.select(next.unwrap_or(selected));
        next.is_some()
    }

    /// Selects the first proposal of this project, or of the one before; `false` when that is selected already.
    pub fn previous_project(&mut self, catalog: &Catalog) -> bool {
        let selected = self.rows.position();
        let Some(start) = self.project_start(catalog, selected) else { return false };
        let target = if start < selected {
            start
        } else {
            self.project_start(catalog, start.saturating_sub(1)).unwrap_or(start)
        };
        self.rows.select(target);
        target != selected
    }

    fn project_start(&self, catalog: &Catalog, place: usize) -> Option<usize> {
        self.rows.selectable(place)?;
        (0..=place).rev().take_while(|&other| self.same_project(catalog, other, place)).last()
    }

    fn same_project(&self, catalog: &Catalog, one: usize, other: usize) -> bool {
        let project = |place: usize| {
            let entry = catalog.get(self.rows.selectable(place)?.proposal()?)?;
            Some((&entry.listing.term, entry.proposal.project.as_deref()))
        };
        project(one) == project(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Step;
    use crate::app::rows::Scroll as _;
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
        let headings = list.rows.all().iter().filter_map(|row| match row {
            ListRow::Project { first, count } => Some((*first, *count)),
            ListRow::Proposal(_) | ListRow::Term { .. } => None,
        });
        assert_eq!(headings.collect::<Vec<_>>(), [(0, 2), (2, 1), (3, 3)]);
        assert_eq!((list.rows.selected_row(), list.selected()), (Some(1), Some(0)));
        assert!(!list.rows.select_row(3) && list.rows.select_row(4));
        assert_eq!(list.selected(), Some(2));
        assert!(!list.rows.select_row(99));
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
        assert_eq!(list.rows.all(), [term(0), project(0), proposal(0), term(1), project(1), proposal(1)]);
        list.rows.select_row(5);
        list.rows.fit(3);
        assert_eq!(list.rows.top(), 3, "both headings come into view with the proposal");
        assert!(list.previous_project(&catalog), "the same project of another term is another");
    }

    #[test]
    fn what_comes_in_later_goes_on_with_the_last_project() {
        let mut list = list(&[0, 1, 2, 3], true);
        list.rows.step(Step::Last, 10);
        list.append(&catalog(), &[4, 5]);
        assert_eq!(list.rows.all(), self::list(&[0, 1, 2, 3, 4, 5], true).rows.all());
        assert_eq!((list.len(), list.selected()), (6, Some(3)));
    }

    #[test]
    fn best_first_there_are_no_headings() {
        let list = list(&[4, 0, 5], false);
        assert_eq!(list.rows.all(), [4, 0, 5].map(ListRow::Proposal));
        assert_eq!(list.len(), 3);
    }

    #[test]
    fn projects_are_reached_from_anywhere_inside_them() {
        let catalog = catalog();
        let mut list = list(&[0, 1, 2, 3, 4, 5], true);
        assert!(list.next_project(&catalog) && list.selected() == Some(2));
        assert!(list.next_project(&catalog) && list.selected() == Some(3));
        assert!(!list.next_project(&catalog) && list.selected() == Some(3));
        list.rows.step(Step::Last, 10);
        assert!(list.previous_project(&catalog) && list.selected() == Some(3));
        assert!(list.previous_project(&catalog) && list.selected() == Some(2));
        assert!(list.previous_project(&catalog) && list.selected() == Some(0));
        assert!(!list.previous_project(&catalog));
    }

    #[test]
    fn the_heading_comes_into_view_with_its_first_proposal() {
        let mut list = list(&[0, 1, 2, 3, 4, 5], true);
        list.rows.step(Step::Last, 3);
        list.rows.fit(3);
        assert_eq!(list.rows.top(), 6);
        list.select(3);
        list.rows.fit(3);
        assert_eq!(list.rows.top(), 5, "row 6 and its heading");
        list.rows.fit(1);
        assert_eq!(list.rows.top(), 6, "the row itself wins");
    }

    #[test]
    fn a_shorter_list_keeps_the_selection_inside_and_an_empty_one_has_none() {
        let mut list = list(&[0, 1, 2, 3, 4, 5], true);
        list.rows.step(Step::Last, 3);
        list.fill(&catalog(), &[1, 2], Grouping::Flat);
        assert_eq!(list.selected(), Some(2));
        assert!(!list.select(5), "it is not in the list");
        list.fill(&catalog(), &[], Grouping::Flat);
        list.rows.step(Step::Down, 3);
        list.rows.fit(3);
        assert_eq!((list.selected(), list.rows.selected_row(), list.rows.top()), (None, None, 0));
        assert!(!list.next_project(&catalog()) && !list.previous_project(&catalog()));
    }
}

//! The panel: problems as rows below the proposals (or the rules) that they belong to, and the selected one.

use std::collections::HashMap;
use std::sync::Arc;

use super::{CheckResult, Problem};
use crate::app::action::Step;
use crate::app::cursor;
use crate::app::input::Input;
use crate::check::Severity;
use crate::model::ProposalId;
use crate::search::words;

/// What the problems stand below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProblemGrouping {
    /// The proposal that they are about, or the project, or else the document.
    #[default]
    Proposals,
    /// The rule that they break.
    Rules,
}

/// A row of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemRow {
    /// Nothing, between two groups.
    Blank,
    /// The heading of a group, by its number.
    Group(usize),
    /// A problem, by its number.
    Problem(usize),
}

/// What some problems have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is: a title, a rule.
    pub title: String,
    /// What goes with it: the project, the document.
    pub note: String,
    /// How many problems of it are left.
    pub count: usize,
}

/// What is listed: the problem with this number of a document, and the document.
#[derive(Debug, Clone)]
pub(in crate::app) struct Item {
    pub(in crate::app) checked: Arc<CheckResult>,
    pub(in crate::app) number: usize,
}

impl Item {
    pub(in crate::app) fn problem(&self) -> &Problem {
        &self.checked.problems[self.number]
    }

    /// What stays when the text around a problem changes.
    fn key(&self) -> (&ProposalKey, &str, &str) {
        let found = &self.problem().found;
        (&found.subject.proposal, found.rule.code, &found.message)
    }
}

type ProposalKey = Option<ProposalId>;

/// The problems as rows, what was typed to narrow them down, and the selected one.
#[derive(Debug, Clone, Default)]
pub struct ProblemPanel {
    /// What was typed to narrow them down.
    pub input: Input,
    /// Whether it is being typed.
    pub typing: bool,
    grouping: ProblemGrouping,
    /// The proposal that was selected when the panel was opened: its problems come first.
    home: Option<ProposalId>,
    items: Vec<Item>,
    groups: Vec<Group>,
    rows: Vec<ProblemRow>,
    /// Rows of the problems, in order: what the selection moves over.
    stops: Vec<usize>,
    selected: usize,
    top: usize,
}

impl ProblemPanel {
    pub(super) fn new(items: Vec<Item>, home: Option<ProposalId>) -> Self {
        let mut panel = Self { home, items, ..Self::default() };
        panel.arrange();
        panel
    }

    /// What they stand below.
    #[must_use]
    pub fn grouping(&self) -> ProblemGrouping {
        self.grouping
    }

    /// The rows that are left.
    #[must_use]
    pub fn rows(&self) -> &[ProblemRow] {
        &self.rows
    }

    /// A group, by its number.
    #[must_use]
    pub fn group(&self, number: usize) -> Option<&Group> {
        self.groups.get(number)
    }

    /// A problem, by its number, with what was found in its document.
    #[must_use]
    pub fn problem(&self, number: usize) -> Option<(&Arc<CheckResult>, &Problem)> {
        self.items.get(number).map(|item| (&item.checked, item.problem()))
    }

    /// How many are left, and how many there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.stops.len(), self.items.len())
    }

    /// How many of a severity are left.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let left = self.stops.iter().filter_map(|&stop| self.item_on(stop));
        left.filter(|item| item.problem().found.severity == severity).count()
    }

    /// The row of the selected problem.
    #[must_use]
    pub fn selected_row(&self) -> Option<usize> {
        self.stops.get(self.selected).copied()
    }

    /// The selected problem, with what was found in its document.
    #[must_use]
    pub fn selected(&self) -> Option<(&Arc<CheckResult>, &Problem)> {
        self.selected_item().map(|item| (&item.checked, item.problem()))
    }

    /// The first row in view.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    pub(in crate::app) fn selected_item(&self) -> Option<&Item> {
        self.item_on(self.selected_row()?)
    }

    fn item_on(&self, row: usize) -> Option<&Item> {
        match *self.rows.get(row)? {
            ProblemRow::Problem(number) => self.items.get(number),
            ProblemRow::Blank | ProblemRow::Group(_) => None,
        }
    }

    /// Narrows down to the problems that hold every word typed.
    pub(in crate::app) fn narrow(&mut self) {
        self.arrange();
        (self.selected, self.top) = (0, 0);
    }

    /// Puts them below something else. The selection stays.
    pub(in crate::app) fn regroup(&mut self) {
        self.grouping = match self.grouping {
            ProblemGrouping::Proposals => ProblemGrouping::Rules,
            ProblemGrouping::Rules => ProblemGrouping::Proposals,
        };
        self.keep_selection(Self::arrange);
    }

    /// Takes other problems. The selection stays with its problem; where that is gone, with its place.
    pub(super) fn refresh(&mut self, items: Vec<Item>) {
        self.keep_selection(|panel| {
            panel.items = items;
            panel.arrange();
        });
    }

    fn keep_selection(&mut self, change: impl FnOnce(&mut Self)) {
        let before = self.selected_item().cloned();
        change(self);
        let last = self.stops.len().saturating_sub(1);
        let same = |item: &Item| before.as_ref().is_some_and(|before| before.key() == item.key());
        let stays = |&stop: &usize| self.item_on(self.stops[stop]).is_some_and(same);
        let at = (0..self.stops.len()).filter(stays).min_by_key(|stop| stop.abs_diff(self.selected));
        self.selected = at.unwrap_or(self.selected.min(last));
    }

    /// Makes the rows: those of the proposal that was selected first, else in the order of the documents.
    fn arrange(&mut self) {
        let words = words(self.input.text());
        let fits = |number: &usize| {
            let item = &self.items[*number];
            let texts = searched(item);
            words.iter().all(|word| texts.iter().any(|text| word.place_in(text).is_some()))
        };
        let mut left: Vec<usize> = (0..self.items.len()).filter(fits).collect();
        let keys: Vec<GroupKey> = self.items.iter().map(|item| GroupKey::of(item, self.grouping)).collect();
        let mut firsts: HashMap<&GroupKey, usize> = HashMap::new();
        for &number in &left {
            firsts.entry(&keys[number]).or_insert(number);
        }
        let is_home = |number: usize| {
            self.home.is_some() && self.items[number].problem().found.subject.proposal == self.home
        };
        let place = |number: usize| match self.grouping {
            ProblemGrouping::Proposals => (!is_home(number), "", firsts[&keys[number]]),
            ProblemGrouping::Rules => (false, keys[number].name.as_str(), usize::from(!is_home(number))),
        };
        // Stable: inside a group the order of the documents stays.
        left.sort_by(|one, other| place(*one).cmp(&place(*other)));
        (self.groups, self.rows, self.stops) = (Vec::new(), Vec::new(), Vec::new());
        let mut last: Option<&GroupKey> = None;
        for number in left {
            if last != Some(&keys[number]) {
                if last.is_some() {
                    self.rows.push(ProblemRow::Blank);
                }
                self.rows.push(ProblemRow::Group(self.groups.len()));
                self.groups.push(keys[number].group());
                last = Some(&keys[number]);
            }
            if let Some(group) = self.groups.last_mut() {
                group.count += 1;
            }
            self.stops.push(self.rows.len());
            self.rows.push(ProblemRow::Problem(number));
        }
    }

    pub(in crate::app) fn step(&mut self, step: Step, page: usize) {
        self.selected = cursor::step(step, self.selected, self.stops.len(), page);
    }

    /// Selects the problem on a row in view; says whether there is one.
    fn select_row(&mut self, row: usize) -> bool {
        let stop = self.stops.binary_search(&(self.top + row));
        self.selected = stop.unwrap_or(self.selected);
        stop.is_ok()
    }

    /// Selects the problem on a row in view; says whether it was selected before, and so is meant to be
    /// gone to.
    pub(in crate::app) fn choose_row(&mut self, row: usize) -> bool {
        let before = self.selected_row();
        self.select_row(row) && self.selected_row() == before
    }

    /// Brings the selected problem into view, with a heading just above it.
    pub(in crate::app) fn fit(&mut self, page: usize) {
        let row = self.selected_row().unwrap_or(0);
        let first = row - usize::from(row > 0 && matches!(self.rows[row - 1], ProblemRow::Group(_)));
        self.top = cursor::reveal(self.top, first, row, page).min(cursor::last_top(self.rows.len(), page));
    }
}

/// Where a word that narrows down is looked for.
fn searched(item: &Item) -> [&str; 6] {
    let found = &item.problem().found;
    [
        &found.message,
        found.rule.code,
        found.rule.name,
        found.severity.name(),
        found.subject.project.as_deref().unwrap_or_default(),
        found.subject.title.as_deref().unwrap_or_default(),
    ]
}

/// What tells one group from another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct GroupKey {
    name: String,
    note: String,
    /// Two proposals may have one title.
    id: Option<ProposalId>,
}

impl GroupKey {
    fn of(item: &Item, grouping: ProblemGrouping) -> Self {
        let found = &item.problem().found;
        let subject = &found.subject;
        let project = || subject.project.clone().unwrap_or_default();
        match grouping {
            ProblemGrouping::Rules => {
                Self { name: found.rule.code.to_owned(), note: found.rule.name.to_owned(), id: None }
            }
            ProblemGrouping::Proposals => match (&subject.title, &subject.project) {
                (Some(title), _) => {
                    Self { name: title.clone(), note: project(), id: subject.proposal.clone() }
                }
                (None, Some(project)) => {
                    Self { name: project.clone(), note: "the project as a whole".to_owned(), id: None }
                }
                (None, None) => {
                    let note = "the document as a whole".to_owned();
                    Self { name: item.checked.origin.to_string(), note, id: None }
                }
            },
        }
    }

    fn group(&self) -> Group {
        Group { title: self.name.clone(), note: self.note.clone(), count: 0 }
    }
}

//! The panel: problems as rows below the proposals (or the rules) that they belong to, and the selected one.

use std::collections::HashMap;
use std::sync::Arc;

use super::{CheckResult, NO_PROBLEM, Problem};
use crate::app::action::Action;
use crate::app::keymap::Focus;
use crate::app::narrowing::Narrowing;
use crate::app::panel::{Outcome, Panel};
use crate::app::rows::{Rows, Scroll, SelectRow};
use crate::app::state::State;
use crate::check::Severity;
use crate::model::ProposalId;
use crate::search::words;

/// The headings above the problems.
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

impl SelectRow for ProblemRow {
    fn is_selectable(&self) -> bool {
        matches!(self, Self::Problem(_))
    }

    fn is_heading(&self) -> bool {
        matches!(self, Self::Group(_))
    }
}

/// A heading above problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The title of a proposal, or a rule.
    pub title: String,
    /// A note beside the title: the project, the document.
    pub note: String,
    /// How many problems of it are left.
    pub count: usize,
}

/// A listed problem: the result of its document, and its number there.
#[derive(Debug, Clone)]
pub(in crate::app) struct ProblemItem {
    pub(in crate::app) checked: Arc<CheckResult>,
    pub(in crate::app) number: usize,
}

impl ProblemItem {
    pub(in crate::app) fn problem(&self) -> &Problem {
        &self.checked.problems[self.number]
    }

    /// Identifies a problem although the text around it changes.
    fn key(&self) -> (&ProposalKey, &str, &str) {
        let found = &self.problem().found;
        (&found.subject.proposal, found.rule.code, &found.message)
    }
}

type ProposalKey = Option<ProposalId>;

/// The problems as rows, what was typed to narrow them down, and the selected one.
#[derive(Debug, Clone, Default)]
pub struct ProblemPanel {
    /// The words that narrow the problems down.
    pub narrowing: Narrowing,
    grouping: ProblemGrouping,
    /// The proposal that was selected when the panel was opened: its problems come first.
    home: Option<ProposalId>,
    items: Vec<ProblemItem>,
    groups: Vec<Group>,
    /// Headings, problems and gaps.
    pub rows: Rows<ProblemRow>,
}

impl ProblemPanel {
    pub(in crate::app) fn new(items: Vec<ProblemItem>, home: Option<ProposalId>) -> Self {
        let mut panel = Self { home, items, ..Self::default() };
        panel.arrange();
        panel
    }

    /// The proposal whose problems come first.
    pub(in crate::app) fn home(&self) -> Option<&ProposalId> {
        self.home.as_ref()
    }

    /// The headings above the problems.
    pub fn grouping(&self) -> ProblemGrouping {
        self.grouping
    }

    /// A group, by its number.
    pub fn group(&self, number: usize) -> Option<&Group> {
        self.groups.get(number)
    }

    /// A problem, by its number, with what was found in its document.
    pub fn problem(&self, number: usize) -> Option<(&Arc<CheckResult>, &Problem)> {
        self.items.get(number).map(|item| (&item.checked, item.problem()))
    }

    /// How many are left, and how many there are.
    pub fn counts(&self) -> (usize, usize) {
        (self.rows.len(), self.items.len())
    }

    /// How many of a severity are left.
    pub fn count(&self, severity: Severity) -> usize {
        let left = self.rows.iter().filter_map(|row| item_on(&self.items, row));
        left.filter(|item| item.problem().found.severity == severity).count()
    }

    /// The selected problem, with what was found in its document.
    pub fn selected(&self) -> Option<(&Arc<CheckResult>, &Problem)> {
        self.selected_item().map(|item| (&item.checked, item.problem()))
    }

    pub(super) fn selected_item(&self) -> Option<&ProblemItem> {
        item_on(&self.items, self.rows.selected()?)
    }

    /// Narrows down to the problems that hold every word typed.
    pub(in crate::app) fn narrow(&mut self) {
        self.arrange();
        self.rows.select_first();
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
    fn update(&mut self, items: Vec<ProblemItem>) {
        self.keep_selection(|panel| {
            panel.items = items;
            panel.arrange();
        });
    }

    fn keep_selection(&mut self, change: impl FnOnce(&mut Self)) {
        let before = self.selected_item().cloned();
        change(self);
        let is_same = |item: &ProblemItem| before.as_ref().is_some_and(|before| before.key() == item.key());
        let items = &self.items;
        self.rows.keep(|row| item_on(items, row).is_some_and(is_same));
    }

    /// Makes the rows: those of the proposal that was selected first, else in the order of the documents.
    fn arrange(&mut self) {
        let words = words(self.narrowing.input.text());
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
        self.groups.clear();
        self.rows.clear();
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
            self.rows.push(ProblemRow::Problem(number));
        }
    }
}

fn item_on<'a>(items: &'a [ProblemItem], row: &ProblemRow) -> Option<&'a ProblemItem> {
    match *row {
        ProblemRow::Problem(number) => items.get(number),
        ProblemRow::Blank | ProblemRow::Group(_) => None,
    }
}

impl Panel for ProblemPanel {
    fn focus(&self) -> Focus {
        self.narrowing.focus(Focus::Problems)
    }

    fn narrowing(&mut self) -> Option<&mut Narrowing> {
        Some(&mut self.narrowing)
    }

    fn typed(&mut self, _: &mut State) {
        self.narrow();
    }

    fn rows(&mut self) -> Option<&mut dyn Scroll> {
        Some(&mut self.rows)
    }

    /// A second click on a problem goes to it.
    fn select_row(&mut self, row: usize) -> bool {
        let before = self.rows.selected_row();
        self.rows.select_in_view(row) && self.rows.selected_row() == before
    }

    fn enter(&mut self, state: &mut State) -> Outcome {
        if self.narrowing.keep() {
            return Outcome::Stay;
        }
        let Some((checked, problem)) = self.selected() else {
            state.inform(NO_PROBLEM);
            return Outcome::Stay;
        };
        if state.go_to_problem(&checked.origin, problem) { Outcome::Close } else { Outcome::Stay }
    }

    fn refresh(&mut self, state: &mut State) {
        self.update(state.listed_problems());
    }

    fn has_use(&self, action: Action) -> bool {
        action != Action::PreviewFix || self.selected().is_some_and(|(_, problem)| problem.is_fixable())
    }
}

/// Where a word that narrows down is looked for.
fn searched(item: &ProblemItem) -> [&str; 6] {
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

/// Identifies a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct GroupKey {
    name: String,
    note: String,
    /// Two proposals may have one title.
    id: Option<ProposalId>,
}

impl GroupKey {
    fn of(item: &ProblemItem, grouping: ProblemGrouping) -> Self {
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

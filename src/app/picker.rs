//! A picker: a menu that is narrowed down by typing.

use super::action::{Action, Step};
use super::cursor;
use super::input::Input;
use crate::search::Query;

/// What happens when an item is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// An address is opened.
    Open(String),
    /// A command is run.
    Run(Action),
}

/// One item of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub name: String,
    /// What goes with it: the address, the keys.
    pub note: String,
    /// What taking it does.
    pub choice: Choice,
}

/// A menu, what was typed to narrow it down, and the selected item.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What it offers.
    pub title: String,
    /// What was typed.
    pub input: Input,
    items: Vec<Item>,
    /// Positions in `items` of what is left.
    left: Vec<usize>,
    selected: usize,
    top: usize,
}

impl Picker {
    /// A menu of items, the first one selected.
    #[must_use]
    pub fn new(title: impl Into<String>, items: Vec<Item>) -> Self {
        let left = (0..items.len()).collect();
        Self { title: title.into(), input: Input::default(), items, left, selected: 0, top: 0 }
    }

    /// The items that are left, in order.
    #[must_use]
    pub fn items(&self) -> impl ExactSizeIterator<Item = &Item> {
        self.left.iter().map(|&at| &self.items[at])
    }

    /// How many items there are in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.items.len()
    }

    /// The position of the selected item among those that are left.
    #[must_use]
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// The first item in view.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// What taking the selected item does.
    #[must_use]
    pub fn choice(&self) -> Option<&Choice> {
        self.items().nth(self.selected).map(|item| &item.choice)
    }

    /// Narrows down to the items that hold every word typed.
    pub fn refresh(&mut self) {
        let query = Query::parse(self.input.text());
        let holds =
            |item: &Item| query.words().iter().all(|word| word.is_in(&item.name) || word.is_in(&item.note));
        self.left = (0..self.items.len()).filter(|&at| holds(&self.items[at])).collect();
        self.selected = 0;
        self.top = 0;
    }

    /// Moves the selection.
    pub fn step(&mut self, step: Step, page: usize) {
        self.selected = cursor::step(step, self.selected, self.left.len(), page);
    }

    /// Selects the item on a row in view; says whether there is one.
    pub fn select_row(&mut self, row: usize) -> bool {
        let there = self.top + row < self.left.len();
        if there {
            self.selected = self.top + row;
        }
        there
    }

    /// Brings the selection into view.
    pub fn fit(&mut self, page: usize) {
        self.top = cursor::reveal(self.top, self.selected, self.selected, page)
            .min(cursor::last_top(self.left.len(), page));
    }
}

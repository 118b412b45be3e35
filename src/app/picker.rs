//! A picker: a menu that is narrowed down by typing.

use super::action::{Action, Step};
use super::cursor;
use super::input::Input;
use crate::search::words;

/// What happens when an item is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// An address is opened.
    Open(String),
    /// The QR code of an address is shown.
    QrCode(String),
    /// Nothing, and this is said: where an address leads is not to be opened.
    Refuse(String),
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

/// The place of a word that only the note of an item holds: behind every place in a name.
const IN_NOTE: usize = 10_000;

/// A menu, what was typed to narrow it down, and the selected item.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What it offers.
    pub title: String,
    /// What was typed.
    pub input: Input,
    items: Vec<Item>,
    /// Position in `items` of what holds now, where one of them does.
    current: Option<usize>,
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
        let (input, title) = (Input::default(), title.into());
        Self { title, input, items, current: None, left, selected: 0, top: 0 }
    }

    /// The same, where one of the items holds now: it is marked, and selected first.
    #[must_use]
    pub fn with_current(mut self, at: usize) -> Self {
        self.current = Some(at);
        self.selected = at.min(self.items.len().saturating_sub(1));
        self
    }

    /// Whether one of the items holds now.
    #[must_use]
    pub fn has_current(&self) -> bool {
        self.current.is_some()
    }

    /// Whether an item, by its position among those that are left, is the one that holds now.
    #[must_use]
    pub fn is_current(&self, at: usize) -> bool {
        self.current.is_some() && self.left.get(at).copied() == self.current
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

    /// Narrows down to the items that hold every word typed, those first that begin with it: whoever
    /// types the name of a thing means that thing.
    pub fn refresh(&mut self) {
        let words = words(self.input.text());
        let place = |item: &Item| {
            let places = words
                .iter()
                .map(|word| word.place_in(&item.name).or_else(|| word.place_in(&item.note).map(|_| IN_NOTE)));
            places.sum::<Option<usize>>()
        };
        let mut left: Vec<(usize, usize)> =
            self.items.iter().enumerate().filter_map(|(at, item)| Some((place(item)?, at))).collect();
        left.sort_unstable();
        self.left = left.into_iter().map(|(_, at)| at).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn picker() -> Picker {
        let item = |(name, note): (&str, &str)| Item {
            name: name.to_owned(),
            note: note.to_owned(),
            choice: Choice::Open(note.to_owned()),
        };
        let items =
            [("Upstream", "https://a.example/1"), ("Apply", "https://b.example"), ("Mentor Añé", "c")];
        Picker::new("Links", items.map(item).into())
    }

    fn narrowed(text: &str) -> Picker {
        let mut picker = picker();
        picker.input.paste(text);
        picker.refresh();
        picker
    }

    #[test]
    fn every_word_is_looked_for_in_name_and_note() {
        let names = |text| narrowed(text).items().map(|item| item.name.clone()).collect::<Vec<_>>();
        assert_eq!(names("example"), ["Upstream", "Apply"]);
        assert_eq!(names("example up"), ["Upstream"]);
        assert_eq!(names("ane"), ["Mentor Añé"]);
        assert_eq!(names("a"), ["Apply", "Upstream", "Mentor Añé"], "what begins with it comes first");
        assert_eq!(names("Apply"), ["Apply"]);
        assert_eq!(names(" "), ["Upstream", "Apply", "Mentor Añé"]);
    }

    #[test]
    fn what_is_left_can_be_taken_and_nothing_else() {
        let mut picker = narrowed("example");
        picker.step(Step::Last, 5);
        assert_eq!(picker.choice(), Some(&Choice::Open("https://b.example".to_owned())));
        assert!(!picker.select_row(2) && picker.select_row(0));
        assert_eq!(picker.selected(), 0);
        assert_eq!((narrowed("zzz").choice(), narrowed("zzz").total()), (None, 3));
    }

    #[test]
    fn the_selection_stays_in_view() {
        let mut picker = picker();
        picker.step(Step::Last, 1);
        picker.fit(1);
        assert_eq!(picker.top(), 2);
        assert!(picker.select_row(0) && picker.selected() == 2, "rows are counted from the top");
        picker.fit(9);
        assert_eq!(picker.top(), 0);
    }
}

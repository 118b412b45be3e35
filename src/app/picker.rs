//! A menu: items in list mode, which words narrow down.

use std::borrow::Cow;

use super::action::Action;
use super::keymap::Focus;
use super::narrowing::Narrowing;
use super::panel::{Outcome, Panel};
use super::rows::{Rows, Scroll, SelectRow};
use super::state::State;
use crate::model::ProposalId;
use crate::search::words;

/// The effect of choosing an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// An address is opened.
    Open(String),
    /// The QR code of an address is shown.
    QrCode(String),
    /// The address must not be opened, and this sentence says why.
    Refuse(String),
    /// A command is run.
    Run(Action),
    /// A proposal is shown.
    Show(ProposalId),
}

/// One item of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// Its name.
    pub name: String,
    /// A note beside the name: the address, the keys.
    pub note: String,
    /// Other words that find it; never shown.
    pub keywords: &'static str,
    /// The effect of choosing it.
    pub choice: Choice,
}

/// The place of a word that only the note of an item holds: behind every place in a name.
const IN_NOTE: usize = 10_000;

/// An item that is left, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Left(usize);

impl SelectRow for Left {
    fn is_selectable(&self) -> bool {
        true
    }
}

/// A menu, the text that narrows it down, and the selected item.
#[derive(Debug, Clone)]
pub struct Picker {
    /// The title of the menu.
    pub title: String,
    /// The words that narrow the items down.
    pub narrowing: Narrowing,
    items: Vec<MenuItem>,
    /// The number of the item that is in effect now.
    current: Option<usize>,
    /// The items that are left.
    rows: Rows<Left>,
}

impl Picker {
    /// A menu of items, the first one selected.
    pub fn new(title: impl Into<String>, items: Vec<MenuItem>) -> Self {
        let (narrowing, title) = (Narrowing::default(), title.into());
        let mut picker = Self { title, narrowing, items, current: None, rows: Rows::default() };
        picker.narrow();
        picker
    }

    /// Typed into at once, as the palette is.
    pub fn typed_at_once(self) -> Self {
        Self { narrowing: Narrowing::always_typing(), ..self }
    }

    /// Marks the item that is in effect now (by its number), and selects it.
    pub fn with_current(mut self, at: usize) -> Self {
        self.current = Some(at);
        self.rows.select(at);
        self
    }

    /// Selects an item, by its position among those that are left; the last one where there are fewer.
    pub(super) fn select(&mut self, position: usize) {
        self.rows.select(position);
    }

    /// Whether one of the items is marked as in effect.
    pub fn has_current(&self) -> bool {
        self.current.is_some()
    }

    /// Whether the item at a position among those that are left is in effect.
    pub fn is_current(&self, position: usize) -> bool {
        self.current.is_some() && self.rows.selectable(position).map(|left| left.0) == self.current
    }

    /// The items that are left, in order.
    pub fn items(&self) -> impl ExactSizeIterator<Item = &MenuItem> {
        self.rows.iter().map(|left| &self.items[left.0])
    }

    /// The number of all items.
    pub fn total(&self) -> usize {
        self.items.len()
    }

    /// The position of the selected item among those that are left.
    pub fn selected(&self) -> usize {
        self.rows.position()
    }

    /// The position of the first item in view.
    pub fn top(&self) -> usize {
        self.rows.top()
    }

    /// The effect of choosing the selected item.
    pub fn choice(&self) -> Option<&Choice> {
        self.rows.selected().map(|left| &self.items[left.0].choice)
    }

    /// The address of the selected item; `None` when it is no link.
    pub(super) fn address(&self) -> Option<&str> {
        match self.choice()? {
            Choice::Open(url) | Choice::QrCode(url) => Some(url),
            Choice::Refuse(_) | Choice::Run(_) | Choice::Show(_) => None,
        }
    }

    /// Narrows down to the items that hold every word of the input, those first that begin with it: who types the
    /// name of a thing means that thing.
    fn narrow(&mut self) {
        let words = words(self.narrowing.input.text());
        let place = |item: &MenuItem| {
            let beside = |word: &crate::search::Pattern| {
                let texts = [item.note.as_str(), item.keywords];
                texts.iter().any(|text| word.place_in(text).is_some()).then_some(IN_NOTE)
            };
            let places = words.iter().map(|word| word.place_in(&item.name).or_else(|| beside(word)));
            places.sum::<Option<usize>>()
        };
        let mut left: Vec<(usize, usize)> =
            self.items.iter().enumerate().filter_map(|(at, item)| Some((place(item)?, at))).collect();
        left.sort_unstable();
        self.rows.clear();
        self.rows.select_first();
        for (_, at) in left {
            self.rows.push(Left(at));
        }
    }
}

impl Panel for Picker {
    fn focus(&self) -> Focus {
        self.narrowing.focus(Focus::Menu)
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

    fn enter(&mut self, state: &mut State) -> Outcome {
        match self.choice().cloned() {
            None => Outcome::Stay,
            Some(Choice::Open(url)) => state.open(&url).map_or(Outcome::Close, Outcome::Effect),
            Some(Choice::QrCode(url)) => Outcome::ShowQrCode(url),
            Some(Choice::Refuse(sentence)) => {
                state.fail(sentence);
                Outcome::Close
            }
            Some(Choice::Run(action)) => Outcome::Run(action),
            Some(Choice::Show(id)) => {
                if let Some(index) = state.browsing.catalog.find(&id) {
                    state.show(index);
                }
                Outcome::Close
            }
        }
    }

    /// Where the selected link leads; why a proposal is offered.
    fn sentence(&self) -> Option<Cow<'_, str>> {
        let selected = &self.items[self.rows.selected()?.0];
        match &selected.choice {
            Choice::Show(_) => Some(Cow::Borrowed(&selected.note)),
            Choice::Open(text) | Choice::QrCode(text) | Choice::Refuse(text) => Some(Cow::Borrowed(text)),
            Choice::Run(_) => None,
        }
    }

    fn has_use(&self, action: Action) -> bool {
        !matches!(action, Action::CopyLink | Action::ShowQrCode) || self.address().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Step;

    fn picker() -> Picker {
        let item = |(name, note): (&str, &str)| MenuItem {
            name: name.to_owned(),
            note: note.to_owned(),
            keywords: "",
            choice: Choice::Open(note.to_owned()),
        };
        let items =
            [("Upstream", "https://a.example/1"), ("Apply", "https://b.example"), ("Mentor Añé", "c")];
        Picker::new("Links", items.map(item).into())
    }

    fn narrowed(text: &str) -> Picker {
        let mut picker = picker();
        picker.narrowing.input.paste(text);
        picker.narrow();
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
        picker.rows.step(Step::Last, 5);
        assert_eq!(picker.choice(), Some(&Choice::Open("https://b.example".to_owned())));
        assert!(!picker.rows.select_in_view(2) && picker.rows.select_in_view(0));
        assert_eq!(picker.selected(), 0);
        assert_eq!((narrowed("zzz").choice(), narrowed("zzz").total()), (None, 3));
    }

    #[test]
    fn the_selection_stays_in_view() {
        let mut picker = picker();
        picker.rows.step(Step::Last, 1);
        picker.rows.fit(1);
        assert_eq!(picker.top(), 2);
        assert!(picker.rows.select_in_view(0) && picker.selected() == 2, "rows are counted from the top");
        picker.rows.fit(9);
        assert_eq!(picker.top(), 0);
    }
}

//! The shortlist as a panel: a row for each entry, and the selected one.

use super::action::Action;
use super::keymap::{Focus, hint_in};
use super::narrowing::Narrowing;
use super::panel::{Outcome, Panel};
use super::rows::{Rows, Scroll, SelectRow};
use super::state::State;
use crate::model::ShortlistEntry;
use crate::model::shortlist::{EntryKey, Whereabouts};
use crate::search::words;

/// An entry with what became of its proposal.
#[derive(Debug, Clone)]
pub struct ShortlistItem {
    pub entry: ShortlistEntry,
    key: EntryKey,
    /// The catalog index; `None` where it is not in the catalog.
    pub place: Option<usize>,
    pub whereabouts: Whereabouts,
    /// Whether it was chosen to be compared.
    pub is_chosen: bool,
}

/// An entry that is left, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemRow(pub usize);

impl SelectRow for ItemRow {
    fn is_selectable(&self) -> bool {
        true
    }
}

/// The entries as rows, what was typed to narrow them down, and the selected one.
#[derive(Debug, Clone, Default)]
pub struct ShortlistPanel {
    /// The words that narrow the entries down.
    pub narrowing: Narrowing,
    items: Vec<ShortlistItem>,
    pub rows: Rows<ItemRow>,
}

impl ShortlistPanel {
    /// All entries, with one of them selected.
    pub(super) fn new(state: &State, selected: Option<&EntryKey>) -> Self {
        let mut panel = Self::default();
        panel.load(state);
        panel.arrange();
        panel.rows.select_where(|row| selected == Some(&panel.items[row.0].key));
        panel
    }

    fn load(&mut self, state: &State) {
        let (shelf, catalog) = (&state.browsing.shelf, &state.browsing.catalog);
        let places = shelf.places(catalog);
        let item = |(entry, place): (&ShortlistEntry, Option<usize>)| ShortlistItem {
            entry: entry.clone(),
            key: entry.key(),
            place,
            whereabouts: Whereabouts::of(entry, place, catalog),
            is_chosen: shelf.chosen.contains(&entry.key()),
        };
        self.items = shelf.list().entries.iter().zip(places).map(item).collect();
        // Applications that have ended stand last; otherwise they stand as they were added.
        self.items.sort_by_key(|item| item.entry.status.is_ended());
    }

    /// Fills the rows with the entries that hold every word typed. The selection stays where it can.
    fn arrange(&mut self) {
        let words = words(self.narrowing.input.text());
        let selected = self.selected().cloned();
        self.rows.clear();
        for (number, item) in self.items.iter().enumerate() {
            let record = &item.entry.record;
            let texts = [
                record.title.as_str(),
                record.project.as_deref().unwrap_or_default(),
                record.term.as_deref().unwrap_or_default(),
                item.entry.status.name(),
                item.entry.note.as_str(),
            ];
            let is_left = words.iter().all(|word| texts.iter().any(|text| word.place_in(text).is_some()));
            if is_left {
                self.rows.push(ItemRow(number));
            }
        }
        let keys: Vec<&EntryKey> = self.items.iter().map(|item| &item.key).collect();
        self.rows.keep(|row| Some(keys[row.0]) == selected.as_ref());
    }

    /// An entry, by its number.
    pub fn item(&self, row: ItemRow) -> Option<&ShortlistItem> {
        self.items.get(row.0)
    }

    /// The selected entry.
    pub fn selected_item(&self) -> Option<&ShortlistItem> {
        self.item(*self.rows.selected()?)
    }

    /// The key of the selected entry.
    pub(super) fn selected(&self) -> Option<&EntryKey> {
        self.selected_item().map(|item| &item.key)
    }

    /// How many entries there are.
    pub fn total(&self) -> usize {
        self.items.len()
    }

    /// Every entry.
    pub fn items(&self) -> &[ShortlistItem] {
        &self.items
    }
}

impl Panel for ShortlistPanel {
    fn focus(&self) -> Focus {
        self.narrowing.focus(Focus::Shortlist)
    }

    fn narrowing(&mut self) -> Option<&mut Narrowing> {
        Some(&mut self.narrowing)
    }

    fn typed(&mut self, _: &mut State) {
        self.arrange();
    }

    fn rows(&mut self) -> Option<&mut dyn Scroll> {
        Some(&mut self.rows)
    }

    /// Shows the proposal on its page, or says where it is.
    fn enter(&mut self, state: &mut State) -> Outcome {
        if self.narrowing.keep() {
            return Outcome::Stay;
        }
        let Some(item) = self.selected_item() else { return Outcome::Stay };
        if let Some(index) = item.place {
            state.show(index);
            return Outcome::Close;
        }
        let said = item.whereabouts.sentence(&item.entry).unwrap_or_default();
        let open = hint_in(Focus::Shortlist, Action::OpenUpstream);
        state.inform(format!("Not open here: {said}. Press {open} to open its issue."));
        Outcome::Stay
    }

    /// A click selects; a second one is for the keyboard.
    fn click(&mut self, _: &mut State) -> Outcome {
        Outcome::Stay
    }

    fn refresh(&mut self, state: &mut State) {
        let selected = self.selected().cloned();
        let position = self.rows.position();
        self.load(state);
        self.arrange();
        let keys: Vec<&EntryKey> = self.items.iter().map(|item| &item.key).collect();
        if !self.rows.select_where(|row| Some(keys[row.0]) == selected.as_ref()) {
            self.rows.select(position);
        }
    }
}

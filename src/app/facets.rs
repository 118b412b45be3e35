//! The facets: a panel of values to choose from, which edits the text of the filter.

use std::collections::HashMap;

use super::browsing::Browsing;
use super::keymap::Focus;
use super::narrowing::Narrowing;
use super::panel::{Outcome, Panel};
use super::rows::{Rows, Scroll, SelectRow};
use super::state::State;
use crate::model::ProposalId;
use crate::search::edit::Choice;
use crate::search::facets::{Facet, Value};
use crate::search::skills::{Area, canonical};
use crate::search::words;

/// A row of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetRow {
    /// The heading of an area of skills; `None` above skills that are not known ones.
    Area(Option<Area>),
    /// A value, by its position among all of them.
    Value(usize),
}

impl SelectRow for FacetRow {
    fn is_selectable(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    fn is_heading(&self) -> bool {
        matches!(self, Self::Area(_))
    }
}

/// The values of one facet, and the selected one.
#[derive(Debug, Clone)]
pub struct FacetPanel {
    /// The words that narrow the values down.
    pub narrowing: Narrowing,
    facet: Facet,
    values: Vec<Value>,
    /// The values that are left, under headings.
    pub rows: Rows<FacetRow>,
    /// The proposal that was selected when the panel was opened.
    home: Option<ProposalId>,
    /// Whether a value was chosen since the panel was opened.
    has_chosen: bool,
}

impl FacetPanel {
    /// The values of the first facet.
    pub(super) fn new(browsing: &mut Browsing) -> Self {
        let home = browsing.selected_id();
        let mut panel = Self {
            narrowing: Narrowing::default(),
            facet: Facet::Skills,
            values: Vec::new(),
            rows: Rows::default(),
            home,
            has_chosen: false,
        };
        panel.show(Facet::Skills, browsing);
        panel
    }

    /// Shows the values of a facet.
    pub(super) fn show(&mut self, facet: Facet, browsing: &mut Browsing) {
        (self.narrowing, self.facet) = (Narrowing::default(), facet);
        self.values = browsing.filter.values(&browsing.catalog, facet);
        self.narrow();
    }

    /// Shows the next or previous facet, around the end.
    pub(super) fn turn(&mut self, forward: bool, browsing: &mut Browsing) {
        let at = Facet::ALL.iter().position(|other| *other == self.facet).unwrap_or_default();
        let by = if forward { 1 } else { Facet::ALL.len() - 1 };
        self.show(Facet::ALL[(at + by) % Facet::ALL.len()], browsing);
    }

    /// The facet.
    pub fn facet(&self) -> Facet {
        self.facet
    }

    /// A value by its number.
    pub fn value(&self, number: usize) -> Option<&Value> {
        self.values.get(number)
    }

    /// The number of values that are left, and of all.
    pub fn counts(&self) -> (usize, usize) {
        (self.rows.len(), self.values.len())
    }

    /// Narrows down to the values that hold every word of the input, and selects the one that was most probably
    /// meant: a skill by any of its spellings, otherwise a value that begins with the words.
    fn narrow(&mut self) {
        let typed = self.narrowing.input.text();
        let words = words(typed);
        let skill = canonical(typed).filter(|_| self.facet == Facet::Skills);
        let place = |value: &Value| -> Option<usize> {
            let (name, value) = (value.count.name(), &value.count.value);
            if skill.is_some_and(|skill| skill.name() == value) {
                return Some(0);
            }
            words.iter().map(|word| word.place_in(name).or_else(|| word.place_in(value))).sum()
        };
        self.rows.clear();
        self.rows.select_first();
        let mut best: Option<(usize, usize)> = None;
        let mut area = None;
        for (at, value) in self.values.iter().enumerate() {
            let Some(place) = place(value) else { continue };
            if self.facet == Facet::Skills && area != Some(value.count.area) {
                area = Some(value.count.area);
                self.rows.push(FacetRow::Area(value.count.area));
            }
            if best.is_none_or(|(least, _)| place < least) {
                best = Some((place, self.rows.len()));
            }
            self.rows.push(FacetRow::Value(at));
        }
        self.rows.select(best.map_or(0, |(_, position)| position));
    }

    /// Takes other counts and choices. Rows stay where they are, so that a key can be pressed again.
    fn update(&mut self, values: Vec<Value>) {
        let key = |value: &Value| (value.count.value.clone(), value.count.area);
        let known: HashMap<_, usize> = self.values.iter().map(key).zip(0..).collect();
        for value in &mut self.values {
            (value.choice, value.count.count) = (Choice::Off, 0);
        }
        let before = self.values.len();
        for value in values {
            match known.get(&key(&value)) {
                Some(&at) => self.values[at] = value,
                None => self.values.push(value),
            }
        }
        if self.values.len() > before {
            let selected = self.selected_value().map(key);
            // Stable: values that were there keep their order inside their areas.
            self.values.sort_by_key(|value| (value.count.area.is_none(), value.count.area));
            self.narrow();
            let values = &self.values;
            self.rows.select_where(|row| value_on(values, row).map(key) == selected);
        }
    }

    fn selected_value(&self) -> Option<&Value> {
        value_on(&self.values, self.rows.selected()?)
    }

    /// Chooses the selected value, or takes that choice back. `false` when there is none; a notice says so.
    pub(super) fn choose(&mut self, choice: Choice, state: &mut State) -> bool {
        let Some(value) = self.selected_value() else {
            state.inform("No value to choose.");
            return false;
        };
        let choice = if value.choice == choice { Choice::Off } else { choice };
        let browsing = &mut state.browsing;
        let text = self.facet.choose(browsing.filter.input.text(), &value.count.value, choice);
        browsing.set_filter(&text);
        browsing.select_id(self.home.as_ref());
        self.has_chosen = true;
        true
    }
}

fn value_on<'a>(values: &'a [Value], row: &FacetRow) -> Option<&'a Value> {
    match *row {
        FacetRow::Value(at) => values.get(at),
        FacetRow::Area(_) => None,
    }
}

impl Panel for FacetPanel {
    fn focus(&self) -> Focus {
        self.narrowing.focus(Focus::Facets)
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

    /// Closes the panel and shows what the choices leave; without any, the selected value is chosen first. While the
    /// values are narrowed down, chooses the selected one and goes back to the list.
    fn enter(&mut self, state: &mut State) -> Outcome {
        let was_typing = self.narrowing.keep();
        let is_off = self.selected_value().is_none_or(|value| value.choice == Choice::Off);
        if is_off && (was_typing || !self.has_chosen) && !self.choose(Choice::Included, state) {
            return Outcome::Stay;
        }
        if was_typing { Outcome::Stay } else { Outcome::Close }
    }

    fn click(&mut self, state: &mut State) -> Outcome {
        self.choose(Choice::Included, state);
        Outcome::Stay
    }

    fn refresh(&mut self, state: &mut State) {
        let browsing = &mut state.browsing;
        self.update(browsing.filter.values(&browsing.catalog, self.facet));
    }
}

/// Filters by a value that the detail shows, or stops doing so. The selection stays.
pub(super) fn toggle(state: &mut State, facet: Facet, value: &str) {
    let browsing = &mut state.browsing;
    let text = browsing.filter.input.text();
    let is_included = facet.choice(text, value) == Choice::Included;
    let (choice, done) = if is_included { (Choice::Off, "no longer by") } else { (Choice::Included, "by") };
    let text = facet.choose(text, value, choice);
    browsing.set_filter(&text);
    let (left, all) = (browsing.list.len(), browsing.catalog.len());
    state.inform(format!("Filtered {done} {} {value}: {left} of {all} proposals.", facet.scope()));
}

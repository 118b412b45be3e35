//! The facets: a panel of values to choose from, which edits the text of the filter.

use std::collections::HashMap;

use super::action::Step;
use super::cursor;
use super::input::Input;
use super::notice::Notice;
use super::{App, Layer};
use crate::model::ProposalId;
use crate::search::edit::Choice;
use crate::search::facets::{Facet, Value};
use crate::search::skills::{Area, canonical};
use crate::search::words;

/// One row of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetRow {
    /// The heading of an area of skills; of none where the skills are not known ones.
    Area(Option<Area>),
    /// A value, by its position among all of them.
    Value(usize),
}

/// The panel: the values of one facet, and the selected one.
#[derive(Debug, Clone)]
pub struct FacetPanel {
    /// What was typed to narrow the values down.
    pub input: Input,
    facet: Facet,
    values: Vec<Value>,
    /// What is left of them, under headings.
    rows: Vec<FacetRow>,
    /// Rows of the values, in order: what the selection moves over.
    stops: Vec<usize>,
    /// Position in `stops`.
    selected: usize,
    top: usize,
    /// The proposal that was selected when the panel was opened.
    home: Option<ProposalId>,
}

impl FacetPanel {
    fn new(facet: Facet, values: Vec<Value>, home: Option<ProposalId>) -> Self {
        let mut panel = Self {
            input: Input::default(),
            facet,
            values,
            rows: Vec::new(),
            stops: Vec::new(),
            selected: 0,
            top: 0,
            home,
        };
        panel.narrow();
        panel
    }

    /// The facet.
    #[must_use]
    pub fn facet(&self) -> Facet {
        self.facet
    }

    /// The rows that are left.
    #[must_use]
    pub fn rows(&self) -> &[FacetRow] {
        &self.rows
    }

    /// A value, by its position.
    #[must_use]
    pub fn value(&self, at: usize) -> Option<&Value> {
        self.values.get(at)
    }

    /// How many values are left, and how many there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.stops.len(), self.values.len())
    }

    /// The row of the selected value.
    #[must_use]
    pub fn selected_row(&self) -> Option<usize> {
        self.stops.get(self.selected).copied()
    }

    /// The first row in view.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// Narrows down to the values that hold every word typed, and selects the one that was most
    /// probably meant: a skill by any of its spellings, else where a value begins with it.
    pub(super) fn narrow(&mut self) {
        let words = words(self.input.text());
        let skill = canonical(self.input.text()).filter(|_| self.facet == Facet::Skills);
        let place = |value: &Value| -> Option<usize> {
            let (name, value) = (value.count.name(), &value.count.value);
            if skill.is_some_and(|skill| skill.name() == value) {
                return Some(0);
            }
            words.iter().map(|word| word.place_in(name).or_else(|| word.place_in(value))).sum()
        };
        (self.rows, self.stops) = (Vec::new(), Vec::new());
        let mut best = None;
        for (at, value) in self.values.iter().enumerate() {
            let Some(place) = place(value) else { continue };
            let heading = FacetRow::Area(value.count.area);
            let last = self.rows.iter().rev().find(|row| matches!(row, FacetRow::Area(_)));
            if self.facet == Facet::Skills && last != Some(&heading) {
                self.rows.push(heading);
            }
            if best.is_none_or(|(least, _)| place < least) {
                best = Some((place, self.stops.len()));
            }
            self.stops.push(self.rows.len());
            self.rows.push(FacetRow::Value(at));
        }
        self.selected = best.map_or(0, |(_, stop)| stop);
        self.top = 0;
    }

    /// Takes other counts and marks. Rows stay where they are, so that a key can be pressed again.
    fn refresh(&mut self, values: Vec<Value>) {
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
            // Stable: those that are there keep their order inside their areas.
            self.values.sort_by_key(|value| (value.count.area.is_none(), value.count.area));
            self.narrow();
            let is_selected = |&stop: &usize| self.value_on(self.stops[stop]).map(key) == selected;
            self.selected = (0..self.stops.len()).find(is_selected).unwrap_or(self.selected);
        }
    }

    pub(super) fn step(&mut self, step: Step, page: usize) {
        self.selected = cursor::step(step, self.selected, self.stops.len(), page);
    }

    /// Selects the value on a row in view; says whether there is one.
    pub(super) fn select_row(&mut self, row: usize) -> bool {
        let stop = self.stops.binary_search(&(self.top + row));
        self.selected = stop.unwrap_or(self.selected);
        stop.is_ok()
    }

    /// Brings the selected value into view, with a heading just above it.
    pub(super) fn fit(&mut self, page: usize) {
        let Some(row) = self.selected_row() else {
            self.top = 0;
            return;
        };
        let heading = row.checked_sub(1).filter(|&above| matches!(self.rows[above], FacetRow::Area(_)));
        self.top = cursor::reveal(self.top, heading.unwrap_or(row), row, page)
            .min(cursor::last_top(self.rows.len(), page));
    }

    fn selected_value(&self) -> Option<&Value> {
        self.value_on(self.selected_row()?)
    }

    fn value_on(&self, row: usize) -> Option<&Value> {
        match self.rows.get(row)? {
            FacetRow::Value(at) => self.values.get(*at),
            FacetRow::Area(_) => None,
        }
    }
}

/// Opens the panel.
pub(super) fn show(app: &mut App) {
    let home = app.selected_id();
    open(app, Facet::Skills, home);
}

fn open(app: &mut App, facet: Facet, home: Option<ProposalId>) {
    let values = app.filter.values(&app.catalog, facet);
    app.layers.push(Layer::Facets(Box::new(FacetPanel::new(facet, values, home))));
}

/// Goes on to the next facet, or back to the one before, around the end.
pub(super) fn turn(app: &mut App, forward: bool) {
    let Some(Layer::Facets(panel)) = app.layers.last() else { return };
    let (facet, home) = (panel.facet, panel.home.clone());
    let at = Facet::ALL.iter().position(|other| *other == facet).unwrap_or_default();
    let by = if forward { 1 } else { Facet::ALL.len() - 1 };
    app.layers.pop();
    open(app, Facet::ALL[(at + by) % Facet::ALL.len()], home);
}

/// Includes the selected value, then excludes it, then neither.
pub(super) fn cycle(app: &mut App) {
    let Some(Layer::Facets(panel)) = app.layers.last() else { return };
    let Some(value) = panel.selected_value() else {
        return app.notify(Notice::info("there is no value to choose"));
    };
    let (facet, name, choice) = (panel.facet, value.count.value.clone(), value.choice.next());
    let home = panel.home.clone();
    choose(app, facet, &name, choice);
    app.select_id(home.as_ref());
}

fn choose(app: &mut App, facet: Facet, value: &str, choice: Choice) {
    let text = facet.choose(app.filter.input.text(), value, choice);
    app.filter.input = Input::new(&text);
    app.refilter();
}

/// Filters by a value that the detail shows; where that is done already, no longer. The selection
/// stays.
pub(super) fn toggle(app: &mut App, facet: Facet, value: &str) {
    let included = facet.choice(app.filter.input.text(), value) == Choice::Included;
    let (choice, done) = if included { (Choice::Off, "no longer by") } else { (Choice::Included, "by") };
    let selected = app.selected_id();
    choose(app, facet, value, choice);
    app.select_id(selected.as_ref());
    let (left, all) = (app.list.len(), app.catalog.len());
    app.notify(Notice::info(format!("filtered {done} {} {value}: {left} of {all} proposals", facet.scope())));
}

/// The catalog or the filter have changed: an open panel counts anew.
pub(super) fn refresh(app: &mut App) {
    let open = app.layers.iter_mut().find_map(|layer| match layer {
        Layer::Facets(panel) => Some(panel),
        _ => None,
    });
    if let Some(panel) = open {
        let values = app.filter.values(&app.catalog, panel.facet);
        panel.refresh(values);
    }
}

//! The start page: the places where listings are, to choose from.

use std::path::PathBuf;

use super::effect::Effect;
use super::keymap::Focus;
use super::narrowing::Narrowing;
use super::panel::{Outcome, Panel};
use super::rows::{Rows, Scroll, SelectRow};
use super::state::State;
use crate::search::words;

/// The parts of the start page, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceGroup {
    Before,
    Own,
    Known,
    Sample,
}

impl PlaceGroup {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Before => "Opened before",
            Self::Own => "Yours",
            Self::Known => "Known places",
            Self::Sample => "Try it",
        }
    }
}

/// A place where a listing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub group: PlaceGroup,
    pub name: String,
    /// The programme, or the kind of place, in a few words.
    pub about: String,
    /// Where its text is now: the age of the copy, or that there is none.
    pub state: String,
    /// The address or the path; `None` for the sample.
    pub target: Option<PathBuf>,
}

/// A row of the start page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartRow {
    /// The heading of a group.
    Heading(PlaceGroup),
    /// A place, by its number.
    Place(usize),
    /// The path or the address that was typed.
    Typed,
    /// Nothing, between two groups.
    Blank,
}

impl SelectRow for StartRow {
    fn is_selectable(&self) -> bool {
        matches!(self, Self::Place(_) | Self::Typed)
    }

    fn is_heading(&self) -> bool {
        matches!(self, Self::Heading(_))
    }
}

/// The places, and the selected one.
#[derive(Debug, Clone)]
pub struct StartPanel {
    /// The words that narrow the places down; or a path or an address.
    pub narrowing: Narrowing,
    places: Vec<Place>,
    pub rows: Rows<StartRow>,
}

impl StartPanel {
    /// The page with these places, the first one selected.
    pub(super) fn new(mut places: Vec<Place>) -> Self {
        places.sort_by_key(|place| place.group);
        let mut panel = Self { narrowing: Narrowing::default(), places, rows: Rows::default() };
        panel.narrow();
        panel
    }

    /// Whether nothing was opened before.
    pub fn is_first(&self) -> bool {
        self.places.iter().all(|place| place.group != PlaceGroup::Before)
    }

    /// A place by its number.
    pub fn place(&self, number: usize) -> Option<&Place> {
        self.places.get(number)
    }

    /// The path or the address that was typed.
    pub fn typed_path(&self) -> &str {
        self.narrowing.input.text().trim()
    }

    /// Narrows down to the places that hold every word of the input. Of a path or an address, that itself is a row.
    fn narrow(&mut self) {
        let words = words(self.narrowing.input.text());
        let holds = |place: &Place| {
            let target = place.target.as_ref().map(|target| target.to_string_lossy()).unwrap_or_default();
            let texts = [&*place.name, &*place.about, &*target];
            words.iter().all(|word| texts.iter().any(|text| word.place_in(text).is_some()))
        };
        self.rows.clear();
        self.rows.select_first();
        let mut group = None;
        for (number, place) in self.places.iter().enumerate().filter(|(_, place)| holds(place)) {
            if group != Some(place.group) {
                if group.is_some() {
                    self.rows.push(StartRow::Blank);
                }
                self.rows.push(StartRow::Heading(place.group));
                group = Some(place.group);
            }
            self.rows.push(StartRow::Place(number));
        }
        let typed = self.narrowing.input.text().trim();
        if typed.contains(['/', '\\', ':']) || (self.rows.is_empty() && !typed.is_empty()) {
            self.rows.push(StartRow::Typed);
        }
    }
}

impl Panel for StartPanel {
    fn focus(&self) -> Focus {
        self.narrowing.focus(Focus::Start)
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

    fn enter(&mut self, _: &mut State) -> Outcome {
        let target = match self.rows.selected() {
            Some(&StartRow::Place(number)) => self.places.get(number).map(|place| place.target.clone()),
            Some(StartRow::Typed) => Some(Some(PathBuf::from(self.typed_path()))),
            _ => None,
        };
        target.map_or(Outcome::Stay, |target| Outcome::Effect(Effect::OpenListing(target)))
    }
}

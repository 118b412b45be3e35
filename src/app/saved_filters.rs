//! Saved filters: those of the configuration, by their names.

use super::App;
use super::action::Action;
use super::keymap::hint;
use super::picker::{Choice, MenuItem};
use super::state::State;

impl App {
    /// Sets the saved filters: (name, filter).
    pub fn offer_filters(&mut self, filters: Vec<(String, String)>) {
        self.state.offers.filters = filters;
    }
}

/// The saved filters as commands.
pub(super) fn items(state: &State) -> impl Iterator<Item = MenuItem> {
    state.offers.filters.iter().enumerate().map(|(at, (name, filter))| MenuItem {
        name: format!("Filter: {name}"),
        note: filter.clone(),
        keywords: "saved",
        choice: Choice::Run(Action::UseFilter(at)),
    })
}

/// Filters by the saved filter at this place.
pub(super) fn apply(state: &mut State, at: usize) {
    let Some((name, filter)) = state.offers.filters.get(at).cloned() else { return };
    state.browsing.set_filter(&filter);
    state.browsing.list.rows.select_first();
    state.inform(format!("Filtered by {name}. Press {} to undo.", hint(Action::Undo)));
}

//! The filter bar while it is typed into.

use super::action::{Edit, Step};
use super::browsing::Browsing;
use super::effect::Effect;
use super::input::Input;
use super::keymap::Focus;
use super::panel::{Outcome, Panel};
use super::rows::Scroll;
use super::state::State;
use crate::model::ProposalId;

/// The filter bar: the proposal to select, and the state that Esc goes back to.
#[derive(Debug, Clone)]
pub struct FilterBar {
    /// The proposal that was selected when the bar was opened, or was moved to since.
    home: Option<ProposalId>,
    /// Whether the selection was moved since: it then stays with its proposal while that fits.
    is_chosen: bool,
    /// The text of the filter from before the bar was opened.
    input: Input,
    /// The proposal that was selected then.
    selected: Option<ProposalId>,
    /// How many rows it was below the first row in view.
    offset: usize,
}

impl FilterBar {
    /// Opens the bar. A filter that is there gets a space behind it: a new word is typed next.
    pub(super) fn open(browsing: &mut Browsing) -> Self {
        let input = browsing.filter.input.clone();
        if !input.text().is_empty() && !input.text().ends_with(' ') {
            browsing.filter.input.edit(Edit::End);
            browsing.filter.input.paste(" ");
        }
        let selected = browsing.selected_id();
        Self {
            home: selected.clone(),
            is_chosen: false,
            input,
            selected,
            offset: browsing.list.rows.offset(),
        }
    }

    /// The proposal to select when the filter finds it again.
    pub(super) fn home(&self) -> Option<&ProposalId> {
        self.home.as_ref()
    }

    /// The selection was moved by hand: it stays with its proposal from now on.
    pub(super) fn choose(&mut self, browsing: &Browsing) {
        if let Some(selected) = browsing.selected_id() {
            (self.home, self.is_chosen) = (Some(selected), true);
        }
    }
}

impl Panel for FilterBar {
    fn focus(&self) -> Focus {
        Focus::Filter
    }

    fn input<'a>(&'a mut self, state: &'a mut State) -> Option<&'a mut Input> {
        Some(&mut state.browsing.filter.input)
    }

    fn typed(&mut self, state: &mut State) {
        let browsing = &mut state.browsing;
        browsing.refilter();
        browsing.list.rows.select_first();
        if self.is_chosen {
            browsing.select_id(self.home.as_ref());
        }
    }

    fn step(&mut self, step: Step, state: &mut State) {
        state.browsing.list.rows.step(step, state.viewport.list_rows);
        self.choose(&state.browsing);
    }

    fn enter(&mut self, _: &mut State) -> Outcome {
        Outcome::Effect(Effect::KeepFilter)
    }

    fn back(&mut self, state: &mut State) -> bool {
        let browsing = &mut state.browsing;
        browsing.filter.input = self.input.clone();
        browsing.refilter();
        browsing.select_id(self.selected.as_ref());
        browsing.list.rows.scroll_to_offset(self.offset);
        true
    }
}

//! The search in the text while it is typed into, and the steps from match to match.

use super::action::Step;
use super::find_next::find_next;
use super::input::Input;
use super::keymap::Focus;
use super::notice::NO_SELECTION;
use super::panel::{Outcome, Panel};
use super::state::State;

/// The search in the text. Its input is part of the detail, which shows the matches.
#[derive(Debug, Clone)]
pub struct FindBar;

impl Panel for FindBar {
    fn focus(&self) -> Focus {
        Focus::Find
    }

    fn input<'a>(&'a mut self, state: &'a mut State) -> Option<&'a mut Input> {
        state.detail.find.as_mut().map(|find| &mut find.input)
    }

    fn typed(&mut self, state: &mut State) {
        state.detail.seek();
    }

    fn step(&mut self, step: Step, state: &mut State) {
        step_match(state, !matches!(step, Step::Up | Step::PageUp));
    }

    fn enter(&mut self, state: &mut State) -> Outcome {
        state.detail.find.take_if(|find| find.input.text().is_empty());
        Outcome::Close
    }

    fn back(&mut self, state: &mut State) -> bool {
        state.detail.find = None;
        true
    }
}

/// Goes to the next or previous match of the search; without a search, to the next or previous place that the
/// filter found.
pub(super) fn step_match(state: &mut State, forward: bool) {
    let Some(id) = state.browsing.selected_id() else { return state.inform(NO_SELECTION) };
    if state.detail.needle().is_empty() && state.browsing.filter.is_active() {
        if state.require_detail() && !state.detail.step_mark(&id, forward, &state.viewport) {
            state.inform("No match of the filter on this page.");
        }
    } else if state.detail.needle().is_empty() {
        state.inform("No search yet. Press / in the reader to search.");
    } else if state.require_detail() && !state.detail.step_match(&id, forward, &state.viewport) {
        find_next(state, forward);
    }
}

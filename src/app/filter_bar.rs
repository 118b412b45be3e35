//! The filter bar while it is typed into.

use super::action::{Edit, Step};
use super::browsing::Browsing;
use super::completion::Completion;
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
    /// The filter of the history that stands in the bar, by its place, and what was typed before.
    walked: Option<(usize, Input)>,
    /// The completions of a word, while there are several to choose from.
    completion: Option<Completion>,
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
            walked: None,
            completion: None,
        }
    }

    /// The proposal to select when the filter finds it again.
    pub(super) fn home(&self) -> Option<&ProposalId> {
        self.home.as_ref()
    }

    /// The completions to choose from.
    pub fn completion(&self) -> Option<&Completion> {
        self.completion.as_ref()
    }

    /// Puts the filter before or after the one in the bar there: as in a shell, behind the newest is what was typed.
    pub(super) fn walk(&mut self, forward: bool, state: &mut State) {
        self.completion = None;
        let browsing = &mut state.browsing;
        let history = &browsing.history;
        let at = self.walked.as_ref().map_or(history.len(), |(at, _)| *at);
        let shown = browsing.filter.input.text().trim();
        let other = |at: &usize| history.get(*at).is_some_and(|text| text != shown);
        let next = if forward { (at + 1..history.len()).find(other) } else { (0..at).rev().find(other) };
        match (next.and_then(|at| Some((at, history.get(at)?))), self.walked.take()) {
            (Some((at, text)), walked) => {
                let input = Input::new(text);
                let typed = std::mem::replace(&mut browsing.filter.input, input);
                self.walked = Some((at, walked.map_or(typed, |(_, typed)| typed)));
            }
            (None, Some((_, typed))) if forward => browsing.filter.input = typed,
            (None, walked) => {
                self.walked = walked;
                return state.inform(if forward { "No later filter." } else { "No earlier filter." });
            }
        }
        self.look_up(state);
    }

    /// Completes the word at the cursor; after that, by the next or previous completion, and a field by its values.
    pub(super) fn complete(&mut self, forward: bool, state: &mut State) {
        let browsing = &mut state.browsing;
        let is_field = forward && self.completion.as_ref().is_some_and(Completion::is_field);
        if is_field && let Some(values) = Completion::of(&mut browsing.filter, &browsing.catalog) {
            self.completion = Some(values);
        } else if let Some(completion) = &mut self.completion {
            completion.turn(forward);
        } else if let Some(completion) = Completion::of(&mut browsing.filter, &browsing.catalog) {
            self.completion = Some(completion);
        } else {
            return state.inform("Nothing completes this word.");
        }
        self.take_completion(state);
    }

    /// Puts the selected completion into the filter. Where there is only one, nothing is left to choose.
    fn take_completion(&mut self, state: &mut State) {
        let Some(completion) = &self.completion else { return };
        state.browsing.filter.input = completion.input();
        if completion.rows.len() == 1 {
            self.completion = None;
        }
        self.look_up(state);
    }

    fn look_up(&self, state: &mut State) {
        let browsing = &mut state.browsing;
        browsing.refilter();
        browsing.list.rows.select_first();
        if self.is_chosen {
            browsing.select_id(self.home.as_ref());
        }
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
        (self.completion, self.walked) = (None, None);
        self.look_up(state);
    }

    fn rows(&mut self) -> Option<&mut dyn Scroll> {
        self.completion.as_mut().map(|completion| &mut completion.rows as &mut dyn Scroll)
    }

    /// Takes the completion that was clicked.
    fn click(&mut self, state: &mut State) -> Outcome {
        self.take_completion(state);
        self.completion = None;
        Outcome::Stay
    }

    fn step(&mut self, step: Step, state: &mut State) {
        state.browsing.list.rows.step(step, state.viewport.list_rows);
        self.choose(&state.browsing);
    }

    fn enter(&mut self, _: &mut State) -> Outcome {
        Outcome::Effect(Effect::KeepFilter)
    }

    fn back(&mut self, state: &mut State) -> bool {
        if let Some(completion) = self.completion.take() {
            state.browsing.filter.input = completion.typed().clone();
            self.look_up(state);
            return false;
        }
        let browsing = &mut state.browsing;
        browsing.filter.input = self.input.clone();
        browsing.refilter();
        browsing.select_id(self.selected.as_ref());
        browsing.list.rows.scroll_to_offset(self.offset);
        true
    }
}

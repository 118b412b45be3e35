//! The help: the keys of the place where it was asked for, those of the others, and how a filter is written.

use super::action::Step;
use super::cursor;
use super::keymap::Focus;
use super::narrowing::Narrowing;
use super::panel::{Outcome, Panel};
use super::state::State;
use super::viewport::Viewport;

/// The help, and how far it is scrolled.
#[derive(Debug, Clone)]
pub struct HelpPanel {
    /// The first row in view.
    pub top: usize,
    /// Where it was asked for.
    pub of: Focus,
    /// The words that are searched for among keys and actions.
    pub narrowing: Narrowing,
}

impl HelpPanel {
    /// The help for a place, at its beginning.
    pub(super) fn new(of: Focus) -> Self {
        Self { top: 0, of, narrowing: Narrowing::default() }
    }
}

impl Panel for HelpPanel {
    fn focus(&self) -> Focus {
        self.narrowing.focus(Focus::Help)
    }

    fn narrowing(&mut self) -> Option<&mut Narrowing> {
        Some(&mut self.narrowing)
    }

    fn typed(&mut self, _: &mut State) {
        self.top = 0;
    }

    fn step(&mut self, step: Step, state: &mut State) {
        self.top = cursor::scroll(step, self.top, state.viewport.layer_height, state.viewport.layer_rows);
    }

    fn fit(&mut self, viewport: &Viewport) {
        self.top = self.top.min(cursor::last_top(viewport.layer_height, viewport.layer_rows));
    }

    fn enter(&mut self, _: &mut State) -> Outcome {
        self.narrowing.keep();
        Outcome::Stay
    }
}

//! A text over the panes: the help, the comparison.

use super::action::Step;
use super::cursor;
use super::keymap::Focus;
use super::panel::Panel;
use super::state::State;
use super::viewport::Viewport;

/// A text that is scrolled.
#[derive(Debug, Clone)]
pub struct ScrollPanel {
    /// The first row in view.
    pub top: usize,
    focus: Focus,
}

impl ScrollPanel {
    /// A text at its beginning, with the keys that count in it.
    pub(super) fn new(focus: Focus) -> Self {
        Self { top: 0, focus }
    }
}

impl Panel for ScrollPanel {
    fn focus(&self) -> Focus {
        self.focus
    }

    fn step(&mut self, step: Step, state: &mut State) {
        self.top = cursor::scroll(step, self.top, state.viewport.layer_height, state.viewport.layer_rows);
    }

    fn fit(&mut self, viewport: &Viewport) {
        self.top = self.top.min(cursor::last_top(viewport.layer_height, viewport.layer_rows));
    }
}

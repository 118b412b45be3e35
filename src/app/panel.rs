//! Panels: drawn over the panes, with the keyboard while they are on top.

use std::borrow::Cow;

use super::action::{Action, Step};
use super::effect::Effect;
use super::input::Input;
use super::keymap::Focus;
use super::rows::Scroll;
use super::state::State;
use super::viewport::Viewport;

/// The consequence of a choice in a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The panel stays.
    Stay,
    /// The panel closes.
    Close,
    /// The panel closes, and the effect is for the shell.
    Effect(Effect),
    /// The panel closes, then the action is done.
    Run(Action),
    /// The panel closes, then the QR code of the address is shown.
    ShowQrCode(String),
}

/// The state of a panel. The defaults are those of a panel in which nothing is typed, selected or scrolled.
pub(super) trait Panel {
    /// Which keys count while the panel is on top.
    fn focus(&self) -> Focus;

    /// The input that printable keys go to.
    fn input<'a>(&'a mut self, _state: &'a mut State) -> Option<&'a mut Input> {
        None
    }

    /// The text of the input has changed.
    fn typed(&mut self, _state: &mut State) {}

    /// The rows that the panel consists of: moving in them, clicking and scrolling follow.
    fn rows(&mut self) -> Option<&mut dyn Scroll> {
        None
    }

    /// Moves the selection or scrolls.
    fn step(&mut self, step: Step, state: &mut State) {
        if let Some(rows) = self.rows() {
            rows.step(step, state.viewport.layer_rows);
        }
    }

    /// Selects the first row of the next or previous section; `false` in a panel without sections.
    fn step_section(&mut self, _forward: bool) -> bool {
        false
    }

    /// Selects the row at a distance from the first one in view. Returns whether it is to be entered.
    fn select_row(&mut self, row: usize) -> bool {
        self.rows().is_some_and(|rows| rows.select_in_view(row))
    }

    /// Brings the selection into view, or scrolls back behind the end of a text.
    fn fit(&mut self, viewport: &Viewport) {
        if let Some(rows) = self.rows() {
            rows.fit(viewport.layer_rows);
        }
    }

    /// Chooses what is selected.
    fn enter(&mut self, _state: &mut State) -> Outcome {
        Outcome::Stay
    }

    /// Cancels what was typed. Returns whether the panel closes.
    fn back(&mut self, _state: &mut State) -> bool {
        true
    }

    /// Takes over what changed: proposals, filter, problems.
    fn refresh(&mut self, _state: &mut State) {}

    /// The sentence of the footer; `None` when it shows keys.
    fn sentence(&self) -> Option<Cow<'_, str>> {
        None
    }

    /// Whether an action would do something now.
    fn has_use(&self, _action: Action) -> bool {
        true
    }
}

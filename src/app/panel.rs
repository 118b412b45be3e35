//! Panels: drawn over the panes, with the keyboard while they are on top.

use std::borrow::Cow;

use super::action::{Action, Step};
use super::effect::Effect;
use super::input::Input;
use super::keymap::Focus;
use super::narrowing::Narrowing;
use super::rows::Scroll;
use super::state::State;
use super::viewport::Viewport;

/// The consequence of a choice in a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The panel stays.
    Stay,
    /// The panel stays, and the effect is for the shell.
    Ask(Effect),
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

    /// The words that narrow its rows down; `None` in a panel that is not narrowed down.
    fn narrowing(&mut self) -> Option<&mut Narrowing> {
        None
    }

    /// The input that printable keys go to; by default that of the narrowing, while it is typed into.
    fn input<'a>(&'a mut self, _state: &'a mut State) -> Option<&'a mut Input> {
        let narrowing = self.narrowing().filter(|narrowing| narrowing.is_typing());
        narrowing.map(|narrowing| &mut narrowing.input)
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

    /// Does what a click on the selected row asks for: by default, chooses it.
    fn click(&mut self, state: &mut State) -> Outcome {
        self.enter(state)
    }

    /// Cancels what was typed. Returns whether the panel closes: when its rows are not narrowed down.
    fn back(&mut self, state: &mut State) -> bool {
        let is_cancelled = self.narrowing().is_some_and(Narrowing::cancel);
        if is_cancelled {
            self.typed(state);
        }
        !is_cancelled
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

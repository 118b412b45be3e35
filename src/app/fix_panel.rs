//! A fix on the screen, before it is made.

use super::action::Step;
use super::cursor;
use super::effect::Effect;
use super::fix_preview::FixPreview;
use super::keymap::Focus;
use super::panel::{Outcome, Panel};
use super::state::State;
use super::viewport::Viewport;

/// A fix and how far its difference is scrolled.
#[derive(Debug, Clone)]
pub struct FixPanel {
    /// The fix.
    pub preview: Box<FixPreview>,
    /// The first row in view; `None` before the first frame, which begins at the first change.
    pub top: Option<usize>,
}

impl FixPanel {
    /// A fix at its first change.
    pub(super) fn new(preview: FixPreview) -> Self {
        Self { preview: Box::new(preview), top: None }
    }
}

impl Panel for FixPanel {
    fn focus(&self) -> Focus {
        Focus::Fix
    }

    fn step(&mut self, step: Step, state: &mut State) {
        let viewport = &state.viewport;
        let top = self.top.unwrap_or(0);
        self.top = Some(cursor::scroll(step, top, viewport.layer_height, viewport.layer_rows));
    }

    fn fit(&mut self, viewport: &Viewport) {
        let last = cursor::last_top(viewport.layer_height, viewport.layer_rows);
        self.top = Some(self.top.unwrap_or(viewport.layer_first).min(last));
    }

    fn enter(&mut self, _: &mut State) -> Outcome {
        Outcome::Effect(Effect::ApplyFix(self.preview.clone()))
    }
}

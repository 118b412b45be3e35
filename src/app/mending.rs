//! Mending: a fix as it will be, to be looked at before it is made.

use super::action::{Effect, Step};
use super::viewport::Viewport;
use super::{App, Layer, cursor};
use crate::model::Origin;

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Kept,
    /// It goes.
    Old,
    /// It comes.
    New,
    /// Lines that stay and are not shown.
    Gap,
}

/// A line of the difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What becomes of it.
    pub fate: Fate,
    /// Its number, from 1: of what goes in the old text, else in the new one.
    pub number: usize,
    /// Its text, without its end.
    pub text: String,
}

/// A fix before it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The document.
    pub origin: Origin,
    /// The line that it is about, from 1.
    pub line: usize,
    /// What it does, in the imperative.
    pub what: String,
    /// The lines that differ, with some around them.
    pub changes: Vec<Change>,
    /// The whole text before.
    pub old: String,
    /// The whole text after.
    pub new: String,
    /// First row in view; nothing until it was on the screen.
    pub top: Option<usize>,
}

impl App {
    /// Shows what a fix will do, if the problems are still there to come back to; otherwise nobody waits for
    /// it any more.
    pub fn show_fix(&mut self, preview: Preview) {
        if matches!(self.layers.last(), Some(Layer::Problems(_))) {
            self.layers.push(Layer::Fix(Box::new(preview)));
        }
    }
}

impl Preview {
    /// Brings it into view: at first what changes.
    pub(super) fn fit(&mut self, viewport: &Viewport) {
        let last = cursor::last_top(viewport.layer_height, viewport.layer_rows);
        self.top = Some(self.top.unwrap_or(viewport.layer_first).min(last));
    }

    /// Scrolls it.
    pub(super) fn scroll(&mut self, step: Step, viewport: &Viewport) {
        let top = self.top.unwrap_or(0);
        self.top = Some(cursor::scroll(step, top, viewport.layer_height, viewport.layer_rows));
    }
}

/// Makes the fix that is shown.
pub(super) fn confirm(app: &mut App) -> Option<Effect> {
    match app.layers.pop_if(|layer| matches!(layer, Layer::Fix(_)))? {
        Layer::Fix(preview) => Some(Effect::Mend(preview)),
        _ => None,
    }
}

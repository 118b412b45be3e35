//! Mending: a fix as it will be, to be looked at before it is made.

use super::action::{Effect, Step};
use super::problems::Problem;
use super::viewport::Viewport;
use super::{App, Layer, cursor};
use crate::check::{Settings, fix};
use crate::model::{Listing, Origin};

pub use crate::check::fix::{Change, Fate};

/// A fix before it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixPreview {
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
    pub fn show_fix(&mut self, preview: FixPreview) {
        if matches!(self.layers.last(), Some(Layer::Problems(_))) {
            self.layers.push(Layer::Fix(Box::new(preview)));
        }
    }
}

impl FixPreview {
    /// Tries the fix of a problem on a copy of its document. Takes as long as reading and checking that twice.
    ///
    /// # Errors
    ///
    /// A sentence where the fix is not to be made.
    pub fn of(listing: &Listing, problem: &Problem, settings: &Settings) -> Result<Self, String> {
        let (origin, old) = (listing.document.origin(), listing.document.text());
        let fixed = fix::preview(listing, &problem.found, settings).map_err(|why| why.to_string())?;
        Ok(Self {
            origin: origin.clone(),
            line: problem.line,
            what: problem.found.fix.as_ref().map(|fix| fix.message.clone()).unwrap_or_default(),
            changes: fixed.changes(old),
            old: old.to_owned(),
            new: fixed.text,
            top: None,
        })
    }

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
        Layer::Fix(preview) => Some(Effect::ApplyFix(preview)),
        _ => None,
    }
}

//! A fix as it will be, to be looked at before it is made.

use super::problems::Problem;
use crate::check::{Settings, fix};
use crate::model::{Listing, Origin};

pub use crate::check::fix::{DiffKind, DiffLine};

/// A fix before it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixPreview {
    /// The document.
    pub origin: Origin,
    /// The line of the problem, from 1.
    pub line: usize,
    /// A sentence about the fix, in the imperative.
    pub what: String,
    /// The lines that differ, with some around them.
    pub changes: Vec<DiffLine>,
    /// The whole text before.
    pub old: String,
    /// The whole text after.
    pub new: String,
    /// Whether it takes back a fix that was made.
    pub is_undo: bool,
}

impl FixPreview {
    /// Tries the fix of a problem on a copy of its document. Takes as long as reading and checking that twice.
    ///
    /// # Errors
    ///
    /// A sentence that says why the fix is not to be made.
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
            is_undo: false,
        })
    }

    /// Takes this fix back, or makes again one that was taken back.
    pub(super) fn undone(self) -> Self {
        Self { old: self.new, new: self.old, changes: Vec::new(), is_undo: !self.is_undo, ..self }
    }

    /// A sentence about the fix once it is made.
    pub fn notice(&self) -> String {
        let Self { line, what, is_undo, .. } = self;
        let done = if *is_undo { "Undone in" } else { "Fixed" };
        format!("{done} line {line}: {what}")
    }
}

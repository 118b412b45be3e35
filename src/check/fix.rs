//! Fixes: which of them are offered, and the texts that they make.
//!
//! A rule proposes a fix; this module proves it. A fix, safe or not, is offered only if, once it is made, its own
//! finding is gone and no other one has come; a safe one must also leave the reading as it is. All fixes of a
//! document are tried together on a copy that is read and checked again, so that proving costs a few readings of
//! the document, however many fixes there are (`prove`). What is wrong with one text is judged by that document
//! alone.
//!
//! [`prove`] takes the fixes that fail away from findings, [`apply_all`] makes fixes until none is left that can be
//! proved, and [`preview`] tries a single one. The command line, the screen and the tests use these three.

mod edits;
mod hunks;
mod prove;
mod reading;
mod trial;

use std::collections::HashSet;
use std::fmt;

use super::diagnostic::Diagnostic;
use super::rule::Applicability;
use super::settings::Settings;
use crate::model::{Catalog, Document, Listing, Span};
use edits::Patch;
use trial::CheckedText;

pub use super::merge::{is_fixable, merge_mark};
pub use hunks::{DiffKind, DiffLine};
pub use reading::same_reading;

/// A document with fixes made.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// The new text.
    pub text: String,
    /// How many fixes were made.
    pub count: usize,
    /// The differences from the old text.
    patch: Patch,
}

impl Fixed {
    /// The lines that differ from the old text, with a few around them.
    #[must_use]
    pub fn changes(&self, old: &str) -> Vec<DiffLine> {
        hunks::changes(&hunks::hunks(old, &self.text, &self.patch))
    }

    /// The difference from the old text as a unified diff of a file of this name.
    #[must_use]
    pub fn unified_diff(&self, old: &str, name: &str) -> String {
        hunks::unified(&hunks::hunks(old, &self.text, &self.patch), name)
    }
}

/// Why a fix is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The document holds a merge that was not finished.
    Merge,
    /// The document does not have this finding, or its finding has no fix.
    Gone,
    /// The fix would change what is read.
    Reading,
    /// The finding would stay, or another one would come.
    Findings,
}

impl fmt::Display for Refusal {
    /// A sentence without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Merge => "the document has the marks of an unfinished merge; finish it first",
            Self::Gone => "this problem no longer exists",
            Self::Reading => {
                "the fix would change what is read, so it is not applied; e opens the editor there"
            }
            Self::Findings => {
                "the fix would not remove this problem, or cause another one, so it is not applied; e opens the editor there"
            }
        })
    }
}

/// Identifies a finding among those of its document: the code, the place and the message.
type Key = (&'static str, Span, String);

fn key(found: &Diagnostic) -> Key {
    (found.rule.code, found.span, found.message.clone())
}

/// Takes from the findings of a listing the fixes of at most this applicability that cannot be proved, and all
/// fixes where the document cannot be fixed. Without a fix to prove it does nothing.
pub fn prove(listing: &Listing, settings: &Settings, found: &mut [Diagnostic], most: Applicability) {
    let is_asked = |found: &Diagnostic| {
        let fix = found.fix.as_ref().filter(|_| !found.suppressed);
        fix.is_some_and(|fix| fix.applicability <= most && fix.applicability != Applicability::Placeholder)
    };
    if !is_fixable(&listing.document) {
        return found.iter_mut().for_each(Diagnostic::withdraw_fix);
    }
    let asked: HashSet<Key> = found.iter().filter(|found| is_asked(found)).map(key).collect();
    if asked.is_empty() {
        return;
    }
    let state = CheckedText::of(&listing.document, listing.document.text().to_owned(), settings);
    let mut proved: HashSet<Key> = HashSet::new();
    for applicability in [Applicability::Safe, Applicability::Unsafe] {
        let is_candidate = |found: &Diagnostic| asked.contains(&key(found));
        let mut groups = prove::Groups::new(&state, settings, applicability, is_candidate);
        while let Some(group) = groups.prove_next() {
            proved.extend(group.fixed.iter().map(|at| key(&state.found[*at])));
        }
    }
    for found in found.iter_mut().filter(|found| is_asked(found)) {
        if !proved.contains(&key(found)) {
            found.withdraw_fix();
        }
    }
}

/// Makes the fixes of a document, up to an applicability, until there is none that can be proved: a second run
/// finds nothing to do. `wanted` keeps those of the findings that were asked for. Ends, since there are fewer
/// findings after each group of fixes.
///
/// # Errors
///
/// Those of `wanted`.
pub fn apply_all<E>(
    document: &Document,
    settings: &Settings,
    most: Applicability,
    wanted: impl Fn(&Catalog, Vec<Diagnostic>) -> Result<Vec<Diagnostic>, E>,
) -> Result<Fixed, E> {
    let mut fixed = Fixed { text: document.text().to_owned(), count: 0, patch: Patch::default() };
    if !is_fixable(document) {
        return Ok(fixed);
    }
    let mut state = CheckedText::of(document, fixed.text.clone(), settings);
    loop {
        let asked = wanted(&state.catalog, state.found.clone())?;
        let asked: HashSet<Key> = asked.iter().map(key).collect();
        let is_candidate = |found: &Diagnostic| asked.contains(&key(found));
        let classes = [Applicability::Safe, Applicability::Unsafe].into_iter().filter(|class| *class <= most);
        let mut groups = classes
            .filter_map(|class| prove::Groups::new(&state, settings, class, is_candidate).prove_next());
        let Some(group) = groups.next() else { break };
        fixed.count += group.fixed.len();
        fixed.patch = fixed.patch.then(&group.patch);
        state = group.after;
    }
    fixed.text = state.into_text();
    Ok(fixed)
}

/// Tries the fix of one finding.
///
/// # Errors
///
/// When the fix cannot be proved by itself.
pub fn preview(listing: &Listing, found: &Diagnostic, settings: &Settings) -> Result<Fixed, Refusal> {
    if merge_mark(listing.document.text()).is_some() {
        return Err(Refusal::Merge);
    }
    let applicability = found.fix.as_ref().map(|fix| fix.applicability).ok_or(Refusal::Gone)?;
    let state = CheckedText::of(&listing.document, listing.document.text().to_owned(), settings);
    let wanted = key(found);
    let at = state.found.iter().position(|found| found.fix.is_some() && key(found) == wanted);
    let trial = state.attempt(settings, &[at.ok_or(Refusal::Gone)?], applicability == Applicability::Safe);
    match trial.trouble {
        trial::Trouble { changed, .. } if !changed.is_empty() => Err(Refusal::Reading),
        trial::Trouble { blamed, .. } if !blamed.is_empty() => Err(Refusal::Findings),
        _ => Ok(Fixed { text: trial.after.into_text(), count: 1, patch: trial.patch }),
    }
}

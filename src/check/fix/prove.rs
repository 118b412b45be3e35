//! Proving: the largest groups of fixes that are seen to do what they promise.
//!
//! ```text
//! group  = fixes that do not overlap
//! round  = make the group on a copy, read and check that, leave out who is to blame for what is wrong
//! ```
//!
//! Most groups are proved in the first round, and nearly all after one more. Where blame goes astray, halves of the
//! group are tried; the number of rounds is about the logarithm of the number of fixes.

use std::collections::HashMap;

use super::edits::{Patch, Taken};
use super::trial::{State, Trial};
use crate::check::diagnostic::{Applicability, Diagnostic};
use crate::check::settings::Settings;

/// So many rounds leave out who is to blame; then halves are tried.
const ROUNDS: usize = 6;
/// So many groups are tried: what overlaps a fix of one is tried with another.
const GROUPS: usize = 4;
/// A fix that was left out is tried once more, in a group with others.
const TRIES: usize = 2;

/// Fixes that were proved together.
#[derive(Debug)]
pub(super) struct Group {
    /// The places of their findings.
    pub(super) fixed: Vec<usize>,
    pub(super) patch: Patch,
    pub(super) after: State,
}

/// Proves the fixes of one applicability, group by group.
pub(super) struct Groups<'s> {
    state: &'s State,
    settings: &'s Settings,
    is_safe: bool,
    /// The places of the findings whose fixes are not proved yet.
    left: Vec<usize>,
    /// How often each was tried.
    tries: HashMap<usize, usize>,
    groups: usize,
}

impl<'s> Groups<'s> {
    /// For the candidates among the findings of a state.
    pub(super) fn new(
        state: &'s State,
        settings: &'s Settings,
        applicability: Applicability,
        is_candidate: impl Fn(&Diagnostic) -> bool,
    ) -> Self {
        let is_of = |at: &usize| state.fix(*at).is_some_and(|fix| fix.applicability == applicability);
        let mut left: Vec<usize> =
            (0..state.found.len()).filter(is_of).filter(|at| is_candidate(&state.found[*at])).collect();
        let first_edit = |at: &usize| state.fix(*at).and_then(|fix| fix.edits.first()).map(|edit| edit.span.start);
        left.sort_by_key(first_edit);
        let is_safe = applicability == Applicability::Safe;
        Self { state, settings, is_safe, left, tries: HashMap::new(), groups: 0 }
    }

    /// The next group that is proved; `None` where no other one is.
    pub(super) fn prove_next(&mut self) -> Option<Group> {
        while self.groups < GROUPS && !self.left.is_empty() {
            self.groups += 1;
            let mut taken = Taken::default();
            let (chosen, mut later): (Vec<usize>, Vec<usize>) =
                self.left.iter().partition(|at| self.state.fix(**at).is_some_and(|fix| taken.take(fix)));
            let proved = self.prove(chosen.clone());
            let is_proved = |at: &usize| {
                proved.as_ref().is_some_and(|group: &Group| group.fixed.binary_search(at).is_ok())
            };
            for at in chosen.into_iter().filter(|at| !is_proved(at)) {
                let tries = self.tries.entry(at).or_default();
                *tries += 1;
                // What overlaps it comes first then.
                later.extend((*tries < TRIES).then_some(at));
            }
            self.left = later;
            if proved.is_some() {
                return proved;
            }
        }
        None
    }

    /// Those of some fixes that can be proved together, if any.
    fn prove(&self, mut fixes: Vec<usize>) -> Option<Group> {
        let all = fixes.clone();
        for _ in 0..ROUNDS {
            if fixes.is_empty() {
                return None;
            }
            let trial = self.state.attempt(self.settings, &fixes, self.is_safe);
            if trial.trouble.is_none() {
                return Some(group(fixes, trial));
            }
            let is_to_blame = |at: &usize| trial.trouble.blamed.contains(at) || trial.trouble.changed.contains(at);
            fixes.retain(|at| !is_to_blame(at));
        }
        self.halve(&all)
    }

    /// The same, by halves: each that can be added to what is proved is; one that cannot is halved.
    fn halve(&self, all: &[usize]) -> Option<Group> {
        let mut rounds = ROUNDS + 2 * all.len().max(1).ilog2() as usize;
        let (first, second) = all.split_at(all.len() / 2);
        let mut open = vec![second, first];
        let mut proved: Option<Group> = None;
        while let Some(part) = open.pop().filter(|_| rounds > 0) {
            if part.is_empty() {
                continue;
            }
            rounds -= 1;
            let known = proved.as_ref().map(|group| group.fixed.as_slice()).unwrap_or_default();
            let fixes: Vec<usize> = known.iter().chain(part).copied().collect();
            let trial = self.state.attempt(self.settings, &fixes, self.is_safe);
            if trial.trouble.is_none() {
                proved = Some(group(fixes, trial));
            } else if part.len() > 1 {
                let (first, second) = part.split_at(part.len() / 2);
                open.extend([second, first]);
            }
        }
        proved
    }
}

fn group(mut fixed: Vec<usize>, trial: Trial) -> Group {
    fixed.sort_unstable();
    Group { fixed, patch: trial.patch, after: trial.after }
}

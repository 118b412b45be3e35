//! Proving: the largest groups of fixes that are seen to do what they promise.
//!
//! ```text
//! group   = fixes that do not overlap
//! round   = make the group on a copy, read and check that, leave out who is to blame for what is wrong
//! suspect = fix that was left out: added again one by one, in all proposals at once
//! ```
//!
//! Most groups are proved in the first round, and nearly all after one more; each suspect of a proposal takes one more.
//! Where blame goes astray, halves of the group are tried. The number of rounds is at most about the logarithm of the
//! number of fixes, however many there are.

use std::collections::{BTreeMap, HashSet, VecDeque};

use super::edits::{Patch, Taken};
use super::trial::{CheckedText, Trial};
use crate::check::diagnostic::Diagnostic;
use crate::check::rule::Applicability;
use crate::check::settings::Settings;

/// So many rounds leave out who is to blame; then halves are tried.
const ROUNDS: usize = 6;
/// So many groups are tried: what overlaps a fix of one is tried with another.
const GROUPS: usize = 4;
/// So many suspects of one proposal are tried again.
const SUSPECTS: usize = 12;

/// Fixes that were proved together.
#[derive(Debug)]
pub(super) struct Group {
    /// The places of their findings.
    pub(super) fixed: Vec<usize>,
    pub(super) patch: Patch,
    pub(super) after: CheckedText,
}

/// Proves the fixes of one applicability, group by group.
pub(super) struct Groups<'s> {
    state: &'s CheckedText,
    settings: &'s Settings,
    is_safe: bool,
    /// The places of the findings whose fixes are not proved yet.
    left: Vec<usize>,
    /// How many groups were tried.
    tried: usize,
}

impl<'s> Groups<'s> {
    /// For the candidates among the findings of a state.
    pub(super) fn new(
        state: &'s CheckedText,
        settings: &'s Settings,
        applicability: Applicability,
        is_candidate: impl Fn(&Diagnostic) -> bool,
    ) -> Self {
        let is_of = |at: &usize| state.fix(*at).is_some_and(|fix| fix.applicability == applicability);
        let mut left: Vec<usize> =
            (0..state.found.len()).filter(is_of).filter(|at| is_candidate(&state.found[*at])).collect();
        let first_edit =
            |at: &usize| state.fix(*at).and_then(|fix| fix.edits.first()).map(|edit| edit.span.start);
        left.sort_by_key(first_edit);
        let is_safe = applicability == Applicability::Safe;
        Self { state, settings, is_safe, left, tried: 0 }
    }

    /// The next group that is proved; `None` where no other one is.
    pub(super) fn prove_next(&mut self) -> Option<Group> {
        while self.tried < GROUPS && !self.left.is_empty() {
            self.tried += 1;
            let mut taken = Taken::default();
            let (chosen, later): (Vec<usize>, Vec<usize>) =
                self.left.iter().partition(|at| self.state.fix(**at).is_some_and(|fix| taken.take(fix)));
            self.left = later;
            let proved = self.prove(&chosen);
            if proved.is_some() {
                return proved;
            }
        }
        None
    }

    /// Those of some fixes that can be proved together, if any.
    fn prove(&self, all: &[usize]) -> Option<Group> {
        let mut fixes = all.to_vec();
        for _ in 0..ROUNDS {
            if fixes.is_empty() {
                return self.add_suspects(None, all);
            }
            let trial = self.state.attempt(self.settings, &fixes, self.is_safe);
            if trial.trouble.is_none() {
                return self.add_suspects(Some(group(fixes, trial)), all);
            }
            fixes.retain(|at| !trial.trouble.holds(*at));
        }
        self.halve(all)
    }

    /// Adds those of the fixes that were left out which can be proved after all, one of each proposal at a time: what
    /// is wrong with a proposal is then the fault of the one that was added there.
    fn add_suspects(&self, mut proved: Option<Group>, all: &[usize]) -> Option<Group> {
        let known = proved.as_ref().map(|group| group.fixed.as_slice()).unwrap_or_default();
        let mut suspects: BTreeMap<Option<usize>, VecDeque<usize>> = BTreeMap::new();
        for at in all.iter().copied().filter(|at| known.binary_search(at).is_err()) {
            suspects.entry(self.state.owner_of(at)).or_default().push_back(at);
        }
        // A fix that was tried alone is not tried again.
        if proved.is_none() && all.len() == 1 {
            return None;
        }
        for _ in 0..SUSPECTS {
            let mut added: Vec<usize> = suspects.values_mut().filter_map(VecDeque::pop_front).collect();
            // The fixes to blame are removed; then the others are tried together once more.
            for _ in 0..2 {
                if added.is_empty() {
                    break;
                }
                let known = proved.as_ref().map(|group| group.fixed.as_slice()).unwrap_or_default();
                let fixes: Vec<usize> = known.iter().chain(&added).copied().collect();
                let trial = self.state.attempt(self.settings, &fixes, self.is_safe);
                if trial.trouble.is_none() {
                    proved = Some(group(fixes, trial));
                    break;
                }
                let blamed: HashSet<Option<usize>> =
                    trial.trouble.all().map(|at| self.state.owner_of(at)).collect();
                added.retain(|at| !blamed.contains(&self.state.owner_of(*at)));
            }
        }
        proved
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

//! The skill index: which skills each proposal wants, whatever their spelling, and how much.

use std::collections::HashMap;
use std::rc::Rc;

use super::class::{Class, Place, Rank, rank};
use super::skills::{self, SkillTag, Wanted};
use crate::model::Proposal;

/// The skills that all proposals want.
#[derive(Debug, Clone, Default)]
pub(super) struct Tags {
    /// Those of all proposals, one after the other.
    wanted: Vec<Wanted>,
    /// Where those of each proposal end.
    ends: Vec<usize>,
    /// The meaning of each skill as written: the same words come back in most proposals.
    known: HashMap<String, Rc<[SkillTag]>>,
}

impl Tags {
    /// Adds the skills of a proposal behind those that are there.
    pub(super) fn add(&mut self, proposal: &Proposal) {
        let known = &mut self.known;
        let meant = |text: &str| {
            if let Some(meant) = known.get(text) {
                return Rc::clone(meant);
            }
            let meant: Rc<[SkillTag]> = skills::meant(text).into();
            known.insert(text.to_owned(), Rc::clone(&meant));
            meant
        };
        self.wanted.append(&mut skills::wanted_by(&proposal.skills, meant));
        self.ends.push(self.wanted.len());
    }

    /// The skills of a proposal.
    pub(super) fn of(&self, proposal: usize) -> &[Wanted] {
        let start = proposal.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.ends.get(proposal).map_or(&[], |&end| &self.wanted[start..end])
    }

    /// Ranks the proposals that want one of the skills (or need it) as if its name stood there.
    pub(super) fn find(&self, skills: &[SkillTag], needed: bool, place: Place, ranks: &mut [Rank]) {
        if skills.is_empty() {
            return;
        }
        let hit = rank(Class::Token, place, u16::MAX);
        let mut start = 0;
        for (&end, slot) in self.ends.iter().zip(ranks) {
            let fits = |wanted: &Wanted| skills.contains(&wanted.tag) && (!needed || wanted.is_needed());
            if self.wanted[start..end].iter().any(fits) {
                *slot = (*slot).min(hit);
            }
            start = end;
        }
    }
}

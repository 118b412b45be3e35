//! The skill index: which skills each proposal wants, whatever their spelling, and how much; and which ones
//! its title and its project name.

use std::collections::HashMap;
use std::rc::Rc;

use super::class::{Class, NOT_FOUND, Place, Rank, rank};
use super::skills::{self, Asked, Meaning, SkillTag, Wanted};
use crate::model::Proposal;

/// The places of a title and a project.
const NAMES: [Place; 2] = [Place::Title, Place::Project];

/// A skill that has to do with a proposal, and where that is said.
#[derive(Debug, Clone, Copy)]
struct Sign {
    tag: SkillTag,
    meaning: Meaning,
    place: Place,
}

/// Which signs of a skill are enough to find it behind what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Implied {
    /// All of them.
    Any,
    /// The skill, and its kinds.
    Whole,
    /// The skill and none of its kinds: `webhook` finds who wants APIs, not who wants an SDK.
    Itself,
}

impl Implied {
    fn is_by(self, meaning: Meaning) -> bool {
        match self {
            Self::Any => true,
            Self::Whole => meaning != Meaning::Part,
            Self::Itself => meaning == Meaning::Itself,
        }
    }
}

/// The skills that a text speaks of.
type Meant = Rc<[(SkillTag, Meaning)]>;

/// The skills of all proposals.
#[derive(Debug, Clone, Default)]
pub(super) struct Tags {
    /// Those that are wanted, of all proposals, one after the other.
    wanted: Vec<Wanted>,
    /// Where those of each proposal end.
    ends: Vec<usize>,
    /// All signs of skills, in the same way.
    signs: Vec<Sign>,
    sign_ends: Vec<usize>,
    /// The meaning of each skill as written: the same words come back in most proposals.
    known: HashMap<String, Meant>,
}

impl Tags {
    /// Adds the skills of a proposal behind those that are there.
    pub(super) fn add(&mut self, proposal: &Proposal) {
        for skill in &proposal.skills {
            let meant = self.meant(&skill.text);
            self.sign(&meant, Place::of_skill(skill.level));
        }
        for (name, place) in
            [(Some(&proposal.title), Place::Title), (proposal.project.as_ref(), Place::Project)]
        {
            let Some(name) = name else { continue };
            // A document's title may be the project, and one project has many proposals.
            let meant = if place == Place::Title { read(name) } else { self.meant(name) };
            self.sign(&meant, place);
        }
        self.sign_ends.push(self.signs.len());
        let known = &mut self.known;
        let meant = |text: &str| {
            let meant = known.get(text).cloned().unwrap_or_else(|| read(text));
            meant.iter().filter(|(_, meaning)| *meaning != Meaning::Part).map(|(tag, _)| *tag).collect()
        };
        self.wanted.append(&mut skills::wanted_by(&proposal.skills, meant));
        self.ends.push(self.wanted.len());
    }

    fn meant(&mut self, text: &str) -> Meant {
        if let Some(meant) = self.known.get(text) {
            return Rc::clone(meant);
        }
        let meant = read(text);
        self.known.insert(text.to_owned(), Rc::clone(&meant));
        meant
    }

    fn sign(&mut self, meant: &Meant, place: Place) {
        let signs = meant.iter().map(|&(tag, meaning)| Sign { tag, meaning, place });
        self.signs.extend(signs);
    }

    /// The skills of a proposal.
    pub(super) fn of(&self, proposal: usize) -> &[Wanted] {
        let start = proposal.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.ends.get(proposal).map_or(&[], |&end| &self.wanted[start..end])
    }

    /// Ranks the proposals that have a skill at one of the places, by the best of them. What has it in its title,
    /// too, comes before all others.
    pub(super) fn find(&self, asked: Asked, places: &[Place], ranks: &mut [Rank]) {
        self.each(ranks, |signs| {
            let is_meant = |sign: &&Sign| {
                asked.is_meant_by(sign.tag, sign.meaning)
                    // The word of a skill stands in a title whatever it is a part of there.
                    || (asked.is_part(sign.tag, sign.meaning) && NAMES.contains(&sign.place))
            };
            let those = || signs.iter().filter(is_meant);
            those().find(|sign| places.contains(&sign.place))?;
            let counts = |place: &Place| *place == Place::Title || places.contains(place);
            let best = those().map(|sign| sign.place).filter(counts).min()?;
            let wanted = those().map(|sign| sign.place).filter(|place| !NAMES.contains(place)).min();
            Some(rank(Class::Token, best, score(wanted)))
        });
    }

    /// Ranks the proposals that have something to do with one of the skills, behind those that want it: they
    /// want a kind of it, or have its name inside of another.
    pub(super) fn find_implied(
        &self,
        skills: &[SkillTag],
        implied: Implied,
        places: &[Place],
        ranks: &mut [Rank],
    ) {
        if skills.is_empty() {
            return;
        }
        self.each(ranks, |signs| {
            let is_meant = |sign: &&Sign| {
                skills.contains(&sign.tag) && places.contains(&sign.place) && implied.is_by(sign.meaning)
            };
            let wanted = signs.iter().filter(is_meant).map(|sign| sign.place).min()?;
            Some(rank(Class::Token, Place::Implied, score(Some(wanted))))
        });
    }

    /// Gives each proposal the rank that its signs are worth, where that is better than what it has.
    fn each(&self, ranks: &mut [Rank], worth: impl Fn(&[Sign]) -> Option<Rank>) {
        let mut start = 0;
        for (&end, slot) in self.sign_ends.iter().zip(ranks) {
            *slot = (*slot).min(worth(&self.signs[start..end]).unwrap_or(NOT_FOUND));
            start = end;
        }
    }
}

/// The skills that a text speaks of.
fn read(text: &str) -> Meant {
    skills::signs(text).into_iter().map(|sign| (sign.tag, sign.meaning)).collect()
}

/// Of two proposals with a skill at one place, the one that asks for it more comes first.
fn score(wanted: Option<Place>) -> u16 {
    let behind = wanted.map_or(Place::Elsewhere as u16, |place| place as u16);
    u16::MAX - behind
}

//! Lookup: where one term of a query is found, as ranks of all proposals.
//!
//! A term is looked for as a whole word, then as the beginning of one, then inside words; the first
//! of these that finds anything is its meaning, since who types `java` and finds it does not mean
//! `javascript`. Where a skill is named, all its spellings are that word. Only a term that is in no
//! name at all is looked for in the text, and one that is not there either by its letters.

use super::class::{Class, NOT_FOUND, Place, Rank, keep_best_class, rank};
use super::facts;
use super::names::Names;
use super::pattern::Pattern;
use super::prose;
use super::query::{Scope, Term};
use super::skills::{self, SkillTag};
use super::tags::Tags;
use crate::model::Catalog;

/// What a term found.
#[derive(Debug)]
pub(super) struct Found {
    /// A rank for every proposal.
    pub(super) ranks: Vec<Rank>,
    /// How well it was found; nothing where it was not.
    pub(super) class: Option<Class>,
}

/// What terms are looked up in.
pub(super) struct Lookup<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) names: &'a mut Names,
    pub(super) tags: &'a Tags,
}

const NAMES: &[Place] = &[Place::Title, Place::Project, Place::Skill, Place::Mentor];

/// Where in the names a scope looks; nothing where it does not look there.
fn places(scope: Scope) -> Option<&'static [Place]> {
    match scope {
        Scope::Names => Some(NAMES),
        Scope::Skill | Scope::Need => Some(&[Place::Skill]),
        Scope::Project => Some(&[Place::Project]),
        Scope::Title => Some(&[Place::Title]),
        Scope::Mentor => Some(&[Place::Mentor]),
        _ => None,
    }
}

impl Lookup<'_> {
    /// Finds a term.
    pub(super) fn find(&mut self, term: &Term) -> Found {
        let mut ranks = vec![NOT_FOUND; self.catalog.len()];
        let class = match places(term.scope) {
            Some(places) => self.find_in_names(term, places, &mut ranks),
            None if term.scope == Scope::Text => self.find_in_text(&term.pattern, &mut ranks),
            None => self.find_in_facts(term, &mut ranks),
        };
        Found { ranks, class }
    }

    fn find_in_names(&mut self, term: &Term, places: &[Place], ranks: &mut [Rank]) -> Option<Class> {
        let skill = skills::canonical(&term.pattern.text).filter(|_| places.contains(&Place::Skill));
        if term.fuzzy {
            self.names.find_fuzzily(&term.pattern.in_any_case(), places, ranks);
            return keep_best_class(ranks);
        }
        match (skill, term.scope) {
            (Some(skill), Scope::Skill | Scope::Need) => {
                self.tags.find(skill, term.scope == Scope::Need, ranks);
            }
            (Some(skill), _) => self.find_skill(skill, &term.pattern, places, ranks),
            (None, _) => self.find_word(&term.pattern, places, ranks),
        }
        let mut class = keep_best_class(ranks);
        if class.is_none() && term.scope == Scope::Names {
            class = self.find_in_text(&term.pattern, ranks);
        }
        if class.is_none() && !term.phrase {
            self.names.find_fuzzily(&term.pattern.in_any_case(), places, ranks);
            class = keep_best_class(ranks);
        }
        class
    }

    /// Finds a skill by all of its spellings: as a tag, and as words of the other names. Its case
    /// does not matter: `go` and `Go` name one thing.
    fn find_skill(&self, skill: SkillTag, pattern: &Pattern, places: &[Place], ranks: &mut [Rank]) {
        self.tags.find(skill, false, ranks);
        self.names.find(&pattern.in_any_case(), places, Class::Inside, ranks);
        for spelling in skill.spellings() {
            self.names.find(&Pattern::new(spelling).in_any_case(), places, Class::Token, ranks);
        }
    }

    /// Finds a word in the case that it was typed in; where that gives nothing, in any case.
    fn find_word(&self, pattern: &Pattern, places: &[Place], ranks: &mut [Rank]) {
        for pattern in [pattern.clone(), pattern.in_any_case()] {
            self.names.find(&pattern, places, Class::Inside, ranks);
            if let Some(other) = pattern.other_number() {
                self.names.find(&other, places, Class::Token, ranks);
            }
            if !pattern.cased || ranks.iter().any(|&rank| rank != NOT_FOUND) {
                return;
            }
        }
    }

    /// Finds whole words of the text.
    fn find_in_text(&self, pattern: &Pattern, ranks: &mut [Rank]) -> Option<Class> {
        if !pattern.has_letters() {
            return None;
        }
        let hit = rank(Class::Prose, Place::Elsewhere, u16::MAX);
        for (entry, slot) in self.catalog.iter().zip(ranks.iter_mut()) {
            if prose::holds(entry.proposal.section.of(entry.text()), pattern) {
                *slot = hit;
            }
        }
        keep_best_class(ranks)
    }

    fn find_in_facts(&self, term: &Term, ranks: &mut [Rank]) -> Option<Class> {
        for (entry, slot) in self.catalog.iter().zip(ranks.iter_mut()) {
            if let Some(class) = facts::class(entry, term.scope, &term.pattern) {
                *slot = rank(class, Place::Elsewhere, u16::MAX);
            }
        }
        keep_best_class(ranks)
    }
}

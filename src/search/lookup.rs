//! Lookup: where one term of a query is found, as ranks of all proposals.
//!
//! A term is looked for as a whole word, then as the beginning of one, then inside words; the first
//! of these that finds anything is its meaning, since who types `java` and finds it does not mean
//! `javascript`. Where a skill is named, all its spellings are that word. Only a term that is in no
//! name at all is looked for in the text; one that is not there either is read as the skill that it
//! is a typo away from, and at last as another word that it is likely meant for.

use super::class::{Class, NOT_FOUND, Place, Rank, keep_best_class, rank};
use super::fit::{self, Fit};
use super::mistyped::mistyped;
use super::name_index::Names;
use super::pattern::Pattern;
use super::prose;
use super::query::{Scope, Term};
use super::short_fields;
use super::skill_index::Tags;
use super::skills::{self, SkillTag};
use crate::model::Catalog;

/// The results of a term.
#[derive(Debug)]
pub(super) struct Found {
    /// A rank for every proposal.
    pub(super) ranks: Vec<Rank>,
    /// How well it was found; `None` when it was not.
    pub(super) class: Option<Class>,
    /// The skills that mistyped words were read as.
    pub(super) meant: Vec<SkillTag>,
}

/// The catalog and its names, to look terms up in.
pub(super) struct NameLookup<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) names: &'a mut Names,
    pub(super) tags: &'a Tags,
    /// How each proposal meets the profile; nothing at all where there is none.
    pub(super) fits: &'a [Option<Fit>],
}

const NAMES: &[Place] = &[Place::Title, Place::Project, Place::Skill, Place::Mentor];

/// Where in the names a scope looks; `None` when it does not look there.
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

impl NameLookup<'_> {
    /// Finds a term.
    pub(super) fn find(&mut self, term: &Term) -> Found {
        let mut ranks = vec![NOT_FOUND; self.catalog.len()];
        let mut meant = None;
        let class = match places(term.scope) {
            Some(places) if term.fuzzy => self.find_letters(term, places, &mut ranks),
            Some(places) => self
                .find_referred_to(term, &mut ranks)
                .or_else(|| self.find_in_names(term, places, &mut ranks))
                .or_else(|| self.find_in_text_of_names(term, &mut ranks))
                .or_else(|| {
                    meant = self.find_meant(term, places, &mut ranks);
                    meant.map(|_| Class::Fuzzy)
                })
                .or_else(|| self.find_likely(term, places, &mut ranks)),
            None if term.scope == Scope::Text => self.find_in_text(&term.pattern, &mut ranks),
            None if term.scope == Scope::Fit => self.find_by_fit(&term.pattern, &mut ranks),
            None => self.find_in_facts(term, &mut ranks),
        };
        Found { ranks, class, meant: meant.into_iter().collect() }
    }

    /// Finds what a reference such as `owner/repo#12` leads to.
    fn find_referred_to(&self, term: &Term, ranks: &mut [Rank]) -> Option<Class> {
        if term.scope != Scope::Names || !term.pattern.text.contains('#') {
            return None;
        }
        for (entry, slot) in self.catalog.iter().zip(ranks.iter_mut()) {
            let mut upstream = entry.proposal.upstream.iter();
            if upstream.any(|link| short_fields::is_referred_to(&link.url, &term.pattern.text)) {
                *slot = rank(Class::Token, Place::Elsewhere, u16::MAX);
            }
        }
        keep_best_class(ranks)
    }

    fn find_in_names(&self, term: &Term, places: &[Place], ranks: &mut [Rank]) -> Option<Class> {
        let text = &term.pattern.text;
        let asks_skills = places.contains(&Place::Skill);
        let skill = skills::canonical(text).filter(|_| asks_skills);
        if let Some(class) = skill.and_then(|skill| self.find_skill(skill, term, ranks)) {
            return Some(class);
        }
        self.find_word(&term.pattern, places, ranks);
        if term.scope == Scope::Need {
            self.keep_needed(&term.pattern, ranks);
        }
        if asks_skills {
            self.find_named_with(term, ranks);
        }
        keep_best_class(ranks)
    }

    /// Finds a skill by all of its spellings: as a tag, and as words of the other names. Its case
    /// does not matter: `go` and `Go` name one thing. A kind of it stands for itself in the other
    /// names, and comes first.
    fn find_skill(&self, skill: SkillTag, term: &Term, ranks: &mut [Rank]) -> Option<Class> {
        let is_kind = skills::is_kind(&term.pattern.text);
        let place = if is_kind { Place::Implied } else { Place::Skill };
        self.tags.find(&[skill], term.scope == Scope::Need, place, ranks);
        if term.scope == Scope::Names {
            let typed = term.pattern.in_any_case();
            self.names.find(&typed, NAMES, Class::Inside, ranks);
            if let Some(other) = typed.other_number() {
                self.names.find(&other, NAMES, Class::Token, ranks);
            }
            for spelling in skill.spellings().filter(|_| !is_kind) {
                self.names.find(&Pattern::new(spelling).in_any_case(), NAMES, Class::Token, ranks);
            }
        }
        self.find_named_with(term, ranks);
        keep_best_class(ranks)
    }

    /// Finds the skills in whose names of several words this is one, behind those that are written
    /// with it. So `machine learning` finds `ML`, although each of its words has to be found.
    fn find_named_with(&self, term: &Term, ranks: &mut [Rank]) {
        let skills = skills::named_with(&term.pattern.text);
        self.tags.find(skills, term.scope == Scope::Need, Place::Implied, ranks);
    }

    /// Reads a word that stands nowhere as the skill that it is a typo away from, and
    /// finds that.
    fn find_meant(&self, term: &Term, places: &[Place], ranks: &mut [Rank]) -> Option<SkillTag> {
        let may_be = !term.phrase && places.contains(&Place::Skill);
        let skill = may_be.then(|| mistyped(&term.pattern)).flatten()?;
        let term = Term { pattern: Pattern::new(skill.name()), ..term.clone() };
        self.find_skill(skill, &term, ranks).map(|_| skill)
    }

    /// Finds a word in the case that it was typed in; where that gives nothing, in any case.
    fn find_word(&self, pattern: &Pattern, places: &[Place], ranks: &mut [Rank]) {
        in_either_case(pattern, ranks, |pattern, ranks| {
            self.names.find(pattern, places, Class::Inside, ranks);
            if let Some(other) = pattern.other_number() {
                self.names.find(&other, places, Class::Token, ranks);
            }
        });
    }

    /// Of the proposals that have a skill with a word in it, keeps those that need such a skill.
    fn keep_needed(&self, pattern: &Pattern, ranks: &mut [Rank]) {
        for (entry, slot) in self.catalog.iter().zip(ranks).filter(|(_, slot)| **slot != NOT_FOUND) {
            let needed = entry.proposal.skills.iter().filter(|skill| skill.level.is_needed());
            let class = short_fields::best_in(needed.map(|skill| &skill.text), pattern);
            *slot = class.map_or(NOT_FOUND, |class| rank(class, Place::Skill, u16::MAX));
        }
    }

    /// Finds the letters of a word in the names. Whether what holds them is needed cannot be known.
    fn find_letters(&mut self, term: &Term, places: &[Place], ranks: &mut [Rank]) -> Option<Class> {
        if term.scope != Scope::Need {
            self.names.find_fuzzily(&term.pattern.in_any_case(), places, ranks);
        }
        keep_best_class(ranks)
    }

    /// Finds what a word is likely meant for in the names. A phrase is meant as it stands, and so is
    /// the name of a skill, although no proposal has it.
    fn find_likely(&self, term: &Term, places: &[Place], ranks: &mut [Rank]) -> Option<Class> {
        let is_meant = term.phrase || skills::canonical(&term.pattern.text).is_some();
        if !is_meant && term.scope != Scope::Need {
            self.names.find_likely(&term.pattern.in_any_case(), places, ranks);
        }
        keep_best_class(ranks)
    }

    /// Finds in the text what was looked for in all names and stands in none; a skill by all of its
    /// spellings.
    fn find_in_text_of_names(&self, term: &Term, ranks: &mut [Rank]) -> Option<Class> {
        if term.scope != Scope::Names {
            return None;
        }
        let text = &term.pattern.text;
        let skill = skills::canonical(text).filter(|_| !skills::is_kind(text));
        for spelling in skill.into_iter().flat_map(SkillTag::spellings) {
            prose::find(self.catalog, &Pattern::new(spelling).in_any_case(), ranks);
        }
        self.find_in_text(&term.pattern, ranks)
    }

    /// Finds whole words of the text.
    fn find_in_text(&self, pattern: &Pattern, ranks: &mut [Rank]) -> Option<Class> {
        if !pattern.has_letters() {
            return None;
        }
        in_either_case(pattern, ranks, |pattern, ranks| prose::find(self.catalog, pattern, ranks));
        keep_best_class(ranks)
    }

    /// Finds what no more skills are missing for than the term allows, the fewest first.
    fn find_by_fit(&self, pattern: &Pattern, ranks: &mut [Rank]) -> Option<Class> {
        let most = fit::most_missing(&pattern.text)?;
        for (fit, slot) in self.fits.iter().zip(ranks.iter_mut()) {
            let missing = fit.as_ref().map(|fit| fit.missing.len()).filter(|&missing| missing <= most);
            if let Some(missing) = missing {
                let score = u16::MAX.saturating_sub(u16::try_from(missing).unwrap_or(u16::MAX));
                *slot = rank(Class::Token, Place::Elsewhere, score);
            }
        }
        keep_best_class(ranks)
    }

    fn find_in_facts(&self, term: &Term, ranks: &mut [Rank]) -> Option<Class> {
        for (entry, slot) in self.catalog.iter().zip(ranks.iter_mut()) {
            if let Some(class) = short_fields::class(entry, term.scope, &term.pattern) {
                *slot = rank(class, Place::Elsewhere, u16::MAX);
            }
        }
        keep_best_class(ranks)
    }
}

/// Finds a pattern in the case that it was typed in; where that gives nothing, in any case.
fn in_either_case(pattern: &Pattern, ranks: &mut [Rank], find: impl Fn(&Pattern, &mut [Rank])) {
    find(pattern, ranks);
    if pattern.cased && ranks.iter().all(|&rank| rank == NOT_FOUND) {
        find(&pattern.in_any_case(), ranks);
    }
}

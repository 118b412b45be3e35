//! Lookup: where one term of a query is found, as ranks of all proposals.
//!
//! A word is looked for as a whole word, then as the beginning of one, then inside words; the first
//! of these that finds anything is its meaning. One that is in no name at all is looked for in the
//! text; one that is not there either is read as the skill that it is a typo away from, and at last as
//! another word that it is likely meant for.
//!
//! The name of a skill is that skill and nothing less: by all its spellings where skills are named and where
//! a title means it, never as a part of another word. Where nobody asks for it, that is the answer
//! (`Found::unasked`). Only a subject such as `monitoring` is then looked for in the text, for texts have
//! subjects; a language or a tool is not, for who types `go` does not mean that verb.

use super::answer::Unasked;
use super::class::{Class, NOT_FOUND, Place, Rank, is_of_skill, keep_best_class, rank};
use super::fit::{self, Fit};
use super::mistyped::mistyped;
use super::name_index::Names;
use super::pattern::Pattern;
use super::prose;
use super::query::{Scope, Term};
use super::sets::{Set, Sets};
use super::short_fields;
use super::skill_index::{Implied, Tags};
use super::skills::{self, Area, Asked, SkillTag};
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
    /// The skills that were asked for and that nobody wants.
    pub(super) unasked: Vec<Unasked>,
}

/// The catalog and its names, to look terms up in.
pub(super) struct NameLookup<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) names: &'a mut Names,
    pub(super) tags: &'a Tags,
    /// How each proposal meets the profile; nothing at all where there is none.
    pub(super) fits: &'a [Option<Fit>],
    /// The proposals that `is:` asks for.
    pub(super) sets: &'a Sets,
}

const NAMES: &[Place] = &[
    Place::Title,
    Place::Project,
    Place::Required,
    Place::Listed,
    Place::Plus,
    Place::Taught,
    Place::Mentor,
    Place::Handle,
];
/// The names that may hold a word in its other meaning.
const WRITTEN: &[Place] = &[Place::Title, Place::Required, Place::Listed, Place::Plus, Place::Taught];
/// The names beside skills and mentors.
const OTHER_NAMES: &[Place] = &[Place::Title, Place::Project];

/// Where in the names a scope looks; `None` when it does not look there.
fn places(scope: Scope) -> Option<&'static [Place]> {
    match scope {
        Scope::Names => Some(NAMES),
        Scope::Skill => Some(&Place::SKILLS),
        Scope::Need => Some(&Place::NEEDED),
        Scope::Project => Some(&[Place::Project, Place::Document]),
        Scope::Title => Some(&[Place::Title]),
        Scope::Mentor => Some(&[Place::Mentor, Place::Handle]),
        _ => None,
    }
}

/// Where skills are written, of the places of a scope.
fn skill_places(scope: Scope) -> &'static [Place] {
    if scope == Scope::Need { &Place::NEEDED } else { &Place::SKILLS }
}

impl NameLookup<'_> {
    /// Finds a term.
    pub(super) fn find(&mut self, term: &Term) -> Found {
        let ranks = vec![NOT_FOUND; self.catalog.len()];
        let mut found = Found { ranks, class: None, meant: Vec::new(), unasked: Vec::new() };
        let ranks = &mut found.ranks;
        found.class = match places(term.scope) {
            Some(places) if term.fuzzy => self.find_letters(term, places, ranks),
            Some(places) => {
                let asked = skills::asked(&term.pattern.text).filter(|_| term.scope.asks_skills());
                if let Some(class) = self.find_referred_to(term, ranks) {
                    Some(class)
                } else if let Some(asked) = asked {
                    let as_name = self.find_skill(asked, term, ranks);
                    let is_wanted = ranks.iter().any(|&rank| is_of_skill(rank));
                    let class = as_name.or_else(|| self.find_subject(asked, term, ranks));
                    if !is_wanted {
                        let (words, is_need) = (term.pattern.text.clone(), term.scope == Scope::Need);
                        found.unasked.push(Unasked { words, is_need, class });
                    }
                    class
                } else {
                    self.find_word(term, places, ranks)
                        .or_else(|| self.find_in_text_of_names(term, ranks))
                        .or_else(|| {
                            found.meant.extend(self.find_meant(term, places, ranks));
                            found.meant.first().map(|_| Class::Fuzzy)
                        })
                        .or_else(|| self.find_likely(term, places, ranks))
                }
            }
            None if term.scope == Scope::Text => self.find_in_text(&term.pattern, ranks),
            None if term.scope == Scope::Is => {
                let set = Set::named(&term.pattern.text).map(|set| set.of(self.sets));
                for &index in set.into_iter().flatten() {
                    if let Some(slot) = ranks.get_mut(index) {
                        *slot = rank(Class::Token, Place::Elsewhere, u16::MAX);
                    }
                }
                keep_best_class(ranks)
            }
            None if term.scope == Scope::Fit => self.find_by_fit(&term.pattern, ranks),
            None => self.find_in_facts(term, ranks),
        };
        found
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

    /// Finds a skill: where it is wanted, by all of its spellings and in any case, and in the titles and projects
    /// that mean it. Behind those stands what has to do with it: who wants a kind of it, or a skill in whose name it
    /// is a word; at the end the names in which the word stands and means something else (`Where to go`).
    fn find_skill(&self, asked: Asked, term: &Term, ranks: &mut [Rank]) -> Option<Class> {
        let (skills, typed) = (skill_places(term.scope), term.pattern.in_any_case());
        let everywhere = term.scope == Scope::Names;
        self.tags.find(asked, if everywhere { NAMES } else { skills }, ranks);
        if everywhere {
            self.find_words_of_skill(asked, &typed, ranks);
            self.find_short_and_long(&typed, OTHER_NAMES, ranks);
            self.names.find_person(&typed, ranks);
        }
        let implied = if asked.kind.is_none() { Implied::Any } else { Implied::Itself };
        self.tags.find_implied(&[asked.tag], implied, skills, ranks);
        self.find_named_with(term, ranks);
        keep_best_class(ranks)
    }

    /// Finds the words of a skill where names have them that do not mean it, or mean it by no spelling: a title with
    /// a kind of it, the verb of a practice, a part of another skill (the `js` of `Next.js`).
    fn find_words_of_skill(&self, asked: Asked, typed: &Pattern, ranks: &mut [Rank]) {
        for word in [Some(typed.clone()), typed.other_number()].iter().flatten() {
            if asked.is_word {
                self.names.find_word(word, WRITTEN, Place::Elsewhere, ranks);
                self.names.find(word, &[Place::Project], Class::Token, ranks);
            } else {
                self.names.find(word, OTHER_NAMES, Class::Token, ranks);
                self.names.find_word(word, &Place::SKILLS, Place::Implied, ranks);
            }
        }
        if let Some(verb) = asked.verb(&typed.folded) {
            self.names.find_word(&Pattern::new(verb), OTHER_NAMES, Place::Elsewhere, ranks);
        }
        for spelling in asked.names() {
            let spelling = Pattern::new(spelling).in_any_case();
            self.names.find_word(&spelling, &Place::SKILLS, Place::Implied, ranks);
        }
    }

    /// Finds the skills in whose names of several words this is one, behind those that are written
    /// with it, and the skill that it names together with the words beside it. So `machine learning` finds `ML`,
    /// although each of its words has to be found.
    fn find_named_with(&self, term: &Term, ranks: &mut [Rank]) {
        let places = if term.scope == Scope::Names { NAMES } else { skill_places(term.scope) };
        self.tags.find_implied(skills::named_with(&term.pattern.text), Implied::Whole, places, ranks);
        if let Some(tag) = term.part_of {
            self.tags.find(Asked::of(tag), places, ranks);
            self.tags.find_implied(&[tag], Implied::Whole, skill_places(term.scope), ranks);
        }
    }

    /// Reads a word that stands nowhere as the skill that it is a typo away from, and
    /// finds that.
    fn find_meant(&self, term: &Term, places: &[Place], ranks: &mut [Rank]) -> Option<SkillTag> {
        let may_be = !term.phrase && places.contains(&Place::Required);
        let skill = may_be.then(|| mistyped(&term.pattern)).flatten()?;
        let term = Term { pattern: Pattern::new(skill.name()), ..term.clone() };
        self.find_skill(Asked::of(skill), &term, ranks).map(|_| skill)
    }

    /// Finds a word in the case that it was typed in; where that gives nothing, in any case.
    fn find_word(&self, term: &Term, places: &[Place], ranks: &mut [Rank]) -> Option<Class> {
        in_either_case(&term.pattern, ranks, |pattern, ranks| {
            self.names.find(pattern, places, Class::Inside, ranks);
            if let Some(other) = pattern.other_number() {
                self.names.find(&other, places, Class::Token, ranks);
            }
            self.find_short_and_long(pattern, places, ranks);
        });
        if term.scope.asks_skills() {
            self.find_named_with(term, ranks);
        }
        keep_best_class(ranks)
    }

    /// Finds the short form of `end to end`, and what `e2e` is the short form of.
    fn find_short_and_long(&self, pattern: &Pattern, places: &[Place], ranks: &mut [Rank]) {
        if let Some(short) = pattern.numeronym() {
            self.names.find(&Pattern { cased: false, ..short }, places, Class::Token, ranks);
        }
        if let Some(initials) = pattern.initials() {
            self.names.find_spelled_out(initials, places, ranks);
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
    /// the name of a skill, which a title may hold as well.
    fn find_likely(&self, term: &Term, places: &[Place], ranks: &mut [Rank]) -> Option<Class> {
        let is_meant = term.phrase || skills::canonical(&term.pattern.text).is_some();
        if !is_meant && term.scope != Scope::Need {
            self.names.find_likely(&term.pattern.in_any_case(), places, ranks);
        }
        keep_best_class(ranks)
    }

    /// Finds in the text a skill that no name has, where texts may be about it, by all of its spellings; and one
    /// in quotes, as it stands. Words of English are left out: in most texts they mean something else.
    fn find_subject(&self, asked: Asked, term: &Term, ranks: &mut [Rank]) -> Option<Class> {
        let is_subject = matches!(asked.tag.area(), Area::Practices | Area::Domains);
        if term.scope != Scope::Names || asked.is_word || !(is_subject || term.phrase) {
            return None;
        }
        for spelling in asked.names().filter(|_| is_subject) {
            prose::find(self.catalog, &Pattern::new(spelling).in_any_case(), ranks);
            if let Some(long) = spelled_out(spelling, &term.pattern) {
                prose::find(self.catalog, &long, ranks);
            }
        }
        self.find_in_text(&term.pattern, ranks)
    }

    /// Finds in the text what was looked for in all names and stands in none.
    fn find_in_text_of_names(&self, term: &Term, ranks: &mut [Rank]) -> Option<Class> {
        if term.scope != Scope::Names {
            return None;
        }
        if let Some(short) = term.pattern.numeronym() {
            prose::find(self.catalog, &short, ranks);
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
            let missing = fit.as_ref().and_then(Fit::lacking).filter(|&missing| missing <= most);
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

/// The beginning of a spelling that a pattern is the short form of: `end to end` for `e2e`.
fn spelled_out(spelling: &str, short: &Pattern) -> Option<Pattern> {
    let long = Pattern::new(&spelling.split(' ').take(3).collect::<Vec<_>>().join(" "));
    let is_short = long.numeronym()?.folded == short.in_any_case().folded;
    is_short.then_some(long)
}

/// Finds a pattern in the case that it was typed in; where that gives nothing, in any case.
fn in_either_case(pattern: &Pattern, ranks: &mut [Rank], find: impl Fn(&Pattern, &mut [Rank])) {
    find(pattern, ranks);
    if pattern.cased && ranks.iter().all(|&rank| rank == NOT_FOUND) {
        find(&pattern.in_any_case(), ranks);
    }
}

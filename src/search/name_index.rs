//! The names: titles, projects, skills and mentors of all proposals, laid out for one pass.
//!
//! All of them stand in one text, one after the other, a line end between two. A word is found by
//! one pass of substring search over it, which costs next to nothing beside scoring 100,000 lines
//! fuzzily; the place of a hit tells proposal and field.

use std::ops::Range;

use memchr::memmem;
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::address;
use super::class::{Class, NOT_FOUND, Place, Rank, class_at, rank};
use super::near_miss::Typed;
use super::pattern::{Pattern, apart, folded, is_hyphen, spelled_out};
use super::token::is_token_char;
use crate::model::Entry;

/// A word that is only found fuzzily keeps the proposals that score at least this share of the
/// best one, in percent: below it the letters are scattered over unrelated words.
const FUZZY_SHARE: u32 = 80;
/// A shorter word (in letters) is not looked for fuzzily: it would be found everywhere.
const FUZZY_LEAST: usize = 3;
/// A shorter word (in letters) is not looked for inside words: it would be found everywhere.
const INSIDE_LEAST: usize = 3;
/// A shorter name of a skill (in letters) is no name of a mentor.
const NAME_LEAST: usize = 3;

/// A field: what it is of, and where it begins in each of the texts.
#[derive(Debug, Clone, Copy)]
struct Field {
    cased: usize,
    lower: usize,
    proposal: usize,
    place: Place,
}

/// The names of all proposals. Keeps the scratch memory of matching, hence `&mut` to ask fuzzily.
#[derive(Debug, Clone)]
pub(super) struct Names {
    fields: Vec<Field>,
    /// The fields with accents folded, for words with capitals.
    cased: String,
    /// The same in lower case. A letter may have another length there.
    lower: String,
    matcher: Matcher,
}

impl Default for Names {
    fn default() -> Self {
        Self {
            fields: Vec::new(),
            cased: String::new(),
            lower: String::new(),
            matcher: Matcher::new(Config::DEFAULT),
        }
    }
}

impl Names {
    /// Adds the names of a proposal behind those that are there.
    pub(super) fn add(&mut self, number: usize, entry: Entry<'_>) {
        let proposal = entry.proposal;
        self.field(number, Place::Title, &proposal.title);
        if let Some(project) = &proposal.project {
            self.field(number, place_of_project(entry, project), project);
        }
        if let Some(project) = &proposal.subproject {
            self.field(number, Place::Project, project);
        }
        for skill in &proposal.skills {
            self.field(number, Place::of_skill(skill.level), &skill.text);
        }
        for mentor in &proposal.mentors {
            let is_handle = mentor.name.contains(is_hyphen) && !mentor.name.contains(char::is_whitespace);
            self.field(number, if is_handle { Place::Handle } else { Place::Mentor }, &mentor.name);
            if let Some(handle) = mentor.github.as_ref().filter(|&handle| *handle != mentor.name) {
                self.field(number, Place::Handle, handle);
            }
        }
    }

    fn field(&mut self, proposal: usize, place: Place, text: &str) {
        self.fields.push(Field { cased: self.cased.len(), lower: self.lower.len(), proposal, place });
        if text.is_ascii() {
            let text = apart(text);
            self.cased.push_str(&text);
            self.lower.extend(text.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            self.cased.push_str(&folded(text, true));
            self.lower.push_str(&folded(text, false));
        }
        self.cased.push('\n');
        self.lower.push('\n');
    }

    /// Ranks the proposals that hold a pattern at one of the places, no worse than `worst`.
    pub(super) fn find(&self, pattern: &Pattern, places: &[Place], worst: Class, ranks: &mut [Rank]) {
        let short = pattern.folded.chars().count() < INSIDE_LEAST;
        let worst = if short { worst.min(Class::Prefix) } else { worst };
        self.each(pattern, |text, place, field| {
            let class = class_at(text, place.start, place.len());
            if class <= worst && places.contains(&field.place) {
                let slot = &mut ranks[field.proposal];
                *slot = (*slot).min(rank(class, field.place, u16::MAX));
            }
        });
    }

    /// Ranks the proposals that have a pattern as a whole word at one of the places as if it stood at another:
    /// what is a word of English may be nothing but that.
    pub(super) fn find_word(&self, pattern: &Pattern, places: &[Place], at: Place, ranks: &mut [Rank]) {
        self.each(pattern, |text, place, field| {
            if class_at(text, place.start, place.len()) == Class::Token && places.contains(&field.place) {
                let slot = &mut ranks[field.proposal];
                *slot = (*slot).min(rank(Class::Token, at, u16::MAX));
            }
        });
    }

    /// Ranks the proposals whose mentors have a pattern as one of their names, or as all of their handle: who
    /// types a skill does not ask for a part of a handle, nor for the letter between two names.
    pub(super) fn find_person(&self, pattern: &Pattern, ranks: &mut [Rank]) {
        if pattern.folded.chars().count() < NAME_LEAST {
            return;
        }
        self.each(pattern, |text, place, field| {
            let is_free = |letter: Option<char>| match field.place {
                Place::Mentor => letter.is_none_or(|letter| letter.is_whitespace() || letter == ','),
                Place::Handle => letter.is_none_or(|letter| letter == '\n'),
                _ => false,
            };
            let begins = is_free(text[..place.start].chars().next_back());
            if begins && is_free(text[place.end..].chars().next()) {
                let slot = &mut ranks[field.proposal];
                *slot = (*slot).min(rank(Class::Token, Place::Mentor, u16::MAX));
            }
        });
    }

    /// Ranks the proposals that have two words with these first letters and a `to` between them at one of the
    /// places: `end to end` for `e2e`.
    pub(super) fn find_spelled_out(&self, initials: (char, char), places: &[Place], ranks: &mut [Rank]) {
        self.each(&Pattern::new("to"), |text, to, field| {
            if places.contains(&field.place) && spelled_out(text, &to, initials).is_some() {
                let slot = &mut ranks[field.proposal];
                *slot = (*slot).min(rank(Class::Token, field.place, u16::MAX));
            }
        });
    }

    /// Visits every place of a pattern: the text of all fields, where in it, and the field. A part of an address
    /// is no place of a word.
    fn each(&self, pattern: &Pattern, mut visit: impl FnMut(&str, Range<usize>, &Field)) {
        let (text, start): (_, fn(&Field) -> usize) = if pattern.cased {
            (&self.cased, |field| field.cased)
        } else {
            (&self.lower, |field| field.lower)
        };
        let in_addresses = address::is_like(&pattern.text);
        let mut at = 0;
        for offset in memmem::find_iter(text.as_bytes(), pattern.folded.as_bytes()) {
            while self.fields.get(at + 1).is_some_and(|next| start(next) <= offset) {
                at += 1;
            }
            let place = offset..offset + pattern.folded.len();
            if in_addresses || !address::holds(text, &place) {
                visit(text, place, &self.fields[at]);
            }
        }
    }

    /// Ranks the proposals that hold what a word is likely meant for, close to the best of them.
    pub(super) fn find_likely(&self, pattern: &Pattern, places: &[Place], ranks: &mut [Rank]) {
        let typed = Typed::new(&pattern.folded);
        let mut best = 0;
        for (field, text) in texts(&self.fields, &self.lower, places) {
            if let Some(score) = typed.score_in(text) {
                best = best.max(score);
                let slot = &mut ranks[field.proposal];
                *slot = (*slot).min(rank(Class::Fuzzy, field.place, score));
            }
        }
        keep_share(best, ranks);
    }

    /// Ranks the proposals that hold the letters of a pattern in order, near each other and from the
    /// beginning of a word, close to the best score. The letters of `php` stand in order in half of
    /// all sentences; that is no answer to it.
    pub(super) fn find_fuzzily(&mut self, pattern: &Pattern, places: &[Place], ranks: &mut [Rank]) {
        if pattern.folded.chars().count() < FUZZY_LEAST {
            return;
        }
        let (mut needle, mut haystack, mut letters) = (Vec::new(), Vec::new(), Vec::new());
        let needle = Utf32Str::new(&pattern.folded, &mut needle);
        let mut best = 0;
        for (field, text) in texts(&self.fields, &self.lower, places) {
            let haystack = Utf32Str::new(text, &mut haystack);
            letters.clear();
            let score = self.matcher.fuzzy_indices(haystack, needle, &mut letters);
            if let Some(score) = score.filter(|_| stand_together(haystack, &letters)) {
                best = best.max(score);
                let slot = &mut ranks[field.proposal];
                *slot = (*slot).min(rank(Class::Fuzzy, field.place, score));
            }
        }
        keep_share(best, ranks);
    }
}

/// The place of a project. The title of the document stands in for it where nothing in the proposal names one.
fn place_of_project(entry: Entry<'_>, project: &str) -> Place {
    let names =
        || memmem::find(entry.proposal.section.of(entry.text()).as_bytes(), project.as_bytes()).is_some();
    if entry.proposal.is_project_guessed && !names() { Place::Document } else { Place::Project }
}

/// The fields at some of the places, each with its part of the text in lower case.
fn texts<'a>(
    fields: &'a [Field],
    text: &'a str,
    places: &'a [Place],
) -> impl Iterator<Item = (Field, &'a str)> {
    let ends = fields.iter().skip(1).map(|next| next.lower).chain([text.len()]);
    let fields = fields.iter().zip(ends).filter(|(field, _)| places.contains(&field.place));
    fields.map(|(&field, end)| (field, &text[field.lower..end - 1]))
}

/// Of the proposals that were found by their letters, keeps those near the best score.
fn keep_share(best: u16, ranks: &mut [Rank]) {
    let least = u32::from(best) * FUZZY_SHARE / 100;
    for slot in ranks.iter_mut().filter(|slot| **slot != NOT_FOUND) {
        let score = Rank::from(u16::MAX) - (*slot & Rank::from(u16::MAX));
        if score < least {
            *slot = NOT_FOUND;
        }
    }
}

/// Whether letters found in order look like one word with some left out: the first begins a word,
/// the last is not far.
fn stand_together(haystack: Utf32Str<'_>, letters: &[u32]) -> bool {
    let (Some(&first), Some(&last)) = (letters.first(), letters.last()) else { return false };
    let begins = first == 0 || !is_token_char(haystack.get(first - 1));
    begins && (last - first) as usize <= 2 * letters.len() + 2
}

//! Prose: whole words and phrases in running text, which is not indexed but looked through.

use std::num::NonZero;
use std::str::Chars;
use std::sync::{Mutex, PoisonError};
use std::thread;

use memchr::memchr2_iter;

use super::class::{Class, Place, Rank, rank};
use super::fold;
use super::pattern::Pattern;
use crate::model::Catalog;

/// So many proposals are looked through before it pays to start a thread.
const A_THREAD: usize = 2_000;

/// Ranks the proposals whose text holds a pattern as a whole word or phrase. All text of the catalog
/// is looked through, by as many cores as are worth it.
pub(super) fn find(catalog: &Catalog, pattern: &Pattern, ranks: &mut [Rank]) {
    let hit = rank(Class::Prose, Place::Elsewhere, u16::MAX);
    let finder = Finder::of(pattern);
    let look_through = |first: usize, ranks: &mut [Rank]| {
        for (number, slot) in (first..).zip(ranks) {
            let entry = catalog.get(number);
            if entry.is_some_and(|entry| finder.holds(entry.proposal.section.of(entry.text()))) {
                *slot = hit;
            }
        }
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = (ranks.len() / A_THREAD).clamp(1, cores);
    if threads == 1 {
        return look_through(0, ranks);
    }
    let part = ranks.len().div_ceil(threads);
    let parts = Mutex::new(ranks.chunks_mut(part).enumerate());
    let next = || parts.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some((number, ranks)) = next() {
            look_through(number * part, ranks);
        }
    };
    thread::scope(|scope| {
        // Where no thread is to be had, this one does the work of the others.
        (1..threads).for_each(|_| drop(thread::Builder::new().spawn_scoped(scope, work)));
        work();
    });
}

/// Whether a text holds a pattern as a whole word or phrase. A space of the phrase is any white
/// space of the text.
pub(super) fn holds(text: &str, pattern: &Pattern) -> bool {
    Finder::of(pattern).holds(text)
}

/// A pattern, and where to look for it first.
struct Finder<'p> {
    pattern: &'p Pattern,
    anchor: Option<Anchor>,
}

/// The letter of a pattern that is found least often: where it is not, nothing else needs a look.
#[derive(Clone, Copy)]
struct Anchor {
    letter: u8,
    /// How many letters of the pattern stand before it.
    before: usize,
}

/// Letters from the rarest to the most frequent, in English.
const RARITY: &[u8] = b"zqxjkvbpygfwmucldrhsnioate";
/// So many bytes at once are looked at for letters beyond ASCII.
const CHUNK: usize = 64;

impl<'p> Finder<'p> {
    fn of(pattern: &'p Pattern) -> Self {
        // Behind white space nobody knows how far back the pattern begins.
        let word = pattern.folded.split(' ').next().unwrap_or_default();
        let rarity = |letter: u8| {
            let letter = letter.to_ascii_lowercase();
            RARITY.iter().position(|&known| known == letter).unwrap_or(0)
        };
        let letters = word.chars().enumerate().filter_map(|(before, letter)| {
            let letter = u8::try_from(letter).ok().filter(u8::is_ascii)?;
            Some(Anchor { letter, before })
        });
        Self { pattern, anchor: letters.min_by_key(|anchor| rarity(anchor.letter)) }
    }

    fn holds(&self, text: &str) -> bool {
        let Some(anchor) = self.anchor else {
            return text.char_indices().any(|(at, _)| stands_at(text, at, self.pattern));
        };
        let lower = anchor.letter;
        let upper = if self.pattern.cased { lower } else { lower.to_ascii_uppercase() };
        let stands = |at: usize| {
            let start = match anchor.before.checked_sub(1) {
                Some(before) => {
                    let letters = text[..at].char_indices().rev();
                    let mut letters = letters.filter(|&(_, letter)| !fold::is_accent(letter));
                    letters.nth(before).map(|(start, _)| start)
                }
                None => Some(at),
            };
            start.is_some_and(|start| stands_at(text, start, self.pattern))
        };
        memchr2_iter(lower, upper, text.as_bytes()).any(stands)
            || (!text.is_ascii() && accented(text, char::from(lower), self.pattern.cased).any(stands))
    }
}

/// Where the letters beyond ASCII stand that fold to a letter of ASCII.
fn accented(text: &str, letter: char, cased: bool) -> impl Iterator<Item = usize> {
    let fold = if cased { fold::plain } else { fold::lower };
    let chunks = text.as_bytes().chunks(CHUNK).enumerate().filter(|(_, chunk)| !chunk.is_ascii());
    let starts = chunks.flat_map(|(number, chunk)| {
        let begins = chunk.iter().enumerate().filter(|(_, byte)| **byte >= 0xc0);
        begins.map(move |(at, _)| number * CHUNK + at)
    });
    starts.filter(move |&at| text[at..].chars().next().is_some_and(|found| fold(found) == letter))
}

/// Whether the pattern stands at a place of the text, as a whole word.
fn stands_at(text: &str, at: usize, pattern: &Pattern) -> bool {
    let joins = |one: Option<char>, other: Option<char>| {
        one.is_some_and(fold::is_token_char) && other.is_some_and(fold::is_token_char)
    };
    let before = text[..at].chars().rev().find(|&letter| !fold::is_accent(letter));
    if joins(before, text[at..].chars().next()) {
        return false;
    }
    let fold = if pattern.cased { fold::plain } else { fold::lower };
    let next = |rest: &mut Chars<'_>| rest.find(|&letter| !fold::is_accent(letter));
    let mut rest = text[at..].chars();
    let mut last = None;
    for wanted in pattern.folded.chars() {
        let Some(found) = next(&mut rest) else { return false };
        if wanted == ' ' {
            if !found.is_whitespace() {
                return false;
            }
            let blank = rest.as_str();
            rest = blank.trim_start().chars();
        } else if fold(found) != wanted {
            return false;
        }
        last = Some(found);
    }
    !joins(last, next(&mut rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_and_phrases_count() {
        for (text, pattern) in [
            ("Port it to Go.", "go"),
            ("a REST\n  API for maps", "rest api"),
            ("uses c++ (17)", "c++"),
            ("École du Café", "ecole du cafe"),
            ("“Zoë’s” notes", "zoe"),
            ("日本語 と Go", "go"),
            ("au CAFÉ Ängst", "angst"),
            ("星の海", "星の海"),
            ("the o\u{308}ld bell", "öld"),
        ] {
            assert!(holds(text, &Pattern::new(pattern)), "{pattern}");
        }
        for (text, pattern) in [
            ("cargo going", "go"),
            ("c++", "c"),
            ("rest of the api", "rest api"),
            ("go", "Go"),
            ("o\u{308}ld", "ld"),
        ] {
            assert!(!holds(text, &Pattern::new(pattern)), "{pattern}");
        }
    }
}

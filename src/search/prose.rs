//! Prose: whole words and phrases in running text, which is not indexed but looked through.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::address;
use super::class::{Class, Place, Rank, rank};
use super::finder::Finder;
use super::pattern::Pattern;
use super::token::is_token_char;
use crate::model::{Catalog, fold};

/// So many proposals are looked through before it pays to start a thread.
const A_THREAD: usize = 2_000;

/// Ranks the proposals whose text holds a pattern as a whole word or phrase. All text of the catalog
/// is looked through, by as many cores as are worth it.
pub(super) fn find(catalog: &Catalog, pattern: &Pattern, ranks: &mut [Rank]) {
    let hit = rank(Class::Prose, Place::Elsewhere, u16::MAX);
    let finder = Words::new(pattern);
    let look_through = |first: usize, ranks: &mut [Rank]| {
        for (number, slot) in (first..).zip(ranks) {
            let entry = catalog.get(number);
            if entry.is_some_and(|entry| holds_word(entry.proposal.section.of(entry.text()), &finder)) {
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
/// space of the text, or a hyphen.
pub(super) fn holds(text: &str, pattern: &Pattern) -> bool {
    holds_word(text, &Words::new(pattern))
}

/// A pattern that is looked for as a whole word or phrase.
struct Words {
    finder: Finder,
    /// Whether it is looked for in addresses, too: elsewhere a part of one is no word.
    in_addresses: bool,
}

impl Words {
    fn new(pattern: &Pattern) -> Self {
        Self { finder: Finder::new(pattern), in_addresses: address::is_like(&pattern.text) }
    }
}

/// Whether a text holds what is looked for as a whole word or phrase.
fn holds_word(text: &str, words: &Words) -> bool {
    let joins = |one: Option<char>, other: Option<char>| {
        one.is_some_and(is_token_char) && other.is_some_and(is_token_char)
    };
    // An accent stands between letters and is none.
    let has_letters = |&letter: &char| !fold::letter(letter).as_slice().is_empty();
    words.finder.any(text, |found| {
        let word = &text[found.start..found.end];
        found.whole
            && !joins(text[..found.start].chars().rev().find(has_letters), word.chars().next())
            && !joins(word.chars().rev().find(has_letters), text[found.end..].chars().next())
            && (words.in_addresses || !address::holds(text, &(found.start..found.end)))
    })
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
            ("Die Straße dort", "strasse"),
            ("von Łukasz, Nguyễn", "nguyen"),
            ("by Nguye\u{302}\u{303}n", "nguyễn"),
            ("an end-to-\nend test", "end to end"),
            ("an end to end test", "end-to-end"),
            ("see https://loki.js.org", "loki.js.org"),
            ("une œuvre\u{a0}d’art", "oeuvre d'art"),
        ] {
            assert!(holds(text, &Pattern::new(pattern)), "{pattern}");
        }
        for (text, pattern) in [
            ("cargo going", "go"),
            ("c++", "c"),
            ("rest of the api", "rest api"),
            ("go", "Go"),
            ("see https://loki.js.org", "js"),
            ("o\u{308}ld", "ld"),
            ("Straße", "stras"),
            ("Straße", "se"),
        ] {
            assert!(!holds(text, &Pattern::new(pattern)), "{pattern}");
        }
    }
}

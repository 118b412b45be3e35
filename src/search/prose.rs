//! Prose: whole words and phrases in running text, which is not indexed but looked through.

use std::num::NonZero;
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
    let look_through = |first: usize, ranks: &mut [Rank]| {
        for (number, slot) in (first..).zip(ranks) {
            let entry = catalog.get(number);
            if entry.is_some_and(|entry| holds(entry.proposal.section.of(entry.text()), pattern)) {
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
    thread::scope(|scope| {
        for (number, ranks) in ranks.chunks_mut(part).enumerate() {
            scope.spawn(move || look_through(number * part, ranks));
        }
    });
}

/// Whether a text holds a pattern as a whole word or phrase. A space of the phrase is any white
/// space of the text.
pub(super) fn holds(text: &str, pattern: &Pattern) -> bool {
    let Some(first) = pattern.folded.chars().next() else { return false };
    if first.is_ascii() && text.is_ascii() {
        let first = first as u8;
        let upper = if pattern.cased { first } else { first.to_ascii_uppercase() };
        return memchr2_iter(first, upper, text.as_bytes()).any(|at| stands_at(text, at, pattern));
    }
    text.char_indices().any(|(at, _)| stands_at(text, at, pattern))
}

/// Whether the pattern stands at a place of the text, as a whole word.
fn stands_at(text: &str, at: usize, pattern: &Pattern) -> bool {
    let joins = |one: Option<char>, other: Option<char>| {
        one.is_some_and(fold::is_token_char) && other.is_some_and(fold::is_token_char)
    };
    if joins(text[..at].chars().next_back(), text[at..].chars().next()) {
        return false;
    }
    let fold = if pattern.cased { fold::plain } else { fold::lower };
    let mut rest = text[at..].chars();
    let mut last = None;
    for wanted in pattern.folded.chars() {
        let Some(found) = rest.next() else { return false };
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
    !joins(last, rest.next())
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
        ] {
            assert!(holds(text, &Pattern::new(pattern)), "{pattern}");
        }
        for (text, pattern) in
            [("cargo going", "go"), ("c++", "c"), ("rest of the api", "rest api"), ("go", "Go")]
        {
            assert!(!holds(text, &Pattern::new(pattern)), "{pattern}");
        }
    }
}

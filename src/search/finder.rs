//! The finder: a folded pattern in running text, which is not folded first.
//!
//! Most texts do not hold the rarest letter of a pattern at all, and looking for one letter is all
//! that is done with them.

use memchr::memchr2_iter;

use super::pattern::{Pattern, is_hyphen};
use crate::model::fold;

/// A pattern, and where to look for it first.
#[derive(Debug, Clone)]
pub struct Finder {
    /// The folded letters of the pattern; a space is any white space, or a hyphen.
    letters: Vec<char>,
    cased: bool,
    anchor: Option<Anchor>,
}

/// The letter of a pattern that is found least often: where it is not, nothing else needs a look.
#[derive(Debug, Clone, Copy)]
struct Anchor {
    letter: u8,
    /// How many letters of the pattern stand before it.
    before: usize,
}

/// Where a pattern begins in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Start {
    /// The byte at which a letter of the text begins.
    at: usize,
    /// How many of its folded letters stand before the pattern.
    skipped: usize,
}

/// A place of a pattern in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The byte at which its first letter begins.
    pub(super) start: usize,
    /// Whether it begins and ends where letters of the text do, and not inside of what one of them
    /// is folded to.
    pub(super) whole: bool,
    /// The byte behind its last letter, and the accents of that.
    pub(super) end: usize,
}

/// Letters from the rarest to the most frequent, in English.
const RARITY: &[u8] = b"zqxjkvbpygfwmucldrhsnioate";
/// So many bytes at once are looked at for letters beyond ASCII.
const CHUNK: usize = 64;

impl Finder {
    /// Looks for a pattern.
    pub fn new(pattern: &Pattern) -> Self {
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
        Self {
            letters: pattern.folded.chars().collect(),
            cased: pattern.cased,
            anchor: letters.min_by_key(|anchor| rarity(anchor.letter)),
        }
    }

    /// Whether a text holds the pattern, also inside of words.
    pub fn is_in(&self, text: &str) -> bool {
        self.any(text, |_| true)
    }

    /// Whether one of the places of the pattern in a text is as asked for.
    pub(super) fn any(&self, text: &str, is_wanted: impl Fn(Found) -> bool) -> bool {
        let stands = |start: Start| self.found(text, start).is_some_and(&is_wanted);
        let Some(Anchor { letter, .. }) = self.anchor else {
            return text.char_indices().any(|(at, letter)| {
                let folded = fold::letter(letter).as_slice().len();
                (0..folded).any(|skipped| stands(Start { at, skipped }))
            });
        };
        let other = if self.cased { letter } else { letter.to_ascii_uppercase() };
        memchr2_iter(letter, other, text.as_bytes()).any(|at| self.start(text, at, 0).is_some_and(&stands))
            || (!text.is_ascii() && self.anchors_beyond_ascii(text).any(stands))
    }

    /// Where the pattern begins whose anchor is a letter beyond ASCII, or a part of what one is folded to.
    fn anchors_beyond_ascii(&self, text: &str) -> impl Iterator<Item = Start> {
        let chunks = text.as_bytes().chunks(CHUNK).enumerate().filter(|(_, chunk)| !chunk.is_ascii());
        let letters = chunks.flat_map(|(number, chunk)| {
            let begins = chunk.iter().enumerate().filter(|(_, byte)| **byte >= 0xc0);
            begins.map(move |(at, _)| number * CHUNK + at)
        });
        letters.flat_map(move |at| {
            let folded = text[at..].chars().next().map(fold::letter);
            let parts = 0..folded.map_or(0, |folded| folded.as_slice().len());
            parts.filter_map(move |part| {
                let is_anchor = self.fold(folded?.as_slice()[part]) == char::from(self.anchor?.letter);
                is_anchor.then(|| self.start(text, at, part))?
            })
        })
    }

    /// Where the pattern begins whose anchor is a part of the letter at `at`.
    fn start(&self, text: &str, at: usize, part: usize) -> Option<Start> {
        let mut before = self.anchor?.before;
        if before <= part {
            return Some(Start { at, skipped: part - before });
        }
        before -= part;
        for (at, letter) in text[..at].char_indices().rev() {
            let folded = if letter.is_ascii() { 1 } else { fold::letter(letter).as_slice().len() };
            if before <= folded {
                return Some(Start { at, skipped: folded - before });
            }
            before -= folded;
        }
        None
    }

    /// The place of the pattern that begins there, or `None` where something else stands.
    fn found(&self, text: &str, Start { at, skipped }: Start) -> Option<Found> {
        let rest = &text[at..];
        let mut found = fold::letters(rest).skip(skipped).peekable();
        let mut last = 0;
        for &wanted in &self.letters {
            let (at, letter) = found.next()?;
            last = at;
            if wanted == ' ' {
                if !is_space(letter) {
                    return None;
                }
                while found.next_if(|&(_, letter)| is_space(letter)).is_some() {}
            } else if self.fold(letter) != wanted {
                return None;
            }
        }
        let next = found.peek().map(|&(at, _)| at);
        let whole = skipped == 0 && next != Some(last);
        Some(Found { start: at, whole, end: at + next.unwrap_or(rest.len()) })
    }

    fn fold(&self, letter: char) -> char {
        if self.cased { letter } else { fold::lower(letter) }
    }
}

/// Whether a letter stands between two words of a phrase.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || is_hyphen(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::pattern::folded;

    #[test]
    fn a_pattern_may_begin_and_end_inside_of_a_letter() {
        for (text, pattern) in [
            ("Spaß", "as"),
            ("Spaß", "s"),
            ("ßa", "sa"),
            ("œæ", "ea"),
            ("Straße", "strasse"),
            ("x ½", "2"),
            ("Æ", "e"),
        ] {
            assert!(Finder::new(&Pattern::new(pattern)).is_in(text), "{pattern} in {text}");
        }
        assert!(!Finder::new(&Pattern::new("sss")).is_in("ßa"));
    }

    proptest! {
        /// It finds the same as a search in the folded text, whose white space is single spaces.
        #[test]
        fn it_finds_what_is_in_the_folded_text(
            text in "[abs ßæéŁł\u{301}\u{308}日½]{0,12}",
            pattern in "[absßæeélł\u{301}日A]{1,3}",
        ) {
            let pattern = Pattern::new(&pattern);
            let expected = folded(&text, pattern.cased).contains(&pattern.folded);
            prop_assume!(!pattern.folded.is_empty());
            prop_assert_eq!(Finder::new(&pattern).is_in(&text), expected);
        }
    }
}

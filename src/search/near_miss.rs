//! Near misses: whether a word that stands nowhere is meant for one that does: a typo, a word
//! with letters left out, or the initials of several words.
//!
//! That its letters stand in order says little: those of `sre` stand in half of all titles.

use memchr::memchr2_iter;

use super::token::is_token_char;

/// A shorter word (in letters) is a typo away from too many others.
pub(super) const LEAST: usize = 4;
/// From so many letters on, two slips are allowed.
const TWO_SLIPS: usize = 8;
/// Fewer letters are nobody's initials.
const LEAST_INITIALS: usize = 3;
/// The best score; each typo costs a tenth of it.
const BEST: usize = 1000;

/// A word that was typed, to be compared with many.
pub(super) struct Typed<'t> {
    word: &'t str,
    letters: Vec<char>,
}

impl<'t> Typed<'t> {
    /// A word in lower case, folded.
    pub(super) fn new(word: &'t str) -> Self {
        Self { word, letters: word.chars().collect() }
    }

    /// How likely it is meant for something in a text, in lower case and folded; higher is better.
    pub(super) fn score_in(&self, text: &str) -> Option<u16> {
        let &[first, second, ..] = self.letters.as_slice() else { return None };
        // Only where one of these begins a word is there anything to look at.
        let [first, second] = [first, second].map(|letter| letter.encode_utf8(&mut [0; 4]).as_bytes()[0]);
        let places = memchr2_iter(first, second, text.as_bytes());
        let starts = places.filter(|&at| !text[..at].ends_with(is_token_char));
        let scores =
            starts.map(|at| self.score_of(words(&text[at..]).next()?).max(self.initials(&text[at..])));
        scores.max().flatten().and_then(|score| u16::try_from(score).ok())
    }

    /// The best score, where its letters begin the first words of a text one after the other.
    fn initials(&self, text: &str) -> Option<usize> {
        let count = self.letters.len();
        let mut words = words(text);
        let begin = |&letter: &char| words.next().is_some_and(|word| word.starts_with(letter));
        (count >= LEAST_INITIALS && self.letters.iter().all(begin)).then_some(BEST)
    }

    fn score_of(&self, word: &str) -> Option<usize> {
        let (&[first, second, ..], true) = (self.letters.as_slice(), self.letters.len() >= LEAST) else {
            return None;
        };
        if !word.starts_with([first, second]) {
            return None;
        }
        let slips = slips(self.word, word).map(|slips| BEST - slips * BEST / 10);
        slips.or_else(|| word.starts_with(first).then(|| self.share_of(word)).flatten())
    }

    /// How much of a word it is, where it is that word with no more than half of its letters left out.
    fn share_of(&self, word: &str) -> Option<usize> {
        let long = word.chars().count();
        if long > 2 * self.letters.len() {
            return None;
        }
        let mut rest = word.chars();
        let in_order = self.letters.iter().all(|&letter| rest.any(|found| found == letter));
        in_order.then(|| BEST * self.letters.len() / long)
    }
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_token_char(letter)).filter(|word| !word.is_empty())
}

/// How many slips (a letter left out, added, exchanged, or two the wrong way round) make one word of
/// the other, where they are no more than such a word may have.
pub(super) fn slips(typed: &str, word: &str) -> Option<usize> {
    let (letters, long) = (typed.chars().count(), word.chars().count());
    let allowed = 1 + usize::from(letters >= TWO_SLIPS);
    if letters.min(long) < LEAST || long.abs_diff(letters) > allowed {
        return None;
    }
    // A typo takes one letter away and brings another at most; counting is slow beside that look.
    let differ = (letter_set(typed) ^ letter_set(word)).count_ones() as usize;
    if differ > 2 * allowed {
        return None;
    }
    Some(strsim::osa_distance(typed, word)).filter(|&slips| slips <= allowed)
}

/// Which letters a word has, a bit for each; several share one.
fn letter_set(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(typed: &str, text: &str) -> Option<u16> {
        Typed::new(typed).score_in(text)
    }

    #[test]
    fn slips_gaps_and_initials_are_likely() {
        assert_eq!(
            score("tidewtach", "the tidewatch bell"),
            Some(900),
            "two letters that changed places are one slip"
        );
        for (typed, text) in [
            ("meshrey", "grounding ai in the meshery registry"),
            ("clckwrk", "a clockwork bell"),
            ("cmplr", "compiler"),
            ("tuf", "metadata of the update framework"),
            ("lcok", "lock"),
        ] {
            assert!(score(typed, text).is_some(), "{typed} in {text}");
        }
    }

    #[test]
    fn scattered_letters_are_not() {
        for (typed, text) in [
            ("sre", "secure the release"),
            ("sre", "secure"),
            ("ptg", "port the scheduler to go"),
            ("kmsh", "keep most of the shoals"),
            ("clck", "cloth for the clerk"),
            ("dvop", "development platform"),
            ("", "x"),
            ("clock", ""),
        ] {
            assert_eq!(score(typed, text), None, "{typed} in {text}");
        }
    }
}

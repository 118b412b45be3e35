//! A pattern: a word or a phrase that is looked for, folded for comparison.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::fold;

/// From so many letters on, a word and its plural are the same.
const NUMBERED: usize = 4;

/// A word or phrase that is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pattern {
    /// As typed.
    pub text: String,
    /// Folded for comparison, white space as single spaces.
    pub(super) folded: String,
    /// Whether it holds a capital, and so matches that case first.
    pub(super) cased: bool,
}

impl Pattern {
    /// The pattern of a word or phrase as typed. White space counts as one space each.
    pub fn new(text: &str) -> Self {
        let cased = text.chars().any(char::is_uppercase);
        let words: Vec<&str> = text.split_whitespace().collect();
        Self { text: text.to_owned(), folded: folded(&words.join(" "), cased), cased }
    }

    /// Its runs of letters and digits, each as a pattern of the same case.
    pub fn parts(&self) -> Vec<Self> {
        let parts = self.folded.split(|letter: char| !letter.is_alphanumeric());
        let part = |part: &str| Self { text: part.to_owned(), folded: part.to_owned(), cased: self.cased };
        parts.filter(|part| !part.is_empty()).map(part).collect()
    }

    /// The same without regard to case.
    pub(super) fn in_any_case(&self) -> Self {
        Self { folded: self.folded.chars().map(fold::lower).collect(), cased: false, ..self.clone() }
    }

    /// Where a text holds it first, in bytes of the folded text.
    pub fn place_in(&self, text: &str) -> Option<usize> {
        folded(text, self.cased).find(&self.folded)
    }

    /// The plural of a word in the singular, and the other way round; nothing for short words, where
    /// an `s` makes another word, and for phrases.
    pub(super) fn other_number(&self) -> Option<Self> {
        let word = &self.folded;
        if word.len() < NUMBERED || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let folded = match word.strip_suffix('s') {
            Some(singular) if !singular.ends_with('s') => singular.to_owned(),
            Some(_) => return None,
            None => format!("{word}s"),
        };
        Some(Self { folded, ..self.clone() })
    }

    /// The short form of `end to end` (`e2e`): one letter on each side of `to`.
    pub(super) fn numeronym(&self) -> Option<Self> {
        let mut words = self.folded.split(' ');
        let (first, to, last) = (words.next()?, words.next()?, words.next()?);
        let (first, last) = (first.chars().next()?, last.chars().next()?);
        let is_one = to.eq_ignore_ascii_case("to") && words.next().is_none();
        let folded = fold::text(&format!("{first}2{last}")).into_owned();
        is_one.then(|| Self { folded, cased: false, ..self.clone() })
    }

    /// The letters that the words of a short form begin with: `e` and `e` of `e2e`.
    pub(super) fn initials(&self) -> Option<(char, char)> {
        let mut letters = self.folded.chars().map(fold::lower);
        let (first, to, last) = (letters.next()?, letters.next()?, letters.next()?);
        let is_one = to == '2' && letters.next().is_none();
        (is_one && first.is_alphabetic() && last.is_alphabetic()).then_some((first, last))
    }

    /// Whether it holds a letter or digit: marks alone are no word.
    pub fn has_letters(&self) -> bool {
        self.folded.chars().any(char::is_alphanumeric)
    }
}

/// A text as a pattern is compared with it: in its case, or in lower case; a hyphen inside of a word is a space.
pub(super) fn folded(text: &str, cased: bool) -> String {
    if cased {
        let folded: String = fold::letters(text).map(|(_, letter)| letter).collect();
        apart(&folded).into_owned()
    } else {
        apart(&fold::text(text)).into_owned()
    }
}

/// A text whose words that are joined by hyphens stand apart.
pub(super) fn apart(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hyphen) {
        return Cow::Borrowed(text);
    }
    let mut apart = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut is_word = false;
    while let Some(letter) = letters.next() {
        let joins = is_word && is_hyphen(letter) && letters.peek().is_some_and(|next| next.is_alphanumeric());
        apart.push(if joins { ' ' } else { letter });
        is_word = letter.is_alphanumeric();
    }
    Cow::Owned(apart)
}

/// The place of two words with these first letters and the `to` at a place of a text between them.
pub(super) fn spelled_out(
    text: &str,
    to: &Range<usize>,
    (first, last): (char, char),
) -> Option<Range<usize>> {
    let before = text[..to.start].strip_suffix(' ')?;
    let start = before.trim_end_matches(char::is_alphanumeric).len();
    let after = text[to.end..].strip_prefix(' ')?;
    let long = after.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(after.len());
    (before[start..].starts_with(first) && after.starts_with(last)).then_some(start..to.end + 1 + long)
}

/// Whether a letter joins two words to one. What is a phrase to one writer is one word to another.
pub(super) fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// The words of a text, each as a pattern.
pub fn words(text: &str) -> Vec<Pattern> {
    text.split_whitespace().map(Pattern::new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_at_any_white_space_and_folded() {
        let words = words("  Café\u{a0}NOIR go ");
        let folded: Vec<_> = words.iter().map(|word| (word.folded.as_str(), word.cased)).collect();
        assert_eq!(folded, [("Cafe", true), ("NOIR", true), ("go", false)]);
        let other = |word| Pattern::new(word).other_number().map(|other| other.folded);
        assert_eq!(
            ["plugin", "maps", "ai", "glass", "c++11"].map(other),
            [Some("plugins".to_owned()), Some("map".to_owned()), None, None, None]
        );
        assert_eq!(Pattern::new(" REST \t API").folded, "REST API");
        assert_eq!(Pattern::new("end-to‑end -x a- -- b-é").folded, "end to end -x a- -- b e");
        let short = |text| Pattern::new(text).numeronym().map(|short| short.folded);
        assert_eq!(["End-to-End", "to to"].map(short), [Some("e2e".to_owned()), None]);
        assert_eq!(
            ["E2E", "e2", "1201", "e2ee"].map(|text| Pattern::new(text).initials())[..],
            [Some(('e', 'e')), None, None, None]
        );
        assert_eq!(Pattern::new("o\u{308}ld").folded, "old", "an accent by itself");
    }
}

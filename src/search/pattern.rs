//! A pattern: a word or a phrase that is looked for, folded for comparison.

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

    /// Whether it holds a letter or digit: marks alone are no word.
    pub fn has_letters(&self) -> bool {
        self.folded.chars().any(char::is_alphanumeric)
    }
}

/// A text as a pattern is compared with it: in its case, or in lower case.
pub(super) fn folded(text: &str, cased: bool) -> String {
    if cased {
        fold::letters(text).map(|(_, letter)| letter).collect()
    } else {
        fold::text(text).into_owned()
    }
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
        assert_eq!(Pattern::new("o\u{308}ld").folded, "old", "an accent by itself");
    }
}

//! A query: what was typed into the filter bar, understood.
//!
//! ```text
//! query = word*            words are separated by white space and all have to be found
//! ```

use super::fold;

/// One word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word as typed.
    pub text: String,
    /// The word folded for comparison.
    pub(super) folded: String,
    /// Whether it holds a capital, and so matches only that case.
    pub(super) cased: bool,
}

/// What was typed, as words that all have to be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
}

impl Query {
    /// Understands what was typed. Never fails; blank text is the query that everything fits.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self { words: text.split_whitespace().map(Word::new).collect() }
    }

    /// The words, in the order typed.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Whether everything fits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl Word {
    fn new(text: &str) -> Self {
        // A handle is typed as the screen shows it.
        let text = text.strip_prefix('@').filter(|handle| !handle.is_empty()).unwrap_or(text);
        let cased = text.chars().any(char::is_uppercase);
        let folded = text.chars().map(if cased { fold::plain } else { fold::lower }).collect();
        Self { text: text.to_owned(), folded, cased }
    }

    /// The same word without regard to case.
    pub(super) fn in_any_case(&self) -> Self {
        Self { folded: self.folded.chars().map(fold::lower).collect(), cased: false, ..self.clone() }
    }

    /// Where a text holds the word first, in bytes of the folded text.
    #[must_use]
    pub fn place_in(&self, text: &str) -> Option<usize> {
        let fold = if self.cased { fold::plain } else { fold::lower };
        text.chars().map(fold).collect::<String>().find(&self.folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_at_any_white_space_and_folded() {
        let query = Query::parse("  Café\u{a0}NOIR go ");
        let folded: Vec<_> = query.words().iter().map(|word| (word.folded.as_str(), word.cased)).collect();
        assert_eq!(folded, [("Cafe", true), ("NOIR", true), ("go", false)]);
        assert!(Query::parse(" \t ").is_empty());
    }
}

//! Tables of the words that the program brings. A word is found by its first letter and its last: hardly any of
//! the words of a document have both as well as the length of one in the table.

use std::fmt::{Debug, Formatter, Result};

/// So many bits of a letter tell it from others.
const BITS: u32 = 5;

/// A table of words with a value for each.
pub(super) struct WordTable<V> {
    by_ends: Vec<Words<V>>,
}

/// The words with the same ends.
struct Words<V> {
    /// Which lengths they have, a bit each.
    lengths: u32,
    words: Vec<(String, V)>,
}

impl<V> Default for WordTable<V> {
    fn default() -> Self {
        Self { by_ends: (0..1 << (2 * BITS)).map(|_| Words { lengths: 0, words: Vec::new() }).collect() }
    }
}

impl<V: Default> WordTable<V> {
    /// The value of a word, which is added with the default one where the table has it not.
    pub(super) fn entry(&mut self, word: String) -> &mut V {
        let Words { lengths, words } = &mut self.by_ends[ends(&word)];
        *lengths |= length(&word);
        let at = words.iter().position(|(known, _)| *known == word).unwrap_or_else(|| {
            words.push((word, V::default()));
            words.len() - 1
        });
        &mut words[at].1
    }
}

impl<V> WordTable<V> {
    /// The value of a word.
    pub(super) fn get(&self, word: &str) -> Option<&V> {
        let Words { lengths, words } = &self.by_ends[ends(word)];
        if lengths & length(word) == 0 {
            return None;
        }
        words.iter().find(|(known, _)| known == word).map(|(_, value)| value)
    }

    /// The words with their values, in no order that matters.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.by_ends.iter().flat_map(|ends| &ends.words).map(|(word, value)| (word.as_str(), value))
    }
}

impl<V: Debug> Debug for WordTable<V> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// The place of words with these ends.
fn ends(word: &str) -> usize {
    let letter = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or(0)) & ((1 << BITS) - 1);
    let bytes = word.as_bytes();
    letter(bytes.first()) << BITS | letter(bytes.last())
}

/// The bit of a word's length.
fn length(word: &str) -> u32 {
    1 << word.len().min(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_ends_are() {
        let mut table = WordTable::<usize>::default();
        let words = ["tide", "time", "tame", "t", "", "项目", "课题", "Tide"];
        for (number, word) in words.iter().enumerate() {
            *table.entry((*word).to_owned()) += number + 1;
        }
        *table.entry("tide".to_owned()) += 100;
        let found = words.map(|word| table.get(word).copied());
        assert_eq!(found, [101, 2, 3, 4, 5, 6, 7, 8].map(Some));
        assert_eq!(["tile", "tid", "题目"].map(|word| table.get(word)), [None; 3]);
        assert_eq!(table.iter().count(), words.len());
    }
}

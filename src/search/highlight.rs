//! Highlights: which characters of a shown text a query found.

use std::ops::Range;

use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Query, Word, fold};

/// Marks what a query found in texts on the screen. Keeps the matcher's scratch memory (about
/// 135 KB), so there is one, reused.
#[derive(Debug)]
pub struct Highlighter {
    matcher: Matcher,
}

impl Default for Highlighter {
    fn default() -> Self {
        Self { matcher: Matcher::new(Config::DEFAULT) }
    }
}

impl Highlighter {
    /// The ranges (bytes, in order, apart) of `text` that the words of the query fit. A word is
    /// marked wherever it stands; with `fuzzy`, one that stands nowhere is marked by its letters.
    pub fn ranges(&mut self, query: &Query, text: &str, fuzzy: bool) -> Vec<Range<usize>> {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let mut marked = vec![false; letters.len()];
        for word in query.words() {
            let any_case = word.in_any_case();
            let found = mark_places(word, &letters, &mut marked)
                || (word.cased && mark_places(&any_case, &letters, &mut marked));
            if !found && fuzzy {
                let needle: Vec<char> = any_case.folded.chars().collect();
                self.mark_letters(&needle, &letters, &mut marked);
            }
        }
        runs(&letters, &marked, text.len())
    }

    fn mark_letters(&mut self, needle: &[char], letters: &[(usize, char)], marked: &mut [bool]) {
        let haystack: Vec<char> = letters.iter().map(|&(_, letter)| fold::lower(letter)).collect();
        let mut indices = Vec::new();
        let haystack = Utf32Str::Unicode(&haystack);
        if self.matcher.fuzzy_indices(haystack, Utf32Str::Unicode(needle), &mut indices).is_some() {
            for index in indices {
                if let Some(mark) = usize::try_from(index).ok().and_then(|index| marked.get_mut(index)) {
                    *mark = true;
                }
            }
        }
    }
}

/// Marks every place of a word; says whether there is one.
fn mark_places(word: &Word, letters: &[(usize, char)], marked: &mut [bool]) -> bool {
    let fold = if word.cased { fold::plain } else { fold::lower };
    let needle: Vec<char> = word.folded.chars().collect();
    let mut found = false;
    for start in 0..(letters.len() + 1).saturating_sub(needle.len()) {
        let window = &letters[start..start + needle.len()];
        if window.iter().map(|&(_, letter)| fold(letter)).eq(needle.iter().copied()) {
            marked[start..start + needle.len()].fill(true);
            found = true;
        }
    }
    found
}

/// The byte ranges of the runs of marked letters.
fn runs(letters: &[(usize, char)], marked: &[bool], end: usize) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, &(start, _)) in letters.iter().enumerate().filter(|&(at, _)| marked[at]) {
        let stop = letters.get(at + 1).map_or(end, |&(next, _)| next);
        match ranges.last_mut() {
            Some(last) if last.end == start => last.end = stop,
            _ => ranges.push(start..stop),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(query: &str, text: &str, fuzzy: bool) -> String {
        let ranges = Highlighter::default().ranges(&Query::parse(query), text, fuzzy);
        ranges.into_iter().map(|range| &text[range]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn every_place_of_every_word_is_marked() {
        assert_eq!(marked("plug go", "Plugins in Go: a plugin", false), "Plug|Go|plug");
        assert_eq!(marked("é", "Café É", false), "é|É");
        assert_eq!(marked("Plug", "Plugins, plug", false), "Plug");
    }

    #[test]
    fn letters_are_marked_only_where_the_match_was_fuzzy() {
        assert_eq!(marked("kbt", "kubernetes", true), "k|b|t");
        assert_eq!(marked("kbt", "kubernetes", false), "");
    }
}

//! Highlights: which characters of a shown text a query found.

use std::ops::Range;

use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::class::{Class, class_at};
use super::pattern::Pattern;
use super::query::{Scope, Term};
use super::{fold, skills};

/// What a shown text is of a proposal: only the terms that look there mark it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The title.
    Title,
    /// The project or a sub-project.
    Project,
    /// A skill.
    Skill,
    /// A mentor's name or handle.
    Mentor,
    /// Running text.
    Prose,
}

impl Shown {
    fn is_of(self, scope: Scope) -> bool {
        match scope {
            Scope::Names => true,
            Scope::Title => self == Self::Title,
            Scope::Project => self == Self::Project,
            Scope::Skill | Scope::Need => self == Self::Skill,
            Scope::Mentor => self == Self::Mentor,
            Scope::Text => self == Self::Prose,
            _ => false,
        }
    }
}

/// Marks what the terms of a query found in texts on the screen. Keeps the matcher's scratch memory
/// (about 135 KB), so there is one, reused.
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
    /// The ranges (bytes, in order, apart) of `text` that the terms fit. A term marks the best class
    /// of place that it has in this text, as the search does; with `fuzzy`, one that stands nowhere
    /// marks its letters.
    pub fn ranges(&mut self, terms: &[Term], shown: Shown, text: &str, fuzzy: bool) -> Vec<Range<usize>> {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let mut marked = vec![false; letters.len()];
        for term in terms.iter().filter(|term| shown.is_of(term.scope)) {
            let found = !term.fuzzy && mark_places(term, &letters, &mut marked);
            if !found && (fuzzy || term.fuzzy) && shown != Shown::Prose {
                let needle: Vec<char> = term.pattern.in_any_case().folded.chars().collect();
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

/// Marks every place of a term that is of the best class there is; says whether there is one.
fn mark_places(term: &Term, letters: &[(usize, char)], marked: &mut [bool]) -> bool {
    let places = |patterns: &[Pattern], worst: Class| -> Vec<(Class, Range<usize>)> {
        let found = patterns.iter().flat_map(|pattern| places(pattern, letters));
        found.filter(|(class, _)| *class <= worst).collect()
    };
    let any_case = term.pattern.in_any_case();
    let mut others: Vec<Pattern> = term.pattern.other_number().into_iter().collect();
    let skill = skills::canonical(&term.pattern.text);
    if let Some(skill) = skill {
        others.extend(skill.spellings().map(Pattern::new));
    }
    let mut found = places(&others, Class::Token);
    let same_case = if skill.is_some() { &any_case } else { &term.pattern };
    found.extend(places(std::slice::from_ref(same_case), Class::Inside));
    if found.is_empty() && term.pattern.cased {
        found = places(std::slice::from_ref(&any_case), Class::Inside);
    }
    let Some(best) = found.iter().map(|(class, _)| *class).min() else { return false };
    for (_, place) in found.into_iter().filter(|(class, _)| *class == best) {
        marked[place].fill(true);
    }
    true
}

/// Every place of a pattern, in letters, with its class.
fn places(pattern: &Pattern, letters: &[(usize, char)]) -> Vec<(Class, Range<usize>)> {
    let fold = if pattern.cased { fold::plain } else { fold::lower };
    let text: String = letters.iter().map(|&(_, letter)| fold(letter)).collect();
    let count = pattern.folded.chars().count();
    let places = text.match_indices(&pattern.folded).map(|(offset, found)| {
        let start = text[..offset].chars().count();
        (class_at(&text, offset, found.len()), start..start + count)
    });
    places.collect()
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
    use crate::search::Query;

    fn marked(query: &str, shown: Shown, text: &str, fuzzy: bool) -> String {
        let ranges = Highlighter::default().ranges(&Query::parse(query).terms(), shown, text, fuzzy);
        ranges.into_iter().map(|range| &text[range]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_was_found_is_marked_as_it_was_found() {
        let title = |query, text| marked(query, Shown::Title, text, false);
        assert_eq!(title("plug go", "Plugins in Go: a plugin"), "Plug|Go|plug");
        assert_eq!(title("plugin go", "Plugins go on: plugin, going"), "Plugins|go|plugin");
        assert_eq!(title("é", "Café É"), "É");
        assert_eq!(title("Plug", "Plugins, plug"), "Plug");
        assert_eq!(title("-plug rust", "Plug"), "");
        assert_eq!(title("golang", "Port it to Go"), "Go");
    }

    #[test]
    fn a_field_marks_only_its_own_text() {
        assert_eq!(marked("skill:go", Shown::Title, "Go on", false), "");
        assert_eq!(marked("skill:go", Shown::Skill, "Go", false), "Go");
        assert_eq!(marked("title:go", Shown::Title, "Go on", false), "Go");
        assert_eq!(marked("text:tide", Shown::Prose, "the tide", false), "tide");
    }

    #[test]
    fn letters_are_marked_only_where_the_match_was_fuzzy() {
        assert_eq!(marked("kbt", Shown::Skill, "kubernetes", true), "k|b|t");
        assert_eq!(marked("~kbt", Shown::Skill, "kubernetes", false), "k|b|t");
        assert_eq!(marked("kbt", Shown::Skill, "kubernetes", false), "");
    }
}

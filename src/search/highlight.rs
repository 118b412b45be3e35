//! Highlights: which characters of a shown text a query found.

use std::ops::Range;

use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::answer::Reading;
use super::class::{Class, class_at};
use super::pattern::{Pattern, apart, spelled_out};
use super::query::{Scope, Term};
use super::skills::{self, Asked, Meaning, Sign};
use crate::model::fold;

/// The part of a proposal that a shown text is: only the terms that look there mark it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Title,
    /// The project or a sub-project.
    Project,
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
#[derive(Debug, Clone)]
pub struct Highlighter {
    matcher: Matcher,
}

impl Default for Highlighter {
    fn default() -> Self {
        Self { matcher: Matcher::new(Config::DEFAULT) }
    }
}

impl Highlighter {
    /// The ranges (bytes, in order, apart) of `text` that the terms were found in: a term that was
    /// found as a word marks words, one that was found by its letters marks letters.
    pub fn ranges(&mut self, readings: &[Reading], shown: Shown, text: &str) -> Vec<Range<usize>> {
        let letters: Vec<(usize, char)> = fold::letters(text).collect();
        let mut marked = vec![false; letters.len()];
        for Reading { term, class } in readings.iter().filter(|reading| shown.is_of(reading.term.scope)) {
            match *class {
                None => {}
                Some(Class::Fuzzy) if shown == Shown::Prose => {}
                Some(Class::Fuzzy) => {
                    let needle: Vec<char> = term.pattern.in_any_case().folded.chars().collect();
                    self.mark_letters(&needle, &letters, &mut marked);
                }
                Some(class) => {
                    mark_skills(term, shown, text, &letters, &mut marked);
                    match skills::asked(&term.pattern.text).filter(|_| term.scope.asks_skills()) {
                        Some(asked) => mark_word_of_skill(asked, term, class, shown, &letters, &mut marked),
                        None => mark_places(term, class, &letters, &mut marked),
                    }
                }
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

/// Marks the skills that a term was found by, however they are written. Those that have only to do with what
/// was asked for are found where skills are named.
fn mark_skills(term: &Term, shown: Shown, text: &str, letters: &[(usize, char)], marked: &mut [bool]) {
    if !term.scope.asks_skills() || shown == Shown::Mentor {
        return;
    }
    let asked = skills::asked(&term.pattern.text);
    let named_with = skills::named_with(&term.pattern.text);
    let any_case = term.pattern.in_any_case();
    let is_implied = |sign: &Sign| {
        asked.is_some_and(|asked| asked.tag == sign.tag)
            || (named_with.contains(&sign.tag)
                && sign.meaning != Meaning::Part
                && any_case.place_in(&text[sign.range.clone()]).is_none())
    };
    let is_found = |sign: &Sign| {
        asked.is_some_and(|asked| asked.is_meant_by(sign.tag, sign.meaning))
            || (term.part_of == Some(sign.tag) && sign.meaning == Meaning::Itself)
            || (shown == Shown::Skill && is_implied(sign))
    };
    for sign in skills::signs(text).into_iter().filter(is_found) {
        let letter = |offset: usize| letters.partition_point(|&(at, _)| at < offset);
        marked[letter(sign.range.start)..letter(sign.range.end)].fill(true);
    }
}

/// Marks the word of a skill where it was found as a word: not where skills are named or texts run, if it is a
/// word of English, too.
fn mark_word_of_skill(
    asked: Asked,
    term: &Term,
    class: Class,
    shown: Shown,
    letters: &[(usize, char)],
    marked: &mut [bool],
) {
    let is_place = match shown {
        Shown::Title | Shown::Project | Shown::Mentor => true,
        Shown::Prose => !asked.is_word || class == Class::Prose,
        Shown::Skill => !asked.is_word,
    };
    let typed = term.pattern.in_any_case();
    for pattern in typed.other_number().into_iter().chain([typed]).filter(|_| is_place) {
        let words = places(&pattern, letters).into_iter().filter(|(class, _)| *class == Class::Token);
        words.for_each(|(_, place)| marked[place].fill(true));
    }
    mark_short_and_long(term, letters, marked);
}

/// Marks the short form of `end to end`, and what `e2e` is the short form of.
fn mark_short_and_long(term: &Term, letters: &[(usize, char)], marked: &mut [bool]) {
    for (_, place) in term.pattern.numeronym().iter().flat_map(|short| places(short, letters)) {
        marked[place].fill(true);
    }
    if let Some(initials) = term.pattern.initials() {
        let text = folded_letters(&Pattern::new("to"), letters);
        let (mut counted, mut start) = (0, 0);
        for (at, to) in text.match_indices("to") {
            if let Some(place) =
                spelled_out(&text, &(at..at + to.len()), initials).filter(|place| place.start >= counted)
            {
                start += text[counted..place.start].chars().count();
                counted = place.start;
                marked[start..start + text[place].chars().count()].fill(true);
            }
        }
    }
}

/// Marks every place of a term that is of the best class there is, and no worse than it was found.
fn mark_places(term: &Term, class: Class, letters: &[(usize, char)], marked: &mut [bool]) {
    // Words of the text are whole words, wherever else they stand.
    let worst = if class == Class::Prose { Class::Token } else { class };
    let places = |patterns: &[Pattern], most: Class| -> Vec<(Class, Range<usize>)> {
        let found = patterns.iter().flat_map(|pattern| places(pattern, letters));
        found.filter(|(class, _)| *class <= worst.min(most)).collect()
    };
    let any_case = term.pattern.in_any_case();
    let mut found = places(term.pattern.other_number().as_slice(), Class::Token);
    found.extend(places(std::slice::from_ref(&term.pattern), Class::Inside));
    if found.is_empty() && term.pattern.cased {
        found = places(std::slice::from_ref(&any_case), Class::Inside);
    }
    mark_short_and_long(term, letters, marked);
    let Some(best) = found.iter().map(|(class, _)| *class).min() else { return };
    for (_, place) in found.into_iter().filter(|(class, _)| *class == best) {
        marked[place].fill(true);
    }
}

/// Every place of a pattern, in letters, with its class.
fn places(pattern: &Pattern, letters: &[(usize, char)]) -> Vec<(Class, Range<usize>)> {
    let text = folded_letters(pattern, letters);
    let count = pattern.folded.chars().count();
    let (mut counted, mut start) = (0, 0);
    let places = text.match_indices(&pattern.folded).map(|(offset, found)| {
        start += text[counted..offset].chars().count();
        counted = offset;
        (class_at(&text, offset, found.len()), start..start + count)
    });
    places.collect()
}

/// The letters as a pattern is compared with them.
fn folded_letters(pattern: &Pattern, letters: &[(usize, char)]) -> String {
    let fold = if pattern.cased { |letter| letter } else { fold::lower };
    apart(&letters.iter().map(|&(_, letter)| fold(letter)).collect::<String>()).into_owned()
}

/// The byte ranges of the runs of marked letters, in the text that they are folded from: of a letter
/// that became several (`ß`), the whole letter; with it the accents behind it.
fn runs(letters: &[(usize, char)], marked: &[bool], end: usize) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for letter in letters.chunk_by(|one, other| one.0 == other.0) {
        let (start, parts) = (letter[0].0, at..at + letter.len());
        at = parts.end;
        if !marked[parts].contains(&true) {
            continue;
        }
        let stop = letters.get(at).map_or(end, |&(next, _)| next);
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

    fn marked(query: &str, class: Class, shown: Shown, text: &str) -> String {
        let terms = Query::parse(query).terms().into_iter();
        let readings: Vec<Reading> = terms.map(|term| Reading { term, class: Some(class) }).collect();
        let ranges = Highlighter::default().ranges(&readings, shown, text);
        ranges.into_iter().map(|range| &text[range]).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_was_found_is_marked_as_it_was_found() {
        let title = |query, text| marked(query, Class::Inside, Shown::Title, text);
        assert_eq!(title("plug go", "Plugins in Go: a plugin"), "Plug|Go|plug");
        assert_eq!(title("plugin go", "Plugins go on: plugin, going"), "Plugins|go|plugin");
        assert_eq!(title("é", "Café É"), "É");
        assert_eq!(title("old", "o\u{308}ld"), "o\u{308}ld");
        assert_eq!(title("strasse", "Die Straße, die STRASSE"), "Straße|STRASSE");
        assert_eq!(title("as", "Spaß"), "aß");
        assert_eq!(title("lukasz", "Mentor Łukasz Nguyễn"), "Łukasz");
        assert_eq!(title("oeuvre", "Œuvre e\u{301}crite"), "Œuvre");
        assert_eq!(title("Plug", "Plugins, plug"), "Plug");
        assert_eq!(title("-plug rust", "Plug"), "");
        assert_eq!(title("golang", "Port it to Go"), "Go");
        let word = |typed, class| marked(typed, class, Shown::Title, "A JavaScript shell");
        assert_eq!(word("jav", Class::Token), "", "it was found as a word, elsewhere");
        assert_eq!(word("jav", Class::Prefix), "Jav");
        assert_eq!(word("java", Class::Inside), "", "a skill is no part of another word");
        assert_eq!(title("golang", "Where to go"), "");
        assert_eq!(title("\"end to end\" e2e", "An end-to-end E2E run"), "end-to-end|E2E");
    }

    #[test]
    fn a_field_marks_only_its_own_text() {
        let word = |query, shown, text| marked(query, Class::Token, shown, text);
        assert_eq!(word("skill:go", Shown::Title, "Go on"), "");
        assert_eq!(word("skill:go", Shown::Skill, "Go"), "Go");
        assert_eq!(word("api", Shown::Skill, "REST, API design"), "REST|API", "a part of its name");
        assert_eq!(word("webhook", Shown::Title, "An SDK"), "", "a kind stands for itself");
        assert_eq!(word("skill:\"github actions\"", Shown::Skill, "CI (GitHub-Actions)"), "GitHub-Actions");
        assert_eq!(word("title:go", Shown::Title, "Go on"), "Go");
        assert_eq!(word("text:tide", Shown::Prose, "the tide"), "tide");
    }

    #[test]
    fn letters_are_marked_only_where_the_match_was_fuzzy() {
        let skill = |class| marked("kbt", class, Shown::Skill, "kubernetes");
        assert_eq!(skill(Class::Fuzzy), "k|b|t");
        assert_eq!(skill(Class::Inside), "");
        assert_eq!(marked("kbt", Class::Fuzzy, Shown::Prose, "kubernetes"), "");
    }
}

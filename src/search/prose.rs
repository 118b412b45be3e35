//! Prose: whole words and phrases in running text, which is not indexed but looked through.

use memchr::memchr2_iter;

use super::fold;
use super::pattern::Pattern;

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

//! Headings that are neither ideas nor labels: groups of ideas, and what is about something else.

use super::table::{LEXICON, Phrases, class};
use crate::parse::words::folded;

/// A heading of at most so many words is noise wherever the phrase stands in it, a longer one only at its
/// start.
const NOISE_WORDS: (usize, usize) = (5, 9);
/// A heading above ideas has at most so many words, and so many that the lexicon has not.
const GROUP_WORDS: (usize, usize) = (10, 2);

/// Whether the header of a table names a column of titles: it begins with a word for one, and has no others than
/// may stand beside it. `header` is [folded](folded).
pub(in crate::parse) fn is_title_column(header: &str) -> bool {
    let lexicon = &*LEXICON;
    if lexicon.title_columns_contained.iter().any(|word| header.contains(word)) {
        return true;
    }
    let header = header.split_once(" on ").map_or(header, |(before, _)| before);
    let has = |word: &str, class: u32| lexicon.words.get(word).is_some_and(|classes| classes & class != 0);
    header.split(' ').next().is_some_and(|first| has(first, class::TITLE_COLUMN))
        && header.split(' ').all(|word| has(word, class::TITLE_COLUMN | class::IN_TITLE_COLUMN))
}

/// Whether a text in brackets only says whether an idea is still to be had (`taken`, `no longer available`).
pub(in crate::parse) fn is_status(text: &str) -> bool {
    let lexicon = &*LEXICON;
    if !text.is_ascii() {
        return lexicon.status_contained.iter().any(|word| text.contains(word));
    }
    let text = folded(text);
    let mut is_named = false;
    text.split(' ').all(|word| {
        let classes = lexicon.words.get(word).copied().unwrap_or(0);
        is_named |= classes & class::STATUS != 0;
        classes & (class::STATUS | class::IN_STATUS) != 0 || word.bytes().all(|byte| byte.is_ascii_digit())
    }) && is_named
}

/// Whether a heading only says that ideas stand below it: it has a word for several of them, and hardly any
/// that the lexicon does not have.
pub(in crate::parse) fn is_group(title: &str) -> bool {
    let lexicon = &*LEXICON;
    let bare = title.trim_matches(|c: char| !c.is_alphanumeric());
    if lexicon.group_contained.iter().any(|word| title.contains(word)) || matches!(bare, "项目" | "课题")
    {
        return true;
    }
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let has = |word: &str, class: u32| {
        let classes = lexicon.words.get(word).or_else(|| lexicon.words.get(folded(word).as_str()));
        classes.is_some_and(|classes| classes & class != 0)
    };
    let is_several = words.iter().any(|word| word.ends_with('s') && has(word, class::GROUP))
        || words.windows(2).any(|pair| has(pair[0], class::GROUP) && matches!(pair[1], "list" | "idea"));
    if !is_several || words.len() > GROUP_WORDS.0 {
        return false;
    }
    let title = folded(title);
    if contains(&lexicon.past, &title) || contains(&lexicon.hard, &title) {
        return false;
    }
    let unknown = words.iter().filter(|word| !has(word, class::GROUP | class::IN_GROUP)).count();
    unknown <= GROUP_WORDS.1
}

/// Whether a heading is about something else than an idea. `title` is [folded](folded).
pub(in crate::parse) fn is_noise(title: &str) -> bool {
    let lexicon = &*LEXICON;
    if lexicon.noise_contained.iter().any(|word| title.contains(word)) || title == "content" {
        return true;
    }
    let words: Vec<&str> = title.split(' ').collect();
    let ends = words.last().is_some_and(|last| lexicon.noise_ends.contains(last));
    words.len() <= NOISE_WORDS.0 && (ends || lexicon.noise.find(&words).is_some())
        || words.len() <= NOISE_WORDS.1 && lexicon.noise.find(&words) == Some(0)
}

/// Whether a heading is about something else, whatever stands below it.
pub(in crate::parse) fn is_hard_noise(title: &str) -> bool {
    contains(&LEXICON.hard, title) || is_placeholder_title(title)
}

/// Whether a heading is about former ideas, or about no real ones.
pub(in crate::parse) fn is_past(title: &str) -> bool {
    contains(&LEXICON.past, title)
}

/// Whether a title keeps the place of one: all of it, or a few words with one of the phrases.
pub(in crate::parse) fn is_placeholder_title(title: &str) -> bool {
    const FEW: usize = 5;
    let words: Vec<&str> = title.split(' ').collect();
    let phrases = &LEXICON.placeholders;
    phrases.contains(title)
        || words.len() <= FEW
            && (2..=4).any(|length| words.windows(length).any(|part| phrases.contains(&part.join(" "))))
}

/// Whether one of the phrases stands in a folded title.
fn contains(phrases: &Phrases, title: &str) -> bool {
    let words: Vec<&str> = title.split(' ').collect();
    words.len() <= NOISE_WORDS.1 + 1 && phrases.find(&words).is_some()
}

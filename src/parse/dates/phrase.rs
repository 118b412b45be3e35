//! Words around a date: what joins them to it, and where their sentence ends.

use super::{blocks, lex, names};

/// The words without what joins them to a date.
pub(super) fn trimmed(words: &str) -> &str {
    words.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | '-' | '–' | '—' | ',' | '|' | '(' | ')' | '（' | '）' | '：' | '=' | '>' | '→'
            )
    })
}

pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

pub(super) fn last_words(text: &str) -> &str {
    let start =
        text.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | ':' | ',')).map_or(0, |at| at + 1);
    text.get(start..).unwrap_or(text)
}

pub(super) fn is_preposition(words: &str) -> bool {
    let mut said = words.split_whitespace().peekable();
    said.peek().is_some()
        && words.split_whitespace().count() <= 4
        && said.all(|word| {
            let word = lex::fold(word.trim_matches([':', ',']));
            matches!(
                word.as_str(),
                "on" | "by"
                    | "from"
                    | "until"
                    | "till"
                    | "til"
                    | "up"
                    | "before"
                    | "after"
                    | "between"
                    | "the"
                    | "starting"
                    | "am"
                    | "ab"
                    | "bis"
                    | "vom"
                    | "von"
                    | "le"
                    | "du"
                    | "el"
                    | "del"
                    | "hasta"
                    | "a"
                    | "partir"
                    | "de"
                    | "ate"
                    | "jusqu'au"
                    | "au"
                    | "through"
                    | "since"
                    | "to"
                    | "end"
                    | "of"
                    | "zum"
                    | "desde"
                    | "em"
                    | "in"
            ) || matches!(word.as_str(), "从" | "自" | "即日起至" | "至")
        })
}

pub(super) fn without_preposition(text: &str) -> &str {
    let mut rest = text.trim_end();
    loop {
        let last = last_words(rest);
        if last.is_empty() || last.len() == rest.len() || !is_preposition(last) {
            return rest;
        }
        rest = rest[..rest.len() - last.len()].trim_end_matches(|c: char| c.is_whitespace() || c == '(');
    }
}

/// Whether words are a sentence, not a title: they hold a verb that titles do not have.
pub(super) fn looks_like_sentence(text: &str) -> bool {
    let verbs = [
        "is", "takes", "take", "happens", "held", "are", "will", "must", "should", "can", "may", "have",
        "has", "please", "we", "you", "they", "need", "he", "she", "was", "were", "be", "i",
    ];
    let mut count = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        count += 1;
        if verbs.contains(&word.to_ascii_lowercase().as_str()) && count > 0 {
            return true;
        }
    }
    false
}

pub(super) fn has_sentence_end(text: &str) -> bool {
    sentence_end(text).is_some_and(|end| end < text.len())
}

/// The end of the first sentence: its stop is followed by white space and a capital, and ends no abbreviation.
pub(super) fn sentence_end(text: &str) -> Option<usize> {
    let stops =
        text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '。' | '，' | '！' | '；' | ';'));
    stops
        .map(|(at, c)| (at, at + c.len_utf8(), c))
        .find(|&(at, end, c)| is_stop(text, at, end, c))
        .map(|(_, end, _)| end)
}

pub(super) fn is_stop(text: &str, at: usize, end: usize, stop: char) -> bool {
    if !stop.is_ascii() {
        return true;
    }
    let mut after = text[end..].chars();
    if after.next().is_some_and(|c| !c.is_whitespace()) {
        return false;
    }
    if stop != '.' {
        return true;
    }
    let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let folded = lex::fold(word);
    let is_short = word.chars().count() < 2
        || matches!(folded.as_str(), "eg" | "ie" | "vs" | "no" | "approx" | "etc" | "dr" | "prof");
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() < 3;
    let is_month = names::month(&folded, true).is_some()
        && word.len() < 5
        && folded != "may"
        && folded != "june"
        && folded != "july";
    let capital = text[end..].trim_start().chars().next().is_none_or(|c| !c.is_lowercase());
    // `27. September` goes on.
    let next = text[end..].split_whitespace().next().unwrap_or_default();
    let is_day = is_number && blocks::may_date(format!("1 {next}").as_bytes());
    capital && !is_short && !is_month && !is_day
}

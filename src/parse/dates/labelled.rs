//! A date beside its label.

use super::edge::{self, Edge};
use super::find::Found;
use super::phrase::{
    has_sentence_end, is_preposition, looks_like_sentence, sentence_end, trimmed, without_preposition, words,
};

/// A label has at most so many words: more are a sentence.
const LABEL_WORDS: usize = 14;

/// A date beside its label: `label: date`, `date: label`, `label (date)`, `date – label`, and what a lone day is.
pub(super) fn labelled(text: &str, body: usize, dates: &[Found]) -> Option<(Found, String, Option<Edge>)> {
    let [found, rest @ ..] = dates else { return None };
    let (before, after) = (&text[body.min(found.start)..found.start], &text[found.end..]);
    if edge::is_of_something_else(before) {
        return None;
    }
    let lead = before.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '（' | '[' | '"'));
    let leads = lead.is_empty() || is_preposition(lead);
    if leads && let Some(label) = behind(after) {
        let edge = edge::by_preposition(before).or_else(|| edge::by_label(&label));
        return Some((*found, label, edge));
    }
    // Behind the date only a remark may follow, and the sentence before it has to be short.
    let note = without_note(after);
    let head = before.trim_end();
    let whole = trimmed(without_preposition(head));
    let is_short = words(whole) <= LABEL_WORDS && !has_sentence_end(whole);
    let is_end = note
        .trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ')' | '）' | '.' | '!' | ']' | ';' | ',' | '。')
        })
        .is_empty();
    if !rest.is_empty() || !is_short || whole.is_empty() {
        return None;
    }
    let is_title = !looks_like_sentence(whole);
    if is_end && is_title {
        let edge = edge::by_preposition(before).or_else(|| edge::by_label(whole));
        return Some((*found, whole.to_owned(), edge));
    }
    // `label: date. More about it.`
    let colon = head.ends_with([':', '：']);
    (colon && is_title).then(|| {
        let edge = edge::by_label(whole);
        (*found, whole.to_owned(), edge)
    })
}

/// The label behind a date, where something joins it; empty where nothing follows.
fn behind(after: &str) -> Option<String> {
    let mut rest = after.trim_start();
    // `March 1 (Week 1): …`
    if rest.starts_with(['(', '（'])
        && let Some(close) = rest.find([')', '）']).filter(|&close| close < 60)
    {
        let behind = rest[close..].trim_start_matches([')', '）']).trim_start();
        if behind.starts_with([':', '-', '–', '—', '：']) || behind.is_empty() {
            rest = behind;
        }
    }
    rest = rest.trim_start_matches([')', '）', ']', '"']).trim_start();
    if rest.is_empty() {
        return Some(String::new());
    }
    let joined = rest.trim_start_matches([':', '-', '–', '—', '：', '|', ',', '→', '>', '=']);
    if joined.len() == rest.len() {
        return None;
    }
    let joined = joined.trim_start();
    // A comma goes on with the sentence, unless words of a title follow.
    let is_comma = rest.starts_with(',');
    if is_comma && (words(joined) > LABEL_WORDS || looks_like_sentence(joined)) {
        return None;
    }
    let end = joined.find([';', '\n']).unwrap_or(joined.len());
    let end = sentence_end(&joined[..end]).unwrap_or(end);
    Some(trimmed(&joined[..end]).trim_end_matches(['.', '!']).to_owned())
}

/// The text that follows a date, without remarks in brackets or after a dash that are no dates themselves.
fn without_note(after: &str) -> &str {
    let rest = after.trim_start();
    if !rest.starts_with(['(', '（', ')', '）']) {
        return rest;
    }
    let rest = rest.trim_start_matches([')', '）']).trim_start();
    match rest
        .strip_prefix(['(', '（'])
        .and_then(|inner| inner.find([')', '）']).map(|close| &inner[close..]))
    {
        Some(behind) => behind.trim_start_matches([')', '）']),
        None => rest,
    }
}

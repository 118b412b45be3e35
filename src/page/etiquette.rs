//! Etiquette: how to speak with mentors before one applies. A listing's own words, else the custom of its programme.

use std::borrow::Cow;

use crate::markdown::block;
use crate::markdown::glyphs::{CLOSE_QUOTE, OPEN_QUOTE};
use crate::markdown::plain::plain;
use crate::model::{Entry, Programme};

/// A sentence of a listing has so many letters: less says nothing, more is a paragraph.
const LENGTHS: std::ops::RangeInclusive<usize> = 15..=240;

/// Who is written to.
const PEOPLE: [&str; 2] = ["mentor", "maintainer"];
/// How one writes to somebody.
const WAYS: [&str; 9] =
    ["contact", "reach out", "email", "e-mail", "message", "write to", "ping ", "get in touch", "talk to"];
/// Words that make it a rule not to.
const REFUSALS: [&str; 5] = ["do not", "don't", "don’t", "never", "avoid"];
/// Words that make it an advice.
const ADVICE: [&str; 9] = [
    "please",
    "you should",
    "you can",
    "encourage",
    "feel free",
    "before you",
    "first",
    "must",
    "interested",
];

/// How to speak with the mentors of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Etiquette {
    /// A sentence of the listing.
    Said(String),
    /// The custom, where the listing says nothing.
    Usual(&'static str),
}

impl Etiquette {
    /// The etiquette of a proposal: its own section says it, or the text between the proposals.
    pub fn of(entry: Entry<'_>) -> Self {
        let section = entry.proposal.section.of(entry.text());
        let said = best(entry, std::iter::once(section)).or_else(|| best(entry, between(entry)));
        said.map_or_else(|| Self::Usual(usual(entry)), Self::Said)
    }

    /// It as a sentence: `Comment on the issue; do not write to mentors.`, `The listing says: “…”`.
    pub fn sentence(&self) -> Cow<'static, str> {
        match self {
            Self::Said(said) => Cow::Owned(format!("The listing says: {OPEN_QUOTE}{said}{CLOSE_QUOTE}")),
            Self::Usual(custom) => Cow::Borrowed(custom),
        }
    }
}

/// The custom of a programme.
fn usual(entry: Entry<'_>) -> &'static str {
    match entry.listing.term.as_ref().and_then(|term| term.programme.as_ref()) {
        Some(Programme::Lfx) => "Comment on the issue; do not write to mentors.",
        _ => "Comment on the issue before you write to mentors.",
    }
}

/// The parts of a document that belong to no proposal.
fn between(entry: Entry<'_>) -> impl Iterator<Item = &str> {
    let text = entry.text();
    let mut at = 0;
    let sections = entry.listing.proposals.iter().map(|proposal| proposal.section);
    let end = crate::model::Span::new(text.len(), text.len());
    sections.chain([end]).filter_map(move |section| {
        let part = text.get(at..section.start);
        at = at.max(section.end);
        part
    })
}

/// The sentence about writing to mentors: one that forbids it comes before one that advises it.
fn best<'a>(entry: Entry<'_>, parts: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut advice = None;
    for line in parts.flat_map(str::lines) {
        if !PEOPLE.iter().any(|word| holds(line, word)) {
            continue;
        }
        let words = plain(&block::prose(line.trim(), &entry.listing.references));
        for sentence in sentences(&words) {
            match rank(sentence) {
                Some(true) => return Some(sentence.to_owned()),
                Some(false) => advice = advice.or_else(|| Some(sentence.to_owned())),
                None => {}
            }
        }
    }
    advice
}

/// Whether a sentence forbids writing to mentors, or advises how. `None` where it is about something else.
fn rank(sentence: &str) -> Option<bool> {
    let has = |words: &[&str]| words.iter().any(|word| holds(sentence, word));
    if !LENGTHS.contains(&sentence.chars().count()) || !has(&PEOPLE) || !has(&WAYS) {
        return None;
    }
    if has(&REFUSALS) { Some(true) } else { has(&ADVICE).then_some(false) }
}

/// The sentences of a text, each with its end.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        let mut rest = line;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let ends = rest.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
            let end = ends.into_iter().find(|&at| rest[at..].starts_with(' ')).unwrap_or(rest.len());
            let (sentence, after) = rest.split_at(end);
            rest = after.trim_start();
            Some(sentence.trim())
        })
    })
}

/// Whether a text has a word in it, in any case; the word is in small ASCII letters.
fn holds(text: &str, word: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Origin, Proposal, ProposalId, Span, Term};

    /// The etiquette of the proposal below `### P` in a text.
    fn of(text: &str, programme: Option<Programme>) -> String {
        let start = text.find("### P").unwrap();
        let proposal =
            Proposal::new(ProposalId::new("p"), "P", Span::default(), Span::new(start, text.len()));
        let document = Document::new(Origin::Stdin, text);
        let term = Some(Term { year: 2026, season: None, programme });
        let listing = Listing { term, ..Listing::new(document, vec![proposal]) };
        Etiquette::of(Entry { listing: &listing, proposal: &listing.proposals[0] }).sentence().into_owned()
    }

    #[test]
    fn the_listing_itself_says_it() {
        let rule =
            "# Ideas\nAsk in the chat. Please **DO NOT** contact [mentors](x) directly by email.\n### P\n";
        assert_eq!(of(rule, None), "The listing says: “Please DO NOT contact mentors directly by email.”");
        let both = "You can email the mentors about it!\nNever ping a mentor on a weekend.\n### P\n";
        assert_eq!(of(both, None), "The listing says: “Never ping a mentor on a weekend.”");
        let own = "Do not message mentors, please.\n### P\nPlease write to the mentors early.\n";
        assert_eq!(of(own, None), "The listing says: “Please write to the mentors early.”");
    }

    #[test]
    fn where_it_says_nothing_the_programme_has_a_custom() {
        let silent =
            "The mentors are listed below.\nMentors: ada (email: ada@example.org)\n### P\n- Mentor: Bo\n";
        assert_eq!(of(silent, Some(Programme::Lfx)), "Comment on the issue; do not write to mentors.");
        assert_eq!(of(silent, None), "Comment on the issue before you write to mentors.");
        let odd = "mentor email please ".repeat(40) + "\n### P\n";
        assert_eq!(of(&odd, None), "Comment on the issue before you write to mentors.", "a paragraph");
    }
}

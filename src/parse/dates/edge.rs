//! Which end of a phase a lone day is: its beginning, its end, or the day on which something happens.

use super::lex::{Token, tokens};
use super::senses::{Sense, Senses};

/// The part that a day plays in its phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    From,
    To,
    Day,
}

/// Words right before a day that make it an end, folded.
const UNTIL: &[&str] = &[
    "by",
    "until",
    "till",
    "til",
    "before",
    "through",
    "latest",
    "due",
    "deadline",
    "bis",
    "spatestens",
    "hasta",
    "ate",
    "jusqu",
    "jusqu'au",
    "jusqu'a",
    "avant",
    "antes",
    "entro",
    "closes",
    "close",
    "ends",
    "end",
];
/// Words right before a day that make it a beginning.
const FROM: &[&str] = &[
    "from",
    "starting",
    "after",
    "beginning",
    "ab",
    "desde",
    "starts",
    "opens",
    "begins",
    "open",
    "start",
    "begin",
    "depuis",
    "onwards",
];
/// Words that may stand between those and the day.
const FILLING: &[&str] = &[
    "on", "the", "of", "at", "is", "are", "to", "le", "el", "dem", "den", "zum", "end", "day", "latest",
    "than", "later", "date", "around", "au", "al", "dia", "am", "o", "in",
];

/// The edge that the words right before a day say.
pub(super) fn by_preposition(before: &str) -> Option<Edge> {
    let tokens = tokens(before);
    let mut words = tokens.iter().rev().filter_map(Token::word);
    // `by the end of`, `no later than`, `from the`.
    for _ in 0..5 {
        let word = words.next()?;
        if word == "than" && words.clone().next() == Some("later") {
            return Some(Edge::To);
        }
        if UNTIL.contains(&word) && !(word == "end" && words.clone().next() == Some("the")) {
            return Some(Edge::To);
        }
        if FROM.contains(&word) {
            return Some(Edge::From);
        }
        if !FILLING.contains(&word) {
            return None;
        }
    }
    None
}

/// The edge that the label of a day says: that of the first word that says one.
pub(super) fn by_label(label: &str) -> Option<Edge> {
    let said = Senses::of(label);
    first(&said, |sense| said.at(sense).map(|at| (at, at)))
}

/// The edge that the sentence before a day says: that of the last word that says one.
pub(super) fn by_verb(before: &str) -> Option<Edge> {
    let said = Senses::of(before);
    first(&said, |sense| said.last(sense).map(|at| (usize::MAX - at, at)))
}

/// Of the senses that say an edge, the one with the least place.
fn first(_: &Senses, place: impl Fn(Sense) -> Option<(usize, usize)>) -> Option<Edge> {
    let edges = [
        (Sense::Begin, Edge::From),
        (Sense::Available, Edge::From),
        (Sense::Deadline, Edge::To),
        (Sense::LastDay, Edge::To),
        (Sense::End, Edge::To),
        (Sense::Announce, Edge::Day),
        (Sense::Result, Edge::Day),
    ];
    edges
        .into_iter()
        .filter_map(|(sense, edge)| Some((place(sense)?, edge)))
        .min_by_key(|&(at, _)| at)
        .map(|(_, edge)| edge)
}

/// Whether the words right before a day make it the date of something else: of a note, or of what is past.
pub(super) fn is_of_something_else(before: &str) -> bool {
    const NOTES: &[&str] = &[
        "update",
        "updated",
        "amended",
        "posted",
        "edited",
        "modified",
        "dated",
        "since",
        "was",
        "were",
        "originally",
        "previously",
        "merged",
        "version",
        "born",
        "founded",
        "copyright",
        "accessed",
        "retrieved",
        "created",
        "published",
        "stand",
    ];
    let tokens = tokens(before);
    let words: Vec<&str> = tokens.iter().rev().take(4).filter_map(Token::word).collect();
    let near = &words[..words.len().min(2)];
    let moved = matches!(
        words.as_slice(),
        ["from", "extended" | "moved" | "postponed" | "changed", ..] | ["of", "instead" | "as", ..]
    );
    moved || near.iter().any(|word| NOTES.contains(word))
}

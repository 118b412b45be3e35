//! Dates in sentences.

use super::candidate::{Candidate, Group};
use super::edge::{self, Edge};
use super::find::Found;
use super::kind;
use super::phrase::{is_preposition, sentence_end, trimmed, without_preposition, words};
use super::plain::Plain;
use super::senses::{Sense, Senses};
use crate::model::{PhaseKind, Span};

/// The dates of the sentences of a block.
pub(super) fn sentences(plain: &Plain, body: usize, dates: &[Found], group: Group, out: &mut Vec<Candidate>) {
    let text = &plain.text;
    let mut start = body;
    let mut rest = dates;
    while !rest.is_empty() {
        let mut end = sentence_end(&text[start..]).map_or(text.len(), |end| start + end);
        // A stop within a date ends no sentence.
        while let Some(within) =
            rest.get(rest.partition_point(|found| found.end <= end)).filter(|found| found.start < end)
        {
            end = sentence_end(&text[within.end..]).map_or(text.len(), |end| within.end + end);
        }
        let count = rest.iter().take_while(|found| found.start < end).count();
        if count > 0 {
            sentence(plain, Span::new(start, end), &rest[..count], group, out);
        }
        rest = &rest[count..];
        start = end;
    }
}

fn sentence(plain: &Plain, span: Span, dates: &[Found], group: Group, out: &mut Vec<Candidate>) {
    let text = &plain.text;
    let first = out.len();
    let mut is_taken = false;
    let push = |found: Found, label: &str, kind: PhaseKind, edge: Option<Edge>, out: &mut Vec<Candidate>| {
        let span = Span::new(plain.source(found.start), plain.source(found.end.saturating_sub(1)) + 1);
        let label = label.trim_end_matches(['.', '!', '。', '，']).to_owned();
        let year = None;
        out.push(Candidate {
            found,
            span,
            label,
            kind: Some(kind),
            edge,
            is_prose: true,
            group,
            year,
            is_sure: false,
        });
    };
    for (at, found) in dates.iter().enumerate() {
        let from = at.checked_sub(1).map_or(span.start, |before| dates[before].end);
        let to = dates.get(at + 1).map_or(span.end, |next| next.start);
        let (mut before, mut after) = (&text[from..found.start], &text[found.end..to]);
        if at > 0 {
            before = last_clause(before);
        }
        if at + 1 < dates.len() && words(before) > 2 {
            after = "";
        } else if at + 1 < dates.len() {
            after = first_clause(after);
        }
        if edge::is_of_something_else(before) {
            continue;
        }
        // `not before A or after B` is a time from A to B.
        if let Some(next) = dates.get(at + 1).filter(|_| is_window(before, &text[found.end..to])) {
            let found = Found { to: Some(next.from), end: next.end, ..*found };
            push(found, trimmed(without_preposition(before)), PhaseKind::Other, None, out);
            is_taken = true;
            continue;
        }
        if std::mem::take(&mut is_taken) || is_warning(before) {
            continue;
        }
        let is_range = found.to.is_some() || found.is_open;
        let edge =
            edge::by_preposition(before).or_else(|| edge::by_verb(before)).or_else(|| edge::by_verb(after));
        let goes_on = (at > 0 && out.len() > first).then(|| out.len() - 1);
        // `starts on June 9 and will terminate on July 9`: one phase.
        if let Some(last) = goes_on.filter(|_| !is_range && edge == Some(Edge::To))
            && let own = kind::of(before, false).filter(|kind| *kind != PhaseKind::End)
            && (own.is_none() || own == out[last].kind)
            && out[last].found.to.is_none()
            && out[last].edge == Some(Edge::From)
        {
            out[last].found.to = Some(found.from);
            continue;
        }
        let Some(kind) = kind_of(before, after, edge, is_range) else { continue };
        let label = trimmed(without_preposition(before));
        let label = if label.is_empty() || is_preposition(label) { trimmed(after) } else { label };
        push(*found, label, kind, edge, out);
    }
}

/// Whether a day is the first of `before … or after …`.
fn is_window(before: &str, between: &str) -> bool {
    let says = |text: &str, word: &str| text.trim_end().to_lowercase().ends_with(word);
    says(before, "before") && says(between, "or after") && words(between) == 2
}

/// Words that make a day no phase: what is to be avoided, what is past, what somebody tells of a person.
const SIGNS: &[&str] = &[
    " avoid ",
    " do not ",
    " don't ",
    "not before",
    " as of ",
    " since ",
    " example",
    "e.g.",
    " my ",
    " was ",
    " were ",
    " he ",
    " she ",
    " his ",
    " her ",
];

fn is_warning(before: &str) -> bool {
    let folded = format!(" {} ", before.to_lowercase());
    SIGNS.iter().any(|sign| folded.contains(sign))
}

/// The kind of the phase that a sentence with a day speaks of; `None` where it is no phase.
fn kind_of(before: &str, after: &str, edge: Option<Edge>, is_range: bool) -> Option<PhaseKind> {
    if edge.is_none() && !is_range {
        return None;
    }
    let near = kind::of(last_clause(before), false).filter(|kind| *kind != PhaseKind::Other);
    let own = near.or_else(|| kind::of(before, false));
    let kind =
        own.or_else(|| kind::of(after, false)).or_else(|| kind::of(&format!("{before} {after}"), false));
    let said = Senses::of(&format!("{before} {after}"));
    let folded = before.to_lowercase();
    let asks = ["must", "need to", "required to", "have to"].iter().any(|words| folded.contains(words));
    match kind {
        None if asks && edge == Some(Edge::To) => Some(PhaseKind::Applications),
        Some(PhaseKind::Other) => {
            let is_told = said.has(Sense::Contact)
                || said.has(Sense::Bonding)
                || said.has(Sense::Interest)
                || said.has(Sense::Organisation)
                || said.has(Sense::Announce) && said.has(Sense::Mentee);
            is_told.then_some(PhaseKind::Other)
        }
        kind => kind,
    }
}

fn last_clause(text: &str) -> &str {
    let cut = [", ", "; ", " and ", " but ", "，"]
        .iter()
        .filter_map(|sign| Some(text.rfind(sign)? + sign.len()))
        .max();
    match cut {
        Some(cut) if words(&text[cut..]) > 1 => &text[cut..],
        _ => text,
    }
}

fn first_clause(text: &str) -> &str {
    let cut = ["; ", " and ", " but ", "，"].iter().filter_map(|sign| text.find(sign)).min();
    cut.map_or(text, |cut| &text[..cut])
}

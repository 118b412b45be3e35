//! Facts: labels with their values, as far as they count for what an idea is.

use super::value;
use crate::model::{FieldKind, Span};
use crate::parse::lexicon::{self, Meaning};
use crate::parse::words::{self, folded};

/// A label, as far as it counts for what an idea is.
#[derive(Debug, Clone, Copy)]
pub(in crate::parse) struct Fact {
    pub(in crate::parse) meaning: Option<Meaning>,
    /// The number of its words.
    pub(in crate::parse) key: u64,
    pub(in crate::parse) label: Span,
    /// The text behind it, as far as the next label or heading.
    pub(in crate::parse) value: Span,
    pub(in crate::parse) place: FactPlace,
}

/// Where a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::parse) enum FactPlace {
    /// Its label is a heading.
    Heading,
    /// Its label begins a line, or a row of a table.
    Line,
    /// It is a line without a label that says what it is.
    Itself,
    FrontMatter,
}

impl Fact {
    /// Whether a value is one that a field can have.
    pub(super) fn is_plausible(&self, text: &str, kind: FieldKind) -> bool {
        let text = self.value.trim(text).of(text);
        if self.place == FactPlace::FrontMatter {
            return !text.is_empty();
        }
        let first = || text.lines().next().unwrap_or_default();
        match kind {
            FieldKind::Size => value::is_size(crate::model::start_of(text, 400)),
            FieldKind::Difficulty => {
                let first = first();
                first.is_empty() || value::is_difficulty(first) || first.contains(['*', '★', '☆', '⭐'])
            }
            FieldKind::Mentors => {
                first().is_empty()
                    || text.bytes().any(|byte| matches!(byte, b'@' | b'[' | b',' | b'-' | b'*'))
                    || text.split_whitespace().take(7).count() <= 6
            }
            _ => true,
        }
    }
}

/// Adds the facts in brackets behind a title.
pub(super) fn add_bracketed(text: &str, title: Span, inner: &str, facts: &mut Vec<Fact>) {
    let Some(start) = title.of(text).rfind(inner) else { return };
    let mut at = title.start + start;
    for part in inner.split([',', ';']) {
        if let Some((label, value)) = part.split_once(':') {
            let words = Span::new(at, at + label.len()).trim(text);
            let value = Span::new(at + label.len() + 1, at + label.len() + 1 + value.len()).trim(text);
            let meaning = lexicon::meaning(&folded(label));
            if meaning.is_some() {
                facts.push(Fact {
                    meaning,
                    key: words::key(label),
                    label: words,
                    value,
                    place: FactPlace::Line,
                });
            }
        }
        at += part.len() + 1;
    }
}

/// The facts of a line that says without a label what they are.
pub(in crate::parse) fn self_described(text: &str, line: Span) -> Vec<Fact> {
    let words = line.of(text);
    if words.starts_with(['!', '[']) && (words.contains(value::BADGE) || words.contains(value::IMAGE)) {
        return badges(words, line.start);
    }
    let difficulty = value::self_described_difficulty(words).map(|at| (FieldKind::Difficulty, at));
    let size = value::self_described_size(words).map(|at| (FieldKind::Size, at));
    let fact = |(kind, (from, to)): (FieldKind, (usize, usize))| Fact {
        meaning: Some(Meaning::Field(kind)),
        key: 0,
        label: Span::at(line.start + from),
        value: Span::new(line.start + from, line.start + to),
        place: FactPlace::Itself,
    };
    let people = value::self_described_mentors(words).map(|at| (FieldKind::Mentors, at));
    difficulty.into_iter().chain(size).chain(people).map(fact).collect()
}

/// The facts of badges: pictures whose addresses say them.
fn badges(line: &str, start: usize) -> Vec<Fact> {
    let fact = |(label, (from, to)): (&str, (usize, usize))| {
        let meaning = lexicon::meaning(&folded(label)).filter(|meaning| meaning.is_strong())?;
        Some(Fact {
            meaning: Some(meaning),
            key: 0,
            label: Span::at(start + from),
            value: Span::new(start + from, start + to),
            place: FactPlace::Itself,
        })
    };
    value::badges(line).into_iter().filter_map(fact).collect()
}

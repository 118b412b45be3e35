//! Dates in items, headings and sentences.

use super::blocks::{Block, Shape};
use super::candidate::{Candidate, Group};
use super::edge;
use super::find::{self, Found};
use super::kind;
use super::labelled::labelled;
use super::phrase::trimmed;
use super::plain::{self, Plain};
use super::sentence::sentences;
use crate::model::Span;

/// The dates of a block. `next` is the block below it: a line that is a date and nothing else may be the head of it.
pub(super) fn read(text: &str, block: &Block, next: Option<&Block>, out: &mut Vec<Candidate>) {
    let plain = plain::of(text, block.span.start, block.span.end);
    let dates = find::all(&plain.text);
    let dates: Vec<Found> = dates.into_iter().filter(|found| found.from.day.exists()).collect();
    if dates.is_empty() {
        return;
    }
    let group = match block.shape {
        Shape::Heading(level) => Group::Headings(level),
        Shape::Item => Group::List(block.group),
        Shape::Paragraph | Shape::Row { .. } => Group::None,
    };
    let body = content(&plain.text, &block.shape);
    let span =
        |found: &Found| Span::new(plain.source(found.start), plain.source(found.end.saturating_sub(1)) + 1);
    if let Some((found, label, edge)) = labelled(&plain.text, body, &dates) {
        let span = span(&found);
        let candidate = |label: String| Candidate {
            kind: kind::of(&label, false),
            found,
            span,
            label,
            edge,
            is_prose: false,
            group,
            year: None,
            is_sure: false,
        };
        if label.is_empty() && group != Group::Headings(0) && !matches!(block.shape, Shape::Heading(_)) {
            if let Some(below) = next.filter(|next| matches!(next.shape, Shape::Item | Shape::Paragraph)) {
                let label = first_sentence(&plain::of(text, below.span.start, below.span.end), &below.shape);
                let edge = edge.or_else(|| edge::by_label(&label));
                out.push(Candidate { edge, ..candidate(label) });
            }
            return;
        }
        out.push(candidate(label));
        return;
    }
    sentences(&plain, body, &dates, group, out);
}

/// Where the words of a block begin in its plain text: behind the mark of a heading or an item.
fn content(text: &str, shape: &Shape) -> usize {
    let rest = text.trim_start();
    let rest = match shape {
        Shape::Heading(_) => rest.trim_start_matches('#'),
        Shape::Item => {
            let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            let rest = if digits.len() < rest.len() { digits } else { rest };
            let rest = rest.strip_prefix(['.', ')', '-', '+', '•']).unwrap_or(rest).trim_start();
            rest.strip_prefix("x]")
                .or_else(|| rest.strip_prefix("X]"))
                .or_else(|| rest.strip_prefix("]"))
                .unwrap_or(rest)
        }
        Shape::Paragraph | Shape::Row { .. } => rest,
    };
    text.len() - rest.trim_start().len()
}

fn first_sentence(plain: &Plain, shape: &Shape) -> String {
    let from = content(&plain.text, shape);
    let rest = &plain.text[from..];
    let end = rest.find(['|', ';', '\n']).unwrap_or(rest.len());
    trimmed(&rest[..end]).to_owned()
}

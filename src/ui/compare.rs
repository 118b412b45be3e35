//! The comparison: proposals side by side, or one below the other where that is too narrow.
//!
//! Each fact has its label above a line of cells, so that what is compared stands at one height; below
//! them the prose of each in its column, the fields that all have beginning at one height too.

use super::row::{Piece, Role, Row, Tone};
use super::{prose, text};
use crate::markdown::block::{Block, Inline, Prose, Run};
use crate::markdown::glyphs::{self, Glyph};
use crate::markdown::mail::EmailVisibility;
use crate::model::{Entry, FieldKind};
use crate::page::compare;
use crate::page::facts::Audience;
use crate::page::fields::{self, FieldPart};
use crate::page::limits::{TextRoom, short, start};

/// The line between two columns.
const BETWEEN: Glyph = glyphs::BESIDE;
/// A column that would be narrower (display cells) is none.
const LEAST: usize = 28;

/// The rows of a comparison, none wider than `width` display cells.
pub fn rows(entries: &[Entry<'_>], audience: Audience<'_>, width: usize) -> Vec<Row> {
    if entries.is_empty() {
        return words("Nothing is left to compare.", Role::Quiet, width);
    }
    let columns = entries.len();
    let room = width.saturating_sub(text::width(BETWEEN.as_str()) * (columns - 1)) / columns;
    if columns > 1 && room < LEAST {
        stacked(entries, audience, width)
    } else {
        beside(entries, audience, room, width)
    }
}

fn beside(entries: &[Entry<'_>], audience: Audience<'_>, room: usize, width: usize) -> Vec<Row> {
    let titles = entries.iter().map(|entry| words(&short(&entry.proposal.title), Role::Title, room));
    let mut rows = align(titles.collect(), room);
    for (label, cells) in compare::rows(entries, audience) {
        rows.push(Row::new(text::cut(label, room), Tone::of(Role::Label)));
        if label == compare::SHARED {
            // One list for all: it does not stand in each column.
            rows.extend(words(&start(cells.first().map_or("", String::as_str)), Role::Text, width));
            continue;
        }
        let cells = cells.iter().map(|cell| words(&start(cell), Role::Text, room));
        rows.extend(align(cells.collect(), room));
    }
    for part in PARTS {
        let cells: Vec<_> =
            entries.iter().map(|&entry| fields_of(entry, part, audience.emails, room)).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row::default());
            rows.extend(align(cells, room));
        }
    }
    rows
}

/// One below the other: the facts of all by their numbers, then the prose of each.
fn stacked(entries: &[Entry<'_>], audience: Audience<'_>, width: usize) -> Vec<Row> {
    let title = |(entry, number): (&Entry<'_>, usize)| {
        numbered(number, &short(&entry.proposal.title), Role::Title, width)
    };
    let mut rows: Vec<Row> = entries.iter().zip(1..).flat_map(title).collect();
    for (label, cells) in compare::rows(entries, audience) {
        rows.push(Row::new(text::cut(label, width), Tone::of(Role::Label)));
        if label == compare::SHARED {
            rows.extend(words(&start(cells.first().map_or("", String::as_str)), Role::Text, width));
            continue;
        }
        for (cell, number) in cells.iter().zip(1..).filter(|(cell, _)| !cell.is_empty()) {
            rows.extend(numbered(number, &start(cell), Role::Text, width));
        }
    }
    for (entry, number) in entries.iter().zip(1..) {
        rows.push(Row::default());
        rows.extend(title((entry, number)));
        for part in PARTS {
            rows.extend(fields_of(*entry, part, audience.emails, width));
        }
    }
    rows
}

/// Words behind the number of their proposal, which their further lines leave room for.
fn numbered(number: usize, said: &str, role: Role, width: usize) -> Vec<Row> {
    let number = format!("{number}. ");
    let indent = text::width(&number);
    let mut rows = words(said, role, width.saturating_sub(indent).max(1));
    for (at, row) in rows.iter_mut().enumerate() {
        let head = text::pad(if at == 0 { &number } else { "" }, indent);
        row.pieces.insert(0, Piece::new(head, Tone::of(Role::Mark)));
    }
    rows
}

/// The fields that stand at one height; what is neither is the rest.
const PARTS: [Option<FieldKind>; 3] = [Some(FieldKind::Description), Some(FieldKind::Outcome), None];

/// The fields of a part with their names and their prose.
fn fields_of(entry: Entry<'_>, part: Option<FieldKind>, emails: EmailVisibility, width: usize) -> Vec<Row> {
    let is_of = |field: &&FieldPart<'_>| match part {
        Some(kind) => field.kind == kind,
        None => !PARTS.contains(&Some(field.kind)),
    };
    let mut rows = Vec::new();
    let mut space = TextRoom::default();
    for field in fields::parts(entry, &mut space).iter().filter(is_of) {
        if !rows.is_empty() {
            rows.push(Row::default());
        }
        rows.extend(words(field.name, Role::Section, width));
        let mut content = field.prose(entry);
        emails.apply(&mut content);
        rows.extend(prose::layout(&content, width).into_iter().map(|mut row| {
            // Links count within a field here; nothing leads anywhere from a comparison.
            row.pieces.iter_mut().for_each(|piece| piece.link = None);
            row
        }));
    }
    rows.extend(space.note().iter().flat_map(|note| words(note, Role::Quiet, width)));
    rows
}

/// Words in lines; what is wider than a line is broken, never lost.
fn words(words: &str, role: Role, width: usize) -> Vec<Row> {
    let run = Run { text: words.to_owned(), ..Run::default() };
    let content = Prose { blocks: vec![Block::Paragraph(vec![Inline::Run(run)])], links: Vec::new() };
    let mut rows = prose::layout(&content, width);
    rows.iter_mut().flat_map(|row| &mut row.pieces).for_each(|piece| piece.tone = Tone::of(role));
    rows
}

/// Puts columns side by side: as many rows as the longest has.
fn align(columns: Vec<Vec<Row>>, room: usize) -> Vec<Row> {
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = vec![Row::default(); height];
    let last = columns.len().saturating_sub(1);
    for (place, column) in columns.into_iter().enumerate() {
        let mut cells = column.into_iter();
        for row in &mut rows {
            let cell = cells.next().unwrap_or_default();
            let filled = text::width(&cell.text());
            row.pieces.extend(cell.pieces);
            if place < last {
                row.pieces.push(Piece::new(" ".repeat(room.saturating_sub(filled)), Tone::default()));
                row.pieces.push(Piece::new(BETWEEN.as_str(), Tone::of(Role::Mark)));
            }
        }
    }
    rows
}

//! The comparison: proposals side by side, or one below the other where that is too narrow.
//!
//! Each fact has its label above a line of cells, so that what is compared stands at one height; below
//! them the prose of each in its column, the fields that all have beginning at one height too.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::scrolled;
use super::overlay::{Measure, Overlay, Room, below, draw_input};
use super::row::{Piece, Role, Row, Tone};
use super::{paint, prose, text};
use crate::app::compare::ComparePanel;
use crate::markdown::block::{Block, Inline, Prose, Run};
use crate::markdown::glyphs::{self, CURSOR, Glyph};
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

/// Display cells of the mark of the column that keys act on.
const MARKER_CELLS: usize = 2;

impl Overlay for ComparePanel {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let area = room.between();
        let rows = usize::from(self.text_area(area.inner).height);
        Some(Measure { rows, ..Measure::of(area, room.compared.rows.len()) })
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let theme = room.theme;
        let text = self.text_area(measure.area.inner);
        let content = &room.compared.rows;
        let note = scrolled(self.top, content.len(), measure.rows);
        paint::frame(buffer, &measure.area, "Compare", &note, true, theme);
        for (at, row) in content.iter().skip(self.top).take(measure.rows).enumerate() {
            paint::row(buffer, paint::line(text, at), row, theme);
        }
        for (number, found) in room.compared.matches.iter().enumerate() {
            for segment in &found.segments {
                let Some(at) = segment.row.checked_sub(self.top).filter(|&at| at < measure.rows) else {
                    continue;
                };
                let line = paint::line(text, at);
                let cell = |cell: usize| u16::try_from(cell).unwrap_or(u16::MAX).min(line.width);
                let (start, end) = (cell(segment.cells.start), cell(segment.cells.end));
                let cells = Rect { x: line.x + start, width: end - start, ..line };
                buffer.set_style(cells.intersection(buffer.area), theme.found(number == self.current));
            }
        }
        let input = paint::line(measure.area.inner, 0);
        let typed = self.search.is_shown().then(|| draw_input(buffer, input, &self.search.input, theme));
        Some(typed.filter(|_| self.search.is_typing()).unwrap_or(text.as_position()))
    }
}

impl ComparePanel {
    /// The part of the panel below the search.
    fn text_area(&self, inner: Rect) -> Rect {
        below(inner, u16::from(self.search.is_shown()))
    }
}

/// The display cells of a column of so many; all of them where the proposals stand one below the other.
pub(super) fn column_cells(columns: usize, column: usize, width: usize) -> Range<usize> {
    let between = text::width(BETWEEN.as_str());
    let room = width.saturating_sub(between * columns.saturating_sub(1)) / columns.max(1);
    if columns > 1 && room < LEAST {
        return 0..width;
    }
    let start = column * (room + between);
    start..start + room
}

/// The rows of a comparison, none wider than `width` display cells. The column that keys act on is marked.
pub fn rows(entries: &[Entry<'_>], audience: Audience<'_>, width: usize, column: Option<usize>) -> Vec<Row> {
    if entries.is_empty() {
        return words("Nothing is left to compare.", Role::Quiet, width);
    }
    let columns = entries.len();
    let room = width.saturating_sub(text::width(BETWEEN.as_str()) * (columns - 1)) / columns;
    if columns > 1 && room < LEAST {
        stacked(entries, audience, width, column)
    } else {
        beside(entries, audience, room, column)
    }
}

fn beside(entries: &[Entry<'_>], audience: Audience<'_>, room: usize, column: Option<usize>) -> Vec<Row> {
    let titles = entries.iter().enumerate().map(|(at, entry)| {
        let mut rows = words(&short(&entry.proposal.title), Role::Title, room.saturating_sub(MARKER_CELLS));
        let marker = if column == Some(at) { CURSOR.as_str() } else { "" };
        mark(&mut rows, marker);
        rows
    });
    let mut rows = align(titles.collect(), room);
    for (label, cells) in compare::rows(entries, audience) {
        rows.push(Row::new(text::cut(label, room), Tone::of(Role::Label)));
        if let [first, others @ ..] = cells.as_slice()
            && !others.is_empty()
            && others.iter().all(|cell| cell == first)
        {
            // One for all: it stands once, across the columns.
            rows.extend(words(&start(first), Role::Text, room * cells.len()));
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

/// Puts the mark of a column before its title.
fn mark(rows: &mut [Row], marker: &str) {
    for row in rows {
        row.pieces.insert(0, Piece::new(format!("{marker:MARKER_CELLS$}"), Tone::of(Role::Mark)));
    }
}

/// One below the other: the facts of all by their numbers, then the prose of each.
fn stacked(entries: &[Entry<'_>], audience: Audience<'_>, width: usize, column: Option<usize>) -> Vec<Row> {
    let title = |(entry, number): (&Entry<'_>, usize)| {
        let room = if width < LEAST { width } else { width - MARKER_CELLS };
        let mut rows = numbered(number, &short(&entry.proposal.title), Role::Title, room);
        if room == width {
            return rows;
        }
        let marker = if column.is_some_and(|column| column + 1 == number) { CURSOR.as_str() } else { "" };
        mark(&mut rows, marker);
        rows
    };
    let mut rows: Vec<Row> = entries.iter().zip(1..).flat_map(title).collect();
    for (label, cells) in compare::rows(entries, audience) {
        rows.push(Row::new(text::cut(label, width), Tone::of(Role::Label)));
        if let [first, others @ ..] = cells.as_slice()
            && !others.is_empty()
            && others.iter().all(|cell| cell == first)
        {
            rows.extend(words(&start(first), Role::Text, width));
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

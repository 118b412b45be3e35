//! Tables: columns fitted to the width, or each row as `label: value` where they cannot fit.

use super::flow::{self, Line};
use super::page::Page;
use crate::markdown::block::{Alignment, Inline, Run, Table};
use crate::markdown::glyphs::{BESIDE, CROSSING, CUT, RULE};
use crate::ui::row::{Break, Piece, Role, Tone};
use crate::ui::text;

/// Words up to this width are not broken to make a table fit.
const LONGEST_WORD: usize = 16;
/// On pages narrower than this tables are stacked: their cells would be read a word at a time.
const NARROW: usize = 60;
/// A longer label of a stacked table (bytes) stands whole at the first row only.
const LONGEST_LABEL: usize = 120;

type Cell = Vec<Inline>;

pub(super) fn lay(page: &mut Page, table: &Table) {
    let columns = if page.width() < NARROW { None } else { columns(table, page.room()) };
    match columns {
        Some(widths) => side_by_side(page, table, &widths),
        None => stacked(page, table),
    }
}

/// The widths of the columns, if all words fit.
fn columns(table: &Table, room: usize) -> Option<Vec<usize>> {
    let count = table.alignments.len();
    let room = room.checked_sub(count.saturating_sub(1) * text::width(BESIDE.as_str()))?;
    // Before anything is measured: a thousand columns fit no page.
    if count == 0 || count > room {
        return None;
    }
    let mut least = vec![1; count];
    let mut most = vec![1; count];
    for row in std::iter::once(&table.head).chain(&table.rows) {
        for (column, cell) in row.iter().enumerate().take(count) {
            for line in flow::lines(cell, Tone::default(), usize::MAX) {
                most[column] = most[column].max(line.width);
                least[column] = least[column].max(longest_word(&line).min(LONGEST_WORD));
            }
        }
    }
    (least.iter().sum::<usize>() <= room).then(|| shares(&least, &most, room))
}

fn longest_word(line: &Line) -> usize {
    let text: String = line.pieces.iter().map(|piece| piece.text.as_str()).collect();
    text.split(' ').map(text::width).max().unwrap_or_default()
}

/// Every column as wide as it wants where that fits; else the wide ones are held to a common
/// width, the largest that fits, and what is left over goes to the first of them.
fn shares(least: &[usize], most: &[usize], room: usize) -> Vec<usize> {
    let held = |level: usize| -> Vec<usize> {
        least.iter().zip(most).map(|(&least, &most)| level.clamp(least, most.max(least))).collect()
    };
    let (mut fits, mut too_wide) = (1, room + 1);
    while fits + 1 < too_wide {
        let level = usize::midpoint(fits, too_wide);
        if held(level).iter().sum::<usize>() <= room { fits = level } else { too_wide = level }
    }
    let mut widths = held(fits);
    let mut left = room - widths.iter().sum::<usize>();
    for (width, &most) in widths.iter_mut().zip(most) {
        if left > 0 && *width < most {
            *width += 1;
            left -= 1;
        }
    }
    widths
}

fn side_by_side(page: &mut Page, table: &Table, widths: &[usize]) {
    row(page, table, &table.head, widths, Tone::of(Role::Label));
    let rule: Vec<String> = widths.iter().map(|&width| RULE.repeat(width)).collect();
    page.push(vec![mark(rule.join(CROSSING.as_str()))], Break::Hard);
    for cells in &table.rows {
        row(page, table, cells, widths, Tone::default());
    }
}

fn row(page: &mut Page, table: &Table, cells: &[Cell], widths: &[usize], tone: Tone) {
    let columns: Vec<Vec<Line>> =
        cells.iter().zip(widths).map(|(cell, &width)| flow::lines(cell, tone, width)).collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or_default().max(1);
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    for _ in 0..height {
        let mut pieces = Vec::new();
        // Marks that are not yet followed by text: neighbours of the same tone are one piece.
        let mut pending = String::new();
        for (column, (lines, &width)) in columns.iter_mut().zip(widths).enumerate() {
            if column > 0 {
                pending.push_str(BESIDE.as_str());
            }
            let line = lines.next();
            let free = width - line.as_ref().map_or(0, |line| line.width);
            let before = match table.alignments.get(column) {
                Some(Alignment::Right) => free,
                Some(Alignment::Center) => free / 2,
                _ => 0,
            };
            pending.push_str(&" ".repeat(before));
            if let Some(line) = line.filter(|line| !line.pieces.is_empty()) {
                if !pending.is_empty() {
                    pieces.push(mark(std::mem::take(&mut pending)));
                }
                pieces.extend(line.pieces);
            }
            pending.push_str(&" ".repeat(free - before));
        }
        let end = pending.trim_end();
        if !end.is_empty() {
            pieces.push(mark(end));
        }
        page.push(pieces, Break::Hard);
    }
}

fn mark(text: impl Into<String>) -> Piece {
    Piece::new(text, Tone::of(Role::Mark))
}

/// Each row as lines of `label: value`. Without rows the labels are all there is.
fn stacked(page: &mut Page, table: &Table) {
    if table.rows.is_empty() {
        table.head.iter().for_each(|label| page.text(label, Tone::of(Role::Label)));
    }
    let short: Vec<Cell> = table.head.iter().map(|label| shortened(label)).collect();
    for (index, cells) in table.rows.iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        // Once the whole label is enough: it may be as long as all rows together.
        let head = if index == 0 { &table.head } else { &short };
        for (column, cell) in cells.iter().enumerate() {
            pair(page, head.get(column).map_or(&[], Vec::as_slice), cell);
        }
    }
}

/// A label, or its beginning and `…`.
fn shortened(label: &[Inline]) -> Cell {
    let (mut short, mut room) = (Vec::new(), LONGEST_LABEL);
    for inline in label {
        let Inline::Run(run) = inline else {
            short.push(inline.clone());
            continue;
        };
        if run.text.len() > room {
            let end = run.text.char_indices().map(|(at, _)| at).take_while(|&at| at <= room).last();
            let text = format!("{}{CUT}", &run.text[..end.unwrap_or_default()]);
            short.push(Inline::Run(Run { text, ..run.clone() }));
            break;
        }
        room -= run.text.len();
        short.push(inline.clone());
    }
    short
}

/// A label and its value, which hangs behind it; the value alone where there is no label. A label without a value stays:
/// it is text of the table, and says that nothing was given.
fn pair(page: &mut Page, label: &[Inline], value: &[Inline]) {
    let colon = Inline::Run(Run { text: ": ".to_owned(), ..Run::default() });
    let colon = (!label.is_empty()).then_some(&colon);
    let label = label.iter().chain(colon).map(|inline| (inline, Tone::of(Role::Label)));
    let value = value.iter().map(|inline| (inline, Tone::default()));
    page.hanging(label.chain(value));
}

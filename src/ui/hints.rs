//! The links on the visible page: their places, their hints, and their cells.

use std::collections::HashSet;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::Page;
use super::theme::Theme;
use super::{Target, paint, text};
use crate::app::hints::Hints;
use crate::app::viewport::Spot;
use crate::page::facts::PageTarget;

/// A link on the visible part of a page, where it begins or goes on at the top of the view.
pub(super) struct Place {
    /// The row in view.
    row: usize,
    /// The display cells of it in the row.
    cells: Range<usize>,
    /// The target.
    target: Target,
}

/// The links in `rows` rows of a page from `top` on, as they are read, each once. What filters by a value is no link.
pub(super) fn places(page: &Page, top: usize, rows: usize) -> Vec<Place> {
    let mut seen = HashSet::new();
    let is_address = |link: usize| matches!(page.targets.get(link), Some(PageTarget::Address(_)));
    let mut places: Vec<Place> = Vec::new();
    for (at, row) in page.rows.iter().skip(top).take(rows).enumerate() {
        let mut column = 0;
        for piece in &row.pieces {
            let end = column + text::width(&piece.text);
            if let Some(link) = piece.link {
                match places.last_mut() {
                    // The words of a link may be in several tones.
                    Some(last)
                        if last.target == Target::Link(link)
                            && last.row == at
                            && last.cells.end == column =>
                    {
                        last.cells.end = end;
                    }
                    _ if is_address(link) && seen.insert(link) => {
                        places.push(Place { row: at, cells: column..end, target: Target::Link(link) });
                    }
                    _ => {}
                }
            }
            column = end;
        }
    }
    places
}

/// The actions of following the places, in their order.
pub(super) fn spots(page: &Page, places: &[Place]) -> Vec<Spot> {
    let spot = |place: &Place| {
        let action = place.target.follow()?;
        let leads_to = match place.target {
            Target::Link(link) => match page.targets.get(link)? {
                PageTarget::Address(url) => url.clone(),
                PageTarget::Value(facet, value) => format!("{} {value}", facet.scope()),
            },
            _ => return None,
        };
        Some(Spot { action, leads_to })
    };
    places.iter().filter_map(spot).collect()
}

/// Cells of one row that are part of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The cells.
    pub cells: Rect,
    /// The number of the link on its page: the rows of a link that is wrapped have it in common.
    pub number: usize,
    /// The address.
    pub url: String,
}

/// The cells of the links in `area`, which shows a page from `top` on.
pub(super) fn linked(page: &Page, top: usize, area: Rect) -> Vec<Linked> {
    let mut linked: Vec<Linked> = Vec::new();
    for (at, row) in page.rows.iter().skip(top).take(usize::from(area.height)).enumerate() {
        let mut x = area.x;
        for piece in &row.pieces {
            let width = u16::try_from(text::width(&piece.text)).unwrap_or(u16::MAX).min(area.right() - x);
            let cells = Rect { x, width, ..paint::line(area, at) };
            x += width;
            let Some(number) = piece.link.filter(|_| width > 0) else { continue };
            match linked.last_mut() {
                // The words of a link may be in several tones.
                Some(last)
                    if last.number == number && last.cells.right() == cells.x && last.cells.y == cells.y =>
                {
                    last.cells.width += width;
                }
                _ => {
                    if let Some(PageTarget::Address(url)) = page.targets.get(number) {
                        linked.push(Linked { cells, number, url: url.clone() });
                    }
                }
            }
        }
    }
    linked
}

/// Draws the hints of the links beside them; `margin` is the area with the cells at its left and right that hold no
/// text. None lies over a letter: where nothing is free beside a link, its hint stands at the end of the row, then in
/// the margin.
pub(super) fn draw(
    buffer: &mut Buffer,
    (area, margin): (Rect, Rect),
    places: &[Place],
    hints: &Hints,
    theme: Theme,
) {
    let mut taken: Vec<Rect> = Vec::new();
    for (place, (label, _, begins)) in places.iter().zip(hints.iter()) {
        let width = u16::try_from(text::width(label)).unwrap_or(u16::MAX);
        let line = paint::line(Rect { height: area.height, ..area }, place.row);
        let row = Rect { x: margin.x, width: margin.width, ..line };
        let is_free = |x: u16| {
            let cells = Rect { x, width, ..line };
            row.union(cells) == row
                && cells.positions().all(|at| is_blank_at(buffer, at))
                && !taken.iter().any(|other| other.intersects(cells))
        };
        let cell = |cell: usize| line.x.saturating_add(u16::try_from(cell).unwrap_or(u16::MAX));
        let (start, end) = (cell(place.cells.start), cell(place.cells.end));
        let before = start.checked_sub(width);
        // Behind the link, before it, then the nearest free cells: those at the end of the row, or in the margin.
        let rest = (end..row.right()).chain((row.x..start).rev());
        let Some(x) = std::iter::once(end).chain(before).chain(rest).find(|&x| is_free(x)) else { continue };
        let room = Rect { x, width, ..line };
        taken.push(room);
        paint::text_at(buffer, room, label, theme.hint(begins));
        if begins {
            let typed = u16::try_from(hints.typed().len()).unwrap_or(0).min(width);
            buffer.set_style(Rect { width: typed, ..room }.intersection(buffer.area), theme.quiet());
        }
    }
}

/// Whether a cell holds no text: nothing, or a part of a frame; not the second half of a wide letter either.
fn is_blank_at(buffer: &Buffer, at: Position) -> bool {
    let symbol = |x: u16| buffer.cell(Position::new(x, at.y)).map_or("", ratatui::buffer::Cell::symbol);
    let is_second_half = at.x.checked_sub(1).is_some_and(|before| text::width(symbol(before)) > 1);
    let symbol = symbol(at.x);
    !symbol.is_empty()
        && !is_second_half
        && symbol.chars().all(|letter| letter == ' ' || matches!(letter, '\u{2500}'..='\u{257f}' | '|'))
}

//! Everything on the visible page that can be followed: its place, its hint, and the cells of links.

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::page::Page;
use super::theme::Theme;
use super::{Target, paint, text};
use crate::app::hints::Hints;
use crate::app::viewport::Spot;
use crate::page::facts::PageTarget;

/// A place on the visible part of a page that a hint is for: where a link, or what else can be
/// followed, begins or goes on at the top of the view.
pub(super) struct Place {
    /// The row in view.
    row: usize,
    /// The display cell in the row.
    column: usize,
    /// The target.
    target: Target,
}

/// The places in `rows` rows of a page from `top` on, as they are read, each
/// link and each value once: a skill is shown both as written and by its canonical name.
pub(super) fn places(page: &Page, top: usize, rows: usize) -> Vec<Place> {
    let mut seen = HashSet::new();
    let mut is_new = |link: usize| {
        let value = |other: usize| page.targets.get(other).filter(|it| matches!(it, PageTarget::Value(..)));
        let is_known = value(link).is_some_and(|it| seen.iter().any(|&other| value(other) == Some(it)));
        !is_known && seen.insert(link)
    };
    let mut places = Vec::new();
    for (at, row) in page.rows.iter().skip(top).take(rows).enumerate() {
        let mut column = 0;
        for piece in &row.pieces {
            if let Some(link) = piece.link.filter(|&link| is_new(link)) {
                places.push(Place { row: at, column, target: Target::Link(link) });
            }
            column += text::width(&piece.text);
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

/// Draws the hints of the places over the page in `area`.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, places: &[Place], hints: &Hints, theme: Theme) {
    // Where the last hint ended: short links that stand together do not share a hint.
    let mut used = (0, 0);
    for (place, (label, _, begins)) in places.iter().zip(hints.iter()) {
        let width = text::width(label);
        let least = if used.0 == place.row { used.1 } else { 0 };
        let column = place.column.max(least).min(usize::from(area.width).saturating_sub(width));
        used = (place.row, column + width);
        let line = paint::line(area, place.row);
        let column = u16::try_from(column).unwrap_or(u16::MAX).min(line.width);
        let room = Rect { x: line.x + column, width: line.width - column, ..line };
        let x = paint::text_at(buffer, room, label, theme.hint(begins));
        let typed = u16::try_from(hints.typed().len()).unwrap_or(0).min(x.saturating_sub(room.x));
        if begins {
            let cells = Rect { width: typed, ..room }.intersection(buffer.area);
            buffer.set_style(cells, theme.quiet());
        }
    }
}

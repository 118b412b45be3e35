//! The detail pane: the page of the selected proposal, from where it is scrolled to.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::PaneArea;
use super::list::scrolled;
use super::page::Page;
use super::prose::Match;
use super::theme::Theme;
use super::{hints, paint};
use crate::app::{App, Layer, keymap::Focus};
use crate::markdown::glyphs::DOT;
use crate::model::safe;

/// Draws the detail with the matches of the search and what the filter found. Returns the place of the cursor.
pub(super) fn draw(
    buffer: &mut Buffer,
    pane: &PaneArea,
    app: &App,
    page: &Page,
    (matches, marks): (&[Match], &[Match]),
    theme: Theme,
) -> Option<Position> {
    let focused = matches!(app.focus(), Focus::Detail | Focus::Find | Focus::Hints);
    let Some((_, entry)) = app.selected() else {
        paint::frame(buffer, pane, "", "", focused, theme);
        return None;
    };
    let top = app.detail().top(&entry.proposal.id);
    let rows = usize::from(pane.inner.height);
    let mark = app.detail().current_mark(&entry.proposal.id).map(|at| format!("{}/{}", at + 1, marks.len()));
    let place = Some(scrolled(top, page.rows.len(), rows)).filter(|place| !place.is_empty());
    let note = mark.into_iter().chain(place).collect::<Vec<_>>().join(DOT.as_str());
    let project = entry.proposal.project.as_deref().unwrap_or("Proposal");
    let title = if app.detail().source { format!("{project}{DOT}source") } else { project.to_owned() };
    paint::frame(buffer, pane, &safe(&title), &note, focused, theme);
    for (at, row) in page.rows.iter().skip(top).take(rows).enumerate() {
        paint::row(buffer, paint::line(pane.inner, at), row, theme);
    }
    let detail = app.detail();
    let view = PageView { area: pane.inner, top };
    view.paint_line(buffer, page, detail.line(&entry.proposal.id), theme);
    let mark = detail.current_mark(&entry.proposal.id);
    view.paint(buffer, marks, |number| if mark == Some(number) { theme.found(true) } else { theme.hit() });
    let current = detail.find.as_ref().map(|find| find.current.min(matches.len().saturating_sub(1)));
    view.paint(buffer, matches, |number| theme.found(Some(number) == current));
    if let Some(Layer::Hints(shown)) = app.layer() {
        let margin = Rect { x: pane.frame.x, width: pane.frame.width, ..pane.inner };
        hints::draw(buffer, (pane.inner, margin), &hints::places(page, top, rows), shown, theme);
    }
    Some(pane.inner.as_position())
}

/// The part of the page that is in view.
struct PageView {
    area: Rect,
    top: usize,
}

impl PageView {
    /// Paints the line of the source that was gone to.
    fn paint_line(&self, buffer: &mut Buffer, page: &Page, line: Option<usize>, theme: Theme) {
        let Some(row) = line.and_then(|line| page.lines.row(line)) else { return };
        if let Some(at) = row.checked_sub(self.top).filter(|&at| at < usize::from(self.area.height)) {
            buffer.set_style(paint::line(self.area, at).intersection(buffer.area), theme.selected(true));
        }
    }

    /// Paints those of the matches that are in view, each in its style.
    fn paint(&self, buffer: &mut Buffer, matches: &[Match], style: impl Fn(usize) -> Style) {
        let Self { area, top } = *self;
        let rows = usize::from(area.height);
        // From top to bottom, and any number of them.
        let end = |found: &Match| found.segments.last().map_or(0, |segment| segment.row);
        let first = matches.partition_point(|found| end(found) < top);
        let in_view = matches[first..].iter().take_while(|found| found.row() < top + rows);
        for (number, found) in (first..).zip(in_view) {
            for segment in &found.segments {
                let Some(line) = segment.row.checked_sub(top).filter(|&line| line < rows) else { continue };
                let area = paint::line(area, line);
                let start = u16::try_from(segment.cells.start).unwrap_or(u16::MAX).min(area.width);
                let end = u16::try_from(segment.cells.end).unwrap_or(u16::MAX).min(area.width);
                let cells = Rect { x: area.x + start, width: end - start, ..area };
                buffer.set_style(cells.intersection(buffer.area), style(number));
            }
        }
    }
}

//! The completions of the filter: a small box above the bar, its text above the word.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::header::inset;
use super::layout::ScreenLayout;
use super::overlay::{Measure, Overlay, Room};
use super::{paint, text};
use crate::app::completion::Completed;
use crate::app::filter_bar::FilterBar;
use crate::markdown::glyphs::CURSOR;
use crate::model::safe;

/// So many are shown at once.
const ROWS: u16 = 6;
/// Cells of the prompt of the bar.
const PROMPT: usize = 2;

impl Overlay for FilterBar {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let completion = self.completion()?;
        let rows = completion.rows.iter();
        let width = rows.map(|row| text::width(&row.shown()) + text::width(&note(row)) + PROMPT + 3).max()?;
        let before = room.app.filter().input.text().get(..completion.start).unwrap_or_default();
        let bar = inset(room.layout.bar);
        // The text of the rows stands above the word, as far as there is room at the right.
        let cells = |width: usize| u16::try_from(width).unwrap_or(u16::MAX);
        let x = bar.x.saturating_add(cells(text::width(before))).saturating_sub(2);
        let rows = cells(completion.rows.len()).min(ROWS);
        let area = ScreenLayout::above(bar, x, cells(width), rows);
        Some(Measure::rows_in(area, area.inner, completion.rows.len()))
    }

    /// The cursor stays in the bar.
    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let (theme, area) = (room.theme, &measure.area);
        let completion = self.completion()?;
        paint::frame(buffer, area, "Complete", "", true, theme);
        let rows = &completion.rows;
        for (at, completed) in rows.all().iter().enumerate().skip(rows.top()).take(measure.rows) {
            let line = paint::line(area.inner, at - rows.top());
            let is_selected = rows.selected_row() == Some(at);
            let base = if is_selected { theme.selected(true) } else { Style::new() };
            buffer.set_style(line.intersection(buffer.area), base);
            let marker = if is_selected { CURSOR.as_str() } else { "" };
            let x = paint::text_at(buffer, line, &format!("{marker:2}"), base);
            let rest = Rect { x, width: line.right().saturating_sub(x), ..line };
            let left = paint::text_right(buffer, rest, &note(completed), base.patch(theme.quiet()));
            let shown = completed.shown();
            let name = safe(&shown);
            paint::text_at(buffer, left, &text::cut(&name, usize::from(left.width.saturating_sub(1))), base);
        }
        None
    }
}

/// The kind of a completion, and how many proposals it leaves.
fn note(completed: &Completed) -> String {
    let count = completed.count.map(|count| format!(" {count}")).unwrap_or_default();
    format!("  {}{count}", completed.kind)
}

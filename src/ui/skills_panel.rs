//! The panel of the person's skills: what is typed, and the skills of the table that the word may become.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::ScreenLayout;
use super::overlay::{Measure, Overlay, Room, below, draw_typed};
use super::{paint, text};
use crate::app::skills_panel::{OfferedSkill, SkillsPanel};
use crate::markdown::glyphs::CURSOR;
use crate::model::safe;

/// Columns that skills would like to have.
const COLUMNS: u16 = 70;
/// So many skills are offered at once.
const OFFERED: u16 = 8;
/// The row that is typed into, and the one below it.
const INPUT_ROWS: u16 = 2;

/// The rows above the skills on offer: what is typed, and why it does not count where that is so.
fn above(panel: &SkillsPanel, inner: Rect) -> u16 {
    let reason = u16::from(panel.reason.is_some());
    if inner.height > INPUT_ROWS + reason { INPUT_ROWS + reason } else { 1 + reason }
}

impl Overlay for SkillsPanel {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let rows = INPUT_ROWS + OFFERED + u16::from(self.reason.is_some());
        let area = ScreenLayout::layer(room.above_footer(), COLUMNS, rows);
        let offered = below(area.inner, above(self, area.inner));
        Some(Measure::rows_in(area, offered, self.rows.len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let (theme, area) = (room.theme, &measure.area);
        paint::frame(buffer, area, "My skills", "", true, theme);
        let cursor =
            draw_typed(buffer, paint::line(area.inner, 0), (&self.input, "go, kubernetes, react"), theme);
        if let Some(reason) = self.reason {
            let line = paint::line(area.inner, 1).intersection(area.inner);
            paint::text_at(buffer, line, &text::cut(reason, usize::from(line.width)), theme.quiet());
        }
        let list = below(area.inner, above(self, area.inner));
        let rows = self.rows.all().iter().enumerate();
        for (at, OfferedSkill(tag)) in rows.skip(self.rows.top()).take(measure.rows) {
            let line = paint::line(list, at - self.rows.top());
            let is_selected = self.rows.selected_row() == Some(at);
            let base = if is_selected { theme.selected(true) } else { Style::new() };
            buffer.set_style(line.intersection(buffer.area), base);
            let marker = if is_selected { CURSOR.as_str() } else { "" };
            let x = paint::text_at(buffer, line, &format!("{marker:2}"), base);
            let rest = Rect { x, width: line.right().saturating_sub(x), ..line };
            let wanted = match self.count(*tag) {
                0 => tag.area().name().to_owned(),
                count => format!("{}  {count}", tag.area().name()),
            };
            let left = paint::text_right(buffer, rest, &wanted, base.patch(theme.quiet()));
            let width = usize::from(left.width.saturating_sub(1));
            paint::text_at(buffer, left, &text::cut(&safe(tag.name()), width), base);
        }
        Some(cursor)
    }
}

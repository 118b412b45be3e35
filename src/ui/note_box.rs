//! The box in which a note is written.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::ScreenLayout;
use super::overlay::{Measure, Overlay, Room, draw_typed};
use super::{paint, text};
use crate::app::action::Action;
use crate::app::keymap::{Focus, hint_in};
use crate::app::note_box::{NoteBox, Written};
use crate::model::safe;

/// Columns that a note would like to have.
const COLUMNS: u16 = 72;
/// Rows of a note, at least and at most.
const ROWS: (u16, u16) = (4, 12);

impl Overlay for NoteBox {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let lines = u16::try_from(self.lines().count()).unwrap_or(u16::MAX);
        let rows = if self.written == Written::Task { 1 } else { lines.clamp(ROWS.0, ROWS.1) };
        let area = ScreenLayout::layer(room.above_footer(), COLUMNS, rows);
        Some(Measure::of(area, usize::from(lines)))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let (area, theme) = (&measure.area, room.theme);
        let note = format!("{} saves", hint_in(Focus::Note, Action::Back));
        paint::frame(buffer, area, &safe(&self.title), &note, true, theme);
        let top = (self.current() + 1).saturating_sub(measure.rows);
        let mut cursor = None;
        for (at, (number, line)) in self.lines().enumerate().skip(top).take(measure.rows).enumerate() {
            let place = paint::line(area.inner, at);
            if number == self.current() {
                let empty = if self.lines().count() == 1 { "type, then Esc" } else { "" };
                cursor = Some(draw_typed(buffer, place, (&self.line, empty), theme));
            } else {
                let place = Rect { x: place.x + 2, width: place.width.saturating_sub(2), ..place };
                paint::text_at(
                    buffer,
                    place,
                    &text::cut(&safe(line), usize::from(place.width)),
                    Style::new(),
                );
            }
        }
        cursor.or(Some(area.inner.as_position()))
    }
}

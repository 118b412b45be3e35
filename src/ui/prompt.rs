//! The prompt for the name of a file.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::layout::ScreenLayout;
use super::overlay::{Measure, Overlay, Room, draw_typed};
use super::paint;
use crate::app::prompt::Prompt;

/// Columns that a name would like to have.
const COLUMNS: u16 = 60;

impl Overlay for Prompt {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        Some(Measure::of(ScreenLayout::layer(room.above_footer(), COLUMNS, 1), 1))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let area = &measure.area;
        paint::frame(buffer, area, &self.title, "", true, room.theme);
        Some(draw_typed(buffer, paint::line(area.inner, 0), (&self.input, "folder/file"), room.theme))
    }
}

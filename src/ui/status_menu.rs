//! The statuses, each with its key.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::ScreenLayout;
use super::overlay::{Measure, Overlay, Room};
use super::row::{Piece, Role, Row, Tone};
use super::{paint, text};
use crate::app::keymap;
use crate::app::status_menu::StatusMenu;
use crate::markdown::glyphs::MARKED;
use crate::model::ApplicationStatus;

/// Cells of a key and the gap behind it.
const KEY: usize = 3;

impl Overlay for StatusMenu {
    /// Above the bar and the footer.
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let screen = room.above_footer();
        let rows = rows(self.current);
        let columns = rows.iter().map(|row| text::width(&row.text())).max().unwrap_or(0);
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let above = Rect { height: screen.height.saturating_sub(1), ..screen };
        let area = ScreenLayout::layer(above, columns, height).at_the_bottom_of(above);
        Some(Measure::rows_in(area, area.inner, rows.len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let inner = measure.area.inner;
        paint::frame(buffer, &measure.area, "Status", "", true, room.theme);
        for (at, row) in rows(self.current).iter().take(measure.rows).enumerate() {
            paint::row(buffer, paint::line(inner, at), row, room.theme);
        }
        Some(inner.as_position())
    }
}

/// The rows of the choice.
fn rows(current: ApplicationStatus) -> Vec<Row> {
    let row = |(binding, status): (Arc<keymap::Binding>, ApplicationStatus)| {
        let key = text::pad(&binding.keys.first().map(|key| key.name()).unwrap_or_default(), KEY);
        let mark = if status == current { MARKED.as_str() } else { "  " };
        let pieces = vec![
            Piece::new(key, Tone::of(Role::Title)),
            Piece::new(format!("{mark}{}", text::pad(status.name(), 14)), Tone::default()),
            Piece::new(binding.help, Tone::of(Role::Quiet)),
        ];
        Row { pieces, ..Row::default() }
    };
    keymap::statuses().map(row).collect()
}

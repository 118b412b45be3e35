//! The choice of what to copy: each with its key, from the one table.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::ScreenLayout;
use super::overlay::{Measure, Overlay, Room};
use super::row::{Piece, Role, Row, Tone};
use super::{paint, text};
use crate::app::action::CopyTarget;
use crate::app::copy_menu::CopyMenu;
use crate::app::keymap;

/// Cells of a key and the gap behind it.
const KEY: usize = 3;

impl Overlay for CopyMenu {
    /// Above the bar and the footer.
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let screen = room.above_footer();
        let rows = rows(usize::from(screen.width));
        let columns = rows.iter().map(|row| text::width(&row.text())).max().unwrap_or(0);
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let above = Rect { height: screen.height.saturating_sub(1), ..screen };
        let area = ScreenLayout::layer(above, columns, height).at_the_bottom_of(above);
        Some(Measure::rows_in(area, area.inner, rows.len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let theme = room.theme;
        let inner = measure.area.inner;
        paint::frame(buffer, &measure.area, "Copy", "", true, theme);
        for (at, row) in rows(usize::from(inner.width)).iter().take(measure.rows).enumerate() {
            paint::row(buffer, paint::line(inner, at), row, theme);
        }
        Some(inner.as_position())
    }
}

/// The rows of the choice, for a width (display cells).
fn rows(width: usize) -> Vec<Row> {
    let names = keymap::copies().map(|(_, target)| text::width(target.title())).max().unwrap_or(0);
    let row = |(binding, target): (Arc<keymap::Binding>, CopyTarget)| {
        let key = text::pad(&binding.keys.first().map(|key| key.name()).unwrap_or_default(), KEY);
        let words = text::pad(target.title(), names + 2);
        let pieces = vec![
            Piece::new(key, Tone::of(Role::Title)),
            Piece::new(words, Tone::default()),
            Piece::new(text::cut(binding.help, width.saturating_sub(KEY + names + 2)), Tone::of(Role::Quiet)),
        ];
        Row { pieces, ..Row::default() }
    };
    keymap::copies().map(row).collect()
}

//! The footer: what just happened, or the keys that count now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::header::inset;
use super::theme::Theme;
use super::{paint, prose, text};
use crate::app::App;
use crate::app::keymap;
use crate::markdown::plain::safe;

/// How many rows it would like to have on a screen of this width: a notice is shown whole.
#[must_use]
pub(super) fn rows(app: &App, width: u16) -> u16 {
    let rows =
        app.notice().map_or(1, |notice| prose::wrap_sentence(&safe(&notice.text), notice_width(width)).len());
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// Draws it.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    if let Some(notice) = app.notice() {
        let style = if notice.is_error { theme.error() } else { Style::new().bold() };
        let lines = prose::wrap_sentence(&safe(&notice.text), notice_width(area.width));
        for (at, line) in lines.iter().enumerate() {
            paint::text_at(buffer, inset(paint::line(area, at)), line, style);
        }
        return;
    }
    let mut room = inset(paint::line(area, 0));
    for binding in keymap::bindings(app.focus()) {
        let Some(words) = binding.footer else { continue };
        let key = binding.keys[0].name();
        let width = text::width(&key) + 1 + text::width(words);
        if width > usize::from(room.width) {
            break;
        }
        let right = room.right();
        let x = paint::text_at(buffer, room, &key, Style::new().bold());
        let x = paint::text_at(buffer, Rect { x: x + 1, width: right - x - 1, ..room }, words, theme.quiet());
        let x = (x + 2).min(right);
        room = Rect { x, width: right - x, ..room };
    }
}

fn notice_width(width: u16) -> usize {
    usize::from(width.saturating_sub(2))
}

//! Painting: rows and lines of text onto the cells of a screen, cut to their place.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::{bar, border};
use ratatui::widgets::{Block, Borders, Widget};

use super::layout::PaneArea;
use super::row::Row;
use super::text;
use super::theme::Theme;
use crate::markdown::glyphs::{self, Glyph};
use crate::model::safe::shown;

/// Paints a row at the top of `area`.
pub(super) fn row(buffer: &mut Buffer, area: Rect, row: &Row, theme: Theme) {
    let mut x = area.x;
    for piece in &row.pieces {
        x = text_at(
            buffer,
            Rect { x, width: area.right().saturating_sub(x), ..area },
            &piece.text,
            theme.tone(piece.tone),
        );
    }
}

/// Paints text at the top left of `area`, as much as fits; gives the column behind it.
pub(super) fn text_at(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return area.x;
    }
    buffer.set_stringn(area.x, area.y, text, usize::from(area.width), style).0
}

/// Takes every character out of the cells of a screen that must not leave. Whoever lays text out makes it safe
/// first, for its width; this is for who forgets.
pub(super) fn make_safe(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        let is_plain = matches!(symbol.as_bytes(), [b' '..=b'~']);
        if is_plain || symbol.chars().all(|c| shown(c) == Some(c)) {
            continue;
        }
        // Beside others such characters take no room, so that the layout stays as it is.
        let rest: String = symbol.chars().filter(|&c| shown(c) == Some(c)).collect();
        cell.set_symbol(if rest.is_empty() { "\u{fffd}" } else { &rest });
    }
}

/// Paints text at the top right of `area`; gives what is left of the area before it.
pub(super) fn text_right(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> Rect {
    let width = u16::try_from(text::width(text)).unwrap_or(u16::MAX);
    if width == 0 || width > area.width {
        return area;
    }
    let left = Rect { width: area.width - width, ..area };
    text_at(buffer, Rect { x: left.right(), width, ..area }, text, style);
    left
}

/// The line `index` of an area; empty below its end.
pub(super) fn line(area: Rect, index: usize) -> Rect {
    let index = u16::try_from(index).unwrap_or(u16::MAX);
    if index >= area.height {
        return Rect { height: 0, ..area };
    }
    Rect { y: area.y + index, height: 1, ..area }
}

/// The lines of a frame.
fn border(focused: bool) -> border::Set<'static> {
    let (line, corner) = (if focused { "=" } else { "-" }, "+");
    match (glyphs::is_ascii(), focused) {
        (true, _) => border::Set {
            top_left: corner,
            top_right: corner,
            bottom_left: corner,
            bottom_right: corner,
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: line,
            horizontal_bottom: line,
        },
        (false, true) => border::THICK,
        (false, false) => border::PLAIN,
    }
}

/// The parts of bars.
pub(super) fn bars() -> bar::Set<'static> {
    let [empty, one, two, three, half, five, six, seven, full] = glyphs::LEVELS.map(Glyph::as_str);
    bar::Set {
        full,
        seven_eighths: seven,
        three_quarters: six,
        five_eighths: five,
        half,
        three_eighths: three,
        one_quarter: two,
        one_eighth: one,
        empty,
    }
}

/// Paints the frame of a pane with a title at its top left and a note at its bottom right (at the
/// top right where the frame is only the line at the top).
pub(super) fn frame(
    buffer: &mut Buffer,
    pane: &PaneArea,
    title: &str,
    note: &str,
    focused: bool,
    theme: Theme,
) {
    let borders = if pane.boxed { Borders::ALL } else { Borders::TOP };
    Block::new()
        .borders(borders)
        .border_set(border(focused))
        .border_style(theme.frame(focused))
        .render(pane.frame, buffer);
    let (top, bottom) = (line(pane.frame, 0), usize::from(pane.frame.height.saturating_sub(1)));
    let inside = |area: Rect| area.inner(ratatui::layout::Margin::new(1, 0));
    let mut room = inside(top);
    if !note.is_empty() {
        let place = if pane.boxed { inside(line(pane.frame, bottom)) } else { room };
        let left = text_right(buffer, place, &format!(" {note} "), theme.frame(focused));
        if !pane.boxed {
            room = left;
        }
    }
    let style = if focused { Style::new().bold() } else { theme.frame(focused) };
    let title = text::cut(title, usize::from(room.width.saturating_sub(2)));
    if !title.is_empty() {
        text_at(buffer, room, &format!(" {title} "), style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_forgotten_is_taken_out_of_the_cells() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        let symbols = ["a", "\u{1b}[2J", "\u{202e}", "é\u{9b}", "👩\u{200d}🚀", "🏴\u{e0067}\u{e007f}"];
        for (cell, symbol) in buffer.content.iter_mut().zip(symbols) {
            cell.set_symbol(symbol);
        }
        make_safe(&mut buffer);
        let shown: Vec<_> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(shown, ["a", "[2J", "\u{fffd}", "é", "👩\u{200d}🚀", "🏴"]);
    }
}

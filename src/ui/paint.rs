//! Painting: rows and lines of text onto the cells of a screen, cut to their place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::symbols::{bar, border};
use ratatui::widgets::{Block, Borders, Widget};

use super::layout::{Edges, PaneArea};
use super::row::Row;
use super::text;
use super::theme::{Role, Theme};
use crate::markdown::glyphs::{self, BEGINS, CURSOR, ENDS, Glyph, LINE, RULE};
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

/// Paints the mark of the selected row in its first cell.
pub(super) fn cursor(buffer: &mut Buffer, line: Rect, theme: Theme) {
    let style = Style::reset().patch(theme.ground()).patch(theme.style(Role::Cursor));
    text_at(buffer, Rect { width: line.width.min(1), ..line }, CURSOR.as_str(), style);
}

/// Paints text at the top left of `area`, as much as fits; gives the column behind it.
pub(super) fn text_at(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return area.x;
    }
    buffer.set_stringn(area.x, area.y, text, usize::from(area.width), style).0
}

/// Removes every unsafe character from the cells of a screen. The layout removes them first, to know the width of
/// its text; this is the last guard.
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

/// The words on the lines of a pane.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Titles<'t> {
    /// At the top left.
    pub(super) title: &'t str,
    /// At the top right, where there is room.
    pub(super) aside: &'t str,
    /// At the bottom right; at the top right where there is no line at the bottom.
    pub(super) note: &'t str,
}

/// Paints the lines of a pane with a title at its top left and a note at its bottom right (at the
/// top right where the frame is only the line at the top).
pub(super) fn frame(
    buffer: &mut Buffer,
    pane: &PaneArea,
    title: &str,
    note: &str,
    focused: bool,
    theme: Theme,
) {
    frame_with(buffer, pane, Titles { title, note, aside: "" }, focused, theme);
}

/// The same, with one more word.
pub(super) fn frame_with(
    buffer: &mut Buffer,
    pane: &PaneArea,
    titles: Titles<'_>,
    focused: bool,
    theme: Theme,
) {
    let (top, bottom) =
        (line(pane.frame, 0), line(pane.frame, usize::from(pane.frame.height.saturating_sub(1))));
    let style = theme.frame(focused);
    match pane.edges {
        Edges::Boxed => {
            Block::new()
                .borders(Borders::ALL)
                .border_set(border())
                .border_style(style)
                .render(pane.frame.intersection(buffer.area), buffer);
        }
        Edges::Ruled => {
            across(buffer, top, style);
            across(buffer, bottom, style);
        }
        Edges::Open => across(buffer, top, style),
        Edges::Bare => return,
    }
    let mut room = top.inner(Margin::new(1, 0));
    let has_bottom = matches!(pane.edges, Edges::Boxed | Edges::Ruled) && pane.frame.height > 1;
    // The words are no part of the line that they stand on.
    let quiet = Style::reset().patch(theme.ground()).patch(theme.quiet());
    if has_bottom {
        note_at(buffer, bottom.inner(Margin::new(1, 0)), titles.note, quiet);
    } else {
        room = note_at(buffer, room, titles.note, quiet);
    }
    let title = text::cut(titles.title, usize::from(room.width.saturating_sub(2)));
    let left = usize::from(room.width).saturating_sub(text::width(&title) + 4);
    if text::width(titles.aside) + 2 <= left {
        note_at(buffer, room, titles.aside, quiet);
    }
    if !title.is_empty() {
        let style = Style::reset().patch(theme.ground()).patch(theme.title(focused));
        text_at(buffer, room, &format!(" {title} "), style);
    }
}

/// Paints words with a space around them at the right end of a line; gives what is left of it.
fn note_at(buffer: &mut Buffer, line: Rect, words: &str, style: Style) -> Rect {
    if words.is_empty() {
        return line;
    }
    let left = text_right(buffer, line, &format!(" {words} "), style);
    if left.width < line.width { Rect { width: left.width.saturating_sub(1), ..left } } else { line }
}

/// Paints a line from end to end.
pub(super) fn across(buffer: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buffer.area);
    for x in area.left()..area.right() {
        buffer[(x, area.y)].set_symbol(RULE.as_str()).set_style(style);
    }
}

/// Paints the line between two panes, from the line above them to the line below.
pub(super) fn divider(buffer: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        let symbol = match y {
            _ if y == area.top() => BEGINS,
            _ if y + 1 == area.bottom() => ENDS,
            _ => LINE,
        };
        buffer[(area.x, y)].set_symbol(symbol.as_str()).set_style(style);
    }
}

/// The lines of a box.
fn border() -> border::Set<'static> {
    if !glyphs::is_ascii() {
        return border::PLAIN;
    }
    border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
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

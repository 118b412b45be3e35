//! A screen as text: its rows, then what is not in the default style, then the cursor.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;

/// The rows of a screen, without the spaces at their ends.
pub(crate) fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    let row = |y: u16| {
        let mut text = String::new();
        let mut x = 0;
        while x < area.width {
            let symbol = buffer[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(symbol.width().max(1)).unwrap();
        }
        text.trim_end().to_owned()
    };
    (0..area.height).map(row).collect()
}

/// Text, styles and cursor. Columns are counted from 0, the end is not included.
pub(crate) fn dump(buffer: &Buffer, cursor: Option<Position>) -> String {
    let mut dump = String::new();
    for (y, row) in rows(buffer).into_iter().enumerate() {
        writeln!(dump, "{}", format!("{y:>2}│{row}").trim_end()).unwrap();
    }
    for y in 0..buffer.area.height {
        let runs = runs(buffer, y);
        if !runs.is_empty() {
            writeln!(dump, "{y:>2}: {}", runs.join(", ")).unwrap();
        }
    }
    match cursor {
        Some(at) => writeln!(dump, "cursor at column {}, row {}", at.x, at.y).unwrap(),
        None => writeln!(dump, "no cursor").unwrap(),
    }
    dump
}

fn runs(buffer: &Buffer, y: u16) -> Vec<String> {
    let mut runs: Vec<(u16, u16, String)> = Vec::new();
    for x in 0..buffer.area.width {
        let style = style(&buffer[(x, y)]);
        match runs.last_mut() {
            Some((_, end, last)) if *last == style => *end = x + 1,
            _ => runs.push((x, x + 1, style)),
        }
    }
    let styled = runs.into_iter().filter(|(.., style)| !style.is_empty());
    styled.map(|(start, end, style)| format!("{start}-{end} {style}")).collect()
}

fn style(cell: &Cell) -> String {
    let mut words = Vec::new();
    for (name, color) in [("", cell.fg), ("on ", cell.bg)] {
        if color != Color::Reset {
            words.push(format!("{name}{color}").to_lowercase());
        }
    }
    words.extend(cell.modifier.iter_names().map(|(name, _)| name.to_lowercase()));
    words.join("+")
}

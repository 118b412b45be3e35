//! The QR code of an address, for a phone in front of the screen: two modules to a cell, dark on
//! light on every terminal. Where it does not fit, a sentence says so.

use qrcode::{Color, EcLevel, QrCode as Code};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::layout::{Edges, PaneArea, ScreenLayout};
use super::overlay::{Measure, Overlay, Room};
use super::theme::Theme;
use super::{paint, prose};
use crate::app::qr_code::QrCode;
use crate::markdown::glyphs::{self, TIMES};
use crate::model::safe;
use crate::model::url;

/// The light margins around a code, in modules, the widest that fits: the standard asks for four,
/// and readers take two.
const MARGINS: [usize; 2] = [4, 2];
/// Columns that the sentence would like to have.
const SENTENCE_COLUMNS: u16 = 52;

impl Overlay for QrCode {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        Some(Measure::of(CodePicture::of(&self.url, above(room)).area(), 0))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        CodePicture::of(&self.url, above(room)).draw(buffer, room.theme);
        Some(measure.area.inner.as_position())
    }
}

/// The screen without the footer.
fn above(room: &Room<'_>) -> Rect {
    Rect { height: room.screen.height.saturating_sub(room.footer), ..room.screen }
}

/// The code or a sentence, and where.
enum CodePicture {
    /// The code, in an area that it fills with its margin.
    Code(PaneArea, Modules),
    /// Why there is none, in lines.
    Sentence(PaneArea, Vec<String>),
}

/// The modules of a code with a light margin.
struct Modules {
    code: Code,
    margin: usize,
}

impl Modules {
    /// How many there are in a row and in a column.
    fn side(&self) -> usize {
        self.code.width() + 2 * self.margin
    }

    /// How many columns and rows of cells they take. In plain characters a module is two spaces.
    fn cells(&self) -> (usize, usize) {
        if glyphs::is_ascii() {
            (2 * self.side(), self.side())
        } else {
            (self.side(), self.side().div_ceil(2))
        }
    }

    /// Whether a module is dark; outside of the code all are light.
    fn is_dark(&self, column: usize, row: usize) -> bool {
        let inside = |at: usize| at.checked_sub(self.margin).filter(|&at| at < self.code.width());
        match (inside(column), inside(row)) {
            (Some(column), Some(row)) => self.code[(column, row)] == Color::Dark,
            _ => false,
        }
    }

    /// The upper and the lower module of a cell as a character, dark in the foreground.
    fn cell(&self, column: usize, row: usize) -> &'static str {
        match (self.is_dark(column, row * 2), self.is_dark(column, row * 2 + 1)) {
            (false, false) => " ",
            (true, false) => "▀",
            (false, true) => "▄",
            (true, true) => "█",
        }
    }
}

impl CodePicture {
    /// The code, or a sentence when there is no room for it.
    fn of(url: &str, room: Rect) -> Self {
        let url = url::encoded(url).unwrap_or_else(|| safe(url).into_owned());
        let Ok(code) = Code::with_error_correction_level(&url, EcLevel::L) else {
            return Self::sentence(room, &format!("The address is too long for a QR code. {url}"));
        };
        let mut modules = Modules { code, margin: 0 };
        for margin in MARGINS {
            modules.margin = margin;
            let (columns, rows) = modules.cells();
            let columns = u16::try_from(columns).unwrap_or(u16::MAX);
            let rows = u16::try_from(rows).unwrap_or(u16::MAX);
            if columns <= room.width && rows <= room.height {
                return Self::Code(centred(room, columns, rows), modules);
            }
        }
        let (columns, rows) = modules.cells();
        let Rect { width, height, .. } = room;
        let sentence = format!(
            "Window too small for the QR code: needs {columns}{TIMES}{rows}, has {width}{TIMES}{height}. {url}"
        );
        Self::sentence(room, &sentence)
    }

    fn sentence(room: Rect, sentence: &str) -> Self {
        let lines = |columns: u16| prose::wrap_sentence(sentence, usize::from(columns));
        let columns = ScreenLayout::layer(room, SENTENCE_COLUMNS, u16::MAX).inner.width;
        let lines = lines(columns);
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        Self::Sentence(ScreenLayout::layer(room, SENTENCE_COLUMNS, rows), lines)
    }

    /// Where it is.
    fn area(&self) -> PaneArea {
        let (Self::Code(area, _) | Self::Sentence(area, _)) = self;
        *area
    }

    /// Draws it.
    fn draw(&self, buffer: &mut Buffer, theme: Theme) {
        match self {
            Self::Code(area, modules) if glyphs::is_ascii() => {
                for row in 0..area.inner.height {
                    let mut line = paint::line(area.inner, usize::from(row));
                    for column in 0..modules.side() {
                        let is_dark = modules.is_dark(column, usize::from(row));
                        let light = theme.code_modules();
                        let style = if is_dark { light.add_modifier(Modifier::REVERSED) } else { light };
                        let x = paint::text_at(buffer, line, "  ", style);
                        line = Rect { x, width: line.right().saturating_sub(x), ..line };
                    }
                }
            }
            Self::Code(area, modules) => {
                for row in 0..area.inner.height {
                    let line = paint::line(area.inner, usize::from(row));
                    let cells: String =
                        (0..modules.side()).map(|column| modules.cell(column, usize::from(row))).collect();
                    paint::text_at(buffer, line, &cells, theme.code_modules());
                }
            }
            Self::Sentence(area, lines) => {
                paint::frame(buffer, area, "QR code", "", true, theme);
                for (at, line) in lines.iter().enumerate() {
                    paint::text_at(buffer, paint::line(area.inner, at), line, Style::new());
                }
            }
        }
    }
}

fn centred(room: Rect, width: u16, height: u16) -> PaneArea {
    let (x, y) = (room.x + (room.width - width) / 2, room.y + (room.height - height) / 2);
    let area = Rect { x, y, width, height };
    PaneArea { frame: area, inner: area, edges: Edges::Bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://example.org/harbour/issues/12";

    fn drawn(url: &str, width: u16, height: u16) -> (Buffer, PaneArea) {
        let room = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(room);
        let shown = CodePicture::of(url, room);
        shown.draw(&mut buffer, Theme::MONO);
        (buffer, shown.area())
    }

    /// The modules that a camera sees, rows from top to bottom.
    fn seen(buffer: &Buffer, area: Rect) -> Vec<Vec<bool>> {
        let mut rows = Vec::new();
        for y in area.top()..area.bottom() {
            for blocks in ["▀█", "▄█"] {
                let is_dark = |x: u16| blocks.contains(buffer[(x, y)].symbol());
                rows.push((area.left()..area.right()).map(is_dark).collect());
            }
        }
        rows
    }

    #[test]
    fn a_camera_sees_the_code_within_a_light_margin() {
        let code = Code::with_error_correction_level(URL, EcLevel::L).unwrap();
        for (size, margin) in [((80, 24), 4), ((33, 17), 2)] {
            let (buffer, area) = drawn(URL, size.0, size.1);
            let seen = seen(&buffer, area.frame);
            let side = code.width() + 2 * margin;
            assert_eq!((seen[0].len(), seen.len()), (side, side.div_ceil(2) * 2));
            for (row, column) in (0..seen.len()).flat_map(|row| (0..side).map(move |column| (row, column))) {
                let inside = |at: usize| at.checked_sub(margin).filter(|&at| at < code.width());
                let dark = inside(column).zip(inside(row)).is_some_and(|at| code[at] == Color::Dark);
                assert_eq!(seen[row][column], dark, "column {column}, row {row}");
            }
            let styles: Vec<_> = area.frame.positions().map(|at| buffer[at].style()).collect();
            assert!(styles.iter().all(|style| *style == styles[0] && style.fg != style.bg));
        }
    }

    #[test]
    fn where_it_does_not_fit_a_sentence_says_so() {
        let text = |url: &str, width, height| {
            let (buffer, _) = drawn(url, width, height);
            let cells: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
            cells
                .replace(['│', '─', '┌', '┐', '└', '┘'], " ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        let small = text(URL, 40, 12);
        assert!(small.contains("needs 33×17, has 40×12."), "{small}");
        assert!(text(&format!("https://example.org/{}", "a".repeat(3000)), 60, 90).contains("is too long"));
    }

    #[test]
    fn it_fits_every_room() {
        // Every seventh size: each width and each height is among them.
        let sizes = (0..90).flat_map(|width| (0..30).map(move |height| (width, height)));
        for (width, height) in sizes.filter(|(width, height)| (width + height) % 7 == 0) {
            let (buffer, area) = drawn(URL, width, height);
            assert_eq!(buffer.area.union(area.frame), buffer.area, "{width}x{height}");
        }
    }
}

//! Layers: the menus and the help, drawn over the panes.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::layout::{PaneArea, ScreenLayout};
use super::list::percent;
use super::problems::Parts;
use super::qr_code::Shown;
use super::row::Row;
use super::theme::Theme;
use super::{copy_menu, facets, fix_preview, footer, help, paint, problems, stats, text};
use crate::app::input::Input;
use crate::app::picker::Picker;
use crate::app::{App, Layer, cursor};
use crate::markdown::glyphs::{self, Glyph, MARKER};
use crate::model::safe;

/// Columns that the help would like to have.
const HELP_COLUMNS: u16 = 84;

/// Columns that a fix would like to have.
const FIX_COLUMNS: u16 = 104;

/// The input of a menu, and a blank row.
const INPUT_ROWS: u16 = 2;
/// The mark of the item that holds now, and its room on the others.
const CURRENT: Glyph = glyphs::MARKED;
const NOT_CURRENT: &str = "  ";
/// On a lower screen the items of a menu matter more than where the selected one leads.
const LOW: u16 = 10;

/// A layer on the screen: where it is and how much of it is in view.
pub(super) struct Measure {
    pub area: PaneArea,
    /// Rows of content in view.
    pub rows: usize,
    /// Rows of content in all.
    pub height: usize,
}

/// Measures the layer on top, if it is one that lies over the panes. `compared` are the rows of the
/// comparison, where that is it.
pub(super) fn measure(screen: Rect, areas: &ScreenLayout, app: &App, compared: &[Row]) -> Option<Measure> {
    // The footer stays readable: it says where the selected link leads.
    let most = if screen.height < LOW { 1 } else { screen.height / 2 };
    let footer = footer::rows(app, screen.width).clamp(1, most);
    let full = screen;
    let screen = Rect { height: screen.height - footer.saturating_sub(1), ..screen };
    match app.layer()? {
        Layer::Help { .. } => {
            let area = ScreenLayout::layer(screen, HELP_COLUMNS, u16::MAX);
            let height = help::rows(usize::from(area.inner.width)).len();
            Some(Measure { rows: usize::from(area.inner.height), area, height })
        }
        Layer::Compare { .. } => {
            let area = ScreenLayout::between(screen);
            Some(Measure { rows: usize::from(area.inner.height), area, height: compared.len() })
        }
        Layer::Stats(board) => {
            let area = ScreenLayout::between(screen);
            Some(Measure { rows: usize::from(area.inner.height), area, height: board.rows().len() })
        }
        Layer::Menu(picker) => {
            let marks = if picker.has_current() { NOT_CURRENT.len() } else { 0 };
            let columns =
                picker.items().map(|item| text::width(&item.name) + text::width(&item.note) + marks + 6);
            let columns = u16::try_from(columns.max().unwrap_or(0)).unwrap_or(u16::MAX).max(44);
            let rows = u16::try_from(picker.total()).unwrap_or(u16::MAX).saturating_add(INPUT_ROWS);
            let area = ScreenLayout::layer(screen, columns, rows);
            let rows = usize::from(area.inner.height.saturating_sub(input_rows(area.inner)));
            Some(Measure { rows, area, height: picker.items().len() })
        }
        Layer::Facets(panel) => {
            // Beside the list, which shows at once what is chosen; over it where there is one pane.
            let area = areas.detail.or(areas.list)?;
            let rows = usize::from(area.inner.height.saturating_sub(input_rows(area.inner)));
            Some(Measure { rows, area, height: panel.rows().len() })
        }
        Layer::Problems(panel) => {
            let area = ScreenLayout::between(screen);
            let rows = usize::from(Parts::of(area.inner, panel).list.height);
            Some(Measure { rows, area, height: panel.rows().len() })
        }
        Layer::Fix(preview) => {
            let full = ScreenLayout::layer(screen, FIX_COLUMNS, u16::MAX);
            let height = fix_preview::rows(preview, usize::from(full.inner.width), app.detail().emails).len();
            let area = ScreenLayout::layer(screen, FIX_COLUMNS, u16::try_from(height).unwrap_or(u16::MAX));
            Some(Measure { rows: usize::from(area.inner.height), area, height })
        }
        Layer::CopyMenu => {
            let rows = copy_menu::rows(usize::from(screen.width));
            let columns = rows.iter().map(|row| text::width(&row.text())).max().unwrap_or(0);
            let columns = u16::try_from(columns).unwrap_or(u16::MAX);
            let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
            // Above the bar and the footer.
            let above = Rect { height: screen.height.saturating_sub(1), ..screen };
            let area = ScreenLayout::layer(above, columns, height).at_the_bottom_of(above);
            Some(Measure { rows: usize::from(area.inner.height), area, height: rows.len() })
        }
        Layer::QrCode { url } => {
            let area = Shown::of(url, code_room(full, footer)).area();
            Some(Measure { rows: usize::from(area.inner.height), area, height: 0 })
        }
        Layer::Filter { .. } | Layer::Find | Layer::Hints(_) => None,
    }
}

/// The row of the layer on top to begin to read at.
pub(super) fn first(app: &App, measure: &Measure) -> usize {
    match app.layer() {
        Some(Layer::Fix(preview)) => {
            let width = usize::from(measure.area.inner.width);
            fix_preview::first(preview, width, app.detail().emails)
        }
        _ => 0,
    }
}

/// The screen without the footer.
fn code_room(screen: Rect, footer: u16) -> Rect {
    Rect { height: screen.height.saturating_sub(footer), ..screen }
}

/// Draws the layer on top; gives the place of the hardware cursor.
pub(super) fn draw(
    buffer: &mut Buffer,
    screen: Rect,
    areas: &ScreenLayout,
    app: &App,
    compared: &[Row],
    theme: Theme,
) -> Option<Position> {
    let Measure { area, rows, .. } = measure(screen, areas, app, compared)?;
    if let (Some(Layer::Fix(_)), Some(Layer::Problems(panel))) = (app.layer(), app.layer_below()) {
        let below = ScreenLayout::between(screen);
        clear(buffer, below.frame, theme);
        problems::draw(buffer, &below, app, panel, theme);
    }
    clear(buffer, area.frame, theme);
    match app.layer()? {
        Layer::Help { top } => {
            let content = help::rows(usize::from(area.inner.width));
            Some(draw_text(buffer, &area, "Keys", &content, *top, theme))
        }
        Layer::Compare { top } => Some(draw_text(buffer, &area, "Compare", compared, *top, theme)),
        Layer::Stats(board) => stats::draw(buffer, &area, app, board, theme),
        Layer::Problems(panel) => problems::draw(buffer, &area, app, panel, theme),
        Layer::Fix(preview) => Some(fix_preview::draw(buffer, &area, preview, app.detail().emails, theme)),
        Layer::CopyMenu => {
            paint::frame(buffer, &area, "Copy", "", true, theme);
            for (at, row) in copy_menu::rows(usize::from(area.inner.width)).iter().take(rows).enumerate() {
                paint::row(buffer, paint::line(area.inner, at), row, theme);
            }
            Some(area.inner.as_position())
        }
        Layer::Menu(picker) => Some(draw_menu(buffer, &area, picker, rows, theme)),
        Layer::Facets(panel) => Some(facets::draw(buffer, &area, input_rows(area.inner), panel, theme)),
        Layer::QrCode { url } => {
            let footer = footer::rows(app, screen.width);
            Shown::of(url, code_room(screen, footer)).draw(buffer, theme);
            Some(area.inner.as_position())
        }
        Layer::Filter { .. } | Layer::Find | Layer::Hints(_) => None,
    }
}

/// Takes everything away that was drawn there.
fn clear(buffer: &mut Buffer, frame: Rect, theme: Theme) {
    let frame = frame.intersection(buffer.area);
    Clear.render(frame, buffer);
    buffer.set_style(frame, theme.ground());
}

/// Where the rows of a layer lie that can be taken: those of the stats, the choice of what to copy,
/// the items of a menu.
pub(super) fn rows_to_take(app: &App, measure: &Measure) -> Option<Rect> {
    match app.layer()? {
        Layer::Stats(_) | Layer::CopyMenu => Some(measure.area.inner),
        Layer::Menu(_) | Layer::Facets(_) => Some(menu_rows(measure)),
        Layer::Problems(panel) => Some(Parts::of(measure.area.inner, panel).list),
        Layer::Help { .. }
        | Layer::Compare { .. }
        | Layer::Fix(_)
        | Layer::Filter { .. }
        | Layer::Find
        | Layer::Hints(_)
        | Layer::QrCode { .. } => None,
    }
}

/// Draws a text that is scrolled to a row; gives the place of the cursor.
fn draw_text(
    buffer: &mut Buffer,
    area: &PaneArea,
    title: &str,
    content: &[Row],
    top: usize,
    theme: Theme,
) -> Position {
    let rows = usize::from(area.inner.height);
    let last = cursor::last_top(content.len(), rows);
    let note = if last > 0 { format!("{}%", percent(top, last)) } else { String::new() };
    paint::frame(buffer, area, title, &note, true, theme);
    for (at, row) in content.iter().skip(top).take(rows).enumerate() {
        paint::row(buffer, paint::line(area.inner, at), row, theme);
    }
    area.inner.as_position()
}

/// The first row of a menu's items on the screen, and how many there are in view.
fn menu_rows(measure: &Measure) -> Rect {
    let inner = measure.area.inner;
    let above = input_rows(inner).min(inner.height);
    Rect { y: inner.y + above, height: inner.height - above, ..inner }
}

/// The rows above a menu's items: the input and, where there is room, a blank one.
fn input_rows(inner: Rect) -> u16 {
    if inner.height >= 5 { INPUT_ROWS } else { 1 }
}

fn draw_menu(buffer: &mut Buffer, area: &PaneArea, picker: &Picker, rows: usize, theme: Theme) -> Position {
    let count = format!("{}/{}", picker.items().len(), picker.total());
    paint::frame(buffer, area, &picker.title, &count, true, theme);
    let cursor = draw_input(buffer, paint::line(area.inner, 0), &picker.input, theme);
    let first = usize::from(input_rows(area.inner));
    if picker.items().len() == 0 {
        paint::text_at(buffer, paint::line(area.inner, first), "Nothing here holds that.", theme.quiet());
    }
    for (at, item) in picker.items().enumerate().skip(picker.top()).take(rows) {
        let line = paint::line(area.inner, at - picker.top() + first);
        let selected = at == picker.selected();
        let base = if selected { theme.selected(true) } else { Style::new() };
        buffer.set_style(line.intersection(buffer.area), base);
        let mark = match (picker.has_current(), picker.is_current(at)) {
            (false, _) => "",
            (true, true) => CURRENT.as_str(),
            (true, false) => NOT_CURRENT,
        };
        let marker = if selected { MARKER.as_str() } else { "  " };
        let x = paint::text_at(buffer, line, &format!("{marker}{mark}"), base);
        let room = Rect { x, width: line.right().saturating_sub(x), ..line };
        let cells = usize::from(room.width);
        // The note may take what the name leaves, but a third at least: an address must be readable.
        let note = safe(&item.note);
        let name = safe(&item.name);
        let note = text::cut(&note, (cells / 3).max(cells.saturating_sub(text::width(&name) + 2)));
        let left = paint::text_right(buffer, room, &note, base.patch(theme.quiet()));
        let name = text::cut(&name, usize::from(left.width.saturating_sub(2)));
        paint::text_at(buffer, left, &name, base);
    }
    cursor
}

/// Draws what is typed to narrow something down; gives the place of the cursor.
pub(super) fn draw_input(buffer: &mut Buffer, line: Rect, input: &Input, theme: Theme) -> Position {
    let x = paint::text_at(buffer, line, "> ", Style::new().bold());
    let room = Rect { x, width: line.right().saturating_sub(x), ..line };
    let before = text::width(input.before_cursor());
    let cells = usize::from(room.width.saturating_sub(1));
    if input.text().is_empty() {
        paint::text_at(buffer, room, "type to narrow down", theme.quiet());
    } else {
        let shown = text::skip(input.text(), before.saturating_sub(cells));
        paint::text_at(buffer, room, &safe(shown), Style::new());
    }
    let column = u16::try_from(before.min(cells)).unwrap_or(0);
    Position::new((room.x + column).min(room.right().saturating_sub(1)), room.y)
}

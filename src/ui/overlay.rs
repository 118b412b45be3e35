//! Overlays: the pictures of the panels that lie over the panes, in one table; the menu and the help.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::compared::LaidOut;
use super::layout::{PaneArea, ScreenLayout};
use super::list::scrolled;
use super::row::Row;
use super::target::Target;
use super::theme::{Role, Theme};
use super::{footer, paint, text};
use crate::app::input::Input;
use crate::app::picker::Picker;
use crate::app::{App, Layer};
use crate::markdown::glyphs::{self, Glyph};
use crate::model::safe;

/// The input of a menu, and a blank row.
const INPUT_ROWS: u16 = 2;
/// The mark of the item that holds now, and its room on the others.
const CURRENT: Glyph = glyphs::MARKED;
const NOT_CURRENT: &str = "  ";
/// Says that the words that were typed leave nothing.
pub(super) const NO_MATCH: &str = "No match.";
/// On a lower screen the items of a menu matter more than where the selected one leads.
const LOW: u16 = 10;

/// A panel on the screen: where it is and how much of it is in view.
pub(super) struct Measure {
    /// Where it is.
    pub(super) area: PaneArea,
    /// Rows of content in view.
    pub(super) rows: usize,
    /// Rows of content in all.
    pub(super) height: usize,
    /// The row to begin to read at.
    pub(super) first: usize,
    /// The rows that a click chooses.
    pub(super) clickable: Option<Rect>,
}

impl Measure {
    /// Content that fills an area, `height` rows in all.
    pub(super) fn of(area: PaneArea, height: usize) -> Self {
        Self { rows: usize::from(area.inner.height), area, height, first: 0, clickable: None }
    }

    /// Rows that a click chooses, in a part of the area.
    pub(super) fn rows_in(area: PaneArea, list: Rect, height: usize) -> Self {
        Self { rows: usize::from(list.height), clickable: Some(list), ..Self::of(area, height) }
    }
}

/// The surroundings of a panel.
pub(super) struct Room<'a> {
    /// The whole screen.
    pub(super) screen: Rect,
    /// Rows of the footer, 1 or more.
    pub(super) footer: u16,
    /// Where everything else is.
    pub(super) layout: &'a ScreenLayout,
    /// The state.
    pub(super) app: &'a App,
    /// The comparison, when there is one.
    pub(super) compared: &'a LaidOut,
    pub(super) theme: Theme,
}

impl<'a> Room<'a> {
    /// The surroundings on a screen.
    pub(super) fn new(
        screen: Rect,
        layout: &'a ScreenLayout,
        app: &'a App,
        compared: &'a LaidOut,
        theme: Theme,
    ) -> Self {
        let most = if screen.height < LOW { 1 } else { screen.height / 2 };
        Self { screen, footer: footer::rows(app, screen.width).clamp(1, most), layout, app, compared, theme }
    }

    /// The part of the screen for panels: the footer stays readable, since it says where the selected link leads.
    pub(super) fn above_footer(&self) -> Rect {
        Rect { height: self.screen.height.saturating_sub(self.footer - 1), ..self.screen }
    }

    /// All of the screen but header and last row.
    pub(super) fn between(&self) -> PaneArea {
        ScreenLayout::between(self.above_footer())
    }
}

/// The picture of a panel.
pub(super) trait Overlay {
    /// Where it is and how large; `None` when there is no room, or when it is drawn as part of the panes.
    fn measure(&self, room: &Room<'_>) -> Option<Measure>;

    /// The target of a click on a part of it, besides its rows.
    fn target(&self, _measure: &Measure, _at: Position) -> Option<Target> {
        None
    }

    /// Draws it. Returns the place of the hardware cursor.
    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position>;
}

/// The picture of each kind of panel; `None` for those that are part of the bar or of the detail.
fn overlay(layer: &Layer) -> Option<&dyn Overlay> {
    match layer {
        Layer::Help(state) => Some(&**state),
        Layer::Compare(state) => Some(&**state),
        Layer::Menu(state) => Some(&**state),
        Layer::Stats(state) => Some(&**state),
        Layer::Facets(state) => Some(&**state),
        Layer::Problems(state) => Some(&**state),
        Layer::Fix(state) => Some(&**state),
        Layer::CopyMenu(state) => Some(&**state),
        Layer::QrCode(state) => Some(&**state),
        Layer::Prompt(state) => Some(&**state),
        Layer::Skills(state) => Some(&**state),
        Layer::Shortlist(state) => Some(&**state),
        Layer::Statuses(state) => Some(&**state),
        Layer::Note(state) => Some(&**state),
        Layer::Start(state) => Some(&**state),
        Layer::Filter(state) => Some(&**state),
        Layer::Find(_) | Layer::Hints(_) => None,
    }
}

/// Measures the panel on top, if it lies over the panes.
pub(super) fn measure(room: &Room<'_>) -> Option<Measure> {
    overlay(room.app.layer()?)?.measure(room)
}

/// The part of the panel on top at a cell; `None` when there is no panel over the panes.
pub(super) fn target(room: &Room<'_>, at: Position) -> Option<Target> {
    let top = overlay(room.app.layer()?)?;
    let measure = top.measure(room)?;
    let rows = measure.clickable.filter(|rows| rows.contains(at));
    Some(match (rows, top.target(&measure, at)) {
        (Some(rows), _) => Target::MenuRow(usize::from(at.y - rows.y)),
        (None, Some(target)) => target,
        (None, None) if measure.area.frame.contains(at) => Target::Layer,
        (None, None) => Target::Beside,
    })
}

/// Draws the panel on top. Returns the place of the hardware cursor.
pub(super) fn draw(buffer: &mut Buffer, room: &Room<'_>) -> Option<Position> {
    let top = overlay(room.app.layer()?)?;
    // A menu or a note of the shortlist lies over it.
    if let Some(Layer::Shortlist(below)) = room.app.layer_below()
        && let Some(measure) = below.measure(room)
    {
        clear(buffer, measure.area.frame, room.theme);
        below.draw(buffer, room, &measure);
    }
    let measure = top.measure(room)?;
    clear(buffer, measure.area.frame, room.theme);
    top.draw(buffer, room, &measure)
}

/// Clears the cells of an area.
pub(super) fn clear(buffer: &mut Buffer, frame: Rect, theme: Theme) {
    let frame = frame.intersection(buffer.area);
    Clear.render(frame, buffer);
    buffer.set_style(frame, theme.ground());
}

impl Overlay for Picker {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let marks = if self.has_current() { NOT_CURRENT.len() } else { 0 };
        let columns = self.items().map(|item| text::width(&item.name) + text::width(&item.note) + marks + 6);
        let columns = u16::try_from(columns.max().unwrap_or(0)).unwrap_or(u16::MAX).max(44);
        let rows = u16::try_from(self.total()).unwrap_or(u16::MAX);
        let rows = if self.narrowing.is_shown() { rows.saturating_add(INPUT_ROWS) } else { rows };
        let area = ScreenLayout::layer(room.above_footer(), columns, rows);
        Some(Measure::rows_in(area, items_area(area.inner, self), self.items().len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        Some(draw_menu(buffer, &measure.area, self, measure.rows, room.theme))
    }
}

/// Draws a text that is scrolled to a row. Returns the place of the cursor.
pub(super) fn draw_text(
    buffer: &mut Buffer,
    area: &PaneArea,
    title: &str,
    content: &[Row],
    top: usize,
    theme: Theme,
) -> Position {
    let rows = usize::from(area.inner.height);
    let note = scrolled(top, content.len(), rows);
    paint::frame(buffer, area, title, &note, true, theme);
    for (at, row) in content.iter().skip(top).take(rows).enumerate() {
        paint::row(buffer, paint::line(area.inner, at), row, theme);
    }
    area.inner.as_position()
}

/// The part of a menu below its input: while there is one, with a blank row if there is room.
fn items_area(inner: Rect, picker: &Picker) -> Rect {
    let above = if inner.height >= 5 { INPUT_ROWS } else { 1 };
    below(inner, if picker.narrowing.is_shown() { above } else { 0 })
}

/// An area without its first rows.
pub(super) fn below(inner: Rect, rows: u16) -> Rect {
    let rows = rows.min(inner.height);
    Rect { y: inner.y + rows, height: inner.height - rows, ..inner }
}

fn draw_menu(buffer: &mut Buffer, area: &PaneArea, picker: &Picker, rows: usize, theme: Theme) -> Position {
    let count = format!("{}/{}", picker.items().len(), picker.total());
    paint::frame(buffer, area, &picker.title, &count, true, theme);
    let typed = picker.narrowing.is_shown();
    let typed = typed.then(|| draw_input(buffer, paint::line(area.inner, 0), &picker.narrowing.input, theme));
    let list = items_area(area.inner, picker);
    if picker.items().len() == 0 {
        paint::text_at(buffer, paint::line(list, 0), NO_MATCH, theme.quiet());
    }
    for (at, item) in picker.items().enumerate().skip(picker.top()).take(rows) {
        let line = paint::line(list, at - picker.top());
        let selected = at == picker.selected();
        let base = if selected { theme.selected(true) } else { Style::new() };
        buffer.set_style(line.intersection(buffer.area), base);
        let mark = match (picker.has_current(), picker.is_current(at)) {
            (false, _) => "",
            (true, true) => CURRENT.as_str(),
            (true, false) => NOT_CURRENT,
        };
        let x = paint::text_at(buffer, line, &format!("  {mark}"), base);
        if selected {
            paint::cursor(buffer, line, theme);
        }
        let room = Rect { x, width: line.right().saturating_sub(x), ..line };
        let cells = usize::from(room.width);
        // The note may take what the name leaves, but a third at least: an address must be readable.
        let note = safe(&item.note);
        let name = safe(&item.name);
        let note = text::cut(&note, (cells / 3).max(cells.saturating_sub(text::width(&name) + 2)));
        let left = paint::text_right(buffer, room, &note, theme.within(base, Role::Dim));
        let name = text::cut(&name, usize::from(left.width.saturating_sub(2)));
        paint::text_at(buffer, left, &name, base);
    }
    let selected = paint::line(list, picker.selected().saturating_sub(picker.top())).as_position();
    typed.filter(|_| picker.narrowing.is_typing()).unwrap_or(selected)
}

/// Draws what is typed to narrow something down. Returns the place of the cursor.
pub(super) fn draw_input(buffer: &mut Buffer, line: Rect, input: &Input, theme: Theme) -> Position {
    draw_typed(buffer, line, (input, "type to narrow down"), theme)
}

/// Draws what is typed, or what to type as long as that is nothing. Returns the place of the cursor.
pub(super) fn draw_typed(
    buffer: &mut Buffer,
    line: Rect,
    (input, empty): (&Input, &str),
    theme: Theme,
) -> Position {
    let x = paint::text_at(buffer, line, "> ", Style::new().bold());
    let room = Rect { x, width: line.right().saturating_sub(x), ..line };
    let before = text::width(input.before_cursor());
    let cells = usize::from(room.width.saturating_sub(1));
    if input.text().is_empty() {
        paint::text_at(buffer, room, empty, theme.quiet());
    } else {
        let shown = text::skip(input.text(), before.saturating_sub(cells));
        paint::text_at(buffer, room, &safe(shown), Style::new());
    }
    let column = u16::try_from(before.min(cells)).unwrap_or(0);
    Position::new((room.x + column).min(room.right().saturating_sub(1)), room.y)
}

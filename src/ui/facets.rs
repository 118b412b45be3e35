//! The facets: tabs, an input, and values with their counts and marks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::PaneArea;
use super::overlay::{Measure, NO_MATCH, Overlay, Room, below, draw_input};
use super::target::Target;
use super::theme::{Role, Theme};
use super::{paint, text};
use crate::app::action::Action;
use crate::app::facets::{FacetPanel, FacetRow};
use crate::app::keymap::hint;
use crate::markdown::glyphs::FULL;
use crate::model::safe;
use crate::search::edit::Choice;
use crate::search::facets::{Facet, Value};
use crate::search::skills::Area;

/// From so many columns on there is room for the choices and their marks in the title.
const ROOM: usize = 60;

/// From so many columns on each value has a bar.
const BAR_ROOM: u16 = 36;

/// The gap between two tabs.
const GAP: &str = "  ";

impl Overlay for FacetPanel {
    /// Beside the list, which shows at once what is chosen; over it where there is one pane.
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let area = room.layout.third.or(room.layout.detail).or(room.layout.list)?;
        Some(Measure::rows_in(area, below(area.inner, self.head(area.inner)), self.rows.all().len()))
    }

    fn target(&self, measure: &Measure, at: Position) -> Option<Target> {
        let tabs = tabs(self.tab_line(measure.area.inner)?, self.facet());
        tabs.into_iter().find(|(cells, ..)| cells.contains(at)).map(|(_, facet, _)| Target::Tab(facet))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let theme = room.theme;
        let (area, head) = (&measure.area, self.head(measure.area.inner));
        let (left, all) = self.counts();
        // Half a sentence explains nothing.
        let title = match usize::from(area.inner.width) {
            ..ROOM => "Filter by".to_owned(),
            _ => format!(
                "Filter by ({}: + require, {}: - leave out)",
                hint(Action::ChooseValue(Choice::Included)),
                hint(Action::ChooseValue(Choice::Excluded))
            ),
        };
        paint::frame(buffer, area, &title, &format!("{left}/{all}"), true, theme);
        if let Some(line) = self.tab_line(area.inner) {
            draw_tabs(buffer, line, self.facet(), theme);
        }
        let head = usize::from(head);
        let typed = self.narrowing.is_shown().then(|| {
            let line = paint::line(area.inner, head.saturating_sub(1));
            draw_input(buffer, line, &self.narrowing.input, theme)
        });
        if left == 0 {
            let why = if all == 0 { nothing(self.facet()) } else { NO_MATCH };
            paint::text_at(buffer, paint::line(area.inner, head), why, theme.quiet());
        }
        let list = measure.clickable.unwrap_or(area.inner);
        draw_values(buffer, list, self, self.rows.top(), self.rows.selected_row(), theme);
        let row = self.rows.selected_row().unwrap_or(0).saturating_sub(self.rows.top());
        let selected = paint::line(area.inner, row + head).as_position();
        Some(typed.filter(|_| self.narrowing.is_typing()).unwrap_or(selected))
    }
}

/// Draws the facets as a pane that has not the keyboard: the values from the first one on.
pub(super) fn draw_pane(buffer: &mut Buffer, pane: &PaneArea, panel: &FacetPanel, theme: Theme) {
    let (_, all) = panel.counts();
    paint::frame(buffer, pane, &format!("Facets: {}", panel.facet().name()), &all.to_string(), false, theme);
    if all == 0 {
        paint::text_at(buffer, pane.inner, nothing(panel.facet()), theme.quiet());
    }
    draw_values(buffer, pane.inner, panel, 0, None, theme);
}

/// Draws the values from a row on, each with its number and, where there is room, a bar.
fn draw_values(
    buffer: &mut Buffer,
    list: Rect,
    panel: &FacetPanel,
    top: usize,
    selected: Option<usize>,
    theme: Theme,
) {
    // One scale for all of them, so that lengths can be compared.
    let values = panel.rows.iter().filter_map(|row| match *row {
        FacetRow::Value(number) => panel.value(number).map(|value| value.count.count),
        FacetRow::Area(_) => None,
    });
    let most = values.max().unwrap_or(0);
    for (at, row) in panel.rows.all().iter().enumerate().skip(top).take(usize::from(list.height)) {
        let line = paint::line(list, at - top);
        match *row {
            FacetRow::Area(kind) => {
                paint::text_at(buffer, line, kind.map_or("as written", Area::name), theme.heading());
            }
            FacetRow::Value(number) => {
                let Some(value) = panel.value(number) else { continue };
                draw_value(buffer, line, (panel.facet(), value, most), selected == Some(at), theme);
            }
        }
    }
}

impl FacetPanel {
    /// The rows above the values: the tabs and, while there is one, the input. Where there is little room, the tabs
    /// give way to what is typed.
    fn head(&self, inner: Rect) -> u16 {
        let input = u16::from(self.narrowing.is_shown());
        if inner.height > 3 || input == 0 { 1 + input } else { input }
    }

    /// The row of the tabs; `None` where there is no room for it.
    fn tab_line(&self, inner: Rect) -> Option<Rect> {
        (self.head(inner) > u16::from(self.narrowing.is_shown())).then(|| paint::line(inner, 0))
    }
}

/// The tabs, each with its cells and its text. Where they do not fit, those around the one that is shown.
fn tabs(line: Rect, shown: Facet) -> Vec<(Rect, Facet, String)> {
    let at = Facet::ALL.iter().position(|&facet| facet == shown).unwrap_or_default();
    let label = |at: usize| {
        let name = Facet::ALL[at].name();
        if Facet::ALL[at] == shown { format!("[{name}]") } else { name.to_owned() }
    };
    let width = |from: usize, to: usize| -> usize {
        (from..=to).map(|at| text::width(&label(at)) + GAP.len()).sum::<usize>() - GAP.len()
    };
    let room = usize::from(line.width);
    let (mut from, mut to) = (at, at);
    loop {
        if to + 1 < Facet::ALL.len() && width(from, to + 1) <= room {
            to += 1;
        } else if from > 0 && width(from - 1, to) <= room {
            from -= 1;
        } else {
            break;
        }
    }
    let mut x = line.x;
    let tab = |at: usize| {
        let label = label(at);
        let width =
            u16::try_from(text::width(&label)).unwrap_or(u16::MAX).min(line.right().saturating_sub(x));
        let cells = Rect { x, width, ..line };
        x = x.saturating_add(width).saturating_add(2).min(line.right());
        (cells, Facet::ALL[at], label)
    };
    (from..=to).map(tab).collect()
}

/// Draws the tabs, the one that is shown in brackets.
fn draw_tabs(buffer: &mut Buffer, line: Rect, shown: Facet, theme: Theme) {
    for (cells, facet, label) in tabs(line, shown) {
        let style = if facet == shown { Style::new().bold() } else { theme.quiet() };
        paint::text_at(buffer, cells, &label, style);
    }
}

/// Draws a value: what is chosen of it, its name, how many proposals have it.
fn draw_value(
    buffer: &mut Buffer,
    line: Rect,
    (facet, value, most): (Facet, &Value, usize),
    selected: bool,
    theme: Theme,
) {
    let mark = match value.choice {
        Choice::Off => "  ",
        Choice::Included => "+ ",
        Choice::Excluded => "- ",
    };
    let base = if selected { theme.selected(true) } else { Style::new() };
    let base = if value.choice == Choice::Off { base } else { base.bold() };
    buffer.set_style(line.intersection(buffer.area), base);
    let x = paint::text_at(buffer, line, &format!("  {mark}"), base);
    if selected {
        paint::cursor(buffer, line, theme);
    }
    let room = Rect { x, width: line.right().saturating_sub(x), ..line };
    // The bar stands beside the number, and only they are seen at once: a name may take what they leave.
    let bar = if line.width >= BAR_ROOM { line.width / 3 } else { 0 };
    let numbers = Rect { width: room.width.saturating_sub(if bar > 0 { bar + 1 } else { 0 }), ..room };
    let count = format!(" {}", value.count.count);
    let left = paint::text_right(buffer, numbers, &count, theme.within(base, Role::Dim));
    let name = facet.shown(value.count.name());
    let name = safe(&name);
    paint::text_at(buffer, left, &text::cut(&name, usize::from(left.width)), base);
    if bar > 0 {
        let full = (value.count.count * usize::from(bar)).div_ceil(most.max(1));
        let place = Rect { x: numbers.right() + 1, width: bar, ..line };
        paint::text_at(buffer, place, &FULL.repeat(full), theme.within(base, Role::Bar));
    }
}

/// Why there are no values.
fn nothing(facet: Facet) -> &'static str {
    match facet {
        Facet::Skills => "None of these proposals names a skill.",
        Facet::Projects => "None of these proposals has a project.",
        Facet::Mentors => "None of these proposals names a mentor.",
        Facet::Terms => "No listing tells its term.",
        Facet::Difficulty => "No proposal says how hard it is.",
        Facet::Size => "No proposal says how large it is.",
    }
}

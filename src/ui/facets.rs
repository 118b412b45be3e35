//! The facets: tabs, an input, and values with their counts and marks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::overlay::{Measure, Overlay, Room, below_input, draw_input, input_rows};
use super::theme::Theme;
use super::{paint, text};
use crate::app::action::Action;
use crate::app::facets::{FacetPanel, FacetRow};
use crate::app::keymap::hint;
use crate::markdown::glyphs::MARKER;
use crate::model::safe;
use crate::search::edit::Choice;
use crate::search::facets::{Facet, Value};
use crate::search::skills::Area;

/// From so many columns on there is room for the choices and their marks in the title.
const ROOM: usize = 60;

/// The gap between two tabs.
const GAP: &str = "  ";

impl Overlay for FacetPanel {
    /// Beside the list, which shows at once what is chosen; over it where there is one pane.
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let area = room.layout.detail.or(room.layout.list)?;
        Some(Measure::rows_in(area, below_input(area.inner), self.rows.all().len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let theme = room.theme;
        let (area, head) = (&measure.area, input_rows(measure.area.inner));
        let (left, all) = self.counts();
        // Half a sentence explains nothing.
        let title = match usize::from(area.inner.width) {
            ..ROOM => "Filter by".to_owned(),
            _ => format!("Filter by ({}: + with, - without)", hint(Action::Enter)),
        };
        paint::frame(buffer, area, &title, &format!("{left}/{all}"), true, theme);
        // Where there is one row only, that is what is typed.
        let input = usize::from(head.saturating_sub(1));
        if input > 0 {
            draw_tabs(buffer, paint::line(area.inner, 0), self.facet(), theme);
        }
        let cursor = draw_input(buffer, paint::line(area.inner, input), &self.input, theme);
        let head = usize::from(head);
        if left == 0 {
            let why = if all == 0 { nothing(self.facet()) } else { "Nothing here holds that." };
            paint::text_at(buffer, paint::line(area.inner, head), why, theme.quiet());
        }
        let shown = usize::from(area.inner.height).saturating_sub(head);
        for (at, row) in self.rows.all().iter().enumerate().skip(self.rows.top()).take(shown) {
            let line = paint::line(area.inner, at - self.rows.top() + head);
            match *row {
                FacetRow::Area(kind) => {
                    paint::text_at(
                        buffer,
                        line,
                        kind.map_or("as written", Area::name),
                        theme.accented().bold(),
                    );
                }
                FacetRow::Value(number) => {
                    let Some(value) = self.value(number) else { continue };
                    draw_value(
                        buffer,
                        line,
                        (self.facet(), value),
                        self.rows.selected_row() == Some(at),
                        theme,
                    );
                }
            }
        }
        Some(cursor)
    }
}

/// The facets, the one that is shown in brackets. Where they do not fit, those around it.
fn draw_tabs(buffer: &mut Buffer, line: Rect, shown: Facet, theme: Theme) {
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
    for at in from..=to {
        let style = if Facet::ALL[at] == shown { Style::new().bold() } else { theme.quiet() };
        let rest = Rect { x, width: line.right().saturating_sub(x), ..line };
        x = paint::text_at(buffer, rest, &label(at), style).saturating_add(2);
    }
}

/// Draws a value: what is chosen of it, its name, how many proposals have it.
fn draw_value(
    buffer: &mut Buffer,
    line: Rect,
    (facet, value): (Facet, &Value),
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
    let marker = if selected { MARKER.as_str() } else { "  " };
    let x = paint::text_at(buffer, line, &format!("{marker}{mark}"), base);
    let room = Rect { x, width: line.right().saturating_sub(x), ..line };
    let left = paint::text_right(buffer, room, &format!(" {}", value.count.count), base.patch(theme.quiet()));
    let name = facet.shown(value.count.name());
    let name = safe(&name);
    paint::text_at(buffer, left, &text::cut(&name, usize::from(left.width)), base);
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

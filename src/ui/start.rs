//! The start page: a few words about the program, and the places below their headings.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::header::inset;
use super::list::scrolled;
use super::overlay::{Measure, NO_MATCH, Overlay, Room, clear, draw_typed};
use super::theme::{Role, Theme};
use super::{paint, text};
use crate::app::action::Action;
use crate::app::keymap::{Focus, hint_in};
use crate::app::start::{Place, StartPanel, StartRow};
use crate::model::safe;

/// The most columns that the places take; on a wider screen they stand in the middle.
const MOST: u16 = 100;
/// From so many columns on there is room for what a place is, and for where its text is.
const ABOUT: u16 = 78;
const STATE: u16 = 34;
/// From so many rows on there is room for words about the program.
const WORDS: u16 = 12;
/// Columns of the cursor and the gap after it.
const MARK: u16 = 3;

const TYPE_HERE: &str = "filter places, or type a path or an address";
const PROMISE: &str = "Nothing is fetched until you choose a listing";

impl Overlay for StartPanel {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let area = room.between();
        let head = self.head(area.inner).len() + usize::from(self.narrowing.is_shown());
        let head = u16::try_from(head).unwrap_or(u16::MAX).min(area.inner.height);
        let list = middle(area.inner);
        let list = Rect { y: list.y + head, height: list.height - head, ..list };
        Some(Measure::rows_in(area, list, self.rows.all().len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let theme = room.theme;
        let Measure { area, rows, .. } = measure;
        draw_header(buffer, Rect { height: 1, ..room.screen }, theme);
        let note = match self.rows.len() {
            0 => String::new(),
            all => format!("{} of {all}", self.rows.position() + 1),
        };
        let more = scrolled(self.rows.top(), self.rows.all().len(), *rows);
        let note = if more.is_empty() { note } else { format!("{note}  {more}") };
        paint::frame(buffer, area, "Where to look", &note, true, theme);
        let column = middle(area.inner);
        let words = self.head(area.inner);
        for (at, line) in words.iter().enumerate() {
            let style = if at == 0 { theme.quiet() } else { self.words_style(at, theme) };
            let line_area = paint::line(
                Rect {
                    x: column.x + MARK.min(column.width),
                    width: column.width.saturating_sub(MARK),
                    ..column
                },
                at,
            );
            paint::text_at(buffer, line_area, &text::cut(line, usize::from(line_area.width)), style);
        }
        let typed = self.narrowing.is_shown().then(|| {
            let line = paint::line(column, words.len());
            draw_typed(buffer, line, (&self.narrowing.input, TYPE_HERE), theme)
        });
        let list = measure.clickable.unwrap_or(area.inner);
        if self.rows.all().is_empty() {
            paint::text_at(buffer, list, NO_MATCH, theme.quiet());
        }
        let top = self.rows.top();
        let mut cursor = None;
        for (at, row) in self.rows.all().iter().enumerate().skip(top).take(*rows) {
            let line = paint::line(list, at - top);
            let is_selected = self.rows.selected_row() == Some(at);
            if is_selected {
                cursor = Some(line.as_position());
            }
            match *row {
                StartRow::Blank => {}
                StartRow::Heading(group) => draw_heading(buffer, line, group.title(), theme),
                StartRow::Typed => draw_row(
                    buffer,
                    line,
                    (&format!("Open {}", self.typed_path()), "", ""),
                    is_selected,
                    theme,
                ),
                StartRow::Place(number) => {
                    let Some(Place { name, about, state, .. }) = self.place(number) else { continue };
                    draw_row(buffer, line, (name, about, state), is_selected, theme);
                }
            }
        }
        typed.filter(|_| self.narrowing.is_typing()).or(cursor)
    }
}

impl StartPanel {
    /// The lines above the places: words about the program, as long as nothing was opened, and a blank line.
    fn head(&self, inner: Rect) -> Vec<String> {
        if inner.height < WORDS {
            return Vec::new();
        }
        let key = |action| hint_in(Focus::Start, action);
        let mut lines = vec![String::new(), "Find a mentorship and apply in time.".to_owned()];
        if self.is_first() {
            lines.push(
                "Choose a place, filter its proposals, read, and compare. It all stays on this computer."
                    .to_owned(),
            );
            lines.push(format!(
                "{} open   {} filter   {} help   {} quit",
                key(Action::Enter),
                key(Action::Narrow),
                key(Action::ShowHelp),
                key(Action::Quit)
            ));
        }
        lines.push(String::new());
        lines
    }

    fn words_style(&self, line: usize, theme: Theme) -> Style {
        if line == 1 && self.is_first() { theme.heading() } else { theme.quiet() }
    }
}

/// The columns of the places: all, or those in the middle of a wide screen.
fn middle(inner: Rect) -> Rect {
    let width = inner.width.min(MOST);
    Rect { x: inner.x + (inner.width - width) / 2, width, ..inner }
}

fn draw_header(buffer: &mut Buffer, line: Rect, theme: Theme) {
    clear(buffer, line, theme);
    let line = inset(line);
    let x = paint::text_at(buffer, line, "mentor-tui", theme.heading());
    let rest = Rect { x, width: line.right().saturating_sub(x), ..line };
    if text::width(PROMISE) + 2 <= usize::from(rest.width) {
        paint::text_right(buffer, rest, PROMISE, theme.quiet());
    }
}

fn draw_heading(buffer: &mut Buffer, line: Rect, title: &str, theme: Theme) {
    let x = paint::text_at(buffer, line, &format!(" {title} "), theme.heading());
    let rest = Rect { x, width: line.right().saturating_sub(x), ..line };
    paint::across(buffer, rest, theme.style(Role::Rule));
}

/// Draws a place: its name, its kind and, at the right end, where its text is. These give way from the middle.
fn draw_row(
    buffer: &mut Buffer,
    line: Rect,
    (name, about, state): (&str, &str, &str),
    is_selected: bool,
    theme: Theme,
) {
    let base = if is_selected { theme.selected(true) } else { Style::new() };
    buffer.set_style(line.intersection(buffer.area), base);
    if is_selected {
        paint::cursor(buffer, line, theme);
    }
    let dim = theme.within(base, Role::Dim);
    let mut room = Rect { x: line.x + MARK.min(line.width), width: line.width.saturating_sub(MARK), ..line };
    if line.width >= STATE {
        room = paint::text_right(buffer, room, &format!("  {}", safe(state)), dim);
    }
    let cells = usize::from(room.width);
    let has_about = line.width >= ABOUT;
    // Of the line, not of what the state leaves, so that they stand in columns.
    let name_cells = if has_about { usize::from(line.width / 3).min(cells) } else { cells };
    paint::text_at(buffer, room, &text::cut(&safe(name), name_cells), base);
    if has_about {
        let used = u16::try_from(name_cells + 2).unwrap_or(u16::MAX).min(room.width);
        let room = Rect { x: room.x + used, width: room.width - used, ..room };
        paint::text_at(buffer, room, &text::cut(&safe(about), usize::from(room.width)), dim);
    }
}

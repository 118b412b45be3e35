//! The bar: the filter and what each of its words leaves, or the search in the text.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::header::inset;
use super::theme::Theme;
use super::{header, paint, text};
use crate::app::input::Input;
use crate::app::{App, Pane, keymap::Focus};
use crate::markdown::plain::safe;
use crate::search::Class;

/// Draws the bar; gives the place of the hardware cursor while it is typed into.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: Theme) -> Option<Position> {
    let area = inset(area);
    let focus = app.focus();
    let finding = focus == Focus::Find || (app.pane() == Pane::Detail && app.detail().find.is_some());
    if let Some(find) = app.detail().find.as_ref().filter(|_| finding) {
        let note = find_note(app, find.current);
        return draw_input(buffer, area, "search ", &find.input, &note, focus == Focus::Find, theme);
    }
    let typing = focus == Focus::Filter;
    if !typing && !app.filter().is_active() {
        let hint = if app.pane() == Pane::List { "/ to filter" } else { "/ to search in the text" };
        let x = paint::text_at(buffer, area, hint, theme.quiet());
        if area.width + 2 < header::HINT_COLUMNS && header::is_sample(app) {
            let rest = Rect { x, width: area.right().saturating_sub(x), ..area };
            paint::text_at(buffer, rest, " · yours: mentor-tui FILE", theme.quiet());
        }
        return None;
    }
    draw_input(buffer, area, "/ ", &app.filter().input, &filter_note(app), typing, theme)
}

/// What is typed, the note at its right, the cursor in it.
fn draw_input(
    buffer: &mut Buffer,
    area: Rect,
    prompt: &str,
    input: &Input,
    note: &str,
    typing: bool,
    theme: Theme,
) -> Option<Position> {
    let prompt_style = if typing { Style::new().bold() } else { theme.quiet() };
    let x = paint::text_at(buffer, area, prompt, prompt_style);
    let area = Rect { x, width: area.right().saturating_sub(x), ..area };
    // The note gives way to the text.
    let room = usize::from(area.width);
    let fits = text::width(input.text()) + text::width(note) + 3 <= room;
    let area = if fits { paint::text_right(buffer, area, note, theme.quiet()) } else { area };
    let room = usize::from(area.width.saturating_sub(1));
    let before = text::width(input.before_cursor());
    let shown = text::skip(input.text(), before.saturating_sub(room));
    paint::text_at(buffer, area, &safe(shown), Style::new());
    let column = u16::try_from(before.min(room)).unwrap_or(0);
    typing.then(|| Position::new((area.x + column).min(area.right().saturating_sub(1)), area.y))
}

/// `go 36 → -meshery 33 → react 6`: what each clause leaves of what those before it left, and what
/// was not understood.
fn filter_note(app: &App) -> String {
    let filter = app.filter();
    let counts = filter.answer().clauses.iter().map(|clause| {
        let (about, place) = match clause.class {
            Some(Class::Fuzzy) => ("~", ""),
            Some(Class::Prose) => ("", " in the text"),
            _ => ("", ""),
        };
        let typed = filter.clause_text(clause);
        let about = if typed.starts_with('~') { "" } else { about };
        format!("{about}{} {}{place}", safe(typed), clause.together)
    });
    let counts = counts.collect::<Vec<_>>().join(" → ");
    let notes = filter.query().notes().iter().map(|note| safe(&note.to_string()).into_owned());
    notes.chain((!counts.is_empty()).then_some(counts)).collect::<Vec<_>>().join(" · ")
}

fn find_note(app: &App, current: usize) -> String {
    match app.viewport().matches.len() {
        _ if app.detail().needle().is_empty() => String::new(),
        0 => "not found".to_owned(),
        count => format!("{}/{count}", current.min(count - 1) + 1),
    }
}

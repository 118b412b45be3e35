//! The list pane: proposals by project, or best first, the selected one marked.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::areas::PaneArea;
use super::theme::Theme;
use super::{paint, prose, text};
use crate::app::list::ListRow;
use crate::app::{App, keymap::Focus};
use crate::markdown::plain::safe;
use crate::model::Proposal;
use crate::search::Highlighter;

/// The mark of the selected row, and its room on the others.
const MARKER: &str = "▌ ";
const NO_MARKER: &str = "  ";
/// What stands above the proposals of no project.
const NO_PROJECT: &str = "No project";

/// Draws the list; gives the place of the hardware cursor, which stands on the selected row.
pub(super) fn draw(
    buffer: &mut Buffer,
    pane: &PaneArea,
    app: &App,
    why_empty: &str,
    theme: Theme,
    highlighter: &mut Highlighter,
) -> Option<Position> {
    let list = app.list();
    let focused = matches!(app.focus(), Focus::List | Focus::Filter);
    let title = if app.filter().is_active() {
        format!("Proposals {}/{}", list.len(), app.catalog().len())
    } else {
        format!("Proposals {}", list.len())
    };
    paint::frame(buffer, pane, &title, &position_note(app), focused, theme);
    if list.is_empty() {
        draw_empty(buffer, pane.inner, app, why_empty, theme);
        return None;
    }
    let selected = list.selected_row();
    let mut cursor = None;
    for (line, (number, row)) in list.rows().iter().enumerate().skip(list.top()).enumerate() {
        let area = paint::line(pane.inner, line);
        if area.is_empty() {
            break;
        }
        match *row {
            ListRow::Project { first, count } => draw_project(buffer, area, app, first, count, theme),
            ListRow::Proposal(index) => {
                let Some(entry) = app.catalog().get(index) else { continue };
                let is_selected = selected == Some(number);
                if is_selected {
                    cursor = Some(area.as_position());
                }
                let flat = app.filter().is_active();
                let look = Look { is_selected, focused, flat, theme };
                let title = safe(&entry.proposal.title);
                let marks = highlighter.ranges(app.filter().query(), &title, app.filter().is_fuzzy());
                draw_proposal(buffer, area, entry.proposal, (&title, &marks), look);
            }
        }
    }
    cursor
}

/// How a row of the list looks.
#[derive(Clone, Copy)]
struct Look {
    is_selected: bool,
    focused: bool,
    /// Not grouped: the row carries its project.
    flat: bool,
    theme: Theme,
}

/// How far down the list the selection is, where not all of it is in view.
fn position_note(app: &App) -> String {
    let (list, rows) = (app.list(), app.viewport().list_rows);
    if list.rows().len() <= rows {
        return String::new();
    }
    format!("{}%", percent(list.position(), list.len().saturating_sub(1)))
}

/// How far `at` is on the way to `last`, in percent.
pub(super) fn percent(at: usize, last: usize) -> usize {
    (at.min(last) * 100).checked_div(last).unwrap_or(100)
}

fn draw_project(buffer: &mut Buffer, area: Rect, app: &App, first: usize, count: usize, theme: Theme) {
    let project = app.catalog().get(first).and_then(|entry| entry.proposal.project.as_deref());
    let left = paint::text_right(buffer, area, &format!(" {count}"), theme.quiet());
    let name = safe(project.unwrap_or(NO_PROJECT));
    paint::text_at(buffer, left, &text::cut(&name, usize::from(left.width)), theme.accented().bold());
}

/// Draws a proposal by its title, which is safe, with what the filter found in it.
fn draw_proposal(
    buffer: &mut Buffer,
    area: Rect,
    proposal: &Proposal,
    (title, marks): (&str, &[Range<usize>]),
    look: Look,
) {
    let Look { is_selected, focused, flat, theme } = look;
    let base = if is_selected { theme.selected(focused) } else { Style::new() };
    if is_selected {
        buffer.set_style(area, base);
    }
    let x = paint::text_at(buffer, area, if is_selected { MARKER } else { NO_MARKER }, base);
    let mut room = Rect { x, width: area.right() - x, ..area };
    if flat {
        room = draw_row_project(buffer, room, proposal, base.patch(theme.quiet()));
    }
    let cells = usize::from(room.width);
    let whole = text::width(title) <= cells;
    let shown = text::cut(title, cells);
    let kept = if whole { title.len() } else { shown.len().saturating_sub('…'.len_utf8()) };
    let mut at = 0;
    let mut x = room.x;
    let mut piece = |range: Range<usize>, style: Style| {
        x = paint::text_at(buffer, Rect { x, width: room.right() - x, ..room }, &title[range], style);
    };
    for mark in marks {
        let mark = whole_letters(title, mark);
        let mark = mark.start.clamp(at, kept.max(at))..mark.end.clamp(at, kept.max(at));
        piece(at..mark.start, base);
        piece(mark.clone(), base.patch(theme.hit()));
        at = mark.end;
    }
    piece(at..kept, base);
    if !whole {
        paint::text_at(buffer, Rect { x, width: room.right() - x, ..room }, "…", base);
    }
}

/// A range of bytes widened to whole letters: an accent is drawn with its letter or not at all.
fn whole_letters(title: &str, range: &Range<usize>) -> Range<usize> {
    let letters = || text::graphemes(title).map(|(start, letter)| start..start + letter.len());
    let touched = |letter: &Range<usize>| letter.end > range.start && letter.start < range.end;
    let first = letters().find(touched).map_or(range.start, |letter| letter.start);
    let end = letters().filter(touched).last().map_or(range.end, |letter| letter.end);
    first..end
}

/// Draws the project at the right of a row, where it leaves most of the row to the title.
fn draw_row_project(buffer: &mut Buffer, room: Rect, proposal: &Proposal, style: Style) -> Rect {
    let Some(project) = proposal.project.as_deref().filter(|_| room.width >= 24) else { return room };
    let project = safe(project);
    let cut = text::cut(&project, usize::from(room.width / 3));
    paint::text_right(buffer, room, &format!("  {cut}"), style)
}

/// Says why the list is empty.
fn draw_empty(buffer: &mut Buffer, area: Rect, app: &App, why_empty: &str, theme: Theme) {
    let mut lines = Vec::new();
    if app.filter().is_active() {
        let words = &app.filter().answer().words;
        lines.push("No proposal fits.".to_owned());
        if let Some(word) = words.iter().find(|word| word.alone == 0) {
            lines.push(format!("No title, project, skill or mentor holds “{}”.", safe(&word.word)));
        } else {
            lines.push("Each word is found, but not all of them in one proposal:".to_owned());
            let counts = words.iter().map(|word| format!("{} {}", safe(&word.word), word.alone));
            lines.push(counts.collect::<Vec<_>>().join(" · "));
        }
        lines.push("Esc clears the filter.".to_owned());
    } else {
        lines.push("Nothing to browse here.".to_owned());
        lines.push(format!("There are {}.", safe(why_empty)));
        lines.push("r reads the file again, q quits.".to_owned());
    }
    let wrapped = lines.iter().flat_map(|line| prose::wrap_sentence(line, usize::from(area.width)));
    for (at, line) in wrapped.enumerate() {
        let style = if at == 0 { Style::new().bold() } else { theme.quiet() };
        paint::text_at(buffer, paint::line(area, at), &line, style);
    }
}

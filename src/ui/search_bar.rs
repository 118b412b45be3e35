//! The bar: the filter and what each of its words leaves, or the search in the text.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::header::inset;
use super::theme::{Role, Theme};
use super::{header, paint, text};
use crate::app::action::Action;
use crate::app::filter::Filter;
use crate::app::hints::Hints;
use crate::app::input::Input;
use crate::app::keymap::hint;
use crate::app::{App, Layer, Pane, keymap::Focus};
use crate::markdown::glyphs::{self, CUT, DOT, ELLIPSIS, TO};
use crate::model::safe;
use crate::search::{Class, ClauseCount};

/// The cells between the text and the note.
const GAP: u16 = 2;

/// Draws the bar. Returns the place of the cursor while it is typed into.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: Theme) -> Option<Position> {
    let area = inset(area);
    let focus = app.focus();
    let finding = focus == Focus::Find || (app.pane() == Pane::Detail && app.detail().find.is_some());
    if let Some(find) = app.detail().find.as_ref().filter(|_| finding) {
        let note = find_note(app, find.current);
        return draw_input(buffer, area, "search ", &find.input, &note, focus == Focus::Find, theme);
    }
    if let Some(Layer::Hints(hints)) = app.layer() {
        return Some(draw_hints(buffer, area, hints, theme));
    }
    let typing = focus == Focus::Filter;
    if !typing && !app.filter().is_active() {
        let hint = match app.pane() {
            Pane::List => format!("{} to filter", hint(Action::Filter)),
            Pane::Detail => format!("{} to search in the text", hint(Action::Find)),
        };
        let x = paint::text_at(buffer, area, &hint, theme.quiet());
        if area.width + 2 < header::HINT_COLUMNS && header::is_sample(app) {
            let rest = Rect { x, width: area.right().saturating_sub(x), ..area };
            paint::text_at(buffer, rest, &format!("{DOT}yours: mentor-tui FILE"), theme.quiet());
        }
        return None;
    }
    draw_input(buffer, area, "/ ", &app.filter().input, &filter_notes(app), typing, theme)
}

/// Draws the letters typed of a hint.
fn draw_hints(buffer: &mut Buffer, area: Rect, hints: &Hints, theme: Theme) -> Position {
    let x = paint::text_at(buffer, area, "follow ", Style::new().bold());
    let rest = |x: u16| Rect { x, width: area.right().saturating_sub(x), ..area };
    let x = paint::text_at(buffer, rest(x), hints.typed(), Style::new());
    if hints.typed().is_empty() {
        paint::text_at(buffer, rest(x), "type the letters beside a link", theme.quiet());
    }
    Position::new(x.min(area.right().saturating_sub(1)), area.y)
}

/// Draws an input and the note at its right. Returns the place of the cursor.
fn draw_input(
    buffer: &mut Buffer,
    area: Rect,
    prompt: &str,
    input: &Input,
    notes: &[String],
    typing: bool,
    theme: Theme,
) -> Option<Position> {
    let prompt_style = if typing { theme.style(Role::Accent) } else { theme.quiet() };
    let x = paint::text_at(buffer, area, prompt, prompt_style);
    let area = Rect { x, width: area.right().saturating_sub(x), ..area };
    let note = fitting(notes, text::width(input.text()), usize::from(area.width));
    let area = paint::text_right(buffer, area, &note, theme.quiet());
    let room = usize::from(area.width.saturating_sub(1 + if note.is_empty() { 0 } else { GAP }));
    let before = text::width(input.before_cursor());
    let shown = text::skip(input.text(), before.saturating_sub(room));
    let width = u16::try_from(room).unwrap_or(u16::MAX).saturating_add(1);
    paint::text_at(buffer, Rect { width: area.width.min(width), ..area }, &safe(shown), Style::new());
    let column = u16::try_from(before.min(room)).unwrap_or(0);
    typing.then(|| Position::new((area.x + column).min(area.right().saturating_sub(1)), area.y))
}

/// The first note that leaves room for all of the text. The last is what must be seen: the text gives
/// half of the bar to it, and it is cut where that is too little.
fn fitting(notes: &[String], text: usize, room: usize) -> Cow<'_, str> {
    let room = room.saturating_sub(usize::from(GAP) + 1);
    let whole = notes.iter().find(|note| text::width(note) + text <= room);
    let last = || notes.last().map_or(Cow::Borrowed(""), |last| text::cut(last, room - text.min(room / 2)));
    whole.map_or_else(last, |note| Cow::Borrowed(note))
}

/// Notes about the filter, the longest first: what was not understood and what each
/// clause leaves of what those before it left (`go 36 → -meshery 33 → react 6`), and then less and
/// less of it; every note names what was not understood.
fn filter_notes(app: &App) -> Vec<String> {
    let filter = app.filter();
    let counts: Vec<String> =
        filter.answer().clauses.iter().map(|clause| clause_note(filter, clause)).collect();
    let last = counts.last().filter(|_| counts.len() > 1).map(|last| format!("{ELLIPSIS}{TO}{last}"));
    let counts = [counts.join(TO.as_str()), last.unwrap_or_default(), String::new()];
    let query = filter.query().notes();
    let long: Vec<String> =
        query.iter().map(|note| safe(&glyphs::sentence(&note.to_string())).into_owned()).collect();
    let short: Vec<String> =
        query.iter().map(|note| safe(&glyphs::sentence(&format!("{note:#}"))).into_owned()).collect();
    let misread = [long.join(DOT.as_str()), short.join(DOT.as_str())];
    let both = |counts: &String, misread: &String| {
        let gap = if counts.is_empty() || misread.is_empty() { "" } else { DOT.as_str() };
        format!("{misread}{gap}{counts}")
    };
    counts.iter().flat_map(|counts| misread.iter().map(move |misread| both(counts, misread))).collect()
}

/// `go 36`, and how a word was understood that was not found as written.
fn clause_note(filter: &Filter, clause: &ClauseCount) -> String {
    let typed = safe(filter.clause_text(clause));
    let count = clause.together;
    if !clause.meant.is_empty() {
        let names: Vec<_> = clause.meant.iter().map(|skill| skill.name()).collect();
        return format!("{typed} ({}?) {count}", names.join(", "));
    }
    match clause.class {
        Some(Class::Fuzzy) if !typed.starts_with('~') => format!("~{typed} {count}"),
        Some(Class::Prefix) if typed.chars().nth(1).is_none() => format!("{typed}{CUT} {count}"),
        Some(Class::Prose) if !typed.starts_with("text:") => format!("{typed} {count} in the text"),
        Some(Class::Token) if clause.unasked.iter().any(|unasked| unasked.class.is_some()) => {
            format!("{typed} {count} as a word")
        }
        _ => format!("{typed} {count}"),
    }
}

fn find_note(app: &App, current: usize) -> Vec<String> {
    vec![match app.viewport().matches.len() {
        _ if app.detail().needle().is_empty() => String::new(),
        0 => "not found".to_owned(),
        count => format!("{}/{count}", current.min(count - 1) + 1),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_understood_is_said_to_the_last() {
        let notes = ["misread · counts".to_owned(), "misread".to_owned(), "mis?".to_owned()];
        let shown = |text| fitting(&notes, text, 24);
        assert_eq!(shown(5), "misread · counts");
        assert_eq!(shown(6), "misread");
        assert_eq!(shown(15), "mis?");
        assert_eq!(shown(99), "mis?", "the text is not seen whole in any case");
        assert_eq!(fitting(&notes, 99, 8), "mi…");
        assert_eq!(fitting(&notes, 3, 2), "", "too narrow for anything");
    }
}

//! The shortlist as a table, and below it the selected entry: its note, its checklist, what became of it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::list::scrolled;
use super::overlay::{Measure, NO_MATCH, Overlay, Room, draw_input};
use super::theme::{Role, Theme};
use super::{paint, prose, text};
use crate::app::App;
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::shortlist_panel::{ShortlistItem, ShortlistPanel};
use crate::markdown::glyphs::{self, DOT, STAR};
use crate::model::{ApplicationStatus, safe};

/// The cursor and the sign of what was chosen, with the gap before the title.
const LEAD: usize = 3;
/// The longest status and the gap before it.
const STATUS: usize = 13;
/// From so many columns on the project has one.
const PROJECT_ROOM: usize = 70;
/// From so many columns on the note has one.
const NOTE_ROOM: usize = 96;
const GAP: usize = 2;
/// The least width of two columns below the table.
const TWO_COLUMNS: u16 = 80;

/// Where the parts of the panel lie.
#[derive(Debug, Clone, Copy)]
struct Parts {
    input: Option<Rect>,
    head: Rect,
    list: Rect,
    below: Rect,
}

impl Parts {
    fn of(inner: Rect, panel: &ShortlistPanel) -> Self {
        let has_input = panel.narrowing.is_shown();
        let top = u16::from(has_input).min(inner.height);
        let head = u16::from(inner.height > top + 3);
        let rest = inner.height - top - head;
        let below = match rest {
            24.. => 11,
            16..24 => 8,
            9..16 => 4,
            _ => 0,
        };
        let y = inner.y + top;
        Self {
            input: has_input.then_some(Rect { height: top, ..inner }),
            head: Rect { y, height: head, ..inner },
            list: Rect { y: y + head, height: rest - below, ..inner },
            below: Rect { y: inner.bottom() - below, height: below, ..inner },
        }
    }
}

/// The widths of the columns; 0 of one that is left out.
#[derive(Debug, Clone, Copy)]
struct TableColumns {
    title: usize,
    project: usize,
    note: usize,
}

impl TableColumns {
    fn of(width: usize) -> Self {
        let room = width.saturating_sub(LEAD + STATUS);
        let project = if width >= PROJECT_ROOM { room / 4 } else { 0 };
        let note = if width >= NOTE_ROOM { room / 4 } else { 0 };
        let gaps = [project, note].iter().filter(|column| **column > 0).count() * GAP;
        Self { title: room.saturating_sub(project + note + gaps), project, note }
    }
}

impl Overlay for ShortlistPanel {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let area = room.between();
        Some(Measure::rows_in(area, Parts::of(area.inner, self).list, self.rows.all().len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let (theme, area) = (room.theme, &measure.area);
        let parts = Parts::of(area.inner, self);
        let note = match scrolled(self.rows.top(), self.rows.all().len(), measure.rows) {
            at if at.is_empty() && !self.rows.is_empty() => {
                format!("{} of {}", self.rows.position() + 1, self.rows.len())
            }
            at => at,
        };
        paint::frame(buffer, area, &title(room.app, self, usize::from(area.inner.width)), &note, true, theme);
        let typed = parts.input.map(|line| draw_input(buffer, line, &self.narrowing.input, theme));
        let columns = TableColumns::of(usize::from(area.inner.width));
        if self.total() > 0 {
            draw_cells(
                buffer,
                parts.head,
                [" ", "Title", "Project", "Status", "Note"],
                columns,
                theme.quiet(),
            );
        }
        let mut cursor = None;
        for (at, (number, row)) in
            self.rows.all().iter().enumerate().skip(self.rows.top()).take(measure.rows).enumerate()
        {
            let line = paint::line(parts.list, at);
            let is_selected = self.rows.selected_row() == Some(number);
            if is_selected {
                cursor = Some(line.as_position());
            }
            if let Some(item) = self.item(*row) {
                draw_item(buffer, line, item, columns, is_selected, theme);
            }
        }
        if self.rows.is_empty() {
            let star = hint(Action::ToggleStar);
            let empty = format!("Nothing on the shortlist yet. In the list, {star} puts a proposal here.");
            let said = if self.total() == 0 { empty } else { NO_MATCH.to_owned() };
            draw_lines(
                buffer,
                parts.list,
                &prose::wrap_sentence(&said, area.inner.width.into()),
                theme.quiet(),
            );
        }
        if let Some(item) = self.selected_item() {
            draw_entry(buffer, parts.below, item, theme);
        }
        typed.filter(|_| self.narrowing.is_typing()).or(cursor).or(Some(parts.list.as_position()))
    }
}

/// `Shortlist 7 · LFX 2026 Sep–Nov 2/3`, as much of it as fits.
fn title(app: &App, panel: &ShortlistPanel, width: usize) -> String {
    let mut title = format!("Shortlist {}", panel.total());
    let mut terms: Vec<&str> = Vec::new();
    for item in panel.items() {
        let (Some(term), Some((used, most))) =
            (item.entry.record.term.as_deref(), app.shelf().slots(&item.entry))
        else {
            continue;
        };
        let words = format!("{DOT}{} {used}/{most}", safe(&glyphs::sentence(term)));
        if !terms.contains(&term) && text::width(&title) + text::width(&words) + 4 <= width {
            terms.push(term);
            title += &words;
        }
    }
    title
}

/// Draws the cells of a row: sign, title, project, status, note.
fn draw_cells(buffer: &mut Buffer, line: Rect, cells: [&str; 5], columns: TableColumns, style: Style) {
    let [sign, title, project, status, note] = cells;
    let mut words =
        format!(" {} {}", text::pad(sign, 1), text::pad(&text::cut(title, columns.title), columns.title));
    let mut add = |cell: &str, width: usize| {
        if width > 0 {
            words += &" ".repeat(GAP);
            words += &text::pad(&text::cut(cell, width), width);
        }
    };
    add(project, columns.project);
    add(status, STATUS - GAP);
    add(note, columns.note);
    paint::text_at(buffer, line, &words, style);
}

fn draw_item(
    buffer: &mut Buffer,
    line: Rect,
    item: &ShortlistItem,
    columns: TableColumns,
    is_selected: bool,
    theme: Theme,
) {
    let entry = &item.entry;
    let base = if is_selected { theme.selected(true) } else { Style::new() };
    buffer.set_style(line.intersection(buffer.area), base);
    let style = if entry.status.is_ended() { theme.within(base, Role::Dim) } else { base };
    let project = entry.record.project.as_deref().unwrap_or_default();
    let told = item.whereabouts.sentence(entry);
    // A new title or a loss is news; the note is known.
    let aside = told.as_deref().unwrap_or_else(|| entry.first_line());
    let sign = if item.is_chosen { STAR.as_str() } else { " " };
    let cells = [sign, &*safe(&entry.record.title), &*safe(project), entry.status.name(), &*safe(aside)];
    draw_cells(buffer, line, cells, columns, style);
    let x = LEAD + columns.title + GAP + if columns.project > 0 { columns.project + GAP } else { 0 };
    let x = u16::try_from(x).unwrap_or(u16::MAX);
    let place = Rect { x: line.x.saturating_add(x), width: line.width.saturating_sub(x), ..line };
    let role = match entry.status {
        ApplicationStatus::Applied => Some(Role::Info),
        ApplicationStatus::Accepted => Some(Role::Success),
        _ => None,
    };
    if let Some(role) = role {
        paint::text_at(buffer, place, entry.status.name(), theme.within(base, role));
    }
    if is_selected {
        paint::cursor(buffer, line, theme);
    }
}

/// Draws the selected entry below a line: note and checklist, beside each other where there is room.
fn draw_entry(buffer: &mut Buffer, area: Rect, item: &ShortlistItem, theme: Theme) {
    if area.is_empty() {
        return;
    }
    paint::across(buffer, paint::line(area, 0), theme.style(Role::Rule));
    let area = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let entry = &item.entry;
    let record = &entry.record;
    let mut left = Vec::new();
    let mut facts: Vec<String> = record.project.iter().chain(&record.term).cloned().collect();
    facts.extend(item.whereabouts.sentence(entry));
    left.push((facts.join(DOT.as_str()), true));
    if entry.note.is_empty() {
        let key = hint(Action::WriteNote);
        left.push((format!("No note yet. {key} writes one."), true));
    }
    left.extend(entry.note.lines().map(|line| (line.to_owned(), false)));
    left.extend(record.upstream.iter().chain(&record.apply).map(|url| (url.clone(), true)));
    let mut right = vec![(format!("To do, {} of {} done", entry.done(), entry.tasks.len()), true)];
    right.extend(entry.tasks.iter().map(|task| {
        let sign = if task.is_done { glyphs::DONE } else { glyphs::OPEN };
        (format!("{sign}{}", task.text), false)
    }));
    if area.width >= TWO_COLUMNS {
        let half = area.width / 2;
        draw_column(buffer, Rect { width: half - 2, ..area }, &left, theme);
        draw_column(buffer, Rect { x: area.x + half, width: area.width - half, ..area }, &right, theme);
    } else {
        left.extend(right);
        draw_column(buffer, area, &left, theme);
    }
}

/// Draws lines, each wrapped; the second says whether one is quiet.
fn draw_column(buffer: &mut Buffer, area: Rect, lines: &[(String, bool)], theme: Theme) {
    let mut at = 0;
    for (line, is_quiet) in lines {
        let style = if *is_quiet { theme.quiet() } else { Style::new() };
        let line = safe(&glyphs::sentence(line)).into_owned();
        for row in prose::wrap_sentence(&line, usize::from(area.width.saturating_sub(1))) {
            if at >= usize::from(area.height) {
                return;
            }
            let place = paint::line(area, at);
            let place = Rect { x: place.x + 1, width: place.width.saturating_sub(1), ..place };
            paint::text_at(buffer, place, &row, style);
            at += 1;
        }
    }
}

fn draw_lines(buffer: &mut Buffer, area: Rect, lines: &[String], style: Style) {
    for (at, line) in lines.iter().enumerate() {
        paint::text_at(buffer, paint::line(area, at), line, style);
    }
}

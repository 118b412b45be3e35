//! The list pane: proposals by project, or best first, the selected one marked.
//!
//! ```text
//! ▌● A title                          ★    cursor, sign, title, mark: each in a column of its own,
//! ▌  project · skills · size   ✓ 2/2       so that nothing moves when one of them is set
//! ```
//!
//! Where proposals stand under headings, that of the first row in view stays at the top.

mod empty;
mod row;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::PaneArea;
use super::paint::{Titles, frame_with};
use super::theme::{Role, Theme};
use super::{paint, text};
use crate::app::cursor;
use crate::app::list::ListRow;
use crate::app::rows::SelectRow;
use crate::app::{App, keymap::Focus};
use crate::markdown::glyphs::{self, DOT, RULE, STAR};
use crate::model::safe;
use crate::search::sort::{Grouping, Sort};

pub(super) use row::{Kept, RowTexts};

/// The heading above proposals without a project.
const NO_PROJECT: &str = "No project";
/// The heading above proposals of listings without a term.
const NO_TERM: &str = "No term";
/// In a list with fewer lines than this no heading stays at the top.
const LEAST: u16 = 4;

/// Where the rows of a list stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListArea {
    /// The line of the heading that stays, where there is one.
    heading: Option<Rect>,
    /// The lines of the rows.
    pub(super) body: Rect,
    /// How many rows in view stand above the body: the one in the line of the heading.
    pub(super) above: usize,
}

impl ListArea {
    /// The places in a pane.
    pub(super) fn of(inner: Rect, app: &App) -> Self {
        let rows = &app.list().rows;
        let is_grouped = rows.all().first().is_some_and(SelectRow::is_heading);
        if !is_grouped || inner.height < LEAST {
            return Self { heading: None, body: inner, above: 0 };
        }
        let above = usize::from(rows.all().get(rows.top()).is_some_and(SelectRow::is_heading));
        let body = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        Self { heading: Some(Rect { height: 1, ..inner }), body, above }
    }
}

/// Draws the list. Returns the place of the hardware cursor: the selected row.
pub(super) fn draw(
    buffer: &mut Buffer,
    pane: &PaneArea,
    app: &App,
    why_empty: &str,
    theme: Theme,
    kept: &mut Kept<'_>,
) -> Option<Position> {
    let list = app.list();
    let focused = matches!(app.focus(), Focus::List | Focus::Filter);
    let (title, order, note) = (title(app), order(app), position_note(app));
    frame_with(buffer, pane, Titles { title: &title, aside: &order, note: &note }, focused, theme);
    if list.is_empty() {
        empty::draw(buffer, pane.inner, app, why_empty, theme);
        return None;
    }
    let ListArea { heading, body, above } = ListArea::of(pane.inner, app);
    if let Some(line) = heading {
        draw_sticky(buffer, line, app, theme);
    }
    let rows = &list.rows;
    let mut cursor = None;
    let mut line = 0;
    for (number, row) in rows.all().iter().enumerate().skip(rows.top() + above) {
        let area = paint::line(body, line);
        if area.is_empty() {
            break;
        }
        line += 1;
        match *row {
            ListRow::Term { first } => draw_term(buffer, area, app, first, theme),
            ListRow::Project { first, count } => {
                let is_first = heading.is_none() && line == 1;
                draw_project(buffer, area, app, (first, count), !is_first, theme);
            }
            ListRow::Proposal(index) => {
                let second = (rows.tall() > 1).then(|| paint::line(body, line));
                line += rows.tall() - 1;
                let is_selected = rows.selected_row() == Some(number);
                if is_selected {
                    cursor = Some(area.as_position());
                }
                let selected = is_selected.then_some(focused);
                row::draw(buffer, (area, second), app, index, selected, theme, kept);
            }
        }
    }
    cursor
}

/// How many proposals there are, and how many are on the shortlist.
fn title(app: &App) -> String {
    let (count, filtered) = (app.list().len(), app.filter().is_active());
    let all = if filtered { format!(" of {}", app.catalog().len()) } else { String::new() };
    let marked = match app.marked().len() {
        0 => String::new(),
        marked => format!("{DOT}{STAR} {marked}"),
    };
    format!("Proposals {count}{all}{marked}")
}

/// The order of the list; by project where it is the usual one and has headings.
fn order(app: &App) -> String {
    let filtered = app.filter().ranks();
    let sort = Sort { order: app.sort().in_effect(filtered), ..app.sort() };
    match sort.grouping(filtered) {
        Grouping::Terms if sort.is_usual(filtered) => "by project".to_owned(),
        _ => sort.to_string(),
    }
}

/// The place of the selected proposal among all.
fn position_note(app: &App) -> String {
    let list = app.list();
    if list.is_empty() { String::new() } else { format!("{} of {}", list.rows.position() + 1, list.len()) }
}

/// How far a text of `height` rows is scrolled, in percent, with `rows` in view from row `top`; empty when all of it is
/// in view.
pub(super) fn scrolled(top: usize, height: usize, rows: usize) -> String {
    let last = cursor::last_top(height, rows);
    if last > 0 { format!("{}%", percent(top, last)) } else { String::new() }
}

/// How far `at` is on the way to `last`, in percent.
fn percent(at: usize, last: usize) -> usize {
    (at.min(last) * 100).checked_div(last).unwrap_or(100)
}

/// Draws the heading of the first row in view: it stays while its proposals scroll.
fn draw_sticky(buffer: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    let rows = &app.list().rows;
    let from = rows.top().min(rows.all().len().saturating_sub(1));
    match rows.all()[..=from].iter().rev().find(|row| row.is_heading()) {
        Some(&ListRow::Term { first }) => draw_term(buffer, area, app, first, theme),
        Some(&ListRow::Project { first, count }) => {
            draw_project(buffer, area, app, (first, count), false, theme);
        }
        Some(ListRow::Proposal(_)) | None => {}
    }
}

/// Draws the heading of a term: its name, or the document's where it does not tell its term.
fn draw_term(buffer: &mut Buffer, area: Rect, app: &App, first: usize, theme: Theme) {
    let Some(entry) = app.catalog().get(first) else { return };
    let term = entry.listing.term.as_ref().map(ToString::to_string);
    let name = glyphs::sentence(term.as_deref().unwrap_or(NO_TERM)).into_owned();
    draw_heading(buffer, area, &format!("{RULE}{RULE} {name}"), "", true, theme);
}

fn draw_project(
    buffer: &mut Buffer,
    area: Rect,
    app: &App,
    (first, count): (usize, usize),
    has_rule: bool,
    theme: Theme,
) {
    let project = app.catalog().get(first).and_then(|entry| entry.proposal.project.as_deref());
    draw_heading(buffer, area, project.unwrap_or(NO_PROJECT), &count.to_string(), has_rule, theme);
}

/// Draws a heading, a line behind it, and a number at its end.
fn draw_heading(buffer: &mut Buffer, area: Rect, name: &str, count: &str, has_rule: bool, theme: Theme) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let left = paint::text_right(buffer, area, count, theme.quiet());
    let name = safe(name);
    let name = text::cut(&name, usize::from(left.width.saturating_sub(1)));
    let x = paint::text_at(buffer, left, &name, theme.heading());
    let (from, to) = (x.saturating_add(1), left.right().saturating_sub(u16::from(!count.is_empty())));
    if has_rule && from < to {
        paint::across(buffer, Rect { x: from, width: to - from, ..area }, theme.style(Role::Rule));
    }
}

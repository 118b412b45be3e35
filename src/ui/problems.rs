//! The problems below their headings, and the details of the selected one.
//!
//! Severity is shown by a sign and a word, never by a colour alone.

mod details;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::PaneArea;
use super::list::scrolled;
use super::overlay::{Measure, Overlay, Room, draw_input};
use super::theme::{Role, Theme};
use super::{paint, text};
use crate::app::App;
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::problems::panel::{Group, ProblemGrouping, ProblemPanel, ProblemRow};
use crate::app::problems::{Problem, sign};
use crate::check::Severity;
use crate::markdown::glyphs::{DOT, ELLIPSIS};
use crate::model::{counted, safe};

/// The room of the mark of the selected row on the others.
const NO_MARKER: &str = "  ";
/// From this many columns on there is a word beside the sign, and the rule at the right.
const ROOM: u16 = 56;
/// Columns of the longest word for how bad something is, and a gap.
const WORD: usize = 8;

/// Where the parts of the panel lie.
#[derive(Debug, Clone, Copy)]
struct ProblemLayout {
    /// The input, while there is one.
    input: Option<Rect>,
    /// The rows.
    list: Rect,
    /// The details of the selected problem, below a rule.
    said: Rect,
}

impl ProblemLayout {
    /// Shares out the inside of the panel.
    fn of(inner: Rect, panel: &ProblemPanel) -> Self {
        let has_input = panel.narrowing.is_shown();
        let top = u16::from(has_input).min(inner.height);
        let rest = inner.height - top;
        let said = match rest {
            20.. => 9,
            14..20 => 6,
            7..14 => 3,
            _ => 0,
        };
        Self {
            input: has_input.then_some(Rect { height: top, ..inner }),
            list: Rect { y: inner.y + top, height: rest - said, ..inner },
            said: Rect { y: inner.bottom() - said, height: said, ..inner },
        }
    }
}

impl Overlay for ProblemPanel {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let area = room.between();
        Some(Measure::rows_in(area, ProblemLayout::of(area.inner, self).list, self.rows.all().len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        draw(buffer, &measure.area, room.app, self, room.theme)
    }
}

/// Draws the panel. Returns the place of the hardware cursor.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: &PaneArea,
    app: &App,
    panel: &ProblemPanel,
    theme: Theme,
) -> Option<Position> {
    let parts = ProblemLayout::of(area.inner, panel);
    let rows = usize::from(parts.list.height);
    let note = scrolled(panel.rows.top(), panel.rows.all().len(), rows);
    paint::frame(buffer, area, &title(app, panel, usize::from(area.inner.width)), &note, true, theme);
    let typed = parts.input.map(|line| draw_input(buffer, line, &panel.narrowing.input, theme));
    let cursor = draw_rows(buffer, parts.list, app, panel, panel.rows.selected_row(), theme);
    if panel.counts().0 == 0 {
        let why = if panel.counts().1 == 0 { "No problems left." } else { "No match." };
        paint::text_at(buffer, parts.list, why, theme.quiet());
    }
    if let Some((_, problem)) = panel.selected() {
        details::draw(buffer, parts.said, problem, app.detail().emails, theme);
    }
    typed.filter(|_| panel.narrowing.is_typing()).or(cursor).or(Some(parts.list.as_position()))
}

/// Draws the problems as a pane that has not the keyboard, from the first one on.
pub(super) fn draw_pane(buffer: &mut Buffer, pane: &PaneArea, app: &App, panel: &ProblemPanel, theme: Theme) {
    paint::frame(buffer, pane, &title(app, panel, usize::from(pane.inner.width)), "", false, theme);
    if panel.counts().1 == 0 && !app.problems().is_pending() {
        paint::text_at(buffer, pane.inner, "No problems found.", theme.quiet());
    }
    draw_rows(buffer, pane.inner, app, panel, None, theme);
}

/// Draws the rows that are in view: all from the first one on where none is selected. Returns the place of the selected
/// one.
fn draw_rows(
    buffer: &mut Buffer,
    list: Rect,
    app: &App,
    panel: &ProblemPanel,
    selected: Option<usize>,
    theme: Theme,
) -> Option<Position> {
    let top = if selected.is_some() { panel.rows.top() } else { 0 };
    let lines = panel.rows.all().iter().filter_map(|row| match *row {
        ProblemRow::Problem(number) => panel.problem(number).map(|(_, problem)| problem.line),
        ProblemRow::Blank | ProblemRow::Group(_) => None,
    });
    let digits = lines.max().unwrap_or(0).to_string().len();
    let mut cursor = None;
    for (at, (number, row)) in
        panel.rows.all().iter().enumerate().skip(top).take(usize::from(list.height)).enumerate()
    {
        let line = paint::line(list, at);
        match *row {
            ProblemRow::Blank => {}
            ProblemRow::Group(group) => {
                if let Some(group) = panel.group(group) {
                    draw_group(buffer, line, group, panel.grouping(), theme);
                }
            }
            ProblemRow::Problem(problem) => {
                let Some((_, problem)) = panel.problem(problem) else { continue };
                let is_selected = selected == Some(number);
                if is_selected {
                    cursor = Some(line.as_position());
                }
                let message = app.detail().emails.in_text(&problem.found.message);
                draw_problem(buffer, line, (problem, &message), digits, is_selected, theme);
            }
        }
    }
    cursor
}

/// `Problems 27 · 5 errors · 20 warnings · 2 infos`, as much of it as fits.
fn title(app: &App, panel: &ProblemPanel, width: usize) -> String {
    let (left, all) = panel.counts();
    let count = if left == all { all.to_string() } else { format!("{left}/{all}") };
    let mut title = format!("Problems {count}");
    if app.problems().is_pending() {
        title += &format!("{DOT}checking {ELLIPSIS}");
    }
    for severity in Severity::ALL {
        let count = panel.count(severity);
        let words = format!("{DOT}{}", counted(count, severity.name()));
        if count > 0 && text::width(&title) + text::width(&words) + 4 <= width {
            title += &words;
        }
    }
    title
}

/// Draws the heading of a group: what it is, and what goes with that at the right.
fn draw_group(buffer: &mut Buffer, line: Rect, group: &Group, grouping: ProblemGrouping, theme: Theme) {
    let left = paint::text_right(buffer, line, &format!(" {}", group.count), theme.quiet());
    let cells = usize::from(left.width);
    let title = safe(&group.title);
    let title = text::cut(&title, cells);
    let x = paint::text_at(buffer, left, &title, theme.heading());
    let rest = Rect { x, width: left.right().saturating_sub(x), ..left };
    let between = if grouping == ProblemGrouping::Rules { " " } else { DOT.as_str() };
    let note = format!("{between}{}", safe(&group.note));
    if rest.width > 8 && !group.note.is_empty() {
        paint::text_at(buffer, rest, &text::cut(&note, usize::from(rest.width)), theme.quiet());
    }
}

/// Draws a problem: how bad it is, its line, what it is, and the rule.
fn draw_problem(
    buffer: &mut Buffer,
    line: Rect,
    (problem, message): (&Problem, &str),
    digits: usize,
    is_selected: bool,
    theme: Theme,
) {
    if line.is_empty() {
        return;
    }
    let found = &problem.found;
    let base = if is_selected { theme.selected(true) } else { Style::new() };
    buffer.set_style(line, base);
    let is_wide = line.width >= ROOM;
    let mut x = paint::text_at(buffer, line, NO_MARKER, base);
    if is_selected {
        paint::cursor(buffer, line, theme);
    }
    let rest = |x: u16, line: Rect| Rect { x, width: line.right().saturating_sub(x), ..line };
    let word = if is_wide { text::pad(found.severity.name(), WORD) } else { String::new() };
    let severity = format!("{} {word}", sign(found.severity));
    x = paint::text_at(buffer, rest(x, line), &severity, theme.severity_within(base, found.severity));
    x = paint::text_at(
        buffer,
        rest(x, line),
        &format!("{:>digits$} ", problem.line),
        theme.within(base, Role::Dim),
    );
    let mut room = rest(x, line);
    if is_wide {
        let note = format!("{}: fix", hint(Action::PreviewFix));
        let mends = if problem.is_fixable() { note.as_str() } else { "" };
        let aside = format!("  {mends:>width$}  {}", found.rule.code, width = text::width(&note));
        room = paint::text_right(buffer, room, &aside, theme.within(base, Role::Dim));
    }
    let message = safe(message);
    paint::text_at(buffer, room, &text::cut(&message, usize::from(room.width)), base);
}

//! The counts: bars of what is listed, below the titles of their sections.
//!
//! Every count is a number beside its bar, so that nothing is shown by length or colour
//! alone; the selected bar has a marker besides.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Sparkline, Widget};

use super::list::scrolled;
use super::overlay::{Measure, Overlay, Room};
use super::theme::Theme;
use super::{paint, text};
use crate::app::App;
use crate::app::stats::{StatsPanel, StatsRow};
use crate::markdown::glyphs::{self, DOT, FULL, TO};
use crate::model::{counted, safe};
use crate::search::statistics::{Bar, Section, Subject};

/// The room of the mark of the selected bar on the others.
const NO_MARKER: &str = "  ";
/// Without this room for bars (columns) no history is shown.
const LEAST_BAR: usize = 12;
/// The steps of a cell of a history.
const STEPS: usize = 8;

/// The widths of the columns, in display cells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns {
    pub(crate) name: usize,
    pub(crate) count: usize,
    pub(crate) bar: usize,
    /// One for each term; 0 where there is no room.
    pub(crate) history: usize,
}

impl Columns {
    /// Shares out the room for counts with their names: the names get what they need, up to a half; the bars
    /// get the rest, and a history after a gap where that leaves enough.
    pub(crate) fn share(
        counts: impl IntoIterator<Item = (String, usize)>,
        terms: usize,
        room: usize,
    ) -> Self {
        let (widest, most) = counts
            .into_iter()
            .fold((0, 0), |(widest, most), (name, count)| (text::width(&name).max(widest), count.max(most)));
        let (name, count) = (widest.min(room / 2), most.to_string().len());
        let rest = room.saturating_sub(name + count);
        let history = if terms > 0 && rest > terms + LEAST_BAR { terms } else { 0 };
        let bar = rest.saturating_sub(if history > 0 { history + 1 } else { 0 });
        Self { name, count, bar, history }
    }
}

/// The length of the bar of a count, in cells, rounded up: what is there is seen.
pub(crate) fn length(count: usize, section: &Section, room: usize) -> usize {
    let most = section.bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
    (count * room).div_ceil(most)
}

/// The heights of the columns of a history, of [`STEPS`].
pub(crate) fn heights(history: &[usize]) -> impl Iterator<Item = usize> {
    let most = history.iter().copied().max().unwrap_or(0).max(1);
    history.iter().map(move |count| (count * STEPS).div_ceil(most))
}

impl Overlay for StatsPanel {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let area = room.between();
        Some(Measure::rows_in(area, area.inner, self.rows.all().len()))
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let theme = room.theme;
        let Measure { area, rows, .. } = measure;
        paint::frame(buffer, area, &title(room.app, self), &note(self, *rows), true, theme);
        let columns = columns(self, usize::from(area.inner.width));
        let top = self.rows.top();
        let mut cursor = None;
        for (line, (number, row)) in self.rows.all().iter().enumerate().skip(top).take(*rows).enumerate() {
            let place = paint::line(area.inner, line);
            match *row {
                StatsRow::Blank => {}
                StatsRow::Title(section) => draw_title(buffer, place, self, section, columns, theme),
                StatsRow::More(count) => {
                    paint::text_at(buffer, place, &format!("{NO_MARKER}and {count} more"), theme.quiet());
                }
                StatsRow::Bar(section, bar) => {
                    let Some(section) = self.section(section) else { continue };
                    let is_selected = self.rows.selected_row() == Some(number);
                    if is_selected {
                        cursor = Some(place.as_position());
                    }
                    draw_bar(buffer, place, section, &section.bars[bar], columns, is_selected, theme);
                }
            }
        }
        if self.rows.all().is_empty() {
            paint::text_at(buffer, area.inner, "Nothing is left to count.", theme.quiet());
        }
        cursor
    }
}

/// `Statistics · 12 of 58 proposals · skill:go`.
fn title(app: &App, panel: &StatsPanel) -> String {
    let (here, all) = (panel.statistics().proposals, app.catalog().len());
    if app.filter().is_active() {
        let filter = safe(app.filter().input.text().trim()).into_owned();
        format!("Statistics{DOT}{here} of {}{DOT}{filter}", counted(all, "proposal"))
    } else {
        format!("Statistics{DOT}{}", counted(all, "proposal"))
    }
}

/// The history of the selected bar in numbers, else how far down it is.
fn note(panel: &StatsPanel, rows: usize) -> String {
    let history = panel.bar().map(|bar| bar.history.as_slice()).unwrap_or_default();
    if !history.is_empty() {
        let numbers = history.iter().map(ToString::to_string).collect::<Vec<_>>();
        return format!("by term: {}", numbers.join(" "));
    }
    scrolled(panel.rows.top(), panel.rows.all().len(), rows)
}

fn columns(panel: &StatsPanel, width: usize) -> Columns {
    let counts = panel.rows.all().iter().filter_map(|row| match *row {
        StatsRow::Bar(section, bar) => {
            let section = panel.section(section)?;
            Some((name(section, &section.bars[bar]), section.bars[bar].count))
        }
        StatsRow::Title(_) | StatsRow::More(_) | StatsRow::Blank => None,
    });
    let room = width.saturating_sub(NO_MARKER.len() + 2);
    Columns::share(counts, panel.statistics().terms.len(), room)
}

/// The name of a count, or the word for the proposals without one.
pub(crate) fn name(section: &Section, bar: &Bar) -> String {
    safe(bar.name.as_deref().unwrap_or(section.subject.unsaid())).into_owned()
}

fn draw_title(
    buffer: &mut Buffer,
    place: Rect,
    panel: &StatsPanel,
    section: usize,
    columns: Columns,
    theme: Theme,
) {
    let Some(section) = panel.section(section) else { return };
    let title = section.subject.title();
    paint::text_at(buffer, place, title, theme.heading());
    if let ([first, .., last], Subject::Skills, 1..) =
        (panel.statistics().terms.as_slice(), section.subject, columns.history)
    {
        // The axis of the histories: from its first term, above their first column, to its last.
        let name = text::width(title);
        let [first, last] = [first, last].map(ToString::to_string);
        let terms = format!("{}{TO}{}", safe(&glyphs::sentence(&first)), safe(&glyphs::sentence(&last)));
        let room = usize::from(place.width).saturating_sub(name + 2);
        paint::text_right(buffer, place, &text::cut(&terms, room), theme.quiet());
    }
}

/// Draws a count: its name, its number, its bar, and how it was from term to term.
fn draw_bar(
    buffer: &mut Buffer,
    place: Rect,
    section: &Section,
    bar: &Bar,
    columns: Columns,
    is_selected: bool,
    theme: Theme,
) {
    if place.is_empty() {
        return;
    }
    let Columns { name: cells, count, bar: room, history } = columns;
    let style = if is_selected { theme.selected(true) } else { Style::new() };
    let name = name(section, bar);
    let label = format!("{NO_MARKER}{} {:>count$}", text::pad(&text::cut(&name, cells), cells), bar.count);
    let x = paint::text_at(buffer, place, &label, style);
    if is_selected {
        paint::cursor(buffer, place, theme);
    }
    let rest = Rect { x: x.saturating_add(1), width: place.right().saturating_sub(x + 1), ..place };
    paint::text_at(buffer, rest, &FULL.repeat(length(bar.count, section, room)), theme.bar());
    let width = text::width(NO_MARKER) + cells + 1 + count + 1 + room;
    let width = u16::try_from(width).unwrap_or(u16::MAX).min(place.width);
    if history > 0 && !bar.history.is_empty() {
        let heights = heights(&bar.history).map(|height| height as u64);
        Sparkline::default()
            .bar_set(paint::bars())
            .data(heights)
            .max(STEPS as u64)
            .style(theme.bar())
            .render(
                Rect { x: place.x + width + 1, width: place.width.saturating_sub(width + 1), ..place },
                buffer,
            );
    }
}

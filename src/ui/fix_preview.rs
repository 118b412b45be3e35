//! A fix before it is made: the lines that go and those that come, with what changes in them set apart.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::layout::ScreenLayout;
use super::overlay::{Measure, Overlay, Room, clear, draw_text};
use super::row::{Break, Piece, Role, Row, Tone};
use super::{problems, prose, text};
use crate::app::Layer;
use crate::app::fix_panel::FixPanel;
use crate::app::fix_preview::{DiffKind, DiffLine, FixPreview};
use crate::markdown::glyphs::ELLIPSIS;
use crate::markdown::mail::EmailVisibility;
use crate::model::safe;

/// Columns that a fix would like to have.
const COLUMNS: u16 = 104;
/// The sign of a line that goes, of one that comes, and their room on the others.
const OLD: &str = "- ";
const NEW: &str = "+ ";
const KEPT: &str = "  ";

/// The rows of the difference for a width (display cells).
fn rows(preview: &FixPreview, width: usize, emails: EmailVisibility) -> Vec<Row> {
    rows_of(&preview.changes, preview, width, emails)
}

/// The row to begin to read at: the one above what changes first.
fn first(preview: &FixPreview, width: usize, emails: EmailVisibility) -> usize {
    let kept = preview.changes.iter().take_while(|change| change.kind == DiffKind::Context).count();
    rows_of(&preview.changes[..kept], preview, width, emails).len().saturating_sub(1)
}

fn rows_of(changes: &[DiffLine], preview: &FixPreview, width: usize, emails: EmailVisibility) -> Vec<Row> {
    let digits = preview.changes.iter().map(|change| change.number).max().unwrap_or(0).to_string().len();
    let twins = twins(changes);
    let lay_out = |(at, change): (usize, &DiffLine)| {
        let (line, twin) = shown(&change.text, twins[at], emails);
        lay_out(change, (&line, twin.as_deref()), digits, width)
    };
    changes.iter().enumerate().flat_map(lay_out).collect()
}

/// A line and its twin as they are shown. Addresses are masked like everywhere, but never what differs.
fn shown(line: &str, twin: Option<&str>, emails: EmailVisibility) -> (String, Option<String>) {
    let masked = |text: &str| safe(&emails.in_text(text)).into_owned();
    let hides = twin.is_some_and(|twin| masked(twin) == masked(line));
    let shown = |text: &str| if hides { safe(text).into_owned() } else { masked(text) };
    (shown(line), twin.map(shown))
}

impl Overlay for FixPanel {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let (screen, emails) = (room.above_footer(), room.app.detail().emails);
        let full = ScreenLayout::layer(screen, COLUMNS, u16::MAX);
        let height = rows(&self.preview, usize::from(full.inner.width), emails).len();
        let area = ScreenLayout::layer(screen, COLUMNS, u16::try_from(height).unwrap_or(u16::MAX));
        let first = first(&self.preview, usize::from(area.inner.width), emails);
        Some(Measure { first, ..Measure::of(area, height) })
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        let theme = room.theme;
        let area = &measure.area;
        if let Some(Layer::Problems(panel)) = room.app.layer_below() {
            let below = ScreenLayout::between(room.screen);
            clear(buffer, below.frame, theme);
            problems::draw(buffer, &below, room.app, panel, theme);
            clear(buffer, area.frame, theme);
        }
        let preview = &self.preview;
        let width = usize::from(area.inner.width);
        let rows = rows(preview, width, room.app.detail().emails);
        let title = format!("Fix line {}: {}", preview.line, safe(&preview.what));
        Some(draw_text(buffer, area, &text::cut(&title, width), &rows, self.top.unwrap_or(0), theme))
    }
}

/// Pairs each removed line with the added line in its place, when as many were added as removed.
fn twins(changes: &[DiffLine]) -> Vec<Option<&str>> {
    let mut twins = vec![None; changes.len()];
    let mut at = 0;
    while at < changes.len() {
        let run = |from: usize, kind: DiffKind| {
            changes[from..].iter().take_while(|change| change.kind == kind).count()
        };
        let old = run(at, DiffKind::Removed);
        let new = run(at + old, DiffKind::Added);
        if old > 0 && old == new {
            for line in at..at + old {
                twins[line] = Some(changes[line + old].text.as_str());
                twins[line + old] = Some(changes[line].text.as_str());
            }
        }
        at += (old + new).max(1);
    }
    twins
}

fn lay_out(change: &DiffLine, (line, twin): (&str, Option<&str>), digits: usize, width: usize) -> Vec<Row> {
    let quiet = Tone::of(Role::Mark);
    if change.kind == DiffKind::Gap {
        return vec![Row::new(format!("{:>digits$} {ELLIPSIS}", ""), quiet)];
    }
    let sign = match change.kind {
        DiffKind::Removed => OLD,
        DiffKind::Added => NEW,
        DiffKind::Context | DiffKind::Gap => KEPT,
    };
    let strong = Tone { strong: true, ..Tone::default() };
    let tone = if change.kind == DiffKind::Context { Tone::of(Role::Quiet) } else { Tone::default() };
    let differs = twin.map_or(0..0, |twin| differing(line, twin));
    let room = width.saturating_sub(digits + 1 + sign.len()).max(1);
    let mut rows = Vec::new();
    let mut from = 0;
    for (part, wrapped) in prose::wrap_source(line, room).into_iter().enumerate() {
        let number = if part == 0 { change.number.to_string() } else { String::new() };
        let sign = if part == 0 { sign } else { KEPT };
        let mut pieces = vec![Piece::new(format!("{number:>digits$} "), quiet), Piece::new(sign, strong)];
        let to = from + wrapped.len();
        let (start, end) = (differs.start.clamp(from, to), differs.end.clamp(from, to));
        let changed = Tone::of(Role::Heading(1));
        let parts = [(from..start, tone), (start..end, changed), (end..to, tone)];
        pieces.extend(
            parts
                .into_iter()
                .filter(|(range, _)| !range.is_empty())
                .map(|(range, tone)| Piece::new(&line[range], tone)),
        );
        rows.push(Row { pieces, follows: if part == 0 { Break::Hard } else { Break::Word } });
        from = to;
    }
    rows
}

/// The part of a line that its twin has not.
fn differing(line: &str, twin: &str) -> std::ops::Range<usize> {
    let same = |(one, other): &(char, char)| one == other;
    let start: usize =
        line.chars().zip(twin.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let rest = line[start..].chars().rev().zip(twin[start.min(twin.len())..].chars().rev());
    let end: usize = rest.take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    start..line.len() - end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_the_smallest_part() {
        let part = |line: &str, twin: &str| line[differing(line, twin)].to_owned();
        assert_eq!(part("- Ada (@ada)", "- Ada (ada)"), "@");
        assert_eq!(part("- Ada (ada)", "- Ada (@ada)"), "");
        assert_eq!(part("é，b", "é, b"), "，");
        assert_eq!(part("aa", "a"), "a");
    }

    #[test]
    fn addresses_are_masked_unless_they_are_what_differs() {
        let line = "- Ada (ada, ada@example.org)";
        let shown = |twin| shown(line, Some(twin), EmailVisibility::Masked).0;
        assert_eq!(shown("- Ada (@ada, ada@example.org)"), "- Ada (ada, …@example.org)");
        assert_eq!(shown("- Ada (ada, ad@example.org)"), line);
    }

    #[test]
    fn lines_are_paired_where_as_many_come_as_go() {
        let change = |kind, text: &str| DiffLine { kind, number: 1, text: text.to_owned() };
        let changes = [
            change(DiffKind::Context, "k"),
            change(DiffKind::Removed, "a"),
            change(DiffKind::Removed, "b"),
            change(DiffKind::Added, "A"),
            change(DiffKind::Added, "B"),
            change(DiffKind::Gap, ""),
            change(DiffKind::Added, "only"),
        ];
        assert_eq!(twins(&changes), [None, Some("A"), Some("B"), Some("a"), Some("b"), None, None]);
    }
}

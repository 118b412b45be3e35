//! The header: what is read (programme and term, else the source), and how much there is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{paint, text};
use crate::app::App;
use crate::check::Severity;
use crate::markdown::glyphs::{self, DOT};
use crate::model::safe;
use crate::model::{Origin, counted};

/// How to go on from the sample.
const HINT: &str = "open yours: mentor-tui FILE";
/// From this many columns on the header has room for the hint; on narrower screens the bar shows it.
pub(super) const HINT_COLUMNS: u16 = 60;

/// The least room between what stands at the left and at the right.
const GAP: usize = 3;
/// With fewer columns than this there is no room for the number of problems.
const PROBLEM_COLUMNS: u16 = 16;

/// Draws the header. `source` is the name of the source as the user knows it.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, app: &App, source: &str, theme: Theme) {
    let area = draw_problems(buffer, inset(area), app, theme);
    let catalog = app.catalog();
    // Before the first bytes the size is unknown.
    let is_known = !catalog.is_empty() || !app.progress().is_under_way();
    let counted = |count: usize, noun: &str| {
        if is_known { format!("{DOT}{}", counted(count, noun)) } else { String::new() }
    };
    let proposals = if app.filter().is_active() {
        format!("{DOT}{} of {}", app.list().len(), crate::model::counted(catalog.len(), "proposal"))
    } else {
        counted(catalog.len(), "proposal")
    };
    // Those of the whole listing would mislead beside the number of what is left.
    let projects =
        if app.filter().is_active() { String::new() } else { counted(catalog.project_count(), "project") };
    let counts = format!("{proposals}{projects}");
    let source = safe(source);
    let file = file_name(&source);
    let term = term(app);
    let hint = if is_sample(app) { HINT } else { "" };
    let room = usize::from(area.width);
    // On a narrow screen these give way, in this order: the folders of the source, the projects, the source, the
    // number of proposals; then the programme is cut.
    let name = term.as_deref().unwrap_or(file);
    let asides: &[&str] = match (hint, &term) {
        ("", Some(_)) => &[&*source, file, ""],
        ("", None) => &[if file == source { "" } else { &*source }, ""],
        (hint, _) => &[hint, ""],
    };
    let ways = asides.iter().flat_map(|&aside| [(&*counts, aside), (&*proposals, aside)]);
    let fits = |&(tail, aside): &(&str, &str)| {
        let gap = if aside.is_empty() { 0 } else { GAP };
        text::width(name) + text::width(tail) + gap + text::width(aside) <= room
    };
    let (tail, aside) = ways.into_iter().find(fits).unwrap_or(("", ""));
    let shown = text::cut(name, room);
    let x = paint::text_at(buffer, area, &shown, theme.heading());
    paint::text_at(buffer, Rect { x, width: area.right().saturating_sub(x), ..area }, tail, theme.quiet());
    paint::text_right(buffer, area, aside, theme.quiet());
}

/// Draws at the right how many problems there are; gives what is left.
fn draw_problems(buffer: &mut Buffer, area: Rect, app: &App, theme: Theme) -> Rect {
    let count = app.problem_count();
    if !app.shows_problems() || count == 0 || area.width < PROBLEM_COLUMNS {
        return area;
    }
    let left = paint::text_right(buffer, area, &format!("  ! {count}"), theme.quiet());
    let sign = Rect { x: left.right() + 2, width: 1, ..left };
    buffer.set_style(sign.intersection(buffer.area), theme.severity(Severity::Warning));
    left
}

/// The programme and the term of the proposals, where they are all of one.
fn term(app: &App) -> Option<String> {
    let mut terms = app.catalog().terms().iter();
    match (terms.next(), terms.next()) {
        (Some(Some(term)), None) => Some(safe(&glyphs::sentence(&term.to_string())).into_owned()),
        _ => None,
    }
}

/// Whether the listing is the one that is built in.
pub(super) fn is_sample(app: &App) -> bool {
    app.catalog().listings().iter().any(|listing| *listing.document.origin() == Origin::Sample)
}

/// The last part of a path: the part by which listings differ.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// An area without its first and last column.
pub(super) fn inset(area: Rect) -> Rect {
    area.inner(ratatui::layout::Margin::new(1, 0))
}

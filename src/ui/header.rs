//! The header: the program, the source, how much there is.

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

/// With fewer columns than this beside the program's name there is no room for the number of problems.
const PROBLEM_COLUMNS: u16 = 16;

/// Draws the header. `source` is the name of the source as the user knows it.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, app: &App, source: &str, theme: Theme) {
    let name_end = paint::text_at(buffer, inset(area), "mentor-tui", theme.accented().bold());
    let area = Rect { x: name_end + 2, width: area.right().saturating_sub(name_end + 3), ..area };
    let area = draw_problems(buffer, area, app, theme);
    let catalog = app.catalog();
    // Before the first bytes the size is unknown.
    let is_known = !catalog.is_empty() || !app.progress().is_under_way();
    let counted = |count: usize, noun: &str| {
        if is_known { format!("{DOT}{}", counted(count, noun)) } else { String::new() }
    };
    let proposals = counted(catalog.len(), "proposal");
    let counts = format!("{}{}{proposals}", term(app), counted(catalog.project_count(), "project"));
    let hint = &*if is_sample(app) { format!("{DOT}{HINT}") } else { String::new() };
    let room = usize::from(area.width);
    let source = safe(source);
    let name = file_name(&source);
    // On a narrow screen these give way, in this order: the dialect, the folders, the projects, the term, the
    // number of proposals, then the hint.
    let both = format!("{counts}{hint}");
    let all = format!("{both}{}", dialects(app));
    let without_projects = format!("{}{proposals}{hint}", term(app));
    let ways = [
        (&*source, &*all),
        (&*source, &*both),
        (name, &both),
        (name, &without_projects),
        (name, hint),
        (name, &counts),
        (name, &proposals),
        (name, ""),
    ];
    let fits = |(name, tail): &(&str, &str)| text::width(name) + text::width(tail) <= room;
    let (name, tail) = ways.into_iter().find(fits).unwrap_or((name, ""));
    let shown = text::cut(name, room);
    let x = paint::text_at(buffer, area, &shown, ratatui::style::Style::new().bold());
    paint::text_at(buffer, Rect { x, width: area.right().saturating_sub(x), ..area }, tail, theme.quiet());
}

/// Draws at the right how many problems there are; gives what is left.
fn draw_problems(buffer: &mut Buffer, area: Rect, app: &App, theme: Theme) -> Rect {
    let count = app.problem_count();
    if count == 0 || area.width < PROBLEM_COLUMNS {
        return area;
    }
    paint::text_right(buffer, area, &format!("  ! {count}"), theme.severity(Severity::Warning))
}

/// The term of the proposals, where they are all of one.
fn term(app: &App) -> String {
    let mut terms = app.catalog().terms().iter();
    match (terms.next(), terms.next()) {
        (Some(Some(term)), None) => format!("{DOT}{}", safe(&glyphs::sentence(&term.to_string()))),
        _ => String::new(),
    }
}

/// How the proposals were read: the dialect of the listing, or those of all of them.
fn dialects(app: &App) -> String {
    let listings = app.catalog().listings().iter().filter(|listing| !listing.proposals.is_empty());
    let mut names: Vec<&str> = listings.map(|listing| listing.dialect.name()).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() { String::new() } else { format!("{DOT}{}", names.join(", ")) }
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

//! The header: what is read (programme and term, else the source), and how much there is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::{Role, Theme};
use super::{paint, text};
use crate::app::App;
use crate::check::Severity;
use crate::markdown::glyphs::{self, CHANGED, DOT, Glyph, NEW};
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
    let (badges, signs) = (Badges::of(app, true), Badges::of(app, false));
    // Where something is new, the source gives way to that, and then the words about it.
    let ways = asides
        .iter()
        .flat_map(|&aside| [(&*counts, &badges, aside), (&*proposals, &badges, aside)])
        .chain([(&*counts, &signs, ""), (&*proposals, &signs, ""), (&*proposals, &NO_BADGES, "")]);
    let fits = |&(tail, badges, aside): &(&str, &Badges, &str)| {
        let gap = if aside.is_empty() { 0 } else { GAP };
        text::width(name) + text::width(tail) + badges.width() + gap + text::width(aside) <= room
    };
    let (tail, badges, aside) = ways.into_iter().find(fits).unwrap_or(("", &NO_BADGES, ""));
    let shown = text::cut(name, room);
    let x = paint::text_at(buffer, area, &shown, theme.heading());
    let rest = |x: u16| Rect { x, width: area.right().saturating_sub(x), ..area };
    let x = paint::text_at(buffer, rest(x), tail, theme.quiet());
    badges.draw(buffer, rest(x), theme);
    paint::text_right(buffer, area, aside, theme.quiet());
}

/// How many proposals are new, and how many changed: `  ● 3 new  ◐ 2 changed`.
struct Badges(Vec<(Glyph, Role, String)>);

static NO_BADGES: Badges = Badges(Vec::new());

impl Badges {
    fn of(app: &App, with_words: bool) -> Self {
        let (new, changed, _) = app.news().counts();
        let all = [(new, NEW, Role::New, "new"), (changed, CHANGED, Role::Changed, "changed")];
        let shown = all.into_iter().filter(|(count, ..)| *count > 0);
        let badge = |(count, sign, role, what)| {
            (sign, role, if with_words { format!(" {count} {what}") } else { format!(" {count}") })
        };
        Self(shown.map(badge).collect())
    }

    fn width(&self) -> usize {
        self.0.iter().map(|(sign, _, words)| 2 + text::width(sign.as_str()) + text::width(words)).sum()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, theme: Theme) {
        let mut x = area.x;
        for (sign, role, words) in &self.0 {
            let rest = |x: u16| Rect { x, width: area.right().saturating_sub(x), ..area };
            x = paint::text_at(buffer, rest(x.saturating_add(2)), sign.as_str(), theme.style(*role));
            x = paint::text_at(buffer, rest(x), words, theme.quiet());
        }
    }
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

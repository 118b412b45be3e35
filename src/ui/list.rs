//! The list pane: proposals by project, or best first, the selected one marked.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::PaneArea;
use super::theme::Theme;
use super::{paint, prose, text};
use crate::app::action::Action;
use crate::app::cursor;
use crate::app::keymap::hint;
use crate::app::list::ListRow;
use crate::app::problems::sign;
use crate::app::{App, keymap::Focus};
use crate::markdown::glyphs::{
    self, CHANGED, CLOSE_QUOTE, CUT, DOT, ELLIPSIS, MARKED, MARKER, OPEN_QUOTE, RULE, RULE_BEFORE,
};
use crate::model::safe;
use crate::model::{Entry, Proposal};
use crate::page::limits::short;
use crate::search::sort::{Grouping, Sort};
use crate::search::{Highlighter, Scope, Shown, fit};

/// The room of the mark of the selected row on the others.
const NO_MARKER: &str = "  ";
/// The room of the mark that a person put at a proposal, where there is one.
const NOT_MARKED: &str = "  ";
/// So few missing skills are named beside the title although it is cut for them.
const FEW: usize = 2;
/// A row with less room than this (display cells) beside what fits gives all of it to the title.
const BESIDE_FIT: u16 = 32;
/// The heading above proposals without a project.
const NO_PROJECT: &str = "No project";
/// The heading above proposals of listings without a term.
const NO_TERM: &str = "No term";

/// Draws the list. Returns the place of the hardware cursor: the selected row.
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
    let title = title(app);
    paint::frame(buffer, pane, &title, &position_note(app), focused, theme);
    if list.is_empty() {
        draw_empty(buffer, pane.inner, app, why_empty, theme);
        return None;
    }
    let selected = list.rows.selected_row();
    // As long as there is nothing to mark anywhere, rows keep their end.
    let has_problems = app.problem_count() > 0;
    let has_marks = !app.marked().is_empty();
    let mut cursor = None;
    for (line, (number, row)) in list.rows.all().iter().enumerate().skip(list.rows.top()).enumerate() {
        let area = paint::line(pane.inner, line);
        if area.is_empty() {
            break;
        }
        match *row {
            ListRow::Term { first } => draw_term(buffer, area, app, first, theme),
            ListRow::Project { first, count } => draw_project(buffer, area, app, first, count, theme),
            ListRow::Proposal(index) => {
                let Some(entry) = app.catalog().get(index) else { continue };
                let is_selected = selected == Some(number);
                if is_selected {
                    cursor = Some(area.as_position());
                }
                let flat = app.sort().grouping(app.filter().is_active()) == Grouping::Flat;
                let is_changed = app.is_changed(&entry.proposal.id);
                let mark = match (has_marks, app.is_marked(&entry.proposal.id)) {
                    (false, _) => "",
                    (true, true) => MARKED.as_str(),
                    (true, false) => NOT_MARKED,
                };
                let look = Look { is_selected, is_changed, mark, focused, theme };
                let mut marked =
                    |shown: Shown, text: &str| HighlightedText::new(shown, text, app, highlighter);
                let title = marked(Shown::Title, &entry.proposal.title);
                let aside = flat.then(|| match app.mentor() {
                    // In a mentor view it is known why they are listed.
                    Some(_) => marked(Shown::Project, entry.proposal.project.as_deref().unwrap_or_default()),
                    None => aside(entry.proposal, &title, marked),
                });
                let area = if has_problems { draw_problem(buffer, area, app, entry, look) } else { area };
                let left = draw_fit(buffer, area, app, index, &title, look);
                let aside = aside.filter(|_| left == area || left.width >= BESIDE_FIT);
                draw_proposal(buffer, left, &title, aside.as_ref(), look);
            }
        }
    }
    cursor
}

/// How many proposals there are, their order where it is not the usual one, and how many are marked.
fn title(app: &App) -> String {
    let (count, filtered) = (app.list().len(), app.filter().is_active());
    let all = if filtered { format!("/{}", app.catalog().len()) } else { String::new() };
    let sort = Sort { order: app.sort().in_effect(filtered), ..app.sort() };
    let order = if sort.is_usual(filtered) { String::new() } else { format!("{DOT}{sort}") };
    let marked = match app.marked().len() {
        0 => String::new(),
        marked => format!("{DOT}{marked} marked"),
    };
    format!("Proposals {count}{all}{order}{marked}")
}

/// A safe text, and what the filter found in it.
struct HighlightedText {
    text: String,
    marks: Vec<Range<usize>>,
}

impl HighlightedText {
    fn new(shown: Shown, text: &str, app: &App, highlighter: &mut Highlighter) -> Self {
        let text = safe(&short(text)).into_owned();
        let marks = highlighter.ranges(app.filter().readings(), shown, &text);
        Self { text, marks }
    }
}

/// The text at the right of a row in a flat list: the project, or, when neither
/// title nor project tell why the proposal fits, the skill or the mentor that does.
fn aside(
    proposal: &Proposal,
    title: &HighlightedText,
    mut marked: impl FnMut(Shown, &str) -> HighlightedText,
) -> HighlightedText {
    let project = marked(Shown::Project, proposal.project.as_deref().unwrap_or_default());
    if !title.marks.is_empty() || !project.marks.is_empty() {
        return project;
    }
    let skills = proposal.skills.iter().map(|skill| (Shown::Skill, skill.text.as_str()));
    let names =
        proposal.mentors.iter().flat_map(|mentor| [Some(mentor.name.as_str()), mentor.github.as_deref()]);
    let mentors = names.flatten().map(|name| (Shown::Mentor, name));
    let mut reasons = skills.chain(mentors).map(|(shown, text)| marked(shown, text));
    reasons.find(|reason| !reason.marks.is_empty()).unwrap_or(project)
}

/// How a row of the list looks.
#[derive(Clone, Copy)]
struct Look {
    is_selected: bool,
    is_changed: bool,
    mark: &'static str,
    focused: bool,
    theme: Theme,
}

/// How far down the list the selection is, where not all of it is in view.
fn position_note(app: &App) -> String {
    let (list, rows) = (app.list(), app.viewport().list_rows);
    if list.rows.all().len() <= rows {
        return String::new();
    }
    format!("{}%", percent(list.rows.position(), list.len().saturating_sub(1)))
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

/// Draws the heading of a term: its name, or the document's where it does not tell its term.
fn draw_term(buffer: &mut Buffer, area: Rect, app: &App, first: usize, theme: Theme) {
    let Some(entry) = app.catalog().get(first) else { return };
    let term = entry.listing.term.as_ref().map(ToString::to_string);
    let line = format!("{RULE_BEFORE}{} ", safe(&glyphs::sentence(term.as_deref().unwrap_or(NO_TERM))));
    let line = text::cut(&line, usize::from(area.width)).into_owned();
    let x = paint::text_at(buffer, area, &line, Style::new().bold());
    let rest = usize::from(area.right().saturating_sub(x));
    let rest_area = Rect { x, width: area.right().saturating_sub(x), ..area };
    paint::text_at(buffer, rest_area, &RULE.repeat(rest), theme.quiet());
}

fn draw_project(buffer: &mut Buffer, area: Rect, app: &App, first: usize, count: usize, theme: Theme) {
    let project = app.catalog().get(first).and_then(|entry| entry.proposal.project.as_deref());
    let left = paint::text_right(buffer, area, &format!(" {count}"), theme.quiet());
    let name = safe(project.unwrap_or(NO_PROJECT));
    paint::text_at(buffer, left, &text::cut(&name, usize::from(left.width)), theme.accented().bold());
}

/// Draws at the right end of a row the sign of the worst that is wrong with its proposal; gives what is left
/// of the row.
fn draw_problem(buffer: &mut Buffer, area: Rect, app: &App, entry: Entry<'_>, look: Look) -> Rect {
    let base = if look.is_selected { look.theme.selected(look.focused) } else { Style::new() };
    buffer.set_style(area.intersection(buffer.area), base);
    let (sign, style) = match app.problems().mark(entry) {
        Some(severity) => (sign(severity), look.theme.severity(severity)),
        None => (" ", Style::new()),
    };
    paint::text_right(buffer, area, &format!(" {sign}"), base.patch(style))
}

/// Draws at the right of a row what fits the profile and what is missing; gives what is left of the
/// row. The title keeps what it needs, or three fifths; where much is missing, nearly all.
fn draw_fit(
    buffer: &mut Buffer,
    area: Rect,
    app: &App,
    index: usize,
    title: &HighlightedText,
    look: Look,
) -> Rect {
    if app.filter().profile().is_empty() {
        return area;
    }
    let base = if look.is_selected { look.theme.selected(look.focused) } else { Style::new() };
    buffer.set_style(area.intersection(buffer.area), base);
    let room = area.width.saturating_sub(cells(MARKER.as_str()) + cells(look.mark) + 2);
    let fit = app.filter().fit(index);
    let is_near = fit.is_some_and(|fit| fit.missing.len() <= FEW);
    let share = if is_near { room * 2 / 5 } else { room / 5 };
    let most = share.max(room.saturating_sub(cells(&title.text)));
    let wordings = fit::wordings(fit);
    let Some(words) = wordings.iter().find(|words| cells(words) <= most) else { return area };
    let left = paint::text_right(buffer, area, &safe(words), base.patch(look.theme.quiet()));
    Rect { width: left.width.saturating_sub(2), ..left }
}

/// Draws the title of a proposal, and the text at its right.
fn draw_proposal(
    buffer: &mut Buffer,
    area: Rect,
    title: &HighlightedText,
    aside: Option<&HighlightedText>,
    look: Look,
) {
    let Look { is_selected, is_changed, mark, focused, theme } = look;
    let base = if is_selected { theme.selected(focused) } else { Style::new() };
    if is_selected {
        buffer.set_style(area, base);
    }
    let marker = match (is_selected, is_changed) {
        (true, _) => MARKER.as_str(),
        (false, true) => CHANGED.as_str(),
        (false, false) => NO_MARKER,
    };
    let x = paint::text_at(buffer, area, &format!("{marker}{mark}"), base);
    let mut room = Rect { x, width: area.right() - x, ..area };
    if let Some(aside) = aside.filter(|aside| room.width >= 24 && !aside.text.is_empty()) {
        // A quarter of the row, or all that a short title leaves.
        let most = (room.width / 4).max(room.width.saturating_sub(cells(&title.text)).saturating_sub(2));
        let width = cells(&aside.text).min(most);
        let place = Rect { x: room.right() - width, width, ..room };
        draw_marked(buffer, place, aside, base.patch(theme.quiet()), theme);
        room.width -= width + 2;
    }
    draw_marked(buffer, room, title, base, theme);
}

fn cells(text: &str) -> u16 {
    u16::try_from(text::width(text)).unwrap_or(u16::MAX)
}

/// Draws a text with its marks, cut to its place.
fn draw_marked(buffer: &mut Buffer, area: Rect, marked: &HighlightedText, base: Style, theme: Theme) {
    let text = &marked.text;
    let whole = cells(text) <= area.width;
    let shown = text::cut(text, usize::from(area.width));
    let kept = if whole { text.len() } else { shown.len().saturating_sub(CUT.as_str().len()) };
    let mut at = 0;
    let mut x = area.x;
    let mut piece = |text: &str, style: Style| {
        x = paint::text_at(buffer, Rect { x, width: area.right().saturating_sub(x), ..area }, text, style);
    };
    for mark in &marked.marks {
        let mark = whole_letters(text, mark);
        let mark = mark.start.clamp(at, kept.max(at))..mark.end.clamp(at, kept.max(at));
        piece(&text[at..mark.start], base);
        piece(&text[mark.clone()], base.patch(theme.hit()));
        at = mark.end;
    }
    piece(&text[at..kept], base);
    if !whole && area.width > 0 {
        piece(CUT.as_str(), base);
    }
}

/// A range of bytes widened to whole letters: an accent is drawn with its letter or not at all.
fn whole_letters(text: &str, range: &Range<usize>) -> Range<usize> {
    let letters = || text::graphemes(text).map(|(start, letter)| start..start + letter.len());
    let touched = |letter: &Range<usize>| letter.end > range.start && letter.start < range.end;
    let first = letters().find(touched).map_or(range.start, |letter| letter.start);
    let end = letters().filter(touched).last().map_or(range.end, |letter| letter.end);
    first..end
}

/// Why the filter leaves nothing, and what can be done.
fn why_none_fits(app: &App) -> Vec<String> {
    let filter = app.filter();
    let mut lines = vec!["No proposal fits.".to_owned()];
    let Some(blamed) = filter.answer().blamed() else { return lines };
    let word = safe(filter.clause_text(blamed)).into_owned();
    if filter.lacks_profile() {
        lines.push("fit: needs your skills: mentor-tui --skills go,rust".to_owned());
    } else if blamed.alone == 0 && !blamed.unasked.is_empty() {
        let said: Vec<String> = blamed.unasked.iter().map(ToString::to_string).collect();
        lines.push(format!("{}.", safe(&said.join(", ").replacen("nobody", "Nobody", 1))));
    } else if blamed.alone == 0 {
        lines.push(format!("Nothing holds {OPEN_QUOTE}{word}{CLOSE_QUOTE}."));
    } else {
        let counts = filter.answer().clauses.iter();
        let counts = counts.map(|clause| format!("{} {}", safe(filter.clause_text(clause)), clause.alone));
        lines.push("Each is found, but not all of them in one proposal:".to_owned());
        lines.push(counts.collect::<Vec<_>>().join(DOT.as_str()));
    }
    let nearest = filter.nearest().iter().map(|(skill, count)| format!("{} {count}", skill.name()));
    let nearest = nearest.collect::<Vec<_>>().join(DOT.as_str());
    if !nearest.is_empty() {
        lines.push(format!("Skills near it: {nearest}"));
    }
    let (text, other): (Vec<_>, Vec<_>) =
        filter.instead().iter().partition(|(query, _)| query.starts_with(Scope::Text.name()));
    for (said, offers) in [("The text holds it: ", text), ("Instead of it: ", other)] {
        let offers: Vec<String> =
            offers.iter().map(|(query, count)| format!("{} {count}", safe(query))).collect();
        if !offers.is_empty() {
            lines.push(format!("{said}{}", offers.join(DOT.as_str())));
        }
    }
    lines.push(format!(
        "{} drops {OPEN_QUOTE}{word}{CLOSE_QUOTE}, {} clears the filter.",
        hint(Action::DropTerm),
        hint(Action::Back)
    ));
    lines
}

/// Says why the list is empty.
fn draw_empty(buffer: &mut Buffer, area: Rect, app: &App, why_empty: &str, theme: Theme) {
    let mut lines = Vec::new();
    if app.filter().is_active() {
        lines.extend(why_none_fits(app));
    } else if why_empty.is_empty() {
        lines.push(format!("Reading {ELLIPSIS}"));
    } else {
        lines.push("Nothing to browse here.".to_owned());
        lines.push(format!("There are {}.", safe(&glyphs::sentence(why_empty))));
        lines.push(format!("{} reads the file again, {} quits.", hint(Action::Reload), hint(Action::Close)));
    }
    let wrapped = lines.iter().flat_map(|line| prose::wrap_sentence(line, usize::from(area.width)));
    for (at, line) in wrapped.enumerate() {
        let style = if at == 0 { Style::new().bold() } else { theme.quiet() };
        paint::text_at(buffer, paint::line(area, at), &line, style);
    }
}

//! A proposal in the list: its title, what it asks for, how that fits, in one line or in two.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::news::NewsSign;
use crate::app::problems::sign;
use crate::markdown::glyphs::{CHANGED, CHECK, CURSOR, CUT, DOT, NEW, NONE, STAR};
use crate::model::{Proposal, safe};
use crate::page::limits::short;
use crate::search::sort::Grouping;
use crate::search::{Fit, Highlighter, Shown, skills};
use crate::ui::layout::BESIDE_TITLE;
use crate::ui::theme::{Role, Theme};
use crate::ui::{paint, text};

/// The columns of cursor and sign, and the gap before the title.
const LEAD: u16 = 3;
/// Columns of the mark, with the gap before it.
const STAR_COLUMNS: u16 = BESIDE_TITLE - LEAD - 1;
/// Columns of how well a proposal fits, in words and in numbers, with the gap before them.
const FIT_WORDS: u16 = 12;
const FIT_NUMBERS: u16 = 6;
/// From so many columns on a row of one line has words for it.
const ROOM: u16 = 56;
/// From so many columns on a row of one line has its project at the right.
const ASIDE_ROOM: u16 = 40;
/// So few missing skills leave a proposal worth a look.
const FEW: usize = 1;
/// The rows whose words are kept; more than any screen has.
const KEPT: usize = 1024;

/// The words of second lines that do not depend on the filter, by the number of their proposal.
#[derive(Debug, Clone, Default)]
pub(in crate::ui) struct RowTexts {
    generation: u64,
    texts: HashMap<usize, Rc<Texts>>,
}

/// Values that drawing the list keeps from frame to frame.
pub(in crate::ui) struct Kept<'a> {
    pub(in crate::ui) highlighter: &'a mut Highlighter,
    pub(in crate::ui) texts: &'a mut RowTexts,
}

/// The skills that a proposal asks for, in few words.
#[derive(Debug, Clone, Default)]
struct Texts {
    /// Its required skills, each by its one name.
    skills: Vec<String>,
    /// Its size or how hard it is; empty where it does not say.
    size: String,
}

impl RowTexts {
    fn of(&mut self, generation: u64, index: usize, proposal: &Proposal) -> Rc<Texts> {
        if self.generation != generation || self.texts.len() >= KEPT {
            self.generation = generation;
            self.texts.clear();
        }
        Rc::clone(self.texts.entry(index).or_insert_with(|| Rc::new(Texts::of(proposal))))
    }
}

impl Texts {
    fn of(proposal: &Proposal) -> Self {
        let mut names: Vec<String> = Vec::new();
        for skill in proposal.skills.iter().filter(|skill| skill.level.is_needed()) {
            let meant = skills::meant(&skill.text);
            if meant.is_empty() {
                names.push(safe(&short(&skill.text)).into_owned());
            }
            for name in meant.iter().map(|tag| tag.name()) {
                if names.iter().all(|known| known != name) {
                    names.push(name.to_owned());
                }
            }
        }
        let range = |least: &str, most: &str| {
            if least == most { most.to_owned() } else { format!("{least} to {most}") }
        };
        let size = proposal.effort().size.map(|size| range(size.least.name(), size.most.name()));
        let level = || proposal.difficulty_level().map(|it| range(it.least.name(), it.most.name()));
        Self { skills: names, size: size.or_else(level).unwrap_or_default() }
    }
}

/// A safe text, and what the filter found in it.
struct Marked {
    text: String,
    marks: Vec<Range<usize>>,
}

impl Marked {
    fn new(shown: Shown, text: &str, app: &App, highlighter: &mut Highlighter) -> Self {
        let text = safe(&short(text)).into_owned();
        let marks = highlighter.ranges(app.filter().readings(), shown, &text);
        Self { text, marks }
    }

    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), marks: Vec::new() }
    }
}

/// How a row looks.
#[derive(Clone, Copy)]
struct Look {
    /// Whether it is selected, and has the keyboard.
    selected: Option<bool>,
    theme: Theme,
}

impl Look {
    /// The style of the whole first line.
    fn base(self) -> Style {
        self.selected.map_or_else(Style::new, |focused| self.theme.selected(focused))
    }

    /// The style of the whole second line: it is never reversed, for a bar of two lines hides more than it shows.
    fn second(self) -> Style {
        let base = self.base();
        if base.bg.is_some() { base.not_bold() } else { Style::new() }
    }

    fn within(self, base: Style, role: Role) -> Style {
        // Dim text of the chosen row becomes text.
        if self.selected == Some(true) && base == Style::new() && role.is_dim() {
            return base;
        }
        self.theme.within(base, role)
    }
}

/// Draws a proposal, in a line or in two.
pub(super) fn draw(
    buffer: &mut Buffer,
    (first, second): (Rect, Option<Rect>),
    app: &App,
    index: usize,
    selected: Option<bool>,
    theme: Theme,
    kept: &mut Kept<'_>,
) {
    let Some(entry) = app.catalog().get(index) else { return };
    let proposal = entry.proposal;
    let look = Look { selected, theme };
    let base = look.base();
    let line = first.intersection(buffer.area);
    buffer.set_style(Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line }, base);
    draw_cursor(buffer, first, look);
    if let Some(sign) = app.sign(&proposal.id) {
        let (sign, role) = match sign {
            NewsSign::New => (NEW, Role::New),
            NewsSign::Changed => (CHANGED, Role::Changed),
        };
        let place = Rect { x: first.x + 1, width: first.width.saturating_sub(1), ..first };
        paint::text_at(buffer, place, sign.as_str(), look.within(base, role));
    }
    let titled = if app.is_unread(&proposal.id) { base.bold() } else { base };
    let mut marked = |shown: Shown, text: &str| Marked::new(shown, text, app, kept.highlighter);
    let title = marked(Shown::Title, &proposal.title);
    let mut room = Rect { x: first.x + LEAD, width: first.width.saturating_sub(LEAD), ..first };
    let star = if app.is_marked(&proposal.id) { STAR.as_str() } else { " " };
    room = at_end(buffer, room, STAR_COLUMNS, star, look.within(base, Role::Marked));
    // As long as there is nothing to mend anywhere, rows keep their end.
    if app.shows_problems() && app.problem_count() > 0 {
        let (sign, style) = match app.problems().mark(entry) {
            Some(severity) => (sign(severity), theme.severity_within(base, severity)),
            None => (" ", base),
        };
        room = at_end(buffer, room, 2, sign, style);
    }
    let is_flat = app.sort().grouping(app.filter().ranks()) == Grouping::Flat;
    let project = proposal.project.as_deref().filter(|_| is_flat);
    let Some(second) = second else {
        room = draw_fit(buffer, room, app, index, (look, base));
        let project = project.filter(|_| room.width >= ASIDE_ROOM);
        let aside = project.map(|project| marked(Shown::Project, project));
        if let Some(aside) = aside {
            room = draw_aside(buffer, room, &aside, cells(&title.text), (look, base));
        }
        return draw_marked(buffer, room, &title, (titled, titled), theme);
    };
    draw_marked(buffer, room, &title, (titled, titled), theme);
    if second.is_empty() {
        return;
    }
    let base = look.second();
    let line = second.intersection(buffer.area);
    buffer.set_style(Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line }, base);
    draw_cursor(buffer, second, look);
    let mut parts = Vec::new();
    parts.extend(project.map(|project| marked(Shown::Project, project)));
    let texts = kept.texts.of(app.generation(), index, proposal);
    parts.extend(texts.skills.iter().map(|skill| Marked::new(Shown::Skill, skill, app, kept.highlighter)));
    if texts.skills.is_empty() {
        let words = if proposal.skills.is_empty() { "no skills stated" } else { "no required skills stated" };
        parts.push(Marked::plain(words));
    }
    if !texts.size.is_empty() {
        parts.push(Marked::plain(&texts.size));
    }
    // Shown only where neither title nor second line has the match.
    let is_told = |parts: &[Marked]| parts.iter().any(|part| !part.marks.is_empty());
    if app.filter().is_active() && title.marks.is_empty() && !is_told(&parts) {
        let reason = reason(proposal, |shown, text| Marked::new(shown, text, app, kept.highlighter));
        if let Some(reason) = reason {
            parts.insert(usize::from(project.is_some()), reason);
        }
    }
    let room = Rect { x: second.x + LEAD, width: second.width.saturating_sub(LEAD), ..second };
    let room = draw_fit(buffer, room, app, index, (look, base));
    draw_parts(buffer, room, &parts, (look, base));
}

/// The mentor or the skill, as it is written, that the filter found.
fn reason(proposal: &Proposal, mut marked: impl FnMut(Shown, &str) -> Marked) -> Option<Marked> {
    let project = proposal.project.as_deref().map(|project| (Shown::Project, project));
    let skills = proposal.skills.iter().map(|skill| (Shown::Skill, skill.text.as_str()));
    let names =
        proposal.mentors.iter().flat_map(|mentor| [Some(mentor.name.as_str()), mentor.github.as_deref()]);
    let mentors = names.flatten().map(|name| (Shown::Mentor, name));
    let all = project.into_iter().chain(skills).chain(mentors);
    all.map(|(shown, text)| marked(shown, text)).find(|reason| !reason.marks.is_empty())
}

fn draw_cursor(buffer: &mut Buffer, line: Rect, look: Look) {
    if look.selected.is_some() {
        paint::text_at(buffer, line, CURSOR.as_str(), look.theme.style(Role::Cursor));
    }
}

/// Draws words at the right end of a line, in columns that are theirs whatever they are; gives what is left.
fn at_end(buffer: &mut Buffer, area: Rect, columns: u16, words: &str, style: Style) -> Rect {
    if area.width <= columns {
        return area;
    }
    let place = Rect { x: area.right() - columns, width: columns, ..area };
    paint::text_right(buffer, place, words, style);
    Rect { width: area.width - columns, ..area }
}

/// Draws how a proposal fits at the right end of a line, in columns of its own; gives what is left.
fn draw_fit(buffer: &mut Buffer, area: Rect, app: &App, index: usize, (look, base): (Look, Style)) -> Rect {
    if app.filter().profile().is_empty() {
        return area;
    }
    let fit = app.filter().fit(index);
    let is_wide = area.width >= ROOM || look.second() == base && area.width >= ROOM / 2;
    let columns = if is_wide { FIT_WORDS } else { FIT_NUMBERS };
    let place = at_end(buffer, area, columns, "", base);
    if place == area {
        return area;
    }
    let words = if is_wide { words(fit) } else { numbers(fit) };
    let is_near = fit.and_then(Fit::lacking).is_some_and(|missing| missing <= FEW);
    let style = if is_near { base } else { look.within(base, Role::Dim) };
    let left = paint::text_right(buffer, Rect { x: place.right(), width: columns, ..area }, &words, style);
    if words.starts_with(CHECK.as_str()) {
        let sign = Rect { x: left.right(), width: 1, ..left };
        buffer.set_style(sign.intersection(buffer.area), look.within(base, Role::ChipHave));
    }
    place
}

/// `✓ fits you`, `2 missing`.
fn words(fit: Option<&Fit>) -> String {
    match fit {
        None => NONE.to_string(),
        Some(fit) if fit.needed() == 0 => NONE.to_string(),
        Some(fit) if fit.missing.is_empty() => format!("{CHECK} fits you"),
        Some(fit) => format!("{} missing", fit.missing.len()),
    }
}

/// `✓ 2/2`, `1/3`.
fn numbers(fit: Option<&Fit>) -> String {
    match fit {
        None => NONE.to_string(),
        Some(fit) if fit.needed() == 0 => NONE.to_string(),
        Some(fit) => format!("{}/{}", fit.have.len(), fit.needed()),
    }
}

/// Draws the project at the right of a title that leaves room for it; gives what is left.
fn draw_aside(
    buffer: &mut Buffer,
    room: Rect,
    aside: &Marked,
    title: u16,
    (look, base): (Look, Style),
) -> Rect {
    let most = (room.width / 4).max(room.width.saturating_sub(title.saturating_add(2)));
    let width = cells(&aside.text).min(most);
    let place = Rect { x: room.right() - width, width, ..room };
    draw_marked(buffer, place, aside, (base, look.within(base, Role::Dim)), look.theme);
    Rect { width: room.width - width.saturating_add(2).min(room.width), ..room }
}

/// Draws parts with dots between them, as many as there is room for.
fn draw_parts(buffer: &mut Buffer, area: Rect, parts: &[Marked], (look, base): (Look, Style)) {
    let dim = look.within(base, Role::Dim);
    let mut x = area.x;
    for (at, part) in parts.iter().enumerate() {
        let rest = |x: u16| Rect { x, width: area.right().saturating_sub(x), ..area };
        if at > 0 {
            if rest(x).width < 5 {
                break;
            }
            x = paint::text_at(buffer, rest(x), DOT.as_str(), dim);
        }
        let room = rest(x);
        draw_marked(buffer, room, part, (base, dim), look.theme);
        x = x.saturating_add(cells(&part.text).min(room.width));
    }
}

fn cells(text: &str) -> u16 {
    u16::try_from(text::width(text)).unwrap_or(u16::MAX)
}

/// Draws a text with its marks, cut to its place.
fn draw_marked(
    buffer: &mut Buffer,
    area: Rect,
    marked: &Marked,
    (base, style): (Style, Style),
    theme: Theme,
) {
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
        piece(&text[at..mark.start], style);
        piece(&text[mark.clone()], theme.within(base, Role::Match));
        at = mark.end;
    }
    piece(&text[at..kept], style);
    if !whole && area.width > 0 {
        piece(CUT.as_str(), style);
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

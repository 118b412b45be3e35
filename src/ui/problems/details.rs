//! The details of one problem: the rule, the sentence, the text that it is about, and the fix.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::problems::{Excerpt, Problem, sign};
use crate::check::Applicability;
use crate::markdown::glyphs::{self, CUT, DOT, Glyph, RULE, RULE_BEFORE};
use crate::markdown::mail::EmailVisibility;
use crate::model::safe;
use crate::ui::theme::Theme;
use crate::ui::{paint, prose, text};

/// The sign between the number of a line and its text.
const GUTTER: Glyph = glyphs::BESIDE;
/// Under so many rows there is no room for the text that a problem is about.
const LOW: u16 = 5;

/// Draws the details, as far as they fit: what comes first matters most.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    problem: &Problem,
    emails: EmailVisibility,
    theme: Theme,
) {
    if area.is_empty() {
        return;
    }
    draw_rule(buffer, paint::line(area, 0), problem, theme);
    let mut at = 1;
    let width = usize::from(area.width);
    let mut write = |buffer: &mut Buffer, sentence: &str, style: Style| {
        let sentence = emails.in_text(sentence);
        for line in prose::wrap_sentence(&safe(&sentence), width) {
            paint::text_at(buffer, paint::line(area, at), &line, style);
            at += 1;
        }
        at
    };
    let at = write(buffer, &problem.found.message, Style::new().bold());
    let mut at = at;
    if area.height >= LOW {
        at += ProblemDetails::of(problem, width, emails).draw(buffer, area, at, problem, theme);
    }
    for (sentence, style) in ways_out(problem, theme) {
        let sentence = emails.in_text(&sentence).into_owned();
        for line in prose::wrap_sentence(&safe(&sentence), width) {
            paint::text_at(buffer, paint::line(area, at), &line, style);
            at += 1;
        }
    }
}

/// `── ! warning MT204 mentor-handle-no-at · line 12 ──────`.
fn draw_rule(buffer: &mut Buffer, line: Rect, problem: &Problem, theme: Theme) {
    let found = &problem.found;
    let rest = |x: u16| Rect { x, width: line.right().saturating_sub(x), ..line };
    let x = paint::text_at(buffer, line, RULE_BEFORE.as_str(), theme.quiet());
    let severity = format!("{} {}", sign(found.severity), found.severity.name());
    let x = paint::text_at(buffer, rest(x), &severity, theme.severity(found.severity));
    let name = format!(" {} {}{DOT}line {} ", found.rule.code, found.rule.name, problem.line);
    let name = text::cut(&name, usize::from(rest(x).width)).into_owned();
    let x = paint::text_at(buffer, rest(x), &name, Style::new());
    paint::text_at(buffer, rest(x), &RULE.repeat(usize::from(rest(x).width)), theme.quiet());
}

/// Sentences about the fix, and notes.
fn ways_out(problem: &Problem, theme: Theme) -> Vec<(String, Style)> {
    let found = &problem.found;
    let mut ways = Vec::new();
    if let Some(fix) = &found.fix {
        let way = match fix.applicability {
            Applicability::Safe if problem.is_fixable() => {
                format!("{}: fix: {}", hint(Action::PreviewFix), fix.message)
            }
            Applicability::Safe => format!("Fix: {}", fix.message),
            Applicability::Unsafe => format!("Fix (changes what is read): {}", fix.message),
            Applicability::Placeholder => format!("Fill in: {}", fix.message),
        };
        ways.push((way, Style::new()));
    } else if let Some(help) = &found.help {
        ways.push((format!("Help: {help}"), Style::new()));
    }
    ways.extend(found.notes.iter().map(|note| (note.clone(), theme.quiet())));
    ways
}

/// The line on which a problem begins, as much of it as fits around what is wrong.
struct ProblemDetails {
    number: usize,
    before: String,
    about: String,
    after: String,
}

impl ProblemDetails {
    fn of(problem: &Problem, width: usize, emails: EmailVisibility) -> Self {
        let shown = |part: &str| safe(&emails.in_text(&part.replace('\t', "  "))).into_owned();
        let Excerpt { before, about, after } = &problem.excerpt;
        let (before, about, after) = (shown(before), shown(about), shown(after));
        let room = width.saturating_sub(problem.line.to_string().len() + text::width(GUTTER.as_str()));
        // The text after the problem gets at most a third of the row.
        let behind = text::width(&after).min(room / 3);
        let most = room.saturating_sub(text::width(&about) + behind).max(room / 4);
        let over = text::width(&before).saturating_sub(most);
        let before = if over == 0 { before } else { format!("{CUT}{}", text::skip(&before, over + 1)) };
        let about = text::cut(&about, room.saturating_sub(text::width(&before))).into_owned();
        let after = text::cut(&after, room.saturating_sub(text::width(&before) + text::width(&about)));
        Self { number: problem.line, after: after.into_owned(), before, about }
    }

    /// Draws it from a row on; gives the number of rows that it took.
    fn draw(&self, buffer: &mut Buffer, area: Rect, at: usize, problem: &Problem, theme: Theme) -> usize {
        let line = paint::line(area, at);
        let rest = |x: u16, line: Rect| Rect { x, width: line.right().saturating_sub(x), ..line };
        let x = paint::text_at(buffer, line, &format!("{}{GUTTER}", self.number), theme.quiet());
        let x = paint::text_at(buffer, rest(x, line), &self.before, Style::new());
        let style = theme.severity(problem.found.severity);
        let end = paint::text_at(buffer, rest(x, line), &self.about, style.underlined());
        paint::text_at(buffer, rest(end, line), &self.after, Style::new());
        let below = paint::line(area, at + 1);
        let carets = "^".repeat(usize::from((end - x).max(1)));
        let room = rest(x.min(below.right()), below);
        let end = paint::text_at(buffer, room, &carets, style);
        let Some(label) = problem.found.label.as_deref().map(safe) else { return 2 };
        let beside = rest((end + 1).min(below.right()), below);
        if text::width(&label) <= usize::from(beside.width) {
            paint::text_at(buffer, beside, &label, style);
            return 2;
        }
        // On a row of its own it ends where the line does.
        let last = paint::line(area, at + 2);
        let shift = text::width(&label).min(usize::from(last.width));
        let start = x.min(last.right().saturating_sub(u16::try_from(shift).unwrap_or(u16::MAX)));
        let room = rest(start.max(last.x), last);
        paint::text_at(buffer, room, &text::cut(&label, usize::from(room.width)), style);
        3
    }
}

//! The list without a row: why, and what can be done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::action::Action;
use crate::app::keymap::{Focus, hint, hint_in};
use crate::markdown::glyphs::{self, CLOSE_QUOTE, DOT, ELLIPSIS, OPEN_QUOTE};
use crate::model::safe;
use crate::search::{Scope, fit};
use crate::ui::theme::Theme;
use crate::ui::{paint, prose};

/// Why the filter leaves nothing, and what can be done.
fn why_none_fits(app: &App) -> Vec<String> {
    let filter = app.filter();
    let mut lines = vec!["No match.".to_owned()];
    let Some(blamed) = filter.answer().blamed() else { return lines };
    let word = safe(filter.clause_text(blamed)).into_owned();
    if filter.lacks_profile() {
        lines.push(format!("fit: needs your skills. {}: set them.", hint(Action::ShowSkills)));
    } else if blamed.alone == 0 && word.starts_with("fit:") {
        lines.push(
            fit::shortfall(filter.profile(), filter.fits())
                .unwrap_or_else(|| "None of these proposals names a required skill to compare.".to_owned()),
        );
    } else if blamed.alone == 0 && !blamed.unasked.is_empty() {
        let said: Vec<String> = blamed.unasked.iter().map(ToString::to_string).collect();
        lines.push(format!("{}.", safe(&said.join(", ").replacen("nobody", "Nobody", 1))));
    } else if blamed.alone == 0 {
        lines.push(format!("No proposals match {OPEN_QUOTE}{word}{CLOSE_QUOTE}."));
    } else {
        let counts = filter.answer().clauses.iter();
        let counts = counts.map(|clause| format!("{} {}", safe(filter.clause_text(clause)), clause.alone));
        lines.push("Each word matches proposals, but no proposal matches all:".to_owned());
        lines.push(counts.collect::<Vec<_>>().join(DOT.as_str()));
    }
    let nearest = filter.nearest().iter().map(|(skill, count)| format!("{} {count}", skill.name()));
    let nearest = nearest.collect::<Vec<_>>().join(DOT.as_str());
    if !nearest.is_empty() {
        lines.push(format!("Similar skills: {nearest}"));
    }
    let (text, other): (Vec<_>, Vec<_>) =
        filter.instead().iter().partition(|(query, _)| query.starts_with(Scope::Text.name()));
    for (said, offers) in [("In the text: ", text), ("Instead: ", other)] {
        let offers: Vec<String> =
            offers.iter().map(|(query, count)| format!("{} {count}", safe(query))).collect();
        if !offers.is_empty() {
            lines.push(format!("{said}{}", offers.join(DOT.as_str())));
        }
    }
    lines.push(format!(
        "{}: remove {OPEN_QUOTE}{word}{CLOSE_QUOTE}. {}: clear the filter.",
        hint(Action::DropTerm),
        hint_in(Focus::List, Action::Back)
    ));
    lines
}

/// Says why the list is empty.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, app: &App, why_empty: &str, theme: Theme) {
    let mut lines = Vec::new();
    if app.filter().is_active() {
        lines.extend(why_none_fits(app));
    } else if why_empty.is_empty() {
        lines.push(format!("Reading {ELLIPSIS}"));
    } else {
        lines.push("No proposals here.".to_owned());
        lines.push(format!("There are {}.", safe(&glyphs::sentence(why_empty))));
        lines.push(format!("{}: reload. {}: quit.", hint(Action::Reload), hint(Action::Close)));
    }
    let area = area.inner(ratatui::layout::Margin::new(1, 0));
    let wrapped = lines.iter().flat_map(|line| prose::wrap_sentence(line, usize::from(area.width)));
    for (at, line) in wrapped.enumerate() {
        let style = if at == 0 { Style::new().bold() } else { theme.quiet() };
        paint::text_at(buffer, paint::line(area, at), &line, style);
    }
}

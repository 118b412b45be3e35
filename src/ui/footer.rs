//! The footer: what just happened, or the keys that count now.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::header::inset;
use super::theme::Theme;
use super::{paint, prose, text};
use crate::app::App;
use crate::app::action::Action;
use crate::app::keymap::{self, Focus};
use crate::app::progress::Progress;
use crate::markdown::glyphs::{self, DOT, FULL, RULE};
use crate::model::safe;

/// Cells of the gauge.
const GAUGE: usize = 10;

/// Bytes.
const MEGABYTE: u64 = 1_000_000;

/// How many rows it would like to have on a screen of this width: a notice is shown whole.
pub(super) fn rows(app: &App, width: u16) -> u16 {
    let lines = |text: Cow<'_, str>| {
        prose::wrap_sentence(&safe(&glyphs::sentence(&text)), sentence_width(width)).len()
    };
    let rows = app.sentence().map_or(1, |text| lines(text) + usize::from(has_keys(app)));
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// Draws it.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, app: &App, theme: Theme) {
    if let Some(text) = app.sentence() {
        let failed = app.notice().is_some_and(|notice| notice.is_error);
        let style = if failed { theme.error() } else { Style::new().bold() };
        let lines = prose::wrap_sentence(&safe(&glyphs::sentence(&text)), sentence_width(area.width));
        for (at, line) in lines.iter().enumerate() {
            paint::text_at(buffer, inset(paint::line(area, at)), line, style);
        }
        if has_keys(app) {
            draw_keys(buffer, inset(paint::line(area, lines.len())), app, theme);
        } else if app.progress().is_under_way() {
            let last = inset(paint::line(area, lines.len().saturating_sub(1)));
            let said = lines.last().map_or(0, |line| text::width(line));
            let gauge = format!("  {}", gauge(app.progress()));
            if said + text::width(&gauge) <= usize::from(last.width) {
                paint::text_right(buffer, last, &gauge, Style::new());
            }
        }
        return;
    }
    let mut line = inset(paint::line(area, 0));
    if app.progress().is_under_way() {
        line = paint::text_right(buffer, line, &format!("  {}", gauge(app.progress())), Style::new());
    }
    draw_keys(buffer, line, app, theme);
}

/// Whether the keys stand below the sentence: where it stays as long as one moves in a menu.
fn has_keys(app: &App) -> bool {
    app.notice().is_none() && matches!(app.focus(), Focus::Menu | Focus::Narrowing | Focus::QrCode)
}

fn draw_keys(buffer: &mut Buffer, line: Rect, app: &App, theme: Theme) {
    let mut x = line.x;
    for (key, words) in hints(app.focus(), |action| app.has_use(action), usize::from(line.width)) {
        let rest = |x: u16| Rect { x, width: line.right().saturating_sub(x), ..line };
        x = paint::text_at(buffer, rest(x), &key, theme.key()) + 1;
        x = paint::text_at(buffer, rest(x), words, theme.quiet()) + 2;
    }
}

/// The keys that count now with what they do, as many as fit. On a narrow screen those in the
/// middle give way: the first is what one does most, the last are help and the way out.
fn hints(focus: Focus, has_use: impl Fn(Action) -> bool, cells: usize) -> Vec<(String, &'static str)> {
    let shown = keymap::bindings(focus).filter(|binding| binding.in_footer && has_use(binding.action));
    let mut hints: Vec<_> =
        shown.filter_map(|binding| Some((binding.keys.first()?.name(), binding.name))).collect();
    let width = |(key, words): &(String, &str)| text::width(key) + 1 + text::width(words) + 2;
    while hints.iter().map(width).sum::<usize>() > cells + 2 && !hints.is_empty() {
        hints.remove(hints.len().saturating_sub(3));
    }
    hints
}

/// `⠙ reading 12/66 · 1.3/2.1 MB ━━━━━━────`. The sign turns while a server is waited for.
fn gauge(progress: Progress) -> String {
    let Progress { documents, all_documents, bytes, all_bytes, awaited, turn } = progress;
    let size = match (bytes, all_bytes) {
        (0, 0) => String::new(),
        (_, 0) => format!("{DOT}{}", size(bytes, bytes)),
        (_, all) => format!("{DOT}{}/{}", number(bytes, all), size(all, all)),
    };
    let done = usize::try_from(progress.percent() / 10).unwrap_or(GAUGE).min(GAUGE);
    let bar = FULL.repeat(done) + &RULE.repeat(GAUGE - done);
    let sign = if awaited > 0 { format!("{} ", glyphs::turn(turn)) } else { String::new() };
    format!("{sign}reading {documents}/{all_documents}{size} {bar}")
}

/// `1.3 MB`, `60 kB`: bytes, in the unit that suits so many.
fn size(bytes: u64, of: u64) -> String {
    let unit = if of < MEGABYTE { "kB" } else { "MB" };
    format!("{} {unit}", number(bytes, of))
}

fn number(bytes: u64, of: u64) -> String {
    if of < MEGABYTE {
        bytes.div_ceil(1000).to_string()
    } else {
        format!("{}.{}", bytes / MEGABYTE, bytes % MEGABYTE / (MEGABYTE / 10))
    }
}

fn sentence_width(width: u16) -> usize {
    usize::from(width.saturating_sub(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(focus: Focus, cells: usize) -> String {
        let hints = hints(focus, |_| true, cells);
        hints.iter().map(|(key, words)| format!("{key} {words}")).collect::<Vec<_>>().join("  ")
    }

    #[test]
    fn hints_fit_at_every_width() {
        for (focus, cells) in Focus::ALL.iter().flat_map(|&focus| (0..200).map(move |cells| (focus, cells))) {
            assert!(text::width(&line(focus, cells)) <= cells, "{focus:?} at {cells}");
        }
    }

    #[test]
    fn on_a_narrow_screen_the_way_out_stays() {
        assert!(line(Focus::List, 200).starts_with("j move  Enter read"));
        assert!(line(Focus::List, 40).ends_with("? help  q quit"));
        assert_eq!(line(Focus::List, 16), "? help  q quit");
        assert!(line(Focus::Help, 20).ends_with("Esc close"));
    }
}

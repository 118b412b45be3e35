//! Undo: brings back what was listed before a change to filter or order.

use super::App;
use super::changes::Listed;
use super::layer::Layer;
use crate::markdown::glyphs::{CLOSE_QUOTE, OPEN_QUOTE};
use crate::search::sort::Sort;

/// An action begins.
pub(super) fn begin(app: &mut App) {
    if !is_typed(app) {
        app.changes.before = Some(Listed::of(&app.state.browsing));
    }
}

/// An action is done: what it changed can be undone, and its filter comes into the history.
pub(super) fn note(app: &mut App) {
    if is_typed(app) {
        return;
    }
    let now = Listed::of(&app.state.browsing);
    if app.layers.is_empty() {
        app.state.browsing.history.add(&now.filter);
    }
    let changes = &mut app.changes;
    if let Some(before) = changes.before.take().filter(|before| *before != now) {
        changes.push(before);
    }
}

/// Undoes the last change. A notice says what that was.
pub(super) fn undo(app: &mut App) {
    let Some(past) = app.changes.pop() else { return app.state.inform("Nothing to undo.") };
    let browsing = &mut app.state.browsing;
    let mut done = Vec::new();
    if browsing.filter.input.text().trim() != past.filter {
        browsing.set_filter(&past.filter);
        done.push(match past.filter.as_str() {
            "" => "no filter".to_owned(),
            filter => format!("filter {OPEN_QUOTE}{filter}{CLOSE_QUOTE}"),
        });
    }
    if browsing.sort != past.sort {
        browsing.set_sort(past.sort);
        let is_filtered = browsing.filter.ranks();
        let shown = Sort { order: past.sort.in_effect(is_filtered), ..past.sort };
        done.push(format!("sorted {shown}"));
    }
    // It is no change of its own: the next one to undo is the one before.
    app.changes.before = None;
    app.state.inform(format!("Undone. Back to: {}.", done.join(", ")));
}

/// Whether a filter is being typed, which is one change as a whole.
fn is_typed(app: &App) -> bool {
    app.layers.iter().any(|layer| matches!(layer, Layer::Filter(_)))
}

//! Undo: takes back the last change to the filter, the order or the shortlist.

use super::App;
use super::changes::{Listed, Past};
use super::effect::Effect;
use super::layer::Layer;
use super::shelving;
use crate::markdown::glyphs::{CLOSE_QUOTE, OPEN_QUOTE};
use crate::model::ShortlistChange;
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
        changes.push(Past::Listed(before));
    }
}

/// Undoes the last change. A notice says what that was.
pub(super) fn undo(app: &mut App) -> Option<Effect> {
    match app.changes.pop() {
        None => app.state.inform("Nothing to undo."),
        Some(Past::Listed(past)) => bring_back(app, &past),
        Some(Past::Shortlist(changes)) => {
            let reversed = changes.into_iter().rev().map(ShortlistChange::reversed).collect();
            let effect = shelving::apply(&mut app.state, reversed);
            app.state.inform("Undone: the shortlist is as it was before.");
            return effect;
        }
    }
    None
}

/// Brings back what was listed.
fn bring_back(app: &mut App, past: &Listed) {
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

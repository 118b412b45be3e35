//! The counts: shown, and taken over into the filter.

use crate::app::action::Effect;
use crate::app::notice::Notice;
use crate::app::stats::StatsPanel;
use crate::app::{App, Layer, Pane};

/// Counts what is listed.
pub(super) fn show(app: &mut App) {
    if app.list.is_empty() {
        app.notify(Notice::info("no proposal is listed: there is nothing to count"));
        return;
    }
    app.layers.push(Layer::Stats(StatsPanel::default()));
    app.recount();
}

/// Adds the selected bar to the filter, and shows what that leaves.
pub(super) fn filter_by_bar(app: &mut App) -> Option<Effect> {
    let Some(Layer::Stats(board)) = app.layers.last() else { return None };
    let clause = board.bar()?.clause.clone();
    app.layers.pop();
    app.pane = Pane::List;
    if !app.filter.add(&clause) {
        app.notify(Notice::info(format!("the filter says {clause} already")));
        return None;
    }
    app.refilter();
    app.list.select_first();
    app.notify(Notice::info(format!("filtered by {clause}; i counts what is left, Esc drops the filter")));
    None
}

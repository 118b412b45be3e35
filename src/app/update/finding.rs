//! What is looked for: in the list by the filter bar, in the detail by the search.

use crate::app::action::Edit;
use crate::app::detail::Find;
use crate::app::follow::NO_SELECTION;
use crate::app::layer::FilterBackup;
use crate::app::notice::Notice;
use crate::app::{App, Layer, Pane};

/// Opens the filter bar.
pub(super) fn filter(app: &mut App) {
    app.pane = Pane::List;
    let home = app.selected_id();
    let input = app.filter.input.clone();
    let before = Box::new(FilterBackup { input, selected: home.clone(), offset: app.list.offset() });
    // What is typed now is a word of its own, not the end of the last one.
    if !app.filter.input.text().is_empty() && !app.filter.input.text().ends_with(' ') {
        app.filter.input.edit(Edit::End);
        app.filter.input.paste(" ");
    }
    app.layers.push(Layer::Filter { home, chosen: false, before });
}

/// Gives the filter, the selection and the scroll position back that were there before the filter bar was opened.
pub(super) fn cancel(app: &mut App, before: FilterBackup) {
    app.filter.input = before.input;
    app.refilter();
    app.select_id(before.selected.as_ref());
    app.list.scroll_to_offset(before.offset);
}

/// Removes the clause that matches nothing.
pub(super) fn drop_term(app: &mut App) {
    if app.filter.drop_blamed() {
        let home = match app.layers.last() {
            Some(Layer::Filter { home, .. }) => home.clone(),
            _ => None,
        };
        app.refilter();
        app.select_id(home.as_ref());
    } else {
        app.notify(Notice::info("every part of the filter leaves something"));
    }
}

/// Opens the search in the text.
pub(super) fn find(app: &mut App) {
    if app.list.is_empty() {
        app.notify(Notice::info("there is no text to search in"));
        return;
    }
    app.pane = Pane::Detail;
    app.detail.find = Some(Find::default());
    app.layers.push(Layer::Find);
}

/// Goes to the next match of the search, or of the filter where there is none.
pub(super) fn step_match(app: &mut App, forward: bool) {
    let Some(id) = app.selected_id() else { return app.notify(Notice::info(NO_SELECTION)) };
    if app.detail.needle().is_empty() && app.filter.is_active() {
        if super::detail_is_shown(app) && !app.detail.step_mark(&id, forward, &app.viewport) {
            app.notify(Notice::info("nothing on this page is what the filter looked for"));
        }
    } else if app.detail.needle().is_empty() {
        app.notify(Notice::info("no search in the text yet: / in the detail begins one"));
    } else if super::detail_is_shown(app) && !app.detail.step_match(&id, forward, &app.viewport) {
        app.find_next(forward);
    }
}

//! Marking proposals, and comparing those that are marked.

use super::action::{Action, Step};
use super::keymap::hint;
use super::notice::NO_SELECTION;
use super::rows::Scroll;
use super::{App, Layer, Pane};

/// The most proposals that are compared: more do not fit side by side.
const MOST: usize = 3;

/// Marks the selected proposal, or removes its mark. The list moves on to the next one.
pub(super) fn toggle(app: &mut App) {
    let Some(id) = app.state.browsing.selected_id() else {
        return app.state.inform(NO_SELECTION);
    };
    let is_marked = app.state.browsing.bookmarks.toggle(&id);
    if app.state.pane == Pane::List {
        app.state.browsing.list.rows.step(Step::Down, app.state.viewport.list_rows);
    }
    let count = app.state.browsing.marked().len();
    let key = hint(Action::Compare);
    let notice = match (is_marked, count) {
        (true, 1) => format!("1 marked. Mark another one, then press {key} to compare."),
        (true, 2..=MOST) => format!("{count} marked. Press {key} to compare."),
        (true, _) => format!("{count} marked. At most {MOST} can be compared."),
        (false, 0) => "Mark removed. None left.".to_owned(),
        (false, _) => format!("Mark removed. {count} left."),
    };
    app.state.inform(notice);
}

/// Shows the marked proposals side by side, or says why that cannot be.
pub(super) fn compare(app: &mut App) {
    let (mark, key) = (hint(Action::ToggleMark), hint(Action::Compare));
    let notice = match app.state.browsing.marked().len() {
        0 => format!("Nothing is marked. Mark two or three proposals with {mark}, then press {key}."),
        1 => format!("1 marked. Mark another proposal with {mark} to compare."),
        2..=MOST => return app.layers.push(Layer::Compare(Box::default())),
        many => format!("{many} marked, but at most {MOST} can be compared. Remove a mark with {mark}."),
    };
    app.state.inform(notice);
}

//! Marking proposals, and comparing those that are marked.

use super::action::Action;
use super::keymap::{Focus, hint};
use super::notice::NO_SELECTION;
use super::scroll_panel::ScrollPanel;
use super::{App, Layer};

/// The most proposals that are compared: more do not fit side by side.
const MOST: usize = 3;

/// Marks the selected proposal, or removes its mark.
pub(super) fn toggle(app: &mut App) {
    let Some(id) = app.state.browsing.selected_id() else {
        return app.state.inform(NO_SELECTION);
    };
    let is_marked = app.state.browsing.bookmarks.toggle(&id);
    let count = app.state.browsing.marked().len();
    let key = hint(Action::Compare);
    let notice = match (is_marked, count) {
        (true, 1) => format!("marked; mark another one, and {key} compares them"),
        (true, 2..=MOST) => format!("marked, {count} now; {key} compares them"),
        (true, _) => format!("marked, {count} now; {key} compares no more than {MOST}"),
        (false, 0) => "not marked any more; none is".to_owned(),
        (false, _) => format!("not marked any more; {count} left"),
    };
    app.state.inform(notice);
}

/// Shows the marked proposals side by side, or says why that cannot be.
pub(super) fn compare(app: &mut App) {
    let (mark, key) = (hint(Action::ToggleMark), hint(Action::Compare));
    let notice = match app.state.browsing.marked().len() {
        0 => format!("no proposal is marked: {mark} marks two or three, then {key} compares them"),
        1 => format!("one proposal is marked; {mark} marks another one to compare it with"),
        2..=MOST => return app.layers.push(Layer::Compare(Box::new(ScrollPanel::new(Focus::Compare)))),
        many => format!("{many} proposals are marked and {MOST} can be compared; {mark} takes a mark away"),
    };
    app.state.inform(notice);
}

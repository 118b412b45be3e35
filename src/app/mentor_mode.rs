//! Turning the mentor view on and off; what it shows is in [`mentor_view`](super::mentor_view).

use super::App;
use super::action::Action;
use super::keymap::hint;

impl App {
    /// Shows the mentor view, or ends it.
    pub fn set_mentor_view(&mut self, is_on: bool) {
        set(self, is_on);
    }

    /// Whether problems are shown beside titles and counted in the header.
    pub fn shows_problems(&self) -> bool {
        self.state.problems.are_shown
    }
}

/// Shows the mentor view, or ends it.
pub(super) fn toggle(app: &mut App) {
    let is_on = !app.state.browsing.is_desk;
    set(app, is_on);
    let key = hint(Action::ToggleMentorView);
    app.state.inform(if is_on {
        format!("Mentor view on: problems beside the titles. Press {key} to turn it off.")
    } else {
        "Mentor view off.".to_owned()
    });
}

fn set(app: &mut App, is_on: bool) {
    app.state.problems.are_shown = is_on;
    app.state.browsing.is_desk = is_on;
    let selected = app.state.browsing.selected_id();
    app.state.browsing.refilter();
    app.state.browsing.select_id(selected.as_ref());
}

//! Commands that change a little of the state, and the menu of all of them.

use super::action::Action;
use super::detail::Find;
use super::effect::Effect;
use super::find_bar::FindBar;
use super::keymap::{self, hint};
use super::picker::{Choice, MenuItem, Picker};
use super::state::State;
use super::{App, Layer, Pane, jump, mentor_view, saved_filters};
use crate::markdown::glyphs;
use crate::markdown::mail::EmailVisibility;

/// Removes the clause of the filter that matches nothing.
pub(super) fn drop_term(app: &mut App) {
    if !app.state.browsing.filter.drop_blamed() {
        return app.state.inform("Every word of the filter matches something.");
    }
    app.state.browsing.refilter();
    if let Some(Layer::Filter(bar)) = app.layers.last() {
        app.state.browsing.select_id(bar.home());
    }
}

/// Opens the search in the text.
pub(super) fn find(app: &mut App) {
    if app.state.browsing.list.is_empty() {
        return app.state.inform("No text to search in.");
    }
    app.state.pane = Pane::Detail;
    app.state.detail.find = Some(Find::default());
    app.layers.push(Layer::Find(Box::new(FindBar)));
}

pub(super) fn toggle_mouse(state: &mut State) -> Effect {
    state.mouse = !state.mouse;
    if state.mouse {
        state.inform("Mouse on: it selects and scrolls here.");
    } else {
        let key = hint(Action::ToggleMouse);
        state.inform(format!("Mouse off: select text as usual. Press {key} to turn it on."));
    }
    Effect::CaptureMouse(state.mouse)
}

pub(super) fn toggle_emails(state: &mut State) {
    state.detail.emails = state.detail.emails.toggled();
    match state.detail.emails {
        EmailVisibility::Shown => {
            let key = hint(Action::ToggleEmails);
            state.inform(format!("E-mail addresses shown. Press {key} to mask them."));
        }
        EmailVisibility::Masked => state.inform("E-mail addresses masked."),
    }
}

/// Drops the filter; of one that narrows the proposals of the mentor whose view is shown, all but the mentor.
pub(super) fn narrow_back(state: &mut State) {
    let text = state.browsing.filter.input.text().trim();
    let mentor = if state.browsing.is_desk { mentor_view::named(text) } else { None };
    let mentor = mentor.map(|mentor| mentor_view::filter(&mentor, ""));
    match mentor.filter(|of_mentor| of_mentor != text) {
        Some(of_mentor) => {
            state.browsing.set_filter(&of_mentor);
            state.inform(format!("All proposals of the mentor. Press {} to undo.", hint(Action::Undo)));
        }
        None => clear_filter(state),
    }
}

/// Shows all proposals again.
pub(super) fn clear_filter(state: &mut State) {
    if state.browsing.filter.is_active() {
        state.browsing.set_filter("");
        state.inform(format!("Filter cleared. Press {} to undo.", hint(Action::Undo)));
    } else {
        state.inform("No filter to clear.");
    }
}

/// Switches between one pane and two; a notice says so when the terminal has room for one only.
pub(super) fn toggle_one_pane(state: &mut State, shown: Pane) {
    if state.viewport.can_split {
        state.one_pane = !state.one_pane;
        state.pane = if state.one_pane { shown } else { state.pane };
    } else {
        let key = hint(Action::OtherPane);
        state.inform(format!("Only one pane fits here. Press {key} for the other one."));
    }
}

/// The menu of all commands.
pub(super) fn palette(app: &App) -> Picker {
    let pane = app.focus();
    let keymap = keymap::in_use();
    let commands = keymap.rows().filter(|binding| binding.is_command(pane));
    let items = commands.map(|binding| MenuItem {
        name: glyphs::sentence(&format!("{}: {}", binding.name, binding.help)).into_owned(),
        note: binding.key_names(),
        keywords: binding.keywords,
        choice: Choice::Run(binding.action),
    });
    let jumps = app.selected().into_iter().flat_map(|(_, entry)| jump::items(entry));
    Picker::new("Commands", items.chain(saved_filters::items(&app.state)).chain(jumps).collect())
        .typed_at_once()
}

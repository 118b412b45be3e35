//! Changes how the panes share the screen.

use super::panes::ThirdPane;
use super::state::State;

/// The fewest and the most columns that can be asked for; the screen says what is possible.
const COLUMNS: (u16, u16) = (20, 1000);
/// Columns that one key adds or takes.
const STEP: u16 = 4;

/// Gives the list more columns, or fewer.
pub(super) fn resize(state: &mut State, grow: bool) {
    let now = state.viewport.list_columns;
    if now == 0 {
        return state.inform("The panes are not side by side here.");
    }
    drag(state, if grow { now.saturating_add(STEP) } else { now.saturating_sub(STEP) });
}

/// Puts the line between list and detail into a column, as far as the screen has room for both.
pub(super) fn drag(state: &mut State, column: u16) {
    let (least, most) = state.viewport.list_bounds;
    let column = column.clamp(COLUMNS.0, COLUMNS.1);
    state.panes.list_columns = Some(column.clamp(least, most.max(least)));
}

/// Shows the next third pane, or none after the last.
pub(super) fn next_third(state: &mut State) {
    if !state.viewport.can_have_third {
        return state.inform("A third pane needs 160 columns.");
    }
    state.panes.third = match state.panes.third {
        None => Some(ThirdPane::Facets),
        Some(ThirdPane::Facets) => Some(ThirdPane::Problems),
        Some(ThirdPane::Problems) => None,
    };
}

//! Changing the shortlist, and taking a change back.

use super::effect::Effect;
use super::state::State;
use crate::model::ShortlistChange;

/// Makes changes, here and in the file. `None` where the file cannot be changed; a notice says why.
pub(super) fn apply(state: &mut State, changes: Vec<ShortlistChange>) -> Option<Effect> {
    let browsing = &mut state.browsing;
    if let Some(why) = browsing.shelf.refused.clone() {
        state.fail(why);
        return None;
    }
    for change in &changes {
        browsing.shelf.apply(change, &browsing.catalog);
    }
    browsing.shelf_changed();
    Some(Effect::SaveShortlist(changes))
}

//! The search in the text goes on into the next proposal of the list whose page shows it.

use super::action::Action;
use super::keymap::hint;
use super::state::State;
use crate::page::search::PageSearch;
use crate::search::fit;

/// The most bytes of Markdown that are read for one key: others are waiting.
const MOST_READ: usize = 1 << 20;

/// The end of a search through the list.
enum FindOutcome {
    /// The catalog index of the proposal, and whether the way there led around the end of the list.
    Found(usize, bool),
    /// Not found as far as this one, by its catalog index; the rest was not looked through.
    Paused(usize),
    Nowhere,
}

/// Goes to the next proposal (or the one before) that shows the text, around the end of the list.
pub(super) fn find_next(state: &mut State, forward: bool) {
    let outcome = look_through(state, forward);
    let needle = state.detail.needle().to_owned();
    let list = &mut state.browsing.list;
    let here = list.selected();
    let sentence = match outcome {
        FindOutcome::Nowhere => format!("No match of “{needle}” in any listed proposal."),
        FindOutcome::Paused(index) => {
            list.select(index);
            let key = hint(if forward { Action::NextMatch } else { Action::PreviousMatch });
            format!("No match of “{needle}” so far. Press {key} to search on.")
        }
        FindOutcome::Found(index, is_around) => {
            list.select(index);
            state.detail.seek_end(forward);
            let title = state.browsing.selected().map_or("", |(_, entry)| entry.proposal.title.as_str());
            match (is_around, forward) {
                _ if here == Some(index) => {
                    format!("“{needle}” is in this proposal only. Continued at its other end.")
                }
                (false, true) => format!("Next: {title}"),
                (false, false) => format!("Previous: {title}"),
                (true, true) => format!("Continued at the top: {title}"),
                (true, false) => format!("Continued at the bottom: {title}"),
            }
        }
    };
    state.inform(sentence);
}

fn look_through(state: &State, forward: bool) -> FindOutcome {
    let State { browsing, detail, .. } = state;
    let mut search = PageSearch::new(detail.needle());
    let here = browsing.list.selected();
    for (index, is_around) in browsing.list.around(forward) {
        let Some(entry) = browsing.catalog.get(index) else { continue };
        let is_found = if here == Some(index) {
            !state.viewport.matches.is_empty()
        } else if detail.source {
            search.is_in_source(entry, detail.emails)
        } else {
            let fit = fit::marks(browsing.filter.profile(), browsing.filter.fit(index));
            search.is_on_page(entry, &fit, detail.emails)
        };
        if is_found {
            return FindOutcome::Found(index, is_around);
        }
        if search.bytes_read() >= MOST_READ && here != Some(index) {
            return FindOutcome::Paused(index);
        }
    }
    FindOutcome::Nowhere
}

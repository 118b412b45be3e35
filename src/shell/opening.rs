//! Opening another listing in the same session, from the start page.

use std::path::PathBuf;

use super::documents::Documents;
use super::error::ShellError;
use super::frontend::Frontend;
use super::start_page::StartPage;
use super::state_writer::StateWriter;
use crate::app::action::Action;
use crate::app::keymap::{Focus, hint_in};
use crate::model::Origin;

pub(super) fn show_start(start: &StartPage, front: &mut Frontend) {
    front.app.show_start((start.places)());
}

/// Opens a place in place of what is open, and returns it as it was named. Where it cannot be read, the start page comes
/// back.
pub(super) fn open_listing(
    start: &StartPage,
    target: Option<PathBuf>,
    (state, documents): (&mut StateWriter, &mut Documents),
    front: &mut Frontend,
) -> Result<Vec<PathBuf>, ShellError> {
    let opening = (start.open)(target);
    state.keep_view(front);
    let view = (opening.filter.clone(), opening.sort);
    let new = StateWriter::new(opening.remember, opening.document, view, front.app.panes());
    std::mem::replace(state, new).finish();
    // Events that the threads of the documents before still send are about those.
    front.number += 1;
    let (settings, watch) = (documents.settings().clone(), documents.watch());
    *documents = Documents::new(opening.plan, settings, watch, Some(Origin::Sample)).chosen_at_start();
    front.app.open_other(&opening.filter, opening.sort);
    front.view.name_source(opening.source);
    front.view.explain(String::new());
    if !opening.filter.is_empty() {
        let key = hint_in(Focus::List, Action::Back);
        front.info(format!("Filtered as you left it. Press {key} to clear the filter."));
    }
    documents.start(front)?;
    Ok(opening.opened)
}

/// Comes back to the start page where a place that was chosen on it cannot be read.
pub(super) fn return_to_start(
    start: &StartPage,
    (state, documents): (&mut StateWriter, &mut Documents),
    front: &mut Frontend,
) {
    if documents.take_failed() {
        state.forget_opened();
        let notice = front.app.notice().cloned();
        show_start(start, front);
        if let Some(notice) = notice {
            front.app.notify(notice);
        }
    }
}

//! Repositories and archives: many documents of one source, which is read again as a whole.

use std::collections::HashSet;

use super::{Documents, explain};
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::reload::ReloadSummary;
use crate::loading::{ReadOutcome, Readout};
use crate::model::Origin;
use crate::shell::events::ReloadReason;
use crate::shell::frontend::Frontend;

impl Documents {
    /// Updates the catalog to a new reading of a repository or an archive, and shows a notice about it.
    pub(super) fn update_tree(
        &mut self,
        origin: &Origin,
        outcome: ReadOutcome,
        reason: ReloadReason,
        front: &mut Frontend,
    ) {
        let shown = self.shown_of(origin, front);
        match outcome {
            Ok(Readout { stale: Some(stale), .. }) => front.info(stale.to_string()),
            Ok(readout) => self.replace_tree(origin, readout, &shown, reason, front),
            Err(error) if reason == ReloadReason::WasKept && error.is_passing() => front.info(format!(
                "Showing the cached copy of {origin}. Press {} to try again.",
                hint(Action::Reload)
            )),
            Err(error) if !shown.is_empty() => front.error(format!("{error}; the last reading stays")),
            Err(error) => front.error(error.to_string()),
        }
    }

    fn replace_tree(
        &mut self,
        origin: &Origin,
        readout: Readout,
        shown: &[Origin],
        reason: ReloadReason,
        front: &mut Frontend,
    ) {
        let now: HashSet<Origin> =
            readout.listings.iter().map(|listing| listing.document.origin().clone()).collect();
        let gone: Vec<Origin> = shown.iter().filter(|origin| !now.contains(*origin)).cloned().collect();
        self.forget(&gone, front);
        let Some(place) = self.loading.plan.place(origin) else { return };
        self.loading.plan.place_documents(place, now.iter());
        let start = self.start_of(place, front);
        let mut changes = ReloadSummary::default();
        let mut is_same = gone.is_empty();
        for (at, listing) in readout.listings.into_iter().enumerate() {
            let listings = front.app.catalog().listings();
            let old = listings.iter().find(|old| old.document.origin() == listing.document.origin());
            let has_changed = old.is_none_or(|old| {
                let (was, new) = (&old.document, &listing.document);
                was.text() != new.text() || was.reading() != new.reading()
            });
            if has_changed {
                is_same = false;
                changes += front.app.reload(listing, start + at);
            }
        }
        explain(front);
        self.loading.found(origin);
        if front.app.given_filter().is_some_and(|given| given == front.app.filter().input.text()) {
            front.app.show_newest_term();
        }
        if let Some(problem) = readout.problems.first() {
            return front.error(problem.to_string());
        }
        if !is_same {
            front.info(format!("Reloaded {origin}: {changes}"));
        } else if reason == ReloadReason::Asked {
            front.info("Reloaded: no changes.");
        }
    }

    /// The documents of a repository or an archive that are in the catalog.
    fn shown_of(&self, origin: &Origin, front: &Frontend) -> Vec<Origin> {
        let plan = &self.loading.plan;
        let place = plan.place(origin);
        let origins = front.app.catalog().listings().iter().map(|listing| listing.document.origin());
        origins.filter(|origin| place.is_some() && plan.place(origin) == place).cloned().collect()
    }
}

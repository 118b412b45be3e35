//! The marks: proposals that a person picked out, kept by identity through filter, sort and reload.

use std::collections::HashMap;

use super::notice::Notice;
use super::{App, Layer};
use crate::model::{Catalog, ProposalId};

/// More do not fit side by side; any number can be marked, to be printed.
const MOST: usize = 3;

/// The marked proposals, in the order in which they were marked.
#[derive(Debug, Clone, Default)]
pub(super) struct Bookmarks {
    ids: Vec<ProposalId>,
}

impl Bookmarks {
    fn contains(&self, id: &ProposalId) -> bool {
        self.ids.contains(id)
    }

    /// Bookmarks a proposal, or takes its mark away; says whether it is marked now.
    fn toggle(&mut self, id: &ProposalId) -> bool {
        let before = self.ids.len();
        self.ids.retain(|marked| marked != id);
        let is_new = self.ids.len() == before;
        if is_new {
            self.ids.push(id.clone());
        }
        is_new
    }

    /// Where each is now, by its catalog index; nothing where it went away.
    pub(super) fn places(&self, catalog: &Catalog) -> Vec<Option<usize>> {
        self.ids.iter().map(|id| catalog.find(id)).collect()
    }

    /// Those that have another identity now keep their marks.
    pub(super) fn rename(&mut self, renamed: &HashMap<&ProposalId, &ProposalId>) {
        for id in &mut self.ids {
            if let Some(&new) = renamed.get(&*id) {
                id.clone_from(new);
            }
        }
    }

    /// Each went to this place of another catalog, where it may be called otherwise.
    pub(super) fn follow(&mut self, places: impl Iterator<Item = Option<usize>>, catalog: &Catalog) {
        for (id, place) in self.ids.iter_mut().zip(places) {
            if let Some(entry) = place.and_then(|index| catalog.get(index)) {
                id.clone_from(&entry.proposal.id);
            }
        }
    }
}

impl App {
    /// Whether a proposal is marked.
    #[must_use]
    pub fn is_marked(&self, id: &ProposalId) -> bool {
        self.marks.contains(id)
    }

    /// The marked proposals that are there, by their catalog indexes, in the order in which they were
    /// marked. One that went away keeps its mark, should it come back.
    #[must_use]
    pub fn marked(&self) -> Vec<usize> {
        self.marks.places(&self.catalog).into_iter().flatten().collect()
    }
}

/// Bookmarks the selected proposal, or takes its mark away.
pub(super) fn toggle(app: &mut App) {
    let Some(id) = app.selected_id() else {
        return app.notify(Notice::info("no proposal is selected"));
    };
    let is_marked = app.marks.toggle(&id);
    let count = app.marked().len();
    let said = match (is_marked, count) {
        (true, 1) => "marked; mark another one, and c compares them".to_owned(),
        (true, 2..=MOST) => format!("marked, {count} now; c compares them"),
        (true, _) => format!("marked, {count} now; c compares no more than {MOST}"),
        (false, 0) => "not marked any more; none is".to_owned(),
        (false, _) => format!("not marked any more; {count} left"),
    };
    app.notify(Notice::info(said));
}

/// Shows the marked proposals side by side; says what to do where that cannot be.
pub(super) fn compare(app: &mut App) {
    let said = match app.marked().len() {
        0 => "no proposal is marked: Space marks two or three, then c compares them".to_owned(),
        1 => "one proposal is marked; Space marks another one to compare it with".to_owned(),
        2..=MOST => return app.layers.push(Layer::Compare { top: 0 }),
        many => format!("{many} proposals are marked and {MOST} can be compared; Space takes a mark away"),
    };
    app.notify(Notice::info(said));
}

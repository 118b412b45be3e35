//! Mending: a fix is tried on a copy and shown, then made in the file and read again; on threads, since a
//! large document and a disk take their time.

use std::collections::HashMap;
use std::sync::Arc;

use super::Shell;
use super::documents::Reason;
use super::events::Event;
use crate::app::fix_preview::FixPreview;
use crate::app::notice::Notice;
use crate::model::Origin;
use crate::store::mended::{self, Unmended};

/// What was mended and is not read again yet, and what is to be said then.
pub(super) type Mended = HashMap<Origin, String>;

/// What came of mending.
#[derive(Debug)]
pub(super) enum Mending {
    /// A fix as it will be, or why it is not made.
    Shown(Result<FixPreview, String>),
    /// The file was written, or not.
    Written { origin: Origin, outcome: Result<(), Unmended> },
}

impl Shell {
    /// Tries the fix of a problem on a copy of its document, to show it.
    pub(super) fn try_fix(&mut self, origin: &Origin, number: usize) {
        let (catalog, sender) = (self.app.shared_catalog(), self.sender.clone());
        let Some(checked) = self.app.problems().of(origin).map(Arc::clone) else { return };
        let try_it = move || {
            let mut listings = catalog.listings().iter();
            let listing = listings.find(|it| it.document.origin() == &checked.origin);
            let shown = match (listing, checked.problems.get(number)) {
                (Some(listing), Some(problem)) => FixPreview::of(listing, problem, &checked.settings),
                _ => Err("this problem is not there any more".to_owned()),
            };
            drop::<Arc<_>>(catalog);
            // The loop may have ended before; then nobody has to know.
            let _ = sender.send(Event::Mending(Box::new(Mending::Shown(shown))));
        };
        self.start("mending", try_it);
    }

    /// Makes a fix in the file.
    pub(super) fn mend(&mut self, preview: FixPreview) {
        let FixPreview { origin, line, what, old, new, .. } = preview;
        let mut documents = self.app.catalog().listings().iter().map(|listing| &listing.document);
        let document = documents.find(|it| *it.origin() == origin && it.text() == old).cloned();
        let sender = self.sender.clone();
        let mended = origin.clone();
        let write = move || {
            let outcome = document.ok_or(Unmended::Changed).and_then(|it| mended::write(&it, &new));
            // The loop may have ended before; then nobody has to know.
            let _ = sender.send(Event::Mending(Box::new(Mending::Written { origin, outcome })));
        };
        // Before the thread: whoever watches may read the document at once.
        self.mended.insert(mended.clone(), format!("mended line {line}: {what}"));
        if !self.start("mending", write) {
            self.mended.remove(&mended);
        }
    }

    /// Takes what came of mending.
    pub(super) fn take_mending(&mut self, mending: Mending) {
        match mending {
            Mending::Shown(Ok(preview)) => self.app.show_fix(preview),
            Mending::Shown(Err(why)) => self.app.notify(Notice::error(why)),
            Mending::Written { origin, outcome: Ok(()) } => {
                // Whoever watches may have read it by now, and said so.
                if let Some(said) = self.mended.get(&origin) {
                    self.app.notify(Notice::info(said.clone()));
                }
                self.read_again(vec![origin], Reason::Changed);
            }
            Mending::Written { origin, outcome: Err(why) } => {
                self.mended.remove(&origin);
                let said = format!("{origin} was not mended: {why}");
                self.app.notify(Notice::error(said.clone()));
                if matches!(why, Unmended::Changed) {
                    // That it is read again, which comes at once, must not hide why.
                    self.mended.insert(origin.clone(), said);
                    self.changed(origin);
                }
            }
        }
    }
}

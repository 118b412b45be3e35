//! Fixes: tried on a copy and shown, then written to the file, which is read again. Both happen on threads: a large
//! document and a disk take their time.

use std::sync::Arc;

use super::documents::Documents;
use super::events::{Event, FixEvent, ReloadReason};
use super::frontend::Frontend;
use crate::app::fix_preview::FixPreview;
use crate::model::Origin;
use crate::store::write_back::{self, WriteBackError};

/// Tries the fix of a problem, by its index among those of a document, to show it.
pub(super) fn preview(origin: &Origin, number: usize, front: &mut Frontend) {
    let catalog = front.app.shared_catalog();
    let Some(checked) = front.app.problems().of(origin).map(Arc::clone) else { return };
    front.start("fixing", move || {
        let mut listings = catalog.listings().iter();
        let listing = listings.find(|it| it.document.origin() == &checked.origin);
        let shown = match (listing, checked.problems.get(number)) {
            (Some(listing), Some(problem)) => FixPreview::of(listing, problem, &checked.settings),
            _ => Err("This problem is gone.".to_owned()),
        };
        drop::<Arc<_>>(catalog);
        Event::Fix(Box::new(FixEvent::Shown(shown)))
    });
}

/// Writes a fix to the file of its document.
pub(super) fn write(preview: FixPreview, documents: &mut Documents, front: &mut Frontend) {
    let origin = preview.origin.clone();
    let mut known = front.app.catalog().listings().iter().map(|listing| &listing.document);
    let document = known.find(|it| *it.origin() == origin && it.text() == preview.old);
    let Some(document) = document.cloned() else {
        return front.error(failure(&preview, &WriteBackError::Changed));
    };
    // Before the thread starts: the watch may lead to another reading at once.
    documents.notices.insert(origin.clone(), preview.notice());
    let write = move || {
        let outcome = write_back::write(&document, &preview.new);
        Event::Fix(Box::new(FixEvent::Written { fix: preview, outcome }))
    };
    if !front.start("fixing", write) {
        documents.notices.remove(&origin);
    }
}

pub(super) fn handle(event: FixEvent, documents: &mut Documents, front: &mut Frontend) {
    match event {
        FixEvent::Shown(Ok(preview)) => front.app.show_fix(preview),
        FixEvent::Shown(Err(why)) => front.error(why),
        FixEvent::Written { fix, outcome: Ok(()) } => {
            let origin = fix.origin.clone();
            front.app.note_fix(fix);
            // The watch may have led to another reading by now, which showed the notice.
            if let Some(notice) = documents.notices.get(&origin) {
                front.info(notice.clone());
            }
            documents.read_again(vec![origin], ReloadReason::Changed, front);
        }
        FixEvent::Written { fix, outcome: Err(why) } => {
            let notice = failure(&fix, &why);
            let origin = fix.origin;
            documents.notices.remove(&origin);
            front.error(notice.clone());
            if matches!(why, WriteBackError::Changed) {
                // The document is read again at once, and the notice about that must not hide this one.
                documents.notices.insert(origin.clone(), notice);
                documents.changed(origin, front);
            }
        }
    }
}

/// A sentence about a fix that was not written.
fn failure(fix: &FixPreview, why: &WriteBackError) -> String {
    let done = if fix.is_undo { "not put back" } else { "not fixed" };
    format!("{} {done}: {why}", fix.origin)
}

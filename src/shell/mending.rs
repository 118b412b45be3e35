//! Mending: a fix is tried on a copy and shown, then made in the file and read again; on threads, since a
//! large document and a disk take their time.

use std::collections::HashMap;
use std::sync::Arc;

use similar::{ChangeTag, TextDiff};

use super::Shell;
use super::documents::Reason;
use super::events::Event;
use crate::app::mending::{Change, Fate, Preview};
use crate::app::notice::Notice;
use crate::app::problems::Problem;
use crate::check::{Applicability, fix};
use crate::model::{Document, Listing, Origin};
use crate::parse;
use crate::store::mended::{self, Unmended};

/// So many lines stay around those that change.
const AROUND: usize = 3;

/// What was mended and is not read again yet, and what is to be said then.
pub(super) type Mended = HashMap<Origin, String>;

/// What came of mending.
#[derive(Debug)]
pub(super) enum Mending {
    /// A fix as it will be, or why it is not made.
    Shown(Result<Preview, String>),
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
                (Some(listing), Some(problem)) => preview(listing, problem),
                _ => Err("this problem is not there any more".to_owned()),
            };
            drop::<Arc<_>>(catalog);
            // The loop may have ended before; then nobody has to know.
            let _ = sender.send(Event::Mending(Box::new(Mending::Shown(shown))));
        };
        self.start("mending", try_it);
    }

    /// Makes a fix in the file.
    pub(super) fn mend(&mut self, preview: Preview) {
        let Preview { origin, line, what, old, new, .. } = preview;
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

/// A fix as it will be; a sentence where it is not to be made.
fn preview(listing: &Listing, problem: &Problem) -> Result<Preview, String> {
    let origin = listing.document.origin();
    let old = listing.document.text();
    if fix::merge_marks(old).is_some() {
        return Err(format!("{origin} holds a merge that was not finished; finish it first"));
    }
    let reading = |text: &str| parse::parse(&Document::new(origin.clone(), text)).proposals;
    let fixed = fix::apply(old, [&problem.found], Applicability::Safe, &reading);
    if fixed.count == 0 || fixed.text == old {
        return Err(
            "the fix would change what is read, so it is not made; e opens the editor there".to_owned()
        );
    }
    let what = problem.found.fix.as_ref().map(|fix| fix.message.clone()).unwrap_or_default();
    Ok(Preview {
        origin: origin.clone(),
        line: problem.line,
        what,
        changes: changes(old, &fixed.text),
        old: old.to_owned(),
        new: fixed.text,
        top: None,
    })
}

/// The lines that differ, with some around them.
fn changes(old: &str, new: &str) -> Vec<Change> {
    let diff = TextDiff::from_lines(old, new);
    let mut changes = Vec::new();
    for group in diff.grouped_ops(AROUND) {
        if !changes.is_empty() {
            changes.push(Change { fate: Fate::Gap, number: 0, text: String::new() });
        }
        for change in group.iter().flat_map(|operation| diff.iter_changes(operation)) {
            let (fate, index) = match change.tag() {
                ChangeTag::Equal => (Fate::Kept, change.new_index()),
                ChangeTag::Delete => (Fate::Old, change.old_index()),
                ChangeTag::Insert => (Fate::New, change.new_index()),
            };
            let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
            changes.push(Change { fate, number: index.unwrap_or(0) + 1, text });
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_differ_stand_between_those_around_them() {
        let lines: Vec<String> = (1..=30).map(|number| format!("line {number}\r\n")).collect();
        let old = lines.concat();
        let new = old.replace("line 3\r", "LINE 3\r").replace("line 20\r", "LINE 20\r");
        let shown: Vec<String> = changes(&old, &new)
            .iter()
            .map(|change| {
                let sign = match change.fate {
                    Fate::Kept => ' ',
                    Fate::Old => '-',
                    Fate::New => '+',
                    Fate::Gap => '…',
                };
                format!("{sign}{} {}", change.number, change.text)
            })
            .collect();
        assert_eq!(shown[..4], [" 1 line 1", " 2 line 2", "-3 line 3", "+3 LINE 3"]);
        assert_eq!((shown[7].as_str(), shown.len()), ("…0 ", 7 + 1 + 8));
    }
}

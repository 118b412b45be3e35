//! Writes the shortlist, on a thread: a disk may take its time. What is not written is kept, and tried again with the
//! next change and at the end.

use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

use super::events::Event;
use super::frontend::Frontend;
use crate::model::{Shortlist, ShortlistChange};
use crate::store::{paths, shortlist};

/// The outcome of writing: the shortlist with what other programs changed, or why it was not written, in a sentence.
pub(super) type Written = Result<Shortlist, String>;

#[derive(Debug, Default)]
pub(super) struct ShortlistWriter {
    /// Changes that are not written yet: first those that are on their way.
    unsaved: Vec<ShortlistChange>,
    /// How many of them are on their way.
    under_way: usize,
    writing: Option<JoinHandle<()>>,
}

impl ShortlistWriter {
    /// Writes changes, behind those that are under way.
    pub(super) fn save(&mut self, changes: Vec<ShortlistChange>, front: &Frontend) {
        self.unsaved.extend(changes);
        self.start(front.sender.clone());
    }

    fn start(&mut self, sender: Sender<Event>) {
        if self.under_way > 0 || self.unsaved.is_empty() {
            return;
        }
        let changes = self.unsaved.clone();
        self.under_way = changes.len();
        // The loop may have ended already.
        let write = move || drop(sender.send(Event::Shortlist(Box::new(written(&changes)))));
        match thread::Builder::new().name("shortlist".to_owned()).spawn(write) {
            Ok(thread) => self.writing = Some(thread),
            // The end of the program writes it.
            Err(_) => self.under_way = 0,
        }
    }

    /// The changes under way are written, or not.
    pub(super) fn handle(&mut self, outcome: Written, front: &mut Frontend) {
        let count = std::mem::take(&mut self.under_way);
        match outcome {
            Ok(list) => {
                self.unsaved.drain(..count.min(self.unsaved.len()));
                if self.unsaved.is_empty() {
                    front.app.set_shortlist(Ok(list));
                } else {
                    self.start(front.sender.clone());
                }
            }
            Err(why) => front
                .error(format!("The shortlist is not saved: {why}. The next change and quitting try again.")),
        }
    }

    /// Waits until everything is written. Returns a sentence where that cannot be.
    pub(super) fn finish(mut self, waiting: impl IntoIterator<Item = Event>) -> Option<String> {
        // The message of a panic was written by the hook.
        let _ = self.writing.take().map(JoinHandle::join);
        for event in waiting {
            if let Event::Shortlist(outcome) = event
                && outcome.is_ok()
            {
                let count = std::mem::take(&mut self.under_way);
                self.unsaved.drain(..count.min(self.unsaved.len()));
            }
        }
        if self.unsaved.is_empty() {
            return None;
        }
        written(&self.unsaved).err().map(|why| format!("the shortlist is not saved: {why}"))
    }
}

/// Writes changes to the file of the person.
pub(super) fn written(changes: &[ShortlistChange]) -> Written {
    let Some(folder) = paths::data() else { return Err("there is no home folder to keep it in".to_owned()) };
    shortlist::update(&folder, changes).map_err(|error| error.to_string())
}

//! StateWriter: what is open is remembered for the next time, on a thread: a disk may take its time.

use std::path::PathBuf;
use std::thread::{self, JoinHandle};

use super::Shell;
use super::events::Event;
use crate::app::notice::Notice;
use crate::search::sort::Sort;
use crate::store::state::{State, ViewKey};
use crate::store::{paths, state};

/// What is to be remembered.
#[derive(Debug)]
pub(super) struct StateWriter {
    /// What was opened; empty once it is being written.
    opened: Vec<PathBuf>,
    writing: Option<JoinHandle<()>>,
    /// What filter and order are kept for.
    document: Option<String>,
    /// The filter that is kept.
    filter: String,
    /// The order that is kept.
    sort: Sort,
}

impl StateWriter {
    pub(super) fn new(opened: Vec<PathBuf>, document: Option<String>, filter: String, sort: Sort) -> Self {
        Self { opened, writing: None, document, filter, sort }
    }

    /// Waits for what is being written: who leaves at once has opened it nevertheless.
    pub(super) fn finish(self) {
        // A thread that panicked has said so.
        let _ = self.writing.map(JoinHandle::join);
    }
}

impl Shell {
    /// Remembers what was opened, once there is something of it on the screen.
    pub(super) fn remember(&mut self) {
        if self.memory.opened.is_empty() || self.app.catalog().listings().is_empty() {
            return;
        }
        let opened = std::mem::take(&mut self.memory.opened);
        self.write(move |state| state.set_last(&opened));
    }

    /// Keeps filter and order for the next time, where they are others.
    pub(super) fn keep_view(&mut self) {
        let (filter, sort) = (self.app.filter().input.text().trim(), self.app.sort());
        let changed = filter != self.memory.filter || sort != self.memory.sort;
        let Some(document) = self.memory.document.clone().filter(|_| changed) else { return };
        filter.clone_into(&mut self.memory.filter);
        self.memory.sort = sort;
        let filter = self.memory.filter.clone();
        self.write(move |state| {
            state.keep(&document, ViewKey::Filter, &filter);
            state.keep(&document, ViewKey::Sort, &sort.word());
        });
    }

    /// Changes what is remembered, on a thread, after what is being written.
    fn write(&mut self, change: impl FnOnce(&mut State) + Send + 'static) {
        let sender = self.sender.clone();
        let before = self.memory.writing.take();
        let write = move || {
            // A thread that panicked has said so.
            let _ = before.map(JoinHandle::join);
            let Some(directory) = paths::state() else { return };
            let notice = match state::update(&directory, change) {
                Ok(None) => return,
                Ok(Some(aside)) => format!(
                    "what was remembered cannot be understood; it is kept as {}",
                    paths::tilde(&aside)
                ),
                Err(error) => format!("what is open cannot be remembered: {error}"),
            };
            // The loop may have ended before; then nobody has to know.
            let _ = sender.send(Event::NotRemembered(notice));
        };
        // Without a thread nothing is remembered, and everything else is fine.
        self.memory.writing = thread::Builder::new().name("memory".to_owned()).spawn(write).ok();
    }

    /// Says that something is not remembered, unless there is more important news.
    pub(super) fn not_remembered(&mut self, sentence: String) {
        if self.app.notice().is_none() {
            self.app.notify(Notice::info(sentence));
        }
    }
}

//! Writes the state file, on a thread: a disk may take its time.

use std::path::PathBuf;
use std::thread::{self, JoinHandle};

use super::events::Event;
use super::frontend::Frontend;
use crate::app::{Panes, ThirdPane};
use crate::search::sort::Sort;
use crate::store::state::{SavedState, ViewKey};
use crate::store::{paths, state};

#[derive(Debug)]
pub(super) struct StateWriter {
    /// The paths to remember; empty once they are being written.
    opened: Vec<PathBuf>,
    writing: Option<JoinHandle<()>>,
    /// The key under which filter and order are remembered; `None` to remember neither.
    document: Option<String>,
    /// The remembered filter.
    filter: String,
    /// The remembered order.
    sort: Sort,
    /// The remembered panes.
    panes: Panes,
    /// The remembered filters of this session.
    filters: Vec<String>,
}

impl StateWriter {
    pub(super) fn new(
        opened: Vec<PathBuf>,
        document: Option<String>,
        (filter, sort): (String, Sort),
        panes: Panes,
    ) -> Self {
        Self { opened, writing: None, document, filter, sort, panes, filters: Vec::new() }
    }

    /// Remembers neither what was opened nor how it is shown: it cannot be read.
    pub(super) fn forget_opened(&mut self) {
        self.opened.clear();
        self.document = None;
    }

    /// Waits until everything is written.
    pub(super) fn finish(self) {
        // The message of a panic was written by the hook.
        let _ = self.writing.map(JoinHandle::join);
    }

    /// Remembers the opened paths, once one of their documents is on the screen.
    pub(super) fn keep_opened(&mut self, front: &Frontend) {
        if self.opened.is_empty() || front.app.catalog().listings().is_empty() {
            return;
        }
        let opened = std::mem::take(&mut self.opened);
        self.write(front, move |state| state.set_last(&opened));
    }

    /// Remembers the filters that were used since.
    fn keep_history(&mut self, front: &Frontend) {
        let fresh = front.app.history().fresh();
        if fresh != self.filters {
            self.filters = fresh.to_vec();
            let filters = self.filters.clone();
            self.write(front, move |state| state.add_filters(&filters));
        }
    }

    /// Remembers filter, order and the filters before, if they changed.
    pub(super) fn keep_view(&mut self, front: &Frontend) {
        self.keep_history(front);
        let (filter, sort) = (front.app.filter().input.text().trim(), front.app.sort());
        let changed = filter != self.filter || sort != self.sort;
        let Some(document) = self.document.clone().filter(|_| changed) else { return };
        filter.clone_into(&mut self.filter);
        self.sort = sort;
        // The newest term will be another one.
        let filter = if front.app.given_filter() == Some(filter) { String::new() } else { filter.to_owned() };
        self.write(front, move |state| {
            state.keep(&document, ViewKey::Filter, &filter);
            state.keep(&document, ViewKey::Sort, &sort.word());
        });
    }

    /// Remembers how the panes share the screen, if that changed.
    pub(super) fn keep_panes(&mut self, front: &Frontend) {
        let panes = front.app.panes();
        if panes != self.panes {
            self.panes = panes;
            self.write(front, move |state| {
                state.set_panes(panes.list_columns, panes.third.map(ThirdPane::name));
            });
        }
    }

    /// Changes the state file, after the writing that is under way.
    fn write(&mut self, front: &Frontend, change: impl FnOnce(&mut SavedState) + Send + 'static) {
        let sender = front.sender.clone();
        let before = self.writing.take();
        let write = move || {
            // The message of a panic was written by the hook.
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
            // The loop may have ended already.
            let _ = sender.send(Event::NotRemembered(notice));
        };
        // Without a thread nothing is remembered, and everything else works.
        self.writing = thread::Builder::new().name("memory".to_owned()).spawn(write).ok();
    }
}

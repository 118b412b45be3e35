//! The state, its pictures and the way into the queue: everything that answers of the outside change.

use std::sync::mpsc::Sender;
use std::thread;

use super::events::Event;
use crate::app::App;
use crate::app::notice::Notice;
use crate::ui::View;

pub(super) struct Frontend {
    pub(super) app: App,
    pub(super) view: View,
    /// Into the queue of the loop.
    pub(super) sender: Sender<Event>,
    /// The number of the listings opened before in this session: events of reading carry it.
    pub(super) number: usize,
}

impl Frontend {
    pub(super) fn info(&mut self, sentence: impl Into<String>) {
        self.app.notify(Notice::info(sentence));
    }

    pub(super) fn error(&mut self, sentence: impl Into<String>) {
        self.app.notify(Notice::error(sentence));
    }

    /// Starts a thread for something that the user asked for, and returns whether it runs. If the system starts no
    /// thread, a notice says so. The event that `work` returns goes into the queue.
    pub(super) fn start(&mut self, name: &str, work: impl FnOnce() -> Event + Send + 'static) -> bool {
        let sender = self.sender.clone();
        // The loop may have ended already.
        let work = move || drop(sender.send(work()));
        let started = thread::Builder::new().name(name.to_owned()).spawn(work);
        if let Err(error) = &started {
            self.error(format!("the system starts no thread for that: {error}"));
        }
        started.is_ok()
    }
}

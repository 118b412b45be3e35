//! Found: documents that lie in an opened directory by now, and did not when it was opened.

use std::path::PathBuf;
use std::thread;

use super::{LoadEvent, Reason};
use crate::shell::Shell;
use crate::shell::events::Event;
use crate::source;

impl Shell {
    /// Looks through every opened directory again.
    pub(super) fn search_all_again(&self, reason: Reason) {
        let directories = self.documents.plan.directories.iter();
        self.search_again(directories.map(|directory| directory.path.clone()).enumerate().collect(), reason);
    }

    /// Something may have come into a directory: it is looked through again, unless that is still to
    /// be done when all is read.
    pub(super) fn searchable(&self, path: PathBuf) {
        let place = self.documents.plan.directories.iter().position(|directory| directory.path == path);
        if let Some(place) = place.filter(|_| self.documents.complete) {
            self.search_again(vec![(place, path)], Reason::Found);
        }
    }

    /// Looks through directories again, given with their places in the plan.
    fn search_again(&self, directories: Vec<(usize, PathBuf)>, reason: Reason) {
        if directories.is_empty() {
            return;
        }
        let sender = self.sender.clone();
        let search = move || {
            // One that is gone holds nothing new.
            for (directory, path) in directories.into_iter().filter(|(_, path)| path.is_dir()) {
                let files = source::discover(&path).files;
                // The loop may have ended before; then nobody has to know.
                let _ = sender.send(Event::Load(LoadEvent::Found { directory, files, reason }));
            }
        };
        // Without a thread nothing new is found; what is there stays.
        let _ = thread::Builder::new().name("searching".to_owned()).spawn(search);
    }

    /// Takes what lies in a directory now, and reads what is new of it. What is gone goes only when
    /// somebody asked: an editor that saves may take a file away for a moment.
    pub(super) fn found(&mut self, directory: usize, files: Vec<PathBuf>, reason: Reason) {
        let taken = self.documents.plan.update_directory(directory, files);
        if reason == Reason::Asked {
            self.forget(&taken.gone);
        }
        self.read_again(taken.new, Reason::Found);
    }
}

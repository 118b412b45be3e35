//! Finding documents that came into an opened directory.

use std::path::PathBuf;
use std::thread;

use super::Documents;
use crate::shell::events::{Event, LoadEvent, ReloadReason};
use crate::shell::frontend::Frontend;
use crate::source;

impl Documents {
    /// Searches every opened directory again.
    pub(super) fn search_all(&self, reason: ReloadReason, front: &Frontend) {
        let directories = self.loading.plan.directories.iter();
        search(directories.map(|directory| directory.path.clone()).enumerate().collect(), reason, front);
    }

    /// Searches a directory in which something changed; nothing before the plan is read, for then all are searched.
    pub(super) fn directory_changed(&self, path: PathBuf, front: &Frontend) {
        let directories = &self.loading.plan.directories;
        let place = directories.iter().position(|directory| directory.path == path);
        if let Some(place) = place.filter(|_| self.complete) {
            search(vec![(place, path)], ReloadReason::Found, front);
        }
    }

    /// Takes the files that are in a directory now, and reads the new ones. Those that are gone leave the screen only
    /// when the user asked: an editor that saves may take a file away for a moment.
    pub(super) fn found(
        &mut self,
        directory: usize,
        files: Vec<PathBuf>,
        reason: ReloadReason,
        front: &mut Frontend,
    ) {
        let difference = self.loading.plan.update_directory(directory, files);
        if reason == ReloadReason::Asked {
            self.forget(&difference.gone, front);
        }
        self.read_again(difference.new, ReloadReason::Found, front);
    }
}

/// Searches directories, given with their indexes in the plan, on a thread.
fn search(directories: Vec<(usize, PathBuf)>, reason: ReloadReason, front: &Frontend) {
    if directories.is_empty() {
        return;
    }
    let (sender, number) = (front.sender.clone(), front.number);
    let search = move || {
        // A directory that is gone holds nothing new.
        for (directory, path) in directories.into_iter().filter(|(_, path)| path.is_dir()) {
            let files = source::discover(&path).files;
            // The loop may have ended already.
            let _ = sender.send(Event::Load(number, LoadEvent::Found { directory, files, reason }));
        }
    };
    // Without a thread no new file is found; the known ones stay.
    let _ = thread::Builder::new().name("searching".to_owned()).spawn(search);
}

//! Notes in the editor: a note is written to a file of its own, edited there, and taken back.

use std::path::{Path, PathBuf};

use super::frontend::Frontend;
use super::shortlist_writer::ShortlistWriter;
use crate::app::effect::Effect;
use crate::files;
use crate::model::ShortlistEntry;
use crate::store::{config, paths};

/// The most bytes of a note that are taken back.
const MOST: u64 = 1 << 20;

/// Writes the note of an entry where an editor finds it. `None` where it cannot be written; a notice says why.
pub(super) fn lay_out(entry: &ShortlistEntry, front: &mut Frontend) -> Option<PathBuf> {
    let Some(folder) = paths::data() else {
        front.error("There is no home folder to edit the note in.");
        return None;
    };
    let path = folder.join("note.md");
    match config::create(&path, &format!("{}\n", entry.note)) {
        Ok(()) => Some(path),
        Err(error) => {
            front.error(format!("The note cannot be edited: {}: {error}.", paths::tilde(&path)));
            None
        }
    }
}

/// Takes the note as the editor left it, and removes the file.
pub(super) fn take_back(
    path: &Path,
    entry: &ShortlistEntry,
    writer: &mut ShortlistWriter,
    front: &mut Frontend,
) {
    match files::read_text(path, MOST) {
        Ok(note) => {
            // Nothing depends on it any more.
            let _ = std::fs::remove_file(path);
            if let Some(Effect::SaveShortlist(changes)) = front.app.take_note(&entry.key(), &note) {
                writer.save(changes, front);
            }
        }
        Err(error) => {
            front.error(format!("The note is as it was before: {}: {error}.", paths::tilde(path)));
        }
    }
}

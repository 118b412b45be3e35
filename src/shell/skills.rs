//! Keeping the person's skills.

use super::frontend::Frontend;
use crate::store::{paths, skills};

/// Writes the skills to their file. They count from now on, also where they cannot be kept.
pub(super) fn keep(own: Vec<String>, front: &mut Frontend) {
    let written = match paths::data() {
        None => Err("there is no home folder".to_owned()),
        Some(directory) => skills::write(&directory, &own)
            .map_err(|error| format!("{}: {error}", paths::tilde(&skills::path(&directory)))),
    };
    front.app.use_own_skills(own);
    if let Err(why) = written {
        front.error(format!("Your skills count until you quit, but are not kept: {why}"));
    }
}

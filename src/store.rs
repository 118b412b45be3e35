//! The files that the program keeps on disk between runs, and their places.

pub mod check_config;
pub mod config;
mod config_file;
pub mod crash;
mod key_config;
mod lock;
pub mod paths;
pub mod reading_config;
mod saved_filters;
pub mod settings;
pub mod shortlist;
mod shortlist_config;
pub mod skills;
pub mod sources;
pub mod state;
pub mod theme_file;
pub mod toml_text;
pub mod visits;
pub mod write_back;

use std::path::PathBuf;

pub use config_file::{LocatedString, hint};
pub use key_config::KeyLine;

use crate::files;

/// Removes the half-written files that a killed program left in the folders of this one.
pub fn clean() {
    let visits = paths::state().map(|state| visits::folder(&state));
    let folders: [Option<PathBuf>; 4] = [paths::state(), visits, paths::cache(), paths::data()];
    folders.iter().flatten().for_each(|folder| files::clean(folder));
}

//! The store: what the program keeps on disk, and where.

pub mod checking;
pub mod config;
pub mod crash;
pub mod mended;
pub mod paths;
pub mod state;

use std::path::PathBuf;

use crate::files;

/// Removes what a killed program left where this one keeps its files.
pub fn clean() {
    let folders: [Option<PathBuf>; 2] = [paths::state(), paths::cache()];
    folders.iter().flatten().for_each(|folder| files::clean(folder));
}

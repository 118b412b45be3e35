//! Gone: the files that are not where they were at a revision, by their names.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::Path;

use crate::desktop::git::CommittedFile;

/// The most files that one may have been called before it was moved, for each of them is read.
const CANDIDATES: usize = 50;

/// The files that are not where they were.
pub(super) struct Gone {
    pub(super) files: Vec<CommittedFile>,
    /// The text of each, once it was read; empty where it was none.
    pub(super) texts: Vec<Option<String>>,
    /// The files that are called so.
    by_name: HashMap<OsString, Vec<usize>>,
    /// The files whose names end so.
    by_ending: HashMap<OsString, Vec<usize>>,
}

impl Gone {
    pub(super) fn new(files: Vec<CommittedFile>) -> Self {
        let (mut by_name, mut by_ending) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (at, committed) in files.iter().enumerate() {
            let path = Path::new(&committed.path);
            by_name.entry(part(path.file_name())).or_default().push(at);
            by_ending.entry(part(path.extension())).or_default().push(at);
        }
        Self { texts: vec![None; files.len()], files, by_name, by_ending }
    }

    /// So many of them as are looked at for a path: those with its name first, then those with its ending.
    pub(super) fn nearest(&self, path: &Path) -> Vec<usize> {
        let called = self.by_name.get(&part(path.file_name()));
        let ending = self.by_ending.get(&part(path.extension()));
        let near = called.into_iter().chain(ending).flatten().copied();
        let mut seen = HashSet::new();
        near.chain(0..self.files.len()).filter(|at| seen.insert(*at)).take(CANDIDATES).collect()
    }
}

fn part(name: Option<&OsStr>) -> OsString {
    name.unwrap_or_default().to_owned()
}

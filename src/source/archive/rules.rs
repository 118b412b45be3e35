//! Ignore rules in an archive: those of its own `.ignore` and `.gitignore`, and no others.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::Gitignore;

use super::Member;
use crate::source::ignore_rules;

/// Where the files of an archive are thought to lie, so that rules can name them.
const ROOT: &str = "/";

/// The most bytes of rules that are read of an archive: every line is compiled.
const MOST: usize = 256 << 10;

/// The rules of the folders of an archive.
pub(super) struct Rules {
    /// From `.ignore` and from `.gitignore`, by the folders that they stand in.
    ignore: HashMap<PathBuf, Gitignore>,
    git: HashMap<PathBuf, Gitignore>,
}

/// The answer of the rules, and of its name, about an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Shown,
    Hidden,
    Ignored,
}

impl Rules {
    /// Reads the rules of an archive. One that cannot be read excludes nothing, as what comes after too many of them.
    pub(super) fn of(members: &BTreeMap<String, Member>) -> Self {
        let mut left = MOST;
        let mut of = |wanted: &str| {
            let rules = members.iter().filter_map(|(path, member)| {
                let Member::File(bytes) = member else { return None };
                let path = Path::new(ROOT).join(path);
                let folder = path.parent().filter(|_| path.file_name().is_some_and(|name| name == wanted))?;
                left = left.checked_sub(bytes.len())?;
                Some((folder.to_owned(), ignore_rules::read(folder, &path, bytes).ok()?))
            });
            rules.collect()
        };
        Self { ignore: of(".ignore"), git: of(".gitignore") }
    }

    /// Whether a search shows an entry, if it shows the folder of it.
    pub(super) fn verdict(&self, path: &str, is_folder: bool) -> Verdict {
        let path = Path::new(ROOT).join(path);
        let folders = || path.ancestors().skip(1);
        let rules = folders().filter_map(|folder| self.ignore.get(folder));
        let rules = rules.chain(folders().filter_map(|folder| self.git.get(folder)));
        let mut matches = rules.map(|rules| rules.matched(&path, is_folder).map(|_| ()));
        let is_hidden = path.file_name().is_some_and(ignore_rules::is_hidden);
        match matches.find(|found| !found.is_none()).unwrap_or(Match::None) {
            Match::Whitelist(()) => Verdict::Shown,
            _ if is_hidden => Verdict::Hidden,
            Match::None => Verdict::Shown,
            Match::Ignore(()) => Verdict::Ignored,
        }
    }
}

//! Discovery: the documents below a path that may be listings.
//!
//! A directory is seen as people see it: without what is hidden or ignored. Links to files are
//! followed, links to directories are not: what they lead to has a place of its own, and nothing can
//! be walked in circles.

#![expect(clippy::disallowed_methods, reason = "looking into directories is what this module is for")]

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ignore::{DirEntry, Walk, WalkBuilder};

use super::ignore_rules::{self, IgnoreRules};
use super::{Skipped, SourceError, natural_sort, sniff};
use crate::files;
use crate::model::Origin;

/// The result of a search for listings.
#[derive(Debug, Default)]
#[must_use]
pub struct Discovery {
    /// The files that may be listings, in natural order, a file and the links to it among them. Most
    /// may hold no proposal.
    pub files: Vec<PathBuf>,
    /// Entries that were left out.
    pub skipped: Skipped,
    /// Entries that could not be read.
    pub problems: Vec<SourceError>,
}

/// Looks for listings: a directory is searched with all below it for Markdown and for JSON that is
/// an export; anything else, even what does not exist, is itself.
pub fn discover(path: &Path) -> Discovery {
    if !path.is_dir() {
        return Discovery { files: vec![path.to_owned()], ..Discovery::default() };
    }
    let mut search = Search::default();
    let (walk, rules) = walk(path);
    for entry in walk {
        match entry {
            Ok(entry) => search.visit(&entry),
            Err(error) => search.problem(path, error),
        }
    }
    search.finish(&mut held(&rules))
}

/// The directories that a search for listings looks into: the real path of the one that it starts
/// from, and those below it. None where that is no directory.
pub(super) fn folders(path: &Path) -> Vec<PathBuf> {
    let Ok(real) = fs::canonicalize(path) else { return Vec::new() };
    let entries = walk(&real).0.flatten();
    let folders = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_dir()));
    folders.map(DirEntry::into_path).collect()
}

/// Whether what happens to an entry of a searched directory may change what is found there; a
/// directory may, too.
pub(super) fn matters(entry: &Path) -> bool {
    let name = entry.file_name().unwrap_or_default();
    ignore_rules::is_file_of_rules(name) || (!ignore_rules::is_hidden(name) && is_candidate(entry))
}

/// Whether a search of a directory would look at a file with this path below it: it is Markdown or JSON, and nothing
/// on the way is hidden.
pub fn may_hold_listing(below: &Path) -> bool {
    is_candidate(below) && !below.iter().any(ignore_rules::is_hidden)
}

/// Goes through a directory, without what is hidden or ignored; the rules count what they pass by.
fn walk(path: &Path) -> (Walk, Arc<Mutex<IgnoreRules>>) {
    let rules = Arc::new(Mutex::new(IgnoreRules::of(path)));
    let of_walk = Arc::clone(&rules);
    let mut walk = WalkBuilder::new(path);
    walk.standard_filters(false).filter_entry(move |entry| held(&of_walk).show(entry));
    (walk.build(), rules)
}

fn held(rules: &Mutex<IgnoreRules>) -> MutexGuard<'_, IgnoreRules> {
    rules.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a text is the official export of a term: an object with a list of programs.
pub fn looks_like_export(text: &str) -> bool {
    const KEY: &str = "\"programs\"";
    let is_object = text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    is_object
        && text.match_indices(KEY).any(|(at, _)| {
            let after = text[at + KEY.len()..].trim_start().strip_prefix(':');
            after.is_some_and(|after| after.trim_start().starts_with('['))
        })
}

/// A search on its way.
#[derive(Default)]
struct Search {
    found: Discovery,
}

impl Search {
    fn visit(&mut self, entry: &DirEntry) {
        let path = entry.path();
        let kind = entry.file_type();
        // The walk follows the path that it starts from, and only that.
        if kind.is_some_and(|kind| kind.is_dir()) || entry.depth() == 0 {
            return;
        }
        if kind.is_some_and(|kind| kind.is_symlink()) {
            match fs::metadata(path) {
                Ok(metadata) if metadata.is_dir() => self.found.skipped.linked += 1,
                Ok(metadata) if metadata.is_file() => self.offer(path),
                Ok(_) => self.found.skipped.special += 1,
                Err(error) if is_candidate(path) => self.unreadable(path, error),
                Err(_) => {}
            }
        } else if kind.is_some_and(|kind| kind.is_file()) {
            self.offer(path);
        } else {
            self.found.skipped.special += 1;
        }
    }

    /// Takes a file if it may be a listing.
    fn offer(&mut self, path: &Path) {
        match may_be_listing(path, || start_of(path)) {
            Ok(true) => self.found.files.push(path.to_owned()),
            Ok(false) => {}
            Err(error) => self.unreadable(path, error),
        }
    }

    fn problem(&mut self, root: &Path, error: ignore::Error) {
        let path = path_of(&error).unwrap_or(root).to_owned();
        let error =
            error.into_io_error().unwrap_or_else(|| io::Error::other("it cannot be read as a directory"));
        self.unreadable(&path, error);
    }

    fn unreadable(&mut self, path: &Path, source: io::Error) {
        let origin = Origin::File(path.to_owned());
        self.found.problems.push(SourceError::Unreadable { origin, source });
    }

    fn finish(mut self, rules: &mut IgnoreRules) -> Discovery {
        self.found.skipped += rules.skipped;
        self.found.problems.append(&mut rules.problems);
        self.found.files.sort_by(|left, right| natural_sort::compare(left, right));
        self.found
    }
}

/// Whether a file may be a listing: Markdown by its name, or JSON whose start is that of an export.
pub(super) fn may_be_listing(path: &Path, start: impl FnOnce() -> io::Result<String>) -> io::Result<bool> {
    match extension(path).as_deref() {
        Some("md" | "markdown" | "mdx") => Ok(true),
        Some("json") => start().map(|start| looks_like_export(&start)),
        _ => Ok(false),
    }
}

/// Whether a file may be a listing by its name alone.
pub(super) fn is_candidate(path: &Path) -> bool {
    matches!(extension(path).as_deref(), Some("md" | "markdown" | "mdx" | "json"))
}

fn extension(path: &Path) -> Option<String> {
    path.extension().and_then(OsStr::to_str).map(str::to_lowercase)
}

/// The start of a file: enough to see what it is.
fn start_of(path: &Path) -> io::Result<String> {
    let mut start = Vec::new();
    files::open(path)?.take(sniff::SAMPLE as u64).read_to_end(&mut start)?;
    Ok(String::from_utf8_lossy(&start).into_owned())
}

/// The path that an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_by_is_counted_once_for_each_entry() {
        let room = tempfile::tempdir().unwrap();
        for (path, text) in [
            (".hidden.md", ""),
            (".folder/a.md", ""),
            (".gitignore", "drafts\n*.bak.md\n"),
            ("drafts/a.md", ""),
            ("term/a.bak.md", ""),
            ("term/b.md", ""),
            ("term/export.json", "{\"programs\": []}"),
            ("term/package.json", "{}"),
        ] {
            let path = room.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let found = discover(room.path());
        assert_eq!(found.files, ["term/b.md", "term/export.json"].map(|path| room.path().join(path)));
        assert_eq!(found.skipped, Skipped { hidden: 3, ignored: 2, ..Skipped::default() });
        assert_eq!(found.skipped.total(), 5);
        assert!(found.problems.is_empty());
    }

    #[test]
    fn the_folders_are_those_that_are_looked_into() {
        let room = tempfile::tempdir().unwrap();
        for folder in ["term/spring", "drafts/old", ".git/objects"] {
            fs::create_dir_all(room.path().join(folder)).unwrap();
        }
        fs::write(room.path().join(".gitignore"), "drafts\n").unwrap();
        let real = fs::canonicalize(room.path()).unwrap();
        let mut found = folders(room.path());
        found.sort();
        assert_eq!(found, [real.clone(), real.join("term"), real.join("term/spring")]);
        assert!(folders(&real.join("gone")).is_empty());
        for (name, expected) in
            [("a.md", true), ("b.JSON", true), (".gitignore", true), (".a.md", false), ("a.md~", false)]
        {
            assert_eq!(matters(&real.join(name)), expected, "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_to_directories_are_counted() {
        let room = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(".", room.path().join("circle")).unwrap();
        let found = discover(room.path());
        assert_eq!((found.files.len(), found.skipped.linked, found.skipped.total()), (0, 1, 1));
    }

    #[cfg(unix)]
    #[test]
    fn what_would_have_to_be_waited_for_is_counted_and_left_alone() {
        let room = tempfile::tempdir().unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(room.path().join("socket.md")).unwrap();
        std::os::unix::fs::symlink("/dev/null", room.path().join("device.md")).unwrap();
        let found = discover(room.path());
        assert_eq!((found.files.len(), found.skipped.special, found.skipped.total()), (0, 2, 2));
    }

    #[test]
    fn an_export_is_known_by_its_programs() {
        for (text, expected) in [
            (r#"{"programs": [{"name": "A"}]}"#, true),
            ("\u{feff}\n{\n  \"term\": 1,\n  \"programs\" : [\n", true),
            (r#"{"programs": {"name": "A"}}"#, false),
            (r#"{"name": "x", "scripts": {}}"#, false),
            (r#"["programs", []]"#, false),
            (r#"{"a": "programs", "b": []}"#, false),
            ("", false),
        ] {
            assert_eq!(looks_like_export(text), expected, "{text}");
        }
    }
}

//! The plan: every document that the arguments of the command line lead to.

#![expect(clippy::disallowed_methods, reason = "what was named is looked up in the file system")]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Skipped, SourceError, discover, remote};
use crate::model::Origin;

/// Every document that there is to read, in order.
#[derive(Debug, Default)]
#[must_use]
pub struct Plan {
    /// The documents.
    pub sources: Vec<Planned>,
    /// The directories that were searched, in the order given.
    pub directories: Vec<Directory>,
    /// Entries of all directories that were left out.
    pub skipped: Skipped,
    /// Named directories that cannot be read.
    pub failures: Vec<SourceError>,
    /// Entries of directories that cannot be read.
    pub problems: Vec<SourceError>,
    /// The indexes of the documents in `sources`, by the paths as given and by the resolved ones.
    places: HashMap<Origin, usize>,
}

/// A document that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Where it is.
    pub origin: Origin,
    /// Whether it was named: it then belongs into the catalog whatever it holds. What was only
    /// found in a directory is left out when it holds no proposals.
    pub named: bool,
}

/// A directory that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    /// Its path as given.
    pub path: PathBuf,
    /// The places in [`Plan::sources`] of what was found in it.
    pub sources: Vec<usize>,
    /// The place of its first document, were it the first to name it.
    start: usize,
}

/// The differences between two searches of a directory.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DirectoryDiff {
    /// Documents that the earlier search did not find.
    pub new: Vec<Origin>,
    /// Documents that were found in it once and are not there any more.
    pub gone: Vec<Origin>,
}

impl Plan {
    /// Plans what was named: files, directories, addresses, `-` for standard input. Nothing named
    /// is the sample. What is named twice, or named and found, is read once.
    pub fn of(paths: &[PathBuf]) -> Self {
        let mut plan = Self::default();
        if paths.is_empty() {
            plan.add(Origin::Sample, true);
        }
        for path in paths {
            match named(path) {
                Origin::File(path) if path.is_dir() => plan.search(path),
                origin => {
                    plan.add(origin, true);
                }
            }
        }
        plan
    }

    /// An error for each directory in which no file holds a proposal. `holds` says whether the source at an index of
    /// [`Plan::sources`] does.
    pub fn without_proposals(&self, holds: impl Fn(usize) -> bool) -> Vec<SourceError> {
        let without_proposals =
            self.directories.iter().filter(|directory| !directory.sources.iter().any(|&at| holds(at)));
        without_proposals
            .map(|Directory { path, sources, .. }| SourceError::NoListings {
                path: path.clone(),
                files: sources.len(),
            })
            .collect()
    }

    /// Whether more than one thing was named: files, directories or addresses.
    pub fn names_several(&self) -> bool {
        self.sources.iter().filter(|source| source.named).count() + self.directories.len() > 1
    }

    /// The place of a document in [`Plan::sources`].
    pub fn place(&self, origin: &Origin) -> Option<usize> {
        self.places.get(origin).copied()
    }

    /// Notes the place of documents that came of a source: those of an archive are where that is.
    pub fn place_documents<'a>(&mut self, at: usize, documents: impl Iterator<Item = &'a Origin>) {
        for origin in documents {
            self.places.entry(origin.clone()).or_insert(at);
        }
    }

    /// Updates a directory, by its index in [`Plan::directories`], to the files that a new search found. New files
    /// get the index that they would have had from the start; files that are gone stay planned, for they may come
    /// back.
    pub fn update_directory(&mut self, directory: usize, found: Vec<PathBuf>) -> DirectoryDiff {
        let Some(&Directory { start, .. }) = self.directories.get(directory) else {
            return DirectoryDiff::default();
        };
        let (mut new, mut sources) = (Vec::new(), Vec::new());
        let mut next = start;
        for origin in found.into_iter().map(Origin::File) {
            let known = self.place(&origin).or_else(|| self.place(&identity(&origin)));
            let at = known.unwrap_or_else(|| {
                self.make_room(next, directory);
                self.sources.insert(next, Planned { origin: origin.clone(), named: false });
                self.places.insert(identity(&origin), next);
                new.push(origin.clone());
                next
            });
            self.places.insert(origin, at);
            sources.push(at);
            next = next.max(at + 1);
        }
        let Directory { path, sources: known, .. } = &mut self.directories[directory];
        *known = sources;
        // Of all that ever lay in it: who asks what is gone may ask late.
        let lies_in = |origin: &Origin| origin.path().is_some_and(|file| file.starts_with(&*path));
        let others = self.sources.iter().enumerate().filter(|(at, _)| !known.contains(at));
        let gone = others.filter(|(_, other)| !other.named && lies_in(&other.origin));
        let gone = gone.map(|(_, other)| other.origin.clone()).collect();
        DirectoryDiff { new, gone }
    }

    /// Moves everything from a place on by one, for a new document of a directory.
    fn make_room(&mut self, at: usize, directory: usize) {
        let of_directories = self.directories.iter_mut().flat_map(|directory| &mut directory.sources);
        for place in self.places.values_mut().chain(of_directories).filter(|place| **place >= at) {
            *place += 1;
        }
        for later in self.directories.iter_mut().skip(directory + 1) {
            later.start += 1;
        }
    }

    fn search(&mut self, path: PathBuf) {
        if let Err(source) = fs::read_dir(&path) {
            return self.failures.push(SourceError::Unreadable { origin: Origin::File(path), source });
        }
        let start = self.sources.len();
        let found = discover(&path);
        self.skipped += found.skipped;
        self.problems.extend(found.problems);
        let sources = found.files.into_iter().map(|file| self.add(Origin::File(file), false)).collect();
        self.directories.push(Directory { path, sources, start });
    }

    /// The place of a source, which is new unless it is known.
    fn add(&mut self, origin: Origin, named: bool) -> usize {
        let at = *self.places.entry(identity(&origin)).or_insert(self.sources.len());
        self.places.insert(origin.clone(), at);
        match self.sources.get_mut(at) {
            Some(source) => source.named |= named,
            None => self.sources.push(Planned { origin, named }),
        }
        at
    }
}

/// An origin with all symbolic links resolved.
fn identity(origin: &Origin) -> Origin {
    match origin {
        Origin::File(path) => Origin::File(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
        other => other.clone(),
    }
}

/// The origin that an argument names: standard input (`-`), an address, or a file (or a directory).
pub fn named(path: &Path) -> Origin {
    match path.to_str() {
        Some("-") => Origin::Stdin,
        Some(text) if remote::is_address(text) => Origin::Address(text.to_owned()),
        _ => Origin::File(path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(plan: &Plan) -> Vec<(String, bool)> {
        plan.sources.iter().map(|source| (source.origin.to_string(), source.named)).collect()
    }

    #[test]
    fn an_argument_names_one_of_four_kinds() {
        assert_eq!(named(Path::new("-")), Origin::Stdin);
        assert_eq!(named(Path::new("./-")), Origin::File("./-".into()));
        let address = Origin::Address("HTTPS://example.org/a.md".into());
        assert_eq!(named(Path::new("HTTPS://example.org/a.md")), address);
        assert_eq!(named(Path::new("./https:/a.md")), Origin::File("./https:/a.md".into()));
        assert_eq!(origins(&Plan::of(&[])), [("built-in sample".to_owned(), true)]);
    }

    #[test]
    fn what_is_named_and_found_is_read_once_and_counts_as_named() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        for name in ["a.md", "b.md"] {
            fs::write(at(name), "# A\n").unwrap();
        }
        let shown = |name: &str, named| (at(name).display().to_string(), named);
        let file_first = Plan::of(&[at("b.md"), room.path().to_owned(), at("missing.md"), at("b.md")]);
        assert_eq!(
            origins(&file_first),
            [shown("b.md", true), shown("a.md", false), shown("missing.md", true)]
        );
        assert_eq!(file_first.directories[0].sources, [1, 0]);
        let directory_first = Plan::of(&[room.path().to_owned(), at("b.md")]);
        assert_eq!(origins(&directory_first), [shown("a.md", false), shown("b.md", true)]);

        assert!(file_first.without_proposals(|at| at == 0).is_empty());
        let sentence = file_first.without_proposals(|_| false)[0].to_string();
        assert!(sentence.ends_with("it is a directory without listings (none of its 2 files has proposals)"));
    }

    #[test]
    fn what_comes_later_gets_the_place_that_it_would_have_had() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        let make = |names: &[&str]| {
            for name in names {
                fs::create_dir_all(at(name).parent().unwrap()).unwrap();
                fs::write(at(name), "# A\n").unwrap();
            }
        };
        make(&["one/b.md", "one/d.md", "two/b.md", "last.md"]);
        fs::create_dir(at("empty")).unwrap();
        let named = ["one/d.md", "one", "empty", "two", "last.md"].map(at);
        let mut plan = Plan::of(&named);
        let new = ["one/a.md", "one/c.md", "one/e.md", "empty/x.md", "two/c.md"];
        make(&new);
        let mut found = Vec::new();
        for (place, path) in named[1..4].iter().enumerate() {
            found.extend(plan.update_directory(place, discover(path).files).new);
        }
        assert_eq!(found, new.map(|name| Origin::File(at(name))));
        let again = Plan::of(&named);
        assert_eq!(origins(&plan), origins(&again));
        for (place, source) in plan.sources.iter().enumerate() {
            assert_eq!(plan.place(&source.origin), Some(place));
        }
        for (now, then) in again.directories.iter().zip(&plan.directories) {
            let sorted =
                |sources: &[usize]| sources.iter().copied().collect::<std::collections::BTreeSet<_>>();
            assert_eq!((sorted(&now.sources), now.start), (sorted(&then.sources), then.start));
        }
        let nothing = DirectoryDiff::default();
        assert_eq!(plan.update_directory(0, discover(&named[1]).files), nothing);
        assert_eq!(plan.update_directory(9, Vec::new()), nothing);

        fs::remove_file(at("one/c.md")).unwrap();
        fs::remove_file(at("one/d.md")).unwrap();
        let gone = plan.update_directory(0, discover(&named[1]).files);
        assert_eq!(gone.gone, [Origin::File(at("one/c.md"))], "the other one was named");
        assert_eq!(plan.update_directory(0, discover(&named[1]).files), gone, "it still is");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_comes_later_is_no_document_more() {
        let room = tempfile::tempdir().unwrap();
        fs::write(room.path().join("b.md"), "# A\n").unwrap();
        let mut plan = Plan::of(&[room.path().to_owned()]);
        std::os::unix::fs::symlink("b.md", room.path().join("a.md")).unwrap();
        assert_eq!(plan.update_directory(0, discover(room.path()).files), DirectoryDiff::default());
    }
}

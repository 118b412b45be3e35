//! The plan: from what was named on the command line to every document that there is to read.

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
    /// What was passed by in all directories.
    pub skipped: Skipped,
    /// What was named and cannot be looked into, with a sentence each.
    pub failures: Vec<SourceError>,
    /// What was come across in a directory and cannot be looked at, with a sentence each.
    pub problems: Vec<SourceError>,
}

/// A document that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Where it is.
    pub origin: Origin,
    /// Whether somebody named it: it then belongs into the catalog whatever it holds. What was only
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
}

impl Plan {
    /// Plans what was named: files, directories, addresses, `-` for standard input. Nothing named
    /// is the sample. What is named twice, or named and found, is read once.
    pub fn of(paths: &[PathBuf]) -> Self {
        let mut plan = Self::default();
        let mut known = HashMap::new();
        if paths.is_empty() {
            plan.add(Origin::Sample, true, &mut known);
        }
        for path in paths {
            match named(path) {
                Origin::File(path) if path.is_dir() => plan.search(path, &mut known),
                origin => {
                    plan.add(origin, true, &mut known);
                }
            }
        }
        plan
    }

    /// The directories in which nothing holds a proposal, a sentence each. `holds` tells of the
    /// source at a place whether it does.
    #[must_use]
    pub fn barren(&self, holds: impl Fn(usize) -> bool) -> Vec<SourceError> {
        let barren =
            self.directories.iter().filter(|directory| !directory.sources.iter().any(|&at| holds(at)));
        barren
            .map(|Directory { path, sources }| SourceError::NoListings {
                path: path.clone(),
                files: sources.len(),
            })
            .collect()
    }

    fn search(&mut self, path: PathBuf, known: &mut HashMap<Origin, usize>) {
        if let Err(error) = fs::read_dir(&path) {
            return self.failures.push(SourceError::Unreadable { origin: Origin::File(path), error });
        }
        let found = discover(&path);
        self.skipped += found.skipped;
        self.problems.extend(found.problems);
        let sources =
            found.files.into_iter().map(|file| self.add(Origin::File(file), false, known)).collect();
        self.directories.push(Directory { path, sources });
    }

    /// The place of a source, which is new unless it is known.
    fn add(&mut self, origin: Origin, named: bool, known: &mut HashMap<Origin, usize>) -> usize {
        let identity = match &origin {
            Origin::File(path) => Origin::File(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
            other => other.clone(),
        };
        let at = *known.entry(identity).or_insert(self.sources.len());
        match self.sources.get_mut(at) {
            Some(source) => source.named |= named,
            None => self.sources.push(Planned { origin, named }),
        }
        at
    }
}

/// What an argument names.
fn named(path: &Path) -> Origin {
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

        assert!(file_first.barren(|at| at == 0).is_empty());
        let sentence = file_first.barren(|_| false)[0].to_string();
        assert!(
            sentence.ends_with("it is a directory without listings (none of its 2 files holds proposals)")
        );
    }
}

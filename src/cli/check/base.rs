//! The base: what the listings were at a revision, and which of their lines changed since.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use super::changed::{changed, is_alike};
use crate::cli::error::CliError;
use crate::desktop::Environment;
use crate::desktop::git::{CommittedFile, GitError, ObjectId, Repository};
use crate::model::{Catalog, Document, Origin};
use crate::source;

/// The most files that one may have been called before it was moved, for each of them is read.
const CANDIDATES: usize = 50;

/// The texts that the files of a catalog had at a revision; a file without one is new.
///
/// A revision stands for its common ancestor with `HEAD`, as in a pull request: what others did on their branch
/// meanwhile is not among the changes. Where there is none, it stands for itself.
#[derive(Debug)]
pub(super) struct Base {
    texts: HashMap<PathBuf, String>,
}

impl Base {
    /// Asks git for them.
    ///
    /// # Errors
    ///
    /// When there is a document that git cannot be asked about: it is no file, or lies in no repository.
    pub(super) fn of(catalog: &Catalog, revision: &str) -> Result<Self, CliError> {
        let environment = Environment::from_process();
        let mut repositories: Vec<(Repository, Vec<File<'_>>)> = Vec::new();
        for listing in catalog.listings() {
            let document = &listing.document;
            let Origin::File(path) = document.origin() else {
                let why = format!("--diff-base asks git, and {} is not a file", document.origin());
                return Err(CliError::could_not_run(why));
            };
            let failed = |why: &str| {
                let what = format!("cannot tell what changed in {} since {revision}: {why}", path.display());
                CliError::could_not_run(what)
            };
            let (repository, below) = Repository::around(path, &environment)
                .map_err(|error| failed(&error.to_string()))?
                .ok_or_else(|| failed("it is not in a git repository"))?;
            let file = File { document, path, below };
            match repositories.iter_mut().find(|(known, _)| *known == repository) {
                Some((_, files)) => files.push(file),
                None => repositories.push((repository, vec![file])),
            }
        }
        let mut texts = HashMap::new();
        for (repository, files) in &repositories {
            Asked::at(repository, revision)?.read(files, &mut texts)?;
        }
        Ok(Self { texts })
    }

    /// The lines (from 1) of a document that changed, in order.
    ///
    /// # Errors
    ///
    /// When its source is needed for that and cannot be read any more.
    pub(super) fn changed(&self, document: &Document) -> Result<Vec<RangeInclusive<usize>>, CliError> {
        match document.origin().path().and_then(|path| self.texts.get(path)) {
            Some(old) => Ok(changed(old, &source_text(document)?)),
            None => Ok(vec![1..=usize::MAX]),
        }
    }
}

/// The text that a document was read from: that of a derived one is read again.
fn source_text(document: &Document) -> Result<std::borrow::Cow<'_, str>, CliError> {
    if document.anchors().is_empty() {
        return Ok(document.text().into());
    }
    let loaded = source::load(document.origin(), &source::FetchSettings::default());
    let loaded = loaded.map_err(CliError::from_cause)?;
    let text = loaded.contents.documents.first().map_or("", |document| document.text());
    Ok(text.to_owned().into())
}

/// A file that git is asked about.
struct File<'a> {
    document: &'a Document,
    path: &'a Path,
    /// Its path from the top of the repository.
    below: OsString,
}

/// A repository, asked about one commit.
struct Asked<'a> {
    repository: &'a Repository,
    /// The revision as it was typed, for messages.
    revision: &'a str,
    base: ObjectId,
    head: Option<ObjectId>,
}

impl<'a> Asked<'a> {
    fn at(repository: &'a Repository, revision: &'a str) -> Result<Self, CliError> {
        let failed = |why: &dyn std::fmt::Display| {
            let top = repository.top().display();
            CliError::could_not_run(format!("cannot tell what changed in {top} since {revision}: {why}"))
        };
        let commit = |name| repository.commit(name).map_err(|why| failed(&why));
        let Some(named) = commit(revision)? else {
            let error = failed(&"no commit there has this name");
            return Err(if repository.is_shallow() {
                error.with_hint(
                    "its history is cut off (a shallow clone): get all of it, in a GitHub workflow with \
                     `fetch-depth: 0` for actions/checkout, else with `git fetch --unshallow`",
                )
            } else {
                error
            });
        };
        let head = commit("HEAD")?;
        let common = match &head {
            Some(head) => repository.merge_base(&named, head).map_err(|why| failed(&why))?,
            None => None,
        };
        Ok(Self { repository, revision, base: common.unwrap_or(named), head })
    }

    /// Reads the texts that files had.
    fn read(&self, files: &[File<'_>], texts: &mut HashMap<PathBuf, String>) -> Result<(), CliError> {
        let paths = files.iter().map(|file| file.below.as_os_str());
        let committed = self.repository.committed(&self.base, paths).map_err(|why| self.failed(&why))?;
        let committed: HashMap<&OsStr, &CommittedFile> =
            committed.iter().map(|committed| (committed.path.as_os_str(), committed)).collect();
        let mut moved = None;
        for file in files {
            let text = if let Some(committed) = committed.get(file.below.as_os_str()) {
                self.text(committed)?
            } else {
                let gone = match &mut moved {
                    Some(gone) => gone,
                    None => moved.insert(self.gone()?),
                };
                self.before_it_moved(file, gone)?
            };
            texts.extend(text.map(|text| (file.path.to_owned(), text)));
        }
        Ok(())
    }

    /// The text that a file had; `None` where it was none.
    fn text(&self, committed: &CommittedFile) -> Result<Option<String>, CliError> {
        let bytes =
            self.repository.content(&committed.blob, source::LIMIT).map_err(|why| self.failed(&why))?;
        Ok(source::text(bytes))
    }

    /// The files that are not where they were: moved, or removed.
    fn gone(&self) -> Result<Gone, CliError> {
        let all = |commit| self.repository.all_committed(commit).map_err(|why| self.failed(&why));
        let now = self.head.as_ref().map_or_else(|| Ok(Vec::new()), all)?;
        let now: HashSet<_> = now.into_iter().map(|committed| committed.path).collect();
        // In a sparse work tree files that were never moved are missing, too.
        let is_sparse = self.repository.is_sparse();
        let is_missing = |path: &OsStr| !is_sparse && !self.repository.top().join(path).exists();
        let mut gone = all(&self.base)?;
        gone.retain(|committed| !now.contains(&committed.path) || is_missing(&committed.path));
        Ok(Gone::new(gone))
    }

    /// The text that a file had under another name: that of the file most like it by its name which is like it by
    /// its text.
    fn before_it_moved(&self, file: &File<'_>, gone: &mut Gone) -> Result<Option<String>, CliError> {
        let text = source_text(file.document)?;
        for at in gone.nearest(Path::new(&file.below)) {
            let old = match &mut gone.texts[at] {
                Some(old) => old,
                unread => unread.insert(self.text(&gone.files[at])?.unwrap_or_default()),
            };
            if is_alike(old, &text) {
                return Ok(Some(old.clone()));
            }
        }
        Ok(None)
    }

    fn failed(&self, why: &GitError) -> CliError {
        let (top, revision) = (self.repository.top().display(), self.revision);
        let error =
            CliError::could_not_run(format!("cannot tell what changed in {top} since {revision}: {why}"));
        match why {
            GitError::Refused(_) => error.with_hint(
                "nothing is fetched for this, so a partial clone needs the objects first: clone it without \
                 `--filter`",
            ),
            GitError::NoGit | GitError::Failed(_) | GitError::Special(_) => error,
        }
    }
}

/// The files that are not where they were.
struct Gone {
    files: Vec<CommittedFile>,
    /// The text of each, once it was read; empty where it was none.
    texts: Vec<Option<String>>,
    /// The files that are called so.
    by_name: HashMap<OsString, Vec<usize>>,
    /// The files whose names end so.
    by_ending: HashMap<OsString, Vec<usize>>,
}

impl Gone {
    fn new(files: Vec<CommittedFile>) -> Self {
        let (mut by_name, mut by_ending) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (at, committed) in files.iter().enumerate() {
            let path = Path::new(&committed.path);
            by_name.entry(part(path.file_name())).or_default().push(at);
            by_ending.entry(part(path.extension())).or_default().push(at);
        }
        Self { texts: vec![None; files.len()], files, by_name, by_ending }
    }

    /// So many of them as are looked at for a path: those with its name first, then those with its ending.
    fn nearest(&self, path: &Path) -> Vec<usize> {
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

//! The base: what the listings were at a revision, and which of their lines changed since.

mod changed;
mod gone;

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use self::changed::{changed, is_alike};
use self::gone::Gone;
use super::error::CliError;
use crate::desktop::Environment;
use crate::desktop::git::{CommittedFile, GitError, ObjectId, Repository};
use crate::model::{Catalog, Document, Origin};
use crate::source;

/// The option that asks for the lines that changed, and the one that asks for the proposals.
const LINES_SINCE: &str = "--diff-base";
const PROPOSALS_SINCE: &str = "--since";

/// The texts that the files of a catalog had at a revision; a file without one is new.
///
/// A revision stands for its common ancestor with `HEAD`, as in a pull request: what others did on their branch
/// meanwhile is not among the changes. Where there is none, it stands for itself.
#[derive(Debug)]
pub(super) struct Base {
    texts: HashMap<PathBuf, String>,
    /// The files below the folders that were asked for which are none of the catalog's, and their texts then.
    others: Vec<(PathBuf, String)>,
}

impl Base {
    /// Asks git for them.
    ///
    /// # Errors
    ///
    /// When there is a document that git cannot be asked about: it is no file, or lies in no repository.
    pub(super) fn of(catalog: &Catalog, revision: &str) -> Result<Self, CliError> {
        Self::read(catalog, &[], revision, LINES_SINCE)
    }

    /// Asks git for them, and for the other files that some folders held.
    ///
    /// # Errors
    ///
    /// As [`Self::of`].
    pub(super) fn with_others(
        catalog: &Catalog,
        folders: &[&Path],
        revision: &str,
    ) -> Result<Self, CliError> {
        Self::read(catalog, folders, revision, PROPOSALS_SINCE)
    }

    fn read(catalog: &Catalog, folders: &[&Path], revision: &str, option: &str) -> Result<Self, CliError> {
        let environment = Environment::from_process();
        let mut repositories: Vec<Named<'_>> = Vec::new();
        let in_repository = |path: &Path| {
            let failed = |why: &str| {
                let what = format!("cannot tell what changed in {} since {revision}: {why}", path.display());
                CliError::could_not_run(what)
            };
            Repository::around(path, &environment)
                .map_err(|error| failed(&error.to_string()))?
                .ok_or_else(|| failed("it is not in a git repository"))
        };
        for listing in catalog.listings() {
            let document = &listing.document;
            let Origin::File(path) = document.origin() else {
                let why = format!("{option} asks git, and {} is not a file", document.origin());
                return Err(CliError::could_not_run(why));
            };
            let (repository, below) = in_repository(path)?;
            Named::at(repository, &mut repositories).files.push(File { document, path, below });
        }
        for &folder in folders {
            let (repository, below) = in_repository(folder)?;
            Named::at(repository, &mut repositories).folders.push((folder, below));
        }
        let mut base = Self { texts: HashMap::new(), others: Vec::new() };
        for named in &repositories {
            let asked = Asked::at(&named.repository, revision)?;
            let taken = asked.read(&named.files, &mut base.texts)?;
            for (folder, below) in &named.folders {
                asked.read_others(folder, below, &taken, &mut base.others)?;
            }
        }
        Ok(base)
    }

    /// The documents as they were: those of the catalog, then the other files.
    pub(super) fn into_documents(mut self, catalog: &Catalog) -> Vec<Document> {
        let paths = catalog.listings().iter().filter_map(|listing| listing.document.origin().path());
        let known: Vec<(PathBuf, String)> = paths.filter_map(|path| self.texts.remove_entry(path)).collect();
        let all = known.into_iter().chain(self.others);
        all.map(|(path, text)| Document::new(Origin::File(path), text)).collect()
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

/// A repository, and what was named in it.
struct Named<'a> {
    repository: Repository,
    files: Vec<File<'a>>,
    /// Folders as they were named, and their paths from the top of the repository.
    folders: Vec<(&'a Path, OsString)>,
}

impl Named<'_> {
    /// That of a repository, which is added where it is not known yet.
    fn at(repository: Repository, all: &mut Vec<Self>) -> &mut Self {
        let known = all.iter().position(|named| named.repository == repository);
        let at = known.unwrap_or_else(|| {
            all.push(Self { repository, files: Vec::new(), folders: Vec::new() });
            all.len() - 1
        });
        &mut all[at]
    }
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

    /// Reads the texts that files had. Returns the names that they had.
    fn read(
        &self,
        files: &[File<'_>],
        texts: &mut HashMap<PathBuf, String>,
    ) -> Result<HashSet<OsString>, CliError> {
        let paths = files.iter().map(|file| file.below.as_os_str());
        let committed = self.repository.committed(&self.base, paths).map_err(|why| self.failed(&why))?;
        let committed: HashMap<&OsStr, &CommittedFile> =
            committed.iter().map(|committed| (committed.path.as_os_str(), committed)).collect();
        let (mut moved, mut taken) = (None, HashSet::new());
        for file in files {
            let text = if let Some(committed) = committed.get(file.below.as_os_str()) {
                taken.insert(file.below.clone());
                self.text(committed)?
            } else {
                let gone = match &mut moved {
                    Some(gone) => gone,
                    None => moved.insert(self.gone()?),
                };
                self.before_it_moved(file, gone)?.map(|(name, text)| {
                    taken.insert(name);
                    text
                })
            };
            texts.extend(text.map(|text| (file.path.to_owned(), text)));
        }
        Ok(taken)
    }

    /// Reads the texts of the files that may be listings and stood below a folder, but for those that are taken.
    fn read_others(
        &self,
        folder: &Path,
        below: &OsStr,
        taken: &HashSet<OsString>,
        others: &mut Vec<(PathBuf, String)>,
    ) -> Result<(), CliError> {
        let all = self.repository.all_committed(&self.base).map_err(|why| self.failed(&why))?;
        for committed in all.iter().filter(|committed| !taken.contains(&committed.path)) {
            let Ok(rest) = Path::new(&committed.path).strip_prefix(below) else { continue };
            if source::may_hold_listing(rest)
                && let Some(text) = self.text(committed)?
                && (rest.extension() != Some("json".as_ref()) || source::looks_like_export(&text))
            {
                others.push((folder.join(rest), text));
            }
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

    /// The name and the text that a file had before it was moved: that of the file most like it by its name which is like it by
    /// its text.
    fn before_it_moved(
        &self,
        file: &File<'_>,
        gone: &mut Gone,
    ) -> Result<Option<(OsString, String)>, CliError> {
        let text = source_text(file.document)?;
        for at in gone.nearest(Path::new(&file.below)) {
            let old = match &mut gone.texts[at] {
                Some(old) => old,
                unread => unread.insert(self.text(&gone.files[at])?.unwrap_or_default()),
            };
            if is_alike(old, &text) {
                return Ok(Some((gone.files[at].path.clone(), old.clone())));
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

//! Ignore rules: the patterns of `.ignore`, `.gitignore` and git's own lists, which exclude files from a search.
//!
//! The `ignore` crate matches them, but does not read them: it would read whatever has that name, and a
//! link to a device without an end survives `git clone`. Inside a repository the rules hold from its
//! root on. Elsewhere those below the path do, and no others: a `.gitignore` in a home directory often
//! names everything.

#![expect(clippy::disallowed_methods, reason = "git's own settings follow the environment")]

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, Match};

use super::{Skipped, SourceError};
use crate::files;

/// The most bytes that a file of rules may have. Those of the largest repositories have a quarter;
/// every line of it is compiled.
const MOST: u64 = 64 << 10;
/// The most bytes of a file in which git names a folder, and of one with git's settings.
const MOST_OF_NAME: u64 = 8 << 10;
const MOST_OF_SETTINGS: u64 = 256 << 10;

/// The rules along a walk through a directory.
pub(super) struct IgnoreRules {
    /// Where the walk starts, as given and as it really is.
    start: PathBuf,
    real: PathBuf,
    /// The rules of the user.
    personal: Gitignore,
    /// The folders on the way from the root of the repository to where the walk is.
    folders: Vec<Folder>,
    /// How many of them the walk does not go through.
    above: usize,
    /// Counts of the entries that the rules excluded.
    pub(super) skipped: Skipped,
    /// The files of rules that cannot be read.
    pub(super) problems: Vec<SourceError>,
}

/// The rules of a folder.
struct Folder {
    /// Whether it is the root of a repository: git's rules of the folders above it end here.
    is_root: bool,
    /// From `.ignore`.
    ignore: Gitignore,
    /// From `.gitignore`.
    git: Gitignore,
    /// From `.git/info/exclude`.
    exclude: Gitignore,
}

impl IgnoreRules {
    /// The rules for a walk that starts in a directory.
    pub(super) fn of(start: &Path) -> Self {
        let real = start.canonicalize().unwrap_or_else(|_| start.to_owned());
        let root = real.ancestors().find(|folder| is_root(folder)).unwrap_or(&real).to_owned();
        let mut rules = Self {
            start: start.to_owned(),
            personal: Gitignore::empty(),
            folders: Vec::new(),
            above: 0,
            skipped: Skipped::default(),
            problems: Vec::new(),
            real: real.clone(),
        };
        if let Some(path) = personal_file() {
            rules.personal = rules.read(&root, &path);
        }
        let on_the_way: Vec<_> = real.ancestors().take_while(|folder| folder.starts_with(&root)).collect();
        rules.above = on_the_way.len() - 1;
        for folder in on_the_way.into_iter().rev() {
            rules.enter(folder);
        }
        rules
    }

    /// Whether the walk shows an entry. Entries must come in the order of the walk. Those that it does not show are
    /// counted.
    pub(super) fn show(&mut self, entry: &DirEntry) -> bool {
        let below = entry.path().strip_prefix(&self.start).unwrap_or(entry.path());
        let path = self.real.join(below);
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        self.folders.truncate(self.above + entry.depth());
        let is_hidden = is_hidden(entry.file_name());
        let shown = match self.matched(&path, is_folder) {
            Match::Whitelist(()) => true,
            Match::None => !is_hidden,
            Match::Ignore(()) => false,
        };
        if !shown {
            let count = if is_hidden { &mut self.skipped.hidden } else { &mut self.skipped.ignored };
            *count += 1;
        } else if is_folder {
            self.enter(&path);
        }
        shown
    }

    /// The first rule that names a path: the nearest folder goes before those above it, `.ignore` before
    /// what git knows.
    fn matched(&self, path: &Path, is_folder: bool) -> Match<()> {
        let inner = || self.folders.iter().rev();
        let root = inner().position(|folder| folder.is_root).map_or(self.folders.len(), |root| root + 1);
        let of_git = || inner().take(root);
        let rules = inner().map(|folder| &folder.ignore);
        let rules = rules.chain(of_git().map(|folder| &folder.git));
        let rules = rules.chain(of_git().map(|folder| &folder.exclude)).chain([&self.personal]);
        let mut matches = rules.map(|rules| rules.matched(path, is_folder).map(|_| ()));
        matches.find(|found| !found.is_none()).unwrap_or(Match::None)
    }

    /// Takes in the rules of a folder.
    fn enter(&mut self, folder: &Path) {
        let exclude = git_folder(folder).map(|git| git.join("info/exclude"));
        let folder = Folder {
            is_root: is_root(folder),
            ignore: self.read(folder, &folder.join(".ignore")),
            git: self.read(folder, &folder.join(".gitignore")),
            exclude: exclude.map_or_else(Gitignore::empty, |exclude| self.read(folder, &exclude)),
        };
        self.folders.push(folder);
    }

    /// Reads a file of rules for a folder. Where there is none, or it cannot be read, there are no rules.
    fn read(&mut self, folder: &Path, path: &Path) -> Gitignore {
        let problem = |error: String| SourceError::IgnoreRules { path: path.to_owned(), error };
        let bytes = match files::read(path, MOST) {
            Ok(bytes) => bytes,
            Err(error) if error.is_missing() => return Gitignore::empty(),
            Err(error) => {
                self.problems.push(problem(error.to_string()));
                return Gitignore::empty();
            }
        };
        read(folder, path, &bytes).unwrap_or_else(|error| {
            self.problems.push(problem(error.to_string()));
            Gitignore::empty()
        })
    }
}

/// Reads rules for a folder from the bytes of their file.
pub(super) fn read(folder: &Path, path: &Path, bytes: &[u8]) -> Result<Gitignore, ignore::Error> {
    let mut builder = GitignoreBuilder::new(folder);
    let text = String::from_utf8_lossy(bytes);
    for line in text.trim_start_matches('\u{feff}').lines() {
        // A line that is no pattern names nothing, as for git.
        let _ = builder.add_line(Some(path.to_owned()), line);
    }
    builder.build()
}

fn is_root(folder: &Path) -> bool {
    folder.join(".git").exists()
}

/// The folder in which git keeps what all working trees of a repository share.
fn git_folder(folder: &Path) -> Option<PathBuf> {
    let git = folder.join(".git");
    if git.is_dir() {
        return Some(git);
    }
    // A submodule, or another working tree: the file names the folder.
    let text = files::read_text(&git, MOST_OF_NAME).ok()?;
    let git = folder.join(text.strip_prefix("gitdir:")?.trim());
    let common = files::read_text(&git.join("commondir"), MOST_OF_NAME);
    Some(common.map(|common| git.join(common.trim())).unwrap_or(git))
}

/// The file of rules that count everywhere for the user: the one that git's settings name, else the usual one.
fn personal_file() -> Option<PathBuf> {
    let absolute = |path: PathBuf| path.is_absolute().then_some(path);
    let variable = |name: &str| env::var_os(name).map(PathBuf::from).and_then(absolute);
    let home = env::home_dir().and_then(absolute);
    let at_home = |name: &str| home.as_ref().map(|home| home.join(name));
    let git = variable("XDG_CONFIG_HOME").or_else(|| at_home(".config")).map(|config| config.join("git"));
    let settings = match variable("GIT_CONFIG_GLOBAL") {
        Some(path) => [Some(path), None],
        None => [at_home(".gitconfig"), git.as_ref().map(|git| git.join("config"))],
    };
    let system = variable("GIT_CONFIG_SYSTEM").unwrap_or_else(|| "/etc/gitconfig".into());
    let named = settings.into_iter().flatten().chain([system]).find_map(|path| {
        let text = files::read_text(&path, MOST_OF_SETTINGS).ok()?;
        excludes_file(&text).map(str::to_owned)
    });
    match named {
        Some(named) => match named.strip_prefix("~/") {
            Some(below) => at_home(below),
            None => absolute(named.into()),
        },
        None => git.map(|git| git.join("ignore")),
    }
}

/// The value of `core.excludesFile` in git's settings.
fn excludes_file(settings: &str) -> Option<&str> {
    let last = settings.lines().rev().find_map(|line| {
        let (key, value) = line.split_once('=')?;
        key.trim().eq_ignore_ascii_case("excludesfile").then(|| value.trim().trim_matches('"'))
    });
    last.filter(|value| !value.is_empty())
}

/// Whether a file or folder of this name is hidden.
pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Whether a file of this name holds rules.
pub(super) fn is_file_of_rules(name: &OsStr) -> bool {
    name == ".gitignore" || name == ".ignore"
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::source::discover::discover;

    /// The names of the listings that are found below a folder of the files, in order.
    fn found(start: &str, files: &[(&str, &str)]) -> Vec<String> {
        let room = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = room.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text.replace("ROOM", room.path().to_str().unwrap())).unwrap();
        }
        let found = discover(&room.path().join(start));
        assert!(found.problems.is_empty(), "{:?}", found.problems);
        found.files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn the_nearest_rule_holds() {
        let files = [
            (".gitignore", "*.md\n!/c.md\n/drafts/\n"),
            ("a.md", ""),
            ("c.md", ""),
            ("drafts/d.md", ""),
            ("term/.gitignore", "\u{feff}!e.md\n"),
            ("term/e.md", ""),
            ("term/f.md", ""),
            ("term/.ignore", "!f.md\n!.g.md\n"),
            ("term/.g.md", ""),
            ("term/year/.gitignore", "[\nh.md\n"),
            ("term/year/h.md", ""),
        ];
        assert_eq!(found("", &files), ["c.md", ".g.md", "e.md", "f.md"]);
    }

    #[test]
    fn inside_a_repository_the_rules_of_its_root_hold_and_elsewhere_none_from_above() {
        let above = (".gitignore", "a.md\n");
        let files = [above, ("term/a.md", ""), ("term/b.md", "")];
        assert_eq!(found("term", &files), ["a.md", "b.md"]);
        let files = [above, (".git/HEAD", ""), ("term/a.md", ""), ("term/b.md", "")];
        assert_eq!(found("term", &files), ["b.md"]);
        let files = [above, ("term/.git/HEAD", ""), ("term/a.md", "")];
        assert_eq!(found("term", &files), ["a.md"], "they end at the root");
    }

    #[test]
    fn what_git_excludes_in_a_repository_holds_in_each_of_its_working_trees() {
        let exclude = (".git/info/exclude", "b.md\n");
        assert_eq!(found("", &[exclude, ("a.md", ""), ("b.md", "")]), ["a.md"]);
        let files = [
            ("main/.git/info/exclude", "b.md\n"),
            ("main/.git/worktrees/tree/commondir", "../..\n"),
            ("tree/.git", "gitdir: ROOM/main/.git/worktrees/tree\n"),
            ("tree/a.md", ""),
            ("tree/b.md", ""),
        ];
        assert_eq!(found("tree", &files), ["a.md"]);
    }

    #[test]
    fn the_last_of_git_s_settings_holds() {
        for (settings, expected) in [
            ("[core]\n\texcludesFile = ~/.rules\n", Some("~/.rules")),
            ("excludesfile=\"/a b\"\nEXCLUDESFILE = /c\n", Some("/c")),
            ("[core]\n\teditor = vi\nexcludesfile =\n", None),
        ] {
            assert_eq!(excludes_file(settings), expected, "{settings}");
        }
    }

    /// A link to a device survives `git clone`; so does one to nothing.
    #[cfg(target_os = "linux")]
    #[test]
    fn rules_that_are_no_files_are_told_and_the_rest_is_found() {
        let pipe = |path: PathBuf| std::process::Command::new("mkfifo").arg(path).status().unwrap();
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        for folder in ["device/.git/info", "pipe", "folder/.ignore", "large", "none"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        std::os::unix::fs::symlink("/dev/zero", at("device/.gitignore")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", at("device/.git/info/exclude")).unwrap();
        assert!(pipe(at("pipe/.ignore")).success() && pipe(at("pipe/.git")).success());
        fs::File::create(at("large/.gitignore")).unwrap().set_len(MOST + 1).unwrap();
        std::os::unix::fs::symlink("gone", at("none/.gitignore")).unwrap();
        for folder in ["device", "pipe", "folder", "large", "none"] {
            fs::write(at(folder).join("a.md"), "").unwrap();
        }
        let found = discover(room.path());
        assert_eq!(found.files.len(), 5);
        let mut said: Vec<_> = found.problems.iter().map(ToString::to_string).collect();
        said.sort();
        let kinds = ["a device", "a device", "a directory", "larger than 64 KiB", "a pipe"];
        assert_eq!(said.len(), kinds.len(), "{said:?}");
        for (sentence, kind) in said.iter().zip(kinds) {
            assert!(sentence.contains(kind) && sentence.contains("ignore rules"), "{sentence}");
        }
        for folder in ["device", "pipe", "large"] {
            assert_eq!(discover(&at(folder)).files.len(), 1, "where the walk begins there, too");
        }
    }
}

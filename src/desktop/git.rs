//! Git: which files a repository committed at a commit, asked so that the repository can run nothing.
//!
//! A repository is as much a stranger's as the listings in it: its configuration, its attributes and its hooks
//! name programs that git runs, and a folder of a clone may be made to look like a repository itself. So
//!
//! - the repository is found here, by its `.git`, which no commit can hold, and named to git, which looks for none;
//! - git is asked only for objects (`rev-parse`, `merge-base`, `ls-tree`, `cat-file`): none of these looks at the
//!   work tree or writes anything, so that there is nothing to filter, to convert, to compare or to hook into;
//! - nothing is fetched, nothing is paged, and neither the environment nor a person's own configuration of git
//!   changes an answer;
//! - an answer has a limit and a time.

mod answer;
mod error;
mod special;

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{Environment, programs};
use answer::GitAnswer;

pub use error::GitError;

/// How long git may take for one answer. The largest histories need seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// The most bytes of a list of files: more than half a million of them.
const LIST: u64 = 64 * 1024 * 1024;

/// The most bytes of an answer that is one line.
const LINE: u64 = 16 * 1024;

/// The most bytes of paths in one command: Windows takes no more than 32 KiB.
const PATHS: usize = 16 * 1024;

/// Settings that the repository's own configuration must not change. The questions asked here need none of them; they
/// are for versions of git that read more than they have to.
const SETTINGS: [&str; 6] = [
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.pager=",
    "protocol.allow=never",
];

/// The environment of git, besides that of this process without its `GIT_…` variables.
const ENVIRONMENT: [(&str, &str); 8] = [
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_TERMINAL_PROMPT", "0"),
    ("GIT_NO_LAZY_FETCH", "1"),
    // Stronger than `protocol.*.allow` in a configuration.
    ("GIT_ALLOW_PROTOCOL", "none"),
    ("GIT_NO_REPLACE_OBJECTS", "1"),
    ("GIT_OPTIONAL_LOCKS", "0"),
    // Sentences of git's are quoted.
    ("LC_ALL", "C"),
];

/// The name of an object: a hash in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectId(String);

impl ObjectId {
    fn read(bytes: &[u8]) -> Option<Self> {
        let is_hash = matches!(bytes.len(), 40 | 64) && bytes.iter().all(u8::is_ascii_hexdigit);
        is_hash.then(|| Self(String::from_utf8_lossy(bytes).into_owned()))
    }
}

/// A regular file as a commit holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommittedFile {
    /// Its path from the top of the repository, with `/` between the parts.
    pub path: OsString,
    /// Its content.
    pub blob: ObjectId,
}

/// A repository with a work tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The top of its work tree, where its `.git` is.
    top: PathBuf,
    /// Where git is looked for.
    environment: Environment,
}

impl Repository {
    /// The repository whose work tree holds a file or a folder, and its path there, which is empty for the top.
    /// Symbolic links are followed: the path is that of the file that was read. `None` if no repository holds it.
    ///
    /// # Errors
    ///
    /// When the file is not there any more.
    pub fn around(file: &Path, environment: &Environment) -> io::Result<Option<(Self, OsString)>> {
        let file = plain(fs::canonicalize(file)?);
        let Some(top) = file.ancestors().find(|folder| is_repository(&folder.join(".git"))) else {
            return Ok(None);
        };
        let below = file.strip_prefix(top).map_err(io::Error::other)?;
        let path = below.iter().collect::<Vec<_>>().join(OsStr::new("/"));
        Ok(Some((Self { top: top.to_owned(), environment: environment.clone() }, path)))
    }

    /// The top of its work tree.
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// The commit that a revision names; `None` when it names none.
    ///
    /// # Errors
    ///
    /// When git gives no answer.
    pub fn commit(&self, revision: &str) -> Result<Option<ObjectId>, GitError> {
        const VERIFY: [&str; 3] = ["rev-parse", "--verify", "--quiet"];
        // Older versions do not know the option, and need it as seldom as a name begins with a hyphen.
        let end = revision.starts_with('-').then_some("--end-of-options");
        // In one step `:/words` would be searched with what is put behind it.
        let Some(named) = self.one(VERIFY.into_iter().chain(end).chain([revision]))? else { return Ok(None) };
        self.one(VERIFY.into_iter().chain([format!("{}^{{commit}}", named.0).as_str()]))
    }

    /// The best common ancestor of two commits; `None` when there is none, or a shallow history does not reach it.
    ///
    /// # Errors
    ///
    /// When git gives no answer.
    pub fn merge_base(&self, one: &ObjectId, other: &ObjectId) -> Result<Option<ObjectId>, GitError> {
        self.one(["merge-base", &one.0, &other.0])
    }

    /// Whether its history is cut off.
    pub fn is_shallow(&self) -> bool {
        let answer = self.ask(["rev-parse", "--is-shallow-repository"], LINE);
        answer.is_ok_and(|answer| answer.out.trim_ascii() == b"true")
    }

    /// Whether files that it holds may be left out of its work tree.
    pub fn is_sparse(&self) -> bool {
        let answer = self.ask(["rev-parse", "--git-path", "info/sparse-checkout"], LINE);
        // Without an answer, they may.
        answer.map_or(true, |answer| self.top.join(os_string(answer.out.trim_ascii_end())).exists())
    }

    /// Those of some paths that are regular files at a commit.
    ///
    /// # Errors
    ///
    /// When git gives no answer.
    pub fn committed<'p>(
        &self,
        commit: &ObjectId,
        paths: impl IntoIterator<Item = &'p OsStr>,
    ) -> Result<Vec<CommittedFile>, GitError> {
        let mut committed = Vec::new();
        let mut paths = paths.into_iter().peekable();
        while paths.peek().is_some() {
            let mut size = 0;
            let mut arguments: Vec<&OsStr> =
                ["ls-tree", "-z", "--full-tree", &commit.0, "--"].map(OsStr::new).into();
            while let Some(path) = paths.next_if(|path| size == 0 || size + path.len() <= PATHS) {
                size += path.len() + 1;
                arguments.push(path);
            }
            committed.extend(regular_files(&self.output(arguments, LIST)?));
        }
        Ok(committed)
    }

    /// All regular files of a commit.
    ///
    /// # Errors
    ///
    /// When git gives no answer.
    pub fn all_committed(&self, commit: &ObjectId) -> Result<Vec<CommittedFile>, GitError> {
        let list = self.output(["ls-tree", "-r", "-z", "--full-tree", &commit.0], LIST)?;
        Ok(regular_files(&list).collect())
    }

    /// The content of a file, as it was committed.
    ///
    /// # Errors
    ///
    /// When git gives no answer, or it has more than `most` bytes.
    pub fn content(&self, blob: &ObjectId, most: u64) -> Result<Vec<u8>, GitError> {
        self.output(["cat-file", "blob", &blob.0], most)
    }

    /// The one object that git answers with; `None` when it says by its status that there is none.
    fn one<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Result<Option<ObjectId>, GitError> {
        let answer = self.ask(arguments, LINE)?;
        if answer.status.code() == Some(1) && answer.said.is_empty() {
            return Ok(None);
        }
        let out = answer.expect_success()?;
        let line = out.split(|&byte| byte == b'\n').next().unwrap_or_default();
        ObjectId::read(line).map(Some).ok_or_else(|| GitError::Refused("no object".to_owned()))
    }

    fn output<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
        most: u64,
    ) -> Result<Vec<u8>, GitError> {
        self.ask(arguments, most)?.expect_success()
    }

    fn ask<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
        most: u64,
    ) -> Result<GitAnswer, GitError> {
        if let Some(path) = special::file_in(&self.top.join(".git")) {
            return Err(GitError::Special(path));
        }
        let mut command = self.command()?;
        command.args(arguments);
        answer::to(command, most, PATIENCE).map_err(GitError::Failed)
    }

    /// The command without its subcommand. All options and variables are set here, so that no question lacks them.
    fn command(&self) -> Result<Command, GitError> {
        let mut command = programs::command("git", &self.environment).map_err(|_| GitError::NoGit)?;
        let directs_git = |name: &OsStr| name.to_string_lossy().to_ascii_uppercase().starts_with("GIT_");
        for (name, _) in env::vars_os().filter(|(name, _)| directs_git(name)) {
            command.env_remove(name);
        }
        let mut folder = OsString::from("--git-dir=");
        folder.push(self.top.join(".git"));
        command.envs(ENVIRONMENT).env("GIT_WORK_TREE", &self.top).current_dir(&self.top);
        command.arg(folder).args(["--no-pager", "--literal-pathspecs"]);
        command.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
        Ok(command)
    }
}

/// Whether a `.git` is a repository, or the file that says where one is. What is neither is passed over, as git
/// does.
fn is_repository(path: &Path) -> bool {
    path.is_file() || path.join("HEAD").exists() && path.join("objects").is_dir()
}

/// A path as other programs take it: on Windows without the `\\?\` that resolving it puts before it.
fn plain(path: PathBuf) -> PathBuf {
    let short = path.to_str().and_then(|path| path.strip_prefix(r"\\?\"));
    let is_on_drive = |path: &&str| cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    short.filter(is_on_drive).map(PathBuf::from).unwrap_or(path)
}

/// The regular files of a list of `ls-tree -z`: `mode type object TAB path NUL` for each entry. Links, folders and
/// submodules are none.
fn regular_files(list: &[u8]) -> impl Iterator<Item = CommittedFile> {
    list.split(|&byte| byte == 0).filter_map(|entry| {
        let tab = memchr::memchr(b'\t', entry)?;
        let mut words = entry[..tab].split(|&byte| byte == b' ');
        let is_regular = words.next()?.starts_with(b"100") && words.next()? == b"blob";
        let blob = ObjectId::read(words.next()?)?;
        is_regular.then(|| CommittedFile { path: os_string(&entry[tab + 1..]), blob })
    })
}

#[cfg(unix)]
fn os_string(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os_string(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "makes folders that look like repositories")]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_files_is_read_whatever_they_are_called() {
        let hash = "0123456789abcdef0123456789abcdef01234567";
        let list = format!(
            "100644 blob {hash}\ta \"b\"\tc\n.md\0100755 blob {hash}\t-x\0120000 blob {hash}\tlink\0\
             160000 commit {hash}\tmodule\0040000 tree {hash}\tfolder\0100644 blob {}\tshort\0",
            &hash[1..]
        );
        let paths: Vec<_> = regular_files(list.as_bytes()).map(|committed| committed.path).collect();
        assert_eq!(paths, ["a \"b\"\tc\n.md", "-x"]);
    }

    #[test]
    fn a_folder_is_no_repository_because_of_what_a_commit_can_hold() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("bare");
        fs::create_dir_all(folder.join("objects")).unwrap();
        fs::create_dir_all(folder.join(".git")).unwrap();
        fs::write(folder.join("HEAD"), "ref: refs/heads/main\n").unwrap();
        fs::write(folder.join("ideas.md"), "").unwrap();
        let around = || Repository::around(&folder.join("ideas.md"), &Environment::default()).unwrap();
        assert_eq!(around(), None);
        fs::write(room.path().join(".git"), "gitdir: elsewhere\n").unwrap();
        let (repository, path) = around().unwrap();
        assert_eq!(repository.top(), plain(fs::canonicalize(room.path()).unwrap()));
        assert_eq!(path, "bare/ideas.md");
        assert_eq!(
            repository.commit("HEAD").unwrap_err().to_string(),
            "there is no git in a directory of PATH"
        );
    }
}

//! `check --diff-base` in repositories that strangers filled: nothing of theirs runs, and nothing is hidden by it.
//!
//! Each trap is tried on git itself first, where an ordinary command of git's falls into it: one that does not work
//! would prove nothing.

use std::fs;

use super::repository::{Repository, changed, finding};
use super::traps::{TRAPS, config};

#[test]
fn what_a_configuration_names_does_not_run() {
    for trap in TRAPS {
        let repository = Repository::new();
        repository.write("ideas.md", changed());
        (trap.set)(&repository, &repository.trap());
        repository.assert_found("HEAD", "ideas.md", trap.name);
        if !trap.control.is_empty() {
            repository.try_git(trap.control, &[]);
            assert!(repository.take_mark(), "{}: git {:?} does not fall into it", trap.name, trap.control);
        }
    }
}

/// Settings that a cloned repository may hold, with a command wherever git would run one.
const EMBEDDED: [&str; 4] = [
    "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\nfsmonitor = \"TRAP\"\n",
    "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\n[diff]\nexternal = \"TRAP\"\n",
    "[core]\nrepositoryformatversion = 0\nworktree = ..\n[filter \"x\"]\nclean = \"TRAP\"\n",
    "[core]\nrepositoryformatversion = 0\nbare = true\nfsmonitor = \"TRAP\"\n[alias]\nls-tree = \"!TRAP\"\n",
];

/// Puts the parts of a repository, with its listing as the only commit, into a folder of another.
fn embed(repository: &Repository, folder: &str, config: &str, seed: &Repository) {
    copy(&seed.path(".git/objects"), &repository.path(folder).join("objects"));
    copy(&seed.path(".git/refs"), &repository.path(folder).join("refs"));
    for name in ["HEAD", "index"] {
        repository.write(format!("{folder}/{name}"), fs::read(seed.path(".git").join(name)).unwrap());
    }
    repository.write(format!("{folder}/config"), config.replace("TRAP", &repository.trap()));
    repository.write(format!("{folder}/info/attributes"), "* filter=x diff=x\n");
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), &to).unwrap();
            fs::set_permissions(&to, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
        }
    }
}

#[test]
fn a_folder_made_like_a_repository_is_a_folder() {
    const FOLDERS: [&str; 3] = ["x", "y/deep/er", "z.git"];
    let seed = Repository::new();
    let mut worked = 0;
    for config in EMBEDDED {
        let upstream = Repository::new();
        for folder in FOLDERS {
            embed(&upstream, folder, config, &seed);
            upstream.write(format!("{folder}/ideas.md"), changed());
        }
        upstream.commit("folders");
        let from = upstream.path("").display().to_string();
        upstream.git(&["clone", "-q", &from, "../clone"]);
        let mut clone = upstream.at("clone");

        let run = clone.check("HEAD", &["."]);
        assert!(!clone.take_mark(), "{config}");
        assert_eq!((run.status, run.out.as_str()), (0, ""), "nothing changed: {config}\n{}", run.err);
        for folder in FOLDERS {
            let file = format!("{folder}/ideas.md");
            let run = clone.check("HEAD~1", &[&file]);
            assert_eq!(run.out.lines().count(), 2, "{folder} is new: {config}");
            clone.write(&file, changed().replace("published", "drawn"));
        }
        clone.write("ideas.md", changed());
        clone.assert_found("HEAD", "ideas.md", config);
        let run = clone.check("HEAD~1", &["."]);
        assert_eq!(run.out.lines().count(), 2 * FOLDERS.len() + 1, "{config}: {run:?}");
        assert!(!clone.take_mark(), "{config}");

        for folder in FOLDERS {
            clone = clone.at(&format!("clone/{folder}"));
            let run = clone.check("HEAD~1", &["ideas.md"]);
            assert_eq!(run.out.lines().count(), 2, "from {folder}: {config}");
            assert!(!clone.take_mark(), "{folder}: {config}");
            clone.try_git(&["diff", "HEAD", "--", "ideas.md"], &[]);
            worked += usize::from(clone.take_mark());
        }
    }
    assert!(worked >= 2 * 3, "git itself fell into {worked} of the traps only");
}

#[test]
fn a_repository_that_came_in_an_archive_is_asked_and_not_obeyed() {
    let seed = Repository::new();
    for config in EMBEDDED {
        let repository = Repository::new();
        embed(&repository, "x/.git", config, &seed);
        repository.write("x/ideas.md", changed());
        repository.assert_found("HEAD", "x/ideas.md", config);
        embed(&repository, "z", config, &seed);
        for pointer in ["gitdir: ../z\n", "gitdir: ../z"] {
            repository.write("y/.git", pointer);
            repository.write("y/ideas.md", changed());
            repository.assert_found("HEAD", "y/ideas.md", pointer);
        }
    }
    let repository = Repository::new();
    for (name, pointer) in [("gone", "gitdir: nowhere\n"), ("none", "# Notes\n"), ("empty", "")] {
        repository.write(format!("{name}/.git"), pointer);
        repository.write(format!("{name}/ideas.md"), changed());
        repository.assert_refused("HEAD", &format!("{name}/ideas.md"), "git says: ");
    }
    fs::create_dir_all(repository.path("no/.git")).unwrap();
    repository.write("no/ideas.md", changed());
    assert_eq!(repository.check("HEAD", &["no/ideas.md"]).out.lines().count(), 2, "an empty .git is none");
}

#[test]
fn a_repository_that_cannot_be_read_is_refused() {
    for content in [
        "[core\n",
        "[core]\nrepositoryformatversion = 99\n",
        "[core]\nrepositoryformatversion = 1\n[extensions]\nfuture = true\n",
        "[include]\npath = /dev/zero\n",
    ] {
        let repository = Repository::new();
        repository.write(".git/config", content);
        repository.assert_refused("HEAD", "ideas.md", "git says: ");
    }
    let repository = Repository::new();
    repository.write(".git/HEAD", "ref: refs/heads/gone\n");
    repository.assert_refused("HEAD", "ideas.md", "no commit there has this name");
}

#[test]
fn where_the_work_tree_is_said_to_be_does_not_count() {
    for text in ["[core]\nworktree = /gone\n", "[core]\nworktree = gone\n", "[core]\nbare = true\n"] {
        let repository = Repository::new();
        repository.write("ideas.md", changed());
        config(&repository, text);
        let run = repository.check("HEAD", &["ideas.md"]);
        assert_eq!((run.status, run.out.lines().count()), (0, 1), "{text}: {run:?}");
    }
}

/// A partial clone whose base is missing, and that names a remote.
fn partial(remote: &str) -> Repository {
    let repository = Repository::new();
    let blob = repository.git(&["rev-parse", "HEAD:ideas.md"]);
    fs::remove_file(repository.path(".git/objects").join(&blob[..2]).join(&blob[2..])).unwrap();
    let trap = repository.trap();
    config(
        &repository,
        &format!(
            "[core]\nrepositoryformatversion = 1\nsshCommand = \"{trap}\"\n[extensions]\npartialClone = origin\n\
             [protocol]\nallow = always\n[protocol \"ext\"]\nallow = always\n[protocol \"file\"]\nallow = always\n\
             [remote \"origin\"]\npromisor = true\npartialclonefilter = blob:none\n{}",
            remote.replace("TRAP", &repository.script("trap"))
        ),
    );
    repository.write("ideas.md", changed());
    repository
}

#[test]
fn nothing_is_fetched() {
    for remote in [
        "url = ext::TRAP\n",
        "url = ssh://example.invalid/a\n",
        "url = file:///\nuploadpack = TRAP\n",
        "url = .\nuploadpack = TRAP\n",
    ] {
        let repository = partial(remote);
        repository.assert_refused("HEAD", "ideas.md", "a partial clone needs the objects first");
        repository.try_git(&["cat-file", "blob", "HEAD:ideas.md"], &[]);
        assert!(repository.take_mark(), "git does not fall into it: {remote}");
    }
}

#[test]
fn the_environment_directs_nothing() {
    let other = Repository::new();
    other.write("ideas.md", "# Nothing\n");
    other.commit("other");
    let other_git = other.path(".git").display().to_string();
    let repository = Repository::new();
    repository.write("ideas.md", changed());
    let trap = repository.trap();
    let script = repository.script("programs/git-rev-parse");
    let programs = repository.path("programs").display().to_string();
    let traced = repository.path("../PWNED").display().to_string();
    let parameters = format!("'core.fsmonitor={trap}' 'diff.external={trap}'");
    fs::write(repository.path("../.gitconfig"), format!("[core]\nfsmonitor = \"{trap}\"\n")).unwrap();
    repository.try_git(&["status"], &[]);
    assert!(repository.take_mark(), "git does not fall into a person's configuration");
    let cases: &[&[(&str, &str)]] = &[
        &[],
        &[("GIT_DIR", &other_git)],
        &[("GIT_DIR", &other_git), ("GIT_WORK_TREE", "/")],
        &[("GIT_COMMON_DIR", &other_git)],
        &[("GIT_OBJECT_DIRECTORY", "/gone")],
        &[("GIT_INDEX_FILE", "/gone")],
        &[("GIT_NAMESPACE", "gone")],
        &[("GIT_SHALLOW_FILE", "/gone")],
        &[("GIT_CEILING_DIRECTORIES", "/")],
        &[("GIT_REPLACE_REF_BASE", "refs/heads")],
        &[("GIT_ICASE_PATHSPECS", "1"), ("GIT_GLOB_PATHSPECS", "1")],
        &[("GIT_EXTERNAL_DIFF", &script)],
        &[("GIT_CONFIG_PARAMETERS", &parameters)],
        &[("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "core.fsmonitor"), ("GIT_CONFIG_VALUE_0", &trap)],
        &[("GIT_CONFIG_GLOBAL", "/gone/config"), ("GIT_CONFIG_SYSTEM", "/gone/config")],
        &[("GIT_EXEC_PATH", &programs)],
        &[("GIT_PAGER", &trap), ("PAGER", &trap), ("GIT_EDITOR", &trap), ("GIT_SSH_COMMAND", &trap)],
        &[("GIT_ASKPASS", &script), ("SSH_ASKPASS", &script)],
        &[("GIT_TRACE", &traced), ("GIT_TRACE_SETUP", &traced), ("GIT_TRACE2", &traced)],
        &[("GIT_DEFAULT_HASH", "sha256"), ("GIT_ATTR_SOURCE", "gone"), ("GIT_FLUSH", "0")],
        &[("LC_ALL", "de_DE.UTF-8"), ("LANGUAGE", "de")],
    ];
    for variables in cases {
        let run = repository.check_with("HEAD", &["ideas.md"], variables);
        assert!(!repository.take_mark(), "{variables:?}");
        assert_eq!((run.status, run.out), (0, finding("ideas.md")), "{variables:?}: {}", run.err);
    }
}

#[test]
fn git_is_not_looked_for_in_the_current_folder() {
    let repository = Repository::new();
    repository.write("ideas.md", changed());
    repository.script("git");
    let path = std::env::var("PATH").unwrap();
    for relative in [".:", ":", "./:", "programs:.:"] {
        let run = repository.check_with("HEAD", &["ideas.md"], &[("PATH", &format!("{relative}{path}"))]);
        assert!(!repository.take_mark(), "{relative}");
        assert_eq!(run.out.lines().count(), 1, "{relative}: {run:?}");
    }
}

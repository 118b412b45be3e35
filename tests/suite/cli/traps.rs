//! Ways in which a repository can start programs, for the tests of hostile repositories.

use super::repository::Repository;

/// A way to start a program by the content of `.git`.
pub(crate) struct Trap {
    pub(crate) name: &'static str,
    pub(crate) set: fn(&Repository, trap: &str),
    /// An ordinary command of git that starts the program; empty if none does.
    pub(crate) control: &'static [&'static str],
}

/// Adds text to the configuration of a repository.
pub(crate) fn config(repository: &Repository, text: &str) {
    repository.append(".git/config", text);
}

fn attributes(repository: &Repository, text: &str) {
    repository.append(".git/info/attributes", text);
}

/// A configuration that names a program to watch files.
fn fsmonitor(trap: &str) -> String {
    format!("[core]\nfsmonitor = \"{trap}\"\n")
}

const STATUS: &[&str] = &["status"];
const DIFF: &[&str] = &["diff", "HEAD"];

pub(crate) const TRAPS: &[Trap] = &[
    Trap {
        name: "core.fsmonitor",
        set: |repository, trap| config(repository, &fsmonitor(trap)),
        control: STATUS,
    },
    Trap {
        name: "include.path",
        set: |repository, trap| {
            repository.write("more", fsmonitor(trap));
            config(repository, "[include]\npath = ../more\n");
        },
        control: STATUS,
    },
    Trap {
        name: "includeIf",
        set: |repository, trap| {
            repository.write("more", fsmonitor(trap));
            config(repository, "[includeIf \"gitdir:**\"]\npath = ../more\n");
        },
        control: STATUS,
    },
    Trap {
        name: "config.worktree",
        set: |repository, trap| {
            repository.write(".git/config.worktree", fsmonitor(trap));
            config(repository, "[core]\nrepositoryformatversion = 1\n[extensions]\nworktreeConfig = true\n");
        },
        control: STATUS,
    },
    Trap {
        name: "filter.clean",
        set: |repository, trap| {
            config(repository, &format!("[filter \"x\"]\nclean = \"{trap}\"\nsmudge = \"{trap}\"\n"));
            attributes(repository, "* filter=x\n");
        },
        control: DIFF,
    },
    Trap {
        name: "filter.process, named by a .gitattributes",
        set: |repository, trap| {
            config(repository, &format!("[filter \"x\"]\nprocess = \"{trap}\"\n"));
            repository.write(".gitattributes", "* filter=x\n");
        },
        control: DIFF,
    },
    Trap {
        name: "core.attributesFile",
        set: |repository, trap| {
            repository.write("more", "* diff=x\n");
            let more = repository.path("more").display().to_string();
            config(
                repository,
                &format!("[core]\nattributesFile = {more}\n[diff \"x\"]\ntextconv = \"{trap}\"\n"),
            );
        },
        control: DIFF,
    },
    Trap {
        name: "diff.external",
        set: |repository, trap| config(repository, &format!("[diff]\nexternal = \"{trap}\"\n")),
        control: DIFF,
    },
    Trap {
        name: "diff.command",
        set: |repository, trap| {
            config(repository, &format!("[diff \"x\"]\ncommand = \"{trap}\"\n"));
            attributes(repository, "*.md diff=x\n");
        },
        control: DIFF,
    },
    Trap {
        name: "diff.textconv",
        set: |repository, trap| {
            config(repository, &format!("[diff \"x\"]\ntextconv = \"{trap}\"\ncachetextconv = true\n"));
            attributes(repository, "*.md diff=x\n");
        },
        control: DIFF,
    },
    Trap {
        name: "hooks",
        set: |repository, _| {
            for hook in HOOKS {
                repository.script(&format!(".git/hooks/{hook}"));
            }
        },
        control: &["commit", "-aqm", "x"],
    },
    Trap {
        name: "core.hooksPath",
        set: |repository, _| {
            for hook in HOOKS {
                repository.script(&format!("hooks/{hook}"));
            }
            config(repository, "[core]\nhooksPath = hooks\n");
        },
        control: &["commit", "-aqm", "x"],
    },
    Trap {
        name: "aliases",
        set: |repository, trap| {
            let alias = |name: &&str| format!("{name} = \"!{trap}\"\n");
            config(
                repository,
                &format!("[alias]\nd = \"!{trap}\"\n{}", COMMANDS.iter().map(alias).collect::<String>()),
            );
        },
        control: &["d"],
    },
    Trap {
        name: "pagers",
        set: |repository, trap| {
            let pager = |name: &&str| format!("{name} = \"{trap}\"\n");
            config(repository, &format!("[core]\npager = \"{trap}\"\n[pager]\n"));
            config(repository, &COMMANDS.iter().map(pager).collect::<String>());
        },
        control: &[],
    },
    Trap {
        name: "all programs that git may start",
        set: |repository, trap| {
            for (section, key) in [
                ("core", "editor"),
                ("core", "sshCommand"),
                ("core", "gitProxy"),
                ("core", "askPass"),
                ("core", "alternateRefsCommand"),
                ("sequence", "editor"),
                ("gpg", "program"),
                ("gpg \"ssh\"", "defaultKeyCommand"),
                ("credential", "helper"),
                ("uploadpack", "packObjectsHook"),
                ("merge \"x\"", "driver"),
                ("trailer \"x\"", "command"),
                ("interactive", "diffFilter"),
                ("web", "browser"),
                ("help", "browser"),
            ] {
                config(repository, &format!("[{section}]\n{key} = \"{trap}\"\n"));
            }
            config(repository, "[log]\nshowSignature = true\n[gc]\nauto = 1\n[maintenance]\nauto = true\n");
            attributes(repository, "* merge=x\n");
        },
        control: &[],
    },
];

const HOOKS: [&str; 8] = [
    "pre-commit",
    "post-index-change",
    "reference-transaction",
    "post-checkout",
    "pre-auto-gc",
    "fsmonitor-watchman",
    "post-rewrite",
    "update",
];

/// The ways in which git is called, now and in earlier versions.
const COMMANDS: [&str; 8] =
    ["rev-parse", "merge-base", "ls-tree", "cat-file", "diff", "diff-tree", "status", "version"];

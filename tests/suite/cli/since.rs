//! `check --diff-base`: only what changed since a revision counts, in whatever repository it is.

use std::fs;

use super::repository::{LISTING, Repository, changed, finding};
use crate::support::room::Room;

#[test]
fn only_changed_lines_are_judged() {
    let repository = Repository::new();
    let out = |revision: &str| repository.check(revision, &["ideas.md"]).out;
    assert_eq!(out("HEAD"), "", "nothing changed");
    repository.write("ideas.md", changed());
    assert_eq!(out("HEAD"), finding("ideas.md"));
    let shorter = LISTING.replace("- Expected Outcome: The page is published.\n", "");
    repository.write("ideas.md", shorter.replace("  - Bo Chen (@bo-chen, bo@example.org)\n", ""));
    assert_eq!(out("HEAD"), "", "no line changed: some are gone");
    repository.write("ideas.md", changed());
    repository.commit("bo");
    assert_eq!(out("HEAD"), "");
    for revision in ["HEAD~1", "HEAD^", "main~", ":/ideas", "main@{1}"] {
        assert_eq!(out(revision), finding("ideas.md"), "{revision}");
    }
}

#[test]
fn what_others_did_since_the_branches_parted_is_no_change() {
    let repository = Repository::new();
    repository.git(&["checkout", "-qb", "work"]);
    repository.write("ideas.md", changed());
    repository.commit("bo");
    repository.git(&["checkout", "-q", "main"]);
    repository.write("ideas.md", LISTING.replace("(ada-byron", "(@ada-byron"));
    repository.commit("ada");
    repository.git(&["checkout", "-q", "work"]);
    repository.assert_found("main", "ideas.md", "line 11 is another on main");
    repository.git(&["checkout", "-q", "--orphan", "apart"]);
    repository.commit("apart");
    let run = repository.check("main", &["ideas.md"]);
    assert_eq!(run.out.lines().count(), 2, "without a common ancestor it is main itself: {run:?}");
    repository.git(&["checkout", "-q", "--orphan", "unborn"]);
    assert_eq!(repository.check("main", &["ideas.md"]), run, "HEAD is no commit yet");
}

#[test]
fn a_file_that_was_not_there_is_new() {
    let repository = Repository::new();
    repository.write("new.md", changed());
    assert_eq!(repository.check("HEAD", &["new.md"]).out.lines().count(), 2, "git does not know it yet");
    repository.git(&["add", "."]);
    assert_eq!(repository.check("HEAD", &["new.md"]).out.lines().count(), 2);
    repository.commit("new");
    assert_eq!(repository.check("HEAD~1", &["new.md"]).out.lines().count(), 2);
    assert_eq!(repository.check("HEAD", &["new.md"]).out, "");
    repository.write(".gitignore", "ignored.md\n");
    repository.write("ignored.md", changed());
    assert_eq!(repository.check("HEAD", &["ignored.md"]).out.lines().count(), 2);
}

#[test]
fn a_file_that_was_moved_is_known_by_its_text() {
    let repository = Repository::new();
    for number in 0..5 {
        repository.write(format!("other {number}.md"), format!("# Notes {number}\n\nNothing.\n"));
    }
    repository.commit("notes");
    fs::create_dir(repository.path("new")).unwrap();
    fs::rename(repository.path("ideas.md"), repository.path("new/ideas 2.md")).unwrap();
    repository.write("new/ideas 2.md", changed());
    repository.assert_found("HEAD", "new/ideas 2.md", "in the work tree");
    repository.git(&["add", "-A"]);
    repository.assert_found("HEAD", "new/ideas 2.md", "in the index");
    repository.commit("moved");
    fs::remove_file(repository.path("other 1.md")).unwrap();
    repository.assert_found("HEAD~1", "new/ideas 2.md", "in a commit");
    let other: String = changed().lines().map(|line| format!("{line} \n")).collect::<Vec<_>>().concat();
    repository.write("other.md", other);
    let other = repository.check("HEAD~1", &["other.md"]);
    assert!(other.out.lines().count() >= 2, "what is not like any is new: {other:?}");
}

#[test]
fn line_ends_marks_and_encodings_are_no_changes() {
    let repository = Repository::new();
    repository.git(&["config", "core.autocrlf", "true"]);
    repository.write("ideas.md", changed().replace('\n', "\r\n"));
    repository.assert_found("HEAD", "ideas.md", "CRLF");
    repository.write("ideas.md", format!("\u{feff}{}", changed()));
    repository.assert_found("HEAD", "ideas.md", "a byte order mark");
    let utf16 = |text: &str| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    repository.write("ideas.md", utf16(&changed()));
    repository.assert_found("HEAD", "ideas.md", "UTF-16 now");
    repository.write("ideas.md", utf16(LISTING));
    repository.commit("UTF-16");
    repository.write("ideas.md", changed());
    repository.assert_found("HEAD", "ideas.md", "UTF-16 before");
    repository.write("ideas.md", b"\0\x01\x02 no text");
    repository.commit("no text");
    repository.write("ideas.md", changed());
    assert_eq!(repository.check("HEAD", &["ideas.md"]).out.lines().count(), 2, "before it was no text");
}

#[test]
fn a_fix_is_made_on_changed_lines_only() {
    let repository = Repository::new();
    repository.write("ideas.md", format!("{}\n", changed()));
    let run = repository.check("HEAD", &["ideas.md"]);
    assert_eq!(run.out, finding("ideas.md"));
    let fixed = repository.fix("HEAD", "ideas.md");
    assert_eq!((fixed.status, fixed.out.as_str()), (0, ""), "{}", fixed.err);
    assert_eq!(fs::read_to_string(repository.path("ideas.md")).unwrap(), format!("{LISTING}\n"));
}

#[test]
fn an_export_is_compared_as_it_was_written() {
    let export = include_str!("../../fixtures/export.json");
    let repository = Repository::new();
    repository.write("export.json", export);
    repository.commit("export");
    let all = repository.check("HEAD:ideas.md", &["export.json"]);
    assert_eq!(all.status, 2, "that is a file and no commit: {all:?}");
    let since = |revision: &str| repository.check(revision, &["export.json"]);
    assert_eq!((since("HEAD").status, since("HEAD").out.as_str()), (0, ""));
    let every = since("HEAD~1").out;
    assert!(every.lines().count() > 1, "{every}");
    repository.write("export.json", format!("\n{export}"));
    assert_eq!(since("HEAD").out, "", "a new line before it changes no other");
}

#[test]
#[cfg(unix)]
fn a_link_is_the_file_that_it_leads_to() {
    use std::os::unix::fs::symlink;

    let repository = Repository::new();
    repository.write("folder/ideas.md", LISTING);
    symlink("ideas.md", repository.path("link.md")).unwrap();
    symlink("folder", repository.path("linked")).unwrap();
    repository.commit("links");
    repository.write("ideas.md", changed());
    repository.write("folder/ideas.md", changed());
    repository.assert_found("HEAD", "link.md", "a link");
    repository.assert_found("HEAD", "linked/ideas.md", "a linked folder");
    fs::remove_file(repository.path("link.md")).unwrap();
    repository.write("link.md", changed());
    assert_eq!(repository.check("HEAD", &["link.md"]).out.lines().count(), 2, "what was a link was no text");
    repository.write("../away/ideas.md", LISTING);
    symlink("../away/ideas.md", repository.path("away.md")).unwrap();
    repository.assert_refused("HEAD", "away.md", "it is not in a git repository");
}

#[test]
#[cfg(target_os = "linux")]
fn a_pipe_or_a_device_among_the_files_of_git_is_refused_at_once() {
    use rustix::fs::{CWD, FileType, mknodat};

    for name in ["HEAD", "config", "objects/pack/pack-1.idx", "refs/heads/a/b"] {
        let repository = Repository::new();
        let path = repository.path(".git").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path);
        mknodat(CWD, &path, FileType::Fifo, 0o600.into(), 0).unwrap();
        repository.assert_refused("HEAD", "ideas.md", "is a pipe or a device, which no repository holds");
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink("/dev/zero", &path).unwrap();
        repository.assert_refused("HEAD", "ideas.md", "is a pipe or a device, which no repository holds");
    }
}

#[test]
fn every_name_is_a_name() {
    let repository = Repository::new();
    let mut names = vec![
        "-x.md",
        "--output=x.md",
        ":(top)x.md",
        ":x.md",
        "it's \"q\" $(id).md",
        "*.md",
        "[a].md",
        "ä ö.md",
    ];
    if cfg!(unix) {
        names.extend(["a\nb.md", "back\\slash.md", "tab\t.md"]);
    }
    let folders = ["HEAD/deep/-y.md", "refs/objects/config.md"];
    names.extend(folders);
    for name in &names {
        repository.write(name, LISTING);
    }
    repository.commit("names");
    for name in &names {
        repository.write(name, changed());
        let run = repository.check("HEAD", &[name]);
        // A line end in a name cannot break the line of a finding; the rest is distinguished elsewhere.
        assert!(
            run.status == 0 && run.out.lines().count() == 1 && run.out.contains(":12:14: "),
            "{name:?}: {run:?}"
        );
    }
    let run = repository.check("HEAD", &["."]);
    assert_eq!(run.out.lines().count(), names.len(), "all at once: {run:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_name_that_is_no_utf8_is_a_name() {
    use std::os::unix::ffi::OsStrExt;

    let repository = Repository::new();
    let name = std::ffi::OsStr::from_bytes(b"folder/caf\xE9.md");
    repository.write(name, LISTING);
    repository.commit("name");
    repository.write(name, changed());
    let run = repository.check("HEAD", &["folder"]);
    assert_eq!((run.status, run.out.lines().count()), (0, 1), "{run:?}");
}

#[test]
fn a_revision_may_be_called_like_an_option() {
    let repository = Repository::new();
    repository.git(&["update-ref", "refs/tags/-x", "HEAD"]);
    repository.git(&["update-ref", "refs/heads/--output=stolen", "HEAD"]);
    repository.write("ideas.md", changed());
    repository.commit("bo");
    for revision in ["-x", "--output=stolen", "tags/-x", "heads/--output=stolen"] {
        repository.assert_found(revision, "ideas.md", revision);
    }
    for wrong in [
        "nowhere",
        "--output=taken",
        "-",
        "",
        ":ideas.md",
        "HEAD:ideas.md",
        "^HEAD",
        "a b",
        "HEAD\n",
        "\u{1b}[2J",
    ] {
        repository.assert_refused(wrong, "ideas.md", "");
    }
    repository.assert_refused("nowhere", "ideas.md", "no commit there has this name");
    assert!(!repository.path("stolen").exists() && !repository.path("taken").exists());
}

#[test]
fn a_file_outside_any_repository_is_refused() {
    let room = Room::new().with("good.md", LISTING);
    let run = room.run(&["check", "good.md", "--diff-base", "HEAD"]);
    let outside =
        "mentor-tui: cannot tell what changed in good.md since HEAD: it is not in a git repository\n";
    assert_eq!((run.status, run.err.as_str()), (2, outside));
    let run = room.run_with_input(&["check", "-", "--diff-base", "HEAD"], LISTING.as_bytes());
    let no_file = "mentor-tui: --diff-base asks git, and standard input is not a file\n";
    assert_eq!((run.status, run.err.as_str()), (2, no_file));
    let repository = Repository::new();
    let run = repository.check_with("HEAD", &["ideas.md"], &[("PATH", "relative::.")]);
    assert_eq!(run.status, 2);
    assert!(run.err.ends_with(": there is no git in a directory of PATH\n"), "{}", run.err);
}

#[test]
fn a_shallow_clone_says_how_to_get_the_rest() {
    let repository = Repository::new();
    repository.write("ideas.md", changed());
    repository.commit("bo");
    let from = format!("file://{}", repository.path("").display());
    repository.git(&["clone", "-q", "--depth", "1", &from, "../shallow"]);
    let shallow = repository.at("shallow");
    shallow.assert_refused("HEAD~1", "ideas.md", "`fetch-depth: 0`");
    assert_eq!(shallow.check("HEAD", &["ideas.md"]).out, "");
    shallow.git(&["fetch", "-q", "--unshallow"]);
    shallow.assert_found("HEAD~1", "ideas.md", "with all of its history");
}

#[test]
fn a_worktree_a_submodule_and_a_sparse_checkout_are_asked_as_they_are() {
    let repository = Repository::new();
    repository.git(&["worktree", "add", "-q", "../linked", "-b", "work"]);
    let linked = repository.at("linked");
    linked.write("ideas.md", changed());
    linked.assert_found("HEAD", "ideas.md", "a linked worktree");
    linked.commit("bo");
    linked.assert_found("main", "ideas.md", "the main branch from there");

    let outer = linked.at("outer");
    outer.write("readme.txt", "");
    outer.git(&["init", "-q"]);
    outer.git(&["submodule", "--quiet", "add", "../here", "module"]);
    outer.commit("module");
    outer.write("module/ideas.md", changed());
    outer.assert_found("HEAD", "module/ideas.md", "a submodule");

    let sparse = Repository::new();
    for year in ["2024", "2025"] {
        sparse.write(format!("{year}/ideas.md"), LISTING);
    }
    sparse.commit("years");
    sparse.git(&["sparse-checkout", "set", "2025"]);
    assert!(!sparse.path("2024").exists());
    sparse.write("2025/ideas.md", changed());
    sparse.assert_found("HEAD", "2025/ideas.md", "a sparse checkout");
    sparse.write("2026/ideas.md", changed());
    let copied = sparse.check("HEAD", &["2026/ideas.md"]);
    assert_eq!(copied.out.lines().count(), 2, "what is left out was not moved: {copied:?}");
}

#[test]
fn an_index_that_is_dirty_or_broken_changes_nothing() {
    let repository = Repository::new();
    repository.write("ideas.md", "# Nothing\n");
    repository.git(&["add", "."]);
    repository.write("ideas.md", changed());
    repository.assert_found("HEAD", "ideas.md", "something else is in the index");
    repository.write(".git/index", "no index");
    repository.assert_found("HEAD", "ideas.md", "a broken index");
    repository.write(".git/index.lock", "");
    repository.assert_found("HEAD", "ideas.md", "a locked index");
    assert_eq!(fs::read_to_string(repository.path(".git/index")).unwrap(), "no index");
}

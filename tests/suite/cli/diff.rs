//! `diff`: two listings, two directories, or one and its past.

use super::repository::Repository;
use crate::support::room::{Room, Run};

/// A listing of a term with these proposals: title, description and number of the issue.
fn listing(term: &str, ideas: &[(&str, &str, &str)]) -> String {
    let idea = |(title, about, issue): &(&str, &str, &str)| {
        format!(
            "### {title}\n\n- Description: {about}\n- Mentor(s): Ada Example (@ada-example)\n\
             - Upstream Issue: https://example.org/issues/{issue}\n\n"
        )
    };
    format!("# LFX {term}\n\n## Harbour\n\n{}", ideas.iter().map(idea).collect::<String>())
}

const NET: (&str, &str, &str) = ("Mend the net", "It has holes.", "1");
const LAMP: (&str, &str, &str) = ("Turn the lamp", "It stands still.", "2");
const PIER: (&str, &str, &str) = ("Paint the pier", "It is grey.", "3");

fn room() -> Room {
    Room::new()
        .with("old/a.md", listing("2025 Term 1", &[NET, LAMP]))
        .with("old/b.md", listing("2025 Term 2", &[PIER]))
        .with("new/a.md", listing("2025 Term 1", &[NET]))
        .with("new/c.md", listing("2025 Term 3", &[("Turn the big lamp", "It stands still.", "2")]))
}

#[track_caller]
fn check(run: &Run, status: i32, out: &str, err: &str) {
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (status, out, err));
}

#[test]
fn directories_and_files_are_compared_by_what_they_hold() {
    let expected = "1 continued, 1 gone, 1 the same\n\n\
        Continued\n  Turn the big lamp — Harbour, from LFX 2025 Mar–May\n    Title: Turn the {+big+} lamp\n\n\
        Gone\n  Paint the pier — Harbour\n";
    check(&room().run(&["diff", "old", "new"]), 0, expected, "");
    let input = listing("2025 Term 1", &[LAMP, ("Mend the net", "It has  large\n  holes.", "1")]);
    let run = room().run_with_input(&["diff", "old/a.md", "-"], input.as_bytes());
    let expected = "1 changed, 1 the same\n\n\
        Changed\n  Mend the net — Harbour\n    Description: It has {+large+} holes.\n";
    check(&run, 0, expected, "");
}

#[test]
fn nothing_that_differs_is_status_1_and_json_keeps_its_envelope() {
    let room = room();
    let nothing = "mentor-tui: no proposal is new, changed, continued or gone\n";
    check(&room.run(&["diff", "old/a.md", "old/a.md"]), 1, "2 the same\n", nothing);
    let run = room.run(&["diff", "--format", "json", "new/a.md", "new/a.md"]);
    let json = "{\"schema\":1,\"new\":[],\"changed\":[],\"continued\":[],\"gone\":[],\"same\":1}\n";
    check(&run, 1, json, nothing);
    let run = room.run(&["diff", "old/a.md", "gone.md"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{run:?}");
    let schema = room.run(&["diff", "--schema"]).out;
    assert_eq!(schema, include_str!("../../../assets/diff.schema.json"));
}

#[test]
fn two_sides_are_needed() {
    let room = room();
    for (arguments, words) in [
        (&["diff"][..], "name two listings, the old one first"),
        (&["diff", "old"], "or a revision with --since"),
        (&["diff", "old", "new", "old"], "not more"),
        (&["diff", "-", "-"], "standard input can be read only once"),
    ] {
        let run = room.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn since_a_revision_a_file_and_a_directory_are_compared_with_their_past() {
    let repository = Repository::new();
    repository.write("terms/a.md", listing("2025 Term 1", &[NET, LAMP]));
    repository.write("terms/b.md", listing("2025 Term 2", &[PIER]));
    repository.write("terms/notes.md", "# Notes\n\nNothing.\n");
    repository.commit("terms");
    let since = |revision: &str, path: &str| repository.run(&["diff", "--since", revision, path]);
    check(
        &since("HEAD", "terms"),
        1,
        "3 the same\n",
        "mentor-tui: no proposal is new, changed, continued or gone\n",
    );
    repository.write("terms/a.md", listing("2025 Term 1", &[LAMP, ("Mend the net", "It has a hole.", "1")]));
    std::fs::remove_file(repository.path("terms/b.md")).unwrap();
    let changed = "Changed\n  Mend the net — Harbour\n    Description: It has [-holes-] {+a hole+}.\n";
    let gone = "Gone\n  Paint the pier — Harbour\n";
    check(&since("HEAD", "terms/a.md"), 0, &format!("1 changed, 1 the same\n\n{changed}"), "");
    let all = format!("1 changed, 1 gone, 1 the same\n\n{changed}\n{gone}");
    check(&since("HEAD", "terms"), 0, &all, "");
    std::fs::rename(repository.path("terms/a.md"), repository.path("terms/moved.md")).unwrap();
    check(&since("HEAD", "terms"), 0, &all, "");
    repository.commit("moved");
    check(&since("HEAD~1", "terms"), 0, &all, "");
    let whole = since("HEAD~1", ".").out;
    assert!(whole.starts_with("1 changed, 1 gone, "), "the top of the repository is a directory: {whole}");
    let new = since("HEAD~2", "terms/moved.md").out;
    assert!(new.starts_with("2 new\n"), "{new}");
}

#[test]
fn where_git_cannot_tell_a_sentence_says_so() {
    let room = room();
    for (arguments, words) in [
        (&["diff", "--since", "HEAD", "old"][..], "it is not in a git repository"),
        (&["diff", "--since", "HEAD", "--sample"], "--since asks git, and built-in sample is not a file"),
    ] {
        let run = room.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
    }
    let repository = Repository::new();
    let run = repository.run(&["diff", "--since", "nothing", "ideas.md"]);
    assert!(run.status == 2 && run.err.contains("no commit there has this name"), "{run:?}");
}

//! The words of the manual, of every help text and of every rule: plain English with one vocabulary.

use crate::support::room::Room;
use crate::support::walk;

/// Words that these texts do not use: riddles, and second names for what has one.
const UNWANTED: &[&str] =
    &["mend", "mends", "mended", "mending", "told", "said", "unsaid", "slip", "slips", "findings", "behind"];

/// The lines of a text whose words are not plain, each with its number.
fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let words = line.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        let unwanted: Vec<String> = words.filter(|word| UNWANTED.contains(&word.as_str())).collect();
        let is_riddle = sentences(line).any(|sentence| {
            let mut words = sentence.split_whitespace();
            // A question may begin so.
            words.next() == Some("What") && words.any(|word| word == "is") && !sentence.ends_with('?')
        });
        if !unwanted.is_empty() || is_riddle {
            faults.push(format!("{number}: {unwanted:?} {line}"));
        }
    }
    faults
}

/// The sentences that begin in a line, with their ends as far as they are in it.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    line.split_inclusive(['.', '?', '!', ':'])
        .map(|part| part.trim_start_matches([' ', '-', '*', '#', '|']).trim_end())
}

#[track_caller]
fn assert_plain(name: &str, text: &str) {
    let found = faults(text);
    assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
}

#[test]
fn the_checker_finds_what_is_not_plain() {
    for fault in
        ["It mends the net.", "a slip in it", "No. What is not read is lost.", "- What has to wait is late."]
    {
        assert_eq!(faults(fault).len(), 1, "{fault}");
    }
    for fine in ["We recommend it.", "What is a proposal?", "See what is there.", "slippery"] {
        assert_eq!(faults(fine), [""; 0], "{fine}");
    }
}

#[test]
fn every_help_text_is_in_plain_words() {
    let room = Room::new();
    let help = room.run(&["--help"]).out;
    for command in walk::commands(&help) {
        let run = room.run(&[command, "--help"]);
        assert_eq!(run.status, 0, "{command}");
        assert_plain(command, &run.out);
    }
    assert_plain("--help", &help);
    assert_plain("man", &room.run(&["man"]).out);
}

#[test]
fn every_rule_is_in_plain_words() {
    assert_plain("rules", &Room::new().run(&["check", "--explain", "all"]).out);
}

#[test]
fn the_manual_is_in_plain_words() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let documents = folder.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    for path in documents.chain([root.join("README.md")]) {
        let text = std::fs::read_to_string(&path).unwrap();
        // The words of the keys are those of the screen.
        let keys = path.ends_with("keys.md").then(|| text.split("<!-- table:").nth(1)).flatten();
        assert_plain(
            &path.display().to_string(),
            &keys.map_or_else(|| text.clone(), |keys| text.replace(keys, "")),
        );
    }
}

#[test]
fn messages_are_in_plain_words() {
    let listing = "# CNCF mentorship ideas, 2026 Term 3\n\n## Harbour\n\n### Mend\n\n- Description:\n- Descripton: a\n- Skills: Go\n";
    let room = Room::new()
        .with("ideas.md", listing)
        .with("notes.md", "# Notes\n")
        .with("mentor-tui.toml", "[check]\nx = 1\n");
    for arguments in [
        &["list", "notes.md"][..],
        &["list", "gone.md"],
        &["list", "--filter", "zebra", "ideas.md"],
        &["list", "--sort", "fit", "ideas.md"],
        &["list", "--unread", "--count", "ideas.md"],
        &["list", "--offline", "https://example.org/a.md"],
        &["list", "ftp://example.org/a.md"],
        &["show", "ideas.md", "9"],
        &["show", "--sample", "ideas.md", "1"],
        &["facets", "ideas.md"],
        &["facets", "ideas.md", "size"],
        &["stats", "--filter", "zebra", "ideas.md"],
        &["check", "--fix", "ideas.md"],
        &["check", "--explain", "zebra"],
        &["check", "--select", "zebra", "ideas.md"],
        &["check", "--term", "zebra", "ideas.md"],
        &["check", "--mentor", "@zebra", "ideas.md"],
        &["check", "--only-proposal", "zebra", "ideas.md"],
        &["check", "--diff-base", "main", "ideas.md"],
        &["diff", "ideas.md", "ideas.md"],
        &["diff", "ideas.md"],
        &["diff", "--since", "main", "ideas.md"],
        &["check", "notes.md"],
        &["lsit"],
    ] {
        let run = room.run(arguments);
        assert!(!run.err.is_empty() || run.status == 1, "{arguments:?}: {run:?}");
        assert_plain(&format!("{arguments:?}"), &run.err.replace("Mend", ""));
    }
}

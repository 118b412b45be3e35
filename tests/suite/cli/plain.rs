//! Plain characters: what every command writes by itself with `--ascii`, or in a locale without UTF-8.

use crate::support::room::{Room, Run};

const LISTING: &str = "\
# LFX 2026 Term 1

## Harbour

### Mend the net

- Description: The net has *holes*, says ada@example.org. [Here](https://example.org/net)
- Recommended Skills: Go, Knots, k8s
- Mentor(s): Ada Example (@ada, ada@example.org)

### Mend the sail

- Description: The sail has holes[^1].
- Recommended Skills: Go
- Mentor(s): Bo

[^1]: Big ones.
";

fn room() -> Room {
    let old = LISTING.replace("2026", "2025");
    let slip = LISTING.replace("(@ada,", "(ada,");
    Room::new().with("old/ideas.md", old).with("ideas.md", LISTING).with("slip.md", slip)
}

const COMMANDS: &[&[&str]] = &[
    &["--help"],
    &["list", "--help"],
    &["show", "--help"],
    &["facets", "--help"],
    &["stats", "--help"],
    &["about", "--help"],
    &["check", "--help"],
    &["diff", "--help"],
    &["export", "--help"],
    &["list", "ideas.md"],
    &["list", "ideas.md", "old", "--skills", "go"],
    &["list", "ideas.md", "--filter", "skil:x OR kubrnetes"],
    &["list", "ideas.md", "--filter", "n"],
    &["list", "ideas.md", "--filter", "zzzz"],
    &["show", "ideas.md", "1"],
    &["show", "ideas.md", "--skills", "go", "1", "2"],
    &["show", "ideas.md", "mend"],
    &["facets", "ideas.md", "old", "skills"],
    &["facets", "ideas.md", "old", "terms"],
    &["stats", "ideas.md", "old"],
    &["diff", "old", "ideas.md"],
    &["diff", "slip.md", "ideas.md"],
    &["about", "ideas.md"],
    &["check", "ideas.md"],
    &["check", "ideas.md", "--output-format", "full"],
    &["check", "ideas.md", "--profile", "cncf", "--output-format", "github"],
    &["check", "ideas.md", "--statistics"],
    &["check", "slip.md", "--profile", "cncf", "--diff"],
    &["nonsense", "--nonsense"],
];

#[track_caller]
fn check(command: &[&str], run: &Run) {
    assert!(!(run.out.is_empty() && run.err.is_empty()), "{command:?} says nothing");
    assert!(run.out.is_ascii(), "{command:?}: {}", run.out);
    assert!(run.err.is_ascii(), "{command:?}: {}", run.err);
}

#[test]
fn commands_write_plain_characters_where_they_are_asked_to() {
    let room = room();
    for command in COMMANDS {
        check(command, &room.run(&[command, &["--ascii"][..]].concat()));
        check(command, &room.run_with_variables(command, &[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]));
    }
}

#[test]
fn the_option_beats_the_locale() {
    let room = room();
    let line = |arguments: &[&str], locale: &str| {
        let run = room.run_with_variables(&[&["list", "ideas.md"], arguments].concat(), &[("LANG", locale)]);
        run.out.lines().next().unwrap_or_default().to_owned()
    };
    let (unicode, plain) = ("1. Mend the net — Harbour", "1. Mend the net - Harbour");
    assert_eq!(line(&[], ""), unicode);
    assert_eq!(line(&[], "de_DE.utf8"), unicode);
    assert_eq!(line(&[], "C"), plain);
    assert_eq!(line(&["--ascii"], "C.UTF-8"), plain);
    assert_eq!(line(&["--ascii=never"], "C"), unicode);
}

/// Files for programs are the same in every locale.
#[test]
fn what_programs_read_stays_as_it_is() {
    let room = Room::new().with("ideas.md", LISTING.replace("Mend the", "Mend “the” … –"));
    for command in [
        &["list", "ideas.md", "--format", "json"][..],
        &["export", "ideas.md"],
        &["export", "ideas.md", "--format", "csv"],
        &["check", "ideas.md", "--output-format", "sarif"],
    ] {
        let plain = room.run_with_variables(command, &[("LC_ALL", "C")]);
        assert_eq!(plain.out, room.run(command).out, "{command:?}");
        assert!(!plain.out.is_ascii() || command.contains(&"sarif"), "{command:?}");
    }
}

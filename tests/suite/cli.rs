//! The command line from outside: the real program, what it writes where, and its exit status.
//!
//! Every run is hermetic: a room of its own, an empty environment, no terminal.

mod about;
mod check;
mod completions;
mod diff;
mod doctor;
mod export;
mod hostile;
#[cfg(target_os = "linux")]
mod limits;
mod plain;
mod reading;
mod repository;
mod shortlist;
mod since;
#[cfg(unix)]
mod stranger;
mod streams;
mod themes;
#[cfg(unix)]
mod traps;
mod unasked;

use crate::support::room::Room;
use insta::assert_snapshot;

/// Two projects; the second proposal has a field of every kind, and hostile text.
const LISTING: &str = "\
# Ideas

## Harbour

### Mend the net

- Description: The net has *holes*.
  - Find them.
- Recommended Skills: Go, Knots
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Bo Example (@bo-example)
- Upstream Issue: https://example.org/net/1

## Lighthouse

### Turn the \u{1b}[31mlamp

- Description: It stands still.\u{9b}2J
- Expected Outcome: It turns.
- Recommended Skills:
  - Rust
- Difficulty: Medium
- Project Size: 175 hours
- Prior art: the moon
- Mentor(s): Cy Example (@cy-example)
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001
";

fn room() -> Room {
    Room::new().with("ideas.md", LISTING)
}

#[test]
fn help_is_worth_reading() {
    for (name, arguments) in [
        ("help", &["--help"][..]),
        ("help_list", &["list", "--help"]),
        ("help_show", &["show", "--help"]),
        ("help_stats", &["stats", "--help"]),
        ("help_about", &["about", "--help"]),
        ("help_facets", &["facets", "--help"]),
        ("help_check", &["check", "--help"]),
        ("help_diff", &["diff", "--help"]),
        ("help_export", &["export", "--help"]),
        ("help_completions", &["help", "completions"]),
        ("help_doctor", &["help", "doctor"]),
    ] {
        let run = room().run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert_snapshot!(name, run.out);
    }
    let version = room().run(&["--version"]).out;
    let commit = version.trim_end().strip_prefix(concat!("mentor-tui ", env!("CARGO_PKG_VERSION"))).unwrap();
    assert!(commit.is_empty() || commit.starts_with(" (") && commit.ends_with(')'), "{version}");
}

#[test]
fn list_gives_a_line_for_each_proposal() {
    let run = room().run(&["list", "ideas.md"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_snapshot!(run.out, @r"
        1. Mend the net — Harbour
        2. Turn the �[31mlamp — Lighthouse
        ");
}

#[test]
fn without_a_terminal_the_screen_is_a_list() {
    let room = room();
    let listed = room.run(&["list", "ideas.md"]);
    assert_eq!(room.run(&["ideas.md"]), listed);
    assert_eq!(room.run_with_input(&["-"], LISTING.as_bytes()).out, listed.out);
    assert_eq!(
        room.run(&["--filter", "rust", "ideas.md"]),
        room.run(&["list", "--filter", "rust", "ideas.md"])
    );
    let by_title = room.run(&["--sort", "title", "--reverse", "ideas.md"]);
    assert_eq!(by_title.out.lines().rev().collect::<Vec<_>>(), listed.out.lines().collect::<Vec<_>>());
    let by_fit = room.run(&["--sort", "fit", "ideas.md"]);
    assert_eq!((by_fit.status, by_fit.out.as_str()), (2, ""));
    assert!(by_fit.err.ends_with("add them, as in --skills go,rust\n"), "{}", by_fit.err);
    let sample = room.run(&[]);
    assert_eq!(sample.status, 0);
    assert!(sample.out.lines().count() > 20, "{}", sample.out);
}

#[test]
fn without_a_path_what_the_screen_had_open_last_is_read() {
    let room = room();
    let path = room.path().join("ideas.md").display().to_string();
    let state = format!("{{\"schema\":1,\"last\":[\"{path}\",\"/gone/b.md\"]}}\n");
    let room = room.with("state/mentor-tui/state.json", &state);
    let said = "mentor-tui: /gone/b.md does not exist any more\n\
                mentor-tui: no PATH given; reading what you last had open: ~/ideas.md\n";
    for arguments in [&["list"][..], &["list", "--format", "json"], &["show", "2"], &[]] {
        let run = room.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, said), "{arguments:?}");
        assert!(run.out.contains("lamp") && !run.out.contains("Brinewatch"), "{}", run.out);
    }
    for arguments in [&["list", "--sample"][..], &["--sample"], &["--sample", "show", "1"]] {
        let run = room.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
        assert!(run.out.contains("Brinewatch"), "{}", run.out);
    }
    assert_eq!(room.run(&["list", "ideas.md"]).err, "");
    let kept = std::fs::read_to_string(room.path().join("state/mentor-tui/state.json")).unwrap();
    assert_eq!(kept, state, "only the screen remembers");

    let room = room.with("state/mentor-tui/state.json", "{");
    let run = room.run(&["list"]);
    assert!(run.status == 0 && run.out.contains("Brinewatch"), "{}", run.out);
    let sentence = "mentor-tui: cannot read what you last had open: ";
    assert!(run.err.starts_with(sentence) && run.err.ends_with(" cannot be understood\n"), "{}", run.err);
}

#[test]
fn a_profile_tells_what_fits_and_what_is_missing() {
    let room = room().with(".config/mentor-tui/config.toml", "[profile]\nskills = [\"golang\", \"knots\"]\n");
    let fit = |arguments: &[&str]| {
        let run = room.run(&[&["list", "--format", "json", "ideas.md"], arguments].concat());
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        let fits = run.out.split("\"fit\":").skip(1).map(|rest| rest[..=rest.find('}').unwrap()].to_owned());
        fits.collect::<Vec<_>>()
    };
    let lamp = r#"{"have":[],"missing":["rust"],"bonus":[]}"#;
    assert_eq!(fit(&[]), [r#"{"have":["go","knots"],"missing":[],"bonus":[]}"#, lamp]);
    assert_eq!(fit(&["--skills", "rust"])[1], r#"{"have":["rust"],"missing":[],"bonus":[]}"#);
    assert_eq!(fit(&["--no-config"]), ["null}", "null}"]);
    assert_eq!(
        room.run(&["list", "--filter", "fit:all", "ideas.md"]).out,
        "1. Mend the net — Harbour\t2/2\n"
    );
    assert!(room.run(&["show", "ideas.md", "1"]).out.contains("\nYour fit  2/2  ✓ go  ✓ knots\n"));
    let without = room.run(&["list", "--no-config", "--filter", "fit:all", "ideas.md"]);
    assert_eq!(without.status, 1);
    assert!(without.err.ends_with("; `fit:` needs your skills, as in --skills go,rust\n"), "{}", without.err);
}

#[test]
fn what_is_wrong_in_the_configuration_is_told_and_stops_nothing() {
    let room = room()
        .with(".config/mentor-tui/config.toml", "[profile]\nskills = 3\nskils = 4\n")
        .with("other.toml", "[profile\n");
    let run = room.run(&["list", "ideas.md"]);
    assert_eq!((run.status, run.out.lines().count()), (0, 2));
    assert_snapshot!(run.err, @r#"
    mentor-tui: ~/.config/mentor-tui/config.toml:2:10: profile.skills must be a list of words, as ["go", "rust"]; ignored
    mentor-tui: ~/.config/mentor-tui/config.toml:3:1: nothing is called profile.skils, so it is ignored; did you mean profile.skills?
    "#);
    let broken = room.run(&["list", "--config", "other.toml", "ideas.md"]);
    assert_eq!((broken.status, broken.out, broken.err.lines().count()), (0, run.out, 1));
    assert!(broken.err.starts_with("mentor-tui: other.toml:1:"), "{}", broken.err);
    let missing = room.run(&["list", "--config", "none.toml", "ideas.md"]);
    assert_eq!(missing.status, 2);
    assert_eq!(missing.err, "mentor-tui: cannot read the configuration none.toml: there is no such file\n");
    assert_eq!(room.run(&["list", "--no-config", "ideas.md"]).err, "");
}

#[test]
fn stats_counts_what_there_is() {
    let room = room()
        .with("terms/2024-01.md", format!("# Term 01 - 2024 March - May\n\n{LISTING}"))
        .with("terms/2025-01.md", format!("# Term 01 - 2025 March - May\n\n{LISTING}"));
    let run = room.run(&["stats", "--filter", "go", "terms"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_snapshot!(run.out, @r"
    Most wanted skills  in all, then by term: LFX 2024 Mar–May, LFX 2025 Mar–May
      go  2  1 1

    Proposals by project
      Harbour  2

    Mentors of several proposals
      Ada Example  2
      Bo Example   2
    ");
    let run = room.run(&["stats", "--format", "json", "terms"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_snapshot!("stats", run.out.replace("],", "],\n"));
    let none = room.run(&["stats", "--filter", "zebra", "--format", "json", "ideas.md"]);
    assert_eq!(none.status, 1);
    assert!(
        none.out.starts_with("{\"schema\":1,\"proposals\":0,\"terms\":[],\"skills\":[],"),
        "{}",
        none.out
    );
}

#[test]
fn a_filter_keeps_what_fits_and_its_number() {
    assert_snapshot!(room().run(&["list", "--filter", "lighthouse rust", "ideas.md"]).out, @"2. Turn the �[31mlamp — Lighthouse");
}

#[test]
fn the_number_of_what_fits_is_counted() {
    let room = room();
    let counted = |arguments: &[&str]| {
        let run = room.run(&[&["list", "--count"], arguments, &["ideas.md"]].concat());
        (run.status, run.out, run.err)
    };
    let fine = |out: &str| (0, out.to_owned(), String::new());
    assert_eq!(counted(&[]), fine("2\n"));
    assert_eq!(counted(&["--filter", "golang"]), fine("1\n"));
    assert_eq!(
        counted(&["--filter", "rust", "--format", "json"]),
        fine("{\"schema\":1,\"count\":1,\"of\":2}\n")
    );
    let (status, out, err) = counted(&["--filter", "zebra"]);
    assert_eq!((status, out.as_str()), (1, "0\n"));
    assert_eq!(err, "mentor-tui: no proposal in ideas.md matches \"zebra\" (0 of 2)\n");
    let (status, out, err) = counted(&["--filter", "skil:rust"]);
    assert_eq!((status, out.as_str()), (0, "1\n"));
    assert_eq!(err, "mentor-tui: in the filter, no field skil: – try skill:\n");
}

#[test]
fn json_has_every_key() {
    let run = room().run(&["list", "--format", "json", "ideas.md"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_snapshot!("json", run.out.replace(",\"", ",\n\""));
    assert!(!run.out.contains(['\u{1b}', '\u{9b}']), "{:?}", run.out);
    assert!(serde_json::from_str::<serde_json::Value>(&run.out).is_ok());
    let one = room().run(&["show", "--format", "json", "ideas.md", "harbour-mend-the-net"]).out;
    let one: serde_json::Value = serde_json::from_str(&one).unwrap();
    assert!(one["proposals"].as_array().is_some_and(|proposals| proposals.len() == 1));
}

#[test]
fn show_takes_a_number_a_slug_and_a_part_of_a_title() {
    let room = room();
    let shown = room.run(&["show", "ideas.md", "2"]);
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    assert_snapshot!(shown.out, @r"
        Turn the �[31mlamp
        Project     Lighthouse
        Skills      Rust
        Mentors     Cy Example (@cy-example)
        Apply       https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001
        Difficulty  Medium
        Size        175 hours

        Description
        It stands still.�2J

        Expected Outcome
        It turns.

        Prior art
        the moon
        ");
    assert_eq!(room.run(&["show", "ideas.md", "LAMP"]), shown);
    assert_eq!(room.run_with_input(&["show", "-", "turn"], LISTING.as_bytes()).out, shown.out);
    let slug = room.run(&["show", "ideas.md", "harbour-mend-the-net"]).out;
    assert_eq!(slug, room.run(&["show", "ideas.md", "1"]).out);
    assert!(room.run(&["show", "1"]).out.contains("Brinewatch"), "one word is a proposal of the sample");
}

#[test]
fn nothing_found_is_one_and_says_why() {
    let room = room().with("notes.md", "# One\n\n## Two\n\nDear all,\n").with("empty.md", "");
    for (arguments, sentence) in [
        (
            &["list", "--filter", "zebra", "ideas.md"][..],
            "no proposal in ideas.md matches \"zebra\" (0 of 2)",
        ),
        (&["--filter", "zebra", "ideas.md"], "no proposal in ideas.md matches \"zebra\" (0 of 2)"),
        (&["empty.md"], "no proposals in empty.md: it is empty"),
        (
            &["list", "notes.md"],
            "no proposals in notes.md: 2 headings, but none with fields such as Description or Mentor(s) \
             below it",
        ),
        (
            &["show", "ideas.md", "zebra"],
            "no proposal in ideas.md has the number, id or title \"zebra\"; `mentor-tui list` prints the numbers and titles",
        ),
    ] {
        let run = room.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{arguments:?}");
        assert_eq!(run.err, format!("mentor-tui: {sentence}\n"));
    }
    let json = room.run(&["list", "--format", "json", "notes.md"]);
    assert_eq!((json.status, json.out.as_str()), (1, "{\"schema\":1,\"proposals\":[]}\n"));
}

#[test]
fn a_name_that_fits_several_lists_them() {
    let run = room().run(&["show", "ideas.md", "the"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert_snapshot!(run.err, @r#"
        mentor-tui: "the" matches 2 proposals in ideas.md; use a number
          1. Mend the net — Harbour
          2. Turn the �[31mlamp — Lighthouse
        "#);
}

#[test]
fn what_cannot_be_read_is_two_and_one_sentence() {
    let room = room()
        .with("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        .with("noise.md", [0_u8, 1, 2, 3, 4, 5, 6, 7].repeat(99))
        .with("broken.md", b"\xFF\xFEa")
        .with("term/a.md", "# Minutes\n")
        .with("years/1.md", "")
        .with("years/1/2.md", "")
        .with("empty/readme.txt", "");
    for (path, sentence) in [
        ("idaes.md", "there is no such file; did you mean ideas.md?"),
        ("nothing/like.md", "there is no such file"),
        ("empty", "it is a directory without listings (it has no Markdown files)"),
        ("term", "it is a directory without listings (its only file has no proposals)"),
        ("years", "it is a directory without listings (none of its 2 files has proposals)"),
        ("picture.md", "it is a PNG picture, not a Markdown listing"),
        ("noise.md", "it is binary data, not a Markdown listing"),
        (
            "broken.md",
            "its byte order mark says UTF-16 (little endian), but its bytes are not; save it as UTF-8",
        ),
    ] {
        for arguments in [&[path][..], &["list", "--format", "json", path], &["show", path, "1"]] {
            let run = room.run(arguments);
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
            assert_eq!(run.err, format!("mentor-tui: cannot read {path}: {sentence}\n"));
        }
    }
}

#[test]
fn what_cannot_be_understood_is_two_and_shows_the_usage() {
    for arguments in
        [&["--no-such-option"][..], &["list", "--format", "xml"], &["show"], &["ideas.md", "list"]]
    {
        let run = room().run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains("--help"), "{}", run.err);
    }
}

#[test]
fn every_encoding_is_read() {
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(LISTING.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let room = room()
        .with("marked.md", format!("\u{feff}{LISTING}"))
        .with("wide.md", utf16)
        .with("windows.md", LISTING.replace('\n', "\r\n"))
        .with("latin1.md", b"## P\n### Caf\xE9\n- Description: a\n- Mentor(s): B (@b)\n");
    let listed = room.run(&["list", "ideas.md"]).out;
    for path in ["marked.md", "wide.md", "windows.md"] {
        assert_eq!(room.run(&["list", path]).out, listed, "{path}");
    }
    assert_eq!(room.run(&["list", "latin1.md"]).out, "1. Café — P\n");
}

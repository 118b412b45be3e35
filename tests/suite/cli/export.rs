//! `export`, and what a hostile listing comes to in it.

use insta::assert_snapshot;

use super::{LISTING, room as ideas};
use crate::support::room::Room;

/// Text that must reach no terminal, no spreadsheet and no shell.
const HOSTILE: &str = "\
### =HYPERLINK(\"https://example.org\")

#### +cmd|' /C calc'!A0 \u{1b}]52;c;cm0gLXJm\u{7} $(reboot) `id`

- Description: @SUM(1)\u{9b}2J \u{202e}gnp.exe\u{2066} \u{1b}]8;;file:///etc/passwd\u{7}x
  <script>alert(1)</script>
- Expected Outcome:
    -1+2
- Recommended Skills: =1+1, \"quoted\", a;b
- Mentor(s): -Ada \u{1b}[31mExample (@ada, a@example.org)
- Upstream Issue: [x](javascript:alert(1)) file:///etc/passwd https://example.org/a\u{1b}[0m

#### @second

- Description: -
- Mentor(s): Bo (@bo)
";

#[test]
fn every_format_is_written() {
    let room = ideas();
    for (name, format) in [("export_markdown", "markdown"), ("export_csv", "csv")] {
        let run = room.run(&["export", "--format", format, "ideas.md"]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert_snapshot!(name, run.out.replace("\r\n", "\n"));
    }
    assert_eq!(
        room.run(&["export", "--format", "json", "ideas.md"]),
        room.run(&["list", "--format", "json", "ideas.md"])
    );
    let lines = room.run(&["export", "--format=jsonl", "--filter", "rust", "ideas.md"]).out;
    assert_eq!(lines.lines().count(), 1);
    let proposal: serde_json::Value = serde_json::from_str(&lines).unwrap();
    assert_eq!(proposal["id"], "lighthouse-turn-the-31mlamp");
    assert_eq!(room.run(&["export", "ideas.md"]), room.run(&["export", "--format", "md", "ideas.md"]));
}

#[test]
fn what_was_exported_reads_back() {
    let room = ideas();
    let exported = room.run(&["export", "ideas.md"]).out;
    let again = room.run_with_input(&["export", "-"], exported.as_bytes());
    assert_eq!(again.out, exported);
    let listed = room.run_with_input(&["list", "-"], exported.as_bytes());
    assert_eq!(listed.out, room.run(&["list", "ideas.md"]).out);
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let room = ideas().with("old.csv", "old").with("folder/a.md", LISTING);
    let at = |path: &str| std::fs::read_to_string(room.path().join(path)).unwrap();
    let run = room.run(&["export", "--output", "old.csv", "ideas.md"]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", ""));
    let printed = room.run(&["export", "--format", "csv", "-o", "-", "ideas.md"]).out;
    assert_eq!(at("old.csv"), printed);
    for (path, why) in [
        ("folder", "it is a directory; name a file in it"),
        ("new/", "that is not the name of a file"),
        ("no/such.csv", ""),
    ] {
        let run = room.run(&["export", "-o", path, "ideas.md"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.starts_with(&format!("mentor-tui: cannot write {path}: {why}")), "{}", run.err);
    }
    let run = room.run(&["export", "-o", "old.csv", "missing.md"]);
    assert_eq!(run.status, 2);
    assert_eq!(at("old.csv"), printed, "what could not be read replaces nothing");
    let left: Vec<_> =
        std::fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[test]
fn several_proposals_are_compared() {
    let room = ideas();
    let compared = room.run(&["show", "ideas.md", "1", "lamp"]);
    assert_eq!((compared.status, compared.err.as_str()), (0, ""));
    assert_snapshot!("compared", compared.out);
    let json = room.run(&["show", "--format", "json", "ideas.md", "2", "1", "2"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let lines: Vec<_> = json["proposals"].as_array().unwrap().iter().map(|one| &one["line"]).collect();
    assert_eq!(lines, [17, 5], "in the order in which they were named, each once");
    let missing = room.run(&["show", "ideas.md", "1", "zebra"]);
    assert_eq!((missing.status, missing.out.as_str()), (1, ""));
    assert!(missing.err.contains("has the number, id or title \"zebra\""), "{}", missing.err);
    assert_eq!(room.run(&["show", "ideas.md", "lamp", "2"]), room.run(&["show", "ideas.md", "2"]));
}

#[test]
fn show_writes_the_canonical_template() {
    let room = ideas();
    let both = room.run(&["show", "--format", "markdown", "ideas.md", "1", "2"]);
    assert_eq!(both, room.run(&["export", "ideas.md"]));
    let one = room.run(&["show", "--format=markdown", "ideas.md", "2"]).out;
    assert!(both.out.ends_with(&one) && one.starts_with("### Lighthouse\n"), "{one}");
}

/// Mentors ask to be met at the upstream issue: what is known at a glance has no address of theirs.
#[test]
fn facts_and_spreadsheets_have_no_mail_address() {
    let proposal = |title: &str| {
        format!(
            "### {title}\n\n- Description: A net.\n- Skills: Go, ask ada@example.org\n\
             - Mentors: ada@example.org, Bo <bo@example.org>\n- Size: ask ada@example.org\n\n"
        )
    };
    let room = Room::new().with("ideas.md", format!("{}{}", proposal("One"), proposal("Two")));
    for arguments in [
        &["show", "ideas.md", "1"][..],
        &["show", "ideas.md", "1", "2"],
        &["export", "--format=csv", "ideas.md"],
    ] {
        let run = room.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
        assert!(run.out.contains("…@example.org"), "{arguments:?}: {}", run.out);
        assert!(!run.out.contains("ada@") && !run.out.contains("bo@"), "{arguments:?}: {}", run.out);
    }
    assert!(room.run(&["export", "ideas.md"]).out.contains("(bo@example.org)"), "what reads back has them");
}

#[test]
fn nothing_that_fits_is_one_and_said() {
    let run = ideas().run(&["export", "--format", "jsonl", "--filter", "zebra", "ideas.md"]);
    let sentence = "mentor-tui: no proposal in ideas.md matches \"zebra\" (0 of 2)\n";
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (1, "", sentence));
}

#[test]
fn a_hostile_listing_does_no_harm_anywhere() {
    let room = Room::new().with("hostile.md", HOSTILE);
    let is_hidden = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r'))
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for arguments in [
        &["export", "hostile.md"][..],
        &["export", "--format", "json", "hostile.md"],
        &["export", "--format", "jsonl", "hostile.md"],
        &["export", "--format", "csv", "hostile.md"],
        &["show", "hostile.md", "1"],
        &["show", "--format", "markdown", "hostile.md", "1"],
        &["show", "hostile.md", "1", "2"],
        &["list", "hostile.md"],
    ] {
        let run = room.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
        assert!(!run.out.contains(is_hidden), "{arguments:?}: {:?}", run.out);
    }
    let table = room.run(&["export", "--format", "csv", "hostile.md"]).out;
    let mut table = csv::Reader::from_reader(table.as_bytes());
    let head = table.headers().unwrap().clone();
    let rows: Vec<_> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    for (name, cell) in head.iter().zip(&rows[0]) {
        let entries = if name == "skills" { cell.split("; ").collect() } else { vec![cell] };
        for entry in entries {
            assert!(!entry.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell:?}");
        }
        assert!(
            !matches!(name, "upstream" | "apply") || !cell.contains("javascript:") && !cell.contains("file:")
        );
    }
}

//! `shortlist`: the list, its changes, and that nothing of it is lost.

use std::time::Duration;

use serde_json::Value;

use crate::support::room::Room;

const LISTING: &str = "\
---
term: LFX 2026 Term 3
---

# CNCF mentorship ideas, 2026 Term 3

## Harbour

### Mend the net

- Description: The net has holes.
- Mentor(s): Ada Example (@ada)
- Upstream Issue: https://example.org/net/1
- Application Prerequisites: Resume, Cover Letter

### Turn the lamp

- Description: It stands still.
- Mentor(s): Ada Example (@ada)
- Upstream Issue: https://example.org/lamp/2
";

fn room() -> Room {
    Room::new().with("ideas.md", LISTING)
}

fn json(room: &Room, paths: &[&str]) -> Value {
    let run = room.run(&[&["shortlist", "--format", "json"], paths].concat());
    serde_json::from_str(&run.out).unwrap()
}

/// Runs something that has to go well and say nothing.
fn quietly(room: &Room, arguments: &[&str]) {
    let run = room.run(arguments);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", ""), "{arguments:?}");
}

#[test]
fn an_entry_is_added_changed_printed_and_removed() {
    let room = room();
    let empty = room.run(&["shortlist"]);
    assert_eq!((empty.status, empty.out.as_str()), (1, ""));
    assert!(empty.err.starts_with("mentor-tui: nothing is on the shortlist; Space"), "{}", empty.err);
    quietly(&room, &["shortlist", "add", "net", "ideas.md"]);
    quietly(&room, &["shortlist", "add", "2", "ideas.md"]);
    quietly(&room, &["shortlist", "status", "net", "applied"]);
    quietly(&room, &["shortlist", "note", "1", "Ask Ada.\nThen wait."]);
    quietly(&room, &["shortlist", "check", "1", "resume"]);
    quietly(&room, &["shortlist", "check", "--add", "1", "Ask a friend"]);
    let list = json(&room, &[]);
    let entry = &list["entries"][0];
    assert_eq!((&entry["status"], &entry["note"]), (&"applied".into(), &"Ask Ada.\nThen wait.".into()));
    let tasks: Vec<String> = entry["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| format!("{} {} {}", task["text"], task["done"], task["from_listing"]))
        .collect();
    assert_eq!(
        tasks,
        ["\"Resume\" true true", "\"Cover letter\" false true", "\"Ask a friend\" false false"]
    );
    assert_eq!(list["entries"][1]["title"], "Turn the lamp");
    insta::assert_snapshot!("shortlist_table", room.run(&["shortlist"]).out);
    insta::assert_snapshot!(
        "shortlist_markdown",
        room.run(&["shortlist", "--format", "md", "ideas.md"])
            .out
            .replace(&*room.path().to_string_lossy(), "ROOM")
    );
    let csv = room.run(&["shortlist", "--format", "csv"]).out;
    assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().count(), 2, "{csv}");
    assert_eq!(room.run(&["shortlist", "note", "1"]).out, "Ask Ada.\nThen wait.\n");
    quietly(&room, &["shortlist", "remove", "net"]);
    assert_eq!(json(&room, &[])["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn what_names_nothing_says_what_there_is() {
    let room = room();
    quietly(&room, &["shortlist", "add", "net", "ideas.md"]);
    let again = room.run(&["shortlist", "add", "net", "ideas.md"]);
    assert_eq!(again.status, 1);
    assert!(again.err.contains("is on the shortlist already"), "{}", again.err);
    for arguments in [
        &["shortlist", "remove", "lamp"][..],
        &["shortlist", "status", "7", "applied"],
        &["shortlist", "note", "lamp", "x"],
    ] {
        let run = room.run(arguments);
        assert_eq!(run.status, 1, "{arguments:?}");
        assert!(run.err.contains("names nothing") && run.err.ends_with("1. Mend the net\n"), "{}", run.err);
    }
    let task = room.run(&["shortlist", "check", "1", "dance"]);
    assert!(task.status == 1 && task.err.contains("1. Resume"), "{}", task.err);
    assert_eq!(room.run(&["shortlist", "status", "1", "dancing"]).status, 2);
}

#[test]
fn what_became_of_an_entry_is_said() {
    let room = room();
    quietly(&room, &["shortlist", "add", "net", "ideas.md"]);
    quietly(&room, &["shortlist", "add", "lamp", "ideas.md"]);
    let later = LISTING.replace("Mend the net", "Weave another net");
    let later = &later[..later.find("### Turn").unwrap()];
    let room =
        room.with("later.md", later).with("other.md", "# Reef\n\n### One\n\n- Description: a\n- Skills: b\n");
    let told = |path: &str| -> Vec<String> {
        let list = json(&room, &[path]);
        list["entries"].as_array().unwrap().iter().map(|entry| entry["listing"].to_string()).collect()
    };
    assert_eq!(told("ideas.md"), ["\"here\"", "\"here\""]);
    assert_eq!(told("later.md"), ["\"retitled\"", "\"gone\""]);
    assert_eq!(told("other.md"), ["\"elsewhere\"", "\"elsewhere\""]);
    let table = room.run(&["shortlist", "later.md"]).out;
    assert!(
        table.contains("now called Weave another net") && table.contains("no longer in the listing"),
        "{table}"
    );
}

#[test]
fn a_filter_asks_for_the_shortlist() {
    let room = room();
    quietly(&room, &["shortlist", "add", "lamp", "ideas.md"]);
    let run = room.run(&["list", "--filter", "is:starred", "ideas.md"]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "2. Turn the lamp — Harbour\n", ""));
    let run = room.run(&["list", "--filter", "-is:starred", "ideas.md"]);
    assert_eq!((run.status, run.out.as_str()), (0, "1. Mend the net — Harbour\n"));
}

#[test]
fn a_foreign_file_is_refused_and_left_alone() {
    let room = room();
    let path = room.run(&["shortlist", "--path"]).out.trim().to_owned();
    quietly(&room, &["shortlist", "add", "net", "ideas.md"]);
    for text in ["schema = 2\n", "[ui]\ntheme = \"nord\"\n", "no toml"] {
        std::fs::write(&path, text).unwrap();
        for arguments in [&["shortlist"][..], &["shortlist", "add", "2", "ideas.md"]] {
            let run = room.run(arguments);
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{text}");
            assert!(run.err.contains("shortlist.toml"), "{}", run.err);
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

/// Programs are killed while they write, each a little later than the one before. `SHORTLIST_KILLS` sets how many.
#[cfg(unix)]
#[test]
fn programs_that_are_killed_while_they_write_lose_nothing() {
    let room = room();
    for name in ["net", "lamp"] {
        quietly(&room, &["shortlist", "add", name, "ideas.md"]);
    }
    let note = |number: usize| format!("{number} {}", "x".repeat(20_000));
    quietly(&room, &["shortlist", "note", "1", &note(0)]);
    let kills =
        std::env::var("SHORTLIST_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(60_usize);
    let mut last = 0;
    for number in 1..=kills {
        let mut child = room.spawn(&["shortlist", "note", "1", &note(number)]);
        std::thread::sleep(Duration::from_micros((number as u64 * 397) % 24_000));
        let _ = child.kill();
        child.wait().unwrap();
        let list = json(&room, &[]);
        let entries = list["entries"].as_array().unwrap();
        assert_eq!(entries.len(), 2, "after {number}");
        let found = entries[0]["note"].as_str().unwrap();
        assert!(found == note(number) || found == note(last), "after {number}");
        if found == note(number) {
            last = number;
        }
    }
    let folder = std::path::PathBuf::from(room.run(&["shortlist", "--path"]).out.trim());
    quietly(&room, &["shortlist", "note", "1", "done"]);
    let left = std::fs::read_dir(folder.parent().unwrap()).unwrap().count();
    assert_eq!(left, 2, "the file and its lock");
}

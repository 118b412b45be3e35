//! How listings were read, and how somebody says that they are to be read.

use crate::support::room::Room;
use insta::assert_snapshot;

/// Two ideas as the reader knows them, and one of which hardly anything is told.
const LISTING: &str = "\
# Ideas of the harbour

#### Mend the net

- Description: The net has holes.
- Skills: Go
- Mentors: Ada Byron

#### Turn the lamp

- Description: It stands still.
- Skills: Rust
- Mentors: Bo Chen

## Paint the pier

It is grey.

- Skills: Brushes
";

/// Prose with a label that nobody knows.
const UNUSUAL: &str = "\
# Harbour

## Mend the net

It has holes.

Weather: rough

## Turn the lamp

It stands still.

Weather: calm
";

const SETTINGS: &str = "[reading]\nunit = \"h2\"\n[reading.labels]\n\"Weather\" = \"difficulty\"\n";

#[test]
fn what_was_left_out_is_said_beside_the_list() {
    let room = Room::new().with("ideas.md", LISTING);
    let said = "mentor-tui: 1 heading looks like a proposal but was not read: Paint the pier; \
                `mentor-tui list --explain` shows how the text was read\n";
    for arguments in [&["list", "ideas.md"][..], &["show", "ideas.md", "1"], &["ideas.md"]] {
        let run = room.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, said), "{arguments:?}");
    }
    let unread = room.run(&["list", "--unread", "ideas.md"]);
    assert_eq!((unread.out.as_str(), unread.err.as_str()), ("ideas.md:15: ## Paint the pier\n", ""));
}

#[test]
fn explained_each_document_and_folder_tells_how_it_was_read() {
    let room = Room::new().with("all/ideas.md", LISTING).with("all/minutes.md", "# Minutes\n\nWe met.\n");
    let run = room.run(&["list", "--explain", "all"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_snapshot!(run.out);
    let json = room.run(&["list", "--explain", "--format", "json", "all"]).out;
    let schema = room.run(&["list", "--explain", "--schema"]).out;
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    crate::check::formats::validated(&schema, &json);
}

#[test]
fn a_file_beside_the_listing_says_how_it_is_read() {
    let room = Room::new().with("ideas.md", UNUSUAL);
    assert_eq!(room.run(&["list", "--count", "ideas.md"]).status, 1);
    let room = room.with("mentor-tui.toml", SETTINGS);
    let run = room.run(&["list", "--filter", "has:difficulty", "ideas.md"]);
    assert_eq!(
        (run.out.as_str(), run.err.as_str()),
        ("1. Mend the net — Harbour\n2. Turn the lamp — Harbour\n", "")
    );
    let run = room.run(&["list", "--explain", "ideas.md"]);
    assert_snapshot!(run.out);
    assert_eq!(room.run(&["list", "--no-config", "--count", "ideas.md"]).status, 1, "it does not count");
}

#[test]
fn your_own_configuration_says_it_by_path() {
    let room = Room::new().with("ideas/a.md", UNUSUAL);
    let folder = room.path().join("ideas").display().to_string();
    let own = SETTINGS.replace("[reading", &format!("[reading.{folder:?}"));
    let room = room.with("own.toml", &own).with("other/b.md", UNUSUAL);
    let run = room.run(&["list", "--config", "own.toml", "ideas"]);
    assert_eq!(
        (run.out.as_str(), run.err.as_str()),
        ("1. Mend the net — Harbour\n2. Turn the lamp — Harbour\n", "")
    );
    assert_ne!(room.run(&["list", "--config", "own.toml", "other/b.md"]).status, 0);
}

#[test]
fn a_slip_in_it_is_told_with_its_place_once() {
    let settings = SETTINGS.replace("h2", "heading").replace("\"difficulty\"", "\"difficultly\"");
    let room = Room::new().with("ideas.md", LISTING).with("mentor-tui.toml", &settings);
    let slips = [
        "mentor-tui.toml:2:8: reading: unit is \"heading\", so it is ignored; it may be h1, h2",
        "mentor-tui.toml:4:13: reading: labels.\"Weather\" is \"difficultly\", so it is ignored; did you mean difficulty?",
    ];
    for command in ["list", "check"] {
        let err = room.run(&[command, "ideas.md"]).err;
        for slip in slips {
            assert_eq!(err.matches(slip).count(), 1, "{command}: {err}");
        }
    }
}

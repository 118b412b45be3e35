//! The pager: started for long text on a terminal, where `PAGER` names one, and never else.

use crate::room::Room;
use crate::terminal::Start;

/// A room with a pager that says how it was called, and what it got.
fn room() -> Room {
    Room::new()
        .script("pages", "echo \"pager $* LESS=$LESS\"; while read -r line; do echo \"> $line\"; done")
        .set("PAGER", "pages -x")
}

fn written(room: &Room, arguments: &[&str], rows: u16) -> String {
    let ended = Start::program(room, arguments).size(80, rows).go().end();
    assert_eq!(ended.code, 0);
    String::from_utf8(ended.bytes).unwrap()
}

#[test]
fn long_text_goes_to_the_pager_and_short_text_does_not() {
    let room = room();
    let is_paged = |arguments: &[&str], rows| written(&room, arguments, rows).contains("pager -x LESS=R");
    for arguments in [
        &["list", "ideas.md"][..],
        &["facets", "ideas.md", "skills"],
        &["list", "--help"],
        &["stats", "ideas.md"],
    ] {
        assert!(is_paged(arguments, 4), "{arguments:?}");
        assert!(!is_paged(arguments, 300), "{arguments:?}");
    }
    assert!(written(&room, &["list", "ideas.md"], 4).contains("> "));
    assert!(
        !written(&Room::new(), &["list", "ideas.md"], 4).contains("> "),
        "without PAGER there is no pager"
    );
}

#[test]
fn a_broken_pager_gets_a_sentence_and_the_text_is_written() {
    for (pager, sentence) in [
        ("no-such-pager", "mentor-tui: the pager no-such-pager did not start: "),
        ("fails", "mentor-tui: the pager fails failed: "),
        ("'x", "mentor-tui: PAGER cannot be read: 'x"),
    ] {
        let room = Room::new().script("fails", "exit 3").set("PAGER", pager);
        let written = written(&room, &["list", "ideas.md"], 10);
        assert!(
            written.contains(sentence) && written.contains("A lamp that knows the moon"),
            "{pager}: {written}"
        );
    }
}

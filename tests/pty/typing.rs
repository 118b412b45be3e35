//! Typing: keys arrive whatever the terminal sends between them, and however their bytes come.

use std::time::{Duration, Instant};

use crate::reading::selected;
use crate::room::Room;
use crate::terminal::{Start, Terminal};

/// Longer than the program waits for the rest of a sequence or of a paste. These tests are the one
/// place where time has to pass: a pause is what ends an unfinished sequence.
const PAUSE: Duration = Duration::from_secs(2);

fn started(room: &Room) -> Terminal {
    let mut terminal = Start::program(room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal
}

/// Checks that each key does what it does.
#[track_caller]
fn assert_alive(mut terminal: Terminal) {
    terminal.press("/lichen");
    terminal.wait_text("/ lichen");
    terminal.wait_text("Proposals 1");
    // Esc cancels what was typed and leaves.
    terminal.press("\x1b");
    terminal.wait_text("Proposals 6");
    terminal.wait_text("/ to filter");
    terminal.quit();
}

#[test]
fn answers_of_the_terminal_are_no_keys_and_stop_none() {
    for answer in [
        "\x1b[?2026;2$y",
        "\x1b[?997;1n",
        "\x1b[?1;0n",
        "\x1b[?2;0;800;600S",
        "\x1b[12;40R",
        "\x1b[?62;1;2c\x1b[>1;10;0c",
        "\x1bP1$r0m\x1b\\",
        "\x1bP>|XTerm(379)\x1b\\",
        "\x1bP>|tmux 3.4\x1b\\",
        "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
        "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    ] {
        // An editor that starts, or a panel that opens, would take the keys that follow.
        let room = Room::new().script("vi", "echo EDITOR > ran");
        let mut terminal = started(&room);
        terminal.press(answer);
        assert_alive(terminal);
        assert_eq!(room.read("ran"), "", "{answer:?}");
    }
}

#[test]
fn what_never_ends_is_given_up() {
    for begun in ["\x1b[<65;2", "\x1b[200~", "\x1b]11;rgb:"] {
        let room = Room::new();
        let mut terminal = started(&room);
        terminal.press(begun);
        terminal.take_for(PAUSE);
        assert_alive(terminal);
    }
}

#[test]
fn ctrl_c_gets_through_in_the_middle_of_everything() {
    for begun in ["\x1b[<65;2", "\x1b[200~text", "\x1b]11;rgb:", "\x1bP>|", "\x1b", "\x1bO", "/\x1b[200~"] {
        let room = Room::new();
        let mut terminal = started(&room);
        terminal.press(&format!("{begun}\x03"));
        let ended = terminal.end();
        assert_eq!(ended.code, 0, "{begun:?}");
        ended.assert_given_back();
    }
}

/// The bytes of a key may come apart, by a time that the program waits for.
#[test]
fn an_escape_that_comes_apart_from_its_rest_is_one_key() {
    for apart in [Duration::from_millis(2), Duration::from_millis(20)] {
        let is_one = std::iter::repeat_with(|| {
            let room = Room::new();
            let mut terminal = started(&room);
            let begin = Instant::now();
            terminal.press("\x1b");
            std::thread::sleep(apart);
            terminal.press("[B");
            // On a busy machine it was more: then it proves nothing.
            let was_in_time = begin.elapsed() < Duration::from_millis(40);
            if was_in_time {
                terminal.wait_for("the next proposal", |screen| {
                    selected(screen).contains("Lichen on the sensor")
                });
            }
            terminal.press("\x03");
            terminal.end().assert_given_back();
            was_in_time
        })
        .take(100)
        .any(|was_in_time| was_in_time);
        assert!(is_one, "no key came with its bytes {apart:?} apart");
    }
}

#[test]
fn alt_with_an_arrow_is_not_escape() {
    let room = Room::new();
    let mut terminal = started(&room);
    terminal.press("/lichen\r");
    terminal.wait_text("Proposals 1");
    // Esc would drop the filter. The key that does something shows that both came.
    terminal.press("\x1b\x1b[A?");
    terminal.wait_text("half page down");
    terminal.press("\x1b");
    terminal.wait_for("the help is closed", |screen| !screen.contents().contains("half page down"));
    terminal.wait_text("Proposals 1");
    terminal.press("q");
    terminal.end().assert_given_back();
}

//! Leaving: by a key or by a signal, with and without the mouse, the terminal is as it was.

use rustix::process::Signal;

use crate::record::{MOUSE, PASTE, SCREEN};
use crate::room::Room;
use crate::terminal::{Start, Terminal};

fn started(room: &Room, arguments: &[&str]) -> Terminal {
    let mut terminal = Start::program(room, arguments).go();
    terminal.wait_text("A lamp that knows the moon");
    let [before, now] = terminal.settings();
    assert_ne!(before, now, "the terminal is raw");
    terminal
}

/// Asserts that all modes of the session are on, so that a later check that they are off proves something.
#[test]
fn the_session_takes_what_it_needs_and_no_more() {
    let room = Room::new();
    let terminal = started(&room, &["ideas.md"]);
    assert_eq!(terminal.record().left_on(), [MOUSE[0], MOUSE[1], SCREEN, PASTE]);
    leave(terminal, "q");
}

fn leave(mut terminal: Terminal, key: &str) {
    terminal.press(key);
    let ended = terminal.end();
    assert_eq!(ended.code, 0, "after {key:?}");
    ended.assert_given_back();
}

#[test]
fn a_key_leaves() {
    let room = Room::new();
    for key in ["q", "\x03"] {
        leave(started(&room, &["ideas.md"]), key);
    }
}

#[test]
fn ctrl_c_leaves_from_wherever_one_is() {
    for (keys, text) in [("/lich", "Proposals 1 of 6"), ("?", "half a screenful"), (":", "Commands")] {
        // Each its own: the filter is kept for the next start.
        let room = Room::new();
        let mut terminal = started(&room, &["ideas.md"]);
        terminal.press(keys);
        terminal.wait_text(text);
        leave(terminal, "\x03");
    }
}

#[test]
fn a_signal_ends_with_its_number() {
    let room = Room::new();
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let terminal = started(&room, &["ideas.md"]);
        terminal.signal(signal);
        let ended = terminal.end();
        assert_eq!(ended.code, code, "after {signal:?}");
        ended.assert_given_back();
    }
}

#[test]
fn without_the_mouse_no_mode_of_it_is_switched() {
    let room = Room::new();
    let mut terminal = started(&room, &["--no-mouse", "ideas.md"]);
    terminal.press("q");
    let ended = terminal.end();
    let switched = ended.record.modes();
    assert!(switched.iter().all(|(mode, _)| !(1000..=1016).contains(mode)), "{switched:?}");
    ended.assert_given_back();
}

#[test]
fn a_mouse_that_was_given_away_is_not_switched_off_twice() {
    let room = Room::new();
    let mut terminal = started(&room, &["ideas.md"]);
    terminal.press("M");
    terminal.wait_for("Mouse off", |screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    leave(terminal, "q");
}

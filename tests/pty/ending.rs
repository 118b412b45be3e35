//! Ending: by what nobody wanted. A panic, a terminal that is gone, one that was never there.

use crate::room::Room;
use crate::terminal::Start;

/// Only debug builds can be asked to panic.
#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_before_it_says_anything() {
    let room = Room::new().set("MENTOR_TUI_TEST_PANIC", "1");
    let ended = Start::program(&room, &["ideas.md"]).go().end();
    assert_eq!(ended.code, 101);
    ended.assert_given_back();
    assert_eq!(ended.record.frames(), 1);
    assert!(ended.record.says_at_the_end("mentor-tui crashed: a test asked for this"));
    let said = ended.screen.contents();
    assert!(said.contains("This is a bug; a report is in"), "{said}");
    if cfg!(target_os = "linux") {
        let names = room.crashes();
        let [name] = names.as_slice() else { panic!("{names:?}") };
        assert!(room.read(&format!("state/mentor-tui/{name}")).contains("a test asked for this"));
    }
}

/// The same for a panic beside the main thread, which would otherwise look like leaving.
#[cfg(debug_assertions)]
#[test]
fn a_panic_where_keys_are_read_is_one_of_the_program() {
    let room = Room::new().set("MENTOR_TUI_TEST_PANIC", "reader");
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press("j");
    let ended = terminal.end();
    assert_eq!(ended.code, 101);
    ended.assert_given_back();
    assert!(ended.record.says_at_the_end("mentor-tui crashed: a test asked for this"));
}

/// The hang-up comes as a signal and as the end of the input; either may be first.
#[test]
fn a_closed_terminal_ends_the_program() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    let code = terminal.close();
    assert!([0, 129].contains(&code), "{code}");
    assert!(room.crashes().is_empty(), "it crashed");
}

/// A terminal that does not control the program sends no signal: the end of the input is enough.
#[test]
fn a_closed_input_ends_the_program() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).uncontrolled().go();
    terminal.wait_text("A lamp that knows the moon");
    assert_eq!(terminal.close(), 0);
    assert!(room.crashes().is_empty(), "it crashed");
}

#[test]
fn without_a_keyboard_it_says_so_and_takes_nothing() {
    let room = Room::new();
    let script = "exec \"$PROGRAM\" ideas.md < /dev/null";
    let ended = Start::shell(&room, &["-c", script]).uncontrolled().go().end();
    assert_eq!(ended.code, 2);
    ended.assert_given_back();
    assert_eq!(ended.record.modes(), [], "no mode is switched");
    let said = ended.screen.contents();
    assert!(said.contains("there is no terminal to read keys from"), "{said}");
}

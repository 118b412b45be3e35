//! Limits: signals that end a program, terminals of no sensible size, a system that gives nothing more.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::room::Room;
use crate::terminal::Start;

/// The text on the screen when all documents are read.
const SHOWN: &str = "A lamp that knows the moon";

/// All signals that end a program by default, but for those that nobody can catch (9) and those of a
/// program that went wrong by itself (4, 7, 8, 11). Writing into a closed pipe (13) and beyond a limit
/// (25) are errors here.
#[cfg(target_os = "linux")]
#[test]
fn whatever_signal_ends_the_program_the_terminal_is_given_back() {
    let named = [1, 2, 3, 5, 6, 10, 12, 14, 15, 16, 24, 26, 27, 29, 30, 31];
    for number in named.into_iter().chain([35, 50, 64]) {
        let room = Room::new();
        let mut terminal = Start::program(&room, &["ideas.md"]).go();
        terminal.wait_text(SHOWN);
        send(number, terminal.process());
        let ended = terminal.end();
        assert_eq!(ended.code, 128 + number, "signal {number}");
        ended.assert_given_back();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_signals_of_failed_writes_end_nothing() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text(SHOWN);
    send(13, terminal.process());
    send(25, terminal.process());
    terminal.quit();
}

#[cfg(target_os = "linux")]
fn send(number: u32, process: i32) {
    let script = format!("kill -{number} {process}");
    assert!(Command::new("/bin/sh").args(["-c", &script]).status().unwrap().success(), "{script}");
}

#[test]
fn where_files_may_not_grow_the_screen_goes_on() {
    let room = Room::new();
    let mut terminal = Start::shell(&room, &["-c", "ulimit -f 0; exec \"$PROGRAM\" ideas.md"]).go();
    terminal.wait_text(SHOWN);
    terminal.wait_text("cannot be remembered");
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    ended.assert_given_back();
    assert_eq!(left(&room), ["state.lock", "visits"]);
}

#[test]
fn a_terminal_of_any_size_is_drawn_on_and_given_back() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text(SHOWN);
    for (columns, rows) in [(u16::MAX, u16::MAX), (u16::MAX, 1), (1, u16::MAX), (1, 1)] {
        let frames = terminal.record().frames();
        terminal.claim_size(columns, rows);
        terminal.wait_frame_after(frames);
    }
    // Nothing can be drawn on these.
    terminal.claim_size(0, 0);
    terminal.claim_size(0, 40);
    // A storm of other sizes.
    for width in 0..300 {
        terminal.claim_size(40 + width, 10 + width % 40);
    }
    terminal.resize(100, 30);
    terminal.press("gg");
    terminal.wait_text(SHOWN);
    terminal.quit();
}

/// A stack so large that the system starts no thread at all.
#[test]
fn without_threads_there_is_a_sentence_and_no_screen() {
    let room = Room::new().set("RUST_MIN_STACK", "140000000000000");
    let ended = Start::program(&room, &["ideas.md"]).go().end();
    assert_eq!(ended.code, 2);
    ended.assert_given_back();
    assert!(ended.record.says_at_the_end("the system starts no thread for the screen"));
}

#[test]
fn what_a_killed_program_left_goes_with_the_next_start() {
    let room = Room::new();
    for folder in ["state/mentor-tui", "cache/mentor-tui"] {
        fs::create_dir_all(room.path(folder)).unwrap();
        fs::write(room.path(folder).join(".mentor-tui-Ab3dEf9h.part"), "half").unwrap();
    }
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text(SHOWN);
    for folder in ["state/mentor-tui", "cache/mentor-tui"] {
        let part = room.path(folder).join(".mentor-tui-Ab3dEf9h.part");
        terminal.wait_until("it is removed", || !part.exists());
    }
    terminal.press("q");
    assert_eq!(terminal.end().code, 0);
}

#[test]
fn where_the_home_is_no_absolute_path_nothing_is_kept() {
    let room = ["XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"]
        .into_iter()
        .fold(Room::new().set("HOME", "here"), |room, name| room.set(name, "there"));
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text(SHOWN);
    terminal.press("q");
    assert_eq!(terminal.end().code, 0);
    assert!(!room.path("here").exists() && !room.path("there").exists());
}

/// State and lock of somebody who has something else in their place.
#[test]
fn the_screen_never_waits_for_what_it_remembers() {
    for (name, make) in [
        ("state.json", "mkfifo"),
        ("state.lock", "mkfifo"),
        ("state.json", "mkdir"),
        ("state.lock", "mkdir"),
        ("state.json", "/dev/zero"),
        ("state.lock", "/dev/full"),
    ] {
        let room = Room::new();
        fs::create_dir_all(room.path("state/mentor-tui")).unwrap();
        let path = room.path("state/mentor-tui").join(name);
        if make.starts_with('/') {
            symlink(make, &path).unwrap();
        } else {
            assert!(Command::new(make).arg(&path).status().unwrap().success());
        }
        let mut terminal = Start::program(&room, &["ideas.md"]).go();
        terminal.wait_text(SHOWN);
        terminal.wait_text("what is open cannot be remembered");
        terminal.press("q");
        let ended = terminal.end();
        assert_eq!(ended.code, 0, "{name}, {make}");
        ended.assert_given_back();
    }
}

/// The files in the folder of what is remembered.
fn left(room: &Room) -> Vec<String> {
    let entries = fs::read_dir(room.path("state/mentor-tui")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

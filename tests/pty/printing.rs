//! Printing: on leaving, what was marked goes to standard output, which need not be the terminal.

use std::fs;

use crate::room::Room;
use crate::terminal::{Ended, Start, Terminal};

/// The program in a shell script, its screen on the terminal.
fn started(room: &Room, script: &str) -> Terminal {
    let mut terminal = Start::shell(room, &["-c", script]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal
}

#[track_caller]
fn left(mut terminal: Terminal, keys: &str) -> Ended {
    terminal.press(keys);
    let ended = terminal.end();
    assert_eq!(ended.code, 0, "{}", ended.screen.contents());
    ended.assert_given_back();
    ended
}

#[test]
fn what_was_marked_goes_into_a_pipe_and_the_screen_to_the_terminal() {
    let room = Room::new();
    let mut terminal = started(&room, "\"$PROGRAM\" --print=jsonl ideas.md | /bin/cat > chosen");
    terminal.press("j ");
    terminal.wait_text("★ 1");
    terminal.press("kk ");
    terminal.wait_text("★ 2");
    let ended = left(terminal, "q");
    assert!(!ended.screen.contents().contains("schema"));
    let chosen = room.read("chosen");
    assert!(!chosen.contains('\u{1b}'), "no byte of the screen: {chosen:?}");
    let titles: Vec<_> = chosen
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["title"].clone())
        .collect();
    assert_eq!(titles.len(), 2, "{chosen}");
    assert_eq!(titles[1], "A lamp that knows the moon", "in the order in which they were marked");
}

#[test]
fn every_format_prints_into_a_file() {
    for (option, begins) in [
        ("--print", "1. A lamp that knows the moon"),
        ("--print=text", "1. A lamp that knows the moon"),
        ("--print=markdown", "#"),
        ("--print=json", "{\"schema\":1,\"proposals\":[{"),
        ("--print=csv", "id,"),
    ] {
        let room = Room::new();
        let mut terminal = started(&room, &format!("\"$PROGRAM\" {option} ideas.md > chosen"));
        terminal.press(" ");
        terminal.wait_text("★ 1");
        left(terminal, "q");
        let chosen = room.read("chosen");
        assert!(chosen.trim_start_matches('\u{feff}').starts_with(begins), "{option}: {chosen}");
        assert!(chosen.contains("A lamp that knows the moon"), "{option}: {chosen}");
    }
}

#[test]
fn where_nothing_was_marked_nothing_is_printed() {
    let room = Room::new();
    left(started(&room, "\"$PROGRAM\" --print=json ideas.md > chosen"), "q");
    assert_eq!(fs::read(room.path("chosen")).unwrap(), b"");
}

#[test]
fn on_the_terminal_it_is_printed_below_the_prompt() {
    let room = Room::new();
    let mut terminal = started(&room, "\"$PROGRAM\" --print ideas.md");
    terminal.press(" ");
    terminal.wait_text("★ 1");
    let ended = left(terminal, "q");
    assert!(ended.screen.contents().contains("1. A lamp that knows the moon"));
}

#[test]
fn a_listing_from_a_pipe_is_chosen_from_too() {
    let room = Room::new();
    let mut terminal = started(&room, "/bin/cat ideas.md | \"$PROGRAM\" --print - | /bin/cat > chosen");
    terminal.press(" ");
    terminal.wait_text("★ 1");
    left(terminal, "q");
    assert!(room.read("chosen").starts_with("1. A lamp that knows the moon"));
}

/// An editor gets the terminal, and nothing of it goes into the pipe.
#[test]
fn the_editor_is_on_the_terminal_too() {
    let room = Room::new().set("EDITOR", "vi").program("stty").script(
        "vi",
        "if [ -t 1 ]; then echo EDITOR ON A TERMINAL; else echo EDITOR IN THE PIPE; fi
read -r line
stty -echo",
    );
    let mut terminal = started(&room, "\"$PROGRAM\" --print ideas.md | /bin/cat > chosen");
    terminal.press("e");
    terminal.wait_for("the editor", |screen| {
        !screen.alternate_screen() && screen.contents().contains("EDITOR ON A TERMINAL")
    });
    terminal.press("\n");
    terminal.wait_text("back from vi");
    terminal.press(" ");
    terminal.wait_text("★ 1");
    left(terminal, "q");
    assert_eq!(room.read("chosen"), "1. A lamp that knows the moon — Alderlight\n");
}

#[test]
fn without_any_terminal_there_is_a_sentence() {
    let room = Room::new();
    let script = "\"$PROGRAM\" --print ideas.md > chosen";
    let ended = Start::shell(&room, &["-c", script]).uncontrolled().go().end();
    assert_eq!(ended.code, 2);
    let said = ended.screen.contents();
    assert!(said.contains("there is no terminal to draw on; `mentor-tui list` and"), "{said}");
    assert_eq!(room.read("chosen"), "");
}

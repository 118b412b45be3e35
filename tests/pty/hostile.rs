//! Somebody means harm, and all that they wrote meets a terminal.

use std::fs;
use std::process::Command;

use crate::room::{PROGRAM, Room};
use crate::support::walk::{
    configuration, earlier, file_name, folder, front_matter, left_in, lines, listing,
};
use crate::terminal::Start;

fn room() -> Room {
    let room = Room::new();
    fs::write(room.path("ideas.md"), listing()).unwrap();
    fs::write(room.path("earlier.md"), earlier()).unwrap();
    fs::write(room.path(&file_name()), listing()).unwrap();
    fs::create_dir(room.path(&folder())).unwrap();
    fs::write(room.path(&folder()).join("ideas.md"), listing()).unwrap();
    fs::write(room.path(&folder()).join("front.md"), front_matter()).unwrap();
    fs::create_dir_all(room.path("config/mentor-tui")).unwrap();
    fs::write(room.path("config/mentor-tui/config.toml"), configuration()).unwrap();
    fs::write(room.path("mentor-tui.toml"), configuration()).unwrap();
    room
}

#[test]
fn no_subcommand_lets_a_listing_speak_to_the_terminal() {
    let asked = room();
    let ask = |arguments: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir(asked.directory()).env_clear();
        let output = command.envs(asked.environment().iter().cloned()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(output.stdout), text(output.stderr))
    };
    // Other options write the same in a pipe.
    let lines = lines(ask, |option| option.contains("format"));
    // The first one shows the screen.
    for line in &lines[1..] {
        let words: Vec<&str> = line.iter().map(String::as_str).collect();
        let ended = Start::program(&room(), &words).go().end();
        let text = String::from_utf8(ended.bytes).unwrap();
        assert_eq!(left_in(&text, true), [""; 0], "{line:?}: {text:?}");
    }
}

/// The escape sequences that the screen writes: movements, erasing, styles, modes.
const SEQUENCES: &[char] = &['H', 'J', 'K', 'm', 'h', 'l'];

#[test]
fn no_panel_of_the_screen_lets_a_listing_speak_to_the_terminal() {
    let room = room();
    let mut terminal = Start::program(&room, &["--hyperlinks=always", &file_name()]).go();
    // The count of problems is part of the mentor view.
    terminal.press("R");
    terminal.wait_for("the problems to be counted", |screen| {
        screen.contents().lines().next().is_some_and(|header| header.contains(" ! "))
    });
    // Each panel, and a text by which it is known.
    for (key, text) in [
        ("?", "half page down"),
        ("!", "Problems "),
        ("i", "Most wanted skills"),
        ("F", "[skills]"),
        ("O", " Links "),
        (":", "Commands"),
        ("s", "difficulty"),
        ("y", "copy upstream"),
        ("Space j Space c", " Compare "),
    ] {
        for key in key.split(' ') {
            terminal.press(if key == "Space" { " " } else { key });
        }
        terminal.wait_text(text);
        terminal.press("\x1b");
        terminal.wait_for("the list", |screen| screen.contents().contains("q quit"));
    }
    terminal.press("v");
    terminal.wait_text("↪");
    terminal.press("q");
    let ended = terminal.end();
    let text = String::from_utf8(ended.bytes).unwrap();
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        plain.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        if let Some(sequence) = after.strip_prefix('[') {
            let end = sequence.find(|c: char| ('\u{40}'..='\u{7e}').contains(&c)).unwrap();
            let (parameters, last) = (&sequence[..end], sequence[end..].chars().next().unwrap());
            let is_plain = parameters.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b'?'));
            assert!(is_plain && SEQUENCES.contains(&last), "ESC [ {parameters} {last}");
            rest = &sequence[end + 1..];
        } else if let Some(link) = after.strip_prefix("]8;") {
            let end = link.find("\u{1b}\\").unwrap();
            assert!(link[..end].bytes().all(|byte| byte.is_ascii_graphic()), "{:?}", &link[..end]);
            // The program's own links carry an identifier; those of the listing have none.
            let is_own = &link[..end] == ";" || link.starts_with("id=");
            assert!(is_own, "{:?}", &link[..end]);
            rest = &link[end + 2..];
        } else {
            panic!("ESC {:?}", after.chars().next());
        }
    }
    plain.push_str(rest);
    assert_eq!(left_in(&plain, false), [""; 0]);
}

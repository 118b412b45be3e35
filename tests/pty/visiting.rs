//! Visits: the next time that a listing is open, the program tells what is new.

use std::fs;

use crate::loading::leave;
use crate::room::Room;
use crate::terminal::{Start, Terminal};

/// Asks for the news until they are there.
fn ask(terminal: &mut Terminal, answer: &str) {
    loop {
        terminal.press("d");
        terminal.wait_for(answer, |screen| {
            let text = screen.contents();
            text.contains(answer) || text.contains("Still comparing")
        });
        if terminal.text().contains(answer) {
            return;
        }
        // The next key takes the sentence away, so that the next answer is another one.
        terminal.press("g");
        terminal.wait_for("no sentence", |screen| !screen.contents().contains("Still comparing"));
    }
}

fn open(room: &Room, text: &str) -> Terminal {
    let mut terminal = Start::program(room, &["ideas.md"]).size(120, 35).go();
    terminal.wait_text(text);
    terminal
}

/// The file that remembers the listing.
fn visit(room: &Room) -> String {
    let mut files = fs::read_dir(room.path("state/mentor-tui/visits")).into_iter().flatten();
    files.next().map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).unwrap_or_default()
}

#[test]
fn what_changed_between_two_visits_is_marked_and_told_once() {
    let room = Room::new();
    let mut terminal = open(&room, "A lamp that knows the moon");
    ask(&mut terminal, "This is the first visit");
    terminal.press("\r");
    terminal.wait_text("Esc");
    assert_eq!(leave(terminal, "q").code, 0);
    let remembered = visit(&room);
    assert!(remembered.contains("A lamp that knows the moon"), "{remembered}");
    assert_eq!(remembered.matches("\"opened\":true").count(), 1, "{remembered}");

    let listing = room.read("ideas.md");
    let title = "A lamp that knows the moon";
    let changed = listing.replacen(title, "A lamp that knows the full moon", 1)
        + "\n### Points that freeze\n\n- Description: They hum.\n- Mentor(s): Ines Vale\n";
    assert_ne!(listing, changed);
    fs::write(room.path("ideas.md"), &changed).unwrap();
    let mut terminal = open(&room, "● 1 new  ◐ 1 changed");
    terminal.wait_wrapped("1 new, 1 changed since your last visit. Press d to see them.");
    terminal.press("d");
    terminal.wait_text("Since your last visit");
    terminal.wait_text("● Points that freeze");
    terminal.press("\x1b");
    terminal.wait_for("the list alone", |screen| !screen.contents().contains("Since your last visit"));
    terminal.press("/is:new\r");
    terminal.wait_text("is:new 1");
    terminal.press("\x1b");
    terminal.wait_text("/ to filter");
    assert_eq!(leave(terminal, "q").code, 0);

    let mut terminal = open(&room, "A lamp that knows the full moon");
    ask(&mut terminal, "Nothing is new, changed or gone since your last visit.");
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn what_cannot_be_remembered_stops_nobody() {
    let room = Room::new();
    fs::create_dir_all(room.path("state/mentor-tui")).unwrap();
    fs::write(room.path("state/mentor-tui/visits"), "a file").unwrap();
    let terminal = open(&room, "A lamp that knows the moon");
    let ended = leave(terminal, "q");
    assert_eq!((ended.code, ended.screen.contents().as_str()), (0, ""));
}

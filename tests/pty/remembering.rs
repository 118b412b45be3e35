//! Remembering: without a path, what was opened last is opened again, wherever the program is started.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use crate::loading::{feed, fifo, keeping, leave, listing};
use crate::room::Room;
use crate::support::server::{Server, answer};
use crate::terminal::{Start, Terminal};

const OF_THE_SAMPLE: &str = "built-in sample · 28 proposals";

/// Opens something, looks at it and leaves.
#[track_caller]
fn open(room: &Room, arguments: &[&str], text: &str) {
    let mut terminal = Start::program(room, arguments).go();
    terminal.wait_text(text);
    leave(terminal, "q");
}

/// The program without a path, in another directory.
fn again(room: &Room) -> Terminal {
    Start::shell(room, &["-c", "cd programs && exec \"$PROGRAM\""]).go()
}

fn state(room: &Room) -> PathBuf {
    room.path("state/mentor-tui/state.json")
}

#[test]
fn without_a_path_what_was_opened_last_is_opened() {
    let room = Room::new();
    open(&room, &[], "Where to look");
    open(&room, &["--sample"], OF_THE_SAMPLE);
    assert!(!state(&room).exists(), "the sample is not worth remembering");
    fs::write(room.path("home/trains.md"), listing("Sidings", "Points that freeze")).unwrap();
    open(&room, &["ideas.md"], "A lamp that knows the moon");
    open(&room, &["./home/trains.md"], "Points that freeze");
    for _ in 0..2 {
        let mut terminal = again(&room);
        terminal.wait_text("trains.md · 1 proposal · 1 project");
        terminal.wait_text("Points that freeze");
        assert_eq!(leave(terminal, "q").code, 0);
    }
    open(&room, &["--sample"], OF_THE_SAMPLE);
    leave_after(again(&room), "~/trains.md");
}

fn leave_after(mut terminal: Terminal, text: &str) {
    terminal.wait_text(text);
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn several_paths_are_one_opening_and_a_pipe_is_none() {
    let room = Room::new().program("cat");
    fs::create_dir(room.path("term")).unwrap();
    fs::write(room.path("term/trains.md"), listing("Sidings", "Points that freeze")).unwrap();
    let pipe = fifo(&room);
    let script = "cat ideas.md | \"$PROGRAM\" pipe.md term - ideas.md";
    let mut terminal = Start::shell(&room, &["-c", script]).go();
    feed(&pipe, &listing("Sluice", "A gate that floats"));
    terminal.wait_text("14 proposals");
    // The late proposals stand above the selected one.
    terminal.press("g");
    terminal.wait_text("A gate that floats");
    leave(terminal, "q");
    leave_after(again(&room), "2 documents · 7 proposals · 4 projects");
    let mut terminal = Start::shell(&room, &["-c", "cat term/trains.md | \"$PROGRAM\" -"]).go();
    terminal.wait_text("standard input · 1 proposal");
    leave(terminal, "q");
    leave_after(again(&room), "2 documents · 7 proposals · 4 projects");
}

#[test]
fn an_address_is_opened_as_it_was_kept_and_refreshed() {
    let room = Room::new();
    let text = Arc::new(Mutex::new(listing("Sidings", "Points that freeze")));
    let server = keeping(&text);
    open(&room, &[&server.at("/ideas.md")], "Points that freeze");
    *text.lock().unwrap() = listing("Sidings", "Points that thaw in spring");
    let held = text.lock().unwrap();
    let mut terminal = again(&room);
    terminal.wait_text("Points that freeze");
    drop(held);
    terminal.wait_text("Points that thaw in spring");
    leave(terminal, "q");
}

#[test]
fn where_what_was_opened_last_is_gone_the_sample_says_so() {
    let room = Room::new();
    open(&room, &["ideas.md"], "A lamp that knows the moon");
    let listing = room.read("ideas.md");
    fs::remove_file(room.path("ideas.md")).unwrap();
    let mut terminal = again(&room);
    terminal.wait_text(OF_THE_SAMPLE);
    terminal.wait_wrapped("room/ideas.md does not exist any more; opening the built-in sample");
    let ended = leave(terminal, "q");
    assert_eq!((ended.code, ended.screen.contents().as_str()), (0, ""));
    // It is not forgotten, for it may come back.
    fs::write(room.path("ideas.md"), listing).unwrap();
    leave_after(again(&room), "A lamp that knows the moon");
}

#[test]
fn where_what_was_opened_last_gives_nothing_the_sample_says_so() {
    let room = Room::new();
    fs::create_dir(room.path("term")).unwrap();
    fs::write(room.path("term/ideas.md"), room.read("ideas.md")).unwrap();
    open(&room, &["term"], "A lamp that knows the moon");
    fs::write(room.path("term/ideas.md"), "# Minutes\n").unwrap();
    let mut terminal = again(&room);
    terminal.wait_text(OF_THE_SAMPLE);
    terminal.wait_wrapped("it is a directory without listings (its only file has no proposals); this is the");
    assert_eq!(leave(terminal, "q").code, 0);

    let room = Room::new();
    let server = Server::new(|_| answer("200 OK", &[], listing("Sidings", "Points").as_bytes()));
    open(&room, &[&server.at("/ideas.md")], "Points");
    drop(server);
    fs::remove_dir_all(room.path("cache")).unwrap();
    let mut terminal = again(&room);
    terminal.wait_text(OF_THE_SAMPLE);
    terminal.wait_wrapped("/ideas.md: ");
    let ended = leave(terminal, "q");
    assert_eq!((ended.code, ended.screen.contents().as_str()), (0, ""));
}

#[test]
fn what_cannot_be_read_is_not_remembered() {
    let room = Room::new();
    open(&room, &["ideas.md"], "A lamp that knows the moon");
    assert_eq!(Start::program(&room, &["gone.md"]).go().end().code, 2);
    leave_after(again(&room), "A lamp that knows the moon");
}

#[test]
fn a_broken_memory_is_kept_aside_and_stops_nobody() {
    let room = Room::new();
    fs::create_dir_all(state(&room).parent().unwrap()).unwrap();
    fs::write(state(&room), "{\"schema\":1,\"la").unwrap();
    let mut terminal = again(&room);
    terminal.wait_text(OF_THE_SAMPLE);
    terminal.wait_wrapped("cannot read what you last had open: ");
    leave(terminal, "q");
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.wait_wrapped("what was remembered cannot be understood; it is kept as ");
    assert_eq!(leave(terminal, "q").code, 0);
    leave_after(again(&room), "A lamp that knows the moon");
}

#[test]
fn where_nothing_can_be_remembered_everything_else_is_fine() {
    let room = Room::new();
    fs::write(room.path("state"), "a file").unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.wait_wrapped("what is open cannot be remembered: ");
    let ended = leave(terminal, "q");
    assert_eq!((ended.code, ended.screen.contents().as_str()), (0, ""));
}

#[test]
fn each_document_keeps_its_filter_until_it_is_dropped() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press("/lamp\r");
    terminal.wait_text("lamp 1");
    assert_eq!(leave(terminal, "q").code, 0);
    assert!(fs::read_to_string(state(&room)).unwrap().contains("\"filter\":\"lamp\""));
    open(&room, &["--filter", "", "ideas.md"], "/ to filter");
    let mut terminal = again(&room);
    terminal.wait_text("lamp 1");
    terminal.wait_wrapped("Filtered as you left it. Press Esc to clear the filter.");
    terminal.press("\x1b");
    terminal.wait_text("/ to filter");
    assert_eq!(leave(terminal, "q").code, 0);
    open(&room, &["ideas.md"], "/ to filter");
}

#[test]
fn each_document_keeps_its_order() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press("S");
    terminal.wait_text("reversed");
    assert_eq!(leave(terminal, "q").code, 0);
    let mut terminal = again(&room);
    terminal.wait_text("reversed");
    terminal.press("S");
    terminal.wait_for("the usual order", |screen| !screen.contents().contains("reversed"));
    assert_eq!(leave(terminal, "q").code, 0);
    assert!(!fs::read_to_string(state(&room)).unwrap().contains("\"sort\""));
}

/// The history of filters is that of all documents, as a shell has one for all folders.
#[test]
fn earlier_filters_are_there_the_next_time() {
    let room = Room::new();
    fs::copy(room.path("ideas.md"), room.path("others.md")).unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    for filter in ["lichen", "lamp", "lichen"] {
        terminal.press(&format!("/\x15{filter}\r"));
        terminal.wait_text(&format!("{filter} 1"));
    }
    assert_eq!(leave(terminal, "q").code, 0);
    let mut terminal = Start::program(&room, &["others.md"]).go();
    terminal.wait_text("/ to filter");
    terminal.press("/\x1b[A");
    terminal.wait_text("lichen 1");
    terminal.press("\x1b[A");
    terminal.wait_text("lamp 1");
    terminal.press("\x1b[A");
    terminal.wait_text("No earlier filter.");
    assert_eq!(leave(terminal, "\x03").code, 0);
}

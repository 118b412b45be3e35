//! The start page: where to look for listings, and opening one of them.

use std::fs;

use crate::loading::{leave, listing};
use crate::room::Room;
use crate::support::archive::archive;
use crate::support::server::{Server, answer};
use crate::terminal::Start;

/// A room with a place of its own on the start page.
fn room(address: &str) -> Room {
    let room = Room::new();
    let folder = room.path("config/mentor-tui");
    fs::create_dir_all(&folder).unwrap();
    let source = format!("[[source]]\nname = \"Harbour ideas\"\naddress = \"{address}\"\n");
    fs::write(folder.join("config.toml"), source).unwrap();
    room
}

/// A server of an archive with two terms.
fn server() -> Server {
    let (old, new) = (listing("Net", "Mend the net"), listing("Boat", "Paint the boat"));
    let files = [("lfx/2025/01-Mar-May/a.md", old.as_str()), ("lfx/2026/01-Mar-May/a.md", new.as_str())];
    Server::saying(answer("200 OK", &["ETag: \"1\""], &archive(&files)))
}

#[test]
fn the_first_run_shows_where_to_look_and_opens_the_newest_term() {
    let server = server();
    let room = room(&server.at("/x.tar.gz"));
    let mut terminal = Start::program(&room, &[]).size(120, 35).go();
    terminal.wait_text("Nothing is fetched until you choose a listing");
    for text in ["Find a mentorship and apply in time.", "Harbour ideas", "CNCF: LFX Mentorship", "1 of 26"] {
        assert!(terminal.text().contains(text), "{text}:\n{}", terminal.text());
    }
    assert!(server.requests().is_empty(), "nothing is contacted before something is chosen");
    terminal.press("/harbour\r");
    terminal.wait_text("Paint the boat");
    terminal.wait_text("The newest term.");
    assert!(!terminal.text().contains("Mend the net"), "{}", terminal.text());
    terminal.press("T");
    terminal.wait_text("All terms");
    terminal.press("jl");
    terminal.wait_text("Mend the net");
    assert_eq!(leave(terminal, "q").code, 0);

    // The next time it is opened again, with the filter that it was left with; and it is the first of the places.
    let mut terminal = Start::program(&room, &[]).size(120, 35).go();
    terminal.wait_text("Mend the net");
    terminal.press("\x0f");
    terminal.wait_text("Opened before");
    terminal.press("\x1b");
    terminal.wait_text("Mend the net");
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn a_copy_is_opened_without_the_server_and_what_cannot_be_read_leads_back() {
    let server = server();
    let room = room(&server.at("/x.tar.gz"));
    let mut terminal = Start::program(&room, &["--start"]).size(120, 35).go();
    terminal.wait_text("Harbour ideas");
    terminal.press("/harbour\r");
    terminal.wait_text("Paint the boat");
    leave(terminal, "q");
    let gone = server.at("/y.tar.gz");
    drop(server);
    let mut terminal = Start::program(&room, &["--start"]).size(120, 35).go();
    terminal.wait_text("copy of less than a minute ago");
    terminal.press("\r");
    terminal.wait_text("Paint the boat");
    terminal.press("\x0fp");
    terminal.press(&format!("{gone}\r"));
    terminal.wait_wrapped("cannot be reached");
    terminal.wait_text("Where to look");
    terminal.press("\x1b");
    terminal.wait_text("built-in sample");
    assert_eq!(leave(terminal, "q").code, 0);
    let state = room.read("state/mentor-tui/state.json");
    assert!(state.contains("x.tar.gz") && !state.contains("y.tar.gz"), "{state}");
}

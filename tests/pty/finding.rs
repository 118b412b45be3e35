//! Finding: what comes into an opened directory comes onto the screen.

use std::fs;

use crate::loading::{MINUTES, leave, listing, term};
use crate::room::Room;
use crate::terminal::{Start, Terminal};

/// The program with the directory open, and its second proposal selected.
fn started(room: &Room, arguments: &[&str]) -> Terminal {
    term(room);
    let mut terminal = Start::program(room, arguments).go();
    terminal.wait_text("2 proposals · 2 projects");
    terminal.press("G");
    terminal.wait_text("▌  Points that freeze");
    terminal
}

/// Checks that these stand on the screen in this order.
#[track_caller]
fn assert_order(terminal: &Terminal, rows: &[&str]) {
    let screen = terminal.text();
    let places: Vec<_> = rows.iter().map(|row| screen.find(row)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}:\n{screen}");
}

#[test]
fn a_file_that_comes_into_a_directory_gets_its_place_and_is_followed() {
    let room = Room::new();
    let mut terminal = started(&room, &["term"]);
    fs::write(room.path("term/spring/clocks.md"), listing("Tower", "A clock that strikes")).unwrap();
    terminal.wait_text("New: term/spring/clocks.md, 1 proposal");
    let rows = ["A bell that is on time", "● A clock that strikes", "▌  Points that freeze"];
    assert_order(&terminal, &rows);
    fs::write(room.path("term/spring/clocks.md"), listing("Tower", "A clock that rests")).unwrap();
    terminal.wait_text("◐ A clock that rests");
    terminal.wait_text("Reloaded term/spring/clocks.md: 1 proposal changed");
    assert!(!terminal.text().contains("A clock that strikes"));

    // A folder, as a checkout brings it: made aside, and moved in with all that it holds.
    fs::create_dir_all(room.path("autumn/late")).unwrap();
    fs::write(room.path("autumn/late/leaves.md"), listing("Rake", "Leaves that fall")).unwrap();
    fs::rename(room.path("autumn"), room.path("term/autumn")).unwrap();
    terminal.wait_text("● Leaves that fall");
    fs::write(room.path("term/autumn/late/rain.md"), listing("Gutter", "Rain that waits")).unwrap();
    terminal.wait_text("● Rain that waits");
    let rows =
        ["Leaves that fall", "Rain that waits", "A bell", "A clock that rests", "▌  Points that freeze"];
    assert_order(&terminal, &rows);
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn what_is_no_listing_does_not_come() {
    let room = Room::new();
    // The rule is there before the program: it may look into a new folder while its rule is being written.
    fs::create_dir_all(room.path("term")).unwrap();
    fs::write(room.path("term/.gitignore"), "drafts\n").unwrap();
    let mut terminal = started(&room, &["term"]);
    fs::create_dir_all(room.path("term/drafts")).unwrap();
    for (name, text) in [
        ("drafts/a.md", listing("Draft", "A draft")),
        (".hidden.md", listing("Hidden", "A hidden one")),
        ("minutes.md", MINUTES.to_owned()),
    ] {
        fs::write(room.path("term").join(name), text).unwrap();
    }
    fs::write(room.path("term/z.md"), listing("Last", "The last one")).unwrap();
    terminal.wait_text("3 proposals · 3 projects");
    assert_order(&terminal, &["▌  Points that freeze", "● The last one"]);
    // A file without proposals is followed, too.
    fs::write(room.path("term/minutes.md"), listing("Minutes", "What was decided")).unwrap();
    terminal.wait_text("New: term/minutes.md, 1 proposal");
    assert_order(&terminal, &["What was decided", "A bell that is on time"]);
    leave(terminal, "q");
}

#[test]
fn without_the_watch_new_files_come_when_asked_for() {
    let room = Room::new();
    let mut terminal = started(&room, &["--no-watch", "term"]);
    fs::write(room.path("term/clocks.md"), listing("Tower", "A clock that strikes")).unwrap();
    terminal.press("g");
    terminal.wait_text("▌  A bell that is on time");
    assert!(!terminal.text().contains("A clock"));
    terminal.press("r");
    terminal.wait_text("● A clock that strikes");
    assert_order(&terminal, &["● A clock that strikes", "▌  A bell that is on time", "Points that freeze"]);
    leave(terminal, "q");
}

#[test]
fn a_file_that_leaves_a_directory_stays_as_it_was_read_until_asked() {
    let room = Room::new();
    let mut terminal = started(&room, &["term"]);
    let trains = room.path("term/trains.md");
    fs::remove_file(&trains).unwrap();
    terminal.wait_text("term/trains.md is gone; its last reading stays until r");
    assert!(terminal.text().contains("▌  Points that freeze"), "{}", terminal.text());
    fs::write(&trains, listing("Sidings", "Points that thaw")).unwrap();
    terminal.wait_text("▌  Points that thaw");

    fs::remove_file(&trains).unwrap();
    terminal.wait_text("term/trains.md is gone; its last reading stays until r");
    terminal.press("r");
    terminal.wait_text("term/trains.md is gone, with its 1 proposal.");
    terminal.wait_text("1 proposal · 1 project");
    assert!(terminal.text().contains("▌  A bell that is on time"), "{}", terminal.text());
    fs::write(&trains, listing("Sidings", "Points that freeze again")).unwrap();
    terminal.wait_text("Points that freeze again");
    assert_order(&terminal, &["▌  A bell that is on time", "● Points that freeze again"]);
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn a_directory_that_was_named_in_vain_is_made_good() {
    let room = Room::new();
    fs::create_dir(room.path("later")).unwrap();
    let mut terminal = Start::program(&room, &["ideas.md", "later"]).go();
    terminal.wait_text("cannot read later: it is a directory without listings");
    fs::write(room.path("later/trains.md"), listing("Sidings", "Points that freeze")).unwrap();
    terminal.wait_text("New: later/trains.md, 1 proposal");
    let ended = leave(terminal, "q");
    assert_eq!((ended.code, ended.screen.contents().as_str()), (0, ""));
}

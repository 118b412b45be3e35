//! Loading: the screen is there at once, what is read comes in behind it, and what cannot be read
//! gets its sentence.

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::record::SCREEN;
use crate::room::Room;
use crate::support::server::{STAY, Server, answer, redirect};
use crate::terminal::{Ended, Start, Terminal};

pub(crate) const MINUTES: &str =
    "# Minutes of the third of May\n\n## Present\n\nAda and Teun.\n\n## Next\n\n- The lamp\n";

/// A listing of one proposal.
pub(crate) fn listing(project: &str, title: &str) -> String {
    format!(
        "# Ideas\n\n## {project}\n\n### {title}\n\n- **Description:** It hums.\n- **Mentor(s):** Ines Vale\n"
    )
}

pub(crate) fn leave(mut terminal: Terminal, key: &str) -> Ended {
    terminal.press(key);
    let ended = terminal.end();
    ended.assert_given_back();
    ended
}

/// Checks that the screen was never there, and what is said instead.
#[track_caller]
fn assert_refused(room: &Room, arguments: &[&str], sentence: &str) {
    let ended = Start::program(room, arguments).size(200, 35).go().end();
    assert_eq!((ended.code, ended.record.times_on(SCREEN)), (2, 0), "{arguments:?}");
    assert_eq!(ended.screen.contents().trim_end(), sentence);
    ended.assert_given_back();
}

/// A term as people keep it: listings in two places, minutes and pictures beside them.
pub(crate) fn term(room: &Room) {
    let below = |name: &str| room.path("term").join(name);
    fs::create_dir_all(below("spring/pictures")).unwrap();
    fs::write(below("README.md"), MINUTES).unwrap();
    fs::write(below("spring/bells.md"), listing("Belfry", "A bell that is on time")).unwrap();
    fs::write(below("spring/minutes.md"), MINUTES).unwrap();
    fs::write(below("spring/pictures/bell.png"), b"\x89PNG\r\n\x1a\n\0").unwrap();
    fs::write(below("trains.md"), listing("Sidings", "Points that freeze")).unwrap();
    symlink(below(""), below("spring/around")).unwrap();
}

#[test]
fn a_directory_shows_its_listings_and_nothing_else() {
    let room = Room::new();
    term(&room);
    let mut terminal = Start::program(&room, &["term"]).go();
    terminal.wait_text("2 proposals · 2 projects");
    for text in ["term", "A bell that is on time", "Points that freeze"] {
        assert!(terminal.text().contains(text), "{text}:\n{}", terminal.text());
    }
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn what_changes_in_a_directory_is_followed() {
    let room = Room::new();
    term(&room);
    let mut terminal = Start::program(&room, &["term"]).go();
    terminal.wait_text("2 proposals · 2 projects");
    fs::write(room.path("term/trains.md"), listing("Sidings", "Points that thaw")).unwrap();
    terminal.wait_text("Points that thaw");
    assert!(!terminal.text().contains("Points that freeze"));
    leave(terminal, "q");
}

#[test]
fn a_missing_file_hides_none_of_the_others() {
    let room = Room::new();
    fs::write(room.path("trains.md"), listing("Sidings", "Points that freeze")).unwrap();
    let mut terminal = Start::program(&room, &["ideas.md", "gone.md", "trains.md"]).go();
    terminal.wait_text("7 proposals · 4 projects");
    let sentence = "cannot read gone.md: there is no such file";
    terminal.wait_text(sentence);
    let ended = leave(terminal, "q");
    assert_eq!(ended.code, 2);
    assert!(ended.record.says_at_the_end(sentence));
    assert_eq!(ended.screen.contents().matches(sentence).count(), 1);
}

#[test]
fn where_nothing_can_be_read_there_is_a_sentence_and_no_screen() {
    let room = Room::new();
    fs::create_dir_all(room.path("empty")).unwrap();
    fs::create_dir_all(room.path("minutes")).unwrap();
    fs::write(room.path("minutes/may.md"), MINUTES).unwrap();
    fs::write(room.path("picture.md"), b"\x89PNG\r\n\x1a\n\0").unwrap();
    symlink(room.path("circle.md"), room.path("circle.md")).unwrap();
    for (path, why) in [
        ("gone.md", "there is no such file"),
        ("empty", "it is a directory without listings (it has no Markdown files)"),
        ("minutes", "it is a directory without listings (its only file has no proposals)"),
        ("picture.md", "it is a PNG picture, not a Markdown listing"),
        ("circle.md", "too many levels of symbolic links"),
    ] {
        assert_refused(&room, &[path], &format!("mentor-tui: cannot read {path}: {why}"));
    }
}

#[test]
fn what_comes_later_is_shown_and_is_not_missing_any_more() {
    let room = Room::new();
    term(&room);
    let mut terminal = Start::program(&room, &["ideas.md", "later.md", "term"]).go();
    terminal.wait_text("cannot read later.md: there is no such file");
    fs::write(room.path("later.md"), listing("Sluice", "A gate that floats")).unwrap();
    terminal.wait_text("A gate that floats");
    // A file of the directory that held none.
    fs::write(room.path("term/README.md"), listing("Quay", "A crane that yields")).unwrap();
    terminal.wait_text("A crane that yields");
    terminal.press("r");
    terminal.wait_text("Reloaded: no changes.");
    let ended = leave(terminal, "q");
    assert_eq!((ended.code, ended.screen.contents().as_str()), (0, ""));
}

#[test]
fn of_several_documents_it_is_said_how_much_changed_in_all() {
    let room = Room::new();
    fs::write(room.path("trains.md"), listing("Sidings", "Points that freeze")).unwrap();
    fs::write(room.path("boats.md"), listing("Sluice", "A gate that floats")).unwrap();
    let mut terminal = Start::program(&room, &["--no-watch", "trains.md", "boats.md", "ideas.md"]).go();
    terminal.wait_text("8 proposals · 5 projects");
    for name in ["trains.md", "boats.md"] {
        fs::write(room.path(name), room.read(name).replace("It hums", "It rings")).unwrap();
    }
    terminal.press("r");
    terminal.wait_text("Reloaded: 2 proposals changed");
    leave(terminal, "q");
}

/// A FIFO in the room.
pub(crate) fn fifo(room: &Room) -> PathBuf {
    let path = room.path("pipe.md");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    path
}

pub(crate) fn feed(path: &Path, text: &str) {
    fs::OpenOptions::new().write(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
}

#[test]
fn a_pipe_that_nobody_writes_to_leaves_the_screen_usable() {
    let room = Room::new();
    fifo(&room);
    for key in ["q", "\x03", "?\x03"] {
        let mut terminal = Start::program(&room, &["pipe.md"]).go();
        terminal.wait_text("reading 0/1");
        terminal.wait_text("Reading …");
        assert_eq!(leave(terminal, key).code, 0, "{key:?}");
    }
}

#[test]
fn what_a_pipe_gives_comes_in_behind_the_screen() {
    let room = Room::new();
    let pipe = fifo(&room);
    let mut terminal = Start::program(&room, &["pipe.md"]).go();
    terminal.wait_text("reading 0/1");
    feed(&pipe, &listing("Sidings", "Points that freeze"));
    terminal.wait_text("Points that freeze");
    terminal.wait_for("no gauge", |screen| !screen.contents().contains("reading"));
    terminal.press("r");
    terminal.wait_text("pipe.md cannot be read a second time");
    leave(terminal, "q");
}

#[test]
fn a_file_that_changes_while_another_is_still_read_is_shown_as_it_is() {
    let room = Room::new();
    let pipe = fifo(&room);
    let mut terminal = Start::program(&room, &["ideas.md", "pipe.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.wait_text("reading 1/2");
    terminal.press("j");
    let text = room.read("ideas.md").replace("A quieter queue", "A louder queue");
    fs::write(room.path("ideas.md"), text).unwrap();
    terminal.wait_text("A louder queue");
    feed(&pipe, &listing("Sidings", "Points that freeze"));
    terminal.wait_text("7 proposals · 4 projects");
    assert!(terminal.text().contains("▌  Lichen on the sensor"), "{}", terminal.text());
    leave(terminal, "q");
}

#[test]
fn what_is_waited_for_holds_up_nothing_and_gets_its_place() {
    let room = Room::new();
    let pipe = fifo(&room);
    fs::write(room.path("boats.md"), listing("Sluice", "A gate that floats")).unwrap();
    let server = Server::saying(STAY.to_vec());
    let mut terminal =
        Start::program(&room, &[&server.at("/slow.md"), "boats.md", "pipe.md", "ideas.md"]).go();
    terminal.wait_text("7 proposals · 4 projects");
    terminal.wait_text("reading 2/4");
    terminal.press("j");
    terminal.wait_text("▌  A lamp that knows the moon");
    feed(&pipe, &listing("Sidings", "Points that freeze"));
    terminal.wait_text("8 proposals · 5 projects");
    terminal.wait_text("▌  A lamp that knows the moon");
    let screen = terminal.text();
    let rows = ["A gate that floats", "Points that freeze", "▌  A lamp that knows the moon"];
    let places = rows.map(|row| screen.find(row).unwrap());
    assert!(places.is_sorted(), "{screen}");
    assert!(!screen.contains('●'), "what came late has not changed:\n{screen}");
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn a_pipe_is_read_by_its_name_and_left_alone_in_a_directory() {
    let room = Room::new().program("cat").program("mkdir").program("mkfifo");
    let script = "mkdir term; cat ideas.md > term/ideas.md; mkfifo term/pipe.md
        cat ideas.md | { exec 3<&0 < /dev/tty; exec \"$PROGRAM\" /dev/fd/3 term; }";
    let mut terminal = Start::shell(&room, &["-c", script]).go();
    terminal.wait_text("2 documents · 12 proposals · 3 projects");
    terminal.wait_for("no gauge", |screen| !screen.contents().contains("reading 1/2"));
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn a_terminal_is_no_listing_by_any_name() {
    let room = Room::new();
    let sentence = "it is a terminal; pipe a listing in, as in `cat proposals.md | mentor-tui -`";
    for (path, name) in [("/dev/tty", "/dev/tty"), ("/dev/stdin", "/dev/stdin"), ("-", "standard input")] {
        assert_refused(&room, &[path], &format!("mentor-tui: cannot read {name}: {sentence}"));
    }
}

/// A server with a document that can be changed; it knows the document again, and has moved it once.
pub(crate) fn keeping(text: &Arc<Mutex<String>>) -> Server {
    let text = Arc::clone(text);
    Server::new(move |request| {
        let text = text.lock().unwrap();
        let tag = format!("\"{}\"", text.len());
        match request.header("if-none-match") {
            _ if request.path == "/old.md" => redirect("/ideas.md"),
            Some(known) if known == tag => answer("304 Not Modified", &[], b""),
            _ => answer("200 OK", &[&format!("ETag: {tag}")], text.as_bytes()),
        }
    })
}

#[test]
fn an_address_is_shown_and_read_again_when_asked_for() {
    let room = Room::new();
    let text = Arc::new(Mutex::new(listing("Sidings", "Points that freeze")));
    let server = keeping(&text);
    let mut terminal = Start::program(&room, &[&server.at("/old.md")]).go();
    terminal.wait_text("Points that freeze");
    terminal.press("r");
    terminal.wait_text("Reloaded: no changes.");
    *text.lock().unwrap() = listing("Sidings", "Points that thaw in spring");
    terminal.press("r");
    terminal.wait_text("Points that thaw in spring");
    terminal.wait_text("Reloaded: 1 proposal changed");
    assert_eq!(leave(terminal, "q").code, 0);
    assert!(server.requests().iter().all(|request| ["/old.md", "/ideas.md"].contains(&&*request.path)));
}

#[test]
fn what_changes_while_it_is_read_again_is_read_once_more() {
    let room = Room::new();
    let texts = Arc::new(Mutex::new(vec![listing("Sidings", "Points that freeze")]));
    let (taken, gate) = (Arc::new(Mutex::new(0)), Arc::new(Mutex::new(())));
    let (server_texts, server_taken, server_gate) = (texts.clone(), taken.clone(), gate.clone());
    let server = Server::new(move |_| {
        let text = server_texts.lock().unwrap().last().unwrap().clone();
        *server_taken.lock().unwrap() += 1;
        drop(server_gate.lock().unwrap());
        answer("200 OK", &[], text.as_bytes())
    });
    let mut terminal = Start::program(&room, &[&server.at("/ideas.md")]).go();
    terminal.wait_text("Points that freeze");
    let held = gate.lock().unwrap();
    terminal.press("r");
    terminal.wait_until("the text is on its way", || *taken.lock().unwrap() == 2);
    texts.lock().unwrap().push(listing("Sidings", "Points that thaw in spring"));
    // The help shows that the key before it was taken.
    terminal.press("r?");
    terminal.wait_text("half a screenful");
    drop(held);
    terminal.press("?");
    terminal.wait_text("Points that thaw in spring");
    leave(terminal, "\x03");
}

#[test]
fn what_was_kept_is_shown_at_once_and_refreshed_behind_the_screen() {
    let room = Room::new();
    let text = Arc::new(Mutex::new(listing("Sidings", "Points that freeze")));
    let server = keeping(&text);
    let address = server.at("/ideas.md");
    let mut terminal = Start::program(&room, &[&address]).go();
    terminal.wait_text("Points that freeze");
    leave(terminal, "q");

    *text.lock().unwrap() = listing("Sidings", "Points that thaw in spring");
    let held = text.lock().unwrap();
    let mut terminal = Start::program(&room, &[&address]).go();
    terminal.wait_text("Points that freeze");
    drop(held);
    terminal.wait_text("Points that thaw in spring");
    leave(terminal, "q");

    let asked = server.requests().len();
    let mut terminal = Start::program(&room, &["--offline", &address]).go();
    terminal.wait_text("Points that thaw in spring");
    terminal.wait_wrapped(&format!("showing {address} as it was less than a minute ago"));
    leave(terminal, "q");
    assert_eq!(server.requests().len(), asked, "nobody was asked");

    drop(server);
    let mut terminal = Start::program(&room, &[&address]).go();
    terminal.wait_text("Points that thaw in spring");
    terminal.wait_wrapped(&format!("showing {address} as it was less than a minute ago: "));
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn a_server_that_takes_its_time_holds_nobody_up() {
    let room = Room::new();
    let half = [b"HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n# Ideas\n", STAY].concat();
    for silence in [STAY.to_vec(), half] {
        for key in ["q", "\x03"] {
            let server = Server::saying(silence.clone());
            let mut terminal = Start::program(&room, &[&server.at("/slow.md")]).go();
            terminal.wait_text("reading 0/1");
            // The sign turns: two of its looks come after one another.
            terminal.wait_text("⠙ reading 0/1");
            terminal.wait_text("⠴ reading 0/1");
            assert_eq!(leave(terminal, key).code, 0, "{key:?}");
        }
    }
}

#[test]
fn an_address_that_gives_nothing_is_a_sentence() {
    let room = Room::new();
    let server = Server::saying(answer("404 Not Found", &[], b""));
    let address = server.at("/gone.md");
    let ended = Start::program(&room, &[&address]).size(200, 35).go().end();
    assert_eq!(ended.code, 2);
    let said = ended.screen.contents();
    assert!(said.starts_with(&format!("mentor-tui: cannot read {address}: ")), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    ended.assert_given_back();
    let sentence = format!(
        "mentor-tui: cannot read {address}: it is not in the cache, and --offline forbids fetching it"
    );
    assert_refused(&room, &["--offline", &address], &sentence);
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn who_forgets_to_name_the_pipe_is_told_on_the_screen() {
    let room = Room::new().program("mkfifo");
    // It stays empty for as long as the screen is there.
    let script = "mkfifo pipe; exec 3<> pipe; \"$PROGRAM\" <&3";
    let mut terminal = Start::shell(&room, &["-c", script]).go();
    terminal.wait_text("standard input is not read; add - to read it");
    assert_eq!(leave(terminal, "q").code, 0);
}

//! The tasks that people come with, each done on a real terminal in few keys; what is typed as a word is not counted.

use std::fs;

use crate::room::Room;
use crate::terminal::{Start, Terminal};

/// So many keys a task may take.
const MOST: usize = 6;

const ISSUE: &str = "https://example.org/harbour/issues/7";
const LISTING: &str = "# Ideas\n\n## Harbour\n\n### Foghorn in Rust\n\n- Description: A horn.\n- Skills: Rust\n- Mentors: Ada Byron (@ada-byron)\n\
    - Upstream Issue: https://example.org/harbour/issues/7\n- Apply: https://mentorship.lfx.linuxfoundation.org/project/7\n\n\
    ### Buoys on a map\n\n- Description: A map.\n- Skills: React\n- Mentors: Bo Chen (@bo-chen)\n\n\
    ## Lighthouse\n\n### Lamps in Go\n\n- Description: A lamp.\n- Skills: Go\n- Mentors: Cleo Diaz (@cleo-diaz)\n";
/// A listing with problems, the second of which has a safe fix.
const DESK: &str = include_str!("../fixtures/desk.md");

/// A task under way, and the keys that it took.
struct Task {
    terminal: Terminal,
    keys: usize,
}

impl Task {
    fn begin(room: &Room, listing: &str, first: &str) -> Self {
        fs::write(room.path("tasks.md"), listing).unwrap();
        let mut terminal = Start::program(room, &["tasks.md"]).go();
        terminal.wait_text(first);
        Self { terminal, keys: 0 }
    }

    /// Presses one key.
    fn key(&mut self, key: &str) -> &mut Self {
        self.keys += 1;
        self.terminal.press(key);
        self
    }

    /// Types a word.
    fn word(&mut self, word: &str) -> &mut Self {
        self.terminal.press(word);
        self
    }

    /// Waits for a text, then for another key to be counted.
    fn sees(&mut self, text: &str) -> &mut Self {
        self.terminal.wait_text(text);
        self
    }

    #[track_caller]
    fn end(mut self) {
        assert!(self.keys <= MOST, "{} keys", self.keys);
        self.terminal.press("\x03");
        self.terminal.end().assert_given_back();
    }
}

#[test]
fn proposals_with_rust_are_found_and_their_issue_opened() {
    let opener = "printf '%s;' \"$@\" >> opened";
    let room = Room::new().set("DISPLAY", ":0").script("xdg-open", opener);
    let mut task = Task::begin(&room, LISTING, "Foghorn");
    task.key("/").word("rust").key("\r").sees("Proposals 1 of 3");
    task.key("o");
    task.terminal.wait_until("the browser ran", || room.read("opened") == format!("{ISSUE};"));
    task.end();
}

#[test]
fn mentors_are_seen_and_listed() {
    let room = Room::new();
    let mut task = Task::begin(&room, LISTING, "Foghorn");
    task.sees("Ada Byron @ada-byron");
    task.key("F").key("\t").key("\t").sees("[mentors]").sees("Cleo Diaz");
    task.end();
}

#[test]
fn a_project_is_left_out() {
    let room = Room::new();
    let mut task = Task::begin(&room, LISTING, "Foghorn");
    task.key("F").key("\t").sees("[projects]");
    task.key("/").word("harb").sees("1/2").key("\r").sees("+ Harbour");
    task.key("x").sees("- Harbour");
    task.sees("Proposals 1 of 3").sees("Lamps in Go");
    task.end();
}

#[test]
fn two_proposals_are_compared() {
    let room = Room::new();
    let mut task = Task::begin(&room, LISTING, "Foghorn");
    task.key(" ").key(" ").sees("2 on the shortlist. Press c to compare");
    task.key("c").sees("Only this one");
    task.end();
}

#[test]
fn the_apply_link_is_copied() {
    let room = Room::new();
    let mut task = Task::begin(&room, LISTING, "Foghorn");
    task.key("y").sees("apply link").key("l");
    task.sees("https://mentorship.lfx.linuxfoundation.org/project/7");
    task.end();
}

#[test]
fn the_problems_of_a_listing_are_seen_and_one_is_fixed() {
    let room = Room::new();
    let mut task = Task::begin(&room, DESK, "Proposals 4");
    // The check is behind the first frame.
    task.terminal.press("R");
    task.sees("! 6");
    task.terminal.press("R");
    task.key("!").sees("Problems 6");
    task.key("j").key("a").sees("Fix line 11");
    task.key("\r").sees("Fixed line 11: add the `@`").sees("Problems 5");
    assert_ne!(room.read("tasks.md"), DESK);
    task.end();
}

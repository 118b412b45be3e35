//! Fixing: the problems of a listing, gone to, fixed in the file, and followed while it is written.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use vt100::Screen;

use crate::room::Room;
use crate::terminal::{Start, Terminal};

/// Four proposals with six problems, two of which can be fixed with a key.
const LISTING: &str = include_str!("../fixtures/desk.md");
/// The text of the first problem, before and after its fix.
const WRONG: &str = "(ada-byron,";
const RIGHT: &str = "(@ada-byron,";

fn room() -> Room {
    let room = Room::new();
    fs::write(room.path("ideas.md"), LISTING).unwrap();
    room
}

/// The program on the listing, checked.
fn started(room: &Room, arguments: &[&str]) -> Terminal {
    let mut terminal = Start::program(room, &[arguments, &["ideas.md"]].concat()).go();
    // The count of problems is part of the mentor view.
    terminal.press("R");
    terminal.wait_text("! 6");
    terminal
}

/// Saves as editors do: beside the file, then in its place.
fn save(room: &Room, text: &str) {
    fs::write(room.path(".ideas.md.new"), text).unwrap();
    fs::rename(room.path(".ideas.md.new"), room.path("ideas.md")).unwrap();
}

fn leave(mut terminal: Terminal) {
    terminal.press("\x03");
    terminal.end().assert_given_back();
}

fn selected(screen: &Screen) -> String {
    crate::reading::selected(screen)
}

#[test]
fn a_problem_is_gone_to_and_mended_in_the_file() {
    let room = room();
    fs::set_permissions(room.path("ideas.md"), fs::Permissions::from_mode(0o640)).unwrap();
    let mut terminal = started(&room, &[]);
    terminal.press("!");
    terminal.wait_text("Problems 6 · 1 error · 5 warnings");
    terminal.press("j\r");
    terminal.wait_text("! warning MT204: the handle `ada-byron` has no `@`");
    terminal.wait_for("its line", |screen| selected(screen).contains("11!   - Ada Byron (ada-byron,"));
    terminal.press("!ja");
    terminal.wait_text("Fix line 11: add the `@`");
    terminal.wait_text("11 +   - Ada Byron (@ada-byron, …@example.org)");
    assert_eq!(room.read("ideas.md"), LISTING, "nothing is written before it was looked at");
    terminal.press("?");
    terminal.wait_for("a notice that sends to no help", |screen| {
        screen.contents().contains("No action on this key.") && !screen.contents().contains("for help")
    });
    terminal.press("\r");
    terminal.wait_text("Fixed line 11: add the `@`");
    terminal.wait_text("Problems 5 · 1 error · 4 warnings");
    terminal.wait_for("the next one", |screen| selected(screen).contains("a list of all issues"));
    assert_eq!(room.read("ideas.md"), LISTING.replacen(WRONG, RIGHT, 1));
    let mode = fs::metadata(room.path("ideas.md")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    terminal.press("u");
    terminal.wait_text("Undone in line 11: add the `@`");
    terminal.wait_text("Problems 6 · 1 error · 5 warnings");
    assert_eq!(room.read("ideas.md"), LISTING);
    let by_hand = LISTING.replace("(ada-byron,", "(@ada-byron,").replace("(bo-chen,", "(@bo-chen,");
    save(&room, &by_hand);
    terminal.wait_text("Problems 4");
    terminal.press("u");
    terminal.wait_wrapped("ideas.md not fixed: it changed since it was read");
    assert_eq!(room.read("ideas.md"), by_hand);
    leave(terminal);
}

#[test]
fn what_is_saved_meanwhile_is_followed_without_a_flicker() {
    let room = room();
    let mut terminal = started(&room, &[]);
    terminal.press("!jj");
    terminal.wait_for("the third", |screen| selected(screen).contains("a list of all issues"));
    save(&room, &LISTING.replacen(WRONG, RIGHT, 1));
    terminal.wait_for("five problems", |screen| {
        let text = screen.contents();
        assert!(text.contains("Problems ") && text.contains("13 │ - Upstream"), "{text}");
        text.contains("Problems 5") && text.contains("! 5")
    });
    assert!(selected(terminal.screen()).contains("a list of all issues"), "{}", terminal.text());
    save(&room, &LISTING.replace("(ada-byron,", "(@ada-byron,").replace("(bo-chen,", "(@bo-chen,"));
    terminal.wait_text("Problems 4");
    leave(terminal);
}

#[test]
fn the_editor_opens_at_the_line_and_what_it_wrote_is_checked() {
    let edit = "printf '%s;' \"$@\" > called\nwhile IFS= read -r line; do\n\
                printf '%s\\n' \"$line\" | sed 's/(ada-byron,/(@ada-byron,/' >> new\ndone < ideas.md\nmv new ideas.md";
    let room = room().set("EDITOR", "vi").program("sed").program("mv").script("vi", edit);
    let mut terminal = started(&room, &[]);
    terminal.press("!je");
    terminal.wait_text("Problems 5");
    assert_eq!(room.read("called"), "+11;ideas.md;");
    leave(terminal);
}

#[test]
fn what_changed_since_it_was_read_is_not_mended() {
    let room = room();
    let mut terminal = started(&room, &["--no-watch"]);
    terminal.press("!ja");
    terminal.wait_text("Fix line 11");
    let other = LISTING.replace("A bell that is believed.", "A bell.");
    save(&room, &other);
    terminal.press("a");
    terminal.wait_wrapped("ideas.md not fixed: it changed since it was read");
    assert_eq!(room.read("ideas.md"), other);
    leave(terminal);
}

#[test]
fn what_is_read_only_is_not_mended() {
    let room = room();
    fs::set_permissions(room.path("ideas.md"), fs::Permissions::from_mode(0o444)).unwrap();
    let mut terminal = started(&room, &[]);
    terminal.press("!ja");
    terminal.wait_text("Fix line 11");
    terminal.press("a");
    terminal.wait_wrapped("ideas.md not fixed: the file is read-only");
    assert_eq!(room.read("ideas.md"), LISTING);
    leave(terminal);
}

#[test]
fn a_merge_that_was_not_finished_is_not_mended() {
    let room = room();
    let text = format!("{LISTING}\n<<<<<<< ours\none\n=======\ntwo\n>>>>>>> theirs\n");
    fs::write(room.path("ideas.md"), text).unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.press("R");
    terminal.wait_text("! 7");
    terminal.press("!ja");
    terminal.wait_wrapped("ideas.md has an unfinished merge. Finish it first.");
    leave(terminal);
}

#[test]
fn a_desk_shows_how_ready_each_is_and_follows_what_is_written() {
    let room = room();
    let mut terminal = Start::program(&room, &["--mentor", "@ada-byron", "ideas.md"]).go();
    terminal.wait_text("Proposals 3 of 4");
    terminal.wait_text("Readiness");
    terminal.wait_text("122/100");
    terminal.wait_text("! 4");
    save(&room, &LISTING.replace("of every harbour of the bay in the browser, by", "by"));
    terminal.wait_text("78/100");
    terminal.wait_for("the same proposal", |screen| selected(screen).contains("Read the tides by the"));
    leave(terminal);
}

#[test]
fn the_rules_are_those_of_the_project_s_configuration() {
    let room = room();
    let write = |text: &str| fs::write(room.path("mentor-tui.toml"), text).unwrap();
    write("[check]\nignore = [\"MT2\", \"MT101\"]\n");
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.press("R");
    terminal.wait_text("! 2");
    write("[check.severity]\ntitle-too-long = \"info\"\n");
    terminal.press("r");
    terminal.wait_text("! 5");
    write("[check]\nignore = [\"no-such-rule\"]\n");
    terminal.press("r");
    terminal.wait_text("! 6");
    leave(terminal);
}

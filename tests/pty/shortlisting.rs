//! The shortlist over two evenings: what was kept is there again, another program may change it, and a full or foreign
//! file is said.

use std::fs;
use std::path::PathBuf;

use crate::loading::leave;
use crate::room::Room;
use crate::terminal::Start;

fn file(room: &Room) -> PathBuf {
    room.path("data/mentor-tui/shortlist.toml")
}

#[test]
fn what_was_kept_is_there_the_next_evening() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press(" ");
    terminal.wait_text("1 on the shortlist");
    terminal.press("Bw");
    terminal.wait_text("Esc saves");
    terminal.press("Ask Ada first.\u{1b}");
    terminal.wait_text("Saved.");
    terminal.press("ta");
    terminal.wait_text("Status: applied.");
    terminal.press("\u{1b}");
    terminal.wait_text("★ 1");
    assert_eq!(leave(terminal, "q").code, 0);
    let kept = fs::read_to_string(file(&room)).unwrap();
    assert!(kept.contains("status = \"applied\"") && kept.contains("note = \"Ask Ada first.\""), "{kept}");
    let listing = fs::read_to_string(room.path("ideas.md")).unwrap();
    fs::write(room.path("ideas.md"), listing.replace("A lamp that knows the moon", "Another lamp")).unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("Another lamp");
    terminal.press("B");
    terminal.wait_text("Shortlist 1");
    terminal.wait_text("Ask Ada first.");
    terminal.wait_text("applied");
    terminal.press("q");
    terminal.wait_text("Proposals");
    assert_eq!(leave(terminal, "q").code, 0);
}

#[test]
fn a_foreign_file_is_said_and_left_alone() {
    let room = Room::new();
    fs::create_dir_all(file(&room).parent().unwrap()).unwrap();
    fs::write(file(&room), "schema = 2\n").unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("was written by a newer mentor-tui");
    terminal.press("j ");
    terminal.wait_text("was written by a newer mentor-tui");
    assert_eq!(leave(terminal, "q").code, 0);
    assert_eq!(fs::read_to_string(file(&room)).unwrap(), "schema = 2\n");
}

#[test]
fn what_cannot_be_saved_is_said_on_the_screen_and_at_the_end() {
    let room = Room::new();
    // A folder where a file should be.
    fs::create_dir_all(room.path("data/mentor-tui/shortlist.lock")).unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press(" ");
    terminal.wait_text("The shortlist is not saved");
    let ended = leave(terminal, "q");
    assert_eq!(ended.code, 2);
    assert!(ended.screen.contents().contains("the shortlist is not saved"), "{}", ended.screen.contents());
}

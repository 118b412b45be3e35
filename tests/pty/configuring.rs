//! Configuring: the screen follows the configuration file, and shows its mistakes.

use crate::room::Room;
use crate::terminal::Start;

#[test]
fn a_profile_of_the_configuration_is_told_on_the_rows_and_what_is_wrong_below_them() {
    let room = Room::new().set("COLUMNS", "120");
    let folder = room.path("config").join("mentor-tui");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "[profile]\nskills = [\"rust\"]\nskils = 1\n").unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).size(120, 35).go();
    terminal.wait_wrapped("config.toml:3:1: nothing is called profile.skils");
    terminal.wait_text("Your fit");
    terminal.press("j");
    terminal.wait_for("the keys", |screen| !screen.contents().contains("profile.skils"));
    terminal.press("q");
    terminal.end().assert_given_back();
}

/// Writes the configuration of a room as editors do: aside, then over the old one.
fn save(room: &Room, text: &str) {
    let folder = room.path("config").join("mentor-tui");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("new"), text).unwrap();
    std::fs::rename(folder.join("new"), folder.join("config.toml")).unwrap();
}

#[test]
fn a_saved_configuration_is_taken_over_at_once_and_a_broken_one_keeps_the_old() {
    let room = Room::new();
    save(&room, "");
    let mut terminal = Start::program(&room, &["ideas.md"]).size(120, 35).go();
    terminal.wait_text("? help");
    save(&room, "[keys]\nshow-help = \"Z\"\n[profile]\nskills = [\"rust\"]\n");
    terminal.wait_text("Configuration reloaded.");
    terminal.wait_text("Your fit");
    terminal.press("j");
    terminal.wait_text("Z help");
    save(&room, "[keys\nshow-help = \"?\"\n");
    terminal.wait_wrapped("config.toml:1:6: ");
    terminal.wait_wrapped("The settings before stay.");
    terminal.press("Z");
    terminal.wait_text("Help: the list");
    terminal.press("\x1b");
    terminal.wait_text("Your fit");
    // The new theme brings a background of its own.
    let is_plain = |screen: &vt100::Screen| screen.cell(5, 5).unwrap().bgcolor() == vt100::Color::Default;
    terminal.wait_for("the colours of the terminal", is_plain);
    save(&room, "[ui]\ntheme = \"nord\"\nmouse = false\nrows = \"one\"\n[saved-filters]\nmine = \"rust\"\n");
    terminal.wait_for("the colours of the theme", |screen| !is_plain(screen));
    terminal.wait_for("no fit", |screen| !screen.contents().contains("Your fit"));
    assert!(terminal.wrote("\x1b[?1000l"), "the mouse is the terminal's");
    terminal.press(":filter: mine");
    terminal.wait_text("Filter: mine");
    terminal.press("\r");
    terminal.wait_text("Filtered by mine.");
    terminal.press("q");
    terminal.end().assert_given_back();
}

#[test]
fn a_configuration_is_read_again_on_request_where_nothing_is_watched() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["--no-watch", "ideas.md"]).size(120, 35).go();
    terminal.wait_text("? help");
    save(&room, "[keys]\nshow-help = [\"Z\", \"?\"]\n");
    terminal.press("r");
    terminal.wait_text("Configuration reloaded.");
    terminal.press("j");
    terminal.wait_text("Z help");
    terminal.press("q");
    terminal.end().assert_given_back();
}

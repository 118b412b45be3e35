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

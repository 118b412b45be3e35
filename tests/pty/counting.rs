//! Counting: what is listed as bars, and filtered by one of them.

use crate::room::Room;
use crate::terminal::Start;

#[test]
fn a_bar_filters_the_list() {
    for (columns, rows) in [(40, 12), (120, 35)] {
        // Each its own: the filter is kept for the next start.
        let room = Room::new();
        let mut terminal = Start::program(&room, &["ideas.md"]).size(columns, rows).go();
        terminal.wait_text("Proposals 6");
        terminal.press("i");
        terminal.wait_text("Insight · 6 proposals");
        terminal.wait_text("Most wanted skills");
        terminal.wait_text("██");
        terminal.press("\t");
        terminal.wait_text("Proposals by project");
        terminal.press("\r");
        terminal.wait_text("filtered by project:");
        terminal.wait_for("a part of the proposals", |screen| {
            let text = screen.contents();
            (1..6).any(|count| text.contains(&format!("Proposals {count}/6")))
        });
        terminal.press("q");
        let ended = terminal.end();
        assert_eq!(ended.code, 0);
        ended.assert_given_back();
    }
}

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

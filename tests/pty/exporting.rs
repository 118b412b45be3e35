//! Exporting from inside: the file that was named is written, and replaced only after a question.

use std::fs;

use crate::room::Room;
use crate::terminal::Start;

#[test]
fn a_file_is_written_and_replaced_only_after_a_question() {
    let room = Room::new();
    fs::write(room.path("kept.csv"), "mine").unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("Proposals 6");
    let ask = |terminal: &mut crate::terminal::Terminal| {
        terminal.press("E");
        terminal.wait_text("Export 6 proposals");
        terminal.press("/csv file\r");
        terminal.wait_text("Export as csv: file name");
    };
    ask(&mut terminal);
    terminal.press("new.csv\r");
    terminal.wait_text("Exported 6 proposals to new.csv.");
    let written = room.read("new.csv");
    assert!(written.starts_with("id,") && written.lines().count() > 6, "{written}");
    ask(&mut terminal);
    terminal.press("kept.csv\r");
    terminal.wait_text("kept.csv exists. Press Enter again to replace it, or change the name.");
    assert_eq!(room.read("kept.csv"), "mine");
    terminal.press("\x1b");
    terminal.wait_for("the prompt is closed", |screen| !screen.contents().contains("file name"));
    assert_eq!(room.read("kept.csv"), "mine", "Esc replaces nothing");
    ask(&mut terminal);
    terminal.press("kept.csv\r");
    terminal.wait_text("kept.csv exists.");
    terminal.press("\r");
    terminal.wait_text("Exported 6 proposals to kept.csv.");
    assert_eq!(room.read("kept.csv"), written);
    ask(&mut terminal);
    terminal.press("no/such/folder.csv\r");
    terminal.wait_wrapped("no/such/folder.csv not written: ");
    terminal.press("\x03");
    terminal.end().assert_given_back();
}

//! Plain terminals: those without a screen, and those in a locale without UTF-8.

use crate::room::Room;
use crate::terminal::Start;

#[test]
fn a_dumb_terminal_gets_a_sentence_and_no_screen() {
    for arguments in [&["ideas.md"][..], &["--print", "ideas.md"]] {
        let room = Room::new().set("TERM", "dumb");
        let ended = Start::program(&room, arguments).go().end();
        assert_eq!(ended.code, 2);
        let text = ended.screen.contents();
        let sentence = "mentor-tui: this terminal cannot show the screen (TERM=dumb); `mentor-tui list` and `mentor-tui show` print text";
        assert_eq!(text.trim_end(), sentence);
        ended.assert_given_back();
    }
}

#[test]
fn a_locale_without_utf_8_gets_plain_characters() {
    let room = Room::new().set("LANG", "C");
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    assert!(terminal.text().contains("-+-") && terminal.text().is_ascii(), "{}", terminal.text());
    terminal.press("q");
    terminal.end().assert_given_back();
}

/// On a terminal commands write more than into a pipe.
#[test]
fn commands_write_plain_characters_on_a_terminal() {
    for arguments in [
        &["list", "ideas.md"][..],
        &["list", "ideas.md", "--filter", "lamp", "--skills", "go"],
        &["show", "ideas.md", "1"],
        &["show", "ideas.md", "1", "2"],
        &["facets", "ideas.md", "skills"],
        &["stats", "ideas.md"],
        &["check", "ideas.md"],
        &["diff", "--sample"],
    ] {
        let room = Room::new();
        let ended = Start::program(&room, &[arguments, &["--ascii"]].concat()).go().end();
        let text = ended.screen.contents();
        assert!(!text.trim().is_empty() && text.is_ascii(), "{arguments:?}: {text}");
    }
}

//! Listings that mean harm: nothing that a terminal obeys reaches a cell of the screen.

use std::path::PathBuf;

use mentor_tui::app::notice::Notice;
use mentor_tui::model::Origin;
use mentor_tui::ui::theme::Theme;

use super::harness::{SIZES, Stage, catalog};

/// Escapes, a title of the window, a link, C1, bidirectional overrides, hidden characters, a bell.
const EVIL: &str = "\u{1b}[31mred\u{1b}]0;owned\u{7}\u{1b}]8;;http://evil.example\u{1b}\\x\u{9b}2J\u{9d}52\u{85}\u{202e}gpj\u{2066}\u{200f}\u{200b}\u{feff}\u{0}\t\u{8}\u{7f}\u{2028}";

fn listing() -> String {
    let field = |label: &str, value: &str| format!("- {label}: {value}\n");
    let mut text = String::new();
    for number in 0..3 {
        text += &format!("### Project {EVIL}{number}\n\n#### Title {EVIL} plugin {EVIL} {number}\n\n");
        text += &field(
            "Description",
            &format!("Text {EVIL} plugin `code {EVIL}` [link {EVIL}](https://example.org/{EVIL})"),
        );
        text += &format!(
            "\n  ```{EVIL}\n  code {EVIL}\n  ```\n\n  | {EVIL} | b |\n  |---|---|\n  | {EVIL} | c |\n\n"
        );
        text += &field("Expected Outcome", EVIL);
        text += &field("Recommended Skills", &format!("Rust{EVIL}, Go {EVIL}"));
        text += &field("Mentor(s)", &format!("Eve {EVIL} (@eve, eve{EVIL}@example.org), Mal{EVIL} (@mal)"));
        text += &field(
            "Upstream Issue",
            &format!("[a {EVIL}](https://example.org/1{EVIL}) https://example.org/2{EVIL}"),
        );
        text += &field(&format!("**Own label {EVIL}**"), EVIL);
        text.push('\n');
    }
    text
}

fn hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

#[track_caller]
fn check(stage: &Stage, what: &str) {
    for cell in stage.buffer().content() {
        assert!(!cell.symbol().contains(hidden), "{what}: {:?}", cell.symbol());
    }
}

#[test]
fn no_cell_holds_what_a_terminal_obeys() {
    let text = listing();
    let states = [
        "",
        "j",
        "<Enter>",
        "<Enter> G",
        "<Enter> v",
        "<Enter> v G",
        "/ plugin",
        "/ rust",
        "/ xyzzyx",
        "O",
        "o",
        "O G",
        "<Enter> / plugin <Enter> n",
        "O rust",
        "f",
        "<Enter> x f",
        "Q",
        "<Enter> / zzz <Enter> n",
        ": link",
        "z",
        "p",
    ];
    for (keys, size) in states.iter().flat_map(|keys| SIZES.map(|size| (keys, size))) {
        let source = format!("ideas {EVIL}.md");
        let origin = Origin::File(PathBuf::from(&source));
        let mut stage = Stage::of(catalog(&text, origin), size, Theme::TERMINAL, &source);
        assert_eq!(stage.app.catalog().len(), 3, "the listing is read");
        stage.press(keys);
        check(&stage, keys);
        stage.paste(EVIL);
        check(&stage, &format!("{keys} and a paste"));
        stage.act(Some(mentor_tui::app::action::Action::ClickLink(0)));
        check(&stage, &format!("{keys} and an address"));
        stage.app.notify(Notice::error(format!("not opened: {EVIL}")));
        stage.draw();
        check(&stage, &format!("{keys} and a notice"));
    }
}

/// What was there stays visible, and keeps its place: no column is lost to what has no width.
#[test]
fn a_title_with_controls_is_cut_like_any_other() {
    let title = format!("{}end", "\u{1}x".repeat(60));
    let text = format!("## P\n\n### {title}\n\n- Description: a\n- Skills: b\n- Mentor: C (@c)\n");
    let stage = Stage::new(&text, (40, 12));
    let row = stage.rows().into_iter().find(|row| row.contains('▌')).unwrap();
    assert!(row.ends_with('…'), "{row}");
}

/// A query without the accent finds the letter with it, and marks both.
#[test]
fn what_the_filter_marks_keeps_its_accents() {
    let title = "A cafe\u{301} for o\u{308}ld \u{1f469}\u{200d}\u{1f680} clocks";
    let text = format!("## P\n\n### {title}\n\n- Description: a\n- Skills: b\n- Mentor: C (@c)\n");
    for keys in ["/ cafe", "/ old", "/ caf", "/ \u{1f469}", "/ clocks"] {
        let mut stage = Stage::new(&text, (80, 24));
        stage.press(keys);
        assert!(stage.rows()[2].contains(title), "{keys}: {}", stage.rows()[2]);
    }
}

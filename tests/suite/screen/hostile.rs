//! Listings that mean harm: nothing that a terminal obeys reaches a cell of the screen.

use std::collections::HashSet;
use std::path::PathBuf;

use mentor_tui::app::effect::Effect;
use mentor_tui::app::notice::Notice;
use mentor_tui::desktop::Environment;
use mentor_tui::desktop::browser::open;
use mentor_tui::model::Origin;
use mentor_tui::model::safe::shown;
use mentor_tui::ui::theme::Theme;

use super::harness::{SIZES, Stage, catalog};

/// Escapes, the clipboard, a title of the window, a link, C1, bidirectional overrides, hidden
/// characters, a bell.
const EVIL: &str = "\u{1b}[31mred\u{1b}]52;c;cm0gLXJm\u{7}\u{1b}]0;owned\u{7}\u{1b}]8;;http://evil.example\u{1b}\\x\u{9b}2J\u{9d}52\u{85}\u{202e}gpj\u{2066}\u{200f}\u{200b}\u{feff}\u{0}\t\u{8}\u{7f}\u{2028}\u{ad}\u{180e}\u{3164}\u{fff9}\u{e0041}";

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

/// The same by character references, which Markdown makes characters of.
fn referenced() -> String {
    let reference =
        |c: char| if c.is_ascii_graphic() { c.to_string() } else { format!("&#{};", u32::from(c)) };
    EVIL.chars().map(reference).collect::<String>() + "&rlm;&ZeroWidthSpace;&Tab;&NewLine;&#x1b;[2J&#X9B;2J"
}

#[track_caller]
fn check(stage: &Stage, what: &str) {
    for cell in stage.buffer().content() {
        assert!(cell.symbol().chars().all(|c| shown(c) == Some(c)), "{what}: {:?}", cell.symbol());
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
        "O / rust",
        "f",
        "<Enter> x f",
        "Q",
        "<Enter> / zzz <Enter> n",
        ": link",
        "z",
        "p",
        "?",
        "!",
        "! <Tab>",
        "! a",
        "! / plugin",
        "i",
        "F",
        "F / plugin",
        "s",
        "y",
        "<Space> j <Space> c",
    ];
    let source = format!("ideas {EVIL}.md");
    let origin = Origin::File(PathBuf::from(&source));
    let stage = Stage::of(catalog(&text, origin), SIZES[0], Theme::TERMINAL, &source);
    assert_eq!(stage.app.catalog().len(), 3, "the listing is read");
    for (keys, size) in states.iter().flat_map(|keys| SIZES.map(|size| (keys, size))) {
        let mut stage = stage.clone();
        stage.resize(size).press(keys);
        check(&stage, keys);
        stage.paste(EVIL);
        check(&stage, &format!("{keys} and a paste"));
        stage.act(Some(mentor_tui::app::action::Action::ClickLink(0)));
        check(&stage, &format!("{keys} and an address"));
        stage.app.notify(Notice::error(format!("Not opened: {EVIL}")));
        stage.draw();
        check(&stage, &format!("{keys} and a notice"));
    }
}

#[test]
fn what_references_and_html_name_is_no_more_obeyed_than_what_is_written() {
    let evil = referenced();
    let text = format!(
        "## P {evil}\n\n### A crane {evil}\n\n- Description: {evil} **{evil}** `{evil}` [{evil}](https://a.example/{evil})\n\n  \
         <a href=\"https://b.example/{evil}\">{evil}</a> <img alt=\"{evil}\" src=\"https://c.example/\"> <b>{evil}</b>\n\n  \
         <details><summary>{evil}</summary>\n\n  {evil}\n\n  </details>\n\n  | {evil} |\n  |---|\n  | {evil} |\n\n  \
         ```{evil}\n  {evil}\n  ```\n\n- Skills: {evil}\n- Mentor: C {evil} (@c)\n"
    );
    let stage = Stage::new(&text, SIZES[0]);
    assert_eq!(stage.app.catalog().len(), 1, "the listing is read");
    for (keys, size) in
        ["", "<Enter>", "<Enter> G", "O", "o"].iter().flat_map(|keys| SIZES.map(|size| (keys, size)))
    {
        let mut stage = stage.clone();
        stage.resize(size).press(keys);
        check(&stage, keys);
    }
}

/// Scripts are text here, or nothing; only addresses of the web lead anywhere.
#[test]
fn scripts_do_not_run_and_only_the_web_is_opened() {
    let text = "## P\n\n### A crane\n\n- Description: first <script>alert(1)</script> \
        <img src=x onerror=alert(2) alt=picture> <svg/onload=alert(3)> <iframe src=\"javascript:alert(4)\"></iframe>\n\n  \
        [a](javascript:alert(5)) [b](file:///etc/passwd) [c](data:text/html,x) [d](-oProxyCommand) <vbscript:x>\n  \
        <a href=\"JavaScript:alert(6)\">e</a> <a href=\" javascript:alert(7)\">f</a> [g](//example.org) \
        [h](https://-option.example) [i](<https://two words.example>) [j](java&#10;script:alert(8))\n\n  \
        <script>\n  alert(9)\n  </script>\n\n  last [k](https://example.org/fine)\n- Skills: b\n- Mentor: C (@c)\n";
    let mut stage = Stage::new(text, (120, 40));
    let rows = stage.rows().join("\n");
    for word in ["first", "picture", "last"] {
        assert!(rows.contains(word), "{word}: {rows}");
    }
    let mut menu = stage.clone();
    menu.press("O");
    for _ in 0..16 {
        let mut chosen = menu.clone();
        chosen.press("<Enter>");
        stage.effects.append(&mut chosen.effects);
        menu.press("<Down>");
    }
    // Where no program is to open with, an address that may not be opened is refused all the same.
    let nothing_there = Environment { has_display: true, ..Environment::default() };
    let (mut asked, mut fine) = (HashSet::new(), HashSet::new());
    for effect in &stage.effects {
        let Effect::Open(url) = effect else { panic!("{effect:?}") };
        asked.insert(url.as_str());
        if open(url, &nothing_there).unwrap_err().address_is_fine() {
            fine.insert(url.as_str());
        }
    }
    assert_eq!(fine, HashSet::from(["https://example.org/fine", "https://github.com/c"]));
    assert_eq!(asked, fine, "what may not be opened is not even asked of the browser");
}

#[test]
fn depth_and_length_cost_no_stack_and_no_row() {
    let deep = "> ".repeat(10_000);
    let items = (0..200).fold(String::new(), |text, depth| text + &"  ".repeat(depth + 1) + "- item\n");
    let word = "a".repeat(1_000_000);
    let wide = "港".repeat(300_000);
    let marks = format!("a{}", "\u{301}".repeat(100_000));
    let opened = "[".repeat(10_000) + &"*_".repeat(10_000) + &"<b>".repeat(5_000);
    for evil in [deep + "end", items, word, wide, marks, opened] {
        let text =
            format!("## P\n\n### A crane\n\n- Description:\n\n  {evil}\n\n- Skills: b\n- Mentor: C (@c)\n");
        let mut stage = Stage::new(&text, (40, 12));
        assert_eq!(stage.app.catalog().len(), 1, "the listing is read");
        stage.press("<Enter> G");
        check(&stage, "the end");
    }
}

/// Visible text keeps its place: no column is lost to characters without a width.
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

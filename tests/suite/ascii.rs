//! Plain characters: with `--ascii`, nothing that the program draws by itself is beyond ASCII.
//!
//! The choice of characters holds for a whole process, so the test starts the suite again, with itself alone.

use std::path::PathBuf;
use std::process::Command;

use crate::screen::harness::{DESK, LISTING, SAMPLE, Stage, WAYS};
use mentor_tui::app::keymap;
use mentor_tui::app::notice::Notice;
use mentor_tui::markdown::glyphs;
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;
use mentor_tui::search::Profile;
use mentor_tui::ui::theme::Theme;

/// Set in the process that this test has to itself.
const ALONE: &str = "MENTOR_TUI_TEST_ALONE";

const LOW: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

/// A listing whose own text is plain.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_ascii() { letter } else { 'x' }).collect()
}

#[track_caller]
fn check(stage: &Stage, what: &str) {
    for (at, cell) in stage.buffer().content().iter().enumerate() {
        let (x, y) = stage.buffer().pos_of(at);
        assert!(cell.symbol().is_ascii(), "{what}: {:?} at {x}, {y} of\n{}", cell.symbol(), stage.text());
    }
}

#[test]
fn plain_characters() {
    if std::env::var_os(ALONE).is_none() {
        let mut suite = Command::new(std::env::current_exe().unwrap());
        let suite = suite.args(["--exact", "ascii::plain_characters"]).env(ALONE, "1");
        let output = suite.output().unwrap();
        let written = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && written.contains("1 passed"), "{written}");
        return;
    }
    glyphs::use_ascii(true);
    every_panel_is_drawn_in_plain_characters();
    every_kind_of_page_and_list_is_drawn_in_plain_characters();
    the_words_of_a_listing_stay_as_they_are();
}

fn every_panel_is_drawn_in_plain_characters() {
    let [listing, desk] = [LISTING, DESK].map(|text| Stage::new(&plain(text), LOW));
    let mut focuses = Vec::new();
    for way in WAYS {
        let stage = if way.starts_with('!') { &desk } else { &listing };
        for size in [(40, 12), LARGE] {
            let mut stage = stage.clone();
            stage.resize(size).press(way);
            check(&stage, way);
        }
        let mut stage = stage.clone();
        let focus = stage.press(way).focus();
        if focuses.contains(&focus) {
            continue;
        }
        focuses.push(focus);
        for binding in keymap::bindings(focus) {
            let mut stage = stage.clone();
            stage.act(Some(binding.action));
            check(&stage, &format!("{way} and {}", binding.name));
        }
    }
}

fn every_kind_of_page_and_list_is_drawn_in_plain_characters() {
    let read =
        |name: &str, text: &str| parse::listing(Document::new(Origin::File(PathBuf::from(name)), text));
    let old = "# LFX 2025 Term 1\n\n".to_owned() + &plain(LISTING);
    let new = "# LFX 2026 Term 1\n\n".to_owned() + &plain(LISTING);
    let rich = "### A\n\n#### B\n\n- Description: [a](https://example.org/a)\n\n  - [x] done\n  - [ ] open\n    - item\n\n  \
        > quote\n\n  | a | b |\n  |---|---|\n  | c | d |\n\n  ---\n\n  <details><summary>s</summary>\n\n  t\n\n  </details>\n\n  \
        Write to ada@example.org. A note[^1].\n\n  [^1]: Two\n\n      parts\n- Skills: golang, k8s\n- Mentor: Ada (ada@example.org)\n";
    let catalogs = [
        ("old/ideas.md", vec![read("old.md", &old), read("new.md", &new)]),
        ("ideas.md", vec![read("rich.md", rich)]),
        ("sample", vec![parse::listing(Document::new(Origin::Sample, plain(SAMPLE)))]),
        ("nothing.md", vec![read("nothing.md", "")]),
    ];
    for (source, listings) in catalogs {
        for size in [(19, 4), (36, 12), (70, 30), LOW, LARGE, (200, 50)] {
            let mut stage = Stage::of(Catalog::new(listings.clone()), size, Theme::TERMINAL, source);
            check(&stage, source);
            stage.app.set_profile(Profile::new(["golang", "rust", "patience"]));
            let notice = "Not opened: “a” … → b";
            for keys in [
                "",
                "s",
                "<Esc> <Space> j <Space> c",
                "<Esc> /",
                "mentor:ada <Enter>",
                "<Esc> /",
                "skil:x OR zzz",
            ] {
                stage.press(keys);
                check(&stage, &format!("{source} {size:?} {keys}"));
            }
            stage.app.notify(Notice::error(notice.to_owned()));
            stage.draw();
            check(&stage, notice);
        }
    }
}

/// The words of a listing stay as they are.
fn the_words_of_a_listing_stay_as_they_are() {
    let text = "### Łódź\n\n#### Die “Straße” – ein Weg\n\n- Description: a → b … “c” • d\n- Skills: Go\n- Mentor: Ada (@ada)\n";
    let stage = Stage::new(text, LARGE);
    for words in ["Łódź", "Die “Straße” – ein Weg", "a → b … “c” • d"] {
        assert!(stage.text().contains(words), "{words}: {}", stage.text());
    }
}

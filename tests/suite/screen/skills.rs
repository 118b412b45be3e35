//! My skills on the screen, and more like this.

use mentor_tui::app::effect::Effect;
use mentor_tui::app::keymap::Focus;
use mentor_tui::app::skills_from::SkillsFrom;
use mentor_tui::app::{Layer, Pane};

use super::harness::{LISTING, SIZES, Stage};

#[test]
fn skills_are_typed_completed_and_kept() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press(": my <Space> sk <Enter>");
        assert_eq!(stage.focus(), Focus::Skills, "{size:?}");
        let text = stage.press("kubern").text();
        assert!(text.contains("My skills") && text.contains("kubernetes"), "{size:?}\n{text}");
        stage.press("<Tab> GOLANG, <Space> rus <Tab> <Enter>");
        let kept = ["kubernetes", "go", "rust"].map(str::to_owned);
        assert_eq!(stage.effects.last(), Some(&Effect::KeepSkills(kept.to_vec())), "{size:?}");
        stage.app.use_own_skills(kept.to_vec());
        assert!(stage.text().contains("Your skills: kubernetes, go, rust."), "{size:?}\n{}", stage.text());
        assert!(!stage.app.filter().profile().is_empty());
        // They are there to be changed.
        let text = stage.press(": my <Space> sk <Enter>").text();
        assert!(text.contains("> kubernetes, go, rust, "), "{size:?}\n{text}");
        stage.press("<C-u> <Enter>");
        assert_eq!(stage.effects.last(), Some(&Effect::KeepSkills(Vec::new())));
    }
}

#[test]
fn skills_that_others_override_say_so() {
    let mut stage = Stage::new(LISTING, (120, 40));
    stage.app.set_own_skills(vec!["go".to_owned()], SkillsFrom::Option);
    let text = stage.press(": my <Space> sk <Enter>").text();
    assert!(text.contains("--skills is in use: these count without it"), "{text}");
    stage.press("<Esc>").app.use_own_skills(vec!["foobarx".to_owned()]);
    assert!(stage.app.filter().profile().is_empty(), "they do not count");
    let text = stage.text();
    assert!(
        text.contains("“foobarx”") && text.contains("Not now: --skills is in use: these count"),
        "{text}"
    );
}

#[test]
fn more_like_this_gives_its_reason_and_goes_there() {
    let mut stage = Stage::new(LISTING, (120, 40));
    let before = stage.app.selected().map(|(index, _)| index);
    let text = stage.press("m").text();
    assert!(text.contains("More like “") && text.contains("shares: "), "{text}");
    assert!(matches!(stage.app.layer(), Some(Layer::Menu(_))));
    assert_eq!(stage.press("<Esc>").app.selected().map(|(index, _)| index), before, "Esc comes back");
    stage.press("m <Enter>");
    assert!(stage.app.layer().is_none() && stage.app.pane() == Pane::Detail);
    assert_ne!(stage.app.selected().map(|(index, _)| index), before);
    let alone = "# A\n\n## B\n\n### C\n- Description: x\n- Skills: Go\n";
    let mut stage = Stage::new(alone, (120, 40));
    let text = stage.press("m").text();
    assert!(text.contains("No proposal shares a rare skill or word with this one."), "{text}");
}

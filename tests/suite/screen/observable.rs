//! No key and no command without an effect: what is pressed or chosen shows, or says why not.

use mentor_tui::app::action::{Action, Step};
use mentor_tui::app::keymap::{self, BINDINGS, Focus};
use mentor_tui::app::picker::Choice;
use mentor_tui::app::{Layer, Pane};

use super::harness::{DESK, LISTING, SIZES, Stage, WAYS};

#[test]
fn every_binding_does_something_in_some_state() {
    let stages: Vec<_> = WAYS
        .iter()
        .map(|way| {
            // There is something to fix in the one, and much to read in the other; on a low screen it scrolls.
            let (text, size) = if way.starts_with('!') { (DESK, SIZES[0]) } else { (LISTING, (80, 24)) };
            let mut stage = Stage::new(text, size);
            stage.press(way);
            let before = stage.observable();
            (stage, before)
        })
        .collect();
    for &focus in Focus::ALL {
        for binding in keymap::bindings(focus) {
            let does = stages.iter().filter(|(stage, _)| stage.focus() == focus).any(|(stage, before)| {
                let mut stage = stage.clone();
                stage.act(Some(binding.action));
                stage.observable() != *before
            });
            assert!(does, "{} in {focus:?}: {}", binding.key_names(), binding.help);
        }
    }
}

/// Where nothing can be done, that is said. (Steps at an end stay where they are.)
#[test]
fn no_command_is_silent_anywhere() {
    let steps = |action| matches!(action, Action::Move(_) | Action::ScrollDetail(_));
    let ways = ["", "<Enter>", "/ xyzzyx <Enter>", "/ xyzzyx <Enter> <Tab>", "<Enter> / clock <Enter>"];
    for (text, size) in ["", LISTING].into_iter().flat_map(|text| SIZES.map(|size| (text, size))) {
        for way in ways {
            let mut stage = Stage::new(text, size);
            let focus = stage.press(way).focus();
            // A step up does away with what was said on the way.
            stage.act(Some(Action::Move(Step::Up)));
            let before = stage.observable();
            for binding in keymap::bindings(focus).filter(|binding| !steps(binding.action)) {
                let mut stage = stage.clone();
                stage.act(Some(binding.action));
                let listing = if text.is_empty() { "nothing" } else { "the listing" };
                assert!(stage.observable() != before, "{} after {way:?} on {listing}", binding.help);
            }
        }
    }
}

#[test]
fn the_palette_runs_what_it_names() {
    for (way, pane) in [("", Pane::List), ("<Enter>", Pane::Detail)] {
        let mut stage = Stage::new(LISTING, (120, 40));
        stage.press(way);
        let mut palette = stage.clone();
        palette.press(":");
        let Some(Layer::Menu(picker)) = palette.app.layer().cloned() else { panic!("no palette") };
        assert!(picker.total() > 15);
        let is_jump = |choice: &Choice| matches!(choice, Choice::Run(Action::Jump(_)));
        for item in picker.items() {
            if !is_jump(&item.choice) {
                let binding = BINDINGS
                    .iter()
                    .find(|binding| item.name == format!("{}: {}", binding.name, binding.help))
                    .unwrap();
                assert_eq!(item.choice, Choice::Run(binding.action));
                let (mut chosen, mut pressed) = (palette.clone(), stage.clone());
                chosen.press("<Enter>");
                pressed.act(Some(binding.action));
                assert_eq!(chosen.observable(), pressed.observable(), "{} from {pane:?}", item.name);
            }
            palette.press("<Down>");
        }
    }
}

#[test]
fn the_palette_offers_no_command_twice() {
    for way in ["", "<Enter>"] {
        let mut stage = Stage::new(LISTING, (120, 40));
        stage.press(way).press(":");
        let Some(Layer::Menu(picker)) = stage.app.layer() else { panic!("no palette") };
        let mut actions: Vec<String> = picker.items().map(|item| format!("{:?}", item.choice)).collect();
        let all = actions.len();
        actions.sort_unstable();
        actions.dedup();
        assert_eq!(actions.len(), all);
        assert!(actions.iter().any(|action| action == "Run(Filter)"), "{way}");
        assert!(actions.iter().any(|action| action == "Run(Find)"), "{way}");
    }
}

//! A configuration that moves every action to another key: it works, and the help, the footer and the palette show it.

use mentor_tui::app::action::Action;
use mentor_tui::app::keymap::{self, BINDINGS, Binding, Focus, Key, KeyRequest, Keymap};

use super::harness::{LISTING, Stage};

/// A line of a configuration for every action; none of the keys is a default.
fn requests() -> Vec<KeyRequest> {
    let mut actions: Vec<&str> = BINDINGS.iter().map(Binding::action_id).collect();
    actions.sort_unstable();
    actions.dedup();
    let letters = ('a'..='z').chain('A'..='Z').chain('0'..='9').map(|letter| format!("alt-{letter}"));
    let keys = letters.chain((2..=24).map(|number| format!("F{number}")));
    let keys = keys.chain(('a'..='z').map(|letter| format!("ctrl-alt-{letter}")));
    let keys = keys.filter(|key| Key::parse(key).is_ok());
    let lines = actions.iter().zip(keys).zip(1..).map(|((action, key), line)| KeyRequest {
        focus: None,
        action: (*action).to_owned(),
        keys: vec![(key, format!("config.toml:{line}:1"))],
        place: format!("config.toml:{line}:1"),
    });
    let lines: Vec<_> = lines.collect();
    assert_eq!(lines.len(), actions.len(), "there are more actions than keys to give them");
    lines
}

#[test]
fn a_keymap_that_moves_every_action_is_followed_and_shown() {
    let (moved, complaints) = Keymap::with(&requests());
    assert_eq!(complaints, [""; 0]);
    keymap::take(moved.clone());
    let key_of = |action: Action| {
        let row = moved.rows().find(|row| row.action == action && row.focus.contains(&Focus::List));
        row.unwrap().keys[0]
    };
    let mut stage = Stage::new(LISTING, (140, 400));
    let footer = stage.text().lines().last().unwrap().to_owned();
    for action in [Action::ShowHelp, Action::Enter, Action::Close] {
        let row = moved.rows().find(|row| row.action == action && row.focus.contains(&Focus::List));
        let shown = format!("{} {}", key_of(action).name(), row.unwrap().name);
        assert!(footer.contains(&shown), "{shown}: {footer}");
    }
    // The old key does nothing, the new one opens the help.
    stage.act(keymap::action(Focus::List, Key::parse("?").unwrap().event()));
    assert_eq!(stage.focus(), Focus::List);
    stage.act(keymap::action(Focus::List, key_of(Action::ShowHelp).event()));
    assert_eq!(stage.focus(), Focus::Help);
    let help = stage.text();
    for binding in moved.rows() {
        let shown = binding.key_names();
        assert!(help.contains(&shown), "{} ({shown}) is not in the help:\n{help}", binding.id);
    }
    let old = BINDINGS.iter().find(|row| row.action == Action::Reload).unwrap().key_names();
    let line = help.lines().find(|line| line.contains("reload: ")).unwrap();
    assert!(!line.split_whitespace().any(|word| word == old), "{line}");
    let mut stage = Stage::new(LISTING, (140, 200));
    stage.act(keymap::action(Focus::List, key_of(Action::ShowPalette).event()));
    let palette = stage.text();
    let line = palette.lines().find(|line| line.contains("statistics: ")).unwrap();
    assert!(line.contains(&key_of(Action::ShowStats).name()), "{line}");
    keymap::take(Keymap::default());
}

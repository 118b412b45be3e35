//! Tests of the keymap: the default table, and what a configuration makes of it.

use std::collections::HashSet;

use crossterm::event::KeyModifiers;

use super::*;

#[test]
fn no_key_means_two_things_in_one_place() {
    for &focus in Focus::ALL {
        let mut seen = HashSet::new();
        for key in bindings(focus).flat_map(|binding| binding.keys.clone()) {
            assert!(seen.insert(key), "{} twice in {focus:?}", key.name());
        }
    }
}

#[test]
fn every_row_has_an_id_of_its_own() {
    let mut seen = HashSet::new();
    for Binding { id, .. } in BINDINGS.iter() {
        let is_plain = id.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '.'));
        assert!(is_plain && id.contains('.') && seen.insert(id), "{id}");
    }
}

#[test]
fn printable_keys_are_text_in_every_input() {
    for &focus in Focus::ALL.iter().filter(|focus| focus.is_input()) {
        for key in bindings(focus).flat_map(|binding| binding.keys.clone()) {
            assert!(key.control || !matches!(key.code, KeyCode::Char(_)), "{} in {focus:?}", key.name());
        }
        let q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        assert_eq!(action(focus, q), Some(Action::Edit(Edit::Insert('q'))));
    }
}

#[test]
fn the_ways_out_are_there_everywhere() {
    for &focus in Focus::ALL {
        let quit = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert_eq!(action(focus, quit), Some(Action::Quit));
        let escape = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);
        assert_eq!(action(focus, escape), Some(Action::Back), "Esc comes back, it never quits");
    }
}

#[test]
fn every_row_is_complete_and_in_the_order_of_its_group() {
    assert!(BINDINGS.is_sorted_by_key(|binding| binding.group));
    for binding in BINDINGS.iter() {
        assert!(binding.group < GROUPS.len() && !binding.focus.is_empty());
        assert!(
            !binding.keys.is_empty() || binding.is_command(Focus::List),
            "neither key nor command: {binding:?}"
        );
        assert!(!binding.name.is_empty() && !binding.help.is_empty(), "{binding:?}");
    }
}

#[test]
fn shift_and_capitals_are_one_key() {
    let shifted = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
    let bare = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::NONE);
    assert_eq!(action(Focus::List, shifted), action(Focus::List, bare));
    let alt = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
    assert_eq!(action(Focus::List, alt), None);
}

/// A line of a configuration, as `list: sort = a b`.
fn request(line: usize, focus: Option<&str>, action: &str, keys: &[&str]) -> KeyRequest {
    let place = format!("config.toml:{line}:1");
    KeyRequest {
        focus: focus.map(|name| Focus::named(name).unwrap()),
        action: action.to_owned(),
        keys: keys.iter().map(|key| ((*key).to_owned(), place.clone())).collect(),
        place,
    }
}

fn press(keymap: &Keymap, focus: Focus, key: &str) -> Option<Action> {
    keymap.action_of(focus, Key::parse(key).unwrap())
}

#[test]
fn an_action_has_one_name_and_a_name_one_action() {
    for one in BINDINGS.iter() {
        for other in BINDINGS.iter() {
            assert_eq!(
                one.action_id() == other.action_id(),
                one.action == other.action,
                "{} {}",
                one.id,
                other.id
            );
        }
    }
}

#[test]
fn no_action_is_called_like_a_place() {
    // Both are keys of one table.
    for binding in BINDINGS.iter() {
        assert_eq!(Focus::named(binding.action_id()), None, "{}", binding.id);
    }
}

#[test]
fn without_a_configuration_the_table_holds() {
    assert_eq!(Keymap::with(&[]), (Keymap::default(), vec![]));
}

#[test]
fn every_action_can_be_moved_to_another_key_everywhere() {
    let mut actions: Vec<&str> = BINDINGS.iter().map(Binding::action_id).collect();
    actions.sort_unstable();
    actions.dedup();
    // None of these is a default, and all of them count where text is typed.
    let letters = ('a'..='z').chain('A'..='Z').chain('0'..='9').chain('à'..='ö').chain('α'..='ω');
    let keys =
        letters.map(|letter| format!("alt-{letter}")).chain((2..=24).map(|number| format!("F{number}")));
    let keys: Vec<String> = keys.take(actions.len()).collect();
    assert_eq!(keys.len(), actions.len(), "there are more actions than keys to give them");
    let requests = actions.iter().zip(&keys).enumerate();
    let requests: Vec<KeyRequest> =
        requests.map(|(line, (action, key))| request(line + 1, None, action, &[key])).collect();
    let (keymap, complaints) = Keymap::with(&requests);
    assert_eq!(complaints, [""; 0]);
    take(keymap.clone());
    for default in BINDINGS.iter() {
        let at = actions.iter().position(|action| *action == default.action_id()).unwrap();
        let key = Key::parse(&keys[at]).unwrap();
        for &focus in &default.focus {
            assert_eq!(action(focus, key.event()), Some(default.action), "{} in {focus:?}", default.id);
            assert!(hint_in(focus, default.action).ends_with(&key.name()), "{}", default.id);
            for old in &default.keys {
                let now = action(focus, old.event());
                let is_text = matches!(now, None | Some(Action::Edit(Edit::Insert(_)) | Action::TypeHint(_)));
                assert!(is_text, "{} still does {now:?} in {focus:?}", old.name());
            }
        }
    }
    let copy = keymap.rows().find(|row| row.id == "copy.copy-title").unwrap();
    assert_eq!(copy.key_names().split(' ').next(), Some(&*hint(Action::ShowCopyMenu)));
    assert_eq!(copy.key_names().split(' ').count(), 2, "the key of the menu stands before that of the title");
    take(Keymap::default());
}

#[test]
fn a_key_for_two_actions_is_a_conflict_with_both_lines() {
    let (keymap, complaints) =
        Keymap::with(&[request(2, None, "show-orders", &["x"]), request(3, None, "reload", &["x", "F5"])]);
    assert_eq!(
        complaints[0],
        "config.toml:3:1: keys: \"x\" for reload is for show-orders already (config.toml:2:1); it stays with \
         show-orders in list, reader"
    );
    assert_eq!(press(&keymap, Focus::List, "x"), Some(Action::ShowOrders));
    assert_eq!(press(&keymap, Focus::List, "F5"), Some(Action::Reload));
    assert_eq!(press(&keymap, Focus::List, "r"), None);
    // The default of another action is taken without a word, unless it was the only key.
    assert!(complaints[1].contains("show-orders takes the only key of toggle-emails"), "{complaints:?}");
    assert_eq!(complaints.len(), 2);
    let (keymap, complaints) = Keymap::with(&[request(2, None, "reload", &["down", "ctrl-f"])]);
    assert_eq!(complaints, [""; 0]);
    for key in ["down", "ctrl-f"] {
        assert_eq!(press(&keymap, Focus::List, key), Some(Action::Reload));
    }
    assert_eq!(hint(Action::Reload), "r", "another keymap is not in use before it is taken");
}

#[test]
fn a_table_for_one_place_is_stronger_than_that_for_all() {
    let requests = [
        request(2, None, "move-down", &["ä"]),
        request(5, Some("reader"), "move-down", &["ö"]),
        request(6, Some("help"), "move-down", &[]),
        request(7, Some("reader"), "open-editor", &["W"]),
        request(8, None, "open-editor", &["W"]),
    ];
    let (keymap, complaints) = Keymap::with(&requests);
    assert_eq!(complaints, [""; 0]);
    let down = Some(Action::Move(crate::app::action::Step::Down));
    assert_eq!(press(&keymap, Focus::List, "ä"), down);
    assert_eq!((press(&keymap, Focus::Detail, "ö"), press(&keymap, Focus::Detail, "ä")), (down, None));
    assert_eq!((press(&keymap, Focus::Help, "ä"), press(&keymap, Focus::Help, "j")), (None, None));
    assert_eq!(
        press(&keymap, Focus::Narrowing, "down"),
        down,
        "a letter is text there, so the default stays"
    );
}

#[test]
fn what_cannot_be_followed_is_said() {
    let said = |request: KeyRequest| Keymap::with(&[request]).1;
    assert_eq!(
        said(request(4, Some("filter-bar"), "enter", &["x"])),
        ["config.toml:4:1: keys.filter-bar: \"x\" is text there; ignored"]
    );
    assert_eq!(
        said(request(4, Some("help"), "reload", &["x"])),
        ["config.toml:4:1: keys.help: reload does nothing there; it counts in list, reader"]
    );
    assert!(
        said(request(4, None, "reload", &["nokey"]))[0]
            .starts_with("config.toml:4:1: keys: \"nokey\" is no key")
    );
}

#[test]
fn a_way_out_stays_whatever_is_taken_away() {
    let none = ["back", "close", "quit"].map(|action| request(1, None, action, &[]));
    let (keymap, complaints) = Keymap::with(&none);
    assert!(complaints[0].ends_with("so ctrl-c stays with quit"), "{complaints:?}");
    for &focus in Focus::ALL {
        assert_eq!(press(&keymap, focus, "ctrl-c"), Some(Action::Quit));
    }
}

#[test]
fn a_key_counts_by_its_place_on_other_layouts_but_never_in_text() {
    let typed = |focus, letter| action(focus, KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
    assert_eq!(typed(Focus::List, 'й'), Some(Action::Close));
    assert_eq!(typed(Focus::List, 'Ж'), Some(Action::ShowPalette));
    assert_eq!(typed(Focus::Filter, 'й'), Some(Action::Edit(Edit::Insert('й'))));
    assert_eq!(typed(Focus::Hints, 'ф'), Some(Action::TypeHint('a')));
    assert_eq!(typed(Focus::List, 'ж'), None, "nothing is bound to the key itself");
}

//! The keymap: one table of keys, from which dispatch, footer, help, palette and README come.
//!
//! To add a key, add a row to `table.rs`, a variant to [`Action`] and an arm to the update. Only this file and those
//! below it know crossterm's key types.

mod binding;
mod table;

use crossterm::event::{KeyCode, KeyEvent};

use super::action::{Action, CopyTarget, Edit};
pub use binding::{Binding, Focus, Key};
pub use table::{BINDINGS, GROUPS};

/// The action of a key: by the table, otherwise text for an input. `None` when the key does nothing.
pub fn action(focus: Focus, event: KeyEvent) -> Option<Action> {
    let key = Key::of(event)?;
    let bound = bindings(focus).find(|binding| binding.keys.contains(&key));
    if let Some(binding) = bound {
        return Some(binding.action);
    }
    match key {
        Key { code: KeyCode::Char(letter), control: false } if focus == Focus::Hints => {
            Some(Action::TypeHint(letter))
        }
        Key { code: KeyCode::Char(letter), control: false } if focus.is_input() && !letter.is_control() => {
            Some(Action::Edit(Edit::Insert(letter)))
        }
        _ => None,
    }
}

/// The name of the first key that asks for an action, for sentences; empty when no key does.
pub fn hint(action: Action) -> String {
    let binding = BINDINGS.iter().find(|binding| binding.action == action);
    binding.and_then(|binding| binding.names().next()).unwrap_or_default()
}

/// The rows of the table that count where the keyboard is, in order.
pub fn bindings(focus: Focus) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.focus.contains(&focus))
}

/// The rows of the copy menu, in order.
pub fn copies() -> impl Iterator<Item = (&'static Binding, CopyTarget)> {
    bindings(Focus::CopyMenu).filter_map(|binding| match binding.action {
        Action::Copy(what) => Some((binding, what)),
        _ => None,
    })
}

/// The key table of the README: a Markdown row for every row of the table, grouped.
pub fn markdown_table() -> String {
    let mut rows = vec!["| key | action |".to_owned(), "|---|---|".to_owned()];
    for (group, name) in GROUPS.iter().enumerate() {
        rows.push(format!("| | **{name}** |"));
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let keys: Vec<String> = binding.names().map(|name| format!("`{name}`")).collect();
            rows.push(format!("| {} | {}: {} |", keys.join(" "), binding.name, binding.help));
        }
    }
    rows.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crossterm::event::KeyModifiers;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for &focus in Focus::ALL {
            let mut seen = HashSet::new();
            for key in bindings(focus).flat_map(|binding| binding.keys) {
                assert!(seen.insert(*key), "{} twice in {focus:?}", key.name());
            }
        }
    }

    #[test]
    fn every_row_has_an_id_of_its_own() {
        let mut seen = HashSet::new();
        for Binding { id, .. } in BINDINGS {
            let is_plain = id.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '.'));
            assert!(is_plain && id.contains('.') && seen.insert(*id), "{id}");
        }
    }

    #[test]
    fn printable_keys_are_text_in_every_input() {
        for &focus in Focus::ALL.iter().filter(|focus| focus.is_input()) {
            for key in bindings(focus).flat_map(|binding| binding.keys) {
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
        for binding in BINDINGS {
            assert!(binding.group < GROUPS.len() && !binding.keys.is_empty() && !binding.focus.is_empty());
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
}

//! The keymap: one table of keys, from which dispatch, footer, help, palette and README come.
//!
//! To add a key, add a row to `table.rs`, a variant to [`Action`] and an arm to the update. Only this file and those
//! below it know crossterm's key types.
//!
//! A configuration may move the keys ([`Keymap::with`]). The keymap in use belongs to the thread that drives the
//! screen, like the form of the glyphs to the process: every sentence that names a key asks for it.

mod binding;
mod custom;
mod key;
mod places;
mod table;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent};

use super::action::{Action, CopyTarget, Edit};
use crate::model::ApplicationStatus;
pub use binding::{Binding, Focus};
pub use custom::KeyRequest;
pub use key::Key;
pub use table::{BINDINGS, GROUPS};

thread_local! {
    static IN_USE: RefCell<Rc<Keymap>> = RefCell::default();
}

/// The bindings of all keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    rows: Vec<Arc<Binding>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::of(BINDINGS.clone())
    }
}

impl Keymap {
    /// The default keymap, changed as a configuration asks for; and a sentence with its place for each wish that could
    /// not be followed as it stands.
    pub fn with(requests: &[KeyRequest]) -> (Self, Vec<String>) {
        if requests.is_empty() {
            return (Self::default(), Vec::new());
        }
        let (rows, complaints) = custom::apply(requests);
        (Self::of(rows), complaints)
    }

    fn of(rows: Vec<Binding>) -> Self {
        Self { rows: rows.into_iter().map(Arc::new).collect() }
    }

    /// All rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Binding> + Clone {
        self.rows.iter().map(Arc::as_ref)
    }

    /// The rows that count where the keyboard is, in order.
    pub fn bindings(&self, focus: Focus) -> impl Iterator<Item = &Binding> {
        self.rows().filter(move |binding| binding.focus.contains(&focus))
    }

    fn action_of(&self, focus: Focus, key: Key) -> Option<Action> {
        self.bindings(focus).find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
    }
}

/// The keymap in use.
pub fn in_use() -> Rc<Keymap> {
    IN_USE.with_borrow(Rc::clone)
}

/// Uses a keymap from now on, on this thread.
pub fn take(keymap: Keymap) {
    IN_USE.set(Rc::new(keymap));
}

/// The action of a key: by the table, otherwise text for an input, otherwise by its place on the keyboard. `None` when
/// the key does nothing.
pub fn action(focus: Focus, event: KeyEvent) -> Option<Action> {
    let key = Key::of(event)?;
    let keymap = in_use();
    if let Some(action) = keymap.action_of(focus, key) {
        return Some(action);
    }
    match key.code {
        KeyCode::Char(letter) if focus == Focus::Hints => {
            key.character().map(|_| Action::TypeHint(places::latin(letter).unwrap_or(letter)))
        }
        KeyCode::Char(letter) if focus.is_input() => {
            (key.character().is_some() && !letter.is_control()).then_some(Action::Edit(Edit::Insert(letter)))
        }
        KeyCode::Char(letter) => {
            keymap.action_of(focus, Key { code: KeyCode::Char(places::latin(letter)?), ..key })
        }
        _ => None,
    }
}

/// The name of the first key that asks for an action, for sentences. An action without a key is named by its row in
/// the palette, `: sort`.
pub fn hint(action: Action) -> String {
    name_of(action, &|_| true)
}

/// The same, for the key that counts at a place.
pub fn hint_in(focus: Focus, action: Action) -> String {
    name_of(action, &|binding| binding.focus.contains(&focus))
}

fn name_of(action: Action, counts: &dyn Fn(&Binding) -> bool) -> String {
    let keymap = in_use();
    let mut rows = keymap.rows().filter(|binding| binding.action == action && counts(binding));
    if let Some(name) = rows.clone().find_map(Binding::key_name) {
        return name;
    }
    let palette = keymap.rows().find(|binding| binding.action == Action::ShowPalette);
    let palette = palette.and_then(Binding::key_name).map(|key| key + " ").unwrap_or_default();
    rows.next().map(|binding| format!("{palette}{}", binding.name)).unwrap_or_default()
}

/// The rows of the keymap in use that count where the keyboard is, in order.
pub fn bindings(focus: Focus) -> impl Iterator<Item = Arc<Binding>> {
    let keymap = in_use();
    (0..keymap.rows.len()).filter_map(move |at| {
        let row = &keymap.rows[at];
        row.focus.contains(&focus).then(|| Arc::clone(row))
    })
}

/// The statuses, in order, each with the row of its key.
pub fn statuses() -> impl Iterator<Item = (Arc<Binding>, ApplicationStatus)> {
    bindings(Focus::Statuses).filter_map(|binding| match binding.action {
        Action::SetStatus(status) => Some((binding, status)),
        _ => None,
    })
}

/// The rows of the copy menu, in order.
pub fn copies() -> impl Iterator<Item = (Arc<Binding>, CopyTarget)> {
    bindings(Focus::CopyMenu).filter_map(|binding| match binding.action {
        Action::Copy(what) => Some((binding, what)),
        _ => None,
    })
}

/// The default key table: a Markdown row for every row of the table, grouped, with the names for a configuration.
pub fn markdown_table() -> String {
    let mut rows = vec!["| key | action | name in `[keys]` |".to_owned(), "|---|---|---|".to_owned()];
    for (group, name) in GROUPS.iter().enumerate() {
        rows.push(format!("| | **{name}** | |"));
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let keys: Vec<String> = binding.names().map(|name| format!("`{name}`")).collect();
            let id = binding.action_id();
            rows.push(format!("| {} | {}: {} | `{id}` |", keys.join(" "), binding.name, binding.help));
        }
    }
    rows.join("\n") + "\n"
}

#[cfg(test)]
mod tests;

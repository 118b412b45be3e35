//! The keymap: one table of keys, from which dispatch, footer, help, palette and README come.
//!
//! The only file besides its table that knows crossterm's key types. To add a key, add a row to
//! `table.rs`, a variant to [`Action`] and an arm to the update.

mod table;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{Action, CopyTarget, Edit};
use crate::markdown::glyphs;
pub use table::{BINDINGS, GROUPS};

/// What has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The list of proposals.
    List,
    /// The detail of one proposal.
    Detail,
    /// The filter bar.
    Filter,
    /// The search in the text of the detail.
    Find,
    /// A menu that is narrowed down by typing: links, palette.
    Menu,
    /// The help.
    Help,
    /// The marked proposals side by side.
    Compare,
    /// The counts of what is listed.
    Stats,
    /// The values of the facets, narrowed down by typing.
    Facets,
    /// The problems.
    Problems,
    /// The problems, being narrowed down by typing.
    Narrowing,
    /// A fix, before it is made.
    Fix,
    /// The choice of what to copy.
    CopyMenu,
    /// The hints on the detail: letters are theirs.
    Hints,
    /// A QR code.
    QrCode,
}

impl Focus {
    /// Each of them.
    pub const ALL: [Self; 15] = [
        Self::List,
        Self::Detail,
        Self::Filter,
        Self::Find,
        Self::Menu,
        Self::Help,
        Self::Compare,
        Self::Stats,
        Self::Facets,
        Self::Problems,
        Self::Narrowing,
        Self::Fix,
        Self::CopyMenu,
        Self::Hints,
        Self::QrCode,
    ];

    /// Whether printable keys are text here, never commands.
    #[must_use]
    pub fn is_input(self) -> bool {
        matches!(self, Self::Filter | Self::Find | Self::Menu | Self::Facets | Self::Narrowing)
    }
}

/// One key as it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    control: bool,
}

impl Key {
    const fn plain(code: KeyCode) -> Self {
        Self { code, control: false }
    }

    const fn char(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    const fn control(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), control: true }
    }

    /// The key of an event; `None` with Alt or Super, which no binding uses. Shift is part of the
    /// character already; terminals that report it too must not make another key of it.
    fn of(event: KeyEvent) -> Option<Self> {
        let modifiers = event.modifiers;
        if modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
            return None;
        }
        let control = modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(letter) if control => KeyCode::Char(letter.to_ascii_lowercase()),
            KeyCode::Tab if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        Some(Self { code, control })
    }

    /// The name to show: `j`, `↓`, `ctrl-d`, `PgDn`.
    #[must_use]
    pub fn name(self) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::Up => glyphs::KEY_UP.to_string(),
            KeyCode::Down => glyphs::KEY_DOWN.to_string(),
            KeyCode::Left => glyphs::KEY_LEFT.to_string(),
            KeyCode::Right => glyphs::KEY_RIGHT.to_string(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::F(number) => format!("F{number}"),
            other => format!("{other:?}"),
        };
        if self.control { format!("ctrl-{name}") } else { name }
    }
}

/// One row of the table: keys, where they count, and what they do.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The heading that it stands under in the help, an index into [`GROUPS`].
    pub group: usize,
    /// The keys, the one to show first in front.
    pub keys: &'static [Key],
    /// What must have the keyboard.
    pub focus: &'static [Focus],
    /// What they do.
    pub action: Action,
    /// What they do, in one to three words: for the footer, and to find it by in the palette.
    pub name: &'static str,
    /// What there is to say beyond the name.
    pub help: &'static str,
    /// Whether it stands in the footer.
    pub in_footer: bool,
}

impl Binding {
    /// Its keys as shown, `j ↓`; where another key comes first, with that one.
    #[must_use]
    pub fn key_names(&self) -> String {
        self.names().collect::<Vec<_>>().join(" ")
    }

    fn names(&self) -> impl Iterator<Item = String> {
        let first = if matches!(self.action, Action::Copy(_)) { "y " } else { "" };
        self.keys.iter().map(move |key| format!("{first}{}", key.name()))
    }

    /// Whether it belongs into the palette of a pane: something to do with a pane, and worth
    /// choosing from a menu. A single step down is not. The ways in and out of a pane count only
    /// where one stands; the filter and the search change the pane themselves.
    #[must_use]
    pub fn is_command(&self, pane: Focus) -> bool {
        let of_a_pane = self.focus.iter().any(|focus| matches!(focus, Focus::List | Focus::Detail))
            || matches!(self.action, Action::Copy(_));
        let is_step = matches!(self.action, Action::Move(_) | Action::ScrollDetail(_));
        let is_way = matches!(self.action, Action::Enter | Action::Back);
        of_a_pane && !is_step && (!is_way || self.focus.contains(&pane)) && self.action != Action::ShowPalette
    }
}

/// What a key does where the keyboard is: the table first, else text for an input.
#[must_use]
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

/// The rows of the table that count where the keyboard is, in order.
pub fn bindings(focus: Focus) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.focus.contains(&focus))
}

/// What can be copied, in order.
pub fn copies() -> impl Iterator<Item = (&'static Binding, CopyTarget)> {
    bindings(Focus::CopyMenu).filter_map(|binding| match binding.action {
        Action::Copy(what) => Some((binding, what)),
        _ => None,
    })
}

/// The key table of the README: a Markdown row for every row of the table, grouped.
#[must_use]
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

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for focus in Focus::ALL {
            let mut seen = HashSet::new();
            for key in bindings(focus).flat_map(|binding| binding.keys) {
                assert!(seen.insert(*key), "{} twice in {focus:?}", key.name());
            }
        }
    }

    #[test]
    fn printable_keys_are_text_in_every_input() {
        for focus in Focus::ALL.into_iter().filter(|focus| focus.is_input()) {
            for key in bindings(focus).flat_map(|binding| binding.keys) {
                assert!(key.control || !matches!(key.code, KeyCode::Char(_)), "{} in {focus:?}", key.name());
            }
            let q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
            assert_eq!(action(focus, q), Some(Action::Edit(Edit::Insert('q'))));
        }
    }

    #[test]
    fn the_ways_out_are_there_everywhere() {
        for focus in Focus::ALL {
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

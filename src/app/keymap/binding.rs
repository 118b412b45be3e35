//! A binding: keys, where they count, and what they do.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use strum::VariantArray;

use crate::app::action::Action;
use crate::markdown::glyphs;

/// The part of the screen that has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub enum Focus {
    /// The list of proposals.
    List,
    /// The detail of one proposal.
    Detail,
    /// The filter bar.
    Filter,
    /// The search in the text of the detail.
    Find,
    /// A menu: links, orders, themes.
    Menu,
    /// The help.
    Help,
    /// The marked proposals side by side.
    Compare,
    /// The counts of what is listed.
    Stats,
    /// The values of the facets.
    Facets,
    /// The problems.
    Problems,
    /// A panel that is being narrowed down by typing; the palette always is.
    Narrowing,
    /// A fix, before it is made.
    Fix,
    /// The choice of what to copy.
    CopyMenu,
    /// The hints on the detail: letters are theirs.
    Hints,
    /// A QR code.
    QrCode,
    /// The name of a file.
    Prompt,
}

impl Focus {
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The place in a few words, behind “in” or “Help:”.
    pub fn place(self) -> &'static str {
        match self {
            Self::List => "the list",
            Self::Detail => "the reader",
            Self::Filter => "the filter",
            Self::Find => "the search in the text",
            Self::Menu => "a menu",
            Self::Help => "the help",
            Self::Compare => "the comparison",
            Self::Stats => "the statistics",
            Self::Facets => "the facets",
            Self::Problems => "the problems",
            Self::Narrowing => "a panel, while typing",
            Self::Fix => "a fix",
            Self::CopyMenu => "the copy menu",
            Self::Hints => "the hints",
            Self::QrCode => "a QR code",
            Self::Prompt => "a prompt",
        }
    }

    /// Whether printable keys are text here, never commands.
    pub fn is_input(self) -> bool {
        matches!(self, Self::Filter | Self::Find | Self::Narrowing | Self::Prompt)
    }
}

/// One key as it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub(super) code: KeyCode,
    pub(super) control: bool,
}

impl Key {
    pub(super) const fn plain(code: KeyCode) -> Self {
        Self { code, control: false }
    }

    pub(super) const fn char(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    pub(super) const fn control(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), control: true }
    }

    /// The key of an event; `None` with Alt or Super, which no binding uses. Shift is part of the
    /// character already; terminals that report it too must not make another key of it.
    pub(super) fn of(event: KeyEvent) -> Option<Self> {
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

    /// The event of pressing it.
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, if self.control { KeyModifiers::CONTROL } else { KeyModifiers::NONE })
    }

    /// The name to show: `j`, `↓`, `ctrl-d`, `PgDn`.
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
    /// Its stable name, `place.what`: for a configuration of keys.
    pub id: &'static str,
    /// Its heading in the help, an index into [`GROUPS`](super::GROUPS).
    pub group: usize,
    /// The key that leads to the place where the others count, for keys of a menu.
    pub after: Option<Key>,
    /// The keys, the one to show first in front.
    pub keys: &'static [Key],
    /// Where the keys count.
    pub focus: &'static [Focus],
    /// The action that they ask for.
    pub action: Action,
    /// The action in one to three words, for the footer and the palette.
    pub name: &'static str,
    /// The rest of the sentence in the help.
    pub help: &'static str,
    /// Other words that find it in the palette; never shown.
    pub keywords: &'static str,
    /// Whether the footer shows it.
    pub in_footer: bool,
}

impl Binding {
    /// Its keys as shown, `j ↓`; where another key comes first, with that one.
    pub fn key_names(&self) -> String {
        self.names().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        let first = self.after.map(|key| format!("{} ", key.name())).unwrap_or_default();
        self.keys.iter().map(move |key| format!("{first}{}", key.name()))
    }

    /// Whether it belongs into the palette of a pane: something to do with a pane, and worth
    /// choosing from a menu. A single step down is not. The ways in and out of a pane count only
    /// where one stands; the filter and the search change the pane themselves.
    pub fn is_command(&self, pane: Focus) -> bool {
        let of_a_pane = self.focus.iter().any(|focus| matches!(focus, Focus::List | Focus::Detail))
            || matches!(self.action, Action::Copy(_));
        let is_step = matches!(self.action, Action::Move(_) | Action::ScrollDetail(_));
        let is_way = matches!(self.action, Action::Enter | Action::Back);
        // In the list it clears the filter, which has a command of its own.
        let is_twice = pane == Focus::List && self.action == Action::Back;
        of_a_pane
            && !is_step
            && !is_twice
            && (!is_way || self.focus.contains(&pane))
            && self.action != Action::ShowPalette
    }
}

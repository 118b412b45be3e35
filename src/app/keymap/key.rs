//! A key as it is pressed, with its names: the one to show, and the one to write into a configuration.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::markdown::glyphs;

/// One key as it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub(super) code: KeyCode,
    pub(super) control: bool,
    pub(super) alt: bool,
}

impl Key {
    pub(super) const fn plain(code: KeyCode) -> Self {
        Self { code, control: false, alt: false }
    }

    pub(super) const fn char(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    pub(super) const fn control(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), control: true, alt: false }
    }

    /// The key of an event; `None` with Super or Meta, which no binding uses. Shift is part of the
    /// character already; terminals that report it too must not make another key of it.
    pub(super) fn of(event: KeyEvent) -> Option<Self> {
        let modifiers = event.modifiers;
        if modifiers.intersects(KeyModifiers::SUPER | KeyModifiers::META) {
            return None;
        }
        let control = modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(letter) if control => KeyCode::Char(letter.to_ascii_lowercase()),
            KeyCode::Tab if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        Some(Self { code, control, alt: modifiers.contains(KeyModifiers::ALT) })
    }

    /// The event of pressing it.
    pub fn event(self) -> KeyEvent {
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::CONTROL, self.control);
        modifiers.set(KeyModifiers::ALT, self.alt);
        KeyEvent::new(self.code, modifiers)
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
        self.with_modifiers(&name)
    }

    /// The character that it types; `None` for every other key.
    pub(super) fn character(self) -> Option<char> {
        match self {
            Self { code: KeyCode::Char(letter), control: false, alt: false } => Some(letter),
            _ => None,
        }
    }

    /// The name to write into a configuration: `j`, `down`, `ctrl-d`, `pagedown`.
    pub fn written(self) -> String {
        let known = NAMES.iter().find(|(_, code)| *code == self.code).map(|(name, _)| (*name).to_owned());
        let name = known.unwrap_or_else(|| match self.code {
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::F(number) => format!("F{number}"),
            other => format!("{other:?}").to_lowercase(),
        });
        self.with_modifiers(&name)
    }

    /// The key that is written in a configuration. Names count in small and in capital letters, single characters only
    /// as they are written.
    ///
    /// # Errors
    ///
    /// A sentence without a full stop when no key is called so.
    pub fn parse(written: &str) -> Result<Self, String> {
        let (mut rest, mut control, mut alt, mut shift) = (written, false, false, false);
        while let Some((modifier, name)) = rest.split_once('-').filter(|(_, name)| !name.is_empty()) {
            match modifier.to_lowercase().as_str() {
                "ctrl" | "control" => control = true,
                "alt" => alt = true,
                "shift" => shift = true,
                _ => break,
            }
            rest = name;
        }
        let code = code(rest, shift).ok_or_else(|| unknown(written))?;
        let key = Self { code, control, alt };
        match key {
            // A terminal sends the same byte for both.
            Self { code: KeyCode::Char(letter @ ('i' | 'm' | '[')), control: true, .. } => {
                let same = match letter {
                    'i' => "tab",
                    'm' => "enter",
                    _ => "esc",
                };
                Err(format!("{written:?} is the same as {same:?} on most terminals; write that"))
            }
            Self { code: KeyCode::Char(letter), control: true, .. } => {
                Ok(Self { code: KeyCode::Char(letter.to_ascii_lowercase()), ..key })
            }
            _ => Ok(key),
        }
    }

    fn with_modifiers(self, name: &str) -> String {
        let (control, alt) = (if self.control { "ctrl-" } else { "" }, if self.alt { "alt-" } else { "" });
        format!("{control}{alt}{name}")
    }
}

/// The names of keys without a character to write, those to show first.
const NAMES: &[(&str, KeyCode)] = &[
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("escape", KeyCode::Esc),
    ("return", KeyCode::Enter),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

/// The most function keys that a terminal sends.
const FUNCTION_KEYS: u8 = 24;

/// The code of a name without modifiers but shift.
fn code(name: &str, shift: bool) -> Option<KeyCode> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        let letter = if shift { letter.to_ascii_uppercase() } else { letter };
        let is_plain = !letter.is_control() && (letter != ' ');
        return is_plain.then_some(KeyCode::Char(letter));
    }
    let name = name.to_lowercase();
    if let Some(number) = name.strip_prefix('f').and_then(|number| number.parse().ok()) {
        return (!shift && (1..=FUNCTION_KEYS).contains(&number)).then_some(KeyCode::F(number));
    }
    let code = NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)?;
    match (code, shift) {
        (KeyCode::Tab, true) => Some(KeyCode::BackTab),
        (_, true) => None,
        (code, false) => Some(code),
    }
}

/// A sentence about a name that no key has.
fn unknown(written: &str) -> String {
    if written.split_whitespace().nth(1).is_some() {
        return format!("{written:?} is a sequence of keys, which nothing can be bound to");
    }
    let names = NAMES.iter().take(16).map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    format!(
        "{written:?} is no key; write a character, F1 to F{FUNCTION_KEYS}, or {names}, with ctrl- or alt- before it"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_as_the_key_that_it_is_written_for() {
        for written in [
            "j",
            "G",
            "?",
            "-",
            "ctrl--",
            "space",
            "ctrl-d",
            "alt-x",
            "alt-X",
            "F5",
            "shift-tab",
            "esc",
            "pagedown",
            "ctrl-alt-up",
            "é",
        ] {
            assert_eq!(Key::parse(written).unwrap().written(), written);
        }
        for (other, written) in [
            ("Space", "space"),
            ("ESC", "esc"),
            ("f5", "F5"),
            ("Ctrl-D", "ctrl-d"),
            ("shift-g", "G"),
            ("PgDn", "pagedown"),
            ("return", "enter"),
        ] {
            assert_eq!(Key::parse(other).unwrap().written(), written);
        }
        for (_, code) in NAMES {
            let key = Key::plain(*code);
            assert_eq!(Key::parse(&key.written()), Ok(key));
        }
    }

    #[test]
    fn what_is_no_key_gets_a_sentence() {
        let said = |written: &str| Key::parse(written).unwrap_err();
        assert!(said("g g").ends_with("is a sequence of keys, which nothing can be bound to"));
        assert_eq!(said("ctrl-i"), "\"ctrl-i\" is the same as \"tab\" on most terminals; write that");
        for written in ["", " ", "f25", "f0", "hyper-x", "ctrl-", "shift-up", "\u{1b}"] {
            assert!(said(written).contains("is no key"), "{written:?}: {}", said(written));
        }
    }
}

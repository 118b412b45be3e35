//! Narrowing: the words that leave some of the rows of a panel, and whether they are being typed.
//!
//! A panel opens in list mode, in which letters are keys. `/` begins to narrow it down; Esc then shows all of it again.
//! The palette alone is typed into at once.

use super::input::Input;
use super::keymap::Focus;

/// The words that narrow a panel down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// The words.
    pub input: Input,
    mode: Mode,
}

/// Where letters go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    /// They are keys.
    #[default]
    List,
    /// They are text, until the narrowing ends.
    Typing,
    /// They are text, as long as the panel is there.
    AlwaysTyping,
}

impl Narrowing {
    /// That of a panel which is typed into from its beginning to its end.
    pub(super) fn always_typing() -> Self {
        Self { input: Input::default(), mode: Mode::AlwaysTyping }
    }

    /// Whether letters are text.
    pub fn is_typing(&self) -> bool {
        self.mode != Mode::List
    }

    /// Whether the input is on the screen: while it is typed into, or holds something.
    pub fn is_shown(&self) -> bool {
        self.is_typing() || !self.input.text().is_empty()
    }

    /// The keys that count: those of an input, or those of the list.
    pub(super) fn focus(&self, list: Focus) -> Focus {
        if self.is_typing() { Focus::Narrowing } else { list }
    }

    /// Begins to type.
    pub(super) fn start(&mut self) {
        if self.mode == Mode::List {
            self.mode = Mode::Typing;
        }
    }

    /// Goes back to the list with what the words leave. Returns whether they were being typed.
    pub(super) fn keep(&mut self) -> bool {
        let was_typing = self.mode == Mode::Typing;
        if was_typing {
            self.mode = Mode::List;
        }
        was_typing
    }

    /// Removes the words and goes back to the list. Returns whether that changed something; else the panel is to be
    /// closed.
    pub(super) fn cancel(&mut self) -> bool {
        if self.mode == Mode::AlwaysTyping || !self.is_shown() {
            return false;
        }
        *self = Self::default();
        true
    }
}

//! A notice: one sentence about what just happened, until the next key.

use super::action::Action;
use super::keymap::{Focus, hint_in};

/// For actions that need a proposal while the list is empty.
pub(super) const NO_SELECTION: &str = "No proposal selected.";

/// One sentence about what just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something failed.
    pub is_error: bool,
    /// The address that it is about, where it is about one.
    pub address: Option<String>,
    /// Whether it asks if that address shall be opened.
    pub asks: bool,
}

impl Notice {
    /// Something happened.
    pub fn info(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_error: false, address: None, asks: false }
    }

    /// Something failed.
    pub fn error(text: impl Into<String>) -> Self {
        Self { is_error: true, ..Self::info(text) }
    }

    /// Asks whether to open an address.
    pub fn question(url: &str) -> Self {
        let key = hint_in(Focus::Detail, Action::Enter);
        Self { asks: true, ..Self::info(format!("{url} ({key} or a second click opens it)")).about(url) }
    }

    /// Adds the address that the notice is about.
    pub fn about(self, url: &str) -> Self {
        Self { address: Some(url.to_owned()), ..self }
    }

    /// The address that it asks about.
    pub fn asked(&self) -> Option<&str> {
        self.address.as_deref().filter(|_| self.asks)
    }
}

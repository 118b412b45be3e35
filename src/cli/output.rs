//! What every text for people goes through: made safe, and marked where marks are wanted.

use std::borrow::Cow;
use std::fmt::{self, Display};

use super::console::Console;

/// A text that a terminal shows and never obeys, on one line.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    crate::markdown::plain::safe(text)
}

/// Texts for one console: safe, and marked as it wants them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    color: bool,
}

impl Pen {
    pub(super) fn new(console: &Console) -> Self {
        Self { color: console.color }
    }

    /// Text that stands out: titles, headings.
    pub(super) fn strong(self, text: &str) -> Marked<'_> {
        self.marked(text, "\u{1b}[1m")
    }

    /// Text that steps back: numbers, counts.
    pub(super) fn quiet(self, text: &str) -> Marked<'_> {
        self.marked(text, "\u{1b}[2m")
    }

    fn marked<'a>(self, text: &'a str, on: &'static str) -> Marked<'a> {
        Marked { text: safe(text), on: self.color.then_some(on) }
    }
}

/// A safe text between a mark and its end.
#[derive(Debug)]
pub(super) struct Marked<'a> {
    text: Cow<'a, str>,
    on: Option<&'static str>,
}

impl Display for Marked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.on {
            Some(on) => write!(f, "{on}{}\u{1b}[0m", self.text),
            None => f.write_str(&self.text),
        }
    }
}

//! What every text for people goes through: made safe, and marked where marks are wanted.

use std::borrow::Cow;
use std::fmt::{self, Display};

use super::console::Console;
use crate::ui::row::{Piece, Role, Tone};

/// A text that a terminal shows and never obeys, on one line.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    crate::markdown::plain::safe(text)
}

/// Ends every mark.
const OFF: &str = "\u{1b}[0m";

/// Texts for one console: safe, and marked as it wants them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    color: bool,
}

impl Pen {
    /// One that marks nothing: for what other programs read.
    pub(super) const PLAIN: Self = Self { color: false };

    pub(super) fn new(console: &Console) -> Self {
        Self { color: console.color }
    }

    /// Text that stands out: titles, headings.
    pub(super) fn strong(self, text: &str) -> Marked<'_> {
        self.marked(text, "1")
    }

    /// Text that steps back: numbers, counts.
    pub(super) fn quiet(self, text: &str) -> Marked<'_> {
        self.marked(text, "2")
    }

    /// A piece of laid-out text; its tone says how it looks.
    pub(super) fn piece(self, piece: &Piece) -> String {
        let codes = codes(piece.tone);
        let on = (self.color && !codes.is_empty()).then(|| codes.join(";"));
        on.map_or_else(|| piece.text.clone(), |on| format!("\u{1b}[{on}m{}{OFF}", piece.text))
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
            Some(on) => write!(f, "\u{1b}[{on}m{}{OFF}", self.text),
            None => f.write_str(&self.text),
        }
    }
}

/// The codes (of SGR, ECMA-48) of a tone: no colours, so that every palette reads well.
fn codes(tone: Tone) -> Vec<&'static str> {
    let role = match tone.role {
        Role::Text | Role::Listing => None,
        Role::Title | Role::Heading(_) | Role::Code | Role::Problem(_) => Some("1"),
        Role::Label | Role::Mark | Role::Quiet => Some("2"),
        Role::Link => Some("4"),
    };
    let marks = [(tone.strong, "1"), (tone.emphasis, "3"), (tone.strike, "9")];
    let marks = marks.into_iter().filter_map(|(marked, code)| marked.then_some(code));
    role.into_iter().chain(marks).collect()
}

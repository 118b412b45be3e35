//! Glyphs: every sign that the program draws or writes by itself, in Unicode and in plain ASCII.
//!
//! Which of the two is taken is decided once, at the start of the process, as with colours: by
//! `--ascii`, or by a locale that is not UTF-8. What a listing says stays as it is written.

use std::borrow::Cow;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

static ASCII: AtomicBool = AtomicBool::new(false);

/// Takes the plain forms from now on, or those in Unicode. For the start of the process: what was
/// drawn before stays as it is.
pub fn use_ascii(plain: bool) {
    ASCII.store(plain, Ordering::Relaxed);
}

/// Whether the plain forms are taken.
pub fn is_ascii() -> bool {
    ASCII.load(Ordering::Relaxed)
}

/// A sign in both forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    unicode: &'static str,
    ascii: &'static str,
}

impl Glyph {
    const fn new(unicode: &'static str, ascii: &'static str) -> Self {
        Self { unicode, ascii }
    }

    /// The form that is taken.
    pub fn as_str(self) -> &'static str {
        if is_ascii() { self.ascii } else { self.unicode }
    }

    /// It, so many times.
    pub fn repeat(self, count: usize) -> String {
        self.as_str().repeat(count)
    }
}

impl fmt::Display for Glyph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Declares the glyphs, and the list of all of them for the test.
macro_rules! glyphs {
    ($($(#[$doc:meta])* $name:ident = $unicode:literal, $ascii:literal;)*) => {
        $($(#[$doc])* pub const $name: Glyph = Glyph::new($unicode, $ascii);)*

        #[cfg(test)]
        const ALL: &[Glyph] = &[$($name),*];
    };
}

glyphs! {
    /// Between two parts of a line.
    DOT = " · ", " - ";
    /// Between two values, in one cell.
    MIDDLE_DOT = "·", "-";
    /// From one thing to the next.
    TO = " → ", " -> ";
    /// Before what something leads to, or is called.
    LEADS_TO = "→ ", "-> ";
    /// Where a text is cut, in one cell.
    CUT = "…", "~";
    /// Where something is left out, or waited for.
    ELLIPSIS = "…", "...";
    /// Between a name and what is said about it.
    DASH = " — ", " - ";
    /// Nothing to say.
    NONE = "–", "-";
    /// Between two measures.
    TIMES = "×", "x";
    /// Before words that are quoted.
    OPEN_QUOTE = "“", "\"";
    /// Behind words that are quoted.
    CLOSE_QUOTE = "”", "\"";
    /// The selected row, in one cell.
    CURSOR = "▌", ">";
    /// A row that is new, in one cell.
    NEW = "●", "*";
    /// A row that changed, in one cell.
    CHANGED = "◐", "~";
    /// Before something that is gone.
    GONE = "−", "-";
    /// A row that is marked, in one cell.
    STAR = "★", "*";
    /// The choice that holds.
    MARKED = "✓ ", "* ";
    /// As it should be.
    CHECK = "✓", "v";
    /// Wrong, or missing.
    CROSS = "✗", "x";
    /// Worth a look.
    INFO = "·", ".";
    /// A line across.
    RULE = "─", "-";
    /// The beginning of a line across with words in it.
    RULE_BEFORE = "── ", "-- ";
    /// The part of a gauge that is full.
    FULL = "━", "=";
    /// A line down.
    LINE = "│", "|";
    /// Where a line down begins at one across.
    BEGINS = "┬", "+";
    /// Where a line down ends at one across.
    ENDS = "┴", "+";
    /// A line down between two columns.
    BESIDE = " │ ", " | ";
    /// Where a line down crosses one across.
    CROSSING = "─┼─", "-+-";
    /// The line before a quote.
    QUOTE = "│ ", "| ";
    /// Text that a web page folds away.
    FOLD = "▾ ", "v ";
    /// A task that is done.
    DONE = "☑ ", "[x] ";
    /// A task that is not.
    OPEN = "☐ ", "[ ] ";
    /// An item of a list.
    BULLET = "• ", "* ";
    /// A line that goes on in the next row.
    WRAPPED = "↪", ">";
    KEY_UP = "↑", "Up";
    KEY_DOWN = "↓", "Down";
    KEY_LEFT = "←", "Left";
    KEY_RIGHT = "→", "Right";
    /// A part of a bar of nothing.
    LEVEL_0 = " ", " ";
    /// An eighth of a bar.
    LEVEL_1 = "▁", ".";
    /// Two eighths of a bar.
    LEVEL_2 = "▂", ":";
    /// Three eighths of a bar.
    LEVEL_3 = "▃", "-";
    /// Half of a bar.
    LEVEL_4 = "▄", "=";
    /// Five eighths of a bar.
    LEVEL_5 = "▅", "+";
    /// Six eighths of a bar.
    LEVEL_6 = "▆", "*";
    /// Seven eighths of a bar.
    LEVEL_7 = "▇", "%";
    /// A full bar.
    LEVEL_8 = "█", "#";
}

/// A bar from nothing to full.
pub const LEVELS: [Glyph; 9] =
    [LEVEL_0, LEVEL_1, LEVEL_2, LEVEL_3, LEVEL_4, LEVEL_5, LEVEL_6, LEVEL_7, LEVEL_8];

/// The sign that something is waited for, as it turns: the step of this number.
pub fn turn(step: usize) -> &'static str {
    const UNICODE: [&str; 10] = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
    const PLAIN: [&str; 4] = ["|", "/", "-", "\\"];
    if is_ascii() { PLAIN[step % PLAIN.len()] } else { UNICODE[step % UNICODE.len()] }
}

/// A sentence of the program: where the plain forms are taken, without typographic signs.
pub fn sentence(text: &str) -> Cow<'_, str> {
    if !is_ascii() || text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        plain.push_str(match character {
            '…' => "...",
            '“' | '”' => "\"",
            '‘' | '’' => "'",
            '–' | '—' | '·' => "-",
            '→' => "->",
            '↑' => "Up",
            '↓' => "Down",
            '←' => "Left",
            '×' | '✗' => "x",
            '✓' => "v",
            other => {
                plain.push(other);
                continue;
            }
        });
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The forms themselves: which of them is taken is one choice for the whole process, which
    /// `tests/suite/ascii.rs` makes.
    #[test]
    fn every_glyph_has_a_plain_form() {
        for glyph in ALL {
            assert!(glyph.ascii.is_ascii() && !glyph.ascii.is_empty(), "{glyph:?}");
            assert!(!glyph.ascii.contains(char::is_control), "{glyph:?}");
        }
        assert_eq!(sentence("“a” …"), "“a” …");
    }
}

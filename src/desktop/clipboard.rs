//! The clipboard, by the escape that asks the terminal to fill it (OSC 52).
//!
//! It works where no clipboard program can: over SSH, and inside tmux when that allows it. Nobody
//! answers whether it arrived, so the words for it are "sent", never "copied".

use std::fmt;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// The most bytes of base64 that terminals are known to take (xterm's buffer; tmux and hterm the same).
const PAYLOAD: usize = 74_994;

/// The most bytes of text that can be sent: base64 makes four bytes of every three.
pub const LIMIT: usize = PAYLOAD / 4 * 3;

/// What the status line says once the escape is on its way.
pub const SENT: &str = "sent to the clipboard (OSC 52)";

/// A text that is too long to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// Its length in bytes.
    pub bytes: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bytes } = self;
        write!(f, "not sent to the clipboard: {bytes} bytes are more than a terminal takes ({LIMIT})")
    }
}

impl std::error::Error for TooLong {}

/// What to write to the terminal so that it puts `text` on the clipboard. Whatever the text holds,
/// the escape is plain ASCII and ends where it should.
///
/// # Errors
///
/// When the text has more than [`LIMIT`] bytes.
pub fn escape(text: &str) -> Result<String, TooLong> {
    if text.len() > LIMIT {
        return Err(TooLong { bytes: text.len() });
    }
    let mut escape = String::new();
    // A string takes everything that is written to it.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut escape);
    Ok(escape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_wrapped_so_that_it_cannot_speak_to_the_terminal() {
        assert_eq!(escape("é\u{1b}[31m").unwrap(), "\u{1b}]52;c;w6kbWzMxbQ==\u{1b}\\");
    }

    #[test]
    fn the_limit_is_that_of_the_payload() {
        let frame = escape("").unwrap().len();
        let longest = escape(&"a".repeat(LIMIT)).unwrap().len() - frame;
        assert!(longest <= PAYLOAD && PAYLOAD - longest < 4, "{longest}");
        let error = escape(&"a".repeat(LIMIT + 1)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "not sent to the clipboard: 56245 bytes are more than a terminal takes (56244)"
        );
    }
}

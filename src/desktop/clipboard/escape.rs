//! The escape sequence (OSC 52) that asks the terminal to fill its clipboard, and its forms that pass multiplexers.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// The most bytes of base64 that terminals are known to take (xterm's buffer; tmux and hterm the same).
const PAYLOAD: usize = 74_994;

/// The most bytes of text that can be sent: base64 makes four bytes of every three.
pub const LIMIT: usize = PAYLOAD / 4 * 3;

/// The most bytes that screen lets through in one piece (768 with what it adds; older ones 256).
const SCREEN_PIECE: usize = 240;

/// A text that is too long to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not sent to the clipboard: {bytes} bytes are more than a terminal takes ({LIMIT})")]
pub struct TooLong {
    /// Its length in bytes.
    pub bytes: usize,
}

/// Whether a text is short enough to be sent.
pub(super) fn check(text: &str) -> Result<(), TooLong> {
    if text.len() > LIMIT { Err(TooLong { bytes: text.len() }) } else { Ok(()) }
}

/// The escape sequence by which the terminal puts `text` on the clipboard. Whatever the text holds, the sequence is
/// plain ASCII, and the text cannot end it.
///
/// # Errors
///
/// When the text has more than [`LIMIT`] bytes.
pub fn escape(text: &str) -> Result<String, TooLong> {
    check(text)?;
    let mut escape = String::new();
    // A string takes everything that is written to it.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut escape);
    Ok(escape)
}

/// For a terminal without a multiplexer.
pub(super) fn bare(escape: &str) -> String {
    escape.to_owned()
}

/// For the terminal behind tmux: every ESC inside is doubled.
pub(super) fn past_tmux(escape: &str) -> String {
    format!("\u{1b}Ptmux;{}\u{1b}\\", escape.replace('\u{1b}', "\u{1b}\u{1b}"))
}

/// For the terminal behind screen: in pieces, of which none may hold what ends a piece.
pub(super) fn past_screen(escape: &str) -> String {
    let ended_by_bell = escape.replace("\u{1b}\\", "\u{7}");
    let mut out = String::with_capacity(ended_by_bell.len() * 2);
    let mut rest = ended_by_bell.as_str();
    while !rest.is_empty() {
        // The escape is ASCII: it can be cut anywhere.
        let (piece, after) = rest.split_at(rest.len().min(SCREEN_PIECE));
        out.push_str("\u{1b}P");
        out.push_str(piece);
        out.push_str("\u{1b}\\");
        rest = after;
    }
    out
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
        assert_eq!(escape(&"a".repeat(LIMIT + 1)), Err(TooLong { bytes: LIMIT + 1 }));
    }

    #[test]
    fn those_between_let_it_through_whole() {
        let escape = escape("ab").unwrap();
        assert_eq!(past_tmux(&escape), "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;YWI=\u{1b}\u{1b}\\\u{1b}\\");
        assert_eq!(past_screen(&escape), "\u{1b}P\u{1b}]52;c;YWI=\u{7}\u{1b}\\");
        let long = super::escape(&"a".repeat(1000)).unwrap();
        let wrapped = past_screen(&long);
        let pieces: Vec<&str> = wrapped.split_terminator("\u{1b}\\").collect();
        assert!(pieces.len() > 1 && pieces.iter().all(|piece| piece.len() <= SCREEN_PIECE + 2));
        let whole: String = pieces.iter().map(|piece| piece.strip_prefix("\u{1b}P").unwrap()).collect();
        assert_eq!(whole, long.replace("\u{1b}\\", "\u{7}"));
    }
}

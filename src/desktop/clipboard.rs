//! The clipboard: by a program of this machine, by tmux, or by the escape that asks the terminal to
//! fill it (OSC 52).
//!
//! A program says whether it took the text: that is "copied". The escape works where no program can,
//! over SSH for one; there is no answer whether it arrived, so the word for it is "sent", never "copied".

mod escape;
mod method;

use super::{Environment, programs};
use method::Method;

pub use escape::{LIMIT, TooLong, escape};

/// Where a text went, or how it gets there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// A program of this machine took it; its name.
    Copied(&'static str),
    /// tmux took it, and sends it on to the terminal.
    TookByTmux,
    /// tmux took it, and the terminal behind it will not.
    KeptByTmux(TooLong),
    /// This is to be written to the terminal. Whatever the text holds, it ends where it should.
    Escape(String),
}

impl Delivery {
    /// The outcome for a text, by its name, for the status line. No full stop: the text may follow.
    pub fn sentence(&self, what: &str) -> String {
        match self {
            Self::Copied(program) => format!("Copied {what} ({program})"),
            Self::TookByTmux => format!("Copied {what} (via tmux)"),
            Self::KeptByTmux(error) => format!("Copied {what} to tmux only; {error}"),
            Self::Escape(_) => format!("Sent {what} to the terminal's clipboard (OSC 52)"),
        }
    }
}

/// Why a text is not on the clipboard. Its `Display` is one sentence without a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CopyError {
    /// There is no program for it, and the terminal does not take so much.
    #[error(transparent)]
    TooLong(#[from] TooLong),
    /// There is no program for it, and the terminal has no clipboard.
    #[error("not copied: this terminal has no clipboard")]
    NoClipboard,
}

/// Copies a text by the first way that works. Programs may take their time: a caller with a screen
/// to draw calls this on a thread of its own, and writes an escape where it writes its frames.
///
/// # Errors
///
/// When no program takes it and the terminal cannot.
pub fn copy(text: &str, environment: &Environment) -> Result<Delivery, CopyError> {
    for method in method::methods(environment) {
        match method {
            Method::Program(program) => {
                let command = program.command(environment);
                if command.and_then(|command| programs::feed(command, program.encode(text))).is_ok() {
                    return Ok(Delivery::Copied(program.name));
                }
            }
            Method::Tmux => {
                let command = method::load_buffer(environment);
                if command.and_then(|command| programs::feed(command, text.as_bytes().to_vec())).is_ok() {
                    return Ok(match escape::check(text) {
                        Ok(()) => Delivery::TookByTmux,
                        Err(error) => Delivery::KeptByTmux(error),
                    });
                }
            }
            Method::Terminal(wrap) => {
                let escape = escape(text)?;
                return Ok(Delivery::Escape(wrap(&escape)));
            }
        }
    }
    Err(CopyError::NoClipboard)
}

/// The ways to the clipboard that there are here, best first, by the names of what takes the text.
pub fn ways(environment: &Environment) -> Vec<&'static str> {
    let name = |method| match method {
        Method::Program(program) => program.name,
        Method::Tmux => "tmux",
        Method::Terminal(_) => "the terminal (OSC 52)",
    };
    method::methods(environment).into_iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::Platform;

    #[test]
    fn without_any_program_it_is_for_the_terminal() {
        let platform = Platform::Unix;
        let nothing_installed = Environment { has_display: true, platform, ..Environment::default() };
        assert_eq!(ways(&nothing_installed), ["the terminal (OSC 52)"]);
        let delivery = copy("a", &nothing_installed).unwrap();
        assert_eq!(delivery, Delivery::Escape("\u{1b}]52;c;YQ==\u{1b}\\".to_owned()));
        assert_eq!(delivery.sentence("title"), "Sent title to the terminal's clipboard (OSC 52)");
    }

    #[test]
    fn what_no_terminal_takes_is_not_sent() {
        let remote = Environment { remote: true, ..Environment::default() };
        let refusal = copy(&"a".repeat(LIMIT + 1), &remote).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "not sent to the clipboard: 56245 bytes are more than a terminal takes (56244)"
        );
        let console = Environment { terminal: "linux".to_owned(), remote: true, ..Environment::default() };
        assert_eq!(copy("a", &console), Err(CopyError::NoClipboard));
    }
}

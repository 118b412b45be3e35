//! Errors that keep the screen from being shown.

use std::io;

/// Why the screen could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    /// The terminal could not be set up or drawn on.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] io::Error),
    /// There is no terminal to read keys from.
    #[error("there is no terminal to read keys from ({0}); `mentor-tui list` needs none")]
    NoKeyboard(#[source] io::Error),
    #[error("the system starts no thread for the screen ({0}); `mentor-tui list` needs none")]
    NoThread(#[source] io::Error),
    /// None of the named documents could be read; the reasons, a sentence each.
    #[error("{}", reasons(.0))]
    NothingRead(Vec<String>),
}

fn reasons(sentences: &[String]) -> String {
    if sentences.is_empty() { "there is nothing to read".to_owned() } else { sentences.join("; ") }
}

//! Why the screen could not be shown.

use std::{fmt, io};

/// Why the screen could not be shown.
#[derive(Debug)]
pub enum ShellError {
    /// The terminal could not be set up or drawn on.
    Terminal(io::Error),
    /// There is no terminal to read keys from.
    NoKeyboard(io::Error),
    /// The system starts no thread.
    NoThread(io::Error),
    /// Nothing of what was named could be read; why, a sentence each.
    NothingRead(Vec<String>),
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Terminal(error) => write!(f, "the terminal cannot be used: {error}"),
            Self::NoThread(error) => {
                write!(
                    f,
                    "the system starts no thread for the screen ({error}); `mentor-tui list` needs none"
                )
            }
            Self::NothingRead(sentences) if sentences.is_empty() => f.write_str("there is nothing to read"),
            Self::NothingRead(sentences) => f.write_str(&sentences.join("; ")),
            Self::NoKeyboard(error) => {
                write!(f, "there is no terminal to read keys from ({error}); `mentor-tui list` needs none")
            }
        }
    }
}

impl std::error::Error for ShellError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Terminal(error) | Self::NoKeyboard(error) | Self::NoThread(error) => Some(error),
            Self::NothingRead(_) => None,
        }
    }
}

impl From<io::Error> for ShellError {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error)
    }
}

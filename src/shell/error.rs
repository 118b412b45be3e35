//! Why the screen could not be shown.

use std::{fmt, io};

/// Why the screen could not be shown.
#[derive(Debug)]
pub enum ShellError {
    /// The terminal could not be set up or drawn on.
    Terminal(io::Error),
    /// There is no terminal to read keys from.
    NoKeyboard(io::Error),
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Terminal(error) => write!(f, "the terminal cannot be used: {error}"),
            Self::NoKeyboard(error) => {
                write!(f, "there is no terminal to read keys from ({error}); `mentor-tui list` needs none")
            }
        }
    }
}

impl std::error::Error for ShellError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Terminal(error) | Self::NoKeyboard(error) => Some(error),
        }
    }
}

impl From<io::Error> for ShellError {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error)
    }
}

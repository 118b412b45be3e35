//! How a run ended, and its exit status.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Everything went well.
    Success,
    /// The question was understood and nothing was found.
    NothingFound,
    /// The run could not be done: a wrong argument, an unreadable file, no terminal.
    Failure,
    /// A signal asked for the end; the shell's convention is 128 + its number.
    Signal(u8),
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Success => Self::SUCCESS,
            Status::NothingFound => Self::from(1),
            Status::Failure => Self::from(2),
            Status::Signal(number) => Self::from(128_u8.saturating_add(number)),
        }
    }
}

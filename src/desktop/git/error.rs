//! Errors of git.

use std::io;
use std::path::PathBuf;

/// Why git gave no answer. Its `Display` is a clause without a full stop, for behind a colon.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no such program.
    #[error("there is no git in a directory of PATH")]
    NoGit,
    /// It did not start, took too long, or wrote too much.
    #[error("git could not run: {0}")]
    Failed(#[source] io::Error),
    /// Reading this file of the repository may never end: it is a pipe or a device.
    #[error("{} is a pipe or a device, which no repository holds", .0.display())]
    Special(PathBuf),
    /// It refused, with this message.
    #[error("git says: {0}")]
    Refused(String),
}

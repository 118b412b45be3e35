//! The terminal that is drawn on: standard output or, where that is a pipe or a file, the terminal
//! that the program runs in.

use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal};
use std::process::Stdio;
use std::sync::OnceLock;

/// The terminal by its own name, where standard output is none.
static OWN: OnceLock<File> = OnceLock::new();

#[cfg(unix)]
const NAME: &str = "/dev/tty";
#[cfg(not(unix))]
const NAME: &str = "CONOUT$";

/// Finds a terminal to draw on where standard output is none; says whether there is one.
pub fn find_terminal() -> bool {
    if io::stdout().is_terminal() || OWN.get().is_some() {
        return true;
    }
    #[expect(clippy::disallowed_methods, reason = "the terminal is no file that could be anything else")]
    let Ok(terminal) = OpenOptions::new().read(true).write(true).open(NAME) else { return false };
    OWN.get_or_init(|| terminal);
    true
}

/// The standard output of a program that gets the terminal.
pub(super) fn lent() -> io::Result<Stdio> {
    Ok(match OWN.get() {
        Some(terminal) => terminal.try_clone()?.into(),
        None => Stdio::inherit(),
    })
}

/// The terminal that is drawn on.
#[cfg(unix)]
pub(super) fn drawn_on() -> rustix::fd::BorrowedFd<'static> {
    use rustix::fd::AsFd;

    OWN.get().map_or_else(rustix::stdio::stdout, AsFd::as_fd)
}

/// The terminal that is drawn on.
#[cfg(not(unix))]
pub(super) fn drawn_on() -> Box<dyn io::Write> {
    match OWN.get() {
        Some(terminal) => Box::new(terminal),
        None => Box::new(io::stdout()),
    }
}

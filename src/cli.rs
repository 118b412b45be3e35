//! The command line: what was typed, and what it means.
//!
//! `args` is what was typed. Each subcommand has a file that turns it into writing on standard
//! output; what goes wrong comes back as a [`Failure`], and only this file says it on standard error.

mod args;
mod browse;
mod catalog;
mod console;
mod failure;
#[cfg(test)]
mod fixtures;
mod json;
mod lines;
mod list;
mod output;
mod page;
mod select;
mod show;
mod table;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use args::{Arguments, Subcommand};
use console::Console;
use failure::Failure;

pub use browse::Screen;

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

/// Runs the program with its arguments, the name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Status {
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = args::read(arguments).and_then(|arguments| perform(arguments, &mut out));
    // What was found is on its way before anything is said about what was not.
    let flushed = out.flush().map_err(Failure::from);
    outcome.and_then(|status| flushed.map(|()| status)).unwrap_or_else(|failure| {
        failure.write(&mut io::stderr().lock());
        failure.status()
    })
}

fn perform(arguments: Arguments, out: &mut impl Write) -> Result<Status, Failure> {
    let console = Console::of_process(arguments.color);
    match arguments.subcommand {
        None => browse::run(arguments.browse, &console, out),
        Some(Subcommand::List(list)) => list::run(&list, &console, out),
        Some(Subcommand::Show(show)) => show::run(&show, &console, out),
    }
}

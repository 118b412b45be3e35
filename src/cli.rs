//! The command line: what was typed, and what it means.
//!
//! `args` is what was typed. Each subcommand has a file that turns it into writing on standard
//! output; what goes wrong comes back as a value, and only this file says it on standard error.

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
mod notes;
mod opening;
mod output;
mod page;
mod select;
mod show;
mod table;
mod unread;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use args::{Arguments, Browse, List, Show, Subcommand};
use console::Console;
use failure::Failure;
use notes::Notes;
use opening::Opening;

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
    args::read(arguments).and_then(perform).unwrap_or_else(|failure| {
        failure.write(&mut io::stderr().lock());
        failure.status()
    })
}

fn perform(arguments: Arguments) -> Result<Status, Failure> {
    let console = Console::of_process(arguments.color);
    let settings = catalog::settings(arguments.offline);
    match arguments.subcommand {
        // The screen writes to the terminal by itself: no lock on standard output may be held.
        None if console.is_terminal() => {
            let opening = Opening::choose(&arguments.browse.paths, arguments.sample);
            noting(|notes| browse::show_screen(arguments.browse, opening, &console, settings, notes))
        }
        None => print(|out, notes| {
            let paths = Opening::choose_noting(&arguments.browse.paths, arguments.sample, notes);
            let browse = Browse { paths, ..arguments.browse };
            browse::write_list(&browse, &console, &settings, out, notes)
        }),
        Some(Subcommand::List(list)) => print(|out, notes| {
            let paths = Opening::choose_noting(&list.paths, arguments.sample, notes);
            list::run(&List { paths, ..list }, &console, &settings, out, notes)
        }),
        Some(Subcommand::Show(show)) => print(|out, notes| {
            let paths = Opening::choose_noting(&show.paths, arguments.sample, notes);
            show::run(&Show { paths, ..show }, &console, &settings, out, notes)
        }),
    }
}

/// Prints on standard output. What was found is on its way before anything is said about what was
/// not.
fn print(
    write: impl FnOnce(&mut BufWriter<io::StdoutLock<'static>>, &mut Notes) -> Result<Status, Failure>,
) -> Result<Status, Failure> {
    noting(|notes| {
        let mut out = BufWriter::new(io::stdout().lock());
        let outcome = write(&mut out, notes);
        let flushed = out.flush().map_err(Failure::from);
        outcome.and_then(|status| flushed.map(|()| status))
    })
}

/// Says what was noted on the way. A run that went well without something that was named did not go
/// well, as with `cat` and `grep`.
fn noting(run: impl FnOnce(&mut Notes) -> Result<Status, Failure>) -> Result<Status, Failure> {
    let mut notes = Notes::default();
    let outcome = run(&mut notes);
    notes.write(&mut io::stderr().lock());
    if !notes.is_incomplete() {
        return outcome;
    }
    match outcome {
        Ok(Status::Success | Status::NothingFound) => Ok(Status::Failure),
        Ok(status) => Ok(status),
        Err(failure) => Err(failure.of_incomplete_run()),
    }
}

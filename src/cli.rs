//! The command line: what was typed, and what it means.
//!
//! `args` is what was typed. Each subcommand has a file that turns it into writing on standard
//! output; what goes wrong comes back as a value, and only this file says it on standard error.

mod args;
mod browse;
mod catalog;
mod check;
mod compare;
mod configuration;
mod console;
mod export;
mod facets;
mod failure;
mod list;
mod notes;
mod opening;
mod select;
mod setup;
mod show;
mod stats;
mod table;
mod unread;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use args::check::Check;
use args::{Arguments, Browse, Export, Facets, List, Show, Stats, Subcommand};
use console::Console;
use failure::Failure;
use notes::Notes;
use opening::Opening;
use setup::Setup;

use crate::markdown::glyphs;
use crate::shell::stdin_probe;
use crate::write::output::Out;

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
    #[cfg(unix)]
    crate::shell::outlive_size_limit();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // Also help and complaints are written in plain characters: before the arguments are understood.
    glyphs::use_ascii(console::is_ascii(args::ascii(&arguments)));
    concluded(args::read(arguments).and_then(perform), Out::stderr)
}

/// Runs a subcommand with its arguments, the name of the program first, and writes to `out` and `err` in
/// place of the streams of the process: for benches. With a `width` (display cells) it writes as to a terminal.
#[must_use]
pub fn run_to(
    arguments: impl IntoIterator<Item = OsString>,
    width: Option<usize>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Status {
    let outcome = args::read(arguments).and_then(|arguments| {
        let setup = Setup { console: Console { width, color: false }, ..Setup::of(&arguments) };
        print(arguments, &setup, Out::to(out), || Out::to(&mut *err))
    });
    concluded(outcome, || Out::to(err))
}

/// How a run ended; writes why it ended early. `err` is opened only then.
fn concluded<'e>(outcome: Result<Status, Failure>, err: impl FnOnce() -> Out<'e>) -> Status {
    outcome.unwrap_or_else(|failure| failure.end(&mut err()))
}

fn perform(arguments: Arguments) -> Result<Status, Failure> {
    let setup = Setup::of(&arguments);
    glyphs::use_ascii(console::is_ascii(arguments.ascii));
    match arguments.subcommand {
        None if setup.console.is_terminal() && !console::shows_screen() => {
            let failure = Failure::could_not_run("this terminal shows no screen (TERM=dumb)");
            Err(failure.with_hint("`mentor-tui list` and `mentor-tui show` write text"))
        }
        // The screen writes to the terminal by itself: no lock on standard output may be held.
        None if setup.console.is_terminal() => {
            let mut opening = Opening::choose(&arguments.browse.paths, arguments.sample);
            let is_unnamed = arguments.browse.paths.is_empty() && !arguments.sample;
            if is_unnamed && stdin_probe::is_given() {
                opening.notice.get_or_insert_with(|| INPUT_UNREAD.to_owned());
            }
            noting(Out::stderr, |notes| {
                let outcome = browse::show_screen(arguments.browse, opening, setup, notes);
                note_input(is_unnamed, notes);
                outcome
            })
        }
        None if arguments.browse.print.is_some() => {
            let failure = Failure::could_not_run("there is no terminal to draw on");
            Err(failure.with_hint("`mentor-tui list` and `mentor-tui export` need none"))
        }
        _ => {
            let out = Out::stdout(setup.console.color);
            print(arguments, &setup, out, Out::stderr)
        }
    }
}

/// Runs a subcommand, or without one lists. What was found is on its way before anything is said about
/// what was not.
fn print<'e>(
    arguments: Arguments,
    setup: &Setup,
    mut out: Out<'_>,
    err: impl FnOnce() -> Out<'e>,
) -> Result<Status, Failure> {
    noting(err, |notes| {
        let outcome = write(arguments, setup, &mut out, notes);
        let flushed = out.flush().map_err(Failure::from);
        outcome.and_then(|status| flushed.map(|()| status))
    })
}

fn write(
    arguments: Arguments,
    setup: &Setup,
    out: &mut Out<'_>,
    notes: &mut Notes,
) -> Result<Status, Failure> {
    setup.configuration.note(notes);
    let mut is_unnamed = false;
    let mut opened = |paths: &[_], notes: &mut _| {
        is_unnamed = paths.is_empty() && !arguments.sample;
        Opening::choose_noting(paths, arguments.sample, notes)
    };
    let outcome = match arguments.subcommand {
        None => {
            let paths = opened(&arguments.browse.paths, notes);
            let browse = Browse { paths, ..arguments.browse };
            browse::write_list(&browse, setup, out, notes)
        }
        Some(Subcommand::Check(check)) => {
            // A page or a schema is about no listing.
            let is_page = check.schema || check.explain.is_some();
            let paths = if is_page { Vec::new() } else { opened(&check.paths, notes) };
            let check = Check { paths, ..check };
            check::run(&check, setup, out, notes)
        }
        Some(Subcommand::List(list)) => {
            let paths = opened(&list.paths, notes);
            list::run(&List { paths, ..list }, setup, out, notes)
        }
        Some(Subcommand::Show(show)) => {
            let paths = opened(&show.paths, notes);
            show::run(&Show { paths, ..show }, setup, out, notes)
        }
        Some(Subcommand::Facets(facets)) => {
            let paths = opened(&facets.paths, notes);
            facets::run(&Facets { paths, ..facets }, setup, out, notes)
        }
        Some(Subcommand::Stats(stats)) => {
            let paths = opened(&stats.paths, notes);
            stats::run(&Stats { paths, ..stats }, setup, out, notes)
        }
        Some(Subcommand::Export(export)) => {
            let paths = opened(&export.paths, notes);
            export::run(&Export { paths, ..export }, setup, out, notes)
        }
    };
    note_input(is_unnamed, notes);
    outcome
}

/// What whoever pipes a listing in without naming it may not expect.
const INPUT_UNREAD: &str = "standard input is not read; name it with -";

/// Says that standard input was not read where nothing was named and something waits there. At the
/// end of a run, so that who writes into the pipe has had the time to.
fn note_input(is_unnamed: bool, notes: &mut Notes) {
    if is_unnamed && stdin_probe::waits() {
        notes.remark(&INPUT_UNREAD);
    }
}

/// Says what was noted on the way. A run that went well without something that was named did not go
/// well, as with `cat` and `grep`.
fn noting<'e>(
    err: impl FnOnce() -> Out<'e>,
    run: impl FnOnce(&mut Notes) -> Result<Status, Failure>,
) -> Result<Status, Failure> {
    let mut notes = Notes::default();
    let outcome = run(&mut notes);
    notes.write(&mut err());
    if !notes.is_incomplete() {
        return outcome;
    }
    match outcome {
        Ok(Status::Success | Status::NothingFound) => Ok(Status::Failure),
        Ok(status) => Ok(status),
        Err(failure) => Err(failure.of_incomplete_run()),
    }
}

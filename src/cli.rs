//! The command line: arguments, subcommands, and the exit status.
//!
//! `args` is what was typed. Each subcommand has a file that turns it into writing on standard
//! output; what goes wrong comes back as a value, and only this file says it on standard error.

mod about;
mod args;
mod base;
mod beginning;
mod browse;
mod catalog;
mod check;
mod compare;
mod completions;
mod config;
mod configuration;
mod console;
mod context;
mod diff;
mod doctor;
mod error;
mod export;
mod facets;
mod inputs;
mod issues;
mod list;
mod live;
mod man;
mod messages;
mod paging;
mod reading;
mod readings;
mod saved;
mod select;
mod shortlist;
mod show;
mod similar;
mod start;
mod stats;
mod status;
mod table;
mod themes;
mod unread;
mod when;

use std::ffi::OsString;
use std::io::Write;

use args::{Arguments, Subcommand};
use console::Console;
use context::Context;
use error::CliError;
use inputs::Inputs;
use live::Overrides;
use messages::Messages;

use crate::markdown::glyphs;
use crate::shell::stdin_probe;
use crate::write::output::Out;

pub use config::markdown_table as settings_table;
pub use status::Status;

/// Runs the program with its arguments, the name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Status {
    #[cfg(unix)]
    crate::shell::outlive_size_limit();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // Also help and complaints are written in plain characters: before the arguments are understood.
    glyphs::use_ascii(console::is_ascii(args::ascii(&arguments).unwrap_or_default()));
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
    let outcome = args::read(arguments).and_then(|mut arguments| {
        let context = Context { console: Console { width, color: false }, ..Context::of(&arguments) };
        saved::take(&mut arguments, &context.configuration)?;
        print(arguments, &context, Out::to(out), || Out::to(&mut *err))
    });
    concluded(outcome, || Out::to(err))
}

/// How a run ended; writes why it ended early. `err` is opened only then.
fn concluded<'e>(outcome: Result<Status, CliError>, err: impl FnOnce() -> Out<'e>) -> Status {
    outcome.unwrap_or_else(|error| error.end(&mut err()))
}

fn perform(mut arguments: Arguments) -> Result<Status, CliError> {
    let context = Context::of(&arguments);
    saved::take(&mut arguments, &context.configuration)?;
    glyphs::use_ascii(console::is_ascii(arguments.ascii.unwrap_or(context.configuration.ui.ascii)));
    match arguments.subcommand {
        None if context.console.is_terminal() && !console::shows_screen() => {
            let error = CliError::could_not_run("this terminal cannot show the screen (TERM=dumb)");
            Err(error.with_hint("`mentor-tui list` and `mentor-tui show` print text"))
        }
        // The screen writes to the terminal by itself: no lock on standard output may be held.
        None if context.console.is_terminal() => {
            let mut inputs = Inputs::choose(&arguments.browse.listings.paths, arguments.sample);
            let is_unnamed = arguments.browse.listings.paths.is_empty() && !arguments.sample;
            let is_first = is_unnamed && inputs == Inputs::default();
            if arguments.browse.start {
                // Nothing is contacted before something is chosen there.
                inputs = Inputs::choose(&[], true);
            }
            let begins = arguments.browse.start || (is_first && !arguments.browse.asks());
            if is_unnamed && stdin_probe::is_given() {
                inputs.notice.get_or_insert_with(|| INPUT_UNREAD.to_owned());
            }
            let Arguments { browse, ascii, configure, .. } = arguments;
            let overrides = Overrides::new(&browse, ascii, configure, context.console.color, &inputs.paths)?;
            noting(Out::stderr, |messages| {
                let outcome = browse::show_screen(browse, overrides, (inputs, begins), context, messages);
                note_input(is_unnamed, messages);
                outcome
            })
        }
        None if arguments.browse.print.is_some() => {
            let error = CliError::could_not_run("there is no terminal to draw on");
            Err(error.with_hint("`mentor-tui list` and `mentor-tui export` need none"))
        }
        _ => {
            let color = context.console.color;
            let pages = !arguments.is_endless() && paging::is_wanted();
            let out = if pages { Out::nowhere(color) } else { Out::stdout(color) };
            print(arguments, &context, out, Out::stderr)
        }
    }
}

/// Runs a subcommand, or without one lists. What was found is on its way before anything is said about
/// what was not.
fn print<'e>(
    arguments: Arguments,
    context: &Context,
    mut out: Out<'_>,
    err: impl FnOnce() -> Out<'e>,
) -> Result<Status, CliError> {
    noting(err, |messages| {
        let outcome = write(arguments, context, &mut out, messages);
        let written = paging::end(out).map_err(CliError::from).map(|complaint| {
            if let Some(complaint) = complaint {
                messages.warn(&complaint);
            }
        });
        outcome.and_then(|status| written.map(|()| status))
    })
}

fn write(
    mut arguments: Arguments,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    if let Some(Subcommand::Config(config)) = &arguments.subcommand {
        return config::run(config, &context.configuration, out);
    }
    // Its report has them already.
    if !matches!(arguments.subcommand, Some(Subcommand::Doctor)) {
        context.configuration.note(messages);
    }
    let is_sample = arguments.sample;
    let mut is_unnamed = false;
    if let Some(paths) = arguments.paths_mut() {
        is_unnamed = paths.is_empty() && !is_sample;
        *paths = Inputs::choose_noting(paths, is_sample, messages);
    }
    let outcome = match &arguments.subcommand {
        None => browse::write_list(&arguments.browse, context, out, messages),
        Some(Subcommand::Check(check)) => check::run(check, context, out, messages),
        Some(Subcommand::List(list)) => list::run(list, context, out, messages),
        Some(Subcommand::Show(show)) => show::run(show, context, out, messages),
        Some(Subcommand::Status(status)) => issues::run(status, context, out, messages),
        Some(Subcommand::Similar(similar)) => similar::run(similar, context, out, messages),
        Some(Subcommand::Facets(facets)) => facets::run(facets, context, out, messages),
        Some(Subcommand::Stats(stats)) => stats::run(stats, context, out, messages),
        Some(Subcommand::Diff(diff)) => diff::run(diff, context, out, messages),
        Some(Subcommand::About(about)) => about::run(about, context, out, messages),
        Some(Subcommand::Export(export)) => export::run(export, context, out, messages),
        Some(Subcommand::Shortlist(arguments)) => shortlist::run(arguments, context, out, messages),
        Some(Subcommand::Config(config)) => config::run(config, &context.configuration, out),
        Some(Subcommand::Theme(theme)) => themes::run(theme, out),
        Some(Subcommand::Completions(typed)) => completions::run(typed, out),
        Some(Subcommand::Man) => man::run(out),
        Some(Subcommand::Doctor) => doctor::run(context, out),
    };
    note_input(is_unnamed, messages);
    outcome
}

/// The hint for somebody who pipes a listing in without naming it.
const INPUT_UNREAD: &str = "standard input is not read; add - to read it";

/// Says that standard input was not read where nothing was named and something waits there. At the
/// end of a run, so that who writes into the pipe has had the time to.
fn note_input(is_unnamed: bool, messages: &mut Messages) {
    if is_unnamed && stdin_probe::waits() {
        messages.warn(&INPUT_UNREAD);
    }
}

/// Says what was noted on the way. A run that went well without something that was named did not go
/// well, as with `cat` and `grep`.
fn noting<'e>(
    err: impl FnOnce() -> Out<'e>,
    run: impl FnOnce(&mut Messages) -> Result<Status, CliError>,
) -> Result<Status, CliError> {
    let mut messages = Messages::default();
    let outcome = run(&mut messages);
    messages.write(&mut err());
    if !messages.is_incomplete() {
        return outcome;
    }
    match outcome {
        Ok(Status::Success | Status::NothingFound) => Ok(Status::Failure),
        Ok(status) => Ok(status),
        Err(error) => Err(error.of_incomplete_run()),
    }
}

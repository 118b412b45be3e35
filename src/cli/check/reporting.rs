//! The report of a check, written where it was asked for, and the exit status.

#![expect(clippy::disallowed_methods, reason = "GitHub names the file for its summary in the environment")]

use std::env;
use std::path::Path;

use super::{places, scope};
use crate::check::report::{self, Github, Report, ReportFormat};
use crate::check::{Diagnostic, Threshold};
use crate::cli::args::check::CheckArgs;
use crate::cli::console::Console;
use crate::cli::error::CliError;
use crate::cli::messages::Messages;
use crate::cli::status::Status;
use crate::model::{Catalog, SafeText};
use crate::write::file;
use crate::write::output::Out;

/// The width of a report that does not go to a terminal.
pub(super) const WIDTH: usize = 100;

/// Writes the report where it was asked for.
pub(super) fn write(
    typed: &CheckArgs,
    catalog: &Catalog,
    found: &[Diagnostic],
    console: &Console,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<(), CliError> {
    let to_terminal = typed.output_file.is_none() && console.is_terminal();
    let format = format(typed.output_format, to_terminal);
    let width = console.width.filter(|_| to_terminal).unwrap_or(WIDTH);
    let color = console.color && typed.output_file.is_none();
    let mut report = Report::new(catalog, found, width, color).about(scope::count(catalog, typed)?);
    if matches!(format, ReportFormat::Github | ReportFormat::Sarif) {
        report = report.called(places::in_repository(catalog));
    }
    let text = match (typed.statistics, format) {
        (true, format) => report.statistics(format == ReportFormat::Json),
        (false, format) => report.write(format),
    };
    if let Some(path) = &typed.output_file {
        file::write_file(path, |out| out.append(&text))
            .map_err(|error| CliError::not_written(path, error))?;
    } else if !typed.quiet {
        out.append(&text)?;
    }
    if format == ReportFormat::Github && !typed.statistics {
        add_to_step_summary(&Github::new(&report).summary, messages);
    }
    if !typed.quiet && matches!(format, ReportFormat::Full | ReportFormat::Concise) {
        let sentence = summary(&report, found);
        // With a report in a pipe it would be one line too many.
        if to_terminal {
            out.lines(&report::in_lines(&sentence, width))?;
        } else {
            messages.info(&sentence);
        }
    }
    Ok(())
}

/// The last line of a report for people.
fn summary(report: &Report<'_>, found: &[Diagnostic]) -> String {
    let mut sentence = report.summary().sentence();
    if let Some(found) = found.iter().find(|found| !found.suppressed) {
        sentence += &format!(" Explain: mentor-tui check --explain {}", found.rule.code);
    }
    sentence
}

/// The format of a report: the one that was typed, else for people on a terminal and for programs elsewhere.
pub(super) fn format(typed: Option<ReportFormat>, to_terminal: bool) -> ReportFormat {
    typed.unwrap_or(if to_terminal { ReportFormat::Full } else { ReportFormat::Concise })
}

/// Whether what was found makes the run fail.
pub(super) fn status(threshold: Threshold, found: &[Diagnostic]) -> Status {
    let fails = found.iter().any(|found| !found.suppressed && threshold.is_met(found.severity));
    if fails { Status::NothingFound } else { Status::Success }
}

/// Appends to the summary of the workflow's step, where GitHub names a file for it.
fn add_to_step_summary(summary: &SafeText, messages: &mut Messages) {
    let Some(path) = env::var_os("GITHUB_STEP_SUMMARY") else { return };
    if let Err(error) = file::append_to_file(Path::new(&path), summary) {
        messages.warn(&format!("cannot write {}: {error}", Path::new(&path).display()));
    }
}

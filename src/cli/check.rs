//! `check`: what is wrong in listings, and the ways to mend it.

#![expect(clippy::disallowed_methods, reason = "GitHub names the file for its summary in the environment")]

mod base;
mod changed;
mod configured;
mod mend;
mod places;
mod scope;
mod watch;

use std::env;
use std::path::{Path, PathBuf};

use base::Base;
use configured::Configured;

use super::Status;
use super::args::check::{Check, OutputFormat};
use super::catalog;
use super::configuration::Configuration;
use super::console::Console;
use super::failure::Failure;
use super::notes::Notes;
use super::setup::Setup;
use crate::check::report::{self, Format, Github, Report};
use crate::check::{self, Diagnostic, Threshold, fix, rules};
use crate::loading;
use crate::model::{Catalog, SafeText};
use crate::write::file;
use crate::write::output::Out;

/// The width of a report that does not go to a terminal.
const WIDTH: usize = 100;

/// Checks what was named.
pub(super) fn run(
    typed: &Check,
    setup: &Setup,
    out: &mut Out<'_>,
    notes: &mut Notes,
) -> Result<Status, Failure> {
    let (console, sources) = (&setup.console, &setup.settings);
    if typed.schema {
        out.lines(report::SCHEMA)?;
        return Ok(Status::Success);
    }
    if let Some(rule) = &typed.explain {
        return explain(rule, typed.output_format, console, out).map(|()| Status::Success);
    }
    let Configured { settings, threshold } = configured::read(typed, &setup.configuration, notes)?;
    if typed.watch {
        return watch::run(typed, &settings, threshold, console, sources, out, notes);
    }
    // What was found decides the status, also when nobody reads it to the end.
    out.outlive_reader();
    let mut catalog = catalog::load(&typed.paths, sources, notes)?.catalog;
    expect_proposals(&catalog)?;
    scope::count(&catalog, typed)?;
    if typed.fix || typed.unsafe_fixes || typed.diff {
        let mended = mend::mend(&catalog, &settings, typed, out, notes)?;
        if typed.diff {
            return Ok(if mended { Status::NothingFound } else { Status::Success });
        }
        if mended {
            catalog = catalog::load(&typed.paths, sources, notes)?.catalog;
        }
    }
    let found = findings(&catalog, &settings, typed)?;
    write(typed, &catalog, &found, console, out, notes)?;
    Ok(status(threshold, &found))
}

/// What the check of these paths keeps to when nothing else is typed, for the screen; and what of it was not
/// understood, in a sentence.
pub(super) fn settings(
    paths: &[PathBuf],
    configuration: &Configuration,
) -> (check::Settings, Option<String>) {
    let mut notes = Notes::default();
    let typed = Check { paths: paths.to_vec(), ..Check::default() };
    match configured::read(&typed, configuration, &mut notes) {
        Ok(Configured { settings, .. }) => (settings, notes.pop()),
        Err(failure) => (check::Settings::default(), Some(failure.sentence())),
    }
}

/// What there is to say about a catalog, as far as it was asked for.
fn findings(
    catalog: &Catalog,
    settings: &check::Settings,
    typed: &Check,
) -> Result<Vec<Diagnostic>, Failure> {
    let mut found = check::run(catalog, settings);
    // What cannot be mended is not said to be: the screen tells why when it is asked to.
    found = scope::scoped(catalog, found, typed, base(catalog, typed)?.as_ref())?;
    // Without a report nobody is told what can be mended. That for GitHub goes to a file, too.
    let is_told = !typed.quiet || typed.output_file.is_some();
    if is_told || typed.output_format == Some(OutputFormat::Github) {
        for group in found.chunk_by_mut(|one, next| one.listing == next.listing) {
            if let Some(listing) = group.first().map(|found| &catalog.listings()[found.listing]) {
                fix::prove(listing, settings, group, check::Applicability::Unsafe);
            }
        }
    }
    Ok(found)
}

/// What was there at the revision since which findings are asked for, if one is.
fn base(catalog: &Catalog, typed: &Check) -> Result<Option<Base>, Failure> {
    typed.diff_base.as_deref().map(|revision| Base::of(catalog, revision)).transpose()
}

/// Writes the report where it was asked for.
fn write(
    typed: &Check,
    catalog: &Catalog,
    found: &[Diagnostic],
    console: &Console,
    out: &mut Out<'_>,
    notes: &mut Notes,
) -> Result<(), Failure> {
    let to_terminal = typed.output_file.is_none() && console.is_terminal();
    let format = format(typed.output_format, to_terminal);
    let width = console.width.filter(|_| to_terminal).unwrap_or(WIDTH);
    let color = console.color && typed.output_file.is_none();
    let mut report = Report::new(catalog, found, width, color).about(scope::count(catalog, typed)?);
    if matches!(format, Format::Github | Format::Sarif) {
        report = report.called(places::in_repository(catalog));
    }
    let text = match (typed.statistics, format) {
        (true, format) => report.statistics(format == Format::Json),
        (false, format) => report.write(format),
    };
    if let Some(path) = &typed.output_file {
        file::write_file(path, |out| out.append(&text))
            .map_err(|error| Failure::not_written(path, &error))?;
    } else if !typed.quiet {
        out.append(&text)?;
    }
    if format == Format::Github && !typed.statistics {
        add_to_step_summary(&Github::new(&report).summary, notes);
    }
    if !typed.quiet && matches!(format, Format::Full | Format::Concise) {
        let sentence = summary(&report, found);
        // With a report in a pipe it would be one line too many.
        if to_terminal {
            out.lines(&report::in_lines(&sentence, width))?;
        } else {
            notes.say(&sentence);
        }
    }
    Ok(())
}

/// What a person sees below everything.
fn summary(report: &Report<'_>, found: &[Diagnostic]) -> String {
    let mut sentence = report.summary().sentence();
    if let Some(found) = found.iter().find(|found| !found.suppressed) {
        sentence += &format!(" Explain: mentor-tui check --explain {}", found.rule.code);
    }
    sentence
}

fn format(typed: Option<OutputFormat>, to_terminal: bool) -> Format {
    match typed {
        Some(OutputFormat::Full) => Format::Full,
        Some(OutputFormat::Json) => Format::Json,
        Some(OutputFormat::Github) => Format::Github,
        Some(OutputFormat::Sarif) => Format::Sarif,
        Some(OutputFormat::Markdown) => Format::Markdown,
        None if to_terminal => Format::Full,
        Some(OutputFormat::Concise) | None => Format::Concise,
    }
}

/// Whether what was found makes the run fail.
fn status(threshold: Threshold, found: &[Diagnostic]) -> Status {
    let fails = found.iter().any(|found| !found.suppressed && threshold.is_met(found.severity));
    if fails { Status::NothingFound } else { Status::Success }
}

/// A listing without proposals cannot be judged.
fn expect_proposals(catalog: &Catalog) -> Result<(), Failure> {
    loading::why_empty(catalog).map_or(Ok(()), |why| Err(Failure::could_not_run(why)))
}

/// Appends to the summary of the workflow's step, where GitHub names a file for it.
fn add_to_step_summary(summary: &SafeText, notes: &mut Notes) {
    let Some(path) = env::var_os("GITHUB_STEP_SUMMARY") else { return };
    if let Err(error) = file::append_to_file(Path::new(&path), summary) {
        notes.remark(&format!("cannot write {}: {error}", Path::new(&path).display()));
    }
}

/// Says what a rule is about, or every rule.
fn explain(
    name: &str,
    format: Option<OutputFormat>,
    console: &Console,
    out: &mut Out<'_>,
) -> Result<(), Failure> {
    let chosen = if name == "all" { rules::RULES.to_vec() } else { selected(name)? };
    if format == Some(OutputFormat::Json) {
        let rules: Vec<_> = chosen.iter().map(|rule| explained(rule)).collect();
        return Ok(out.json(&rules)?);
    }
    for (number, rule) in chosen.iter().enumerate() {
        if number > 0 {
            out.empty_line()?;
        }
        out.lines(&page(rule, console.width.filter(|_| console.is_terminal())))?;
    }
    Ok(())
}

/// The page of a rule; on a terminal its paragraphs are broken between words.
fn page(rule: &check::Rule, width: Option<usize>) -> String {
    let page = rule.page();
    let Some(width) = width else { return page };
    let mut fenced = false;
    let mut line = |line: &str| {
        fenced ^= line.starts_with("```");
        if fenced { line.to_owned() + "\n" } else { report::in_lines(line, width) + "\n" }
    };
    page.lines().map(&mut line).collect()
}

fn selected(name: &str) -> Result<Vec<&'static check::Rule>, Failure> {
    rules::selected(name).map_err(|unknown| unknown_rule(&unknown))
}

/// That a rule is not known; where none is near, how to see them all.
fn unknown_rule(unknown: &check::UnknownRule) -> Failure {
    let failure = Failure::could_not_run(unknown.to_string());
    if unknown.near.is_some() {
        failure
    } else {
        failure.with_hint("`mentor-tui check --explain all` tells every rule")
    }
}

fn explained(rule: &check::Rule) -> serde_json::Value {
    serde_json::json!({
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.name(),
        "pedantic": rule.pedantic,
        "fix": rule.fix.map(check::Applicability::name),
        "profiles": rule.rulesets.iter().map(|ruleset| ruleset.name()).collect::<Vec<_>>(),
        "summary": rule.summary,
        "page": rule.page(),
    })
}

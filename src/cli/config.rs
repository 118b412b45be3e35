//! `config`: where the configuration file is, what can stand in it, and what is wrong in it.

mod about;
mod checking;
mod defaults;
mod keys;
mod reference;
mod schema;

use std::path::{Path, PathBuf};

use super::args::{ConfigArgs, ConfigCommand};
use super::configuration::Configuration;
use super::error::CliError;
use super::status::Status;
use crate::desktop::Environment;
use crate::desktop::editor::Editor;
use crate::store::{config, paths};
use crate::write::output::Out;

/// Prints, checks or edits.
pub(super) fn run(
    arguments: &ConfigArgs,
    configuration: &Configuration,
    out: &mut Out<'_>,
) -> Result<Status, CliError> {
    match &arguments.command {
        ConfigCommand::Path => out.line(format_args!("{}", path(configuration)?.display()))?,
        ConfigCommand::Default => out.lines(&defaults::file())?,
        ConfigCommand::Schema => out.pretty_json(&schema::schema())?,
        ConfigCommand::Check { file: Some(file) } => return check(file, true, out),
        ConfigCommand::Check { file: None } => {
            return check(&path(configuration)?, configuration.is_named, out);
        }
        ConfigCommand::Edit => return edit(&path(configuration)?, out),
    }
    Ok(Status::Success)
}

/// The table of all settings, in Markdown.
#[must_use]
pub fn markdown_table() -> String {
    reference::markdown_table()
}

fn path(configuration: &Configuration) -> Result<PathBuf, CliError> {
    configuration.path.clone().ok_or_else(|| {
        CliError::could_not_run("no configuration file is read")
            .with_hint(format!("--config FILE or {} names one", paths::CONFIG_VARIABLE))
    })
}

/// Prints the mistakes. A file that was named has to exist.
fn check(path: &Path, is_named: bool, out: &mut Out<'_>) -> Result<Status, CliError> {
    let name = paths::tilde(path);
    if !is_named && path.symlink_metadata().is_err() {
        out.line(format_args!("{name}: no such file, so every setting has its default"))?;
        return Ok(Status::Success);
    }
    report(&checking::mistakes(path)?, &name, out)
}

fn report(mistakes: &[String], name: &str, out: &mut Out<'_>) -> Result<Status, CliError> {
    for mistake in mistakes {
        out.line(format_args!("{mistake}"))?;
    }
    if mistakes.is_empty() {
        out.line(format_args!("{name}: no mistakes"))?;
        return Ok(Status::Success);
    }
    Ok(Status::NothingFound)
}

/// Opens the file in the editor, at its first mistake, and prints the mistakes that are in it afterwards.
fn edit(path: &Path, out: &mut Out<'_>) -> Result<Status, CliError> {
    let name = paths::tilde(path);
    let editor = Editor::of(&Environment::from_process()).map_err(CliError::from_cause)?;
    if path.symlink_metadata().is_err() {
        config::create(path, &defaults::file())
            .map_err(|error| CliError::could_not_run(format!("cannot write {name}")).caused_by(error))?;
    }
    // The editor can repair a file that cannot be read.
    let line = checking::mistakes(path).map_or(1, |mistakes| checking::first_line(&mistakes, path));
    let failed = |why: String| {
        CliError::could_not_run(format!("{} failed: {why}", editor.name()))
            .with_hint("VISUAL or EDITOR names your editor")
    };
    let status = editor.command(path, line).and_then(|mut command| command.status());
    match status {
        Ok(status) if status.success() => report(&checking::mistakes(path)?, &name, out),
        Ok(status) => Err(failed(status.to_string())),
        Err(error) => Err(failed(error.to_string())),
    }
}

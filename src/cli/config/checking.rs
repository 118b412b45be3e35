//! `config check`: every mistake in a configuration file, in the order of its lines.

use std::path::Path;

use crate::cli::check;
use crate::cli::configuration::Configuration;
use crate::cli::error::CliError;
use crate::search::Query;
use crate::store::{check_config, paths};

/// The mistakes in a file, a sentence each with file, line and column. A file of that name in a project is one of a
/// project. None where there is no file.
///
/// # Errors
///
/// When the file is there and cannot be read.
pub(super) fn mistakes(path: &Path) -> Result<Vec<String>, CliError> {
    let name = paths::tilde(path);
    let unreadable = |error| CliError::could_not_run(format!("cannot read {name}")).caused_by(error);
    let mut mistakes = if check_config::is_of_project(path) {
        let (config, mut mistakes) = check_config::read(path, &name).map_err(unreadable)?;
        mistakes.extend(check::mistakes(&config));
        mistakes
    } else {
        let configuration = Configuration::of_file(path).map_err(unreadable)?;
        let mut mistakes: Vec<String> = configuration.complaints().map(str::to_owned).collect();
        mistakes.extend(check::mistakes(&configuration.file.check));
        for (name, filter) in &configuration.file.saved_filters {
            let notes = Query::parse(filter);
            let (place, name) = (&name.place, &name.text);
            mistakes
                .extend(notes.notes().iter().map(|note| format!("{place}: saved-filters.{name}: {note}")));
        }
        mistakes
    };
    mistakes.sort_by_key(|mistake| place(mistake, &name));
    Ok(mistakes)
}

/// The line and the column that a sentence begins with, behind the name of the file; at the end, if it has none.
fn place(mistake: &str, name: &str) -> (usize, usize) {
    let numbers = mistake.strip_prefix(name).and_then(|rest| rest.strip_prefix(':'));
    let mut numbers =
        numbers.into_iter().flat_map(|rest| rest.split(':')).map_while(|number| number.parse().ok());
    numbers.next().zip(numbers.next()).unwrap_or((usize::MAX, 0))
}

/// The line of the first mistake, from 1.
pub(super) fn first_line(mistakes: &[String], path: &Path) -> usize {
    let line = mistakes.first().map_or(1, |first| place(first, &paths::tilde(path)).0);
    if line == usize::MAX { 1 } else { line }
}

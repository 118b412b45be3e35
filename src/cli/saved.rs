//! Saved filters on the command line: `--saved NAME` is the filter of that name.

use super::args::{Arguments, Subcommand};
use super::configuration::Configuration;
use super::error::CliError;
use crate::store::hint;

/// Puts the saved filter that was asked for in the place of one that was typed.
///
/// # Errors
///
/// When the configuration has none of that name, the subcommand takes no filter, or another one was typed.
pub(super) fn take(arguments: &mut Arguments, configuration: &Configuration) -> Result<(), CliError> {
    let Some(name) = arguments.configure.saved.clone() else { return Ok(()) };
    let place = filter_mut(arguments);
    match &place {
        None => return Err(CliError::could_not_run("--saved is a filter, and this command takes none")),
        Some(Some(_)) => {
            return Err(CliError::could_not_run("--saved is a filter; leave it out, or --filter"));
        }
        Some(None) => {}
    }
    let filters = &configuration.file.saved_filters;
    let Some((_, filter)) = filters.iter().find(|(known, _)| known.text == name) else {
        let known: Vec<&str> = filters.iter().map(|(name, _)| name.text.as_str()).collect();
        let hint = match known.as_slice() {
            [] => "the table [saved-filters] of the configuration is empty".to_owned(),
            known => hint(&name, known),
        };
        return Err(CliError::could_not_run(format!("there is no saved filter {name:?}")).with_hint(hint));
    };
    if let Some(place) = place {
        *place = Some(filter.clone());
    }
    Ok(())
}

/// The filter that was typed; `None` for a subcommand that does not filter.
fn filter_mut(arguments: &mut Arguments) -> Option<&mut Option<String>> {
    match &mut arguments.subcommand {
        None => Some(&mut arguments.browse.filter),
        Some(Subcommand::List(list)) => Some(&mut list.filter),
        Some(Subcommand::Stats(stats)) => Some(&mut stats.filter),
        Some(Subcommand::Facets(facets)) => Some(&mut facets.filter),
        Some(Subcommand::Export(export)) => Some(&mut export.filter),
        Some(_) => None,
    }
}

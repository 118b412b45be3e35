//! `check`: what is wrong in listings, and the ways to fix it.

mod configured;
mod explain;
mod fixes;
mod places;
mod reporting;
mod scope;
mod watch;

use std::path::PathBuf;

use configured::ConfiguredCheck;

use super::args::Listings;
use super::args::check::CheckArgs;
use super::catalog;
use super::configuration::Configuration;
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::status::Status;
use crate::check;
use crate::check::report;
use crate::loading;
use crate::model::Catalog;
use crate::store::check_config::CheckConfig;
use crate::write::output::Out;

/// Checks what was named.
pub(super) fn run(
    typed: &CheckArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let (console, sources) = (&context.console, &context.settings);
    if typed.schema {
        out.lines(report::SCHEMA)?;
        return Ok(Status::Success);
    }
    if let Some(rule) = &typed.explain {
        return explain::explain(rule, typed.output_format, console, out).map(|()| Status::Success);
    }
    let ConfiguredCheck { settings, threshold } = configured::read(typed, &context.configuration, messages)?;
    if typed.watch {
        return watch::run(typed, &settings, threshold, console, sources, out, messages);
    }
    // The findings decide the status, also when the output is closed early.
    out.outlive_reader();
    let mut catalog = catalog::load(&typed.listings.paths, sources, messages)?.catalog;
    expect_proposals(&catalog)?;
    scope::count(&catalog, typed)?;
    if typed.fix || typed.unsafe_fixes || typed.diff {
        let mended = fixes::apply(&catalog, &settings, typed, out, messages)?;
        if typed.diff {
            return Ok(if mended { Status::NothingFound } else { Status::Success });
        }
        if mended {
            catalog = catalog::load(&typed.listings.paths, sources, messages)?.catalog;
        }
    }
    let found = scope::findings(&catalog, &settings, typed)?;
    reporting::write(typed, &catalog, &found, console, out, messages)?;
    Ok(reporting::status(threshold, &found))
}

/// The settings by which `check` would check these paths, for the screen, and a complaint about them.
pub(super) fn settings(
    paths: &[PathBuf],
    configuration: &Configuration,
) -> (check::Settings, Option<String>) {
    let mut messages = Messages::default();
    let typed = CheckArgs { listings: Listings { paths: paths.to_vec() }, ..CheckArgs::default() };
    match configured::read(&typed, configuration, &mut messages) {
        Ok(ConfiguredCheck { settings, .. }) => (settings, messages.pop()),
        Err(error) => (check::Settings::default(), Some(error.sentence())),
    }
}

/// The mistakes in a table `[check]`, a sentence each with its place.
pub(super) fn mistakes(written: &CheckConfig) -> Vec<String> {
    configured::mistakes(written)
}

/// A listing without proposals cannot be judged.
fn expect_proposals(catalog: &Catalog) -> Result<(), CliError> {
    loading::why_empty(catalog).map_or(Ok(()), |why| Err(CliError::could_not_run(why)))
}

//! `diff`: what is new, changed, continued or gone between two listings, or since a revision.

mod since;

use super::args::DiffArgs;
use super::catalog;
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::status::Status;
use crate::loading;
use crate::model::Catalog;
use crate::page::changes::{self, Comparison};
use crate::write::diff::{self, Compared};
use crate::write::output::Out;

/// The JSON Schema of what programs get.
const SCHEMA: &str = include_str!("../../assets/diff.schema.json");

/// Compares what was named. That nothing differs is said behind what there is to write, so that a program that reads
/// JSON always gets its envelope.
pub(super) fn run(
    typed: &DiffArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    if typed.schema {
        out.lines(SCHEMA)?;
        return Ok(Status::Success);
    }
    let settings = &context.settings;
    let (old, new) = match (&typed.since, typed.paths.as_slice()) {
        (None, [old, new]) => {
            let old = catalog::load(std::slice::from_ref(old), settings, messages)?.catalog;
            (old, catalog::load(std::slice::from_ref(new), settings, messages)?.catalog)
        }
        // The sample is always the same.
        (None, []) => {
            let sample = catalog::load(&[], settings, messages)?.catalog;
            (sample.clone(), sample)
        }
        (since, paths) => {
            let new = catalog::load(paths, settings, messages)?.catalog;
            let revision = since.as_deref().unwrap_or("HEAD");
            (since::catalog(&new, paths, revision, settings)?, new)
        }
    };
    note_empty(&old, messages);
    note_empty(&new, messages);
    let past = changes::all(&old);
    let comparison = Comparison::of(&past, &new);
    let compared = Compared { past: &past, catalog: &new, comparison: &comparison };
    diff::write(out, &compared, typed.format, context.console.width)?;
    if comparison.is_empty() {
        return Err(CliError::nothing_found("no proposal is new, changed, continued or gone"));
    }
    Ok(Status::Success)
}

/// A side without proposals may be meant, and may be a slip.
fn note_empty(catalog: &Catalog, messages: &mut Messages) {
    if let Some(why) = loading::why_empty(catalog).filter(|_| !catalog.listings().is_empty()) {
        messages.warn(&why);
    }
}

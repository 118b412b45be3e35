//! From what was named to the proposals in it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::error::CliError;
use super::messages::Messages;
use crate::loading::{self, LeftOut, Outcome};
use crate::model::{Catalog, Origin};
use crate::source::{FetchSettings, Plan, Proxies};
use crate::store::paths;

/// The proposals of all that was named.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The listings, in order.
    pub(super) catalog: Catalog,
    /// What the directories have besides.
    pub(super) left_out: LeftOut,
}

/// What reading has to keep to, for a run of the program.
pub(super) fn settings(offline: bool) -> FetchSettings {
    FetchSettings {
        offline,
        cache: paths::cache(),
        proxies: Proxies::from_environment(),
        ..FetchSettings::default()
    }
}

/// Reads the listings that were named. What cannot be read becomes a note, unless nothing at all can
/// be: then it is why the run ends.
pub(super) fn load(
    paths: &[PathBuf],
    settings: &FetchSettings,
    messages: &mut Messages,
) -> Result<Loaded, CliError> {
    let plan = Plan::of(paths);
    let origins: Vec<Origin> = plan.sources.iter().map(|source| source.origin.clone()).collect();
    let mut outcomes = BTreeMap::new();
    let read = |origin: &Origin| loading::read_one(origin, settings);
    loading::read_all(&origins, read, |at, outcome| drop(outcomes.insert(at, outcome)));
    let outcomes: Vec<Outcome> = outcomes.into_values().collect();
    plan.failures.iter().for_each(|error| messages.missing(error));
    plan.problems.iter().for_each(|problem| messages.warn(problem));
    let holds: Vec<_> = outcomes.iter().map(holds_proposals).collect();
    plan.without_proposals(|at| holds[at]).iter().for_each(|barren| messages.missing(barren));

    let mut left_out = LeftOut { barren: 0, skipped: plan.skipped };
    let mut catalog = Catalog::default();
    for (source, outcome) in plan.sources.iter().zip(outcomes) {
        match outcome {
            Ok((listing, _)) if !source.named && listing.proposals.is_empty() => left_out.barren += 1,
            Ok((listing, stale)) => {
                if let Some(stale) = stale {
                    messages.warn(&stale);
                }
                catalog.push(listing);
            }
            Err(error) if source.named => messages.missing(&error),
            Err(error) => messages.warn(&error),
        }
    }
    if !catalog.listings().is_empty() {
        for sentence in loading::barren(&catalog) {
            messages.warn(&sentence);
        }
        // Where nothing holds any, that is no detail.
        left_out.barren *= usize::from(!catalog.is_empty());
        return Ok(Loaded { catalog, left_out });
    }
    Err(CliError::could_not_run(messages.pop().unwrap_or_else(|| "there is nothing to read".to_owned())))
}

fn holds_proposals(outcome: &Outcome) -> bool {
    outcome.as_ref().is_ok_and(|(listing, _)| !listing.proposals.is_empty())
}

/// Whether it is the listing that is built in.
pub(super) fn is_sample(catalog: &Catalog) -> bool {
    catalog.listings().iter().any(|listing| *listing.document.origin() == Origin::Sample)
}

/// Fails where there are no proposals, and says what there is instead.
pub(super) fn expect_proposals(catalog: &Catalog) -> Result<(), CliError> {
    loading::why_empty(catalog).map_or(Ok(()), |why| Err(CliError::nothing_found(why)))
}

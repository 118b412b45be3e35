//! From what was named to the proposals in it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::error::CliError;
use super::messages::Messages;
use crate::loading::{self, Folders, LeftOut, Loading, Taken};
use crate::markdown::missed;
use crate::model::{Catalog, Origin};
use crate::source::{FetchSettings, Plan, Proxies};
use crate::store::paths;

/// The proposals of all that was named.
#[derive(Debug)]
pub(super) struct LoadedListings {
    /// The listings, in order.
    pub(super) catalog: Catalog,
    /// The files of the directories that are not listed.
    pub(super) left_out: LeftOut,
}

/// The settings of reading, for a run of the program.
pub(super) fn settings(offline: bool) -> FetchSettings {
    FetchSettings {
        offline,
        cache: paths::cache(),
        proxies: Proxies::from_environment(),
        ..FetchSettings::default()
    }
}

/// Reads the named listings. A document that cannot be read becomes a note; if none can be read, the last note is the
/// error.
pub(super) fn load(
    paths: &[PathBuf],
    settings: &FetchSettings,
    messages: &mut Messages,
) -> Result<LoadedListings, CliError> {
    read(paths, settings, messages, false)
}

/// The same for who asks about dates: a document, or a directory, without proposals will do where it names some.
pub(super) fn load_dated(
    paths: &[PathBuf],
    settings: &FetchSettings,
    messages: &mut Messages,
) -> Result<LoadedListings, CliError> {
    read(paths, settings, messages, true)
}

fn read(
    paths: &[PathBuf],
    settings: &FetchSettings,
    messages: &mut Messages,
    pages_will_do: bool,
) -> Result<LoadedListings, CliError> {
    let mut loading = Loading::new(Plan::of(paths));
    let mut outcomes = BTreeMap::new();
    let origins = loading.origins();
    let folders = Folders::of(&origins, settings);
    let read = |origin: &Origin| loading::read_one(origin, settings, &folders);
    loading::read_all(&origins, read, |at, outcome| drop(outcomes.insert(at, outcome)));
    settings.readings.complaints().iter().for_each(|complaint| messages.warn(complaint));
    loading.plan.failures.iter().for_each(|failure| messages.missing(failure));
    loading.plan.problems.iter().for_each(|problem| messages.warn(problem));
    let taken: Vec<_> = outcomes.into_iter().map(|(at, outcome)| loading.take(at, outcome)).collect();
    let has_pages =
        taken.iter().any(|taken| matches!(taken, Taken::WithoutProposals(pages) if !pages.is_empty()));
    let will_do = pages_will_do && has_pages;
    loading.finish().iter().filter(|_| !will_do).for_each(|error| messages.missing(error));

    let mut catalog = Catalog::default();
    for taken in taken {
        match taken {
            Taken::Listings { listings, stale, problems } => {
                if let Some(stale) = stale {
                    messages.warn(&stale);
                }
                for problem in problems {
                    messages.warn(&problem);
                }
                for listing in listings {
                    catalog.push(listing);
                }
            }
            Taken::WithoutProposals(pages) => pages.into_iter().for_each(|page| catalog.keep_page(page)),
            Taken::Failed { error, named: true } => messages.missing(&error),
            Taken::Failed { error, named: false } => messages.warn(&error),
        }
    }
    if !catalog.listings().is_empty() || will_do {
        for sentence in loading::without_proposals(&catalog).iter().filter(|_| !pages_will_do) {
            messages.warn(sentence);
        }
        let mut left_out = loading.left_out();
        // Without any proposal the number of files without one is no news.
        left_out.without_proposals *= usize::from(!catalog.is_empty());
        return Ok(LoadedListings { catalog, left_out });
    }
    Err(CliError::could_not_run(messages.pop().unwrap_or_else(|| "there is nothing to read".to_owned())))
}

/// Notes what looks like a proposal and was not read as one.
pub(super) fn note_missed(catalog: &Catalog, messages: &mut Messages) {
    if let Some(sentence) = missed::sentence(catalog) {
        messages.warn(&sentence);
    }
}

/// Whether it is the listing that is built in.
pub(super) fn is_sample(catalog: &Catalog) -> bool {
    catalog.listings().iter().any(|listing| *listing.document.origin() == Origin::Sample)
}

/// Fails where there are no proposals, and says what there is instead.
pub(super) fn expect_proposals(catalog: &Catalog) -> Result<(), CliError> {
    loading::why_empty(catalog).map_or(Ok(()), |why| Err(CliError::nothing_found(why)))
}

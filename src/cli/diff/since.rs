//! The proposals as they were at a revision.

use std::path::{Path, PathBuf};

use crate::cli::base::Base;
use crate::cli::error::CliError;
use crate::loading::Folders;
use crate::model::{Catalog, Document};
use crate::parse;
use crate::source::FetchSettings;

/// The catalog of the same paths at a revision: its documents as they were, and those that have left its directories.
///
/// # Errors
///
/// When git cannot be asked, or there is no such revision.
pub(super) fn catalog(
    now: &Catalog,
    paths: &[PathBuf],
    revision: &str,
    settings: &FetchSettings,
) -> Result<Catalog, CliError> {
    let folders: Vec<&Path> = paths.iter().map(PathBuf::as_path).filter(|path| path.is_dir()).collect();
    let documents = Base::with_others(now, &folders, revision)?.into_documents(now);
    let documents: Vec<Document> =
        documents.into_iter().map(|document| settings.readings.told(document)).collect();
    let forms = Folders::of_documents(&documents);
    let listings = documents.into_iter().map(|document| {
        let form = forms.of_origin(document.origin());
        parse::listing_in(document, form)
    });
    Ok(Catalog::new(listings.filter(|listing| !listing.proposals.is_empty()).collect()))
}

//! From a path to the proposals in it.

use std::path::Path;

use super::failure::Failure;
use crate::model::{Catalog, Document, Origin};
use crate::{parse, source};

/// Reads the listing that was named: a path, `-` for standard input, nothing for the sample.
pub(super) fn load(path: Option<&Path>) -> Result<Catalog, Failure> {
    let document = source::load(&origin(path))?;
    Ok(Catalog::new(vec![parse::listing(document)]))
}

fn origin(path: Option<&Path>) -> Origin {
    match path {
        None => Origin::Sample,
        Some(path) if path.as_os_str() == "-" => Origin::Stdin,
        Some(path) => Origin::File(path.to_owned()),
    }
}

/// The name of what was read, for sentences.
pub(super) fn name(catalog: &Catalog) -> String {
    catalog.listings().first().map_or_else(String::new, |listing| listing.document.origin().to_string())
}

/// Fails where there are no proposals, and says what there is instead.
pub(super) fn expect_proposals(catalog: &Catalog) -> Result<(), Failure> {
    if !catalog.is_empty() {
        return Ok(());
    }
    let instead = catalog.listings().first().map_or("", |listing| found_instead(&listing.document));
    Err(Failure::nothing_found(format!("no proposals in {}: {instead}", name(catalog))))
}

fn found_instead(document: &Document) -> &'static str {
    if document.text().trim().is_empty() {
        return "it is empty";
    }
    "it has no heading with fields such as Description or Mentor(s) below it"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_a_hyphen_and_nothing_name_three_sources() {
        assert_eq!(origin(None), Origin::Sample);
        assert_eq!(origin(Some(Path::new("-"))), Origin::Stdin);
        assert_eq!(origin(Some(Path::new("./-"))), Origin::File("./-".into()));
    }
}

//! From a path to the proposals in it.

use std::path::Path;

use super::failure::Failure;
use crate::markdown::outline::Outline;
use crate::model::{Catalog, Origin};
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

/// Whether it is the listing that is built in.
pub(super) fn is_sample(catalog: &Catalog) -> bool {
    catalog.listings().iter().any(|listing| *listing.document.origin() == Origin::Sample)
}

/// Fails where there are no proposals, and says what there is instead.
pub(super) fn expect_proposals(catalog: &Catalog) -> Result<(), Failure> {
    why_empty(catalog).map_or(Ok(()), |why| Err(Failure::nothing_found(why)))
}

/// Says, where there are no proposals, what there is instead: a sentence without a full stop.
pub(super) fn why_empty(catalog: &Catalog) -> Option<String> {
    if !catalog.is_empty() {
        return None;
    }
    let texts = catalog.listings().iter().map(|listing| listing.document.text());
    let instead = found_instead(&texts.collect::<String>());
    Some(format!("no proposals in {}: {instead}", name(catalog)))
}

/// What a text without proposals has, in words for "no proposals in …: …".
fn found_instead(text: &str) -> String {
    let headings = match Outline::of(text).headings.len() {
        0 if text.trim().is_empty() => return "it is empty".to_owned(),
        0 => return "it has no headings".to_owned(),
        1 => "1 heading, but no".to_owned(),
        several => format!("{several} headings, but none with"),
    };
    format!("{headings} fields such as Description or Mentor(s) below it")
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

    #[test]
    fn a_text_without_proposals_is_described() {
        let fields = "fields such as Description or Mentor(s) below it";
        assert_eq!(found_instead(" \n"), "it is empty");
        assert_eq!(found_instead("Dear all,\n"), "it has no headings");
        assert_eq!(found_instead("# One\n"), format!("1 heading, but no {fields}"));
        assert_eq!(found_instead("# One\n## Two\n"), format!("2 headings, but none with {fields}"));
    }
}

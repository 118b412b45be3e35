//! What looks like a proposal and was not read as one, in words.

use super::inline;
use crate::model::{Catalog, Listing};

/// So many titles are told in a sentence.
const TOLD: usize = 3;

/// The titles in a listing that look like those of proposals and were not read, with their lines.
pub fn titles(listing: &Listing) -> Vec<(usize, String)> {
    let text = listing.document.text();
    let title = |span: &crate::model::Span| {
        let words = span.of(text).trim_matches(['#', '*', '_', '=', '-', ' ', '\t', '\r', '\n']);
        (listing.document.line(span.start), inline::on_one_line(inline::plain(words).into_owned()))
    };
    listing.reading.missed.iter().map(title).collect()
}

/// A sentence without a full stop about the titles in a catalog that look like those of proposals and were not
/// read; `None` where there are none.
pub fn sentence(catalog: &Catalog) -> Option<String> {
    let titles: Vec<String> =
        catalog.listings().iter().flat_map(|listing| titles(listing)).map(|(_, title)| title).collect();
    let first: Vec<&str> = titles.iter().take(TOLD).map(String::as_str).collect();
    let (count, first) = (titles.len(), first.join(", "));
    let more = if count > TOLD { format!(" and {} more", count - TOLD) } else { String::new() };
    match count {
        0 => None,
        1 => Some(format!("a heading looks like a proposal and was not read: {first}")),
        _ => Some(format!("{count} headings look like proposals and were not read: {first}{more}")),
    }
}

/// How to learn more.
pub const HINT: &str = "`mentor-tui list --explain` tells how it was read";

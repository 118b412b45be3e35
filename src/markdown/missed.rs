//! Sentences about parts that look like proposals and were not read as such.

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
    sentence_of(catalog.listings().iter().map(|listing| &**listing))
}

/// The same about some listings.
pub fn sentence_of<'a>(listings: impl Iterator<Item = &'a Listing>) -> Option<String> {
    let titles: Vec<String> = listings.flat_map(titles).map(|(_, title)| title).collect();
    let first: Vec<&str> = titles.iter().take(TOLD).map(String::as_str).collect();
    let (count, first) = (titles.len(), first.join(", "));
    let more = if count > TOLD { format!(" and {} more", count - TOLD) } else { String::new() };
    match count {
        0 => None,
        1 => Some(format!("1 heading looks like a proposal but was not read: {first}; {HINT}")),
        _ => Some(format!("{count} headings look like proposals but were not read: {first}{more}; {HINT}")),
    }
}

/// How to learn more.
pub const HINT: &str = "`mentor-tui list --explain` shows how the text was read";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Origin, Span};

    #[test]
    fn the_first_titles_are_named_and_the_others_counted() {
        let text = "# One\n# **Two**\n# Three\n# Four\n";
        let said = |count: usize| {
            let mut listing = Listing::new(Document::new(Origin::Stdin, text), Vec::new());
            let starts = [0, 6, 16, 24, text.len()];
            listing.reading.missed =
                starts.windows(2).take(count).map(|pair| Span::new(pair[0], pair[1])).collect();
            sentence_of(std::iter::once(&listing)).map(|sentence| sentence.replace(HINT, "…"))
        };
        assert_eq!(said(0), None);
        assert_eq!(said(1).unwrap(), "1 heading looks like a proposal but was not read: One; …");
        let all = "4 headings look like proposals but were not read: One, Two, Three and 1 more; …";
        assert_eq!(said(4).unwrap(), all);
    }
}

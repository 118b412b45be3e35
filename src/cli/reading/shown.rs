//! Parts of documents as they are shown: on one line.

use crate::markdown::inline;
use crate::model::{Listing, Span, start_of};

/// As much of a text is shown, in bytes.
const SHOWN: usize = 80;

/// A part of a document on one line, its beginning where it is long.
pub(super) fn shown(listing: &Listing, span: Span) -> String {
    let words = span.of(listing.document.text());
    let line = inline::on_one_line(inline::plain(words).into_owned());
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    match start_of(&line, SHOWN) {
        start if start.len() < line.len() => format!("{}…", start.trim_end()),
        _ => line,
    }
}

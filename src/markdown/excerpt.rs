//! Excerpts: Markdown of a part of a document that can stand alone, dedented and with its footnotes.

use std::borrow::Cow;

use super::dedent::dedent;
use super::footnotes;
use crate::model::{Entry, FieldKind, Span};

/// The Markdown of a span.
pub fn of_span(entry: Entry<'_>, span: Span) -> Cow<'_, str> {
    let references = &entry.listing.references;
    match dedent(entry.text(), span) {
        Cow::Borrowed(markdown) => footnotes::of_part(markdown, references),
        Cow::Owned(markdown) => Cow::Owned(footnotes::of_part(&markdown, references).into_owned()),
    }
}

/// The Markdown of all fields of one kind, joined by a blank line, or `None` where they have no text.
pub fn of_fields(entry: Entry<'_>, kind: FieldKind) -> Option<String> {
    let mut all = String::new();
    for field in entry.proposal.fields_of(kind).filter(|field| !field.value.is_empty()) {
        if !all.is_empty() {
            all.push_str("\n\n");
        }
        all.push_str(&dedent(entry.text(), field.value));
    }
    let whole = footnotes::of_part(&all, &entry.listing.references).into_owned();
    (!all.is_empty()).then_some(whole)
}

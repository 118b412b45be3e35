//! The Markdown of a field without the indentation that only its place in the document asked for.

use std::borrow::Cow;

use crate::model::Span;

/// The text of a span.
#[must_use]
pub fn dedent(text: &str, span: Span) -> Cow<'_, str> {
    Cow::Borrowed(span.of(text))
}

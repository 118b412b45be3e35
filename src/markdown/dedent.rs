//! The Markdown of a field without the indentation that only its place in the document asked for.

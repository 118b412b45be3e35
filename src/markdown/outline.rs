//! The outline: a document's headings and what stands below each.

//! Markdown: the one place that knows pulldown-cmark and its options.
//!
//! Layer 1: text in, structure out. `outline` gives the sections of a document, `block` the prose
//! of one field as data for the code that draws or prints it.

pub mod block;
pub mod dedent;
pub mod events;
pub mod excerpt;
pub mod footnotes;
pub mod glyphs;
pub mod inline;
pub mod mail;
pub mod missed;
pub mod outline;
pub mod plain;
pub mod references;
pub mod underline;

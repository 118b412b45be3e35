//! Prose as data: what a renderer needs to know of one field's Markdown.
//!
//! Nothing here knows widths or colours. Texts stand as the author wrote them: the code that shows them
//! makes them [safe](crate::model::safe()) first.

mod address;
mod builder;
mod html;
mod inline;
mod types;

use pulldown_cmark::{BrokenLink, CowStr, Parser};

use crate::markdown::events::PROSE;
use crate::markdown::footnotes;
use crate::model::References;

pub use address::addresses;
pub use types::{Alignment, Block, Inline, Item, List, MAX_DEPTH, Marks, Prose, Run, Table};

/// Reads Markdown. A reference link whose definition is not in `markdown` finds its address in
/// `references`, those of the whole document; so does a footnote, which then stands at the end, and
/// one that only other parts of the document refer to is left out.
/// Total: every input has a reading.
pub fn prose(markdown: &str, references: &References) -> Prose {
    let resolve = |link: BrokenLink<'_>| {
        let url = references.get(&link.reference)?;
        Some((CowStr::from(url.to_owned()), CowStr::Borrowed("")))
    };
    let markdown = footnotes::of_part(markdown, references);
    let mut builder = builder::Builder::default();
    for event in Parser::new_with_broken_link_callback(&markdown, PROSE, Some(resolve)) {
        builder.event(event);
    }
    builder.finish()
}

#[cfg(test)]
mod tests;

//! Reading a listing: a document in, proposals out. Never fails; what it cannot place is a remark.
//!
//! ```text
//! listing   = { heading | proposal | prose }
//! proposal  = title, [ prose ], field, { field }        two known labels or more
//! field     = label, value                              the value ends where the next label opens a field
//! label     = decoration, words, ":" | words alone on the line | a sub-heading
//! position  = start of a list item, of a paragraph, of a line in a paragraph that begins with a label
//! ```
//!
//! The outline tells where the lines begin; `label` what a line says; `fields` which labels open a
//! field; `sections` which headings are proposals; the typed readers what a value holds.

mod blocks;
mod fields;
mod identity;
mod label;
mod labels;
mod links;
mod mentors;
mod once;
mod person;
mod proposal;
mod sections;
mod skills;
mod vocabulary;

use identity::Identities;

use crate::markdown::events::line_feeds;
use crate::markdown::outline::Outline;
use crate::model::{Document, Encoding, Listing, Proposal, References, Remark, RemarkKind, Span};

/// What was read from one document.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The proposals, in document order.
    pub proposals: Vec<Proposal>,
    /// What was tolerated or could not be placed, in document order.
    pub remarks: Vec<Remark>,
    /// The document's link reference definitions.
    pub references: References,
}

/// Reads a document. Total: any text gives a value.
#[must_use]
pub fn parse(document: &Document) -> Parsed {
    let text = &*line_feeds(document.text());
    let outline = Outline::of(text);
    let sections = sections::read(text, &outline);
    let mut remarks = document_remarks(document, &outline, &sections);
    let mut identities = Identities::default();
    let proposals: Vec<_> = sections
        .proposals
        .iter()
        .map(|section| proposal::read(text, &outline, section, &mut identities, &mut remarks))
        .collect();
    remarks.sort_by_key(|remark| remark.span);
    Parsed { proposals, remarks, references: outline.references }
}

/// Reads a document and keeps it with what was read.
#[must_use]
pub fn listing(document: Document) -> Listing {
    let Parsed { proposals, remarks, references } = parse(&document);
    Listing { document, proposals, remarks, references }
}

/// The remarks that belong to no proposal's fields.
fn document_remarks(
    document: &Document,
    outline: &Outline<'_>,
    sections: &sections::Sections,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if document.encoding() == Encoding::Latin1 {
        remarks.push(Remark { kind: RemarkKind::DecodedAsLatin1, span: Span::at(0) });
    }
    let fences = outline.open_fences.iter().copied();
    remarks.extend(fences.map(|span| Remark { kind: RemarkKind::UnclosedFence, span }));
    let headings = |index: &usize| outline.headings[*index].span;
    let repeated = sections.repeated.iter().map(headings);
    remarks.extend(repeated.map(|span| Remark { kind: RemarkKind::RepeatedProject, span }));
    let odd = sections::at_odd_levels(outline, &sections.proposals);
    remarks.extend(odd.iter().map(headings).map(|span| Remark { kind: RemarkKind::HeadingLevel, span }));
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Origin;

    #[test]
    fn a_guessed_encoding_is_remarked() {
        let document = Document::decoded(Origin::Stdin, "# caf\u{e9}", Encoding::Latin1);
        let remarks = parse(&document).remarks;
        assert_eq!(remarks, [Remark { kind: RemarkKind::DecodedAsLatin1, span: Span::at(0) }]);
    }

    #[test]
    fn definitions_are_kept_for_whoever_renders_a_field() {
        let parsed = parse(&Document::new(Origin::Stdin, "[x]\n\n[x]: https://example.org/1"));
        assert_eq!(parsed.references.get("x"), Some("https://example.org/1"));
    }
}

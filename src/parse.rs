//! Reading a listing: a document in, proposals out. Never fails; what it cannot place is a remark.

use crate::model::{Document, Listing, Proposal, References, Remark};

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
pub fn parse(_document: &Document) -> Parsed {
    Parsed::default()
}

/// Reads a document and keeps it with what was read.
#[must_use]
pub fn listing(document: Document) -> Listing {
    let Parsed { proposals, remarks, references } = parse(&document);
    Listing { document, proposals, remarks, references }
}

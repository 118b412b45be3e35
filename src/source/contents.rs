//! The contents of a source: one document, or those of an archive.

use super::Skipped;
use super::remote::error::RemoteError;
use crate::model::Document;

/// The documents of an address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// The documents: one, or of an archive every file that may be a listing, in natural order. Most of those may hold
    /// no proposal.
    pub documents: Vec<Document>,
    /// Entries of an archive that were left out.
    pub skipped: Skipped,
    /// Files of an archive that are no text, or too large.
    pub problems: Vec<RemoteError>,
}

//! How a document was read: which of its parts are proposals, and which labels it has.

use super::{FieldKind, Span};

/// The parts of a document that are its proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A heading of a level, from 1 to 6, and what stands below it.
    Heading(u8),
    /// A bold paragraph and what stands below it.
    BoldLine,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// The whole document.
    Document,
    /// A program of an export.
    Program,
}

/// Why a label means what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// By its words.
    Words,
    /// By its values.
    Values,
    /// A configuration says so.
    Configured,
    /// Nothing says what it means; it stands at the places of labels.
    Unknown,
}

/// A label of a document, as often as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelUse {
    /// As it is first written.
    pub label: Span,
    /// The field that it means; `None` for one that is not known.
    pub meaning: Option<&'static str>,
    pub reason: Reason,
    /// How often it stands in the document.
    pub count: usize,
}

/// How a document was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The parts that are proposals, with their number, the most frequent first.
    pub units: Vec<(Unit, usize)>,
    /// The labels, in the order in which they first stand.
    pub labels: Vec<LabelUse>,
    /// The fields that stand once for several proposals, and where.
    pub shared: Vec<(FieldKind, Span)>,
    /// The titles of what looks like a proposal and was not read as one.
    pub missed: Vec<Span>,
}

//! A date with the words that it goes with.

use super::edge::Edge;
use super::find::Found;
use crate::model::{PhaseKind, Span};

/// A date that may be that of a phase.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) found: Found,
    /// The place of the date in the source.
    pub(super) span: Span,
    pub(super) label: String,
    pub(super) kind: Option<PhaseKind>,
    /// The part of a lone day in its phase; `None` where nothing says it.
    pub(super) edge: Option<Edge>,
    /// Whether it stands in a sentence, not beside a label.
    pub(super) is_prose: bool,
    /// The table, the list or the rank of headings that it stands in.
    pub(super) group: Group,
    /// The year of the head of its column.
    pub(super) year: Option<i16>,
    /// Whether the heads of the columns say that it is a beginning and an end.
    pub(super) is_sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Group {
    Table(usize),
    List(usize),
    Headings(u8),
    None,
}

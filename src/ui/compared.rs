//! A comparison that is laid out, and what a search found in one of its columns.

use std::ops::Range;
use std::rc::Rc;

use super::prose::{self, Match};
use super::row::Row;

/// A comparison that is laid out, and what a search found in its column.
#[derive(Debug, Clone, Default)]
pub(super) struct LaidOut {
    pub(super) rows: Rc<[Row]>,
    pub(super) matches: Rc<Vec<Match>>,
    /// The row of each match.
    pub(super) match_rows: Rc<Vec<usize>>,
}

impl LaidOut {
    /// Rows, of which a column (its display cells) is searched for a text.
    pub(super) fn new(rows: Vec<Row>, cells: &Range<usize>, needle: &str) -> Self {
        let mut matches = if needle.is_empty() { Vec::new() } else { prose::find(&rows, needle) };
        let is_inside = |place: &Range<usize>| place.start >= cells.start && place.end <= cells.end;
        matches.retain(|found| found.segments.iter().all(|segment| is_inside(&segment.cells)));
        let match_rows = matches.iter().map(Match::row).collect();
        Self { rows: rows.into(), matches: Rc::new(matches), match_rows: Rc::new(match_rows) }
    }
}

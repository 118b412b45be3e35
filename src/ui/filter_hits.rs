//! Filter hits: the places on the page of a proposal that the filter found.

use super::page::Page;
use super::prose::{self, Match};
use crate::search::{Class, Highlighter, Reading};

/// The places on a page that the filter found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FilterHits {
    /// The places, from top to bottom.
    pub(super) matches: Vec<Match>,
    /// The row of the first word that only the text holds, neither title nor skills nor any other
    /// name: a reader wants to begin there.
    pub(super) opening: Option<usize>,
}

impl FilterHits {
    /// Finds in a page what the filter found in its proposal.
    pub(super) fn of(page: &Page, readings: &[Reading], highlighter: &mut Highlighter) -> Self {
        let mut found = |readings: &[Reading]| {
            prose::find_ranges(&page.rows, |row, text| {
                page.shown(row).map_or_else(Vec::new, |shown| highlighter.ranges(readings, shown, text))
            })
        };
        if readings.is_empty() {
            return Self::default();
        }
        let in_text = |reading: &&Reading| reading.class == Some(Class::Prose);
        let only_there: Vec<Reading> = readings.iter().filter(in_text).cloned().collect();
        let opening = if only_there.is_empty() { None } else { found(&only_there).first().map(Match::row) };
        Self { matches: found(readings), opening }
    }
}

//! The lines about upstream issues that were asked about, behind the facts: what their sites said, and the etiquette.

use std::rc::Rc;

use super::Page;
use crate::markdown::glyphs::DOT;
use crate::model::Entry;
use crate::page::etiquette::Etiquette;
use crate::page::facts::{FactPart, short_address};
use crate::search::Shown;

/// The name of a line about an issue.
const NOW: &str = "Issue now";
/// The name of the line that says how to speak with mentors.
const ETIQUETTE: &str = "Etiquette";

impl Page {
    /// The page with these lines about issues, each with the address that it is about. Without a line it stays as it is.
    pub(super) fn with_issues(mut self, entry: Entry<'_>, lines: &[(&str, String)], width: usize) -> Self {
        if lines.is_empty() {
            return self;
        }
        let mut added = Self { emails: self.emails, ..Self::default() };
        let several = entry.proposal.upstream.len() > 1;
        let width = width.min(super::MEASURE);
        for (url, line) in lines {
            let line = if several { format!("{}{DOT}{line}", short_address(url)) } else { line.clone() };
            added.fact(NOW, vec![words(line)], width);
        }
        added.fact(ETIQUETTE, vec![words(Etiquette::of(entry).sentence().into_owned())], width);
        let prose = self.parts.iter().find(|(_, shown)| *shown == Some(Shown::Prose));
        let at = prose.map_or(self.rows.len(), |(row, _)| *row);
        let by = added.rows.len();
        let shift = |row: &mut usize| {
            if *row >= at {
                *row += by;
            }
        };
        Rc::make_mut(&mut self.sections).iter_mut().for_each(shift);
        for (_, row) in Rc::make_mut(&mut self.fields).iter_mut() {
            shift(row);
        }
        // Nothing in these lines is looked up: they belong to no part.
        for (row, shown) in &mut self.parts {
            if *row >= at && *shown == Some(Shown::Prose) {
                *row += by;
            }
        }
        self.parts.push((at, None));
        self.parts.sort_by_key(|(row, _)| *row);
        self.rows.splice(at..at, added.rows);
        self.placed()
    }
}

fn words(text: String) -> FactPart {
    FactPart { text, target: None, is_chip: false, sign: None }
}

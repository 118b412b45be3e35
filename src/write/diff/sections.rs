//! Two sides, and the parts of their differences.

use crate::markdown::glyphs::{self, DASH};
use crate::model::{Catalog, Past, Record, counted};
use crate::page::changes::{Comparison, FieldChange, Pair};
use crate::page::word_diff::{self, Part};

/// So many words that were kept stand beside each change of a text.
const AROUND: usize = 6;

/// Two sides, and how they differ.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Compared<'a> {
    pub(crate) past: &'a [Past],
    pub(crate) catalog: &'a Catalog,
    pub(crate) comparison: &'a Comparison,
}

/// A proposal in a list of the differences.
pub(super) struct Line {
    pub(super) title: String,
    /// Its project, and where it was before.
    pub(super) about: String,
    pub(super) changes: Vec<FieldChange>,
}

/// A part of the differences: its name, and its proposals.
pub(super) type Section = (&'static str, Vec<Line>);

impl Compared<'_> {
    /// `3 new, 1 changed, 2 gone, 40 the same`.
    pub(super) fn summary(&self) -> String {
        let Comparison { new, gone, changed, continued, same } = self.comparison;
        let counts = [
            (new.len(), "new"),
            (changed.len(), "changed"),
            (continued.len(), "continued"),
            (gone.len(), "gone"),
            (same.len(), "the same"),
        ];
        let said: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        if said.is_empty() { counted(0, "proposal") } else { said.join(", ") }
    }

    /// The differences, part by part; parts without proposals are left out.
    pub(super) fn sections(&self) -> Vec<Section> {
        let Comparison { new, gone, changed, continued, .. } = self.comparison;
        let now = |index: usize| self.catalog.get(index).map(Record::of);
        let line = |record: Record, changes: &[FieldChange], before: Option<&Record>| Line {
            about: about(&record, before),
            title: record.title,
            changes: changes.to_vec(),
        };
        let pair = |pair: &Pair| {
            let before = self.past.get(pair.old).map(|past| &past.record);
            now(pair.new).map(|record| line(record, &pair.fields, before))
        };
        let of_then = gone.iter().filter_map(|&at| self.past.get(at)).map(|past| past.record.clone());
        let sections: [Section; 4] = [
            ("New", new.iter().filter_map(|&index| Some(line(now(index)?, &[], None))).collect()),
            ("Changed", changed.iter().filter_map(pair).collect()),
            ("Continued", continued.iter().filter_map(pair).collect()),
            ("Gone", of_then.map(|record| line(record, &[], None)).collect()),
        ];
        sections.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
    }
}

/// The project of a proposal, and the term that it goes on from.
fn about(record: &Record, before: Option<&Record>) -> String {
    let term =
        before.and_then(|before| before.term.as_ref()).filter(|term| Some(*term) != record.term.as_ref());
    let term = term.filter(|_| record.term.is_some()).map(|term| format!("from {}", glyphs::sentence(term)));
    let parts: Vec<String> = record.project.clone().into_iter().chain(term).collect();
    if parts.is_empty() { String::new() } else { format!("{DASH}{}", parts.join(", ")) }
}

/// The words of a change that are worth reading.
pub(super) fn excerpt(change: &FieldChange, ellipsis: &str) -> Vec<Part> {
    word_diff::excerpt(&change.parts(), AROUND, ellipsis)
}

//! The form of a document as a configuration states it: which of its parts are ideas, and what labels mean. It
//! counts more than anything that the document tells.

use std::collections::HashMap;

use crate::model::{ReadingSettings, Unit};
use crate::parse::lexicon::{self, Meaning};
use crate::parse::words;

/// The statements of a configuration; none by default.
#[derive(Debug, Clone, Default)]
pub(in crate::parse) struct Stated {
    unit: Option<Unit>,
    /// By the numbers of labels.
    labels: HashMap<u64, Meaning>,
}

impl Stated {
    pub(super) fn of(settings: Option<&ReadingSettings>) -> Self {
        let Some(settings) = settings else { return Self::default() };
        let label = |(label, meaning): &(String, &'static str)| {
            Some((words::key(label), lexicon::meaning_named(meaning)?))
        };
        Self { unit: settings.unit, labels: settings.labels.iter().filter_map(label).collect() }
    }

    /// The meaning that somebody gave a label.
    pub(in crate::parse) fn meaning(&self, label: &str) -> Option<Meaning> {
        if self.labels.is_empty() { None } else { self.of_key(words::key(label)) }
    }

    /// The same, by the number of the label.
    pub(super) fn of_key(&self, key: u64) -> Option<Meaning> {
        self.labels.get(&key).copied()
    }

    /// The same, without a unit that the document does not have.
    pub(super) fn taken(self, has_unit: bool) -> Self {
        Self { unit: self.unit.filter(|_| has_unit), ..self }
    }

    /// The parts that are ideas, where somebody said so.
    pub(in crate::parse) fn unit(&self) -> Option<Unit> {
        self.unit
    }

    /// Whether the headings of a level are ideas.
    pub(super) fn is_unit(&self, level: u8) -> bool {
        self.unit == Some(Unit::Heading(level))
    }
}

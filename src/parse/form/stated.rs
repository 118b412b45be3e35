//! What somebody said about the form of a document: which of its parts are ideas, and what labels mean. It
//! counts more than anything that the document tells.

use std::collections::HashMap;

use super::choice::Chosen;
use super::facts::FactPlace;
use super::titles::{BOLD, ITEM};
use super::tree::Node;
use crate::markdown::outline::Outline;
use crate::model::{ReadingSettings, Unit};
use crate::parse::lexicon::{self, Meaning};
use crate::parse::words;

/// What was said; nothing by default.
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

    /// The ideas, where somebody said which parts they are: each such part that has a label below it. `None`
    /// where nothing was said, or the document has no such part.
    pub(super) fn choose(&self, text: &str, nodes: &[Node], outline: &Outline<'_>) -> Option<Vec<Chosen>> {
        let chosen = |node| Chosen { node, score: f32::INFINITY, is_strong: true };
        let level = match self.unit? {
            Unit::Document => return (!text.trim().is_empty()).then(|| vec![chosen(0)]),
            Unit::Row => return (!outline.tables.is_empty()).then(Vec::new),
            Unit::Program => return None,
            Unit::Heading(level) => level,
            Unit::BoldLine => BOLD,
            Unit::Item => ITEM,
        };
        // From the last to the first: whether a node or one below it has a label.
        let mut labelled = vec![false; nodes.len()];
        for (at, node) in nodes.iter().enumerate().rev() {
            let has = node.is_label || node.facts.iter().any(|fact| fact.place != FactPlace::Itself);
            labelled[at] |= has;
            labelled[node.parent] |= labelled[at];
        }
        let is_idea = |node: &Node| {
            !node.is_label && node.heading.is_some_and(|heading| outline.headings[heading].level == level)
        };
        let ideas = nodes.iter().enumerate().filter(|&(at, node)| is_idea(node) && labelled[at]);
        let ideas: Vec<Chosen> = ideas.map(|(at, _)| chosen(at)).collect();
        (!ideas.is_empty()).then_some(ideas)
    }
}

//! The choice of ideas where somebody said which parts of a document they are.

use super::choice::Chosen;
use super::facts::FactPlace;
use super::stated::Stated;
use super::titles::{BOLD, ITEM};
use super::tree::Node;
use crate::markdown::outline::Outline;
use crate::model::Unit;

impl Stated {
    /// The ideas, where somebody said which parts they are: each such part that has a label below it. `None`
    /// where nothing was said, or the document has no such part.
    pub(super) fn choose(&self, text: &str, nodes: &[Node], outline: &Outline<'_>) -> Option<Vec<Chosen>> {
        let chosen = |node| Chosen { node, score: f32::INFINITY, is_strong: true };
        let level = match self.unit()? {
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

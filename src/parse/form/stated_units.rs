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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::model::{Document, Origin, ReadingSettings, Unit};
    use crate::parse::parse;

    /// The titles of a document's proposals, where a configuration says what they are.
    fn titles(text: &str, unit: Option<Unit>) -> Vec<String> {
        let settings = ReadingSettings { unit, ..ReadingSettings::default() };
        let document = Document::new(Origin::Stdin, text).to_be_read(Some(Arc::new(settings)));
        parse(&document).proposals.into_iter().map(|proposal| proposal.title).collect()
    }

    const BOLD: &str = "## Fleet\n\nSkills: Go\n\n**Ring the bell**\n\nMentor: Ada\n\n**Wind the clock**\n\nWeather: rough\n";
    const ITEMS: &str =
        "# Harbour\n\n- Ring the bell\n  - Weather: rough\n- Wind the clock\n  - Weather: calm\n- Sleep\n";
    const ROWS: &str = "## Ring the bell\n\n- Skills: Go\n- Mentor: Ada\n\n## Wind the clock\n\n- Skills: C\n- Mentor: Bo\n\n\
        | Idea | Skills |\n| --- | --- |\n| Mend the net | Rope |\n| Paint the buoy | Paint |\n";

    #[test]
    fn bold_lines_items_and_rows_are_ideas_where_somebody_said_so() {
        let both = ["Ring the bell", "Wind the clock"];
        for (text, unit, found, stated) in [
            (BOLD, Unit::BoldLine, &["Fleet"][..], both),
            (ITEMS, Unit::Item, &[], both),
            (ROWS, Unit::Row, &both, ["Mend the net", "Paint the buoy"]),
        ] {
            assert_eq!(titles(text, None), found, "{unit:?} where nothing is said");
            assert_eq!(titles(text, Some(unit)), stated, "{unit:?}");
        }
    }

    #[test]
    fn parts_that_a_document_does_not_have_change_nothing() {
        let unnamed = [Unit::BoldLine, Unit::Item, Unit::Heading(5)];
        for unit in unnamed {
            assert_eq!(titles(ROWS, Some(unit)), titles(ROWS, None), "{unit:?}");
        }
        assert_eq!(titles(ITEMS, Some(Unit::Row)), titles(ITEMS, None));
    }
}

//! The account of a form: how a document was read, for people.

use std::collections::HashMap;

use super::facts::{Fact, FactPlace};
use super::{BOLD, Form, Unit};
use crate::model::{FieldKind, LabelUse, Reading, Reason, Span, Unit as ReadUnit};
use crate::parse::lexicon::Meaning;
use crate::parse::words::folded;

/// So many headings that look like ideas make a document that has none worth a remark.
const MANY_MISSED: usize = 3;

impl Form<'_> {
    /// How the document was read. `kept` are the headings of the proposals that came of it.
    pub(in crate::parse) fn reading(&self, text: &str, kept: &[usize]) -> Reading {
        let mut units: Vec<(ReadUnit, usize)> = Vec::new();
        let mut count = |unit: ReadUnit| match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count += 1,
            None => units.push((unit, 1)),
        };
        for &heading in kept {
            count(match self.outline.headings[heading].level {
                BOLD => ReadUnit::BoldLine,
                level if level > BOLD => ReadUnit::Item,
                level => ReadUnit::Heading(level),
            });
        }
        units.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        Reading {
            units,
            labels: self.label_uses(text),
            shared: self.shared_fields(),
            missed: self.missed(text),
        }
    }

    /// The labels, those that are not known only where they recur.
    fn label_uses(&self, text: &str) -> Vec<LabelUse> {
        let mut places: HashMap<u64, usize> = HashMap::new();
        let mut uses: Vec<LabelUse> = Vec::new();
        for fact in
            self.nodes.iter().flat_map(|node| &node.facts).filter(|fact| fact.place != FactPlace::Itself)
        {
            let place = *places.entry(fact.key).or_insert_with(|| {
                let reason = match fact.meaning {
                    _ if self.stated.of_key(fact.key).is_some() => Reason::Configured,
                    None => Reason::Unknown,
                    Some(_) if self.learned.contains_key(&fact.key) => Reason::Values,
                    Some(_) => Reason::Words,
                };
                let meaning = fact.meaning.map(Meaning::name);
                uses.push(LabelUse { label: without_marks(text, fact.label), meaning, reason, count: 0 });
                uses.len() - 1
            });
            uses[place].count += 1;
        }
        uses.retain(|label| label.reason != Reason::Unknown || label.count > 1);
        uses
    }

    /// The fields that stand above ideas for several.
    fn shared_fields(&self) -> Vec<(FieldKind, Span)> {
        let mut shared: Vec<(FieldKind, Span)> = Vec::new();
        for (meaning, value) in self.units.iter().flat_map(|unit| self.shared(unit.heading)) {
            let field = (meaning.kind(), value);
            if meaning.is_strong() && meaning.kind() != FieldKind::Skills && !shared.contains(&field) {
                shared.push(field);
            }
        }
        shared
    }

    /// The headings that have facts of ideas and belong to none.
    fn missed(&self, text: &str) -> Vec<Span> {
        let mut taken: Vec<Unit> = self.units.iter().chain(&self.passed).copied().collect();
        taken.sort_unstable_by_key(|unit| unit.heading);
        let mut taken = taken.into_iter().peekable();
        let mut until = 0;
        let mut missed = Vec::new();
        if self.is_whole {
            return missed;
        }
        for (heading, node) in self.nodes.iter().skip(1).enumerate() {
            if let Some(unit) = taken.next_if(|unit| unit.heading == heading) {
                until = unit.end;
            }
            let is_free = heading >= until && !node.is_label && !node.is_noise && !self.holds[heading + 1];
            let facts = || {
                node.facts.iter().chain(
                    node.below
                        .iter()
                        .map(|&below| &self.nodes[below])
                        .filter(|below| below.is_label)
                        .flat_map(|below| &below.facts),
                )
            };
            let is_strong = |fact: &Fact| {
                fact.meaning.is_some_and(Meaning::is_strong)
                    && fact.place != FactPlace::Itself
                    && !fact.value.trim(text).is_empty()
            };
            if is_free && facts().any(is_strong) && !self.is_below_others(heading + 1) {
                missed.push(self.outline.headings[heading].span);
            }
        }
        // In a document without ideas a few headings with a field or two are no sign of any.
        if self.units.is_empty() && missed.len() < MANY_MISSED {
            missed.clear();
        }
        missed
    }

    /// Whether a node stands below a heading of samples, or of former ideas.
    fn is_below_others(&self, node: usize) -> bool {
        let above = std::iter::successors(Some(node), |&at| (at > 0).then(|| self.nodes[at].parent));
        above.into_iter().any(|at| self.nodes[at].is_hard_noise || self.nodes[at].is_past)
    }

    /// The labels whose words say nothing, with their values: number, folded label, value.
    pub(in crate::parse) fn unknown<'t>(&self, text: &'t str) -> Vec<(u64, String, &'t str)> {
        let facts = self.nodes.iter().flat_map(|node| &node.facts);
        let unknown = facts.filter(|fact| {
            fact.meaning.is_none() && matches!(fact.place, FactPlace::Heading | FactPlace::Line)
        });
        let parts =
            unknown.map(|fact| (fact.key, folded(fact.label.of(text)), fact.value.trim(text).of(text)));
        parts.filter(|(_, label, value)| !value.is_empty() && !label.contains(" - ")).collect()
    }
}

/// The words of a label without the marks of emphasis and the colon around them.
fn without_marks(text: &str, label: Span) -> Span {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | ':' | '：');
    let words = label.of(text).trim_end_matches(is_mark);
    let bare = words.trim_start_matches(is_mark);
    Span::new(label.start + words.len() - bare.len(), label.start + words.len())
}

//! Evidence: what each fact of a tree tells of its node being an idea. Each fact is looked at once, however
//! many nodes stand above it.

use std::collections::HashMap;
use std::ops::Range;

use super::facts::{Fact, FactPlace};
use super::tree::Node;
use super::weights::{DESCRIBING, Fields, STRONG, bit, weight};
use crate::model::FieldKind;
use crate::parse::lexicon::Meaning;

/// The weight of a label that is not known and recurs; at most so many count.
const UNKNOWN: f32 = 0.5;
const MOST_UNKNOWN: usize = 3;
/// The share of its weight that the same field with the same label takes away.
const REPEATED: f32 = 0.9;
/// The same field with another label adds hardly anything.
const OTHER_LABEL: f32 = 0.1;
/// The bits of fields, and one for labels that mean none.
const MEANINGS: usize = Fields::BITS as usize + 1;

/// The weight of the labels of several nodes, and their fields.
pub(super) type Worth = (f32, Fields);

/// A fact that counts.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// The number of its label together with its meaning.
    number: usize,
    meaning: Option<Meaning>,
    /// It has no label.
    is_itself: bool,
}

/// The facts of a tree that count, and how often each was seen.
#[derive(Debug)]
pub(super) struct Evidence {
    told: Vec<Told>,
    /// Where those of each node begin, and where the last ones end.
    starts: Vec<usize>,
    /// The fields of each node that are strong or describe, those with a value.
    fields: Vec<Fields>,
    /// By number: the run of nodes in which the label was seen last, and how often.
    seen: Vec<(usize, usize)>,
    runs: usize,
    /// Room for the labels of a run, in the order in which they were seen first.
    order: Vec<Told>,
    /// The worth of each node with all below it, once it is known.
    known: Vec<Option<Worth>>,
}

impl Evidence {
    pub(super) fn of(text: &str, nodes: &[Node]) -> Self {
        // Each label gets a number, and is counted.
        let mut numbers: HashMap<u64, usize> = HashMap::new();
        let mut counted: Vec<usize> = Vec::new();
        let labelled = nodes.iter().flat_map(|node| &node.facts).filter(|fact| has_label(fact));
        let labels: Vec<usize> = labelled
            .map(|fact| {
                let number = *numbers.entry(fact.key).or_insert(counted.len());
                if number == counted.len() {
                    counted.push(0);
                }
                counted[number] += 1;
                number
            })
            .collect();
        let mut labels = labels.into_iter();
        let mut evidence = Self {
            told: Vec::new(),
            starts: vec![0],
            fields: Vec::with_capacity(nodes.len()),
            // The facts without a label are behind all labels.
            seen: vec![(0, 0); (counted.len() + 1) * MEANINGS],
            runs: 0,
            order: Vec::new(),
            known: vec![None; nodes.len()],
        };
        for node in nodes {
            let mut fields = 0;
            for fact in &node.facts {
                let is_itself = !has_label(fact);
                let has_value = || !fact.value.trim(text).is_empty();
                if let Some(meaning) = fact.meaning.filter(|_| !is_itself && has_value()) {
                    fields |= bit(meaning);
                }
                let label = if is_itself { None } else { labels.next() };
                let times = label.map_or(0, |label| counted[label]);
                let label = label.unwrap_or(counted.len());
                let is_told = is_itself && fact.meaning == Some(Meaning::Field(FieldKind::Mentors));
                if !is_told && counts(text, fact, times) {
                    let kind =
                        fact.meaning.map_or(MEANINGS - 1, |meaning| bit(meaning).trailing_zeros() as usize);
                    let number = label * MEANINGS + kind;
                    evidence.told.push(Told { number, meaning: fact.meaning, is_itself });
                }
            }
            evidence.fields.push(fields & (STRONG | DESCRIBING));
            evidence.starts.push(evidence.told.len());
        }
        evidence
    }

    /// The fields of a node that are strong or describe, those with a value.
    pub(super) fn fields(&self, node: usize) -> Fields {
        self.fields[node]
    }

    /// The strong fields of a node, those with a value.
    pub(super) fn strong(&self, node: usize) -> Fields {
        self.fields[node] & STRONG
    }

    /// The worth of a node and all below it. It stays as it was told first: what the choice changes below a node
    /// it has changed before it asks.
    pub(super) fn whole(&mut self, nodes: &[Node], run: Range<usize>) -> Worth {
        let node = run.start;
        if let Some(known) = self.known[node] {
            return known;
        }
        let worth = self.weigh(nodes, run);
        self.known[node] = Some(worth);
        worth
    }

    /// The worth of the labels of a run of nodes; the first one is their title.
    pub(super) fn weigh(&mut self, nodes: &[Node], run: Range<usize>) -> Worth {
        let node = run.start;
        self.runs += 1;
        self.order.clear();
        // The title that each strong field was last seen below, and how often it was below another one.
        let mut owners: [Option<usize>; 4] = [None; 4];
        let mut elsewhere = 0.0;
        let mut owner = node;
        for at in run {
            let below = &nodes[at];
            if at != node && below.is_noise && !below.is_label {
                continue;
            }
            if !below.is_label {
                owner = at;
            }
            for told in &self.told[self.starts[at]..self.starts[at + 1]] {
                let seen = &mut self.seen[told.number];
                let times = if seen.0 == self.runs { seen.1 + 1 } else { 1 };
                *seen = (self.runs, times);
                if let Some(meaning) = told.meaning.filter(|meaning| meaning.is_strong()) {
                    let known = &mut owners[bit(meaning).trailing_zeros() as usize];
                    if times == 1 && known.is_some_and(|known| known != owner) && !told.is_itself {
                        elsewhere += weight(meaning) * REPEATED;
                    }
                    *known = Some(owner);
                }
                if times == 1 {
                    self.order.push(*told);
                }
            }
        }
        let (mut score, mut fields, mut unknown) = (0.0, 0, 0);
        for told in &self.order {
            match told.meaning {
                None | Some(Meaning::Field(FieldKind::Other)) => {
                    if unknown < MOST_UNKNOWN {
                        score += told.meaning.map_or(UNKNOWN, weight);
                    }
                    unknown += 1;
                }
                Some(meaning) => {
                    if fields & bit(meaning) == 0 {
                        score += weight(meaning);
                        fields |= bit(meaning);
                    } else {
                        score += OTHER_LABEL;
                    }
                    let times = self.seen[told.number].1;
                    if meaning.is_strong() && times > 1 {
                        #[expect(clippy::cast_precision_loss, reason = "few labels stand a million times")]
                        let again = (times - 1) as f32;
                        score -= weight(meaning) * REPEATED * again;
                    }
                }
            }
        }
        (score - elsewhere, fields)
    }
}

fn has_label(fact: &Fact) -> bool {
    fact.place != FactPlace::Itself
}

/// Whether a fact counts: what is not known only where its label recurs, a value only where it can be one.
fn counts(text: &str, fact: &Fact, times: usize) -> bool {
    match fact.meaning {
        None | Some(Meaning::Field(FieldKind::Other)) => fact.place != FactPlace::FrontMatter && times >= 2,
        Some(Meaning::Field(kind)) => fact.is_plausible(text, kind),
        Some(_) => true,
    }
}

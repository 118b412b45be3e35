//! The choice: which nodes of the tree are ideas.
//!
//! A node is worth what the labels below it say: each field once, the fields that only ideas have the most
//! ([`weight`](super::weights::weight)). A field that stands again with the same label takes most of its weight
//! away, for then several ideas stand below the node. Of a node and those below it the better choice wins, so that the
//! chosen ones never stand below one another. A second round adds a bonus for the kind of node that most
//! chosen ones are: ideas of one list stand at one level.

use std::collections::BTreeMap;

use super::evidence::Evidence;
use super::tree::Node;
use super::weights::{DESCRIBING, Fields, STRONG, bit};

/// Less for a node with ideas below it that has no fields of its own, and for a document with several.
const HOLDS_IDEAS: f32 = 2.0;
/// An idea is worth at least so much.
const LEAST: f32 = 2.0;
/// Bytes of text below a heading that are more than a remark.
const SOME_PROSE: usize = 40;
/// The bonus for the level at which all ideas of a document stand.
const SAME_LEVEL: f32 = 1.0;

/// A chosen node, and what its fields are worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::parse) struct Chosen {
    pub(in crate::parse) node: usize,
    pub(in crate::parse) score: f32,
    /// It has one of the fields that only ideas have, other than skills.
    pub(in crate::parse) is_strong: bool,
}

/// The tree, and the counts that the choice looks at.
pub(super) struct Choice {
    pub(super) nodes: Vec<Node>,
    evidence: Evidence,
    /// How many ideas of each level the round before chose, and of all levels.
    levels: BTreeMap<usize, usize>,
    all: usize,
}

impl Choice {
    pub(super) fn new(text: &str, nodes: Vec<Node>) -> Self {
        Self { evidence: Evidence::of(text, &nodes), nodes, levels: BTreeMap::new(), all: 0 }
    }

    /// The chosen nodes, in document order.
    pub(super) fn run(&mut self) -> Vec<Chosen> {
        let mut chosen = self.best(0).1;
        for node in &chosen {
            *self.levels.entry(self.nodes[node.node].level).or_default() += 1;
        }
        self.all = chosen.len();
        if self.all > 1 {
            chosen = self.best(0).1;
        }
        chosen.extend(self.siblings(&chosen));
        chosen.sort_by_key(|chosen| chosen.node);
        chosen.dedup_by_key(|chosen| chosen.node);
        chosen
    }

    /// The nodes from one on to the end of what stands below it: they are in document order.
    pub(super) fn subtree(&self, node: usize) -> std::ops::Range<usize> {
        let mut end = node + 1;
        let mut last = node;
        while let Some(&below) = self.nodes[last].below.last() {
            last = below;
            end = end.max(below + 1);
        }
        node..end
    }

    /// The strong fields of a node and of the labels right below it.
    fn strong_near(&self, node: usize) -> Fields {
        let labels = self.nodes[node].below.iter().filter(|&&below| self.nodes[below].is_label);
        labels.fold(self.evidence.strong(node), |all, &below| all | self.evidence.strong(below))
    }

    /// Whether a node has a strong label outside the chosen nodes below it.
    fn has_own_strong(&self, node: usize, chosen: &[Chosen]) -> bool {
        let mut at = node;
        let end = self.subtree(node).end;
        let mut chosen = chosen.iter().map(|chosen| chosen.node).peekable();
        while at < end {
            if chosen.next_if_eq(&at).is_some() {
                at = self.subtree(at).end;
                continue;
            }
            let here = &self.nodes[at];
            if (at == node || !here.is_noise) && self.evidence.strong(at) != 0 {
                return true;
            }
            at += 1;
        }
        false
    }

    /// The best choice among a node and those below it.
    fn best(&mut self, node: usize) -> (f32, Vec<Chosen>) {
        self.lift_parts(node);
        let (mut below_score, mut below_chosen) = (0.0, Vec::new());
        for number in 0..self.nodes[node].below.len() {
            let below = self.nodes[node].below[number];
            let (score, chosen) = self.best_below(node, below);
            below_score += score;
            below_chosen.extend(chosen);
        }
        let this = &self.nodes[node];
        if this.is_label && this.below.is_empty() {
            return (0.0, Vec::new());
        }
        if this.is_noise
            && !this.is_hard_noise
            && this.heading.is_some()
            && self.strong_near(node).count_ones() >= 2
        {
            self.nodes[node].is_noise = false;
        }
        let this = &self.nodes[node];
        let is_root = this.heading.is_none();
        let (mut own, mut strong) = (0.0, false);
        let is_holder = this.is_group && !is_root && !below_chosen.is_empty();
        if !this.is_label && !this.is_noise && !is_holder {
            let run = self.subtree(node);
            let (score, fields) = self.evidence.whole(&self.nodes, run);
            let makes_idea = fields & STRONG != 0 || (fields & DESCRIBING).count_ones() >= 2;
            if makes_idea && score > 0.0 {
                own = score + self.bonus(node);
            }
            strong = fields & 0b111 != 0;
            if is_root && below_chosen.len() >= 2 {
                own -= HOLDS_IDEAS;
            }
            if self.is_among_ideas(node, &below_chosen) {
                own = own.max(below_score);
            } else if !below_chosen.is_empty()
                && !self.has_own_strong(node, &below_chosen)
                && !self.is_step(node, &below_chosen)
            {
                own -= HOLDS_IDEAS;
            }
        }
        let chosen = Chosen { node, score: own, is_strong: strong };
        if self.is_idea_above_ideas(node, &below_chosen) {
            let (score, fields) = self.evidence.weigh(&self.nodes, node..below_chosen[0].node);
            below_chosen.insert(0, Chosen { node, score, is_strong: fields & 0b111 != 0 });
            return (below_score + score, below_chosen);
        }
        if own > 0.0 && own >= below_score - 0.001 && own >= LEAST {
            return (own, vec![chosen]);
        }
        if below_score > 0.0 { (below_score, below_chosen) } else { (0.0, Vec::new()) }
    }

    /// The best choice among a node below another.
    fn best_below(&mut self, node: usize, below: usize) -> (f32, Vec<Chosen>) {
        let here = &self.nodes[below];
        if here.is_noise && !here.is_hard_noise && self.strong_near(below).count_ones() >= 2 {
            self.nodes[below].is_noise = false;
        }
        let here = &self.nodes[below];
        if !here.is_noise || here.is_label {
            return self.best(below);
        }
        let above = &self.nodes[node];
        let is_only = above.heading.is_none()
            && above.below.iter().filter(|&&other| !self.nodes[other].is_label).count() == 1;
        let has_group = self.subtree(below).any(|at| self.nodes[at].is_group);
        if is_only || has_group {
            return self.best(below);
        }
        // Below something else only that is an idea which clearly is one.
        let is_group = self.nodes[below].is_group;
        (self.nodes[below].is_group, self.nodes[below].is_noise) = (true, false);
        let (_, mut chosen) = self.best(below);
        (self.nodes[below].is_group, self.nodes[below].is_noise) = (is_group, true);
        chosen.retain(|chosen| chosen.node != below);
        let clear = chosen.iter().filter(|chosen| self.strong_under(chosen.node).count_ones() >= 2).count();
        let is_past = self.nodes[below].is_past;
        if chosen.len() >= 2 && clear * 5 >= chosen.len() * 3 && !is_past {
            let score = chosen.iter().map(|chosen| chosen.score).sum();
            return (score, chosen);
        }
        (0.0, Vec::new())
    }

    /// The strong fields of a node and all below it.
    fn strong_under(&self, node: usize) -> Fields {
        self.subtree(node).fold(0, |all, at| all | self.evidence.strong(at))
    }

    /// Makes labels ideas that each hold the facts of one, below a title that holds none: variants of one
    /// idea share its title (`Difficulty: easy`, `Difficulty: hard`).
    fn lift_parts(&mut self, node: usize) {
        let this = &self.nodes[node];
        if this.is_label || this.is_group || this.heading.is_none() {
            return;
        }
        let is_part = |&&at: &&usize| {
            let below = &self.nodes[at];
            below.is_label
                && (self.evidence.strong(at) & !below.meaning.map_or(0, bit)
                    | below.meaning.map_or(0, bit) & STRONG)
                    .count_ones()
                    >= 2
        };
        let parts: Vec<usize> = this.below.iter().filter(is_part).copied().collect();
        if parts.len() >= 2 {
            for part in parts {
                self.nodes[part].is_label = false;
            }
        }
    }

    /// Whether the only idea below a heading is a step of it: a bold line, one of several headings, or a heading
    /// without a number below a text whose title has one.
    fn is_step(&self, node: usize, chosen: &[Chosen]) -> bool {
        let [only] = chosen else { return false };
        let level = self.nodes[only.node].level;
        let is_bold = level >= usize::from(super::titles::BOLD) * 10;
        let beside = self.nodes[node]
            .below
            .iter()
            .filter(|&&below| !self.nodes[below].is_label && self.nodes[below].level == level);
        let this = &self.nodes[node];
        let is_counted = this.is_numbered
            && !this.is_bare
            && this.prose > SOME_PROSE
            && self.nodes[only.node].parent == node
            && !self.nodes[only.node].is_numbered;
        this.heading.is_some() && (is_bold || is_counted || beside.count() >= 3)
    }

    /// Whether a heading with one idea below it is an idea itself, and that one a part of it: others of its
    /// level are ideas, and it has text as they have.
    fn is_among_ideas(&self, node: usize, chosen: &[Chosen]) -> bool {
        let this = &self.nodes[node];
        let is_idea = |level: usize| self.levels.get(&level).is_some_and(|&count| count > 0);
        chosen.len() == 1
            && this.heading.is_some()
            && self.nodes[chosen[0].node].parent == node
            && !this.is_bare
            && this.prose > SOME_PROSE
            && is_idea(this.level)
    }

    /// Whether a heading is an idea of its own beside those below it: it has strong labels of its own, which
    /// most of them have again.
    fn is_idea_above_ideas(&self, node: usize, chosen: &[Chosen]) -> bool {
        let this = &self.nodes[node];
        if chosen.is_empty() || this.heading.is_none() || this.is_label || this.is_group {
            return false;
        }
        let own = self.evidence.fields(node);
        let under = |node: usize| self.subtree(node).fold(0, |all, at| all | self.evidence.fields(at));
        let repeats = |node: usize| {
            let both = under(node) & own;
            both & STRONG != 0 && both.count_ones() >= 2
        };
        let alike = chosen.iter().filter(|chosen| repeats(chosen.node));
        own & STRONG != 0 && own.count_ones() >= 2 && alike.count() * 5 >= chosen.len() * 3
    }

    fn bonus(&self, node: usize) -> f32 {
        if self.all < 2 {
            return 0.0;
        }
        let same = self.levels.get(&self.nodes[node].level).copied().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a share needs no more")]
        let share = same as f32 / self.all as f32;
        SAME_LEVEL * share
    }
}

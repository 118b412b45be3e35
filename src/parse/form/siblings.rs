//! Siblings: headings among ideas that are ideas, too, though nothing else is known of them yet.

use std::collections::BTreeMap;

use super::choice::{Choice, Chosen};
use super::facts::FactPlace;

/// Bytes of text that are more than a remark.
const SOME_PROSE: usize = 60;

impl Choice {
    /// The headings among chosen ones that have no facts of their own, but prose: ideas of which nothing else
    /// is known yet.
    pub(super) fn siblings(&self, chosen: &[Chosen]) -> Vec<Chosen> {
        let mut by_parent: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for chosen in chosen {
            by_parent.entry(self.nodes[chosen.node].parent).or_default().push(chosen.node);
        }
        let is_chosen = |node: usize| chosen.binary_search_by_key(&node, |chosen| chosen.node).is_ok();
        let mut found = Vec::new();
        for (parent, chosen) in by_parent {
            let level = most_common(chosen.iter().map(|&node| self.nodes[node].level));
            let (first, last) = (chosen[0], chosen[chosen.len() - 1]);
            let mut labels: Vec<u64> = chosen.iter().flat_map(|&node| self.keys_under(node)).collect();
            labels.sort_unstable();
            labels.dedup();
            let is_free = |&&node: &&usize| {
                let here = &self.nodes[node];
                Some(here.level) == level
                    && !here.is_label
                    && !here.is_group
                    && !is_chosen(node)
                    && !self.subtree(node).any(is_chosen)
            };
            let free = self.nodes[parent].below.iter().filter(is_free).copied();
            let (mut alike, mut prose) = (Vec::new(), Vec::new());
            for node in free {
                let here = &self.nodes[node];
                let shared = {
                    let mut keys = self.keys_under(node);
                    keys.sort_unstable();
                    keys.dedup();
                    keys.iter().filter(|key| labels.binary_search(key).is_ok()).count()
                };
                if shared >= 2 && !here.is_hard_noise {
                    alike.push(node);
                } else if !here.is_noise
                    && (first..=last).contains(&node)
                    && self.prose_under(node) > SOME_PROSE
                {
                    prose.push(node);
                }
            }
            let enough = chosen.len() >= 3 || self.nodes[parent].is_group && chosen.len() >= 2;
            if enough && prose.len() <= chosen.len() {
                found.extend(prose);
            }
            found.extend(alike);
        }
        found.into_iter().map(|node| Chosen { node, score: f32::INFINITY, is_strong: false }).collect()
    }

    fn keys_under(&self, node: usize) -> Vec<u64> {
        let facts = self.subtree(node).flat_map(|at| &self.nodes[at].facts);
        facts.filter(|fact| fact.place != FactPlace::Itself).map(|fact| fact.key).collect()
    }

    fn prose_under(&self, node: usize) -> usize {
        self.subtree(node).map(|at| self.nodes[at].prose).sum()
    }
}

fn most_common(levels: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for level in levels {
        *counts.entry(level).or_default() += 1;
    }
    counts.into_iter().max_by_key(|&(level, count)| (count, level)).map(|(level, _)| level)
}

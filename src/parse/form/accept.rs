//! Acceptance: which of the chosen nodes have evidence enough to be ideas.

use std::collections::HashMap;

use super::choice::Chosen;
use super::{Context, Form, Unit};
use crate::parse::lexicon::{self, Meaning};
use crate::parse::words::folded;

/// The name of a file and those of so many folders above it, itself counted, may say that it lists ideas.
const NEAR: usize = 4;
/// Scores from which on a chosen node is an idea: with two companions, with one, and alone.
const ENOUGH: [f32; 3] = [2.0, 2.4, 3.5];
/// A whole document whose front matter gives it a title needs so much.
const ENOUGH_OF_TITLED: f32 = 4.0;
/// A whole document without a title of its own needs more.
const ENOUGH_OF_DOCUMENT: f32 = 4.5;

impl Form<'_> {
    /// Takes the chosen nodes that have evidence enough: less for one that stands among others of its level.
    pub(super) fn accept(&mut self, text: &str, chosen: &[Chosen], context: Context<'_>) {
        let speaks_of_ideas = context.folder.is_some() || self.speaks_of_ideas(text, context);
        // A document of nothing but ideas, as this program writes them, needs no words that announce them.
        let covered: usize = chosen.iter().map(|one| self.end_of(one.node, chosen) + 1 - one.node).sum();
        let is_nothing_else = chosen.len() >= 2 && covered + 1 == self.nodes.len();
        // How many are chosen of each level, and whether one of them is sure.
        let mut levels: HashMap<usize, (usize, bool)> = HashMap::new();
        for one in chosen {
            let (count, is_strong) = levels.entry(self.nodes[one.node].level).or_default();
            *count += 1;
            *is_strong |= one.is_strong;
        }
        for one in chosen {
            let node = &self.nodes[one.node];
            let level = node.level;
            let (count, among) = levels[&level];
            let companions = count - 1;
            // Documents that are one idea each are companions of one another.
            let alone = node.heading.is_none() || chosen.len() == 1;
            let wholes = context.folder.map_or(0, |folder| if alone { folder.wholes } else { 0 });
            let companions = companions.max(wholes.min(2));
            let mut enough = ENOUGH[2 - companions.min(2)];
            if node.heading.is_none() && wholes == 0 {
                let title = context.front.and_then(|front| front.listing_title(text));
                let is_titled = title.is_some_and(|title| {
                    !lexicon::is_group(title) && !lexicon::About::of(&folded(title)).is_noise
                });
                enough = if is_titled { ENOUGH_OF_TITLED } else { ENOUGH_OF_DOCUMENT };
            }
            let is_sure = among && (companions > 0 || self.has_known_strong(one.node));
            let is_enough = one.score >= enough
                && (speaks_of_ideas || is_nothing_else || companions >= 3 || is_sure)
                || node.heading.is_some() && self.follows_template(text, one.node);
            let is_none = self.is_template(text, one.node, context) || self.is_finished(text, one.node);
            if is_none && let Some(heading) = node.heading {
                let end = self.end_of(one.node, chosen);
                self.passed.push(Unit { heading, end });
            }
            if !is_enough || is_none {
                continue;
            }
            match node.heading {
                None => self.is_whole = true,
                Some(heading) => {
                    let end = self.end_of(one.node, chosen);
                    self.units.push(Unit { heading, end });
                }
            }
        }
    }

    /// Whether a strong label at or below a node is known by its words, and not by its values alone.
    fn has_known_strong(&self, node: usize) -> bool {
        let facts = self.nodes[node..=self.end_of(node, &[])].iter().flat_map(|node| &node.facts);
        let mut strong = facts.filter(|fact| fact.meaning.is_some_and(Meaning::is_strong));
        strong.any(|fact| !self.learned.contains_key(&fact.key))
    }

    /// Whether a document says anywhere near its top that it lists ideas.
    fn speaks_of_ideas(&self, text: &str, context: Context<'_>) -> bool {
        const WORDS: &[&str] = &[
            "gsoc",
            "idea",
            "project",
            "proposal",
            "mentor",
            "intern",
            "summer",
            "season",
            "outreachy",
            "lfx",
            "ospp",
            "bounty",
            "thesis",
            "ticket",
            "岗位",
            "项目",
            "课题",
            "实习",
        ];
        let says = |text: &str| {
            let lower = text.to_lowercase();
            WORDS.iter().any(|word| lower.contains(word))
        };
        let front = context.front.and_then(|front| front.listing_title(text));
        // The folders right above speak of the document, those farther up of whoever keeps it.
        let near = context.path.into_iter().flat_map(|path| path.iter().rev().take(NEAR));
        let mut path = near.map(std::ffi::OsStr::to_string_lossy);
        front.is_some_and(says)
            || path.any(|part| says(&part))
            || self.nodes.iter().any(|node| node.is_group)
            || self.outline.headings.iter().take(6).any(|heading| says(&heading.title))
    }
}

//! Sort: the orders that proposals can stand in.
//!
//! An order is worked out once for a catalog, as a place for each proposal; what a filter leaves is
//! then put in order by numbers alone, at every keystroke.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::fit::Fit;
use crate::model::{Catalog, Difficulty, Entry, Extent, Proposal, Size, SkillLevel, fold};

/// An order of proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// As the documents have them, those of one term together.
    Document,
    /// Best match of the filter first; without a filter, as the documents have them.
    #[default]
    Best,
    /// By the name of the project.
    Project,
    Title,
    /// By how little of what is needed is missing, for those whose skills are known.
    Fit,
    /// By how many skills are asked for, neither optional nor taught.
    Skills,
    Mentors,
    /// By how long the text is, in bytes.
    Length,
    /// By how hard it is.
    Difficulty,
    /// By how much work it is.
    Size,
    /// In no order, the same for all of a run; every project has its turn before one has two.
    Random,
}

/// An order, its name, what stands in the menu, and which end comes first.
struct Row(Order, &'static str, &'static str, &'static str);

const TABLE: [Row; 11] = [
    Row(Order::Document, "document", "document order", "as listed"),
    Row(Order::Best, "best", "best match", "for the filter"),
    Row(Order::Project, "project", "project", "a to z, grouped"),
    Row(Order::Title, "title", "title", "a to z"),
    Row(Order::Fit, "fit", "fit", "your skills; least missing first"),
    Row(Order::Skills, "skills", "required skills", "fewest first"),
    Row(Order::Mentors, "mentors", "mentors", "fewest first"),
    Row(Order::Length, "length", "text length", "shortest first"),
    Row(Order::Difficulty, "difficulty", "difficulty", "easiest first"),
    Row(Order::Size, "size", "size", "smallest first"),
    Row(Order::Random, "random", "random", "each project has its turn"),
];

impl Order {
    /// Every order, as the menu has them.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.0)
    }

    /// The order with a name.
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Its name, one word.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The name in a menu.
    pub fn title(self) -> &'static str {
        self.row().2
    }

    /// Which end comes first, in a few words.
    pub fn help(self) -> &'static str {
        self.row().3
    }

    fn row(self) -> &'static Row {
        TABLE.iter().find(|row| row.0 == self).unwrap_or(&TABLE[0])
    }
}

/// Under which headings proposals stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Under their terms, where there are several, and projects.
    Terms,
    /// Under their projects.
    Projects,
    /// Under none.
    Flat,
}

/// An order, and whether it begins at its other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Sort {
    pub order: Order,
    /// Whether what would come last comes first. What is not known (no difficulty said) comes last
    /// either way.
    pub reversed: bool,
}

impl Sort {
    /// The word that it is kept as: the order's name, `-` before it where it is reversed; empty where
    /// nothing needs to be kept.
    pub fn word(self) -> String {
        if self == Self::default() {
            return String::new();
        }
        format!("{}{}", if self.reversed { "-" } else { "" }, self.order.name())
    }

    /// Reads a sorting from the word that [`word`](Self::word) makes of it.
    pub fn of_word(word: &str) -> Option<Self> {
        let name = word.strip_prefix('-');
        Some(Self { order: Order::named(name.unwrap_or(word))?, reversed: name.is_some() })
    }

    /// The order in effect: the best match is one only where there is a filter.
    pub fn in_effect(self, filtered: bool) -> Order {
        if self.order == Order::Best && !filtered { Order::Document } else { self.order }
    }

    /// Whether proposals stand as they do when nobody asks for an order.
    pub fn is_usual(self, filtered: bool) -> bool {
        !self.reversed && self.in_effect(filtered) == Self::default().in_effect(filtered)
    }

    /// The headings that make sense in it.
    pub fn grouping(self, filtered: bool) -> Grouping {
        match self.in_effect(filtered) {
            Order::Document if !filtered => Grouping::Terms,
            Order::Project => Grouping::Projects,
            _ => Grouping::Flat,
        }
    }
}

impl fmt::Display for Sort {
    /// `by title, reversed`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.order {
            Order::Document => f.write_str("in document order"),
            Order::Best => f.write_str("best first"),
            Order::Random => f.write_str("at random"),
            order => write!(f, "by {}", order.name()),
        }?;
        f.write_str(if self.reversed { ", reversed" } else { "" })
    }
}

/// Puts proposals in order. Remembers the last order of the catalog that it worked out.
#[derive(Debug, Clone, Default)]
pub struct Sorter {
    seed: u64,
    known: Option<(Sort, Vec<usize>)>,
}

impl Sorter {
    /// One with a seed for [`Order::Random`]: another seed, another order.
    pub fn new(seed: u64) -> Self {
        Self { seed, known: None }
    }

    /// Forgets what it knows of the catalog: another one takes its place.
    pub fn forget_catalog(&mut self) {
        self.known = None;
    }

    /// Sorts the hits of a filter. `hits` are catalog indexes, best first where `filtered`, else
    /// as the documents have them. `fits` says of each proposal of the catalog how it fits.
    pub fn sorted<'a>(
        &mut self,
        catalog: &Catalog,
        hits: &'a [usize],
        sort: Sort,
        filtered: bool,
        fits: &[Option<Fit>],
    ) -> Cow<'a, [usize]> {
        let sort = Sort { order: sort.in_effect(filtered), ..sort };
        let is_as_read = sort.order != Order::Document || !catalog.terms_are_scattered();
        if sort.is_usual(filtered) && is_as_read {
            return Cow::Borrowed(hits);
        }
        let mut hits = hits.to_vec();
        if sort.order == Order::Best {
            hits.reverse();
            return Cow::Owned(hits);
        }
        self.known.take_if(|(known, places)| *known != sort || places.len() != catalog.len());
        let (_, places) = self.known.get_or_insert_with(|| (sort, places(catalog, sort, self.seed, fits)));
        hits.sort_unstable_by_key(|&hit| places.get(hit).copied());
        Cow::Owned(hits)
    }
}

/// The place of every proposal in an order.
fn places(catalog: &Catalog, sort: Sort, seed: u64, fits: &[Option<Fit>]) -> Vec<usize> {
    let title = |entry: Entry<'_>| Some(fold::text(&entry.proposal.title).into_owned());
    let project = |entry: Entry<'_>| {
        entry.proposal.project.as_ref().map(|name| (fold::text(name).into_owned(), name.clone()))
    };
    let length = |entry: Entry<'_>| Some(entry.proposal.section.len());
    let difficulty = |entry: Entry<'_>| entry.proposal.difficulty_level().map(ends);
    let reversed = sort.reversed;
    match sort.order {
        Order::Document | Order::Best => {
            let ranks = term_ranks(catalog);
            placed((0..catalog.len()).map(|at| (ranks.get(at).copied(), at)), Some, reversed)
        }
        Order::Project => placed(catalog.iter(), project, reversed),
        Order::Title => placed(catalog.iter(), title, reversed),
        Order::Fit => {
            let fit = |at: usize| fits.get(at)?.as_ref().map(Fit::order);
            placed(0..catalog.len(), fit, reversed)
        }
        Order::Skills => placed(catalog.iter(), |entry| required_skills(entry.proposal), reversed),
        Order::Mentors => placed(catalog.iter(), |entry| positive(entry.proposal.mentors.len()), reversed),
        Order::Length => placed(catalog.iter(), length, reversed),
        Order::Difficulty => placed(catalog.iter(), difficulty, reversed),
        Order::Size => placed(catalog.iter(), |entry| size(entry.proposal), reversed),
        Order::Random => placed(random(catalog, seed), Some, reversed),
    }
}

/// The place of each proposal's term among the terms, where proposals of one term stand apart: they
/// belong together.
fn term_ranks(catalog: &Catalog) -> Vec<usize> {
    if !catalog.terms_are_scattered() {
        return Vec::new();
    }
    let rank = |term| catalog.terms().iter().position(|other| other == term).unwrap_or_default();
    let listings = catalog.listings().iter();
    listings.flat_map(|listing| std::iter::repeat_n(rank(&listing.term), listing.proposals.len())).collect()
}

/// The place of each item by its key: equal ones as they came, those without a key at the end.
fn placed<T, K: Ord>(
    items: impl Iterator<Item = T>,
    key: impl Fn(T) -> Option<K>,
    reversed: bool,
) -> Vec<usize> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for (at, item) in items.enumerate() {
        match key(item) {
            Some(key) => known.push((key, at)),
            None => unknown.push(at),
        }
    }
    known.sort_by(|(one, _), (other, _)| if reversed { other.cmp(one) } else { one.cmp(other) });
    let mut places = vec![0; known.len() + unknown.len()];
    for (place, at) in known.into_iter().map(|(_, at)| at).chain(unknown).enumerate() {
        places[at] = place;
    }
    places
}

fn positive(count: usize) -> Option<usize> {
    (count > 0).then_some(count)
}

/// How many skills are asked for; `None` when the proposal says nothing about skills.
fn required_skills(proposal: &Proposal) -> Option<usize> {
    let is_required = |level: SkillLevel| matches!(level, SkillLevel::Required | SkillLevel::Unsaid);
    let required = proposal.skills.iter().filter(|skill| is_required(skill.level)).count();
    (!proposal.skills.is_empty()).then_some(required)
}

fn ends(difficulty: Extent<Difficulty>) -> (Difficulty, Difficulty) {
    (difficulty.least, difficulty.most)
}

fn size(proposal: &Proposal) -> Option<(Size, Size, Option<u16>)> {
    let effort = proposal.effort();
    effort.size.map(|size| (size.least, size.most, effort.hours.map(|hours| hours.least)))
}

/// A number for each proposal, by its identity, and before it how many of its project come earlier:
/// a project with many proposals takes no more of the first places than one with few.
fn random(catalog: &Catalog, seed: u64) -> impl Iterator<Item = (usize, u64)> {
    let number = |entry: Entry<'_>| {
        let mut hasher = DefaultHasher::new();
        (seed, &entry.proposal.id).hash(&mut hasher);
        hasher.finish()
    };
    let numbers: Vec<u64> = catalog.iter().map(number).collect();
    let mut by_number: Vec<usize> = (0..numbers.len()).collect();
    by_number.sort_unstable_by_key(|&at| numbers[at]);
    let mut turns = vec![0; numbers.len()];
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for at in by_number {
        // A proposal of no project stands for itself.
        let Some(project) = catalog.get(at).and_then(|entry| entry.proposal.project.as_deref()) else {
            continue;
        };
        let turn = seen.entry(project).or_default();
        turns[at] = *turn;
        *turn += 1;
    }
    turns.into_iter().zip(numbers)
}

#[cfg(test)]
mod tests;

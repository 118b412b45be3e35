//! The form: how a document repeats itself, and so which of its parts are ideas.
//!
//! A list shows its form by repeating it. The stages, each a value that the next one takes:
//!
//! ```text
//! strings   which strings recur as headings and as bold lines                       survey
//! titles    bold paragraphs and list items with facts below them become headings    titles
//! labels    the lines of each heading that begin with a label                       survey
//! tree      each heading: a label, a group, noise, or the title of an idea          tree
//! meanings  what an unknown label means, by its values                              learned
//! choice    the nodes that are ideas, each weighed by its labels                    choice
//! ```
//!
//! The labels of the templates that the programme gives out are the strongest evidence, but no condition: one
//! label is enough where several neighbours have it ([`Form::accept`]).

mod accept;
mod account;
mod choice;
mod common;
mod evidence;
mod facts;
mod heading_label;
pub(super) mod learned;
mod samples;
mod siblings;
mod signs;
mod stated;
mod stated_units;
mod survey;
mod titles;
mod tree;
pub(super) mod value;
mod weights;

use std::collections::HashMap;
use std::path::Path;

use choice::{Choice, Chosen};
pub use common::Folder;
use facts::{Fact, FactPlace};
pub(super) use heading_label::announces;
use signs::Signs;
pub(super) use stated::Stated;
pub(super) use survey::{Labels, Strings};
use survey::{Survey, Wording};
pub(super) use titles::{BOLD, ITEM};
use tree::Node;

use super::front_matter::FrontMatter;
use super::label_lines::LineLabels;
use super::lexicon::Meaning;
use super::words::Numbers;
use crate::markdown::outline::Outline;
use crate::model::{FieldKind, ReadingSettings, Span, start_of};

/// Of a value above the rows of a table so many bytes are theirs.
const LONGEST_SHARED: usize = 1000;
/// So many headings beside those above an idea may say something for several.
const MOST_BESIDE: usize = 64;
/// An idea: the headings that belong to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub(super) heading: usize,
    /// The first heading after it that does not belong to it.
    pub(super) end: usize,
}

/// The form of a document.
#[derive(Debug)]
pub(super) struct Form<'a> {
    /// The outline, with the titles that are no headings of Markdown.
    pub(super) outline: Outline<'a>,
    /// The words of each heading.
    wordings: Vec<Wording>,
    pub(super) labels: Labels,
    /// The headings that are ideas, in document order.
    pub(super) units: Vec<Unit>,
    /// Headings that look like ideas and are none: templates, and work that is done.
    passed: Vec<Unit>,
    /// The document as a whole is one idea.
    pub(super) is_whole: bool,
    nodes: Vec<Node>,
    /// The meanings that values tell, by the numbers of labels.
    learned: HashMap<u64, Meaning>,
    /// The statements of a configuration about the form.
    pub(super) stated: Stated,
    /// For each heading, whether ideas stand below it.
    holds: Vec<bool>,
    /// For each node, those right below it that are no ideas, hold none, and have facts.
    beside: Vec<Vec<usize>>,
    /// Whether half of the ideas have mentors, a difficulty, a size of their own.
    own: [bool; 3],
}

/// Facts about a document beside its text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context<'a> {
    pub(super) front: Option<&'a FrontMatter>,
    pub(super) path: Option<&'a Path>,
    /// The form that it shares with others of its folder.
    pub(super) folder: Option<&'a Folder>,
    /// The settings of a configuration for it.
    pub(super) settings: Option<&'a ReadingSettings>,
}

impl<'a> Form<'a> {
    /// Learns the form of a document.
    pub(super) fn learn(text: &'a str, mut outline: Outline<'a>, context: Context<'_>) -> Self {
        let Context { front, folder, .. } = context;
        let stated = Stated::of(context.settings);
        let mut wordings = Wording::of_headings(&outline);
        let strings = Strings::of(text, &outline, &wordings, folder.map(|folder| &folder.strings), stated);
        let mut read = LineLabels::read(text, &outline.lines);
        titles::promote(text, &mut outline, &mut wordings, &strings, &mut read);
        let mut labels = Labels::read(text, &outline, &strings, &mut read);
        let above = survey::nearest_higher(&outline.headings);
        let survey = Survey {
            text,
            outline: &outline,
            wordings: &wordings,
            signs: Signs::of(text),
            strings: &strings,
            labels: &labels,
            front,
            above,
            in_folder: folder.is_some(),
        };
        let mut numbers = Numbers::default();
        let mut nodes = tree::build(&survey, &mut numbers);
        let learned = learned::learn(text, &mut nodes, folder.map(|folder| &folder.learned));
        if !learned.is_empty() {
            for label in
                labels.all_mut().iter_mut().filter(|label| label.meaning.is_none_or(learned::may_be_learned))
            {
                if let Some(&meaning) = learned.get(&numbers.of(label.span.of(text))) {
                    (label.meaning, label.kind) = (Some(meaning), Some(meaning.kind()));
                }
            }
        }
        let mut choice = Choice::new(text, nodes);
        let stated = strings.stated.choose(text, &choice.nodes, &outline);
        let is_stated = stated.is_some();
        let chosen = stated.unwrap_or_else(|| choice.run());
        let nodes = choice.nodes;
        let mut form = Self {
            outline,
            wordings,
            labels,
            units: Vec::new(),
            passed: Vec::new(),
            is_whole: false,
            nodes,
            learned,
            stated: strings.stated.taken(is_stated),
            holds: Vec::new(),
            beside: Vec::new(),
            own: [false; 3],
        };
        form.accept(text, &chosen, context);
        form.holds = vec![false; form.nodes.len()];
        for unit in &form.units {
            let mut at = form.nodes[unit.heading + 1].parent;
            while !std::mem::replace(&mut form.holds[at], true) {
                at = form.nodes[at].parent;
            }
        }
        let is_beside = |&&below: &&usize| {
            let node = &form.nodes[below];
            let is_idea =
                node.heading.is_some_and(|heading| form.holds[heading + 1] || form.is_unit(heading));
            !is_idea && !node.facts.is_empty()
        };
        form.beside =
            form.nodes.iter().map(|node| node.below.iter().filter(is_beside).copied().collect()).collect();
        form.own = [FieldKind::Mentors, FieldKind::Difficulty, FieldKind::Size].map(|kind| {
            let has = |unit: &&Unit| {
                let nodes = &form.nodes[unit.heading + 1..=unit.end];
                let mut facts = nodes.iter().flat_map(|node| &node.facts);
                facts.any(|fact| {
                    fact.meaning == Some(Meaning::Field(kind)) && !fact.value.trim(text).is_empty()
                })
            };
            form.units.iter().filter(has).count() * 2 >= form.units.len()
        });
        form
    }

    /// Whether the document may be one idea: it is chosen as a whole, or one of its headings alone.
    pub(super) fn seems_one_idea(&self) -> bool {
        self.is_whole || self.units.len() == 1
    }

    /// The first heading that belongs to no node below one, or to another idea.
    fn end_of(&self, node: usize, chosen: &[Chosen]) -> usize {
        let mut end = node + 1;
        let mut last = node;
        while let Some(&below) = self.nodes[last].below.last() {
            last = below;
            end = end.max(below + 1);
        }
        let next = chosen.partition_point(|other| other.node <= node);
        let end = chosen.get(next).map_or(end, |next| end.min(next.node));
        // Nodes and headings are in the same order, the document before them.
        end - 1
    }

    /// Whether a heading is a label.
    pub(super) fn is_label(&self, heading: usize) -> bool {
        self.nodes[heading + 1].is_label
    }

    /// Whether a heading can name a project: it is no label, and says neither that ideas stand below it nor
    /// that something else does.
    pub(super) fn may_name_project(&self, heading: usize) -> bool {
        let node = &self.nodes[heading + 1];
        // A heading that recurs above ideas is no label: a project may stand in a list twice.
        let is_bare = self.holds[heading + 1] || node.is_bare;
        let is_label = node.is_label && !(node.meaning.is_none() && is_bare);
        !is_label && !node.is_group && !node.is_noise && self.outline.headings[heading].level < BOLD
    }

    /// The meaning of a heading as a label, and where its value begins where that stands in it.
    pub(super) fn heading_meaning(&self, heading: usize) -> (Option<Meaning>, Option<usize>) {
        let node = &self.nodes[heading + 1];
        let parent = &self.nodes[node.parent];
        let people = Some(Meaning::Field(FieldKind::Mentors));
        if node.is_label {
            (node.meaning, node.inner_value)
        } else if parent.is_label && parent.meaning == people {
            // A heading among people is one of people.
            (people, None)
        } else {
            (None, None)
        }
    }

    /// A title without the facts in brackets behind it.
    pub(super) fn title_without_facts(title: &str) -> &str {
        let at = titles::bracketed_facts(title).and_then(|_| title.rfind('('));
        at.map_or(title, |at| title[..at].trim_end())
    }

    /// The facts in brackets behind a title.
    pub(super) fn bracketed(text: &str, title: Span) -> Vec<(Option<Meaning>, Span)> {
        let mut facts = Vec::new();
        if let Some(inner) = titles::bracketed_facts(title.of(text)) {
            facts::add_bracketed(text, title, inner, &mut facts);
        }
        facts.into_iter().map(|fact| (fact.meaning, fact.value)).collect()
    }

    /// The facts that stand above an idea for several: those of the headings above it, and those of the labels
    /// beside these, unless most ideas have such a field of their own.
    pub(super) fn shared(&self, heading: usize) -> Vec<(Meaning, Span)> {
        let mut found = Vec::new();
        let (mut before, mut at) = (heading + 1, self.nodes[heading + 1].parent);
        loop {
            let above = &self.nodes[at];
            let is_idea = above.heading.is_some_and(|heading| self.is_unit(heading));
            if !is_idea {
                let facts =
                    above.facts.iter().filter(|fact| fact.place != FactPlace::FrontMatter && !above.is_label);
                found.extend(facts.filter_map(|fact| Some((fact.meaning?, fact.value))));
                for &beside in self.beside[at].iter().take(MOST_BESIDE).filter(|&&beside| beside != before) {
                    let node = &self.nodes[beside];
                    // Behind the ideas only people are about all of them.
                    let is_behind = beside > before;
                    let holds =
                        node.heading.is_some_and(|heading| self.holds[heading + 1] || self.is_unit(heading));
                    let facts = node.facts.iter().filter(|fact| {
                        if is_behind && fact.meaning != Some(Meaning::Field(FieldKind::Mentors)) {
                            return false;
                        }
                        let is_own = fact.meaning.is_some_and(|meaning| self.is_mostly_own(meaning.kind()));
                        node.is_label && !is_own
                            || !node.is_label && !node.is_noise && fact.place == FactPlace::Itself
                    });
                    if !holds {
                        found.extend(facts.filter_map(|fact| Some((fact.meaning?, fact.value))));
                    }
                }
            }
            if at == 0 {
                break;
            }
            (before, at) = (at, self.nodes[at].parent);
        }
        found
    }

    /// The facts of lines that stand above an offset, below the headings that it stands below.
    pub(super) fn above(&self, text: &str, offset: usize) -> Vec<(Meaning, Span)> {
        let mut at = self.outline.headings.partition_point(|heading| heading.span.start < offset);
        let mut found = Vec::new();
        loop {
            let node = &self.nodes[at];
            let is_above =
                |fact: &&Fact| fact.place == FactPlace::Line && fact.label.end <= offset && !node.is_label;
            let value = |fact: &Fact| {
                let end = fact.value.end.min(offset);
                let start = start_of(&text[fact.value.start.min(end)..end], LONGEST_SHARED);
                Span::new(fact.value.start, fact.value.start + start.len())
            };
            let facts = node.facts.iter().filter(is_above);
            found.extend(facts.filter_map(|fact| Some((fact.meaning?, value(fact)))));
            if at == 0 {
                return found;
            }
            at = node.parent;
        }
    }

    fn is_unit(&self, heading: usize) -> bool {
        self.units.binary_search_by_key(&heading, |unit| unit.heading).is_ok()
    }

    /// Whether half of the ideas have a field themselves.
    fn is_mostly_own(&self, kind: FieldKind) -> bool {
        match kind {
            FieldKind::Mentors => self.own[0],
            FieldKind::Difficulty => self.own[1],
            FieldKind::Size => self.own[2],
            _ => true,
        }
    }

    /// The facts of the document that have no label line of their own.
    pub(super) fn unlabelled_anywhere(&self) -> impl Iterator<Item = &Fact> {
        self.nodes.iter().flat_map(|node| &node.facts).filter(|fact| fact.place == FactPlace::Itself)
    }

    /// The facts below a heading that have no label line of their own.
    pub(super) fn unlabelled(&self, headings: std::ops::Range<usize>) -> impl Iterator<Item = &Fact> {
        let nodes = &self.nodes[headings.start + 1..=headings.end];
        nodes.iter().flat_map(|node| &node.facts).filter(|fact| fact.place == FactPlace::Itself)
    }
}

//! The tree: the headings of a document with what they may be, and the labels that stand below each.
//!
//! A heading is a *label* where its words are known or recur, a *group* where it only says that ideas stand
//! below it, *noise* where it is about something else, and else it may be the title of an idea. Labels that
//! stand at the level of the idea that they belong to are lowered below it.

use super::facts::{self, Fact, FactPlace};
use super::heading_label::{ENOUGH_OF_UNTITLED, has_fields, heading_label};
use super::survey::{Survey, lead};
use crate::model::{FieldKind, Span};
use crate::parse::lexicon::{self, Meaning};
use crate::parse::lines;
use crate::parse::title;
use crate::parse::words::{self, Numbers};

/// A heading, or the document.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question that is asked of a heading by itself")]
pub(in crate::parse) struct Node {
    /// Its heading; `None` for the document.
    pub(in crate::parse) heading: Option<usize>,
    /// Ten times the level of its heading, more where it is lowered.
    pub(in crate::parse) level: usize,
    pub(in crate::parse) parent: usize,
    pub(in crate::parse) below: Vec<usize>,
    /// It is a label.
    pub(in crate::parse) is_label: bool,
    /// The meaning of a label, where it is known.
    pub(in crate::parse) meaning: Option<Meaning>,
    /// Where the value begins that stands in the heading behind its label.
    pub(in crate::parse) inner_value: Option<usize>,
    pub(in crate::parse) is_lowered: bool,
    pub(in crate::parse) is_group: bool,
    pub(in crate::parse) is_noise: bool,
    pub(in crate::parse) is_hard_noise: bool,
    /// It is about former ideas, or about examples.
    pub(in crate::parse) is_past: bool,
    /// The labels below it, its own first where it is one.
    pub(in crate::parse) facts: Vec<Fact>,
    /// Its title begins with a number: `1. A map`.
    pub(in crate::parse) is_numbered: bool,
    /// Nothing stands below it, up to the next heading.
    pub(in crate::parse) is_bare: bool,
    /// Bytes of text below it, up to the next heading.
    pub(in crate::parse) prose: usize,
}

/// Builds the tree; the document is its first node.
pub(super) fn build<'a>(survey: &Survey<'a, '_>, numbers: &mut Numbers<'a>) -> Vec<Node> {
    let headings = &survey.outline.headings;
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    let flat = is_flat(survey);
    let is_titled = survey.front.is_some_and(|front| front.title(survey.text).is_some());
    let mut nodes = Vec::with_capacity(headings.len() + 1);
    nodes.push(Node::default());
    let mut stack = vec![0];
    for (index, heading) in headings.iter().enumerate() {
        let labelled = survey.labels.below(Some(index)).iter().filter(|label| label.is_recognised()).count();
        if heading.title.is_empty() && labelled < ENOUGH_OF_UNTITLED {
            // It names nothing, and what stands below it belongs to the heading above.
            nodes.push(Node {
                heading: Some(index),
                level: usize::from(heading.level) * 10,
                is_label: true,
                ..Node::default()
            });
            let parent = *stack.last().unwrap_or(&0);
            let this = nodes.len() - 1;
            nodes[this].parent = parent;
            nodes[parent].below.push(this);
            continue;
        }
        let wording = &survey.wordings[index];
        let next = headings.get(index + 1);
        // Where the front matter has the title, the first heading is like the others.
        let first = index == 0 && heading.level == top && !is_titled;
        // A heading of the level that somebody named is an idea, unless its words say what it is.
        let is_unit = survey.strings.stated.is_unit(heading.level);
        let label =
            heading_label(survey, index, first, next).filter(|label| label.meaning.is_some() || !is_unit);
        let mut node =
            Node { heading: Some(index), level: usize::from(heading.level) * 10, ..Node::default() };
        let title_above = stack.iter().rev().copied().find(|&above| !nodes[above].is_label).unwrap_or(0);
        if let Some(label) = label {
            node.is_label = true;
            (node.meaning, node.inner_value) = (label.meaning, label.inner_value);
            if is_beside_its_title(survey, &nodes, title_above, &node, flat) {
                node.level = nodes[title_above].level + 5;
                node.is_lowered = true;
            }
        } else {
            // `Project title: a map` is no place for a title.
            let named = heading.title.contains([':', '：']).then(|| wording.cleaned(&heading.title));
            let about = lexicon::About::of(named.as_deref().unwrap_or(&wording.folded));
            node.is_group = wording.is_group;
            node.is_numbered = title::is_numbered(&heading.title);
            node.is_hard_noise = about.is_hard_noise;
            node.is_past = about.is_past;
            let first_of_folder = survey.in_folder && index == 0 && !node.is_hard_noise;
            node.is_noise = about.is_noise && !node.is_group && !first_of_folder;
            // `Where to apply` may be an idea: the fields of one stand below it.
            if node.is_noise && !about.is_placeholder && has_fields(survey, index, true) {
                (node.is_noise, node.is_hard_noise) = (false, false);
            }
        }
        while stack.len() > 1 && stack.last().is_some_and(|&above| nodes[above].level >= node.level) {
            stack.pop();
        }
        node.parent = stack.last().copied().unwrap_or(0);
        let this = nodes.len();
        nodes[node.parent].below.push(this);
        stack.push(this);
        nodes.push(node);
    }
    for at in 0..nodes.len() {
        add_facts(survey, numbers, &mut nodes, at);
    }
    add_front_matter(survey, &mut nodes[0]);
    nodes
}

/// Whether the labels of a document stand at the level of the ideas, mostly.
fn is_flat(survey: &Survey<'_, '_>) -> bool {
    let (mut all, mut beside) = (0, 0);
    for wording in survey.wordings {
        let count = survey.strings.count_of(wording);
        if count.beside + count.deeper > 0 {
            all += 1;
            beside += usize::from(count.beside > count.deeper);
        }
    }
    all >= 4 && beside * 10 >= all * 7
}

/// Whether a heading that is a label belongs to the title above it, though it is not deeper.
fn is_beside_its_title(
    survey: &Survey<'_, '_>,
    nodes: &[Node],
    title_above: usize,
    node: &Node,
    flat: bool,
) -> bool {
    let above = &nodes[title_above];
    if title_above == 0 || above.level < node.level {
        return false;
    }
    let count = survey.strings.count_of(&survey.wordings[node.heading.unwrap_or(0)]);
    if flat && !above.is_group && !above.is_hard_noise && count.beside >= count.deeper {
        return true;
    }
    if node.meaning.is_some() && above.below.iter().any(|&below| nodes[below].is_lowered) {
        return true;
    }
    let has_strong_line = || {
        let below = survey.labels.below(above.heading);
        below.iter().any(|label| label.meaning.is_some_and(Meaning::is_strong))
    };
    let is_field = node.meaning.is_some_and(|meaning| {
        meaning.is_strong()
            || matches!(
                meaning,
                Meaning::Field(FieldKind::Outcome | FieldKind::Description | FieldKind::Upstream)
            )
    });
    let has_labels = above.below.iter().any(|&below| nodes[below].is_label);
    !above.is_group
        && !above.is_noise
        && (count.headings > 1 || is_field && has_labels)
        && count.beside >= count.deeper
        && (count.here > 1 || node.meaning.is_some() && has_strong_line())
}

/// Adds what stands below a heading.
fn add_facts<'a>(survey: &Survey<'a, '_>, numbers: &mut Numbers<'a>, nodes: &mut [Node], at: usize) {
    let headings = &survey.outline.headings;
    let index = nodes[at].heading;
    let (start, title) = match index {
        Some(index) => (headings[index].span.end, Some(&headings[index])),
        None => (survey.front.map_or(0, |front| front.span.end), None),
    };
    let next = index.map_or(0, |index| index + 1);
    let end = headings.get(next).map_or(survey.text.len(), |next| next.span.start).max(start);
    let labels = survey.labels.below(index);
    let mut facts = Vec::with_capacity(labels.len() + 1);
    if let Some(title) = title.filter(|_| nodes[at].is_label) {
        let first = labels.first().map_or(end, |label| label.line).max(start);
        let value = nodes[at]
            .inner_value
            .map_or(Span::new(start, first), |inner| Span::new(inner, title.words.end.max(inner)));
        facts.push(Fact {
            meaning: nodes[at].meaning,
            key: match nodes[at].inner_value.and_then(|_| lead(&title.title)) {
                Some(lead) => words::key(lead),
                None => words::number(&survey.wordings[next - 1].folded),
            },
            label: title.words,
            value,
            place: FactPlace::Heading,
        });
    }
    for (number, label) in labels.iter().enumerate() {
        let next = labels.get(number + 1).map_or(end, |next| next.line.max(label.value));
        let value = label
            .cell
            .map_or(Span::new(label.value.min(next), next), |(cell, _)| Span::new(label.value, cell));
        let value = lines::value(survey.text, value);
        let fact = Fact {
            meaning: label.meaning,
            key: numbers.of(label.span.of(survey.text)),
            label: label.span,
            value,
            place: FactPlace::Line,
        };
        // Behind the list whose items are ideas, it is about all of them.
        let is_behind =
            title.is_some_and(|title| title.level == super::titles::ITEM) && label.style.depth == 0;
        if is_behind {
            let parent = nodes[at].parent;
            nodes[parent].facts.push(fact);
        } else {
            facts.push(fact);
        }
    }
    let may_describe = !nodes[at].is_label
        || matches!(
            nodes[at].meaning,
            None | Some(Meaning::Field(FieldKind::Description | FieldKind::Other))
        );
    if may_describe {
        add_self_described(survey, Span::new(start, end), index, &mut facts);
    }
    if let Some(title) = title
        && let Some(inner) = super::titles::bracketed_facts(title.span.of(survey.text))
    {
        facts::add_bracketed(survey.text, title.span, inner, &mut facts);
    }
    nodes[at].prose = end - start;
    nodes[at].is_bare = Span::new(start, end).trim(survey.text).is_empty();
    nodes[at].facts = facts;
}

/// Adds the lines that say without a label how hard or how much work something is.
fn add_self_described(survey: &Survey<'_, '_>, below: Span, heading: Option<usize>, facts: &mut Vec<Fact>) {
    let labels = survey.labels.below(heading);
    for line in survey.signs.lines(survey.text, below, survey.outline.lines_in(below)) {
        let whole = lines::whole_line(survey.text, line.start);
        let next = labels.partition_point(|label| label.span.start < whole.start);
        if labels.get(next).is_none_or(|label| label.span.start >= whole.end) {
            facts.extend(facts::self_described(survey.text, whole));
        }
    }
}

/// Adds the facts of the front matter to the document.
fn add_front_matter(survey: &Survey<'_, '_>, root: &mut Node) {
    let Some(front) = survey.front else { return };
    for (label, value, meaning) in front.facts(survey.text) {
        let key = words::key(label.of(survey.text));
        root.facts.push(Fact { meaning, key, label, value, place: FactPlace::FrontMatter });
    }
}

//! Samples: what only shows how an idea is written, and what tells of work that is done.

use std::borrow::Cow;
use std::path::Path;
use std::sync::LazyLock;

use super::facts::{Fact, FactPlace};
use super::{Context, Form};
use crate::parse::lexicon::{self, Meaning};
use crate::parse::words::{self, folded, key};

/// The numbers of the labels of the template that the programme gives out.
static TEMPLATE: LazyLock<[u64; 6]> = LazyLock::new(|| {
    ["description", "expected outcome", "recommended skills", "skills", "mentors", "upstream issue"].map(key)
});
/// The numbers of the labels that say who did the work.
static DONE_BY: LazyLock<[u64; 2]> = LazyLock::new(|| ["student", "contributor"].map(key));
/// The numbers of the labels that say how it ended.
static ENDED: LazyLock<[u64; 6]> =
    LazyLock::new(|| ["status", "work product", "final report", "blog", "report", "result"].map(key));

impl Form<'_> {
    /// Whether the document only shows how an idea is written.
    pub(in crate::parse) fn is_sample(&self, text: &str, context: Context<'_>) -> bool {
        self.is_template(text, 0, context)
    }

    /// Whether a node only shows how an idea is written.
    pub(super) fn is_template(&self, text: &str, node: usize, context: Context<'_>) -> bool {
        let here = &self.nodes[node];
        let front = || context.front.and_then(|front| front.listing_title(text)).map(folded);
        let first = || self.outline.headings.first().map(|first| folded(&first.title));
        let title = match here.heading {
            Some(heading) => self.wordings[heading].cleaned(&self.outline.headings[heading].title),
            None => Cow::Owned(front().or_else(first).unwrap_or_default()),
        };
        let is_example = || {
            let stem = context.path.and_then(Path::file_stem).map(|stem| folded(&stem.to_string_lossy()));
            stem.is_some_and(|stem| matches!(stem.as_str(), "template" | "example" | "sample"))
        };
        // A date or a number heads what happened then.
        let is_number = here.heading.is_some() && !title.is_empty() && !title.contains(char::is_alphabetic);
        if is_number
            || here.heading.is_none_or(|heading| heading == 0) && is_example()
            || lexicon::is_placeholder_title(&title)
            || here.is_hard_noise && words::count(&title) <= 4
        {
            return true;
        }
        let end = self.end_of(node, &[]) + 1;
        let facts = self.nodes[node..end].iter().flat_map(|node| &node.facts);
        let strong = facts.filter(|fact| fact.meaning.is_some_and(Meaning::is_strong));
        let (mut all, mut placeholders) = (0, 0);
        for value in strong.map(|fact| fact.value.trim(text).of(text)).filter(|value| !value.is_empty()) {
            all += 1;
            placeholders += usize::from(is_bracketed(value));
        }
        placeholders >= 2 && placeholders * 10 >= all * 6
    }

    /// Whether a node has labels of the template that the programme gives out.
    pub(super) fn follows_template(&self, text: &str, node: usize) -> bool {
        const ENOUGH: usize = 2;
        let end = self.end_of(node, &[]) + 1;
        let mut found = [false; 6];
        for fact in self.nodes[node..end].iter().flat_map(|node| &node.facts) {
            let label = written(text, fact);
            if let Some(place) = TEMPLATE.iter().position(|known| *known == label) {
                found[place] = true;
            }
        }
        found.iter().filter(|found| **found).count() >= ENOUGH
    }

    /// Whether a node tells of work that is done: who did it, and how it ended.
    pub(super) fn is_finished(&self, text: &str, node: usize) -> bool {
        let end = self.end_of(node, &[]) + 1;
        let is_called = |keys: &[u64]| {
            let mut facts = self.nodes[node..end].iter().flat_map(|node| &node.facts);
            facts.any(|fact: &Fact| {
                fact.place != FactPlace::FrontMatter && keys.contains(&written(text, fact))
            })
        };
        is_called(&*DONE_BY) && is_called(&*ENDED)
    }
}

/// The number of a label as it is written: of a heading with its marks, where a link is no word.
fn written(text: &str, fact: &Fact) -> u64 {
    if fact.place == FactPlace::Heading { key(fact.label.of(text)) } else { fact.key }
}

/// Whether a value only keeps a place: it stands in brackets, and is no link.
fn is_bracketed(value: &str) -> bool {
    let line = value.trim();
    if !line.starts_with(['<', '{', '[', '(']) || line.contains('\n') {
        return false;
    }
    let between = |open: char, close: char| line.starts_with(open) && line.ends_with(close);
    (between('<', '>') && !line.contains(['@', ':', '/', '=']))
        || between('{', '}')
        || between('[', ']') && !line.contains("](")
        || between('(', ')')
}

//! The fields of a page: their names, their prose, and which of them say more than the facts do.

use super::limits::TextRoom;
use crate::markdown::block::{self, Block, Inline, Prose};
use crate::markdown::dedent::dedent;
use crate::model::{Entry, Field, FieldKind, Link, Span};

/// A field as a page shows it.
#[derive(Debug, Clone, Copy)]
pub struct FieldPart<'a> {
    pub kind: FieldKind,
    pub name: &'a str,
    /// The value, as far as there is room for it; never empty.
    pub value: Span,
}

/// The fields that say more than the facts of their proposal do, in the order of the document, as far as there is room.
pub fn parts<'a>(entry: Entry<'a>, room: &mut TextRoom) -> Vec<FieldPart<'a>> {
    let fields = entry.proposal.fields.iter().filter(|field| says_more(entry, field));
    let parts = fields.map(|field| FieldPart {
        kind: field.kind,
        name: name(entry, field),
        value: room.take(entry.text(), field.value),
    });
    parts.filter(|part| !part.value.is_empty()).collect()
}

impl FieldPart<'_> {
    /// The prose below the name.
    pub fn prose(&self, entry: Entry<'_>) -> Prose {
        let mut prose = block::prose(&dedent(entry.text(), self.value), &entry.listing.references);
        prose.blocks = below(self.name, prose.blocks);
        prose
    }
}

/// The name of a field: its label as written, or its meaning where it has none or where the label
/// is a key of a data format rather than a heading (`expectedOutcome`).
pub fn name<'a>(entry: Entry<'a>, field: &Field) -> &'a str {
    let label = field.label.of(entry.text());
    let is_key = !label.starts_with(char::is_uppercase);
    match field.kind {
        FieldKind::Other if label.is_empty() => unlabelled(entry, field),
        FieldKind::Other => label,
        kind if is_key => kind.label(),
        _ => label,
    }
}

/// The name of text without a label: it leads to the proposal's heading, or is below a field.
fn unlabelled(entry: Entry<'_>, field: &Field) -> &'static str {
    if field.value.start < entry.proposal.heading.start { "Introduction" } else { "More" }
}

/// Whether a field says more than the facts of its proposal do.
pub fn says_more(entry: Entry<'_>, field: &Field) -> bool {
    if field.value.is_empty() {
        return false;
    }
    // Remarks stand in document order.
    let remarks = &entry.listing.remarks;
    let next = remarks.partition_point(|remark| remark.span.start < field.value.start);
    let remarked = || remarks.get(next).is_some_and(|remark| field.value.contains(remark.span.start));
    match field.kind {
        FieldKind::Description | FieldKind::Outcome | FieldKind::Other => true,
        FieldKind::Difficulty | FieldKind::Size => field.value.of(entry.text()).lines().count() > 1,
        FieldKind::Skills => entry.proposal.skills.is_empty(),
        FieldKind::Mentors => entry.proposal.mentors.is_empty() || remarked(),
        FieldKind::Upstream => has_words_beside_links(entry, field, &entry.proposal.upstream),
        FieldKind::Apply => has_words_beside_links(entry, field, entry.proposal.apply.as_slice()),
    }
}

fn has_words_beside_links(entry: Entry<'_>, field: &Field, links: &[Link]) -> bool {
    let mut at = field.value.start;
    let mut between = String::new();
    for link in within(links, field.value) {
        between.push_str(&entry.text()[at..link.span.start.max(at)]);
        at = link.span.end.min(field.value.end).max(at);
    }
    between.push_str(&entry.text()[at..field.value.end]);
    between.chars().any(char::is_alphanumeric)
}

/// The links that begin in a part of the text. They stand in document order.
fn within(links: &[Link], part: Span) -> impl Iterator<Item = &Link> {
    let first = links.partition_point(|link| link.span.start < part.start);
    links[first..].iter().take_while(move |link| part.contains(link.span.start))
}

/// The blocks below the name of a field. Authors quote a whole description or a heading alone, or
/// write the field's name once more: a bar beside everything or beside a heading, and a name below a
/// name, say nothing, and are left out.
fn below(name: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    while let [Block::Quote(_)] = blocks.as_slice()
        && let Some(Block::Quote(quoted)) = blocks.pop()
    {
        blocks = quoted;
    }
    for block in &mut blocks {
        if let Block::Quote(quoted) = block
            && let [Block::Heading { .. }] = quoted.as_slice()
            && let Some(heading) = quoted.pop()
        {
            *block = heading;
        }
    }
    let repeats = |text: &[Inline]| matches!(text, [Inline::Run(run)] if run.link.is_none() && is_same(&run.text, name));
    if blocks.len() > 1 && matches!(&blocks[0], Block::Heading { text, .. } if repeats(text)) {
        blocks.remove(0);
    }
    blocks
}

fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::block::prose;
    use crate::model::References;

    #[track_caller]
    fn check(markdown: &str, same_as: &str) {
        let read = |markdown: &str| prose(markdown, &References::default()).blocks;
        assert_eq!(below("Expected Outcome", read(markdown)), read(same_as), "{markdown}");
    }

    #[test]
    fn a_quote_of_everything_is_no_quote() {
        check("> a\n>\n> b", "a\n\nb");
        check("> > a", "a");
        check("> a\n\nb", "> a\n\nb");
        check("> ## Tasks\n\nb", "## Tasks\n\nb");
        check("> ## Tasks\n> a\n\nb", "> ## Tasks\n> a\n\nb");
    }

    #[test]
    fn the_name_of_the_field_is_not_repeated() {
        check("> ## Expected outcome:\n> a", "a");
        check("## Other\n\na", "## Other\n\na");
        check(
            "## [Expected Outcome](https://example.org)\n\na",
            "## [Expected Outcome](https://example.org)\n\na",
        );
        check("## Expected Outcome", "## Expected Outcome");
    }
}

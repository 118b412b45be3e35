//! The canonical template: proposals as the Markdown that programmes ask for.
//!
//! ```text
//! # Term
//! ### Project
//! #### Title
//! - Description: …
//! - Expected Outcome: …
//! - Recommended Skills:
//!   - …
//! - Mentor(s):
//!   - Name (@handle, mail@example.org)
//! - Upstream Issue: https://…
//! ```
//!
//! Read again, it gives the same proposals. Prose is taken over as it was written, links whose
//! addresses stand elsewhere in the document with their address. Skills, mentors, links, difficulty
//! and size are written anew from what was read, unless words of their fields would be lost by that:
//! then these are taken over, too. What a terminal would obey is left out.

mod addresses;
mod facts;
mod skills;
mod text;

use std::collections::HashSet;

use strum::VariantArray;

use crate::markdown::dedent::dedent;
use crate::markdown::footnotes::{self, Written};
use crate::markdown::references::inlined;
use crate::model::{
    Dialect, Document, Entry, Field, FieldKind, Link, Listing, Origin, Remark, RemarkKind, Span,
};
use crate::parse;
use addresses::Addresses;
use facts::KeptParts;
use skills::Group;
use text::below_label;
pub(super) use text::escaped;

/// The kinds of fields with labels of their own, in the order in which they stand.
fn kinds() -> impl Iterator<Item = FieldKind> {
    FieldKind::VARIANTS.iter().copied().filter(|kind| *kind != FieldKind::Other)
}

/// The label of a field whose own label is too long.
const NOTES: &str = "Notes";
/// A heading that ends a project without beginning one.
const NO_PROJECT: &str = "## Project ideas\n\n";
/// So many labels make a section a proposal, and those that are written empty where fewer are there.
const ENOUGH: usize = 2;
const SPARE: [&str; ENOUGH] = [FieldKind::Description.label(), FieldKind::Mentors.label()];
/// So many lines of prose are hidden from the reader of labels, at most.
const MOST_HIDDEN: usize = 64;
/// How long a label may be, in bytes and in words.
const LONGEST_LABEL: (usize, usize) = (48, 6);
/// Words of a field of facts that say nothing which those do not.
const IDLE: &[&str] = &["amp", "and", "br", "com", "github", "https", "mailto", "or", "www"];

/// Writes proposals one after the other.
#[derive(Debug, Default)]
struct TemplateWriter {
    /// Project and subproject of the last one.
    place: Option<(Option<String>, Option<String>)>,
    addresses: Addresses,
    /// The footnotes that were written.
    footnotes: Written,
}

impl TemplateWriter {
    /// The next proposal, with the headings above it where they are others than before.
    #[must_use]
    fn next(&mut self, entry: Entry<'_>) -> String {
        let proposal = entry.proposal;
        let mut out = if self.place.is_some() { "\n".to_owned() } else { String::new() };
        let mut heading = |level: usize, title: &str| {
            out.push_str(&format!("{} {}\n\n", "#".repeat(level), escaped(title)));
        };
        let (project, subproject) = (proposal.named_project(), proposal.subproject.as_deref());
        let before = self.place.replace((project.map(str::to_owned), proposal.subproject.clone()));
        let (before_project, before_sub) = before.unwrap_or_default();
        let stays = before_project.as_deref() == project;
        if let Some(project) = project.filter(|_| !stays || (before_sub.is_some() && subproject.is_none())) {
            heading(3, project);
        }
        if let Some(subproject) = subproject.filter(|_| !stays || before_sub.as_deref() != subproject) {
            heading(4, subproject);
        }
        let level = if subproject.is_some() { 5 } else { 4 };
        match &proposal.status {
            Some(status) => heading(level, &format!("{} ({status})", proposal.title)),
            None => heading(level, &proposal.title),
        }
        if project.is_none() && before_project.is_some() {
            out.insert_str(1, NO_PROJECT);
        }
        Body {
            entry,
            out,
            addresses: &mut self.addresses,
            labels: Vec::new(),
            known: 0,
            footnotes: &mut self.footnotes,
        }
        .write()
    }

    /// The text below the last proposal: the long addresses that links of the proposals name.
    #[must_use]
    fn end(&mut self) -> String {
        let definitions = self.addresses.take_definitions();
        if definitions.is_empty() { definitions } else { format!("\n{definitions}") }
    }
}

/// The heading of a document of these proposals, which names their term: a document has one. Nothing where
/// theirs are several, or where it is not said.
#[must_use]
fn heading<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> String {
    let mut terms = entries.into_iter().map(|entry| entry.listing.term.as_ref());
    let Some(Some(term)) = terms.next() else { return String::new() };
    let heading = format!("# {term}\n\n");
    let read = parse::listing(Document::new(Origin::Stdin, heading.as_str())).term;
    if read.as_ref() == Some(term) && terms.all(|other| other == Some(term)) {
        heading
    } else {
        String::new()
    }
}

/// A document of the proposals, one after the other.
pub fn document<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> String {
    let entries: Vec<_> = entries.into_iter().collect();
    heading(entries.iter().copied()) + &proposals(entries)
}

/// The proposals, one after the other, without the heading of a document.
pub fn proposals<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> String {
    let mut template = TemplateWriter::default();
    let proposals = entries.into_iter().map(|entry| template.next(entry)).collect::<String>();
    proposals + &template.end()
}

/// The fields of one proposal, on their way out.
struct Body<'a> {
    entry: Entry<'a>,
    out: String,
    addresses: &'a mut Addresses,
    /// Where the words of the labels begin.
    labels: Vec<usize>,
    /// How many of them are known.
    known: usize,
    footnotes: &'a mut Written,
}

impl Body<'_> {
    fn write(mut self) -> String {
        self.write_lead();
        let kept = self.kept();
        for kind in kinds() {
            match kind {
                FieldKind::Description | FieldKind::Outcome => {}
                FieldKind::Skills => self.write_skills(&kept),
                _ => self.write_facts(kind, &kept),
            }
            self.write_fields(kind, &kept);
        }
        self.write_fields(FieldKind::Other, &kept);
        for label in SPARE {
            let is_written = self.labels.iter().any(|&at| self.out[at..].starts_with(label));
            if self.known < ENOUGH && !is_written {
                self.label(label);
                self.out.push('\n');
            }
        }
        hide_labels(self.out, self.labels)
    }

    /// The prose between the title and the first label that is no description.
    fn write_lead(&mut self) {
        let Entry { listing, proposal } = self.entry;
        let first = proposal.fields.iter().map(|field| field.label.start).min().unwrap_or(usize::MAX);
        let is_lead = |span: Span| proposal.heading.end <= span.start && span.end <= first;
        let below = Span::new(proposal.heading.end, proposal.section.end.max(proposal.heading.end));
        let remarks = remarks_in(listing, below);
        let spans = remarks.iter().filter(|remark| remark.kind == RemarkKind::Unplaced);
        for span in spans.map(|remark| remark.span).filter(|&span| is_lead(span)) {
            let value = self.value(span);
            for line in value.lines() {
                self.out.push_str(&text::safe_line(line));
                self.out.push('\n');
            }
            self.out.push('\n');
        }
    }

    /// The values of facts that hold more than these.
    fn kept(&self) -> KeptParts {
        let Entry { listing, proposal } = self.entry;
        // In other forms the same words are read in other ways.
        if listing.dialect != Dialect::Sections {
            return KeptParts::default();
        }
        let told: HashSet<String> = words(&self.told()).into_iter().collect();
        let mut kept = Vec::new();
        for kind in kinds() {
            let values = || proposal.fields_of(kind).map(|field| field.value);
            let is_told = |value: Span| {
                words(value.of(self.entry.text()))
                    .iter()
                    .all(|word| told.contains(word) || IDLE.contains(&word.as_str()))
            };
            let is_prose = matches!(kind, FieldKind::Description | FieldKind::Outcome);
            if is_prose || !values().all(is_told) {
                kept.extend(values());
            }
        }
        KeptParts::new(kept)
    }

    /// All facts, for the words in them.
    fn told(&self) -> String {
        let proposal = self.entry.proposal;
        let skills = proposal.skills.iter().map(|skill| skills::words(self.entry, skill));
        let levels = skills::LABELS.iter().map(|&(_, label)| label).chain([skills::WILL_LEARN]);
        let mentors = proposal.mentors.iter().map(facts::mentor);
        let links = proposal.upstream.iter().chain(&proposal.apply).map(facts::words_of_link);
        let measures = proposal.difficulty.iter().chain(&proposal.size).cloned();
        let levels = levels.map(str::to_owned);
        skills.chain(levels).chain(mentors).chain(links).chain(measures).collect::<Vec<_>>().join(" ")
    }

    fn write_skills(&mut self, kept: &KeptParts) {
        for Group { label, asked, taught } in skills::groups(self.entry, kept) {
            self.label(label);
            self.out.push('\n');
            self.items(&asked);
            if !taught.is_empty() {
                self.out.push_str(&format!("\n  {}\n", skills::WILL_LEARN));
                self.items(&taught);
            }
        }
    }

    fn write_facts(&mut self, kind: FieldKind, kept: &KeptParts) {
        let Entry { listing, proposal } = self.entry;
        let addresses = &mut *self.addresses;
        let mut link = |link: &Link| facts::link(link, |url| addresses.target(url, &listing.references));
        let text = listing.document.text();
        let is_open = |span: &Span| !kept.hold(*span);
        let measure = |measure: &Option<String>| {
            let is_kept = proposal.fields_of(kind).any(|field| kept.hold(field.value));
            measure.iter().filter(|_| !is_kept).map(|words| escaped(words).into_owned()).collect()
        };
        let values: Vec<String> = match kind {
            FieldKind::Mentors => {
                let mentors = proposal.mentors.iter().filter(|mentor| is_open(&mentor.span));
                mentors.map(facts::mentor).collect()
            }
            // An address of the title may stand in a field again.
            FieldKind::Upstream => {
                let in_title = |link: &Link| {
                    proposal.heading.start <= link.span.start && link.span.end <= proposal.heading.end
                };
                let is_kept = |link: &Link| kept.mention(text, &link.url);
                let links = proposal.upstream.iter().filter(|link| is_open(&link.span));
                links.filter(|link| !in_title(link) || !is_kept(link)).map(&mut link).collect()
            }
            FieldKind::Apply => {
                proposal.apply.iter().filter(|link| is_open(&link.span)).map(&mut link).collect()
            }
            FieldKind::Difficulty => measure(&proposal.difficulty),
            FieldKind::Size => measure(&proposal.size),
            FieldKind::Description | FieldKind::Outcome | FieldKind::Skills | FieldKind::Other => Vec::new(),
        };
        match values.as_slice() {
            [] => {}
            [value] if kind != FieldKind::Mentors => {
                self.label(kind.label());
                self.out.push_str(&format!(" {value}\n"));
            }
            several => {
                self.label(kind.label());
                self.out.push('\n');
                self.items(several);
            }
        }
    }

    /// Fields that are taken over.
    fn write_fields(&mut self, kind: FieldKind, kept: &KeptParts) {
        let proposal = self.entry.proposal;
        let fields: Vec<&Field> = proposal.fields_of(kind).filter(|field| !field.value.is_empty()).collect();
        let is_prose = matches!(kind, FieldKind::Description | FieldKind::Outcome | FieldKind::Other);
        for field in fields.iter().filter(|field| is_prose || kept.contain(field.value)) {
            let canonical = if kind == FieldKind::Other { NOTES } else { kind.label() };
            let written = field.label.of(self.entry.text());
            let is_alone = fields.len() == 1 && matches!(kind, FieldKind::Description | FieldKind::Outcome);
            let sayable = !is_alone && means(written, kind) && !self.is_misspelt(field);
            let label = if sayable { written } else { canonical };
            // Of these the reader takes the words as they are written.
            let by_words = matches!(kind, FieldKind::Skills | FieldKind::Difficulty | FieldKind::Size);
            let mut value = if by_words {
                dedent(self.entry.text(), field.value).into_owned()
            } else {
                self.value(field.value)
            };
            if !sayable && kind == FieldKind::Other && !written.is_empty() {
                value = format!("**{}**\n\n{value}", escaped(written));
            }
            self.label(label);
            self.known -= usize::from(kind == FieldKind::Other);
            let text = self.entry.text();
            let between = Span::new(field.label.end, field.value.start).of(text);
            let beside = (sayable || is_alone) && !field.label.is_empty() && !between.contains(['\n', '\r']);
            below_label(&mut self.out, &value, beside);
        }
    }

    fn is_misspelt(&self, field: &Field) -> bool {
        let remarks = remarks_in(self.entry.listing, field.label);
        remarks.iter().any(|remark| remark.kind == RemarkKind::LabelMisspelt && remark.span == field.label)
    }

    fn value(&mut self, span: Span) -> String {
        let (references, value) = (&self.entry.listing.references, dedent(self.entry.text(), span));
        let target = |url: &str| self.addresses.target(url, references);
        let whole = inlined(&footnotes::of_part(&value, references), references, target).into_owned();
        self.footnotes.next(&whole).into_owned()
    }

    fn label(&mut self, label: &str) {
        self.known += 1;
        self.labels.push(self.out.len() + 2);
        self.out.push_str(&format!("- {label}:"));
    }

    fn items(&mut self, items: &[String]) {
        for item in items {
            self.out.push_str(&text::item(item));
        }
    }
}

/// The remarks that begin in a part of the text.
fn remarks_in(listing: &Listing, part: Span) -> &[Remark] {
    // They stand in document order.
    let remarks = &listing.remarks;
    let first = remarks.partition_point(|remark| remark.span.start < part.start);
    let end = remarks.partition_point(|remark| remark.span.start <= part.end);
    &remarks[first..end.max(first)]
}

/// Hides the beginning of each line of prose that would be read as a label; it looks as before.
/// `labels` are where those begin that are meant, in order.
fn hide_labels(mut markdown: String, mut labels: Vec<usize>) -> String {
    for _ in 0..MOST_HIDDEN {
        let read = parse::parse(&Document::new(Origin::Stdin, markdown.as_str())).proposals;
        let fields = read.iter().flat_map(|proposal| &proposal.fields);
        let stray = fields
            .map(|field| field.label)
            .find(|label| !label.is_empty() && labels.binary_search(&label.start).is_err());
        let Some(stray) = stray else { break };
        let Some(first) = stray.of(&markdown).chars().next() else { break };
        let hidden = text::reference(first);
        let longer = hidden.len() - first.len_utf8();
        markdown.replace_range(stray.start..stray.start + first.len_utf8(), &hidden);
        labels.iter_mut().filter(|label| **label > stray.start).for_each(|label| *label += longer);
    }
    markdown
}

/// Whether words can be the label of such a field at the start of a list item.
fn means(words: &str, kind: FieldKind) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '(' | ')' | '-' | '/' | '&' | '\'' | '’');
    words.starts_with(char::is_alphabetic)
        && words.chars().all(fits)
        && words.len() <= LONGEST_LABEL.0
        && words.split_whitespace().count() <= LONGEST_LABEL.1
        && !words.contains(" - ")
        && parse::label_kind(words).unwrap_or(FieldKind::Other) == kind
}

/// The words of a text, in lower case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests;

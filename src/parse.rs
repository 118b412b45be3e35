//! Reading a listing: a document in, proposals out. Never fails; what it cannot place is a remark.
//!
//! ```text
//! listing   = { group | proposal | prose }
//! proposal  = title, [ prose ], field, { field }
//! title     = a heading, a bold paragraph, a list item, a row of a table, or what names the document
//! field     = label, value                              the value ends where the next label opens a field
//! label     = words that are known, or that recur at the places of labels
//! place     = a heading, a bold line, the start of a line or of a list item, a cell of a table of facts
//! ```
//!
//! The stages, each a value that the next one takes:
//!
//! ```text
//! text -> outline        the headings, lines, links and tables of the Markdown      markdown::outline
//!      -> form           which parts are ideas, and what their labels mean          form, lexicon, words
//!      -> sections       the ideas with what stands above each                      sections
//!      -> fields         labels with their values, in place                         fields, trailing
//!      -> values         people, skills, links, measures                            mentors, skills, links
//!      -> completion     what no field says, or one place says for several          complete
//! ```
//!
//! `table` reads rows, `single_proposal` a document that is one idea or the body of a form,
//! `export_json` the official export, `folder` what several documents have in common.

mod aside;
mod blocks;
mod body;
mod complete;
mod contact;
mod dates;
mod dedup;
mod export_json;
mod facts_table;
mod fields;
mod folder;
mod form;
mod front_matter;
mod heading_words;
mod identity;
mod indent;
mod inline_words;
mod issue_form;
mod label;
mod label_lines;
mod labels;
mod lexicon;
mod lines;
mod links;
mod mentors;
mod person;
mod person_words;
mod preamble;
mod project;
mod proposal;
mod recurs;
mod sections;
mod single_proposal;
mod skill_level;
mod skills;
mod table;
mod template_entry;
mod term;
mod title;
mod trailing;
mod word_table;
mod words;

use std::borrow::Cow;

pub use export_json::{Rendering, what_json_lacks};
pub use form::Folder;
use form::{Context, Form};
use identity::Identities;
pub use issue_form::NO_RESPONSE;
use labels::Meanings;

use crate::markdown::events::line_feeds;
use crate::markdown::outline::Outline;
use crate::model::{
    Dialect, Document, Encoding, Field, FieldKind, Listing, Proposal, Reading, References, Remark,
    RemarkKind, Span, Unit,
};

/// A document, read.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The form that the document is written in.
    pub dialect: Dialect,
    /// The Markdown that every span points into, where the document itself is none.
    pub rendering: Option<Rendering>,
    /// The proposals, in document order.
    pub proposals: Vec<Proposal>,
    /// Text that was tolerated or could not be placed, in document order.
    pub remarks: Vec<Remark>,
    /// The document's link reference definitions.
    pub references: References,
    /// How it was read.
    pub reading: Reading,
}

/// Reads a document by itself. Total: any text gives a value.
pub fn parse(document: &Document) -> Parsed {
    parse_in(document, None)
}

/// Reads a document, one of a folder where its form is given.
fn parse_in(document: &Document, folder: Option<&Folder>) -> Parsed {
    let mut remarks = Vec::new();
    if document.encoding() == Encoding::Latin1 {
        remarks.push(Remark { kind: RemarkKind::DecodedAsLatin1, span: Span::at(0) });
    }
    let mut parsed = match export_json::read(document.text()) {
        Some(Ok(read)) => Parsed {
            dialect: Dialect::LfxExport,
            rendering: Some(read.rendering),
            reading: Reading { units: vec![(Unit::Program, read.proposals.len())], ..Reading::default() },
            proposals: read.proposals,
            remarks: read.remarks,
            references: References::default(),
        },
        Some(Err(remark)) => {
            remarks.push(remark);
            markdown(document, folder)
        }
        None => markdown(document, folder),
    };
    parsed.remarks.append(&mut remarks);
    parsed.remarks.sort_by_key(|remark| remark.span);
    parsed
}

/// The meaning of a label by its words, whatever it looks like, or `None` where no field is called so.
pub fn label_kind(label: &str) -> Option<FieldKind> {
    labels::Meanings::default().meaning(label).map(lexicon::Meaning::kind)
}

/// The text with blanks in place of its front matter; every byte and every line end keeps its place.
pub fn without_front_matter(text: &str) -> Cow<'_, str> {
    front_matter::read(text).map_or(Cow::Borrowed(text), |front| Cow::Owned(front.blanked(text)))
}

/// Reads a document by itself and keeps it with what was read.
pub fn listing(document: Document) -> Listing {
    listing_in(document, None)
}

/// Reads a document, one of a folder where its form is given, and keeps it with what was read.
pub fn listing_in(document: Document, folder: Option<&Folder>) -> Listing {
    let Parsed { dialect, rendering, proposals, remarks, references, reading } = parse_in(&document, folder);
    let document = match rendering {
        Some(Rendering { text, anchors }) => document.derived(text, anchors),
        None => document,
    };
    let term = term::of(&document);
    let timeline = dates::read(document.text(), term.as_ref(), &proposals);
    Listing { document, dialect, proposals, remarks, references, term, timeline, reading }
}

/// Reads Markdown. The form decides which parts are proposals: headings, the rows of tables, or the
/// document as a whole.
fn markdown(document: &Document, folder: Option<&Folder>) -> Parsed {
    let text = &*line_feeds(document.text());
    let front = front_matter::read(text);
    let body = front.as_ref().map_or(Cow::Borrowed(text), |front| Cow::Owned(front.blanked(text)));
    let settings = document.reading().map(|settings| &**settings);
    let context = Context { front: front.as_ref(), path: document.origin().names(), folder, settings };
    let form = Form::learn(text, Outline::of(&body), context);
    let outline = &form.outline;
    let stated = form.stated.unit();
    let is_form = stated.is_none() && front.is_none() && single_proposal::is_form(text, &form);
    let sections = if is_form { sections::Sections::default() } else { sections::read(text, &form) };
    let mut remarks = document_remarks(outline, &sections);
    remarks.extend(front.as_ref().and_then(front_matter::FrontMatter::remark));
    let mut identities = Identities::default();
    let mut dialect = Dialect::Sections;
    let mut proposals = Vec::with_capacity(sections.proposals.len());
    let mut kept = Vec::with_capacity(sections.proposals.len());
    for section in &sections.proposals {
        let before = remarks.len();
        let proposal = proposal::read(text, &form, section, &mut identities, &mut remarks);
        if is_template(text, &proposal) || is_guide(text, &proposal) {
            remarks.truncate(before);
        } else {
            proposals.push(proposal);
            kept.push(section.heading);
        }
    }
    project::name(text, outline, front.as_ref(), &mut proposals);
    if proposals.len() < 2 && !is_form && stated.is_none_or(|unit| unit == Unit::Row) {
        let rows = table::read(text, outline, &form.stated, &mut identities, &mut remarks);
        if !rows.is_empty() {
            proposals = rows;
            complete::rows(text, &form, &mut proposals);
            project::name(text, outline, front.as_ref(), &mut proposals);
            dialect = Dialect::Table;
        }
    }
    if proposals.is_empty()
        && let Some(whole) = single_proposal::read(text, &form, context, &mut remarks)
    {
        let titled = front.as_ref().is_some_and(|front| front.title(text).is_some());
        dialect = if titled { Dialect::FrontMatter } else { Dialect::IssueForm };
        proposals.push(whole);
    }
    let mut reading = form.reading(text, &kept);
    match dialect {
        Dialect::Table => {
            (reading.units, reading.missed) = (vec![(Unit::Row, proposals.len())], Vec::new());
        }
        Dialect::FrontMatter | Dialect::IssueForm => {
            (reading.units, reading.missed) = (vec![(Unit::Document, 1)], Vec::new());
        }
        Dialect::Sections | Dialect::LfxExport => {}
    }
    let missed = reading.missed.iter().map(|&span| Remark { kind: RemarkKind::UnreadProposal, span });
    remarks.extend(missed);
    Parsed { dialect, rendering: None, proposals, remarks, references: form.outline.references, reading }
}

/// Whether a section only shows how a proposal is written: several of its values keep a place, and
/// none says anything.
fn is_template(text: &str, proposal: &Proposal) -> bool {
    let known = proposal.fields.iter().filter(|field| field.kind != FieldKind::Other);
    let mut values = known.map(|field| field.value.of(text)).filter(|value| !value.is_empty()).peekable();
    values.peek().is_some_and(|first| heading_words::is_placeholder(first))
        && values.by_ref().skip(1).all(heading_words::is_placeholder)
        && proposal.fields.iter().filter(|field| !field.value.is_empty()).count() > 1
}

/// In bytes. What is longer is a sentence, and need not be looked up.
const LONGEST_LABEL: usize = 48;

/// Whether a section only tells how fields may be called: the values of most begin with a label of the
/// same field.
fn is_guide(text: &str, proposal: &Proposal) -> bool {
    let known = || proposal.fields.iter().filter(|field| field.kind != FieldKind::Other);
    let mut meanings = Meanings::default();
    let mut names_another = |field: &&Field| {
        let value = field.value.of(text).trim_start_matches(['-', '*', '`', '"', ' ']);
        let end = memchr::memchr3(b',', b';', b'\n', value.as_bytes()).unwrap_or(value.len());
        end > LONGEST_LABEL || meanings.of(&value[..end]) != Some(field.kind)
    };
    // Half of the fields tell that it is a proposal: the rest need not be looked at.
    let half = known().count().div_ceil(2);
    known().filter(&mut names_another).take(half).count() < half
}

/// The remarks that belong to no proposal's fields.
fn document_remarks(outline: &Outline<'_>, sections: &sections::Sections) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let fences = outline.open_fences.iter().copied();
    remarks.extend(fences.map(|span| Remark { kind: RemarkKind::UnclosedFence, span }));
    let headings = |index: &usize| outline.headings[*index].span;
    let repeated = sections.repeated.iter().map(headings);
    remarks.extend(repeated.map(|span| Remark { kind: RemarkKind::RepeatedProject, span }));
    let odd = sections::at_odd_levels(outline, &sections.proposals);
    remarks.extend(odd.iter().map(headings).map(|span| Remark { kind: RemarkKind::HeadingLevel, span }));
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::excerpt;
    use crate::model::Origin;

    #[test]
    fn a_guessed_encoding_is_remarked() {
        let document = Document::decoded(Origin::Stdin, "# caf\u{e9}", Encoding::Latin1);
        let remarks = parse(&document).remarks;
        assert_eq!(remarks, [Remark { kind: RemarkKind::DecodedAsLatin1, span: Span::at(0) }]);
    }

    #[test]
    fn definitions_are_kept_for_whoever_renders_a_field() {
        let parsed = parse(&Document::new(Origin::Stdin, "[x]\n\n[x]: https://example.org/1"));
        assert_eq!(parsed.references.get("x"), Some("https://example.org/1"));
    }

    /// Footnotes that one proposal refers to and others hold: behind their mentors, and in their text.
    #[test]
    fn a_footnote_is_no_text_of_the_proposal_that_it_stands_in() {
        let proposal = |title: &str, description: &str, end: &str| {
            format!(
                "### {title}\n\n- Description: {description}\n- Skills: Go\n- Mentor(s): Ada (@ada)\n{end}\n"
            )
        };
        let text = proposal("One", "see[^1] and[^2]", "")
            + &proposal("Two", "a\n\n  [^2]: nearer\n\n  b", "")
            + &proposal("Three", "c", "\n[^1]: Here\n\n    and there.\n\n[^3]: Never asked for\n");
        let document = Document::new(Origin::Stdin, text.as_str());
        let listing = listing(document);
        let whole = |at: usize| {
            let entry = crate::model::Entry { listing: &listing, proposal: &listing.proposals[at] };
            excerpt::of_fields(entry, FieldKind::Description).unwrap()
        };
        assert_eq!(whole(0), "see[^1] and[^2]\n\n[^1]: Here\n\n    and there.\n\n[^2]: nearer\n");
        assert_eq!(whole(1), "a\n\nb");
        assert_eq!(whole(2), "c");
        let mentors: Vec<usize> = listing.proposals.iter().map(|proposal| proposal.mentors.len()).collect();
        assert_eq!(mentors, [1, 1, 1]);
        let others = listing.proposals[2].fields_of(FieldKind::Other);
        let others: Vec<&str> = others.map(|field| field.value.of(&text)).collect();
        assert_eq!(others, ["[^3]: Never asked for"], "what nothing refers to stays where it is");
    }
}

//! A listing, or a proposal of it, with the facts that several rules need.

use std::cell::OnceCell;

use super::contact;
use super::cross_document::CrossDocument;
use super::merge::merge_mark;
use super::projects::Project;
use super::settings::Settings;
use super::structure::{self, HeadingSection, Structure};
use super::template::Template;
use super::text;
use crate::markdown::outline::Heading;
use crate::model::{Catalog, Field, FieldKind, Listing, Mentor, Proposal, Remark, RemarkKind, Span};

/// One listing, with the facts that several rules need.
#[derive(Debug)]
pub(super) struct ListingContext<'a> {
    pub(super) catalog: &'a Catalog,
    /// Facts about all documents, once a rule asked for them.
    others: &'a OnceCell<CrossDocument>,
    /// Which listing of the catalog it is.
    pub(super) index: usize,
    pub(super) listing: &'a Listing,
    pub(super) text: &'a str,
    pub(super) settings: &'a Settings,
    pub(super) template: Template,
    /// Its headings and links, once a rule asked.
    structure: OnceCell<Structure>,
    /// Where a merge was not finished.
    pub(super) merge_mark: Option<Span>,
}

/// A proposal to judge.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProposalContext<'a, 'c> {
    pub(super) context: &'c ListingContext<'a>,
    pub(super) proposal: &'a Proposal,
}

impl<'a> ListingContext<'a> {
    pub(super) fn new(
        (catalog, others): (&'a Catalog, &'a OnceCell<CrossDocument>),
        index: usize,
        listing: &'a Listing,
        settings: &'a Settings,
    ) -> Self {
        let text = listing.document.text();
        let template = Template::of(listing, settings.ruleset, settings.term.as_ref());
        let structure = OnceCell::new();
        let merge_mark = merge_mark(text);
        Self { catalog, others, index, listing, text, settings, template, structure, merge_mark }
    }

    fn structure(&self) -> &Structure {
        self.structure.get_or_init(|| Structure::of(self.listing))
    }

    /// The headings; none where the document is not written in sections.
    pub(super) fn headings(&self) -> &[Heading] {
        &self.structure().headings
    }

    /// The lines that would be headings if a blank followed their `#`.
    pub(super) fn unspaced(&self) -> &[Span] {
        &self.structure().unspaced
    }

    /// The projects, in document order.
    pub(super) fn sections(&self) -> &[HeadingSection] {
        &self.structure().sections
    }

    /// Whether a heading, by its index, names the project of a proposal.
    pub(super) fn is_section(&self, heading: usize) -> bool {
        self.structure().is_section(heading)
    }

    /// The line around an offset, with its end.
    pub(super) fn line_at(&self, offset: usize) -> Span {
        self.listing.document.line_around(offset)
    }

    /// The project that a name means: the settings' aliases and projects first.
    pub(super) fn project(&self, name: &str) -> Option<&'a Project> {
        self.settings.project(name)
    }

    /// Facts about all documents of the run.
    pub(super) fn others(&self) -> &'a CrossDocument {
        self.others.get_or_init(|| CrossDocument::of(self.catalog))
    }

    /// The remarks of some kind.
    pub(super) fn remarks(&self, kind: RemarkKind) -> impl Iterator<Item = &'a Remark> {
        self.listing.remarks.iter().filter(move |remark| remark.kind == kind)
    }

    /// The level at which most headings of projects stand, where most do.
    pub(super) fn project_level(&self) -> Option<u8> {
        self.structure().project_level
    }

    /// The level at which most proposals stand, where most do: of few, most of those below the projects.
    pub(super) fn proposal_level(&self) -> Option<u8> {
        self.structure().proposal_level
    }

    /// Whether a heading is the title of the document rather than a project: it stands first and above all others,
    /// and says of which year the document is, or has the projects below it.
    pub(super) fn is_document_title(&self, heading: &Heading) -> bool {
        let first =
            self.headings().first().is_some_and(|first| first.span == heading.span && first.level == 1);
        let dated = || heading.title.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
        let holds_projects = || self.headings().get(1).is_some_and(|next| !self.is_proposal(next));
        first && self.project(&heading.title).is_none() && (dated() || holds_projects())
    }

    /// Whether a heading is that of a proposal.
    pub(super) fn is_proposal(&self, heading: &Heading) -> bool {
        self.proposal_at(heading).is_some()
    }

    /// The proposal whose heading this is.
    pub(super) fn proposal_at(&self, heading: &Heading) -> Option<&'a Proposal> {
        structure::proposal_at(self.listing, heading)
    }

    /// Whether a place lies within a proposal.
    pub(super) fn in_proposal(&self, offset: usize) -> bool {
        let after = self.listing.proposals.partition_point(|proposal| proposal.section.start <= offset);
        after.checked_sub(1).is_some_and(|at| self.listing.proposals[at].section.contains(offset))
    }

    /// The lines within a span that would be headings if a blank followed their `#`.
    pub(super) fn unspaced_in(&self, span: Span) -> &[Span] {
        let from = self.structure().unspaced.partition_point(|line| line.start < span.start);
        let to = self.structure().unspaced.partition_point(|line| line.start < span.end);
        &self.structure().unspaced[from..to.max(from)]
    }

    /// The links within a span.
    pub(super) fn links_in(&self, span: Span) -> &[(Span, String)] {
        let from = self.structure().links.partition_point(|(link, _)| link.start < span.start);
        let to = self.structure().links.partition_point(|(link, _)| link.start < span.end);
        &self.structure().links[from..to.max(from)]
    }
}

impl<'a> ProposalContext<'a, '_> {
    pub(super) fn text(&self) -> &'a str {
        self.context.text
    }

    /// The words of the title: where a finding about the proposal as a whole points.
    pub(super) fn title(&self) -> Span {
        let line = self.proposal.heading;
        let words = line.of(self.text()).trim_start_matches(['#', ' ', '\t']);
        let start = line.end - words.len();
        let first = text::first_line(self.text(), Span::new(start, line.end));
        let first = Span::new(start, start + first.of(self.text()).trim_end().len());
        if first.is_empty() { line } else { first }
    }

    /// The remarks of some kind about this proposal.
    pub(super) fn remarks(&self, kind: RemarkKind) -> impl Iterator<Item = &'a Remark> {
        let (remarks, section) = (&self.context.listing.remarks, self.proposal.section);
        let first = remarks.partition_point(|remark| remark.span.start < section.start);
        let own = remarks[first..].iter().take_while(move |remark| remark.span.start < section.end);
        own.filter(move |remark| remark.kind == kind)
    }

    /// The first remark of some kind that begins in a span.
    pub(super) fn first_remark(&self, kind: RemarkKind, span: Span) -> Option<&'a Remark> {
        let remarks = &self.context.listing.remarks;
        let first = remarks.partition_point(|remark| remark.span.start < span.start);
        let mut own = remarks[first..].iter().take_while(|remark| remark.span.start < span.end);
        own.find(|remark| remark.kind == kind)
    }

    /// Whether a remark of some kind is about exactly this span.
    pub(super) fn is_remarked(&self, kind: RemarkKind, span: Span) -> bool {
        let remarks = &self.context.listing.remarks;
        let first = remarks.partition_point(|remark| remark.span < span);
        remarks[first..].iter().take_while(|remark| remark.span == span).any(|remark| remark.kind == kind)
    }

    /// The fields of one kind.
    pub(super) fn fields(&self, kind: FieldKind) -> impl Iterator<Item = &'a Field> {
        self.proposal.fields_of(kind)
    }

    /// Finds the field of one kind whose value holds a place; made once for many places.
    pub(super) fn field_finder(&self, kind: FieldKind) -> impl Fn(usize) -> Option<&'a Field> + use<'a> {
        let mut fields: Vec<&Field> = self.fields(kind).collect();
        fields.sort_by_key(|field| field.value);
        move |offset| {
            let after = fields.partition_point(|field| field.value.start <= offset);
            after.checked_sub(1).map(|at| fields[at]).filter(|field| field.value.contains(offset))
        }
    }

    /// How many UTF-16 units the text of all fields of one kind has.
    pub(super) fn units(&self, kind: FieldKind) -> usize {
        units(self.text(), self.proposal, kind)
    }

    /// The mentors whose entries stand in the document, with their numbers. A mentor who only keeps a
    /// place is none.
    pub(super) fn mentors(&self) -> impl Iterator<Item = (usize, &'a Mentor)> {
        let text = self.text();
        let mentors = self.proposal.mentors.iter().enumerate();
        mentors.filter(move |(_, mentor)| !contact::is_placeholder(mentor.span.of(text)))
    }

    /// The project that it belongs to, where it is a known one.
    pub(super) fn project(&self) -> Option<&'a Project> {
        self.context.project(self.proposal.named_project()?)
    }
}

/// How many UTF-16 units the text of all fields of one kind has, without the marks of a quote and the
/// indentation of a list around it.
pub(super) fn units(text: &str, proposal: &Proposal, kind: FieldKind) -> usize {
    let lines = proposal.fields_of(kind).flat_map(|field| field.value.of(text).lines());
    let units =
        lines.map(|line| line.trim_start_matches(['>', ' ', '\t']).trim_end().encode_utf16().count() + 1);
    units.sum::<usize>().saturating_sub(1)
}

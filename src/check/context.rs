//! The context: one listing with what several rules ask about it.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::others::Others;
use super::projects::Project;
use super::settings::Settings;
use super::template::Template;
use crate::markdown::events::line_feeds;
use crate::markdown::outline::{Anchor, Heading, Outline};
use crate::model::{Catalog, Dialect, Field, FieldKind, Listing, Mentor, Proposal, Remark, RemarkKind, Span};

/// One listing, and what several rules ask about it.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) catalog: &'a Catalog,
    /// What all documents say together, once somebody asked.
    others: &'a OnceCell<Others>,
    /// Which listing of the catalog it is.
    pub(super) index: usize,
    pub(super) listing: &'a Listing,
    pub(super) text: &'a str,
    pub(super) settings: &'a Settings,
    pub(super) template: Template,
    /// The headings; none where the document is not written in sections.
    pub(super) headings: Vec<Heading>,
    /// The lines that would be headings if a blank followed their `#`.
    pub(super) unspaced: Vec<Span>,
    /// The links: their spans and addresses.
    pub(super) links: Vec<(Span, String)>,
    /// The projects, in document order.
    pub(super) sections: Vec<Section>,
}

/// A heading that names a project.
#[derive(Debug)]
pub(super) struct Section {
    /// The heading, as an index into those of the context.
    pub(super) heading: usize,
    /// The proposals below it, as indices into the listing's.
    pub(super) proposals: Vec<usize>,
}

/// A proposal to judge.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'a, 'c> {
    pub(super) context: &'c Context<'a>,
    pub(super) proposal: &'a Proposal,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        (catalog, others): (&'a Catalog, &'a OnceCell<Others>),
        index: usize,
        listing: &'a Listing,
        settings: &'a Settings,
    ) -> Self {
        let text = listing.document.text();
        let template = Template::of(listing, settings.profile, settings.term.as_ref());
        let (mut headings, mut unspaced, mut links) = (Vec::new(), Vec::new(), Vec::new());
        if listing.dialect == Dialect::Sections {
            let folded = line_feeds(text);
            let body = without_front_matter(&folded);
            let outline = Outline::of(&body);
            unspaced = unspaced_headings(text, &outline);
            (headings, links) = owned_parts(outline);
        }
        let sections = sections(listing, &headings);
        Self {
            catalog,
            others,
            index,
            listing,
            text,
            settings,
            template,
            headings,
            unspaced,
            links,
            sections,
        }
    }

    /// The project that a name means: the settings' aliases and projects first.
    pub(super) fn project(&self, name: &str) -> Option<&'a Project> {
        self.settings.project(name)
    }

    /// What all documents say together.
    pub(super) fn others(&self) -> &'a Others {
        self.others.get_or_init(|| Others::of(self.catalog))
    }

    /// The remarks of some kind.
    pub(super) fn remarks(&self, kind: RemarkKind) -> impl Iterator<Item = &'a Remark> {
        self.listing.remarks.iter().filter(move |remark| remark.kind == kind)
    }

    /// The level at which most headings of projects stand, where most do.
    pub(super) fn project_level(&self) -> Option<u8> {
        let levels = self.sections.iter().map(|section| self.headings[section.heading].level);
        most(levels)
    }

    /// The level at which most proposals stand, where most do: of few, most of those below the projects.
    pub(super) fn proposal_level(&self) -> Option<u8> {
        let proposals = self.headings.iter().filter(|heading| self.is_proposal(heading));
        let levels = proposals.map(|heading| heading.level);
        let below = || self.project_level().and_then(|level| most(levels.clone().filter(|own| *own > level)));
        most(levels.clone()).or_else(below)
    }

    /// Whether a heading is the title of the document rather than a project: it stands first and above all others,
    /// and says of which year the document is, or has the projects below it.
    pub(super) fn is_document_title(&self, heading: &Heading) -> bool {
        let first = self.headings.first().is_some_and(|first| first.span == heading.span && first.level == 1);
        let dated = || heading.title.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
        let holds_projects = || self.headings.get(1).is_some_and(|next| !self.is_proposal(next));
        first && self.project(&heading.title).is_none() && (dated() || holds_projects())
    }

    /// Whether a heading is that of a proposal.
    pub(super) fn is_proposal(&self, heading: &Heading) -> bool {
        let proposals = &self.listing.proposals;
        proposals.binary_search_by_key(&heading.span.start, |proposal| proposal.heading.start).is_ok()
    }

    /// Whether a place lies within a proposal.
    pub(super) fn in_proposal(&self, offset: usize) -> bool {
        let after = self.listing.proposals.partition_point(|proposal| proposal.section.start <= offset);
        after.checked_sub(1).is_some_and(|at| self.listing.proposals[at].section.contains(offset))
    }

    /// The lines within a span that would be headings if a blank followed their `#`.
    pub(super) fn unspaced_in(&self, span: Span) -> &[Span] {
        let from = self.unspaced.partition_point(|line| line.start < span.start);
        let to = self.unspaced.partition_point(|line| line.start < span.end);
        &self.unspaced[from..to.max(from)]
    }

    /// The links within a span.
    pub(super) fn links_in(&self, span: Span) -> &[(Span, String)] {
        let from = self.links.partition_point(|(link, _)| link.start < span.start);
        let to = self.links.partition_point(|(link, _)| link.start < span.end);
        &self.links[from..to.max(from)]
    }
}

impl<'a> Case<'a, '_> {
    pub(super) fn text(&self) -> &'a str {
        self.context.text
    }

    /// The words of the title: where a finding about the proposal as a whole points.
    pub(super) fn title(&self) -> Span {
        let line = self.proposal.heading;
        let words = line.of(self.text()).trim_start_matches(['#', ' ', '\t']);
        let first = words.lines().next().unwrap_or_default().trim_end();
        let start = line.end - words.len();
        if first.is_empty() { line } else { Span::new(start, start + first.len()) }
    }

    /// The remarks of some kind about this proposal.
    pub(super) fn remarks(&self, kind: RemarkKind) -> impl Iterator<Item = &'a Remark> {
        let (remarks, section) = (&self.context.listing.remarks, self.proposal.section);
        let first = remarks.partition_point(|remark| remark.span.start < section.start);
        let own = remarks[first..].iter().take_while(move |remark| remark.span.start < section.end);
        own.filter(move |remark| remark.kind == kind)
    }

    /// The fields of one kind.
    pub(super) fn fields(&self, kind: FieldKind) -> impl Iterator<Item = &'a Field> {
        self.proposal.fields_of(kind)
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
        mentors.filter(move |(_, mentor)| !super::handle::is_placeholder(mentor.span.of(text)))
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

/// The value that more than half of the values are.
fn most(values: impl Iterator<Item = u8>) -> Option<u8> {
    let mut counts = [0_usize; 7];
    values.for_each(|value| counts[usize::from(value.min(6))] += 1);
    let all: usize = counts.iter().sum();
    let found = counts.iter().position(|count| count * 2 > all)?;
    u8::try_from(found).ok()
}

/// The headings that name the projects of proposals, and those at their level that name one without
/// proposals.
fn sections(listing: &Listing, headings: &[Heading]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (number, proposal) in listing.proposals.iter().enumerate() {
        let Some(project) = proposal.named_project() else { continue };
        let below = headings.partition_point(|heading| heading.span.start < proposal.heading.start);
        let Some(heading) = headings[..below].iter().rposition(|heading| heading.title == project) else {
            continue;
        };
        match sections.iter_mut().rfind(|section| section.heading == heading) {
            Some(section) => section.proposals.push(number),
            None => sections.push(Section { heading, proposals: vec![number] }),
        }
    }
    sections
}

/// The text with blanks in the place of front matter, which is no Markdown. No offset changes.
fn without_front_matter(text: &str) -> Cow<'_, str> {
    let Some(fence) = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence)) else {
        return Cow::Borrowed(text);
    };
    let mut end = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        end += line.len();
        if number > 0 && line.trim_end() == fence {
            let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
            return Cow::Owned(text[..end].bytes().map(blank).collect::<String>() + &text[end..]);
        }
    }
    Cow::Borrowed(text)
}

/// The lines that would be headings if a blank followed their `#`. A single `#` begins tags and numbers, too.
fn unspaced_headings(text: &str, outline: &Outline<'_>) -> Vec<Span> {
    let margin = outline.lines.iter().filter(|line| line.depth == 0 || starts_line(text, line.start));
    let starts = margin.filter(|line| is_unspaced_heading(&text[line.start..])).map(|line| line.start);
    starts.map(|start| Span::new(start, start + text[start..].lines().next().map_or(0, str::len))).collect()
}

fn starts_line(text: &str, at: usize) -> bool {
    at == 0 || text[..at].ends_with(['\n', '\r'])
}

/// Whether a line begins with two to six `#` and a letter.
fn is_unspaced_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - words.len())) && words.starts_with(char::is_alphabetic)
}

/// What is kept of an outline, which does not outlive its text.
fn owned_parts(outline: Outline<'_>) -> (Vec<Heading>, Vec<(Span, String)>) {
    let link = |link: Anchor<'_>| (link.span, link.url.into_owned());
    (outline.headings, outline.links.into_iter().map(link).collect())
}

//! The structure of a listing in sections: its headings, which of them name projects, and its links.

use std::collections::HashMap;

use crate::markdown::events::line_feeds;
use crate::markdown::outline::{Anchor, Heading, Outline};
use crate::model::{Dialect, Listing, Proposal, Span};
use crate::parse::without_front_matter;

/// How many bytes are kept of the address of a link that is written elsewhere, once for many links.
const LONGEST_REFERENCE: usize = 256;

/// The headings and the links of a listing. Empty if the document is not written in sections.
#[derive(Debug, Default)]
pub(super) struct Structure {
    /// The headings, in document order.
    pub(super) headings: Vec<Heading>,
    /// The lines that would be headings if a blank followed their `#`.
    pub(super) unspaced: Vec<Span>,
    /// The links: their spans and addresses.
    pub(super) links: Vec<(Span, String)>,
    /// The projects, in the order of their first proposals.
    pub(super) sections: Vec<HeadingSection>,
    /// Whether each heading is that of a section.
    is_section: Vec<bool>,
    /// The level at which most headings of projects stand.
    pub(super) project_level: Option<u8>,
    /// The level at which most proposals stand: of few, most of those below the projects.
    pub(super) proposal_level: Option<u8>,
}

/// A heading that names a project.
#[derive(Debug)]
pub(super) struct HeadingSection {
    /// The heading, as an index into those of the structure.
    pub(super) heading: usize,
    /// The proposals below it, as indices into the listing's.
    pub(super) proposals: Vec<usize>,
}

impl Structure {
    /// Reads the structure of a listing.
    pub(super) fn of(listing: &Listing) -> Self {
        if listing.dialect != Dialect::Sections {
            return Self::default();
        }
        let text = listing.document.text();
        let folded = line_feeds(text);
        let body = without_front_matter(&folded);
        let outline = Outline::of(&body);
        let unspaced = unspaced_headings(text, &outline);
        let (headings, links) = owned_parts(&body, outline);
        let sections = sections(listing, &headings);
        let mut is_section = vec![false; headings.len()];
        for section in &sections {
            is_section[section.heading] = true;
        }
        let project_level = most(sections.iter().map(|section| headings[section.heading].level));
        let proposals = headings.iter().filter(|heading| proposal_at(listing, heading).is_some());
        let levels = proposals.map(|heading| heading.level);
        let below = || project_level.and_then(|level| most(levels.clone().filter(|own| *own > level)));
        let proposal_level = most(levels.clone()).or_else(below);
        Self { headings, unspaced, links, sections, is_section, project_level, proposal_level }
    }

    /// Whether a heading, by its index, names the project of a proposal.
    pub(super) fn is_section(&self, heading: usize) -> bool {
        self.is_section.get(heading).copied().unwrap_or(false)
    }
}

/// The proposal whose heading this is.
pub(super) fn proposal_at<'l>(listing: &'l Listing, heading: &Heading) -> Option<&'l Proposal> {
    let proposals = &listing.proposals;
    let at = proposals.binary_search_by_key(&heading.span.start, |proposal| proposal.heading.start).ok()?;
    Some(&proposals[at])
}

/// The value that more than half of the values are.
fn most(values: impl Iterator<Item = u8>) -> Option<u8> {
    let mut counts = [0_usize; 7];
    values.for_each(|value| counts[usize::from(value.min(6))] += 1);
    let all: usize = counts.iter().sum();
    let found = counts.iter().position(|count| count * 2 > all)?;
    u8::try_from(found).ok()
}

/// The headings that name the projects of proposals: for each proposal the last one above it with that title.
fn sections(listing: &Listing, headings: &[Heading]) -> Vec<HeadingSection> {
    let mut titled: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, heading) in headings.iter().enumerate() {
        titled.entry(&heading.title).or_default().push(at);
    }
    let mut sections: Vec<HeadingSection> = Vec::new();
    let mut known: HashMap<usize, usize> = HashMap::new();
    for (number, proposal) in listing.proposals.iter().enumerate() {
        let Some(project) = proposal.named_project() else { continue };
        let Some(places) = titled.get(project) else { continue };
        let above = places.partition_point(|at| headings[*at].span.start < proposal.heading.start);
        let Some(heading) = above.checked_sub(1).map(|at| places[at]) else { continue };
        let section = *known.entry(heading).or_insert_with(|| {
            sections.push(HeadingSection { heading, proposals: Vec::new() });
            sections.len() - 1
        });
        sections[section].proposals.push(number);
    }
    sections
}

/// The lines that would be headings if a blank followed their `#`. A single `#` begins tags and numbers, too.
fn unspaced_headings(text: &str, outline: &Outline<'_>) -> Vec<Span> {
    let margin = outline.lines.iter().filter(|line| line.depth == 0 || starts_line(text, line.start));
    let starts = margin.filter(|line| is_unspaced_heading(&text[line.start..])).map(|line| line.start);
    starts.map(|start| super::text::first_line(text, Span::new(start, text.len()))).collect()
}

fn starts_line(text: &str, at: usize) -> bool {
    at == 0 || text[..at].ends_with(['\n', '\r'])
}

/// Whether a line begins with two to six `#` and a letter.
fn is_unspaced_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - words.len())) && words.starts_with(char::is_alphabetic)
}

/// The parts of an outline that are kept when its text is dropped.
fn owned_parts(text: &str, outline: Outline<'_>) -> (Vec<Heading>, Vec<(Span, String)>) {
    let link = |link: Anchor<'_>| {
        let written = link.span.of(text);
        let is_here = written.len() >= link.url.len() && written.contains(link.url.as_ref());
        let most = if is_here { link.url.len() } else { LONGEST_REFERENCE };
        (link.span, link.url[..super::text::boundary(&link.url, most)].to_owned())
    };
    (outline.headings, outline.links.into_iter().map(link).collect())
}

//! The source of a proposal: its lines as they are in the document, numbered.

use std::rc::Rc;

use super::Page;
use crate::app::problems::sign;
use crate::app::viewport::SourceLines;
use crate::check::Severity;
use crate::markdown::glyphs::WRAPPED;
use crate::markdown::mail::EmailVisibility;
use crate::markdown::missed;
use crate::model::safe;
use crate::model::{Entry, Field, Span, unread_lines};
use crate::page::limits::TextRoom;
use crate::search::Shown;
use crate::ui::prose;
use crate::ui::row::{Break, Piece, Role, Row, Tone};

/// The sign beside the number of a line that the reader could not place.
const UNREAD: &str = "!";

impl Page {
    /// The source of the proposal's section for `width` display cells, its lines numbered.
    pub fn source(entry: Entry<'_>, width: usize, emails: EmailVisibility) -> Self {
        Self::source_with(entry, &[], width, emails)
    }

    /// The same, with signs beside the lines (by their numbers, ascending) on which something is wrong.
    pub fn source_with(
        entry: Entry<'_>,
        wrong: &[(usize, Severity)],
        width: usize,
        emails: EmailVisibility,
    ) -> Self {
        let mut page = Self { emails, ..Self::default() };
        page.begin(Some(Shown::Prose));
        let text = entry.text();
        // A derived text has no lines of its own in the file: its numbers count the section's.
        let derived = !entry.listing.document.anchors().is_empty();
        let first = if derived { 1 } else { entry.line() };
        let mut space = TextRoom::default();
        let section = space.take(text, entry.proposal.section);
        let lines = lines_of(text, section);
        let unread = unread_lines(text, &entry.listing.remarks, section);
        let is_unread = |line: Span| unread.binary_search_by_key(&line.start, |(span, _)| span.start).is_ok();
        // Where all was placed the marks need no column.
        let marks = usize::from(!unread.is_empty() || !wrong.is_empty());
        let digits = (first + lines.len()).to_string().len();
        let room = width.saturating_sub(digits + marks + 1).max(1);
        let mut fields: Vec<&Field> = entry.proposal.fields.iter().collect();
        fields.sort_by_key(|field| field.label.start);
        let mut fields = fields.into_iter().peekable();
        let mut begins_on = Vec::with_capacity(lines.len());
        for (at, line) in lines.into_iter().enumerate() {
            begins_on.push(page.rows.len());
            while let Some(field) = fields.next_if(|field| field.label.start <= line.end) {
                // One of the front matter begins above them all.
                if line.start <= field.label.start {
                    Rc::make_mut(&mut page.fields).push((field.kind, page.rows.len()));
                }
            }
            // A derived text has other lines than those that the check counts.
            let wrong = worst(wrong, first + at).filter(|_| !derived);
            let (sign, role) = match wrong {
                Some(severity) => (sign(severity), Role::Problem(severity)),
                None if is_unread(line) => (UNREAD, Role::Mark),
                None => ("", Role::Mark),
            };
            let line = emails.in_text(line.of(text));
            let line = safe(&line);
            for (part, wrapped) in prose::wrap_source(&line, room).into_iter().enumerate() {
                let (number, sign) =
                    if part == 0 { ((first + at).to_string(), sign) } else { (WRAPPED.to_string(), "") };
                let number = Piece::new(format!("{number:>digits$}"), Tone::of(Role::Mark));
                let sign = Piece::new(format!("{sign:marks$} "), Tone::of(role));
                let follows = if part == 0 { Break::Hard } else { Break::Word };
                let pieces = vec![number, sign, Piece::new(wrapped, Tone::default())];
                page.rows.push(Row { pieces, follows });
            }
        }
        page.note(&space, width);
        if let Some(sentence) = missed::sentence_of(std::iter::once(entry.listing)) {
            page.rows.push(Row::default());
            page.words(&format!("In this document {sentence}."), Role::Quiet, width);
        }
        page.lines = SourceLines { first, rows: begins_on.into() };
        page.placed()
    }
}

/// The worst that is wrong on a line.
fn worst(wrong: &[(usize, Severity)], line: usize) -> Option<Severity> {
    let from = wrong.partition_point(|(other, _)| *other < line);
    let here = wrong[from..].iter().take_while(|(other, _)| *other == line);
    here.map(|(_, severity)| *severity).max()
}

/// The lines of a part of a text, without their ends and what is blank after the last.
fn lines_of(text: &str, part: Span) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut chunk_start = part.start;
    for chunk in part.of(text).trim_end().split('\n') {
        let mut start = chunk_start;
        for line in chunk.strip_suffix('\r').unwrap_or(chunk).split('\r') {
            lines.push(Span::new(start, start + line.len()));
            start += line.len() + 1;
        }
        chunk_start += chunk.len() + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Origin, Proposal, ProposalId, Remark, RemarkKind};

    /// The source of a proposal that is all of a text.
    fn source(text: &str, remarks: Vec<Remark>, wrong: &[(usize, Severity)], width: usize) -> Page {
        let section = Span::new(0, text.len());
        let proposal = Proposal::new(ProposalId::new("p"), "A title", Span::default(), section);
        let listing = Listing { remarks, ..Listing::new(Document::new(Origin::Stdin, text), Vec::new()) };
        Page::source_with(
            Entry { listing: &listing, proposal: &proposal },
            wrong,
            width,
            EmailVisibility::Masked,
        )
    }

    fn lines(page: &Page) -> Vec<String> {
        page.rows.iter().map(|row| row.text().trim_end().to_owned()).collect()
    }

    #[test]
    fn source_lines_are_numbered_once_and_broken_where_they_are_full() {
        let source = source("abcdef\r\n\r\n\u{1b}x\n", Vec::new(), &[], 6);
        assert_eq!(lines(&source), ["1 abcd", "↪ ef", "2", "3 \u{fffd}x"]);
        assert_eq!(source.rows[1].follows, Break::Word);
    }

    #[test]
    fn lines_that_were_not_placed_are_marked_beside_their_numbers() {
        let text = "### T\n- Description: a\n- Mentors: TBD, and words that go on\n- Outcome: b\n";
        let start = text.find("TBD").unwrap();
        let unread = Remark { kind: RemarkKind::UnreadMentor, span: Span::new(start, start + 3) };
        let source = source(text, vec![unread], &[], 24);
        assert_eq!(
            lines(&source),
            [
                "1  ### T",
                "2  - Description: a",
                "3! - Mentors: TBD, and w",
                "↪  ords that go on",
                "4  - Outcome: b"
            ]
        );
    }

    #[test]
    fn what_the_document_has_besides_and_was_not_read_is_said_below() {
        let text = "### T\n## Buoys\n";
        let section = Span::new(0, 6);
        let proposal = Proposal::new(ProposalId::new("p"), "T", Span::default(), section);
        let mut listing = Listing::new(Document::new(Origin::Stdin, text), Vec::new());
        listing.reading.missed = vec![Span::new(6, text.len())];
        let entry = Entry { listing: &listing, proposal: &proposal };
        let page = Page::source(entry, 200, EmailVisibility::Masked);
        assert_eq!(
            lines(&page),
            [
                "1 ### T",
                "",
                "In this document 1 heading looks like a proposal but was not read: Buoys; `mentor-tui list \
                 --explain` shows how the text was read."
            ]
        );
    }

    #[test]
    fn lines_with_problems_bear_the_sign_of_the_worst() {
        let wrong = [(1, Severity::Info), (3, Severity::Warning), (3, Severity::Error)];
        let page = source("a\nb b b\nc\n", Vec::new(), &wrong, 6);
        assert_eq!(lines(&page), ["1· a", "2  b b", "↪   b", "3✗ c"]);
        assert_eq!((page.lines.row(1), page.lines.row(3), page.lines.row(4)), (Some(0), Some(3), None));
    }
}

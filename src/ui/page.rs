//! A page: one proposal laid out for a width, as the detail shows it.
//!
//! What one decides by stands first: title, skills, mentors, upstream. Then the fields in the order
//! of the document. A field that those facts say in full is not repeated; one that says more is.

mod facts;
pub(super) mod fields;

use std::rc::Rc;

use self::facts::{FactValue, mentor_name, short_address, skill_values};
use super::row::{Break, Piece, Role, Row, Tone};
use super::{prose, text};
use crate::app::viewport::PageTarget;
use crate::markdown::block::{Block, Inline, Prose, Run};
use crate::markdown::mail::Mails;
use crate::markdown::plain::safe;
use crate::markdown::{block, dedent};
use crate::model::{Entry, Field, FieldKind, Link, Mentor, SkillLevel, Span, unread_lines};
use crate::search::Shown;
use crate::search::facets::Facet;
use crate::search::people;

/// The columns of the names of the facts.
const FACT_NAME: usize = 11;
/// What stands beside the number of a line that the reader could not place.
const UNREAD: &str = "!";
/// Lines longer than this (display cells) are hard to read: the eye loses the next one.
const MEASURE: usize = 100;
/// A space that lines do not break at: a name and its handle stay together.
const TOGETHER: &str = "\u{a0}";
/// Under this width a fact stands below its name.
const NARROW: usize = 30;

/// One proposal laid out for a width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The rows, none wider than the width.
    pub rows: Vec<Row>,
    /// What pieces lead to, by the number in [`Piece::link`].
    pub targets: Vec<PageTarget>,
    /// The rows on which a section begins.
    pub sections: Vec<usize>,
    /// The rows on which fields begin.
    pub fields: Vec<(FieldKind, usize)>,
    /// From which rows on it shows which part of the proposal.
    parts: Vec<(usize, Option<Shown>)>,
    /// Whether the e-mail addresses on it are readable.
    mails: Mails,
    /// How much of the text stands above each row, whatever the width: see [`place`](crate::app::place).
    pub places: Rc<[usize]>,
}

impl Page {
    /// The proposal rendered for `width` display cells, of which it uses no more than are readable.
    #[must_use]
    pub fn rendered(entry: Entry<'_>, width: usize, mails: Mails) -> Self {
        Self::rendered_with(entry, &[], width, mails)
    }

    /// The same, with how the proposal meets the profile, part by part; nothing where that is not
    /// known.
    #[must_use]
    pub fn rendered_with(entry: Entry<'_>, fit: &[String], width: usize, mails: Mails) -> Self {
        let width = width.min(MEASURE);
        let mut page = Self { mails, ..Self::default() };
        let proposal = entry.proposal;
        page.begin(Some(Shown::Title));
        page.words(&proposal.title, Role::Title, width);
        page.facts(entry, fit, width);
        page.begin(Some(Shown::Prose));
        for field in proposal.fields.iter().filter(|field| fields::says_more(entry, field)) {
            let markdown = dedent::dedent(entry.text(), field.value);
            let content = block::prose(&markdown, &entry.listing.references);
            page.section(fields::field_name(entry, field), content, width);
            page.fields.extend(page.sections.last().map(|&row| (field.kind, row)));
        }
        page.placed()
    }

    /// The source of the proposal's section for `width` display cells, its lines numbered.
    #[must_use]
    pub fn source(entry: Entry<'_>, width: usize, mails: Mails) -> Self {
        let mut page = Self { mails, ..Self::default() };
        page.begin(Some(Shown::Prose));
        let text = entry.text();
        // A derived text has no lines of its own in the file: its numbers count the section's.
        let derived = !entry.listing.document.anchors().is_empty();
        let first = if derived { 1 } else { entry.line() };
        let lines = lines_of(text, entry.proposal.section);
        let unread = unread_lines(text, &entry.listing.remarks, entry.proposal.section);
        let is_unread = |line: Span| unread.binary_search_by_key(&line.start, |(span, _)| span.start).is_ok();
        // Where all was placed the marks need no column.
        let marks = usize::from(!unread.is_empty());
        let digits = (first + lines.len()).to_string().len();
        let room = width.saturating_sub(digits + marks + 1).max(1);
        for (at, line) in lines.into_iter().enumerate() {
            let begins = |field: &&Field| line.contains(field.label.start) || line.end == field.label.start;
            let fields = entry.proposal.fields.iter().filter(begins);
            page.fields.extend(fields.map(|field| (field.kind, page.rows.len())));
            let mark = if is_unread(line) { UNREAD } else { "" };
            let line = mails.in_text(line.of(text));
            let line = safe(&line);
            for (part, wrapped) in prose::wrap_source(&line, room).into_iter().enumerate() {
                let (number, mark) =
                    if part == 0 { ((first + at).to_string(), mark) } else { ("↪".to_owned(), "") };
                let number = Piece::new(format!("{number:>digits$}{mark:marks$} "), Tone::of(Role::Mark));
                let follows = if part == 0 { Break::Hard } else { Break::Word };
                let pieces = vec![number, Piece::new(wrapped, Tone::default())];
                page.rows.push(Row { pieces, follows });
            }
        }
        page.placed()
    }

    /// The part of the proposal that a row shows; nothing where it shows none that a word is looked up
    /// in.
    #[must_use]
    pub fn shown(&self, row: usize) -> Option<Shown> {
        let next = self.parts.partition_point(|(first, _)| *first <= row);
        next.checked_sub(1).and_then(|at| self.parts[at].1)
    }

    /// The next rows show this.
    fn begin(&mut self, shown: Option<Shown>) {
        self.parts.push((self.rows.len(), shown));
    }

    /// The page with the places of its rows: the bytes of text above, without white space and
    /// without what the layout repeats or adds as the width asks for it.
    fn placed(mut self) -> Self {
        let mut above = 0;
        let place = |row: &Row| {
            let place = above;
            let written = row
                .pieces
                .iter()
                .filter(|piece| !matches!(piece.tone.role, Role::Mark | Role::Quiet | Role::Label));
            above +=
                written.map(|piece| piece.text.bytes().filter(|byte| *byte != b' ').count()).sum::<usize>();
            place
        };
        self.places = self.rows.iter().map(place).collect();
        self
    }

    fn facts(&mut self, entry: Entry<'_>, fit: &[String], width: usize) {
        let proposal = entry.proposal;
        let plain = |text: &String| FactValue { text: text.clone(), target: None, is_chip: false };
        let text = |value: &Option<String>| value.iter().map(plain).collect();
        let link = |link: &Link| FactValue {
            text: short_address(link),
            target: Some(PageTarget::Address(link.url.clone())),
            is_chip: false,
        };
        let mentor = |mentor: &Mentor| FactValue {
            text: mentor_name(mentor),
            target: Some(PageTarget::Value(Facet::Mentors, people::value(mentor).to_owned())),
            is_chip: false,
        };
        let skills = |levels: &[SkillLevel]| {
            let skills = proposal.skills.iter().filter(|skill| levels.contains(&skill.level));
            skills.flat_map(|skill| skill_values(&skill.text)).collect()
        };
        let (in_project, in_skill, in_mentor) =
            (Some(Shown::Project), Some(Shown::Skill), Some(Shown::Mentor));
        let facts: [(&str, Option<Shown>, Vec<FactValue>); 10] = [
            ("Part of", in_project, text(&proposal.subproject)),
            ("Skills", in_skill, skills(&[SkillLevel::Required, SkillLevel::Unsaid])),
            ("A plus", in_skill, skills(&[SkillLevel::NiceToHave])),
            ("To learn", in_skill, skills(&[SkillLevel::WillLearn])),
            ("Your fit", None, fit.iter().map(plain).collect()),
            ("Mentors", in_mentor, proposal.mentors.iter().map(mentor).collect()),
            ("Upstream", None, proposal.upstream.iter().map(link).collect()),
            ("Apply", None, proposal.apply.iter().map(link).collect()),
            ("Difficulty", None, text(&proposal.difficulty)),
            ("Size", None, text(&proposal.size)),
        ];
        for (name, shown, values) in facts.into_iter().filter(|(.., values)| !values.is_empty()) {
            self.begin(shown);
            self.fields.extend(fields::fact_field(name).map(|kind| (kind, self.rows.len())));
            self.fact(name, values, width);
        }
    }

    fn fact(&mut self, name: &str, values: Vec<FactValue>, width: usize) {
        let mut content = Prose::default();
        let mut inlines = Vec::new();
        let below = width < NARROW;
        let indent = if below { 0 } else { FACT_NAME };
        let room = width - indent;
        let mut chips = Vec::new();
        for FactValue { text, target, is_chip } in values {
            let text = if text::width(&text) <= room * 2 / 3 { text.replace(' ', TOGETHER) } else { text };
            if !inlines.is_empty() {
                let between = if is_chip { " ".to_owned() } else { format!("{TOGETHER}· ") };
                inlines.push(Inline::Run(Run { text: between, ..Run::default() }));
            }
            let link = target.map(|target| {
                self.targets.push(match target {
                    PageTarget::Address(url) => PageTarget::Address(self.mails.in_address(&url).into_owned()),
                    value @ PageTarget::Value(..) => value,
                });
                self.targets.len() - 1
            });
            chips.extend(link.filter(|_| is_chip));
            inlines.push(Inline::Run(Run { text, link, ..Run::default() }));
        }
        content.blocks.push(Block::Paragraph(inlines));
        self.mails.apply(&mut content);
        let label = Tone::of(Role::Label);
        if below {
            self.rows.push(Row::new(text::cut(name, width), label));
        }
        let rows = prose::layout(&content, room);
        for (at, mut row) in rows.into_iter().enumerate() {
            for piece in &mut row.pieces {
                piece.text = piece.text.replace(TOGETHER, " ");
                let is_value = |&link: &usize| matches!(self.targets.get(link), Some(PageTarget::Value(..)));
                if let Some(link) = piece.link.filter(is_value) {
                    // Every skill underlined would be a page of underlines.
                    piece.tone.role = if chips.contains(&link) { Role::Quiet } else { Role::Text };
                }
            }
            if !below {
                // Below its name a fact is only indented: no search shall end there.
                let (name, tone) = if at == 0 { (name, label) } else { ("", Tone::of(Role::Mark)) };
                row.pieces.insert(0, Piece::new(text::pad(name, indent), tone));
            }
            self.rows.push(row);
        }
    }

    fn section(&mut self, name: &str, mut content: Prose, width: usize) {
        self.rows.push(Row::default());
        self.sections.push(self.rows.len());
        self.words(name, Role::Heading(1), width);
        content.blocks = fields::below(name, content.blocks);
        let mut rows = self.place(content, width);
        for piece in rows.iter_mut().flat_map(|row| &mut row.pieces) {
            // A heading inside a field ranks below the field's own name.
            if let Role::Heading(level) = &mut piece.tone.role {
                *level = (*level + 1).min(6);
            }
        }
        self.rows.extend(rows);
    }

    /// A line of one role, wrapped.
    fn words(&mut self, words: &str, role: Role, width: usize) {
        let mut rows = prose::layout(&paragraph(words), width);
        rows.iter_mut().flat_map(|row| &mut row.pieces).for_each(|piece| piece.tone.role = role);
        self.rows.extend(rows);
    }

    /// Lays prose out and makes its links the page's own.
    fn place(&mut self, mut content: Prose, width: usize) -> Vec<Row> {
        self.mails.apply(&mut content);
        let mut rows = prose::layout(&content, width);
        let before = self.targets.len();
        for link in rows.iter_mut().flat_map(|row| &mut row.pieces).filter_map(|piece| piece.link.as_mut()) {
            *link += before;
        }
        self.targets.extend(content.links.into_iter().map(PageTarget::Address));
        rows
    }
}

/// Words without marks.
fn paragraph(words: &str) -> Prose {
    let words = Run { text: words.to_owned(), ..Run::default() };
    Prose { blocks: vec![Block::Paragraph(vec![Inline::Run(words)])], links: Vec::new() }
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

    /// A proposal whose section is this text, with its mentors.
    fn page(text: &str, layout: impl Fn(Entry<'_>) -> Page) -> Page {
        page_with(Vec::new(), text, layout)
    }

    /// The same, with remarks.
    fn page_with(remarks: Vec<Remark>, text: &str, layout: impl Fn(Entry<'_>) -> Page) -> Page {
        let mentor = |name: &str, github: Option<&str>, primary| Mentor {
            name: name.to_owned(),
            github: github.map(str::to_owned),
            email: None,
            primary,
            span: Span::default(),
        };
        let section = Span::new(0, text.len());
        let proposal = Proposal {
            mentors: vec![mentor("Mira Holt", Some("mira"), true), mentor("@jon", Some("jon"), false)],
            difficulty: Some("hard".to_owned()),
            ..Proposal::new(ProposalId::new("p"), "A title", Span::default(), section)
        };
        let document = Document::new(Origin::Stdin, text);
        let listing = Listing { remarks, ..Listing::new(document, Vec::new()) };
        layout(Entry { listing: &listing, proposal: &proposal })
    }

    fn lines(page: &Page) -> Vec<String> {
        page.rows.iter().map(|row| row.text().trim_end().to_owned()).collect()
    }

    #[test]
    fn source_lines_are_numbered_once_and_broken_where_they_are_full() {
        let source = page("abcdef\r\n\r\n\u{1b}x\n", |entry| Page::source(entry, 6, Mails::Masked));
        assert_eq!(lines(&source), ["1 abcd", "↪ ef", "2", "3 \u{fffd}x"]);
        assert_eq!(source.rows[1].follows, Break::Word);
    }

    #[test]
    fn lines_that_were_not_placed_are_marked_beside_their_numbers() {
        let text = "### T\n- Description: a\n- Mentors: TBD, and words that go on\n- Outcome: b\n";
        let start = text.find("TBD").unwrap();
        let unread = Remark { kind: RemarkKind::UnreadMentor, span: Span::new(start, start + 3) };
        let source = page_with(vec![unread], text, |entry| Page::source(entry, 24, Mails::Masked));
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
    fn facts_stand_beside_their_names_or_below_them_where_it_is_narrow() {
        let wide = page("", |entry| Page::rendered(entry, 60, Mails::Masked));
        assert_eq!(
            lines(&wide),
            ["A title", "Mentors    Mira Holt @mira (primary) · @jon", "Difficulty hard"]
        );
        let narrow = page("", |entry| Page::rendered(entry, 27, Mails::Masked));
        assert_eq!(lines(&narrow)[1], "Mentors");
        assert!(lines(&narrow).contains(&"hard".to_owned()));
    }
}

//! A page: one proposal laid out for a width, as the detail shows it.
//!
//! The facts that one decides by come first: title, skills, mentors, upstream. Then the fields in the order
//! of the document. A field that those facts say in full is not repeated; one that says more is.

mod issue;
pub(super) mod layout;
mod readiness;
mod since;
mod source;

use std::rc::Rc;

use super::row::{Break, Piece, Role, Row, Tone};
use super::{prose, text};
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::viewport::SourceLines;
use crate::markdown::block::{Block, Inline, Marks, Prose, Run};
use crate::markdown::glyphs::MIDDLE_DOT;
use crate::markdown::mail::EmailVisibility;
use crate::model::{Entry, FieldKind};
use crate::page::changes::FieldChange;
use crate::page::facts::{self, FactPart, PageTarget};
use crate::page::fields;
use crate::page::limits::{FactRoom, TextRoom, short};
use crate::search::fit::SkillSign;
use crate::search::{Fit, Shown};

/// The columns of the names of the facts.
const FACT_NAME: usize = 14;
/// Lines longer than this (display cells) are hard to read.
const MEASURE: usize = super::layout::MEASURE as usize;
/// A space that lines do not break at: a name and its handle stay together.
const TOGETHER: &str = "\u{a0}";
/// Under this width a fact stands below its name.
const NARROW: usize = 30;

/// How a proposal meets the profile of who reads.
#[derive(Debug, Clone, Copy, Default)]
pub struct FitFacts<'a> {
    /// In a sentence; none without a profile.
    pub words: &'a [String],
    /// Skill by skill.
    pub fit: Option<&'a Fit>,
}

/// The past of a proposal: its changes since the last visit, and its line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Since<'a> {
    /// The fields that differ from those of the last visit.
    pub changes: &'a [FieldChange],
    /// The terms that it goes on from, in a sentence.
    pub lineage: Option<&'a str>,
}

/// One proposal laid out for a width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The rows, none wider than the width.
    pub rows: Vec<Row>,
    /// The targets of pieces, by the number in [`Piece::link`].
    pub targets: Rc<Vec<PageTarget>>,
    /// The rows on which a section begins.
    pub sections: Rc<Vec<usize>>,
    /// The rows on which fields begin.
    pub fields: Rc<Vec<(FieldKind, usize)>>,
    /// From which rows on it shows which part of the proposal.
    parts: Vec<(usize, Option<Shown>)>,
    /// Where the lines of the source stand, where that is what it shows.
    pub lines: SourceLines,
    /// Whether the e-mail addresses on it are readable.
    emails: EmailVisibility,
    /// How much of the text stands above each row, whatever the width: see [`scroll_anchor`](crate::app::scroll_anchor).
    pub places: Rc<[usize]>,
}

impl Page {
    /// The proposal rendered for `width` display cells, of which it uses no more than are readable.
    pub fn rendered(entry: Entry<'_>, width: usize, emails: EmailVisibility) -> Self {
        Self::rendered_with(entry, FitFacts::default(), width, emails)
    }

    /// The same, with how the proposal meets the profile.
    pub fn rendered_with(entry: Entry<'_>, fit: FitFacts<'_>, width: usize, emails: EmailVisibility) -> Self {
        Self::rendered_since(entry, fit, Since::default(), width, emails)
    }

    /// The same, with what changed since the last visit, and the terms that the proposal goes on from.
    pub fn rendered_since(
        entry: Entry<'_>,
        fit: FitFacts<'_>,
        since: Since<'_>,
        width: usize,
        emails: EmailVisibility,
    ) -> Self {
        let width = width.min(MEASURE);
        let mut page = Self { emails, ..Self::default() };
        page.begin(Some(Shown::Title));
        page.words(&short(&entry.proposal.title), Role::Title, width);
        page.facts(entry, fit, width);
        page.since(since, width);
        page.begin(Some(Shown::Prose));
        let mut room = TextRoom::default();
        for part in fields::parts(entry, &mut room) {
            let row = page.section(part.name, part.prose(entry), width);
            Rc::make_mut(&mut page.fields).push((part.kind, row));
        }
        page.note(&room, width);
        page.placed()
    }

    /// The part of the proposal that a row shows; `None` when it shows none that a word is looked up
    /// in.
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

    /// Says what there was no room for.
    fn note(&mut self, room: &TextRoom, width: usize) {
        if let Some(note) = room.note() {
            self.rows.push(Row::default());
            let note = format!("{note}; {} opens the document in the editor", hint(Action::OpenEditor));
            self.words(&note, Role::Quiet, width);
        }
    }

    fn facts(&mut self, entry: Entry<'_>, fit: FitFacts<'_>, width: usize) {
        let mut room = FactRoom::default();
        let facts = facts::facts(entry, fit.words);
        if !facts.is_empty() {
            self.rows.push(Row::default());
        }
        for (fact, values) in facts.iter().filter(|(fact, _)| fact.is_beside_list()) {
            self.begin(fact.marked_as());
            Rc::make_mut(&mut self.fields).extend(fact.field().map(|kind| (kind, self.rows.len())));
            self.fact(fact.label(), facts::parts(values, fit.fit, &mut room), width);
        }
    }

    fn fact(&mut self, name: &str, values: Vec<FactPart>, width: usize) {
        let mut content = Prose::default();
        let mut inlines = Vec::new();
        let below = width < NARROW;
        let indent = if below { 0 } else { FACT_NAME };
        let room = width - indent;
        let (mut chips, mut missing) = (Vec::new(), Vec::new());
        let has_signs = values.iter().any(|value| value.sign.is_some());
        for FactPart { text, target, is_chip, sign } in values {
            let text = if text::width(&text) <= room * 2 / 3 { text.replace(' ', TOGETHER) } else { text };
            if !inlines.is_empty() {
                let between = match is_chip {
                    true => " ".to_owned(),
                    // A sign of its own sets a skill apart.
                    false if has_signs => format!("{TOGETHER} "),
                    false => format!("{TOGETHER}{MIDDLE_DOT} "),
                };
                inlines.push(Inline::Run(Run { text: between, ..Run::default() }));
            }
            if let Some(sign) = sign {
                // Nothing else in a fact is strong: so the sign is found again behind the layout.
                let marks = Marks { strong: true, ..Marks::default() };
                let text = format!("{}{TOGETHER}", sign.as_str());
                inlines.push(Inline::Run(Run { text, marks, link: None }));
            }
            let link = target.map(|target| {
                Rc::make_mut(&mut self.targets).push(match target {
                    PageTarget::Address(url) => {
                        PageTarget::Address(self.emails.in_address(&url).into_owned())
                    }
                    value @ PageTarget::Value(..) => value,
                });
                self.targets.len() - 1
            });
            chips.extend(link.filter(|_| is_chip));
            missing.extend(link.filter(|_| sign == Some(SkillSign::Missing)));
            inlines.push(Inline::Run(Run { text, link, ..Run::default() }));
        }
        content.blocks.push(Block::Paragraph(inlines));
        self.emails.apply(&mut content);
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
                    piece.tone.role = if chips.binary_search(&link).is_ok() {
                        Role::Quiet
                    } else if missing.binary_search(&link).is_ok() {
                        Role::Missing
                    } else {
                        Role::Text
                    };
                } else if std::mem::take(&mut piece.tone.strong) {
                    piece.tone.role = sign_role(&piece.text);
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

    /// A field below its name; gives the row of the name. The headings within begin sections, too.
    fn section(&mut self, name: &str, content: Prose, width: usize) -> usize {
        self.rows.push(Row::default());
        let first = self.rows.len();
        Rc::make_mut(&mut self.sections).push(first);
        self.words(name, Role::Section, width);
        for mut row in self.place(content, width) {
            let mut heads = false;
            for piece in &mut row.pieces {
                // A heading inside a field ranks below the field's own name.
                if let Role::Heading(level) = &mut piece.tone.role {
                    *level = (*level + 1).min(6);
                    heads = true;
                }
            }
            if heads && row.follows == Break::Hard {
                Rc::make_mut(&mut self.sections).push(self.rows.len());
            }
            self.rows.push(row);
        }
        first
    }

    /// A line of one role, wrapped.
    fn words(&mut self, words: &str, role: Role, width: usize) {
        let mut rows = prose::layout(&paragraph(words), width);
        rows.iter_mut().flat_map(|row| &mut row.pieces).for_each(|piece| piece.tone.role = role);
        self.rows.extend(rows);
    }

    /// Lays prose out and makes its links the page's own.
    fn place(&mut self, mut content: Prose, width: usize) -> Vec<Row> {
        self.emails.apply(&mut content);
        let mut rows = prose::layout(&content, width);
        let before = self.targets.len();
        for link in rows.iter_mut().flat_map(|row| &mut row.pieces).filter_map(|piece| piece.link.as_mut()) {
            *link += before;
        }
        Rc::make_mut(&mut self.targets).extend(content.links.into_iter().map(PageTarget::Address));
        rows
    }
}

/// The role of the sign of a skill.
fn sign_role(sign: &str) -> Role {
    let signs =
        [(SkillSign::Have, Role::Have), (SkillSign::Missing, Role::Missing), (SkillSign::Plus, Role::Plus)];
    let known = signs.iter().find(|(known, _)| sign.trim_start().starts_with(known.as_str()));
    known.map_or(Role::Quiet, |&(_, role)| role)
}

/// Words without marks.
fn paragraph(words: &str) -> Prose {
    let words = Run { text: words.to_owned(), ..Run::default() };
    Prose { blocks: vec![Block::Paragraph(vec![Inline::Run(words)])], links: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Mentor, Origin, Proposal, ProposalId, Span};

    /// A proposal whose section is this text, with its mentors.
    fn page(text: &str, layout: impl Fn(Entry<'_>) -> Page) -> Page {
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
        let listing = Listing::new(document, Vec::new());
        layout(Entry { listing: &listing, proposal: &proposal })
    }

    fn lines(page: &Page) -> Vec<String> {
        page.rows.iter().map(|row| row.text().trim_end().to_owned()).collect()
    }

    #[test]
    fn facts_stand_beside_their_names_or_below_them_where_it_is_narrow() {
        let wide = page("", |entry| Page::rendered(entry, 60, EmailVisibility::Masked));
        assert_eq!(
            lines(&wide),
            ["A title", "", "Mentors       Mira Holt @mira (primary) · @jon", "Difficulty    hard"]
        );
        let narrow = page("", |entry| Page::rendered(entry, 27, EmailVisibility::Masked));
        assert_eq!(lines(&narrow)[2], "Mentors");
        assert!(lines(&narrow).contains(&"hard".to_owned()));
    }
}

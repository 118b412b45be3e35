//! The parts of an outline, and what stands in a span of each.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{References, Span};

/// A heading at the top level of the document: not one in a quote, a list item or a fence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// From 1 to 6.
    pub level: u8,
    /// The whole line (or lines).
    pub span: Span,
    /// The words as written, without the marks around them.
    pub words: Span,
    /// The words as plain text.
    pub title: String,
    /// The lines below it, up to the next heading of any level, as indices into [`Outline::lines`].
    pub lines: Range<usize>,
}

/// The block that a line of text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// A list item.
    Item,
    /// A paragraph that is not the first thing of a list item.
    Paragraph,
    /// A block quote that holds this one line and nothing else, or a paragraph of one whose paragraphs all
    /// begin with bold words.
    Quote,
    /// Nothing: it goes on with the paragraph of the line above.
    Continuation,
}

/// The start of a line of text, outside fences, tables and longer quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Offset of its first byte after bullet and indentation.
    pub start: usize,
    /// How many list items it stands in.
    pub depth: usize,
    pub opening: Opening,
}

/// A link anywhere in the document, images excepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor<'a> {
    /// The whole link, brackets included.
    pub span: Span,
    /// The address, entities decoded; an e-mail address for `<a@b>`.
    pub url: Cow<'a, str>,
    /// The text between the brackets.
    pub words: Span,
}

/// A table outside lists and quotes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The whole table.
    pub span: Span,
    /// The cells of each row, trimmed; the header first.
    pub rows: Vec<Vec<Span>>,
}

/// The parts of a document.
#[derive(Debug, Clone, Default)]
pub struct Outline<'a> {
    /// The headings, in document order.
    pub headings: Vec<Heading>,
    /// The lines, in document order.
    pub lines: Vec<Line>,
    /// The links, in document order.
    pub links: Vec<Anchor<'a>>,
    /// The tables, in document order.
    pub tables: Vec<Table>,
    /// Parts that are no text of anything in their place: thematic breaks and comments outside lists and
    /// quotes, link reference definitions, and footnotes that are referred to, in document order.
    pub silent: Vec<Span>,
    /// The code fences that are never closed.
    pub open_fences: Vec<Span>,
    /// The link reference definitions and the footnotes.
    pub references: References,
}

impl<'a> Outline<'a> {
    /// The links that begin in a span.
    pub fn links_in(&self, span: Span) -> &[Anchor<'a>] {
        let from = self.links.partition_point(|link| link.span.start < span.start);
        let to = self.links.partition_point(|link| link.span.start < span.end);
        &self.links[from..to.max(from)]
    }

    /// The tables that begin in a span.
    pub fn tables_in(&self, span: Span) -> &[Table] {
        let from = self.tables.partition_point(|table| table.span.start < span.start);
        let to = self.tables.partition_point(|table| table.span.start < span.end);
        &self.tables[from..to.max(from)]
    }

    /// The parts that are no text of anything and begin in a span.
    pub fn silent_in(&self, span: Span) -> &[Span] {
        let from = self.silent.partition_point(|silent| silent.start < span.start);
        let to = self.silent.partition_point(|silent| silent.start < span.end);
        &self.silent[from..to.max(from)]
    }

    /// The lines that begin in a span.
    pub fn lines_in(&self, span: Span) -> &[Line] {
        let from = self.lines.partition_point(|line| line.start < span.start);
        let to = self.lines.partition_point(|line| line.start < span.end);
        &self.lines[from..to.max(from)]
    }
}

//! The parts of a label, and of the line that it begins.

use crate::model::{FieldKind, Span, start_of};
use crate::parse::lexicon::Meaning;

/// How far into a line a label is looked for, in bytes.
const REACH: usize = 80;
/// How long a label may be, in bytes and in words.
pub(super) const LONGEST: (usize, usize) = (60, 6);

/// How a label is written. The labels of one proposal share a style; its text does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::parse) struct Style {
    pub(in crate::parse) place: Place,
    pub(in crate::parse) bold: bool,
    /// A colon ends it.
    pub(in crate::parse) colon: bool,
    /// How many list items it stands in.
    pub(in crate::parse) depth: usize,
}

/// The kind of text that a label is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::parse) enum Place {
    /// At the start of a list item.
    Item,
    Paragraph,
    /// In the first cell of a table's row; the second is the value.
    Cell,
    /// It is a heading of its own.
    Heading,
}

/// A label in place.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question that is asked of a label by itself")]
pub(in crate::parse) struct Label {
    /// The words, without decoration.
    pub(in crate::parse) span: Span,
    /// Where its line begins, bullet included: the field before ends here.
    pub(in crate::parse) line: usize,
    /// Where the value begins.
    pub(in crate::parse) value: usize,
    /// Its field, or `None` for an unknown label.
    pub(in crate::parse) kind: Option<FieldKind>,
    /// Its meaning, or `None` for an unknown label.
    pub(in crate::parse) meaning: Option<Meaning>,
    /// Where its value ends and the table that it stands in, for the label of a cell.
    pub(in crate::parse) cell: Option<(usize, usize)>,
    /// How it is written.
    pub(in crate::parse) style: Style,
    /// It begins a line within a paragraph that does not begin with a label.
    pub(in crate::parse) weak: bool,
    /// Each line of its paragraph begins with a label, and several of these are known.
    pub(in crate::parse) listed: bool,
    /// How its words are spelt.
    pub(in crate::parse) spelling: Spelling,
    /// Nothing stands after it on its line.
    pub(in crate::parse) alone: bool,
    /// The mark of a YAML block scalar stands after it: what is indented deeper is its text.
    pub(in crate::parse) scalar: bool,
}

/// How the words of a label are spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::parse) enum Spelling {
    Words,
    /// As a key of YAML.
    Key,
    /// Nearly like those of a known label.
    Near,
}

impl Label {
    /// Whether it opens one of the fields that the program has a word for.
    pub(in crate::parse) fn is_recognised(&self) -> bool {
        self.kind.is_some_and(|kind| kind != FieldKind::Other)
    }
}

/// The start of a line: enough of it to hold a label.
pub(super) fn window(text: &str, start: usize) -> &str {
    start_of(&text[start..], REACH)
}

/// The characters around a label that are no part of it: emphasis, bullets, quote marks, backslashes, emoji.
pub(super) fn is_decoration(c: char) -> bool {
    matches!(c, ' ' | '\t' | '*' | '_' | '\\' | '>' | '-' | '+')
        || (!c.is_ascii() && !c.is_alphanumeric() && !matches!(c, '（' | '）' | '：' | '“' | '”' | '‘' | '’'))
}

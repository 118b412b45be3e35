//! How a document was read: which of its parts are proposals, and which labels it has. And how somebody said
//! that it is to be read.

use super::{FieldKind, Span};

/// The parts of a document that are its proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A heading of a level, from 1 to 6, and what stands below it.
    Heading(u8),
    /// A bold paragraph and what stands below it.
    BoldLine,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// The whole document.
    Document,
    /// A program of an export.
    Program,
}

impl Unit {
    /// The units that somebody may name, by their names in a configuration.
    pub const NAMED: [(&'static str, Self); 10] = [
        ("h1", Self::Heading(1)),
        ("h2", Self::Heading(2)),
        ("h3", Self::Heading(3)),
        ("h4", Self::Heading(4)),
        ("h5", Self::Heading(5)),
        ("h6", Self::Heading(6)),
        ("bold", Self::BoldLine),
        ("item", Self::Item),
        ("row", Self::Row),
        ("document", Self::Document),
    ];

    /// Its name, for people and programs.
    pub fn name(self) -> &'static str {
        let named = Self::NAMED.iter().find(|(_, unit)| *unit == self);
        named.map_or("program", |(name, _)| name)
    }

    /// The unit with a name that somebody may give.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, unit)| *unit)
    }
}

/// The meanings that somebody may give a label.
pub const LABEL_MEANINGS: [&str; 11] = [
    "skills",
    "mentors",
    "difficulty",
    "size",
    "outcome",
    "description",
    "upstream",
    "apply",
    "project",
    "title",
    "other",
];

/// How somebody said that a document is to be read, which overrules what is found in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadingSettings {
    /// The parts that are proposals.
    pub unit: Option<Unit>,
    /// Labels, each with one of [`LABEL_MEANINGS`].
    pub labels: Vec<(String, &'static str)>,
}

impl ReadingSettings {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.unit.is_none() && self.labels.is_empty()
    }

    /// Adds what another one says, which counts more.
    pub fn overrule(&mut self, other: &Self) {
        self.unit = other.unit.or(self.unit);
        // The last one counts.
        self.labels.extend_from_slice(&other.labels);
    }
}

/// Why a label means what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// By its words.
    Words,
    /// By its values.
    Values,
    /// A configuration says so.
    Configured,
    /// Nothing says what it means; it stands at the places of labels.
    Unknown,
}

/// A label of a document, as often as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelUse {
    /// As it is first written.
    pub label: Span,
    /// The field that it means; `None` for one that is not known.
    pub meaning: Option<&'static str>,
    pub reason: Reason,
    /// How often it stands in the document.
    pub count: usize,
}

/// How a document was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The parts that are proposals, with their number, the most frequent first.
    pub units: Vec<(Unit, usize)>,
    /// The labels, in the order in which they first stand.
    pub labels: Vec<LabelUse>,
    /// The fields that stand once for several proposals, and where.
    pub shared: Vec<(FieldKind, Span)>,
    /// The titles of what looks like a proposal and was not read as one.
    pub missed: Vec<Span>,
}

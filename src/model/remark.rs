//! Remarks: what the reader tolerated, or could not place.
//!
//! The reader never refuses and never drops: what it had to guess, and what it could not place, is
//! kept here with its span. One cause gives one remark.

use super::Span;

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RemarkKind {
    /// The text was not UTF-8 and was read as Windows-1252.
    DecodedAsLatin1,
    /// A label without its colon.
    LabelWithoutColon,
    /// A label in the style of YAML (`description: |`, `expectedOutcome:`).
    LabelLikeYaml,
    /// A label that this program does not know; its text is kept under it.
    UnknownLabel,
    /// Text of a proposal that belongs to no field.
    Unplaced,
    /// A mentor entry in which no person could be recognised.
    UnreadMentor,
    /// An upstream field without an address.
    UpstreamWithoutAddress,
    /// A project heading that stands twice, one directly below the other.
    RepeatedProject,
    /// A proposal's heading at another level than its siblings.
    HeadingLevel,
    /// A code fence that is never closed.
    UnclosedFence,
    /// It begins like an export but is no valid JSON.
    BrokenExport,
    /// A program of an export in which a value is of another kind than it should be.
    UnreadProgram,
    /// Front matter that is no valid YAML or TOML.
    BrokenFrontMatter,
}

impl RemarkKind {
    /// One sentence for people.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::DecodedAsLatin1 => "the text is not UTF-8; it was read as Windows-1252",
            Self::LabelWithoutColon => "a label without a colon",
            Self::LabelLikeYaml => "a label in the style of YAML",
            Self::UnknownLabel => "a label that is not one of the known fields",
            Self::Unplaced => "text that belongs to no field",
            Self::UnreadMentor => "a mentor entry in which no person was recognised",
            Self::UpstreamWithoutAddress => "an upstream field without an address",
            Self::RepeatedProject => "a project heading that stands twice",
            Self::HeadingLevel => "a proposal's heading at another level than its siblings",
            Self::UnclosedFence => "a code fence that is never closed",
            Self::BrokenExport => "an export that is no valid JSON; it was read as Markdown",
            Self::UnreadProgram => "a program of the export that could not be read",
            Self::BrokenFrontMatter => "front matter that is no valid YAML or TOML",
        }
    }
}

/// Something that the reader tolerated or could not place, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// Where it is.
    pub span: Span,
}

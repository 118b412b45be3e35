//! Meanings of labels.

use crate::model::FieldKind;

/// The meaning of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::parse) enum Meaning {
    Field(FieldKind),
    /// It names the idea.
    Title,
    /// It names the project that the idea belongs to.
    Project,
    /// It says whom to ask: a mentor, where no other label names any.
    Contact,
}

impl Meaning {
    /// The field that a label of this meaning opens.
    pub(in crate::parse) fn kind(self) -> FieldKind {
        match self {
            Self::Field(kind) => kind,
            Self::Title | Self::Project | Self::Contact => FieldKind::Other,
        }
    }

    /// Its name, for people and programs.
    pub(in crate::parse) fn name(self) -> &'static str {
        match self {
            Self::Field(kind) => kind.name(),
            Self::Title => "title",
            Self::Project => "project",
            Self::Contact => "contact",
        }
    }

    /// Whether it is one of the facts that only ideas have.
    pub(in crate::parse) fn is_strong(self) -> bool {
        matches!(
            self,
            Self::Field(FieldKind::Mentors | FieldKind::Skills | FieldKind::Difficulty | FieldKind::Size)
        )
    }
}

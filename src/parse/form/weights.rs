//! Weights: how much each field tells that something is an idea.

use crate::model::FieldKind;
use crate::parse::lexicon::Meaning;

/// The weights of fields. People are the surest sign of an idea; prose and links stand anywhere.
pub(super) fn weight(meaning: Meaning) -> f32 {
    match meaning {
        Meaning::Field(FieldKind::Mentors) => 3.0,
        Meaning::Field(FieldKind::Difficulty | FieldKind::Size | FieldKind::Skills) => 2.5,
        Meaning::Field(FieldKind::Outcome | FieldKind::Upstream | FieldKind::Apply) => 1.2,
        Meaning::Field(FieldKind::Description) | Meaning::Title => 1.0,
        Meaning::Contact => 0.8,
        Meaning::Project => 0.5,
        Meaning::Field(FieldKind::Other) => 0.35,
    }
}

/// The fields that a node has, a bit each.
pub(super) type Fields = u16;

pub(super) fn bit(meaning: Meaning) -> Fields {
    1 << match meaning {
        Meaning::Field(FieldKind::Mentors) => 0,
        Meaning::Field(FieldKind::Difficulty) => 1,
        Meaning::Field(FieldKind::Size) => 2,
        Meaning::Field(FieldKind::Skills) => 3,
        Meaning::Field(FieldKind::Outcome) => 4,
        Meaning::Field(FieldKind::Upstream) => 5,
        Meaning::Field(FieldKind::Description) => 6,
        Meaning::Field(FieldKind::Apply) => 7,
        Meaning::Field(FieldKind::Other) => 8,
        Meaning::Title => 9,
        Meaning::Project => 10,
        Meaning::Contact => 11,
    }
}

/// The bits of the fields that only ideas have.
pub(super) const STRONG: Fields = 0b1111;
/// Those of which two make an idea without any of these.
pub(super) const DESCRIBING: Fields = 0b111_0000;

//! A skill: something that a proposal asks of its mentee, or will teach them.

use std::ops::Range;

use super::Span;

/// One skill as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// The words as written, Markdown resolved to plain text.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// How much it is asked for.
    pub level: SkillLevel,
    /// The part of the words with a level of its own; `None` where all of them have that of the skill.
    pub aside: Option<SkillAside>,
}

/// Words in brackets that say how much they ask for, as in `Go (optional: Kubernetes)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillAside {
    /// Where they stand, in bytes of the words as written.
    pub range: Range<usize>,
    pub level: SkillLevel,
}

/// How much a skill is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SkillLevel {
    /// It is required.
    Required,
    /// It helps, and is not needed.
    NiceToHave,
    /// The work teaches it.
    WillLearn,
    /// Neither its own words nor those above it tell.
    #[default]
    Unsaid,
}

impl SkillLevel {
    /// Whether it is asked for, neither optional nor taught. Most listings say nothing about single
    /// skills; what they list is then asked for.
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Required | Self::Unsaid)
    }

    /// Its name for programs; `None` when nothing was said.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Required => Some("required"),
            Self::NiceToHave => Some("nice-to-have"),
            Self::WillLearn => Some("will-learn"),
            Self::Unsaid => None,
        }
    }
}

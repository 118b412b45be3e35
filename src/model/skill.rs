//! A skill: something that a proposal asks of its mentee, or will teach them.

use super::Span;

/// One skill as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// The words as written, Markdown resolved to plain text.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

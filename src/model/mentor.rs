//! A mentor: a person who guides a mentee through one proposal.

use super::Span;

/// One mentor as a listing names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentor {
    /// The name as written; the handle where only that was given.
    pub name: String,
    /// GitHub handle without its `@`, case kept.
    pub github: Option<String>,
    /// E-mail address as written, obfuscations included.
    pub email: Option<String>,
    /// Whether the listing marks them as the primary mentor.
    pub primary: bool,
    /// Where the whole entry stands.
    pub span: Span,
}

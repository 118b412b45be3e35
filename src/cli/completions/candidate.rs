//! A word that can stand at the cursor, and its explanation.

/// A word that can stand at the cursor.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) word: String,
    /// Its explanation on one line; may be empty.
    pub(super) help: String,
}

impl Candidate {
    pub(super) fn new(word: impl Into<String>, help: impl Into<String>) -> Self {
        Self { word: word.into(), help: help.into() }
    }
}

//! Recurrence: what stands at the places of labels more than once in a document, or in its folder.

/// The strings that stand at the places of labels more than once.
pub(super) trait Recurs {
    /// Whether a bold line does.
    fn line(&self, words: &str) -> bool;
    /// Whether the first cell of a row does, in tables of two columns.
    fn cell(&self, words: &str) -> bool;
}

//! The form that the documents of a folder have in common.

use std::collections::HashMap;

use super::survey::Strings;
use crate::parse::lexicon::Meaning;

/// The labels and strings that recur in the documents of a folder.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// The meanings of labels whose words say nothing, by the numbers of their words.
    pub(in crate::parse) learned: HashMap<u64, Meaning>,
    /// The strings that stand as headings, bold lines and cells, by the documents that have them.
    pub(in crate::parse) strings: Strings,
    /// How many of the documents are one idea each.
    pub(in crate::parse) wholes: usize,
}

//! Values of front matter, in place.

use crate::model::Span;

/// How deep values may nest.
pub(in crate::parse) const DEEPEST: usize = 32;

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parse) struct Entry {
    /// The key, without quotes.
    pub(in crate::parse) key: Span,
    pub(in crate::parse) value: Node,
}

/// A value in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parse) struct Node {
    /// Without quotes.
    pub(in crate::parse) span: Span,
    pub(in crate::parse) data: Data,
}

/// The data of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parse) enum Data {
    /// Nothing.
    Empty,
    /// Words, a number, a date: escapes resolved.
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

impl Node {
    /// The words that it holds: its own, or those of its first item.
    pub(in crate::parse) fn words(&self) -> Option<&str> {
        match &self.data {
            Data::Text(words) => Some(words.trim()).filter(|words| !words.is_empty()),
            Data::List(nodes) => nodes.first()?.words(),
            Data::Empty | Data::Map(_) => None,
        }
    }

    /// Where words stand in it, at any depth.
    pub(in crate::parse) fn leaves(&self) -> Vec<Span> {
        match &self.data {
            Data::Empty => Vec::new(),
            Data::Text(_) => vec![self.span],
            Data::List(nodes) => nodes.iter().flat_map(Self::leaves).collect(),
            Data::Map(entries) => entries.iter().flat_map(|entry| entry.value.leaves()).collect(),
        }
    }
}

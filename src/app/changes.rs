//! Changes: what was listed before each change to filter or order.

use super::browsing::Browsing;
use crate::model::ShortlistChange;
use crate::search::sort::Sort;

/// So many changes can be undone.
const MOST: usize = 100;

/// The filter and the order: they decide which proposals are listed, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) filter: String,
    pub(super) sort: Sort,
}

impl Listed {
    pub(super) fn of(browsing: &Browsing) -> Self {
        Self { filter: browsing.filter.input.text().trim().to_owned(), sort: browsing.sort }
    }
}

/// Something that can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Past {
    /// Another filter or order; the ones before.
    Listed(Listed),
    /// Changes of the shortlist.
    Shortlist(Vec<ShortlistChange>),
}

/// The changes, the last one at the end.
#[derive(Debug, Clone, Default)]
pub(super) struct Changes {
    /// The state before the action that is under way; while a filter is typed, before that began.
    pub(super) before: Option<Listed>,
    past: Vec<Past>,
}

impl Changes {
    /// Remembers a change.
    pub(super) fn push(&mut self, before: Past) {
        self.past.push(before);
        self.past.drain(..self.past.len().saturating_sub(MOST));
    }

    /// The last change, which is forgotten.
    pub(super) fn pop(&mut self) -> Option<Past> {
        self.past.pop()
    }
}

//! The filter: what was typed, and what it leaves of the catalog.

use super::input::Input;
use crate::model::Catalog;
use crate::search::{Answer, Index, Query};

/// What was typed into the filter bar, and its answer.
#[derive(Debug, Default)]
pub struct Filter {
    /// What was typed.
    pub input: Input,
    query: Query,
    answer: Answer,
    /// Built when the first word is typed: most of the program's runs begin without one.
    index: Option<Index>,
}

impl Filter {
    /// A filter with text typed into it, not looked up yet.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text), ..Self::default() }
    }

    /// Looks up what is typed now.
    pub fn refresh(&mut self, catalog: &Catalog) {
        self.query = Query::parse(self.input.text());
        self.answer = if self.query.is_empty() {
            Answer { hits: (0..catalog.len()).collect(), words: Vec::new() }
        } else {
            self.index.get_or_insert_with(|| Index::new(catalog)).search(&self.query)
        };
    }

    /// Forgets what was known of the catalog: another one takes its place.
    pub fn forget_catalog(&mut self) {
        self.index = None;
    }

    /// What was typed, understood.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// What it leaves.
    #[must_use]
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// Whether it leaves something out.
    #[must_use]
    pub fn is_active(&self) -> bool {
        !self.query.is_empty()
    }

    /// Whether some word was only found by its letters.
    #[must_use]
    pub fn is_fuzzy(&self) -> bool {
        self.answer.words.iter().any(|word| word.fuzzy)
    }
}

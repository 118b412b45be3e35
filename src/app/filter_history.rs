//! The history of filters: what was filtered by before, as a shell knows what was run before.

/// So many filters are remembered.
const MOST: usize = 100;
/// A longer filter (bytes) is not remembered.
const LONGEST: usize = 1000;

/// The filters that were used, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilterHistory {
    /// The oldest first.
    entries: Vec<String>,
    /// Those of this session, the oldest first.
    fresh: Vec<String>,
}

impl FilterHistory {
    /// The history of the sessions before, the oldest filter first.
    pub fn new(entries: &[String]) -> Self {
        let mut history = Self::default();
        for text in entries {
            add(&mut history.entries, text);
        }
        history
    }

    /// Adds a filter as the newest; one that is there already moves up. Blank ones are no filters.
    pub(super) fn add(&mut self, text: &str) {
        if self.entries.last().is_none_or(|last| last != text.trim()) {
            add(&mut self.entries, text);
            add(&mut self.fresh, text);
        }
    }

    /// The filters of this session, the oldest first.
    pub fn fresh(&self) -> &[String] {
        &self.fresh
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// A filter by its place, from the oldest on.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        self.entries.get(at).map(String::as_str)
    }
}

/// Adds a filter behind the others, of which the oldest make room.
fn add(entries: &mut Vec<String>, text: &str) {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return;
    }
    entries.retain(|known| known != text);
    entries.push(text.to_owned());
    entries.drain(..entries.len().saturating_sub(MOST));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_filter_is_there_once_the_newest_last_and_the_oldest_make_room() {
        let mut history = FilterHistory::new(&["go", " ", "rust"].map(str::to_owned));
        history.add(" go ");
        history.add("");
        history.add(&"x".repeat(LONGEST + 1));
        assert_eq!(
            (history.entries.clone(), history.fresh()),
            (vec!["rust".into(), "go".into()], ["go".to_owned()].as_slice())
        );
        for number in 0..2 * MOST {
            history.add(&format!("word{number}"));
        }
        assert_eq!((history.len(), history.get(MOST - 1)), (MOST, Some("word199")));
    }
}

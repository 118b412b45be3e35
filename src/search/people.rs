//! People: the mentors of proposals, each counted once however the name is written.

use std::collections::{HashMap, HashSet};

use crate::model::{Entry, Mentor, fold};

/// A mentor, and how many proposals they guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Person<'a> {
    /// The name as written; the handle where only that was ever given.
    pub(super) name: &'a str,
    /// The value that finds them: the handle, or the name without one.
    pub(super) value: &'a str,
    /// How many proposals.
    pub(super) count: usize,
}

/// The identity of a mentor: the handle, else the name.
pub fn value(mentor: &Mentor) -> &str {
    mentor.github.as_deref().unwrap_or(&mentor.name)
}

/// The mentors of proposals by what they are known by, folded.
pub(super) fn counted<'a>(entries: impl Iterator<Item = Entry<'a>>) -> HashMap<String, Person<'a>> {
    let mut people: HashMap<String, Person<'a>> = HashMap::new();
    for entry in entries {
        let mut here: HashSet<String> = HashSet::new();
        for mentor in &entry.proposal.mentors {
            let key = fold::name(value(mentor));
            let new = Person { name: &mentor.name, value: value(mentor), count: 0 };
            let person = people.entry(key.clone()).or_insert(new);
            if person.is_nameless() {
                person.name = &mentor.name;
            }
            person.count += usize::from(here.insert(key));
        }
    }
    people
}

impl Person<'_> {
    /// Whether the handle is all that is known.
    fn is_nameless(&self) -> bool {
        self.name.trim_start_matches('@') == self.value
    }
}

//! Sets: what is known of proposals beyond their text, for `is:`.

use std::collections::HashSet;

/// Something that `is:` can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Set {
    /// The proposals on the shortlist.
    Starred,
    /// The hidden proposals.
    Hidden,
}

/// The names of the sets.
pub const SETS: &[(&str, Set)] = &[("starred", Set::Starred), ("hidden", Set::Hidden)];

/// Other names of them.
const ELSEWHERE: &[(&str, Set)] = &[("shortlisted", Set::Starred), ("marked", Set::Starred)];

impl Set {
    /// The set with a name; one that is still being typed is the first that begins so.
    pub(in crate::search) fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let known = SETS.iter().find(|(known, _)| !name.is_empty() && known.starts_with(&name));
        known.or_else(|| ELSEWHERE.iter().find(|(known, _)| *known == name)).map(|(_, set)| *set)
    }

    /// The proposals of it.
    pub(in crate::search) fn of(self, sets: &Sets) -> &HashSet<usize> {
        match self {
            Self::Starred => &sets.starred,
            Self::Hidden => &sets.hidden,
        }
    }
}

/// The proposals of each set, as catalog indexes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sets {
    /// Those on the shortlist.
    pub starred: HashSet<usize>,
    /// Those that are listed only where somebody asks for them.
    pub hidden: HashSet<usize>,
}

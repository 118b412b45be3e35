//! Sets: what is known of proposals beyond their text, for `is:`.

use std::collections::HashSet;

/// Something that `is:` can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Set {
    /// Not there at the last visit.
    New,
    /// Other words than at the last visit.
    Changed,
    /// Not opened yet.
    Unread,
    /// The proposals on the shortlist.
    Starred,
    /// The hidden proposals.
    Hidden,
}

/// The names of the sets.
pub const SETS: &[(&str, Set)] = &[
    ("new", Set::New),
    ("changed", Set::Changed),
    ("unread", Set::Unread),
    ("starred", Set::Starred),
    ("hidden", Set::Hidden),
];

/// Other names of them.
const ELSEWHERE: &[(&str, Set)] = &[
    ("updated", Set::Changed),
    ("unopened", Set::Unread),
    ("shortlisted", Set::Starred),
    ("marked", Set::Starred),
];

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
            Self::New => &sets.new,
            Self::Changed => &sets.changed,
            Self::Unread => &sets.unread,
            Self::Starred => &sets.starred,
            Self::Hidden => &sets.hidden,
        }
    }
}

/// The proposals of each set, as catalog indexes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sets {
    /// Those that were not there at the last visit.
    pub new: HashSet<usize>,
    /// Those that had other words at the last visit.
    pub changed: HashSet<usize>,
    /// Those that nobody has opened.
    pub unread: HashSet<usize>,
    /// Those on the shortlist.
    pub starred: HashSet<usize>,
    /// Those that are listed only where somebody asks for them.
    pub hidden: HashSet<usize>,
}

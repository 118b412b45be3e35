//! Counts of what a search for listings left out.

/// How many entries were passed by, without looking into them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Skipped {
    /// Entries whose name starts with a full stop.
    pub hidden: usize,
    /// Entries that a `.gitignore` or `.ignore` names.
    pub ignored: usize,
    /// Symbolic links to directories.
    pub linked: usize,
    /// Pipes, devices and sockets, and links to them: reading them may never end.
    pub special: usize,
}

impl Skipped {
    /// How many there are in all.
    pub fn total(self) -> usize {
        self.hidden + self.ignored + self.linked + self.special
    }
}

impl std::ops::AddAssign for Skipped {
    fn add_assign(&mut self, other: Self) {
        self.hidden += other.hidden;
        self.ignored += other.ignored;
        self.linked += other.linked;
        self.special += other.special;
    }
}

//! A skill by its one name.

use super::table::{Area, table};

/// A skill, however it was written. Ordered by area, then by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SkillTag(u16);

impl SkillTag {
    /// Every skill that is known.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..table().skills.len()).map(Self::numbered)
    }

    pub(super) fn numbered(number: usize) -> Self {
        Self(u16::try_from(number).unwrap_or(u16::MAX))
    }

    /// Its one name, in lower case: `go`, `c++`, `github actions`.
    pub fn name(self) -> &'static str {
        self.spellings().next().unwrap_or_default()
    }

    pub fn area(self) -> Area {
        table().skills[usize::from(self.0)].area
    }

    /// How else it is written and means the same everywhere, its name first.
    pub fn spellings(self) -> impl Iterator<Item = &'static str> {
        table().skills[usize::from(self.0)].spellings.iter().copied()
    }

    /// Names of its parts and kinds, which mean it where skills are named: `runc` of container
    /// runtimes.
    pub fn kinds(self) -> impl Iterator<Item = &'static str> {
        table().skills[usize::from(self.0)].kinds.iter().map(|(kind, _)| *kind)
    }
}

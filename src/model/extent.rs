//! An extent: the least and the most of what was said.

/// From the least to the most of what was said; both are the same where only one thing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Extent<T> {
    /// The lower end.
    pub least: T,
    /// The upper end, never below the lower one.
    pub most: T,
}

impl<T: Copy + Ord> Extent<T> {
    /// The extent of values; `None` when there is none.
    pub fn of(values: impl IntoIterator<Item = T>) -> Option<Self> {
        values.into_iter().fold(None, |extent: Option<Self>, value| {
            let Self { least, most } = extent.unwrap_or(Self { least: value, most: value });
            Some(Self { least: least.min(value), most: most.max(value) })
        })
    }

    /// The upper end, where it is not the lower one.
    pub fn above(self) -> Option<T> {
        (self.most != self.least).then_some(self.most)
    }
}

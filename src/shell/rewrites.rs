//! Rows of a frame that are written as a whole.

use std::collections::BTreeSet;
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};

/// The rows of the next frame that are written as a whole, changed or not.
///
/// ratatui writes a cell that differs from the one before, its diff option included. So the cells of
/// such a row get the other one of two options that mean the same, and keep it until the next time:
/// [`CellDiffOption::AlwaysUpdate`] would write the row in the frame after, too.
#[derive(Debug, Default)]
pub(super) struct Rewrites {
    asked: BTreeSet<u16>,
    /// Which rows have the width of each cell as their option.
    forced: Vec<bool>,
}

impl Rewrites {
    /// Asks for a row.
    pub(super) fn row(&mut self, y: u16) {
        self.asked.insert(y);
    }

    /// Whether a row was asked for.
    #[cfg(test)]
    pub(super) fn has(&self, y: u16) -> bool {
        self.asked.contains(&y)
    }

    /// Has the rows written that were asked for.
    pub(super) fn apply(&mut self, buffer: &mut Buffer) {
        let area = buffer.area;
        self.forced.resize(usize::from(area.height), false);
        for (y, forced) in (area.top()..area.bottom()).zip(&mut self.forced) {
            *forced ^= self.asked.contains(&y);
            for x in area.left()..if *forced { area.right() } else { area.left() } {
                let cell = &mut buffer[(x, y)];
                let width = NonZeroU16::new(cell.cell_width()).unwrap_or(NonZeroU16::MIN);
                cell.set_diff_option(CellDiffOption::ForcedWidth(width));
            }
        }
        self.asked.clear();
    }
}

//! Places in a text that stay where they are when it is wrapped anew.
//!
//! A row number means another sentence as soon as the pane has another width. What stands above a
//! row does not depend on where lines end: a place counts it. Layout gives the count of each row.

/// A place in a text, for a reader to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ScrollAnchor {
    /// How much text stands above it.
    above: usize,
    /// Of the rows with the same text above, which one: blank rows hold none.
    row: usize,
}

impl ScrollAnchor {
    /// The place of a row. `places` are the counts of all rows, ascending.
    pub fn of(row: usize, places: &[usize]) -> Self {
        let Some(last) = places.len().checked_sub(1) else { return Self { above: 0, row } };
        let row = row.min(last);
        let above = places[row];
        Self { above, row: row - first(places, above) }
    }

    /// The row on which the place is, in a text that may be wrapped in another way. Rows that are
    /// not counted are the last ones.
    pub fn row(self, places: &[usize]) -> usize {
        let first = first(places, self.above);
        let after = places.partition_point(|&place| place <= self.above);
        if first < after {
            return (first + self.row).min(after - 1);
        }
        // It is inside a row now, or was not counted.
        after.checked_sub(1).unwrap_or(self.row)
    }
}

fn first(places: &[usize], above: usize) -> usize {
    places.partition_point(|&place| place < above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_again_however_the_text_is_wrapped() {
        // A heading, a blank row, twelve letters in rows of four and of six, a blank row, an end.
        let (narrow, wide) = ([0, 4, 4, 8, 12, 16, 16], [0, 4, 4, 10, 16, 16]);
        for (row, expected) in [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 5)] {
            let place = ScrollAnchor::of(row, &narrow);
            assert_eq!(place.row(&wide), expected, "row {row}");
            assert_eq!(place.row(&narrow), row);
        }
    }

    #[test]
    fn without_counts_a_place_is_a_row() {
        assert_eq!(ScrollAnchor::of(7, &[]).row(&[]), 7);
        assert_eq!(ScrollAnchor::of(9, &[0, 3]).row(&[0, 3]), 1);
        assert_eq!(ScrollAnchor::default().row(&[0, 0, 5]), 0);
    }
}

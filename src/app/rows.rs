//! Rows with a selection: some can be selected, the others are headings and gaps between them.

use super::action::Step;
use super::cursor;

/// A row of a list or a panel.
pub trait SelectRow {
    /// Whether the selection may stand on it.
    fn is_selectable(&self) -> bool;

    /// Whether it is a heading, which stays in view with the row below it.
    fn is_heading(&self) -> bool {
        false
    }
}

/// Rows, the selected one, and how far they are scrolled.
#[derive(Debug, Clone)]
pub struct Rows<R> {
    all: Vec<R>,
    /// Indexes of the selectable rows, ascending.
    stops: Vec<usize>,
    /// Index in `stops`.
    selected: usize,
    /// Index of the first row in view.
    top: usize,
    /// Lines of the screen that a selectable row takes; the others take one.
    tall: usize,
}

impl<R> Default for Rows<R> {
    fn default() -> Self {
        Self { all: Vec::new(), stops: Vec::new(), selected: 0, top: 0, tall: 1 }
    }
}

impl<R: SelectRow> Rows<R> {
    /// Removes all rows. The number of the selected row is kept, for the rows that follow.
    pub fn clear(&mut self) {
        self.all.clear();
        self.stops.clear();
    }

    /// Adds a row at the end.
    pub fn push(&mut self, row: R) {
        if row.is_selectable() {
            self.stops.push(self.all.len());
        }
        self.all.push(row);
    }

    /// Every row.
    pub fn all(&self) -> &[R] {
        &self.all
    }

    /// Every row, to be changed. Whether a row is selectable must stay the same.
    pub(super) fn all_mut(&mut self) -> &mut [R] {
        &mut self.all
    }

    /// The index of the first row in view.
    pub fn top(&self) -> usize {
        self.top
    }

    /// The number of selectable rows.
    pub fn len(&self) -> usize {
        self.stops.len()
    }

    /// Whether no row can be selected.
    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    /// The number of the selected row among the selectable ones, from 0.
    pub fn position(&self) -> usize {
        self.selected
    }

    /// The index of the selected row; `None` when there is none to select.
    pub fn selected_row(&self) -> Option<usize> {
        self.stops.get(self.selected).copied()
    }

    /// The selected row.
    pub fn selected(&self) -> Option<&R> {
        self.selectable(self.selected)
    }

    /// A selectable row by its number among those, from 0.
    pub fn selectable(&self, position: usize) -> Option<&R> {
        self.all.get(*self.stops.get(position)?)
    }

    /// The selectable rows, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &R> + ExactSizeIterator {
        self.stops.iter().map(|&row| &self.all[row])
    }

    /// Selects a row by its number among the selectable ones; the last one when there are fewer.
    pub fn select(&mut self, position: usize) {
        self.selected = position.min(self.stops.len().saturating_sub(1));
    }

    /// Selects the first selectable row that fulfils a condition; `false` when none does.
    pub fn select_where(&mut self, is_wanted: impl FnMut(&R) -> bool) -> bool {
        let found = self.iter().position(is_wanted);
        self.selected = found.unwrap_or(self.selected);
        found.is_some()
    }

    /// Selects, of the selectable rows that fulfil a condition, the nearest to the selected one. Without one the
    /// number of the selected row stays, as far as there are rows.
    pub fn keep(&mut self, is_same: impl Fn(&R) -> bool) {
        let same = self.iter().enumerate().filter(|(_, row)| is_same(row)).map(|(at, _)| at);
        let nearest = same.min_by_key(|at| at.abs_diff(self.selected));
        self.select(nearest.unwrap_or(self.selected));
    }

    /// Selects the first selectable row and scrolls to the top.
    pub fn select_first(&mut self) {
        (self.selected, self.top) = (0, 0);
    }

    /// Selects the row with an index; `false` when it is not selectable.
    pub fn select_row(&mut self, row: usize) -> bool {
        let stop = self.stops.binary_search(&row);
        self.selected = stop.unwrap_or(self.selected);
        stop.is_ok()
    }

    /// How many lines the selected row is below the first row in view.
    pub fn offset(&self) -> usize {
        self.selected_row()
            .map_or(0, |row| self.lines_before(row).saturating_sub(self.lines_before(self.top)))
    }

    /// Scrolls so that the selected row is at most `offset` lines below the first one in view.
    pub fn scroll_to_offset(&mut self, offset: usize) {
        self.top = self.selected_row().map_or(0, |row| self.top_above(row, offset));
    }

    /// Gives each selectable row so many lines of the screen, one at least.
    pub fn set_tall(&mut self, lines: usize) {
        self.tall = lines.max(1);
    }

    /// Lines that a selectable row takes.
    pub fn tall(&self) -> usize {
        self.tall
    }

    /// Lines that a row takes; 0 behind the last one.
    fn height(&self, row: usize) -> usize {
        self.all.get(row).map_or(0, |row| if row.is_selectable() { self.tall } else { 1 })
    }

    /// The lines of all rows before one.
    fn lines_before(&self, row: usize) -> usize {
        row + (self.tall - 1) * self.stops.partition_point(|&stop| stop < row)
    }

    /// The first row such that what stands from it on before `end` has at most so many lines.
    fn top_above(&self, end: usize, lines: usize) -> usize {
        let (mut top, mut left) = (end, lines);
        while top > 0 && self.height(top - 1) <= left {
            top -= 1;
            left -= self.height(top);
        }
        top
    }

    /// The row at a line of the screen, counted from the first row in view.
    pub fn row_at(&self, line: usize) -> Option<usize> {
        let mut left = line;
        for row in self.top..self.all.len() {
            match left.checked_sub(self.height(row)) {
                Some(rest) => left = rest,
                None => return Some(row),
            }
        }
        None
    }
}

/// Rows of any kind, as a panel moves in them.
pub trait Scroll {
    /// Moves the selection, with `page` lines in view.
    fn step(&mut self, step: Step, page: usize);

    /// Selects the row at a line below the first row in view; `false` when it is not selectable.
    fn select_in_view(&mut self, row: usize) -> bool;

    /// Brings the selected row into view, with the headings right above it; `page` lines are in view.
    fn fit(&mut self, page: usize);
}

impl<R: SelectRow> Scroll for Rows<R> {
    fn step(&mut self, step: Step, page: usize) {
        self.selected = cursor::step(step, self.selected, self.stops.len(), page / self.tall);
    }

    fn select_in_view(&mut self, row: usize) -> bool {
        self.row_at(row).is_some_and(|row| self.select_row(row))
    }

    fn fit(&mut self, page: usize) {
        let row = self.selected_row().unwrap_or(0);
        let above = self.all.get(..row).unwrap_or_default();
        let headings = above.iter().rev().take_while(|row| row.is_heading()).count();
        let page = page.max(1);
        // The row itself is in view, wherever it begins.
        let lowest = self.top_above(row + 1, page).min(row);
        let last = self.top_above(self.all.len(), page);
        self.top = self.top.min(row - headings).max(lowest).min(last.max(lowest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A selectable row (its number), a heading (negative), or a gap (0).
    impl SelectRow for i32 {
        fn is_selectable(&self) -> bool {
            *self > 0
        }

        fn is_heading(&self) -> bool {
            *self < 0
        }
    }

    fn rows(numbers: &[i32]) -> Rows<i32> {
        let mut rows = Rows::default();
        for &number in numbers {
            rows.push(number);
        }
        rows
    }

    #[test]
    fn only_selectable_rows_are_selected() {
        let mut rows = rows(&[-1, 1, 2, 0, -1, 3]);
        assert_eq!((rows.len(), rows.selected(), rows.selected_row()), (3, Some(&1), Some(1)));
        assert!(!rows.select_row(3) && rows.select_row(5));
        assert_eq!((rows.position(), rows.selected()), (2, Some(&3)));
        rows.step(Step::Up, 9);
        assert_eq!(rows.selected(), Some(&2));
        assert!(rows.select_where(|&number| number == 3) && !rows.select_where(|&number| number == 9));
        assert_eq!(self::rows(&[]).selected_row(), None);
    }

    #[test]
    fn the_selection_is_brought_into_view_with_its_headings() {
        let mut rows = rows(&[1, 2, -1, -2, 3]);
        rows.select(2);
        rows.fit(3);
        assert_eq!((rows.top(), rows.offset()), (2, 2));
        rows.fit(1);
        assert_eq!(rows.top(), 4, "the row itself wins over its headings");
        rows.select_first();
        rows.fit(3);
        assert_eq!(rows.top(), 0);
        rows.fit(99);
        assert_eq!(rows.top(), 0);
    }

    #[test]
    fn rows_of_two_lines_are_brought_into_view_whole() {
        let mut rows = rows(&[-1, 1, 2, -2, 3, 4]);
        rows.set_tall(2);
        rows.select(3);
        rows.fit(5);
        assert_eq!((rows.top(), rows.offset()), (3, 3), "a heading and two rows");
        assert_eq!(
            [0, 1, 2, 3, 4, 5].map(|line| rows.row_at(line)),
            [Some(3), Some(4), Some(4), Some(5), Some(5), None]
        );
        assert!(rows.select_in_view(2) && rows.selected() == Some(&3));
        rows.step(Step::PageUp, 5);
        assert_eq!(rows.selected(), Some(&1), "a page of five lines is two rows");
        rows.fit(1);
        assert_eq!(rows.top(), 1, "the row begins in view, however little room there is");
        rows.select(2);
        rows.scroll_to_offset(4);
        assert_eq!((rows.top(), rows.offset()), (2, 3));
    }

    #[test]
    fn the_selection_is_kept_by_its_row_else_by_its_number() {
        let mut rows = rows(&[1, 2, 3]);
        rows.select(1);
        rows.clear();
        for number in [3, 1, 2, 5, 2] {
            rows.push(number);
        }
        rows.keep(|&number| number == 2);
        assert_eq!(rows.position(), 2, "the nearest of several");
        rows.clear();
        rows.push(7);
        rows.keep(|&number| number == 2);
        assert_eq!(rows.selected(), Some(&7));
    }
}

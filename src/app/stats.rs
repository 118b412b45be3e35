//! The board: the counts of what is listed as rows, and the selected one.

use super::action::Step;
use super::cursor;
use crate::search::insight::{Bar, Insight, Section};

/// So many bars of a section are shown: what comes after them is rare.
const SHOWN: usize = 12;

/// One row of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatsRow {
    /// The title of a section, by its number.
    Title(usize),
    /// A count, by the number of its section and its own in it.
    Bar(usize, usize),
    /// How many bars of a section are not shown.
    More(usize),
    /// Nothing, between two sections.
    Blank,
}

/// The counts as rows and the selected one.
#[derive(Debug, Clone, Default)]
pub struct StatsPanel {
    insight: Insight,
    rows: Vec<StatsRow>,
    /// Rows of the bars, in order: what the selection moves over.
    stops: Vec<usize>,
    /// Position in `stops`.
    selected: usize,
    /// First row in view.
    top: usize,
}

impl StatsPanel {
    /// A board of counts.
    #[must_use]
    pub fn new(insight: Insight) -> Self {
        let mut rows = Vec::new();
        for (number, section) in insight.sections.iter().enumerate() {
            if number > 0 {
                rows.push(StatsRow::Blank);
            }
            rows.push(StatsRow::Title(number));
            let shown = section.bars.len().min(SHOWN);
            rows.extend((0..shown).map(|bar| StatsRow::Bar(number, bar)));
            if section.bars.len() > shown {
                rows.push(StatsRow::More(section.bars.len() - shown));
            }
        }
        let is_bar = |row: &StatsRow| matches!(row, StatsRow::Bar(..));
        let stops = (0..rows.len()).filter(|&row| is_bar(&rows[row])).collect();
        Self { insight, rows, stops, selected: 0, top: 0 }
    }

    /// Takes other counts; the selection stays with its bar, where that is still there.
    pub fn refresh(&mut self, insight: Insight) {
        let clause = self.bar().map(|bar| bar.clause.clone());
        let fresh = Self::new(insight);
        let same = |&stop: &usize| fresh.bar_on(fresh.stops[stop]).map(|bar| &bar.clause) == clause.as_ref();
        let selected = (0..fresh.stops.len()).find(same);
        let last = fresh.stops.len().saturating_sub(1);
        *self = Self { selected: selected.unwrap_or(self.selected.min(last)), top: self.top, ..fresh };
    }

    /// The counts.
    #[must_use]
    pub fn insight(&self) -> &Insight {
        &self.insight
    }

    /// Every row.
    #[must_use]
    pub fn rows(&self) -> &[StatsRow] {
        &self.rows
    }

    /// The first row in view.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// The row of the selected bar.
    #[must_use]
    pub fn selected_row(&self) -> Option<usize> {
        self.stops.get(self.selected).copied()
    }

    /// The selected bar.
    #[must_use]
    pub fn bar(&self) -> Option<&Bar> {
        self.bar_on(self.selected_row()?)
    }

    /// The section with a number.
    #[must_use]
    pub fn section(&self, number: usize) -> Option<&Section> {
        self.insight.sections.get(number)
    }

    fn bar_on(&self, row: usize) -> Option<&Bar> {
        match *self.rows.get(row)? {
            StatsRow::Bar(section, bar) => self.section(section)?.bars.get(bar),
            StatsRow::Title(_) | StatsRow::More(_) | StatsRow::Blank => None,
        }
    }

    /// Moves the selection, with so many rows in view.
    pub fn step(&mut self, step: Step, page: usize) {
        self.selected = cursor::step(step, self.selected, self.stops.len(), page);
    }

    /// Selects the first bar of the next section, or of the one before; after the last comes the
    /// first.
    pub fn step_section(&mut self, forward: bool) {
        let sections = self.insight.sections.len().max(1);
        let section = |stop: usize| match self.rows[self.stops[stop]] {
            StatsRow::Bar(section, _) => section,
            StatsRow::Title(_) | StatsRow::More(_) | StatsRow::Blank => 0,
        };
        if self.stops.is_empty() {
            return;
        }
        let wanted = (section(self.selected) + if forward { 1 } else { sections - 1 }) % sections;
        self.selected = (0..self.stops.len()).find(|&stop| section(stop) == wanted).unwrap_or(0);
    }

    /// Selects the bar on a row; says whether there is one.
    pub fn select_row(&mut self, row: usize) -> bool {
        let stop = self.stops.binary_search(&row);
        if let Ok(stop) = stop {
            self.selected = stop;
        }
        stop.is_ok()
    }

    /// Brings the selected bar into view, and its title where it is the first below it.
    pub fn fit(&mut self, page: usize) {
        let row = self.selected_row().unwrap_or(0);
        let first = row - usize::from(row > 0 && matches!(self.rows[row - 1], StatsRow::Title(_)));
        self.top = cursor::reveal(self.top, first, row, page).min(cursor::last_top(self.rows.len(), page));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::insight::Subject;

    fn insight(skills: usize) -> Insight {
        let section = |subject, count| {
            let bar = |number| Bar {
                name: None,
                count: 1,
                clause: format!("{subject:?}:{number}"),
                history: Vec::new(),
            };
            Section { subject, bars: (0..count).map(bar).collect() }
        };
        let sections = vec![section(Subject::Skills, skills), section(Subject::Sizes, 3)];
        Insight { proposals: 9, terms: Vec::new(), sections }
    }

    fn clause(board: &StatsPanel) -> &str {
        board.bar().map_or("", |bar| &bar.clause)
    }

    #[test]
    fn the_selection_moves_over_bars_and_sections() {
        let mut board = StatsPanel::new(insight(14));
        assert_eq!(board.rows().len(), 1 + 12 + 1 + 1 + 1 + 3);
        assert_eq!(board.rows()[13], StatsRow::More(2));
        assert_eq!(clause(&board), "Skills:0");
        board.step(Step::Down, 9);
        assert_eq!(clause(&board), "Skills:1");
        board.step_section(true);
        assert_eq!(clause(&board), "Sizes:0");
        board.fit(3);
        assert_eq!(board.top(), 14, "the title comes with its first bar, as far as there is room");
        board.step_section(true);
        assert_eq!(clause(&board), "Skills:0");
        board.step_section(false);
        assert_eq!(clause(&board), "Sizes:0");
        assert!(!board.select_row(0) && board.select_row(2));
        assert_eq!(clause(&board), "Skills:1");
    }

    #[test]
    fn other_counts_leave_the_selection_on_its_bar() {
        let mut board = StatsPanel::new(insight(5));
        board.step_section(true);
        board.refresh(insight(2));
        assert_eq!(clause(&board), "Sizes:0");
        board.refresh(Insight::default());
        assert_eq!((board.bar(), board.selected_row()), (None, None));
        board.step(Step::Down, 3);
        board.step_section(true);
        board.fit(3);
        board.refresh(insight(1));
        assert_eq!(clause(&board), "Skills:0");
    }
}

//! Statistics of the listed proposals, as bars below titles.

use super::action::Action;
use super::keymap::{Focus, hint, hint_in};
use super::panel::{Outcome, Panel};
use super::rows::{Rows, Scroll, SelectRow};
use super::state::{Pane, State};
use crate::search::statistics::{Bar, Section, Statistics};

/// So many bars of a section are shown: what comes after them is rare.
const SHOWN: usize = 12;

/// A row of the statistics.
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

impl SelectRow for StatsRow {
    fn is_selectable(&self) -> bool {
        matches!(self, Self::Bar(..))
    }

    fn is_heading(&self) -> bool {
        matches!(self, Self::Title(_))
    }
}

/// Statistics of the listed proposals, and the selected bar.
#[derive(Debug, Clone, Default)]
pub struct StatsPanel {
    statistics: Statistics,
    /// Titles, bars and gaps.
    pub rows: Rows<StatsRow>,
}

impl StatsPanel {
    /// Statistics with the first bar selected.
    pub fn new(statistics: Statistics) -> Self {
        let mut panel = Self::default();
        panel.update(statistics);
        panel
    }

    /// Replaces the statistics; the selection stays with its bar while that is there.
    pub fn update(&mut self, statistics: Statistics) {
        let clause = self.bar().map(|bar| bar.clause.clone());
        self.rows.clear();
        for (number, section) in statistics.sections.iter().enumerate() {
            if number > 0 {
                self.rows.push(StatsRow::Blank);
            }
            self.rows.push(StatsRow::Title(number));
            let shown = section.bars.len().min(SHOWN);
            (0..shown).for_each(|bar| self.rows.push(StatsRow::Bar(number, bar)));
            if section.bars.len() > shown {
                self.rows.push(StatsRow::More(section.bars.len() - shown));
            }
        }
        self.rows.keep(|row| bar_on(&statistics, row).map(|bar| &bar.clause) == clause.as_ref());
        self.statistics = statistics;
    }

    /// The statistics.
    pub fn statistics(&self) -> &Statistics {
        &self.statistics
    }

    /// The selected bar.
    pub fn bar(&self) -> Option<&Bar> {
        bar_on(&self.statistics, self.rows.selected()?)
    }

    /// A section by its number.
    pub fn section(&self, number: usize) -> Option<&Section> {
        self.statistics.sections.get(number)
    }
}

fn bar_on<'a>(statistics: &'a Statistics, row: &StatsRow) -> Option<&'a Bar> {
    match *row {
        StatsRow::Bar(section, bar) => statistics.sections.get(section)?.bars.get(bar),
        StatsRow::Title(_) | StatsRow::More(_) | StatsRow::Blank => None,
    }
}

impl Panel for StatsPanel {
    fn focus(&self) -> Focus {
        Focus::Stats
    }

    fn rows(&mut self) -> Option<&mut dyn Scroll> {
        Some(&mut self.rows)
    }

    /// After the last section comes the first.
    fn step_section(&mut self, forward: bool) -> bool {
        let sections = self.statistics.sections.len().max(1);
        if let Some(&StatsRow::Bar(section, _)) = self.rows.selected() {
            let wanted = (section + if forward { 1 } else { sections - 1 }) % sections;
            let is_wanted = |row: &StatsRow| matches!(row, StatsRow::Bar(section, _) if *section == wanted);
            if !self.rows.select_where(is_wanted) {
                self.rows.select(0);
            }
        }
        true
    }

    /// Adds the selected bar to the filter.
    fn enter(&mut self, state: &mut State) -> Outcome {
        let Some(clause) = self.bar().map(|bar| bar.clause.clone()) else { return Outcome::Stay };
        state.pane = Pane::List;
        if !state.browsing.filter.add(&clause) {
            state.inform(format!("The filter has {clause} already."));
            return Outcome::Close;
        }
        state.browsing.refilter();
        state.browsing.list.rows.select_first();
        let (stats, drop) = (hint(Action::ShowStats), hint_in(Focus::List, Action::Back));
        state.inform(format!("Filtered by {clause}. {stats}: statistics, {drop}: clear filter."));
        Outcome::Close
    }

    fn refresh(&mut self, state: &mut State) {
        self.update(state.browsing.statistics());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Step;
    use crate::search::statistics::Subject;

    fn statistics(skills: usize) -> Statistics {
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
        Statistics { proposals: 9, terms: Vec::new(), sections }
    }

    fn clause(panel: &StatsPanel) -> &str {
        panel.bar().map_or("", |bar| &bar.clause)
    }

    #[test]
    fn the_selection_moves_over_bars_and_sections() {
        let mut panel = StatsPanel::new(statistics(14));
        assert_eq!(panel.rows.all().len(), 1 + 12 + 1 + 1 + 1 + 3);
        assert_eq!(panel.rows.all()[13], StatsRow::More(2));
        assert_eq!(clause(&panel), "Skills:0");
        panel.rows.step(Step::Down, 9);
        assert_eq!(clause(&panel), "Skills:1");
        panel.step_section(true);
        assert_eq!(clause(&panel), "Sizes:0");
        panel.rows.fit(3);
        assert_eq!(panel.rows.top(), 14, "the title comes with its first bar, as far as there is room");
        panel.step_section(true);
        assert_eq!(clause(&panel), "Skills:0");
        panel.step_section(false);
        assert_eq!(clause(&panel), "Sizes:0");
        assert!(!panel.rows.select_row(0) && panel.rows.select_row(2));
        assert_eq!(clause(&panel), "Skills:1");
    }

    #[test]
    fn other_counts_leave_the_selection_on_its_bar() {
        let mut panel = StatsPanel::new(statistics(5));
        panel.step_section(true);
        panel.update(statistics(2));
        assert_eq!(clause(&panel), "Sizes:0");
        panel.update(Statistics::default());
        assert_eq!((panel.bar(), panel.rows.selected_row()), (None, None));
        panel.rows.step(Step::Down, 3);
        panel.step_section(true);
        panel.rows.fit(3);
        panel.update(statistics(1));
        assert_eq!(clause(&panel), "Skills:0");
    }
}

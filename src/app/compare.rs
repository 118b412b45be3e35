//! The comparison: marked proposals side by side, the column that keys act on, and a search in it.

use super::action::Step;
use super::cursor;
use super::keymap::Focus;
use super::narrowing::Narrowing;
use super::panel::{Outcome, Panel};
use super::state::State;
use super::viewport::Viewport;

/// The comparison, and how far it is scrolled.
#[derive(Debug, Clone, Default)]
pub struct ComparePanel {
    /// The first row in view.
    pub top: usize,
    /// The column that keys act on.
    pub column: usize,
    /// The words that are searched for in that column.
    pub search: Narrowing,
    /// The match that was gone to, from 0.
    pub current: usize,
    /// Whether the next frame goes to that match.
    seeks: bool,
}

impl ComparePanel {
    /// Goes to the next or previous column of so many, around the end.
    pub(super) fn turn(&mut self, forward: bool, columns: usize) {
        let columns = columns.max(1);
        self.column = (self.column + if forward { 1 } else { columns - 1 }) % columns;
        (self.current, self.seeks) = (0, !self.search.input.text().is_empty());
    }

    /// Goes to the next or previous match, around the end. `false` when nothing is searched for, or found.
    pub(super) fn step_match(&mut self, forward: bool, viewport: &Viewport) -> bool {
        let count = viewport.layer_matches.len();
        if count == 0 || self.search.input.text().is_empty() {
            return false;
        }
        self.current = (self.current.min(count - 1) + if forward { 1 } else { count - 1 }) % count;
        self.seeks = true;
        true
    }
}

impl Panel for ComparePanel {
    fn focus(&self) -> Focus {
        self.search.focus(Focus::Compare)
    }

    fn narrowing(&mut self) -> Option<&mut Narrowing> {
        Some(&mut self.search)
    }

    fn typed(&mut self, _: &mut State) {
        (self.current, self.seeks) = (0, true);
    }

    fn step(&mut self, step: Step, state: &mut State) {
        if self.search.is_typing() {
            self.step_match(!matches!(step, Step::Up | Step::PageUp), &state.viewport);
        } else {
            let viewport = &state.viewport;
            self.top = cursor::scroll(step, self.top, viewport.layer_height, viewport.layer_rows);
        }
    }

    fn fit(&mut self, viewport: &Viewport) {
        let rows = viewport.layer_rows;
        if std::mem::take(&mut self.seeks)
            && let Some(&row) = viewport.layer_matches.get(self.current)
        {
            self.top = cursor::reveal(self.top, row, row, rows);
        }
        self.top = self.top.min(cursor::last_top(viewport.layer_height, rows));
    }

    /// Shows the proposal of the column on its page.
    fn enter(&mut self, state: &mut State) -> Outcome {
        if self.search.keep() {
            return Outcome::Stay;
        }
        let marked = state.browsing.to_compare();
        if let Some(&index) = marked.get(self.column.min(marked.len().saturating_sub(1))) {
            state.show(index);
        }
        Outcome::Close
    }

    /// A proposal may have gone.
    fn refresh(&mut self, state: &mut State) {
        self.column = self.column.min(state.browsing.to_compare().len().saturating_sub(1));
    }
}

//! The viewport: the only numbers of the screen that the state needs.

use std::rc::Rc;

use super::action::Action;
use crate::model::FieldKind;
use crate::page::facts::PageTarget;

/// Something on the visible part of the page that can be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The action of following it.
    pub action: Action,
    /// Where it leads, in words: the address of a link.
    pub leads_to: String,
}

/// Where the lines of a source stand on its page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceLines {
    /// The number of the first line.
    pub first: usize,
    /// The row on which each line begins, ascending.
    pub rows: Rc<[usize]>,
}

impl SourceLines {
    /// The row on which a line (by its number) begins.
    pub fn row(&self, line: usize) -> Option<usize> {
        self.rows.get(line.checked_sub(self.first)?).copied()
    }
}

/// The measures that the state needs: how much of what is in view. Taken before each frame; what may be as
/// long as a proposal is shared with its page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Viewport {
    /// Whether both panes are on the screen; else only the one with the focus is.
    pub split: bool,
    /// Whether the terminal is large enough for both panes.
    pub can_split: bool,
    /// Lines of the list in view.
    pub list_rows: usize,
    /// Lines of a proposal in the list.
    pub row_lines: usize,
    /// Columns of the list beside the detail; 0 where they are not side by side.
    pub list_columns: u16,
    /// The fewest and the most columns that it may have.
    pub list_bounds: (u16, u16),
    /// Whether there is room for a third pane.
    pub can_have_third: bool,
    /// Rows of the detail in view.
    pub detail_rows: usize,
    /// Rows of the detail in all.
    pub detail_height: usize,
    /// How much of the text stands above each row of the detail, ascending: see
    /// [`place`](super::scroll_anchor).
    pub places: Rc<[usize]>,
    /// The rows of the detail on which a section begins, ascending.
    pub sections: Rc<Vec<usize>>,
    /// The row of the detail on which a field begins, ascending by row.
    pub fields: Rc<Vec<(FieldKind, usize)>>,
    /// Where the lines of the source are, where that is what the detail shows.
    pub lines: SourceLines,
    /// The row of each match of the search in the text, ascending.
    pub matches: Rc<Vec<usize>>,
    /// The row of each place of the detail that the filter found, ascending.
    pub marks: Rc<Vec<usize>>,
    /// The row to begin to read at, where the filter found something in the text alone.
    pub opening: Option<usize>,
    /// The targets of the pieces of the detail, by their numbers on the page.
    pub targets: Rc<Vec<PageTarget>>,
    /// The links in view of the detail, in reading order.
    pub spots: Vec<Spot>,
    /// Rows of the layer on top (help, menu, facets) in view.
    pub layer_rows: usize,
    /// The row of the layer on top to begin to read at.
    pub layer_first: usize,
    /// The row of each match of the search in the layer on top, ascending.
    pub layer_matches: Rc<Vec<usize>>,
    /// Rows of the layer on top in all.
    pub layer_height: usize,
}

//! The layers: what may lie over the panes.

use super::facets::FacetPanel;
use super::fix_preview::FixPreview;
use super::hints::Hints;
use super::input::Input;
use super::picker::Picker;
use super::problems::panel::ProblemPanel;
use super::stats::StatsPanel;
use crate::model::ProposalId;

/// The filter, the selection and the scroll position from before the filter bar was opened.
#[derive(Debug, Clone)]
pub struct FilterBackup {
    /// The text of the filter.
    pub input: Input,
    /// The proposal that was selected.
    pub selected: Option<ProposalId>,
    /// How many rows it was below the first row in view.
    pub offset: usize,
}

/// Something that lies over the panes and has the keyboard.
#[derive(Debug, Clone)]
pub enum Layer {
    /// The filter bar is being typed into.
    Filter {
        /// The proposal to come back to: the one that was selected when the bar was opened, or the
        /// one that was chosen since.
        home: Option<ProposalId>,
        /// Whether one was chosen: it then stays selected while it fits.
        chosen: bool,
        /// The state that Esc goes back to.
        before: Box<FilterBackup>,
    },
    /// The search in the text is being typed into.
    Find,
    /// The help, scrolled to a row.
    Help {
        /// First row in view.
        top: usize,
    },
    /// The marked proposals side by side, scrolled to a row.
    Compare {
        /// First row in view.
        top: usize,
    },
    /// A menu.
    Menu(Picker),
    /// What is listed, counted.
    Stats(StatsPanel),
    /// The values of the facets.
    Facets(Box<FacetPanel>),
    /// What the check found.
    Problems(Box<ProblemPanel>),
    /// A fix, before it is made.
    Fix(Box<FixPreview>),
    /// What can be copied, each by its key.
    CopyMenu,
    /// Hints on what is in view.
    Hints(Hints),
    /// The QR code of an address.
    QrCode {
        /// The address, one of the web.
        url: String,
    },
}

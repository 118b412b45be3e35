//! The third pane: panels that are looked at, without the keyboard.

use super::facets::FacetPanel;
use super::panes::ThirdPane;
use super::problems::panel::ProblemPanel;
use super::state::State;

/// The third pane, with what it shows.
#[derive(Debug, Clone)]
pub enum Third {
    Facets(Box<FacetPanel>),
    Problems(Box<ProblemPanel>),
}

impl Third {
    pub(super) fn new(pane: ThirdPane, state: &mut State) -> Self {
        match pane {
            ThirdPane::Facets => Self::Facets(Box::new(FacetPanel::new(&mut state.browsing))),
            ThirdPane::Problems => {
                let (items, home) = (state.listed_problems(), state.browsing.selected_id());
                Self::Problems(Box::new(ProblemPanel::new(items, home)))
            }
        }
    }

    pub(super) fn is(&self, pane: ThirdPane) -> bool {
        matches!(
            (self, pane),
            (Self::Facets(_), ThirdPane::Facets) | (Self::Problems(_), ThirdPane::Problems)
        )
    }

    /// The same for the proposal that is selected now.
    pub(super) fn following(self, state: &mut State) -> Self {
        match self {
            Self::Problems(panel) if panel.home() != state.browsing.selected_id().as_ref() => {
                Self::new(ThirdPane::Problems, state)
            }
            other => other,
        }
    }
}

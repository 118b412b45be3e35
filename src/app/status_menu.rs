//! The statuses of an application, each with its key.

use super::action::Action;
use super::keymap::{self, Focus};
use super::panel::{Outcome, Panel};
use super::state::State;
use crate::model::ApplicationStatus;

/// The statuses, the one in effect, and the row that was clicked.
#[derive(Debug, Clone)]
pub struct StatusMenu {
    /// The status in effect.
    pub current: ApplicationStatus,
    clicked: Option<ApplicationStatus>,
}

impl StatusMenu {
    pub(super) fn new(current: ApplicationStatus) -> Self {
        Self { current, clicked: None }
    }
}

impl Panel for StatusMenu {
    fn focus(&self) -> Focus {
        Focus::Statuses
    }

    fn select_row(&mut self, row: usize) -> bool {
        self.clicked = keymap::statuses().nth(row).map(|(_, status)| status);
        self.clicked.is_some()
    }

    fn enter(&mut self, _: &mut State) -> Outcome {
        self.clicked.map_or(Outcome::Close, |status| Outcome::Run(Action::SetStatus(status)))
    }
}

//! The state below the panels, in groups: browsing, reading, problems.

use super::action::{Action, Step};
use super::browsing::Browsing;
use super::detail::Detail;
use super::effect::Effect;
use super::keymap::hint;
use super::notice::{NO_SELECTION, Notice};
use super::panes::{Panes, RowLines};
use super::problems::Problems;
use super::progress::Progress;
use super::viewport::Viewport;
use crate::model::url;

/// One of the two panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of proposals.
    List,
    /// The page of the selected proposal.
    Detail,
}

/// The state that panels change.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// The proposals and the list.
    pub(super) browsing: Browsing,
    /// How the selected proposal is read.
    pub(super) detail: Detail,
    /// The results of the check.
    pub(super) problems: Problems,
    /// The pane that has the keyboard when no panel lies over it.
    pub(super) pane: Pane,
    /// Whether one pane was asked for although two would fit.
    pub(super) one_pane: bool,
    /// How the panes share the screen.
    pub(super) panes: Panes,
    /// How many lines a proposal has in the list.
    pub(super) row_lines: RowLines,
    /// Whether the line between the panes is being dragged.
    pub(super) is_resizing: bool,
    /// Whether the program handles the mouse; otherwise the terminal does.
    pub(super) mouse: bool,
    pub(super) notice: Option<Notice>,
    pub(super) progress: Progress,
    /// The measures of the last frame.
    pub(super) viewport: Viewport,
}

impl State {
    /// Shows a sentence until the next key.
    pub(super) fn inform(&mut self, sentence: impl Into<String>) {
        self.notice = Some(Notice::info(sentence));
    }

    /// Shows a sentence about a failure until the next key.
    pub(super) fn fail(&mut self, sentence: impl Into<String>) {
        self.notice = Some(Notice::error(sentence));
    }

    /// Whether the detail is on the screen. A notice says why not.
    pub(super) fn require_detail(&mut self) -> bool {
        if self.browsing.list.is_empty() {
            self.inform(NO_SELECTION);
            return false;
        }
        let is_shown = self.viewport.detail_rows > 0;
        if !is_shown {
            self.inform(format!("the proposal is not on the screen; {} shows it", hint(Action::Enter)));
        }
        is_shown
    }

    /// Scrolls the detail.
    pub(super) fn scroll_detail(&mut self, step: Step) {
        if let Some(id) = self.browsing.selected_id() {
            self.detail.scroll(&id, step, &self.viewport);
        }
    }

    /// Asks for an address to be opened. A notice says why not when it is none of the web.
    pub(super) fn open(&mut self, url: &str) -> Option<Effect> {
        match url::check(url) {
            Ok(()) => Some(Effect::Open(url.to_owned())),
            Err(reason) => {
                self.fail(format!("not opened: {reason}: {url}"));
                None
            }
        }
    }
}
